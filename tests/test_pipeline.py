"""The verbs in order: what a task depends on, what a product keeps, and that both are the same on every machine."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from press import pipeline
from press.approval.covered import digest_of
from press.compare.reading import read_paper
from press.errors import ContentError, Place, Problem
from press.load.project import load
from press.model.guard import GuardResult, GuardState
from press.model.job import Choice, Job, Medium
from press.pipeline import Product, Task
from tests.workbench import OFFICE, ROOT, SCREEN, STYLE, TODAY, WORDS, Workbench

PRICES = "content/prices.yaml"

# Products ---------------------------------------------------------------------------------------------------------

short = st.text(max_size=12)
places = st.builds(Place, file=short, line=st.integers(0, 9999), column=st.integers(0, 999))
problems = st.builds(
    Problem,
    code=short,
    message=short,
    remedy=short,
    place=st.none() | places,
    panel=short,
    job=short,
    warning=st.booleans(),
)
guards = st.builds(
    GuardResult,
    guard=short,
    state=st.sampled_from(GuardState),
    problems=st.lists(problems, max_size=3).map(tuple),
)
jobs = st.builds(
    Job,
    leaflet=short,
    language=short,
    branch=short,
    format=short,
    medium=st.sampled_from(Medium),
    draft=st.booleans(),
)
products = st.builds(
    Product,
    job=jobs,
    pdf=st.binary(max_size=200),
    pages=st.integers(0, 99),
    sheets=st.integers(0, 9),
    guards=st.lists(guards, max_size=3).map(tuple),
)


@given(products)
def test_a_product_comes_out_of_the_store_as_it_went_in(product: Product) -> None:
    again = Product.loads(product.dumps())
    assert again == product
    assert type(again.job.medium) is Medium
    assert all(type(guard.state) is GuardState for guard in again.guards)


@given(products)
def test_a_product_is_always_the_same_bytes(product: Product) -> None:
    assert product.dumps() == Product.loads(product.dumps()).dumps()


# Jobs -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def two(bench: Workbench) -> Workbench:
    """Two leaflets, one of which prints prices, and two branches."""
    folder = "content/leaflets/prices"
    bench.write(f"{folder}/leaflet.yaml", bench.read("content/leaflets/trial/leaflet.yaml").replace("trial", "prices"))
    for language in ("en", "ru"):
        text = bench.read(f"content/leaflets/trial/{language}.yaml")
        bench.write(f"{folder}/{language}.yaml", text.replace("A visit costs", "A doctor costs"))
    north = bench.read("content/branches/moscow.yaml").replace("key: moscow", "key: north")
    bench.write("content/branches/north.yaml", north.replace("prices: {}", "prices: {home-visit: 9900}"))
    return bench


def test_every_job_the_content_declares_in_a_fixed_order(two: Workbench) -> None:
    found = pipeline.jobs(two.project, Choice())
    assert len(found) == len(set(found)) == 2 * 2 * 2 * 2  # leaflets, languages, branches, media
    assert list(found) == sorted(found)
    assert {job.branch for job in found} == {"", "north"}
    assert len({job.path for job in found}) == len(found)


@pytest.mark.parametrize(
    ("choice", "number"),
    [
        (Choice(leaflets=("trial",)), 8),
        (Choice(languages=("ru",)), 8),
        (Choice(branches=("moscow",)), 8),
        (Choice(branches=("north",), media=("screen",)), 4),
        (Choice(leaflets=("trial",), languages=("en",), branches=("north",), media=("office",)), 1),
        (Choice(formats=("wallet-card",)), 16),
        (Choice(formats=("a5",)), 0),
        (Choice(leaflets=("none",)), 0),
    ],
)
def test_a_choice_among_them(two: Workbench, choice: Choice, number: int) -> None:
    found = pipeline.jobs(two.project, choice)
    assert len(found) == number
    assert set(found) <= set(pipeline.jobs(two.project, Choice()))


def test_drafts_are_jobs_of_their_own(bench: Workbench) -> None:
    found = pipeline.jobs(bench.project, Choice(draft=True))
    assert all(job.draft and job.path.endswith(".draft.pdf") for job in found)


def test_jobs_are_drafts_where_an_approval_is_asked_for_and_missing(bench: Workbench) -> None:
    bench.append("content/clinic.yaml", "sign_off: {office: [clinician]}")
    digest = digest_of(bench.project, "trial", "en")
    entry = f"{{role: clinician, name: Dr A, on: 2026-05-01, digest: {digest}}}"
    bench.write("content/leaflets/trial/sign-offs/en.yaml", f"language: en\nsign_offs:\n  - {entry}\n")
    drafts = {(job.language, str(job.medium)) for job in pipeline.jobs(bench.project, Choice()) if job.draft}
    assert drafts == {("ru", "office")}


def test_the_small_print_says_whether_a_clinician_has_approved_these_words(bench: Workbench) -> None:
    bench.append(WORDS, "      - {kind: imprint, key: imprint, brief: true}")
    task = bench.task()
    assert "Awaiting a clinician’s sign-off" in small_print(task)
    digest = digest_of(bench.project, "trial", "en")
    entry = f"{{role: clinician, name: Dr A, on: 2026-05-01, digest: {digest}}}"
    bench.write("content/leaflets/trial/sign-offs/en.yaml", f"language: en\nsign_offs:\n  - {entry}\n")
    signed = bench.task()
    assert "Reviewed by a clinician: 1 May 2026." in small_print(signed)
    assert "Awaiting" not in small_print(signed)
    assert str(signed.info.day) == "2026-05-01"
    assert signed.code != task.code
    bench.change(WORDS, "Blue lips?", "Grey lips?")
    assert "Awaiting a clinician’s sign-off" in small_print(bench.task())


def small_print(task: Task) -> str:
    """The words of the last panel."""
    return " ".join(" ".join(task.composition.panels[-1].words).split())


def test_a_draft_is_no_more_lenient_than_a_clean_file(bench: Workbench) -> None:
    bench.change(WORDS, "Blue lips?", "Lips {emergncy}?")
    for job in (SCREEN, SCREEN.twin):
        with pytest.raises(ContentError, match="emergncy"):
            pipeline.prepare(bench.project, job, TODAY)
    assert "{emergncy}" in pipeline.prepare(bench.project, SCREEN.twin, TODAY, lenient=True).composition.html


# Tasks ------------------------------------------------------------------------------------------------------------


def key(bench: Workbench, leaflet: str = "trial", **more: str) -> str:
    return bench.task(replace(SCREEN, leaflet=leaflet, **more)).key  # type: ignore[arg-type]


def test_the_key_of_a_task_is_that_of_its_inputs(bench: Workbench) -> None:
    assert key(bench) == key(bench)
    assert bytes.fromhex(key(bench)), "the file's identifier is made of it"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (WORDS, "Help is near", "Help is here"),
        (PRICES, "amount: 4500", "amount: 4600"),
        ("content/clinic.yaml", 'ambulance: "103"', 'ambulance: "113"'),
        ("content/branches/moscow.yaml", 'number: "+74951270203"', 'number: "+74951270204"'),
        ("content/leaflets/trial/leaflet.yaml", "tone: red", "tone: white"),
        ("templates/formats/wallet-card.yaml", "body: {size: 11,", "body: {size: 10,"),
        ("templates/blocks/cover.html", "cover__lead", "cover__line"),
        ("templates/words/en.yaml", "from: from", "from: at least"),
        ("styles/tokens.css", "#0A5C5F", "#0A5C60"),
        (STYLE, "border-radius: 3mm", "border-radius: 4mm"),
        ("styles/base.css", ".fill", ".fill "),
        ("styles/fonts/fonts.conf", "No folders", "No folder"),
    ],
)
def test_whatever_the_file_depends_on_changes_its_key(bench: Workbench, file: str, old: str, new: str) -> None:
    before = key(bench)
    bench.change(file, old, new)
    assert key(bench) != before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/leaflets/prices/en.yaml", "Help is near", "Help is here"),
        ("content/leaflets/prices/leaflet.yaml", "tone: red", "tone: white"),
        ("content/leaflets/trial/ru.yaml", "Помощь рядом", "Помощь здесь"),
        ("content/branches/north.yaml", 'number: "+74951270203"', 'number: "+74951270204"'),
        ("content/branches/north.yaml", "home-visit: 9900", "home-visit: 9800"),
        ("templates/formats/a5.yaml", "body: {size: 12.5,", "body: {size: 12,"),
        (PRICES, "currency: RUB", "# a note\ncurrency: RUB"),
    ],
)
def test_what_other_files_depend_on_does_not(two: Workbench, file: str, old: str, new: str) -> None:
    before = key(two)
    two.change(file, old, new)
    assert key(two) == before


def test_a_price_changes_the_branches_that_print_it(two: Workbench) -> None:
    main, north = key(two), key(two, branch="north")
    two.change("content/branches/north.yaml", "home-visit: 9900", "home-visit: 9800")
    assert key(two) == main
    assert key(two, branch="north") != north


def test_media_languages_branches_and_drafts_have_their_own_keys(two: Workbench) -> None:
    tasks = [
        two.task(Job("trial", language, branch, "wallet-card", medium, draft))
        for language in ("en", "ru")
        for branch in ("", "north")
        for medium in Medium
        for draft in (False, True)
    ]
    assert len({task.key for task in tasks}) == len(tasks)


def test_a_picture_is_an_input(bench: Workbench) -> None:
    folder = bench.root / "content/pictures"
    folder.mkdir(exist_ok=True)
    Image.new("L", (400, 100), 90).save(folder / "way.png")
    block = "      - {kind: picture, key: way, file: way.png, alt: The way in, width: 20}\n"
    bench.change(WORDS, "      - kind: publisher\n", f"{block}      - kind: publisher\n")
    before = key(bench)
    Image.new("L", (400, 100), 91).save(folder / "way.png")
    assert key(bench) != before
    (folder / "way.png").unlink()
    with pytest.raises(ContentError) as caught:
        key(bench)
    assert [problem.code for problem in caught.value.problems] == ["picture-missing"]
    assert caught.value.problems[0].place == Place(WORDS, bench.line_of("kind: picture"), 41)


def test_a_task_can_be_sent_to_another_process(bench: Workbench) -> None:
    task = bench.task(OFFICE)
    assert pickle.loads(pickle.dumps(task)) == task


def test_the_row_of_the_manifest(bench: Workbench) -> None:
    task = bench.task(OFFICE)
    assert task.row == {
        "leaflet": "trial",
        "language": "en",
        "branch": "",
        "format": "wallet-card",
        "medium": "office",
        "draft": False,
        "valid_until": task.row["valid_until"],
        "review_by": "2027-12-31",
    }
    assert task.code in task.composition.html


def test_the_row_names_the_first_day_on_which_a_printed_price_ends(bench: Workbench) -> None:
    bench.change(
        "content/branches/moscow.yaml",
        "prices: {}",
        "prices: {home-visit: {amount: 5500, valid_until: 2026-12-31}}",
    )
    bench.change(WORDS, "A visit costs", "Until {valid_until} a visit costs")
    task = bench.task(OFFICE)
    assert task.row["valid_until"] == "2026-12-31"
    assert "31\u00a0December\u00a02026" in task.composition.html


# Making -----------------------------------------------------------------------------------------------------------


def test_a_screen_file_and_a_sheet(bench: Workbench) -> None:
    screen, office = bench.product(SCREEN), bench.product(OFFICE)
    assert (screen.pages, screen.sheets) == (2, 0)
    assert (office.pages, office.sheets) == (2, 1)
    names = [guard.guard for guard in screen.guards], [guard.guard for guard in office.guards]
    assert names == (
        ["fit", "critical", "picture", "qr", "access"],
        ["fit", "critical", "picture", "qr", "print"],
    )
    assert {guard.state for product in (screen, office) for guard in product.guards} == {GuardState.PASSED}


def test_an_overfull_panel_has_no_sheet(bench: Workbench) -> None:
    bench.append(STYLE, ".items { margin-bottom: 60mm }")
    product = bench.product(OFFICE)
    assert (product.pdf, product.sheets) == (b"", 0)
    (fit,) = (guard for guard in product.guards if guard.guard == "fit")
    assert fit.state is GuardState.FAILED


#: Makes the small card in both media and prints the digests; clock, seed, zone, locale and folder are the caller's.
MAKE = """
import sys, time, datetime, hashlib
now = float(sys.argv[2])
time.time = lambda: now
time.time_ns = lambda: int(now * 1e9)
time.gmtime = lambda seconds=now, real=time.gmtime: real(seconds)
time.localtime = lambda seconds=now, real=time.localtime: real(seconds)
class Day(datetime.date):
    today = classmethod(lambda kind: kind.fromtimestamp(now))
    __repr__ = lambda self: f"datetime.date({self.year}, {self.month}, {self.day})"
class Moment(datetime.datetime):
    now = classmethod(lambda kind, tz=None: kind.fromtimestamp(float(sys.argv[2]), tz))
    utcnow = classmethod(lambda kind: kind.utcfromtimestamp(float(sys.argv[2])))
datetime.date, datetime.datetime = Day, Moment
from pathlib import Path
from tests.workbench import OFFICE, SCREEN, Workbench
for job in (SCREEN, OFFICE):
    product = Workbench(Path(sys.argv[1])).product(job)
    print(hashlib.sha256(product.dumps()).hexdigest())
"""


def made_elsewhere(root: Path, seed: str, zone: str, now: float) -> list[str]:
    env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", MAKE, str(root), str(now)]
    done = subprocess.run(command, env=env, cwd=root.parent, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_another_process_clock_seed_zone_and_folder_give_the_same_bytes(bench: Workbench) -> None:
    here = [hashlib.sha256(bench.product(job).dumps()).hexdigest() for job in (SCREEN, OFFICE)]
    assert made_elsewhere(bench.root, "1", "Asia/Kamchatka", 1_000_000_000) == here
    other = bench.root.parent / "another folder, даже так"
    bench.root.rename(other)
    assert made_elsewhere(other, "2", "America/Lima", 4_000_000_000) == here


def test_the_day_of_preparing_decides_nothing(bench: Workbench) -> None:
    project = bench.project
    tasks = [pipeline.prepare(project, OFFICE, day) for day in (TODAY, TODAY.replace(year=2031))]
    assert tasks[0] == tasks[1]


def test_a_style_that_is_touched_is_read_anew(bench: Workbench) -> None:
    before = bench.product()
    bench.append(STYLE, ".text { letter-spacing: 0.02em }")
    assert bench.product().pdf != before.pdf


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/clinic.yaml", 'single: "112"', 'single: "911"'),
        ("content/leaflets/trial/leaflet.yaml", "review_by: 20", "review_by: 21"),
    ],
)
def test_the_code_follows_every_number_and_date_on_the_paper(bench: Workbench, file: str, old: str, new: str) -> None:
    bench.append(WORDS, "      - {kind: imprint, key: imprint, brief: true}")
    before = bench.task().code
    text = bench.read(file)
    assert old in text
    bench.write(file, text.replace(old, new))
    assert bench.task().code != before


def test_another_code_moves_no_word() -> None:
    """Else every change of a word would look like a change of the panels beside, and could make them too full."""
    loaded = load(ROOT, TODAY)
    assert loaded.project
    task = pipeline.prepare(loaded.project, Job("when-to-call", "en", "", "a5", Medium.SCREEN), TODAY)

    def places(code: str) -> list[tuple[str, float, float]]:
        html = task.composition.html.replace(task.code, code)
        pdf = pipeline.make(replace(task, composition=replace(task.composition, html=html))).pdf
        words = [word for page in read_paper(pdf, "a5.pdf").pages for word in page.words]
        return [(word.text, round(word.box.x, 1), round(word.box.y, 1)) for word in words if code not in word.text]

    assert places("WWWW-WWW") == places("7777-777")
