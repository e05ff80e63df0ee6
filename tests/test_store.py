import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.store import Store


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("??/*"))


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    Store(tmp_path / "cache").put("key", b"body")
    assert Store(tmp_path / "cache").get("key") == b"body"


def test_an_unknown_key_is_missing_and_makes_no_folder(tmp_path: Path) -> None:
    assert Store(tmp_path / "cache").get("key") is None
    assert not (tmp_path / "cache").exists()


@given(body=st.binary(max_size=200), place=st.integers(0, 300), data=st.binary(max_size=3))
def test_a_damaged_entry_is_missing(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, place: int, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    store = Store(folder)
    store.put("key", body)
    (path,) = entries(folder)
    good = path.read_bytes()
    damaged = good[: place % (len(good) + 1)] + data
    path.write_bytes(damaged)
    assert store.get("key") == (body if damaged == good else None)
    assert path.exists() is (damaged == good)


def test_an_entry_under_another_name_is_not_believed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("old price", b"7000")
    store.put("new price", b"8000")
    first, second = entries(tmp_path)
    first.write_bytes(second.read_bytes())
    assert sorted(filter(None, (store.get("old price"), store.get("new price")))) in ([b"7000"], [b"8000"])


def test_a_cache_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    store = Store(tmp_path / "cache")
    store.put("key", b"body")
    store.trim()
    assert store.get("key") is None


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    Store(tmp_path).put("key", b"body")
    assert entries(tmp_path) == []


def test_what_was_used_longest_ago_is_dropped_first(tmp_path: Path) -> None:
    for day, key in enumerate(("first", "second", "third")):
        before = set(entries(tmp_path))
        Store(tmp_path).put(key, b"x" * 100)
        (path,) = set(entries(tmp_path)) - before
        os.utime(path, (day, day))
    assert Store(tmp_path).get("first") is not None  # used again just now
    Store(tmp_path, limit=300).trim()
    assert Store(tmp_path).get("first") is not None
    assert Store(tmp_path).get("second") is None
    assert Store(tmp_path).get("third") is not None


def test_the_folder_stays_within_its_limit(tmp_path: Path) -> None:
    for number in range(10):
        Store(tmp_path).put(str(number), b"x" * 100)
    Store(tmp_path, limit=400).trim()
    assert sum(path.stat().st_size for path in entries(tmp_path)) <= 400
    assert entries(tmp_path)


def test_what_this_run_used_is_never_dropped(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=1)
    for number in range(10):
        store.put(str(number), b"x" * 100)
    Store(tmp_path, limit=1_000_000).put("other run", b"y")
    store.trim()
    assert [store.get(str(number)) for number in range(10)] == [b"x" * 100] * 10
    assert store.get("other run") is None


def test_abandoned_parts_are_cleared_and_fresh_ones_are_not(tmp_path: Path) -> None:
    Store(tmp_path).put("key", b"body")
    folder = entries(tmp_path)[0].parent
    old, new = folder / "a.part", folder / "b.part"
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (0, 0))
    Store(tmp_path).trim()
    assert (old.exists(), new.exists()) == (False, True)


WRITER = """
import sys
from pathlib import Path
from press.store import Store
store = Store(Path(sys.argv[1]), limit=20_000)
for number in range(300):
    key = str(number % 7)
    found = store.get(key)
    assert found is None or found == key.encode() * 1000, found
    store.put(key, key.encode() * 1000)
    if number % 50 == 0:
        Store(Path(sys.argv[1]), limit=3_000).trim()
"""


def test_several_processes_may_share_a_cache(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    root = Path(__file__).parents[1]
    running = [subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE) for _ in range(3)]
    for process in running:
        _, error = process.communicate(timeout=60)
        assert (process.returncode, error) == (0, b"")
    assert not list(tmp_path.rglob("*.part"))
