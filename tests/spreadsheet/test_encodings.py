import pytest

from press.errors import ContentError
from press.spreadsheet.encodings import decoded

LIST = (
    "Услуга;Цена\r\nВыезд врача-нарколога на дом;от 4 500 руб.\r\n"
    "Лечение «Торпедо»;5 500\r\nСеанс психотерапии;5 000\r\n"
)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1251", "Windows-1251"),
        ("mac_cyrillic", "Macintosh Cyrillic"),
    ],
)
def test_a_list_is_read_in_whatever_encoding_it_was_saved(encoding: str, name: str) -> None:
    data = LIST.encode(encoding)
    if encoding == "utf-16-be":
        assert not data.startswith(b"\xfe\xff")
    assert decoded(data, "prices.csv") == (LIST, name)


@pytest.mark.parametrize(("encoding", "name"), [("koi8_r", "KOI8-R"), ("cp866", "DOS (866)")])
def test_encodings_without_angle_quotes(encoding: str, name: str) -> None:
    text = LIST.replace("«", '"').replace("»", '"')
    assert decoded(text.encode(encoding), "prices.csv") == (text, name)


def test_a_short_list_of_one_service_is_read() -> None:
    text = "Услуга;Цена\nВыезд врача;4500\n"
    assert decoded(text.encode("cp1251"), "prices.csv") == (text, "Windows-1251")


def test_curly_quotes_do_not_make_a_macintosh_of_windows() -> None:
    text = "Услуга;Цена\nЛечение “торпедо” – быстро;4500\nВыезд врача;4500\n"
    assert decoded(text.encode("cp1251"), "prices.csv")[0] == text


def test_french_accents_are_read() -> None:
    text = "Prestation;Prix\nVisite à domicile, médecin;4500\nJournée à l'hôpital;2000\n"
    assert decoded(text.encode("cp1252"), "prices.csv")[0] == text


@pytest.mark.parametrize(
    "data",
    [b"a;b\n\x01\x02;c\n", b"\xff\xfea", b"\xef\xbb\xbf\xff\xff", b"\xd0\x01\x02\x03\x98\xff" * 20],
    ids=["control characters", "half a character", "not UTF-8 after its mark", "bytes"],
)
def test_what_is_no_text_is_told(data: bytes) -> None:
    with pytest.raises(ContentError) as told:
        decoded(data, "prices.csv")
    (problem,) = told.value.problems
    assert problem.code == "spreadsheet-unreadable"
    assert str(problem.place) == "prices.csv"
