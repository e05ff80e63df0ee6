import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.cli.tell import gathered, in_order, in_words, printable, problem_from, tell_problems
from press.errors import Place, Problem

FILE = "content/prices.yaml"
WRONG = Problem("wrong-value", "not `7 000`", "Write 7000.", Place(FILE, 2, 11))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / FILE).write_text("groups:\n\tamount: 7 000  # визит\n", "utf-8")
    return tmp_path


def words(problem: Problem, root: Path) -> str:
    return in_words(gathered([problem])[0], root)


def test_a_problem_has_place_code_line_caret_and_remedy(root: Path) -> None:
    assert words(WRONG, root).splitlines() == [
        f"{FILE}:2:11: wrong-value: not `7 000`",
        "    2 |  amount: 7 000  # визит",
        "      |           ^",
        "  help: Write 7000.",
    ]


def test_a_sentence_is_shown_in_place_of_the_line(root: Path) -> None:
    problem = Problem(
        "words-promise", "a promise", "Leave it out.", Place(FILE, 2, 11), sentence="We cure all.", start=3, length=4
    )
    assert words(problem, root).splitlines()[1:3] == ["      | We cure all.", "      |    ^^^^"]


def test_of_a_long_sentence_the_part_that_is_meant_is_shown(root: Path) -> None:
    sentence = "a " * 100 + "cure" + " b" * 100
    problem = Problem("words-promise", "a promise", "", Place(FILE, 2, 11), sentence=sentence, start=200, length=4)
    shown, carets = words(problem, root).splitlines()[1:3]
    assert len(shown) < 110
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "cure"
    assert (shown.count("…"), shown[-1]) == (2, "…"), "it is cut off at both ends"


@pytest.mark.parametrize(
    "place", [Place(FILE), Place(FILE, 99, 1), Place("content/none.yaml", 1, 1), Place("content", 1, 1)]
)
def test_a_place_without_a_line_is_told_without_one(root: Path, place: Place) -> None:
    problem = Problem("wrong-value", "odd", "Mend it.", place)
    assert words(problem, root).splitlines() == [f"{place}: wrong-value: odd", "  help: Mend it."]


def test_a_problem_without_a_place_names_the_file_being_made(root: Path) -> None:
    problem = Problem("panel-overfull", "too much", job="en/a.pdf", panel="cover")
    assert words(problem, root).splitlines() == ["en/a.pdf: panel-overfull: too much", "  panel: cover"]


def test_a_long_line_is_shown_around_the_place(root: Path) -> None:
    (root / FILE).write_text(f"{'a' * 500}X{'b' * 500}\n")
    line, caret = words(Problem("c", "m", place=Place(FILE, 1, 501)), root).splitlines()[1:]
    assert len(line) < 110
    assert line[caret.index("^")] == "X"
    assert (line.count("…"), line[-1]) == (2, "…")


@given(st.text(max_size=300), st.integers(1, 320))
def test_the_caret_stands_under_the_column(tmp_path_factory: pytest.TempPathFactory, text: str, column: int) -> None:
    root = tmp_path_factory.mktemp("root")
    line = "".join(sign for sign in text if sign not in "\n\r")
    (root / "a.yaml").write_text(line, "utf-8", errors="replace", newline="")
    source, caret = words(Problem("c", "m", place=Place("a.yaml", 1, column)), root).splitlines()[1:3]
    under = caret.index("^")
    shown = source[under] if under < len(source) else ""
    if column <= len(line) and line.isprintable() and not line.startswith("\ufeff"):
        assert shown == line[column - 1]


def test_content_cannot_steer_the_terminal(root: Path) -> None:
    (root / FILE).write_text("a: \x1b[2Jgone\n")
    told = words(Problem("c", "m\x1b[0m", "r\x07", Place(FILE, 1, 4)), root)
    assert printable(told) == told
    assert "\x1b" not in told


def test_problems_are_sorted_by_file_and_line() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 2, 9), Place("a", 2, 10), None]
    problems = [Problem("c", "m", place=place) for place in reversed(places)]
    assert [problem.place for problem in in_order(problems)] == [
        Place("a", 2, 9),
        Place("a", 2, 10),
        Place("a", 10, 1),
        Place("b", 1, 1),
        None,
    ]


def test_the_same_problem_of_many_files_is_told_once(root: Path) -> None:
    told = gathered([WRONG.on(f"en/{number}.pdf") for number in range(5)])
    assert len(told) == 1
    assert "  for: en/0.pdf, en/1.pdf, en/2.pdf and 2 more" in in_words(told[0], root).splitlines()


def test_the_number_of_problems_and_warnings_comes_last(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell_problems([WRONG, WRONG.on("x"), Problem("soon", "soon", warning=True)], root)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1] == "1 problem, 1 warning"


def test_no_problems_no_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell_problems([], root)
    assert capsys.readouterr() == ("", "")


def test_as_data_everything_is_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell_problems([WRONG], root, as_json=True)
    said = capsys.readouterr()
    assert said.err == ""
    assert json.loads(said.out) == {"problems": [WRONG.as_data()]}


@pytest.mark.parametrize(
    "problem", [WRONG, Problem("c", "m", "r", None, "cover", "en/a.pdf", warning=True), Problem("c", "m")]
)
def test_a_problem_survives_the_way_through_data(problem: Problem) -> None:
    assert problem_from(json.loads(json.dumps(problem.as_data()))) == problem


def test_cells_come_as_a_person_reads_them() -> None:
    read = [
        "a.csv",
        "a.csv: Z1",
        "a.csv: AA1",
        "prices.xlsx",
        "prices.xlsx: Sheet2",
        "prices.xlsx: Sheet2!C7",
        "prices.xlsx: Sheet2!D7",
        "prices.xlsx: Sheet2!A10",
        "prices.xlsx: Sheet2!C10",
        "prices.xlsx: Sheet10!A1",
        "prices.xlsx: now!really!B2",
        "prices.xlsx: now!really!B11",
    ]
    mixed = [Problem("wrong-value", "odd", "", Place(file)) for file in sorted(read)]
    assert [problem.place and problem.place.file for problem in in_order(mixed)] == read


@given(st.lists(st.text("aZ1!: .²٣", max_size=8)))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    problems = [Problem("wrong-value", "odd", "", Place(name)) for name in names]
    assert in_order(reversed(problems)) == in_order(problems)
