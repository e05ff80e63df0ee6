from pathlib import Path

import pytest
from weasyprint import HTML

from tests.tools import verapdf
from tests.tools.verapdf import ToolMissingError, validate

# A face of our own: the program hides the system's fonts, and without any the engine falls over.
FONT = (Path(__file__).parents[2] / "styles/fonts/IBMPlexSans_400Regular.ttf").as_uri()
STYLE = f"<style>@font-face {{ font-family: Face; src: url({FONT}) }} html {{ font-family: Face }}</style>"
PAGE = f'<html lang="en"><head><title>Help</title>{STYLE}</head><body><h1>Help</h1><p>Call 103.</p></body></html>'


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("a folder")
    found = {name: folder / f"{name} file.pdf" for name in ("good", "untagged", "broken")}
    HTML(string=PAGE).write_pdf(found["good"], pdf_variant="pdf/ua-1")
    HTML(string=PAGE).write_pdf(found["untagged"])
    found["broken"].write_bytes(b"%PDF-1.7 but no more")
    return found


def test_a_good_file_fails_nothing_and_a_bad_one_says_what(files: dict[str, Path]) -> None:
    told = validate(list(files.values()))
    assert told[files["good"]] == []
    assert any(rule.startswith("6.2-1 ") for rule in told[files["untagged"]])
    assert told[files["broken"]][0].startswith("cannot be read")


def test_the_flavour_is_asked_for(files: dict[str, Path]) -> None:
    assert validate([files["good"]], "2b")[files["good"]]


def test_no_files_no_answer() -> None:
    assert validate([]) == {}


def test_an_unknown_flavour_is_no_pass(files: dict[str, Path]) -> None:
    with pytest.raises(ToolMissingError):
        validate([files["good"]], "nonsense")


def test_a_silent_engine_is_no_pass(files: dict[str, Path]) -> None:
    assert verapdf._read("", [files["good"]]) == {files["good"]: ["no answer from veraPDF"]}


def test_a_file_without_checks_is_no_pass(files: dict[str, Path]) -> None:
    assert verapdf._read("done\t0\t0\tcompliant\n", [files["good"]])[files["good"]]


def test_a_missing_engine_fails_and_says_what_to_do(files: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verapdf, "ENGINE", Path("none.jar"))
    with pytest.raises(ToolMissingError, match="run test"):
        validate([files["good"]])
