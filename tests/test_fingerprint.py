from hypothesis import given
from hypothesis import strategies as st

from press.fingerprint import ALPHABET, digest, edition_code

parts = st.lists(st.one_of(st.text(), st.binary()), max_size=6)


def as_bytes(part: str | bytes) -> bytes:
    return part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part


@given(parts, parts)
def test_different_parts_have_different_digests(one: list[str | bytes], other: list[str | bytes]) -> None:
    same = [as_bytes(part) for part in one] == [as_bytes(part) for part in other]
    assert (digest(*one) == digest(*other)) is same


@given(st.binary(), st.binary(), st.integers(0, 40))
def test_parts_do_not_run_together(left: bytes, right: bytes, cut: int) -> None:
    joined = left + right
    if cut != len(left) and cut <= len(joined):
        assert digest(left, right) != digest(joined[:cut], joined[cut:])


@given(st.lists(st.text(), min_size=2, max_size=6, unique=True))
def test_the_order_counts(words: list[str]) -> None:
    assert digest(*words) != digest(*words[::-1])


def test_a_digest_stays_the_same_for_ever() -> None:
    assert digest("price", b"7000") == "f23cefdaf018bf8dd2c3ae8d7d1d4c19"


@given(st.text())
def test_an_edition_code_is_seven_clear_characters(text: str) -> None:
    code = edition_code(text)
    assert len(code) == 8
    assert code[4] == "-"
    assert set(code.replace("-", "")) <= set(ALPHABET)


def test_no_character_of_the_alphabet_looks_like_another() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert not set(ALPHABET) & set("0O1ILUV2Z5SBAE")


def test_edition_codes_use_the_whole_alphabet_everywhere() -> None:
    codes = [edition_code(str(number)).replace("-", "") for number in range(2000)]
    assert len(set(codes)) == len(codes)
    assert all({code[place] for code in codes} == set(ALPHABET) for place in range(7))
