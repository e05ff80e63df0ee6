import errno
import fcntl
import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.errors import OutputError
from press.publish import MANIFEST, Disk, Publication, Published, read_manifest, write_file

ROOT = Path(__file__).parents[1]
OLD = {"en/a.pdf": b"old a", "en/b.pdf": b"old b", "ru/c.pdf": b"old c"}
NEW = {"en/a.pdf": b"new a", "en/b.pdf": b"old b", "north/en/d.pdf": b"new d"}


def publish(output: Path, files: Mapping[str, bytes], disk: Disk | None = None) -> Published:
    with Publication(output, disk=disk) as publication:
        for path, data in files.items():
            publication.add(path, data, {"leaflet": path[3:-4]})
        return publication.finish(frozenset(files), {"press": "1"})


def on_disk(output: Path) -> dict[str, bytes]:
    """Every file but the manifest, by path."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def codes(error: pytest.ExceptionInfo[OutputError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


# What is published ---------------------------------------------------------------------------------------


def test_a_run_leaves_exactly_its_files(tmp_path: Path) -> None:
    published = publish(tmp_path / "output", OLD)
    assert on_disk(tmp_path / "output") == OLD
    assert published.written == tuple(sorted(OLD))


def test_what_is_no_longer_declared_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    assert publish(tmp_path, NEW).removed == ("ru/c.pdf",)
    assert on_disk(tmp_path) == NEW
    assert not (tmp_path / "ru").exists()


@pytest.mark.parametrize("declared", [None, frozenset(OLD)])
def test_what_is_replaced_goes_whatever_else_stays(tmp_path: Path, declared: frozenset[str] | None) -> None:
    publish(tmp_path, OLD)
    with Publication(tmp_path) as publication:
        assert publication.finish(declared, replaced=["ru/c.pdf", "never/was.pdf"]).removed == ("ru/c.pdf",)
    assert set(on_disk(tmp_path)) == set(OLD) - {"ru/c.pdf"}


def test_the_manifest_tells_each_file_in_order(tmp_path: Path) -> None:
    publish(tmp_path, dict(reversed(OLD.items())))
    manifest = json.loads((tmp_path / MANIFEST).read_text("utf-8"))
    assert manifest["press"] == "1"
    assert [row["path"] for row in manifest["files"]] == sorted(OLD)
    for row in manifest["files"]:
        data = OLD[row["path"]]
        assert (row["bytes"], row["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert row["leaflet"]


def test_the_manifest_has_the_same_bytes_whatever_the_order_and_the_place(tmp_path: Path) -> None:
    publish(tmp_path / "here", OLD)
    publish(tmp_path / "there", dict(reversed(OLD.items())))
    text = (tmp_path / "here" / MANIFEST).read_text("utf-8")
    assert text == (tmp_path / "there" / MANIFEST).read_text("utf-8")
    assert str(tmp_path) not in text
    assert text == json.dumps(json.loads(text), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def test_words_of_any_language_are_readable_in_the_manifest(tmp_path: Path) -> None:
    with Publication(tmp_path) as publication:
        publication.add("ru/a.pdf", b"a", {"title": "Когда звонить"})
        publication.finish()
    assert "Когда звонить" in (tmp_path / MANIFEST).read_text("utf-8")


def test_files_that_are_the_same_are_not_touched(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    before = {path: path.stat().st_ino for path in tmp_path.rglob("*")}
    assert publish(tmp_path, OLD).written == ()
    assert {path: path.stat().st_ino for path in tmp_path.rglob("*")} == before


def test_a_failed_leaflet_keeps_its_last_good_file_and_row(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    row = (read_manifest(tmp_path / MANIFEST) or {})["en/b.pdf"]
    with Publication(tmp_path) as publication:
        publication.add("en/a.pdf", b"new a", {})
        rows = publication.finish(declared=frozenset(OLD)).rows
    assert rows["en/b.pdf"] == row
    assert on_disk(tmp_path) == {**OLD, "en/a.pdf": b"new a"}
    assert sorted(read_manifest(tmp_path / MANIFEST) or {}) == sorted(OLD)


def test_a_partial_run_keeps_everything_else(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    with Publication(tmp_path) as publication:
        publication.add("en/a.pdf", b"new a", {})
        assert sorted(publication.finish(declared=None).rows) == sorted(OLD)
    assert on_disk(tmp_path) == {**OLD, "en/a.pdf": b"new a"}


def test_a_file_that_is_gone_loses_its_row(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "en/b.pdf").unlink()
    with Publication(tmp_path) as publication:
        assert sorted(publication.finish(declared=None).rows) == ["en/a.pdf", "ru/c.pdf"]


# What belongs to others ----------------------------------------------------------------------------------


def test_foreign_files_stay(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "ru/notes.txt").write_text("mine")
    publish(tmp_path, NEW)
    assert on_disk(tmp_path) == {**NEW, "ru/notes.txt": b"mine"}


def test_a_published_file_that_somebody_changed_is_not_removed(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "ru/c.pdf").write_bytes(b"signed")
    publish(tmp_path, NEW)
    assert (tmp_path / "ru/c.pdf").read_bytes() == b"signed"


NOTES = b"notes of a clinician"


def put_aside(output: Path, notes: bytes = NOTES) -> list[str]:
    """What was told by a run that finds `notes` in the place of one of its files."""
    (output / "en").mkdir(parents=True, exist_ok=True)
    (output / "en/a.pdf").write_bytes(notes)
    with Publication(output) as publication:
        publication.add("en/a.pdf", b"new a", {})
        publication.finish()
    assert (output / "en/a.pdf").read_bytes() == b"new a"
    return [f"{problem.code}: {problem.message}" for problem in publication.problems if problem.warning]


def test_a_foreign_file_in_the_place_of_one_of_ours_is_put_aside(tmp_path: Path) -> None:
    assert put_aside(tmp_path) == [
        "file-put-aside: somebody’s own file lay here, or one that somebody has changed; it is a.put-aside.pdf now"
    ]
    assert (tmp_path / "en/a.put-aside.pdf").read_bytes() == NOTES


def test_a_published_file_that_somebody_changed_is_put_aside_each_time(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    for notes in (NOTES, b"more notes", b"more notes"):
        assert len(put_aside(tmp_path, notes)) == 1
    assert {path: data for path, data in on_disk(tmp_path).items() if "aside" in path} == {
        "en/a.put-aside.pdf": NOTES,
        "en/a.put-aside-2.pdf": b"more notes",
    }
    publish(tmp_path, NEW)
    assert (tmp_path / "en/a.put-aside.pdf").exists()


def test_a_sealed_file_is_ours_even_if_no_list_tells_of_it(tmp_path: Path) -> None:
    publish(tmp_path, {"en/a.pdf": b"%PDF-1.7 old\n"})
    (tmp_path / MANIFEST).unlink()
    with Publication(tmp_path) as publication:
        publication.add("en/a.pdf", b"%PDF-1.7 new\n", {})
        publication.finish()
    assert publication.problems == ()
    assert list(on_disk(tmp_path)) == ["en/a.pdf"]


@pytest.mark.parametrize(
    "foreign",
    [
        b'{"name": "Patients", "icons": []}',
        b'{"files": ["a.js"]}',
        b'{\n "files": [\n  {\n   "path": "a.js"\n  }\n ]\n}\n',
        b'{"name": "Patients", "files": []}',
        b"[]",
        b"my notes",
        b"",
    ],
)
def test_a_manifest_of_somebody_else_is_put_aside(tmp_path: Path, foreign: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(foreign)
    with Publication(tmp_path) as publication:
        publication.add("en/a.pdf", b"new a", {})
        publication.finish()
    told = [problem for problem in publication.problems if problem.code == "file-put-aside"]
    assert ["it is manifest.put-aside.json now" in problem.message for problem in told] == [True]
    assert (tmp_path / "manifest.put-aside.json").read_bytes() == foreign
    assert list(read_manifest(tmp_path / MANIFEST) or {}) == ["en/a.pdf"]


def test_our_own_manifest_is_not_put_aside(tmp_path: Path) -> None:
    for files in ({}, OLD, NEW, {}):
        publish(tmp_path, files)
        with Publication(tmp_path) as publication:
            publication.add("en/z.pdf", b"z", {"title": "Когда звонить"})
            publication.finish()
        assert publication.problems == ()
    assert not list(tmp_path.glob("*aside*"))


def test_a_copy_that_did_not_fit_on_the_disk_leaves_nothing(tmp_path: Path) -> None:
    class Full(Disk):
        def write(self, path: Path, data: bytes) -> None:
            if data == NOTES:
                path.write_bytes(data[:5])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            super().write(path, data)

    publish(tmp_path, OLD)
    (tmp_path / "en/a.pdf").write_bytes(NOTES)
    with pytest.raises(OutputError) as error:
        publish(tmp_path, NEW, Full())
    assert codes(error) == ["disk-full"]
    assert on_disk(tmp_path) == {**OLD, "en/a.pdf": NOTES}


def test_a_link_that_leads_nowhere_is_no_free_name(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/a.put-aside.pdf").symlink_to(tmp_path / "nowhere")
    assert put_aside(tmp_path)[0].endswith("it is a.put-aside-2.pdf now")
    assert (tmp_path / "en/a.put-aside.pdf").is_symlink()
    assert (tmp_path / "en/a.put-aside-2.pdf").read_bytes() == NOTES


@pytest.mark.parametrize("half", [False, True])
def test_a_crash_at_any_moment_loses_nobody_s_notes(tmp_path: Path, half: bool) -> None:
    for step in range(12):
        output = tmp_path / f"{step}"
        publish(output, OLD)
        (output / "en/a.pdf").write_bytes(NOTES)
        with suppress(Dead):
            publish(output, NEW, MortalDisk(step, half))
        publish(output, NEW)
        assert NOTES in on_disk(output).values(), step
        assert (output / "en/a.pdf").read_bytes() == NEW["en/a.pdf"]


@pytest.mark.parametrize(
    "path", ["../out.pdf", "/etc/passwd", "en/../../x", "en//x", "", ".", "a\\b", MANIFEST, ".x/y"]
)
def test_a_path_that_leads_out_is_never_written_nor_believed(tmp_path: Path, path: str) -> None:
    output = tmp_path / "output"
    with Publication(output) as publication, pytest.raises(ValueError, match="not a path inside"):
        publication.add(path, b"data", {})
    target = tmp_path / "out.pdf"
    target.write_bytes(b"x")
    row = {"path": path, "bytes": 1, "sha256": hashlib.sha256(b"x").hexdigest()}
    (output / MANIFEST).write_text(json.dumps({"files": [row]}))
    assert publish(output, {}).removed == ()
    assert target.exists()


def test_nothing_is_written_through_a_linked_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    output = tmp_path / "output"
    output.mkdir()
    (output / "en").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError) as error:
        publish(output, OLD)
    assert codes(error) == ["output-link"]
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_linked_file_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_bytes(b"new a")
    output = tmp_path / "output"
    (output / "en").mkdir(parents=True)
    (output / "en/a.pdf").symlink_to(target)
    publish(output, {"en/a.pdf": b"newer a"})
    assert target.read_bytes() == b"new a"
    assert not (output / "en/a.pdf").is_symlink()
    assert on_disk(output) == {"en/a.pdf": b"newer a"}


@pytest.mark.parametrize("where", ["content", "content/deeper", ".", "link", "new/../content"])
def test_the_sources_are_no_output_folder(tmp_path: Path, where: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "content")
    with pytest.raises(OutputError) as error, Publication(tmp_path / where, [tmp_path / "content"]):
        pass
    assert codes(error) == ["output-protected"]
    assert error.value.problems[0].remedy
    assert list((tmp_path / "content").iterdir()) == []


def test_an_output_folder_that_is_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "output").symlink_to(tmp_path / "output")
    with pytest.raises(OutputError) as error, Publication(tmp_path / "output", [tmp_path / "content"]):
        pass
    assert codes(error) == ["output-unwritable"]


def test_an_output_folder_that_is_a_link_to_a_free_place_is_fine(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "share")
    publish(tmp_path / "output", OLD)
    assert on_disk(tmp_path / "share") == OLD


def test_a_broken_manifest_is_told_and_replaced(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / MANIFEST).write_text("[" * 100_000)
    with Publication(tmp_path) as publication:
        assert [(problem.code, problem.warning) for problem in publication.problems] == [("manifest-unreadable", True)]
        publication.add("en/a.pdf", b"new a", {})
        publication.finish(frozenset())
    assert sorted(read_manifest(tmp_path / MANIFEST) or {}) == ["en/a.pdf"]
    assert (tmp_path / "ru/c.pdf").exists()


# When it goes wrong --------------------------------------------------------------------------------------


class Dead(BaseException):
    """The process is no more."""


class MortalDisk(Disk):
    """Does so many operations, the last one perhaps only in half, and then nothing ever again."""

    def __init__(self, operations: int, half: bool = False) -> None:
        self.left = operations
        self.half = half

    def _count(self) -> None:
        if self.left == 0:
            raise Dead
        self.left -= 1

    def make_folder(self, path: Path) -> None:
        self._count()
        super().make_folder(path)

    def make_staging(self, output: Path) -> Path:
        self._count()
        return super().make_staging(output)

    def write(self, path: Path, data: bytes) -> None:
        if self.left == 0 and self.half:
            path.write_bytes(data[: len(data) // 2])
        self._count()
        super().write(path, data)

    def move(self, source: Path, target: Path) -> None:
        self._count()
        super().move(source, target)

    def remove(self, path: Path) -> None:
        self._count()
        super().remove(path)

    def remove_empty_folder(self, path: Path) -> None:
        self._count()
        super().remove_empty_folder(path)

    def clear(self, staging: Path) -> None:
        if self.left == 0 and self.half:
            for path in sorted(staging.iterdir())[:1]:
                path.unlink()
        self._count()
        super().clear(staging)


def assert_old_or_new(output: Path) -> None:
    found = {path: data for path, data in on_disk(output).items() if not path.startswith(".")}
    for path, data in found.items():
        assert data in (OLD.get(path), NEW.get(path)), path
    for path in OLD.keys() & NEW.keys():
        assert path in found
    assert read_manifest(output / MANIFEST) is not None


def whole_run(output: Path) -> int:
    """How many operations the second run takes."""
    disk = MortalDisk(10_000)
    publish(output, OLD)
    publish(output, NEW, disk)
    return 10_000 - disk.left


@pytest.mark.parametrize("half", [False, True])
def test_a_crash_after_any_operation_leaves_each_file_old_or_new(tmp_path: Path, half: bool) -> None:
    steps = whole_run(tmp_path / "count")
    assert steps > 8
    for step in range(steps):
        output = tmp_path / f"{step}"
        publish(output, OLD)
        with pytest.raises(Dead):
            publish(output, NEW, MortalDisk(step, half))
        assert_old_or_new(output)
        publish(output, NEW)
        assert on_disk(output) == NEW
        assert sorted(read_manifest(output / MANIFEST) or {}) == sorted(NEW)


@settings(max_examples=60, deadline=None)
@given(crashes=st.lists(st.tuples(st.integers(0, 25), st.booleans(), st.sampled_from([0, 1])), max_size=5))
def test_no_row_of_crashes_leaves_litter(
    tmp_path_factory: pytest.TempPathFactory, crashes: list[tuple[int, bool, int]]
) -> None:
    output = tmp_path_factory.mktemp("output")
    publish(output, OLD)
    for operations, half, which in crashes:
        try:
            publish(output, (OLD, NEW)[which], MortalDisk(operations, half))
        except Dead:
            assert_old_or_new(output)
    publish(output, {"en/a.pdf": b"last"})
    assert on_disk(output) == {"en/a.pdf": b"last"}


KILLED = """
import os, sys, time
from pathlib import Path
from press.publish import Disk, Publication

class Slow(Disk):
    left = int(sys.argv[2])
    def move(self, source, target):
        self._step()
        super().move(source, target)
    def write(self, path, data):
        self._step()
        super().write(path, data)
    def remove(self, path):
        self._step()
        super().remove(path)
    def _step(self):
        if not self.left:
            print("now", flush=True)
            time.sleep(60)
        self.left -= 1

new = {"en/a.pdf": b"new a", "en/b.pdf": b"old b", "north/en/d.pdf": b"new d"}
with Publication(Path(sys.argv[1]), disk=Slow()) as publication:
    for path, data in new.items():
        publication.add(path, data, {})
    publication.finish(frozenset(new))
"""


@pytest.mark.parametrize("step", range(6))
def test_a_killed_build_leaves_each_file_old_or_new_and_no_lock(tmp_path: Path, step: int) -> None:
    publish(tmp_path, OLD)
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path), str(step)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"now\n"
    with pytest.raises(OutputError) as error:
        publish(tmp_path, NEW)
    assert codes(error) == ["output-busy"]
    assert str(process.pid) in error.value.problems[0].message
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert_old_or_new(tmp_path)
    publish(tmp_path, NEW)
    assert on_disk(tmp_path) == NEW


class Failing(Disk):
    """One kind of operation fails from the given turn on, as the system says it."""

    def __init__(self, operation: str, turn: int, number: int) -> None:
        def fails(*_: Any) -> None:
            raise OSError(number, os.strerror(number))

        def counted(*words: Any) -> Any:
            self.turn -= 1
            return (fails if self.turn < 0 else real)(*words)

        self.turn = turn
        real = getattr(self, operation)
        setattr(self, operation, counted)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "output-unwritable"),
        (errno.EROFS, "output-unwritable"),
        (errno.EIO, "output-unwritable"),
    ],
)
@pytest.mark.parametrize(
    ("operation", "turn"),
    [
        *(("make_folder", 0), ("make_staging", 0)),
        *(("write", 0), ("write", 1), ("write", 2)),
        *(("move", 0), ("move", 1), ("move", 2), ("remove", 0)),
    ],
)
def test_what_the_system_refuses_is_told_and_changes_nothing_by_half(
    tmp_path: Path, operation: str, turn: int, number: int, code: str
) -> None:
    publish(tmp_path, OLD)
    with pytest.raises(OutputError) as error:
        publish(tmp_path, NEW, Failing(operation, turn, number))
    (problem,) = error.value.problems
    assert problem.code == code
    assert problem.place is not None
    assert str(tmp_path) in problem.place.file
    assert "--output" in problem.remedy
    assert_old_or_new(tmp_path)
    if operation in ("make_folder", "make_staging", "write"):
        assert on_disk(tmp_path) == OLD
    publish(tmp_path, NEW)
    assert on_disk(tmp_path) == NEW


def test_an_output_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file")
    with pytest.raises(OutputError) as error:
        publish(tmp_path / "output", OLD)
    assert codes(error) == ["output-unwritable"]
    (problem,) = error.value.problems
    assert problem.message == f"{tmp_path / 'output'} is a file, and the leaflets need a folder"
    assert problem.remedy.startswith("Name a folder with --output, one that is there or a new one.")
    assert (tmp_path / "output").read_text() == "a file"
    with pytest.raises(OutputError) as error:
        publish(tmp_path / "output/deeper", OLD)
    assert error.value.problems[0].message == problem.message


def test_a_file_in_the_place_of_a_folder_in_the_output_is_told(tmp_path: Path) -> None:
    folder = next(iter(NEW)).partition("/")[0]
    (tmp_path / folder).write_text("a file")
    with pytest.raises(OutputError) as error:
        publish(tmp_path, NEW)
    (problem,) = error.value.problems
    assert problem.message == f"{tmp_path / folder} is a file, and a folder is needed there"
    assert "another name" in problem.remedy


def test_an_error_of_the_caller_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    publication = Publication(tmp_path)
    with pytest.raises(ZeroDivisionError), publication:
        _add_then_fail(publication)
    assert on_disk(tmp_path) == OLD


def _add_then_fail(publication: Publication) -> None:
    publication.add("en/a.pdf", b"new a", {})
    raise ZeroDivisionError


# Two at once ---------------------------------------------------------------------------------------------


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    with Publication(tmp_path):
        with pytest.raises(OutputError) as error, Publication(tmp_path):
            pass
        assert codes(error) == ["output-busy"]
        assert error.value.problems[0].remedy
    publish(tmp_path, OLD)


def test_the_lock_of_a_dead_process_does_not_hold(tmp_path: Path) -> None:
    (tmp_path / ".lock").write_text("1\n")
    publish(tmp_path, OLD)
    assert on_disk(tmp_path) == OLD


def test_a_lock_that_was_removed_meanwhile_is_taken_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = fcntl.flock

    def removed_in_between(handle: int, operation: int) -> None:
        monkeypatch.setattr(fcntl, "flock", real)
        (tmp_path / ".lock").unlink()
        real(handle, operation)

    monkeypatch.setattr(fcntl, "flock", removed_in_between)
    with Publication(tmp_path):
        assert (tmp_path / ".lock").exists()
        with pytest.raises(OutputError), Publication(tmp_path):
            pass


# One file ------------------------------------------------------------------------------------------------


def test_a_single_file_is_written_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "deep/x.json", b"{}")
    write_file(tmp_path / "deep/x.json", b"[]")
    assert on_disk(tmp_path) == {"deep/x.json": b"[]"}


def test_a_single_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "deep").write_text("a file")
    with pytest.raises(OutputError) as error:
        write_file(tmp_path / "deep/x.json", b"{}")
    assert codes(error) == ["output-unwritable"]
    assert error.value.problems[0].message == f"{tmp_path / 'deep'} is a file, and a folder is needed there"
