"""The words that neither build nor are refused: check, list, explain, schema, proof."""

import json
from pathlib import Path

import pytest
from pypdf import PdfWriter

from press.codes import CODES
from press.errors import Place, Problem
from press.model.guard import GuardResult, GuardState
from press.publish import Publication
from tests.cli.fakes import FakeProject
from tests.cli.test_build import Run

ROOT = Path(__file__).parents[2]


# check ---------------------------------------------------------------------------------------------------


def test_check_says_of_each_guard_whether_it_ran(project: FakeProject, run: Run) -> None:
    project.guards = [
        GuardResult("dates", GuardState.PASSED),
        GuardResult("sources", GuardState.COULD_NOT_RUN),
    ]
    said = run("check")
    assert said.code == 1
    assert "dates: passed" in said.out
    assert "sources: could not run" in said.out


def test_check_passes_what_is_good(run: Run) -> None:
    said = run("check")
    assert (said.code, said.error) == (0, "")


def test_check_tells_problems_with_their_places(project: FakeProject, run: Run) -> None:
    warning = Problem("prices-end-soon", "Soon", "Ask", Place("content/prices.yaml", 2, 1), warning=True)
    project.guards = [GuardResult.of("dates", (warning,))]
    assert run("check").code == 0
    error = Problem("prices-expired", "Over", "Ask", Place("content/prices.yaml", 1, 1))
    project.guards = [GuardResult.of("dates", (warning, error))]
    said = run("check")
    assert said.code == 1
    assert said.error.index("prices.yaml:1:1") < said.error.index("prices.yaml:2:1")
    data = json.loads(run("check", "--json").out)
    assert [problem["code"] for problem in data["problems"]] == ["prices-expired", "prices-end-soon"]
    assert data["guards"] == {"content": "passed", "dates": "failed"}


def test_check_of_broken_files_says_that_the_rest_was_not_looked_at(project: FakeProject, run: Run) -> None:
    (project.root / "content/broken.yaml").write_text("a")
    said = run("check")
    assert said.code == 1
    assert "nothing else was checked" in said.out


# list ----------------------------------------------------------------------------------------------------


def test_list_shows_everything_that_can_be_chosen(run: Run) -> None:
    said = run("list")
    assert said.code == 0
    for word in ("help", "overdose", "--language en", "--format a4", "office and screen", "--branch main"):
        assert word in said.out


def test_list_as_data(run: Run) -> None:
    data = json.loads(run("list", "--json").out)
    assert [leaflet["key"] for leaflet in data["leaflets"]] == ["help", "overdose"]
    assert data["leaflets"][0]["languages"] == {"en": "Help (en)", "ru": "Help (ru)"}
    assert data["leaflets"][0]["formats"] == [{"key": "a4", "name": "A4 sheet", "media": ["office", "screen"]}]


# explain -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", sorted(CODES)[:3])
def test_explain_tells_what_a_code_means(run: Run, code: str) -> None:
    assert CODES[code].remedy in run("explain", code).out
    assert json.loads(run("explain", code, "--json").out)["title"] == CODES[code].title


# schema --------------------------------------------------------------------------------------------------


def test_schema_writes_one_schema_for_each_kind_of_file(project: FakeProject, run: Run) -> None:
    said = run("schema", "schemas")
    assert said.code == 0
    names = {path.name.removesuffix(".schema.json") for path in (project.root / "schemas").iterdir()}
    assert names == {"clinic", "branch", "prices", "sources", "leaflet", "text", "format", "words", "avoided-words"}
    for name in names:
        assert f"schemas/{name}.schema.json" in said.out
    assert "yaml-language-server" in said.out


def test_a_schema_of_somebody_else_is_not_replaced(project: FakeProject, run: Run) -> None:
    run("schema", "schemas")
    run("schema", "schemas")  # our own may be
    foreign = project.root / "schemas/prices.schema.json"
    foreign.write_text('{"$schema": "mine"}')
    said = run("schema", "schemas")
    assert said.code == 1
    assert "prices.schema.json: output-protected" in said.error
    assert (
        "help: Give the file that lies there another name, or name another folder: `./run schema FOLDER`." in said.error
    )
    assert foreign.read_text() == '{"$schema": "mine"}'


def test_schemas_that_git_gave_the_line_ends_of_windows_are_still_ours(project: FakeProject, run: Run) -> None:
    run("schema", "schemas")
    for path in (project.root / "schemas").iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("schema", "schemas").code == 0


def test_schemas_let_authors_type_numbers_and_refuse_unknown_keys(project: FakeProject, run: Run) -> None:
    run("schema")
    prices = json.loads((project.root / ".schemas/prices.schema.json").read_text("utf-8"))
    assert prices["additionalProperties"] is False
    service = prices["$defs"]["Service"]["properties"]
    assert service["amount"]["type"] == ["string", "number"]
    assert "from" in service


# proof ---------------------------------------------------------------------------------------------------


@pytest.fixture
def built(project: FakeProject) -> FakeProject:
    """Two published files of one and of two pages."""
    font = project.root / "styles/fonts/IBMPlexSans_400Regular.ttf"
    font.parent.mkdir(parents=True)
    font.symlink_to(ROOT / "styles/fonts" / font.name)
    with Publication(project.output) as publication:
        for leaflet, pages in (("help", 1), ("overdose", 2)):
            path = project.root / "made.pdf"
            writer = PdfWriter()
            for _ in range(pages):
                writer.add_blank_page(200, 300)
            writer.write(path)
            row = {"leaflet": leaflet, "language": "en", "format": "a4", "medium": "office", "branch": ""}
            publication.add(f"en/{leaflet}.a4.office.pdf", path.read_bytes(), row)
        publication.finish()
    return project


def pictures(project: FakeProject) -> list[str]:
    folder = project.output / "proofs"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.png"))


PAGES = ["en/help.a4.office.1.png", "en/overdose.a4.office.1.png", "en/overdose.a4.office.2.png"]


def test_proof_draws_every_page_and_changes_no_leaflet(built: FakeProject, run: Run) -> None:
    before = {path: path.read_bytes() for path in built.output.rglob("*.pdf")}
    said = run("proof")
    assert said.code == 0
    assert pictures(built) == ["contact-sheet.png", *PAGES]
    assert {path: path.read_bytes() for path in built.output.rglob("*.pdf")} == before
    assert "contact-sheet.png" in said.out


def test_proof_of_a_part_keeps_the_other_pictures(built: FakeProject, run: Run) -> None:
    run("proof", "--leaflet", "help")
    assert pictures(built) == ["contact-sheet.png", PAGES[0]]
    run("proof", "--leaflet", "overdose", "--branch", "main")
    assert pictures(built) == ["contact-sheet.png", *PAGES]


def test_proof_clears_pictures_of_what_is_gone(built: FakeProject, run: Run) -> None:
    run("proof")
    (built.output / "en/overdose.a4.office.pdf").unlink()
    run("proof")
    assert pictures(built) == ["contact-sheet.png", PAGES[0]]


def test_a_picture_that_somebody_drew_on_is_put_aside_and_told(built: FakeProject, run: Run) -> None:
    run("proof")
    for number, words in enumerate(((), ("--json",))):
        (built.output / "proofs" / PAGES[0]).write_bytes(f"notes {number}".encode())
        said = run("proof", *words)
        assert said.code == 0
        told = json.loads(said.out)["problems"][0]["code"] if words else said.error
        assert "file-put-aside" in told


def test_proofs_are_as_fine_as_asked(built: FakeProject, run: Run) -> None:
    run("proof", "--dpi", "72")
    coarse = (built.output / "proofs" / PAGES[0]).read_bytes()
    run("proof", "--dpi", "144")
    fine = (built.output / "proofs" / PAGES[0]).read_bytes()
    assert (coarse[16:24], fine[16:24]) == (b"\0\0\0\xc8\0\0\x01\x2c", b"\0\0\x01\x90\0\0\x02\x58")


def test_proof_before_the_first_build_says_what_to_do(run: Run) -> None:
    said = run("proof")
    assert said.code == 2
    assert "nothing-built" in said.error
    assert "./run build" in said.error


def test_proof_needs_no_good_content(built: FakeProject, run: Run) -> None:
    (built.root / "content/broken.yaml").write_text("a")
    assert run("proof").code == 0
