"""Reads files into records and keeps every problem on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, TypeVar

from press.errors import ContentError, Place, Problem
from press.load.files import BACK, SUFFIX, is_folder, keys_in, names_in, read_bytes
from press.load.mistakes import fewer
from press.load.records import Read, record_of
from press.load.text import text_of
from press.load.tree import tree_of
from press.model.base import Record
from press.model.word_list import WordList

R = TypeVar("R", bound=Record)
Keys: TypeAlias = tuple[str, ...]


def read_record(root: Path, file: str, kind: type[R]) -> Read[R]:
    """One file of the project (relative to `root`, with `/`) as a record of `kind`."""
    problems: list[Problem] = []
    try:
        node = tree_of(text_of(read_bytes(root, file), file, problems), file, problems)
    except ContentError as error:
        return Read(None, (*fewer(problems, file), *error.problems))
    read = record_of(kind, node, file)
    return Read(read.record, (*fewer(problems, file), *read.problems))


@dataclass(slots=True)
class Reading:
    """One walk through a project: its problems so far; `broken` once a file gave no record."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False

    def record(self, file: str, kind: type[R]) -> R | None:
        """The record of one file."""
        read = read_record(self.root, file, kind)
        self.problems += read.problems
        self.broken = self.broken or read.record is None
        return read.record

    def named(self, file: str, kind: type[R], name: str, wanted: str) -> R | None:
        """The record of one file, whose field `name` repeats the name of the file or folder."""
        record = self.record(file, kind)
        written = getattr(record, name, wanted)
        if record is not None and written != wanted:
            self.problems.append(
                Problem(
                    "key-mismatch",
                    f"`{name}` is “{written}”, and the file belongs to “{wanted}”",
                    f"Write `{name}: {wanted}`, or rename the file or folder.",
                    record.place(name),
                )
            )
        return record

    def keyed(self, folder: str, kind: type[R]) -> dict[str, R]:
        """The records of a folder by their keys, which are the names of their files."""
        records = {}
        keys = self._keys(folder)
        for key in keys:
            record = self.named(f"{folder}/{key}{SUFFIX}", kind, "key", key)
            if record is not None:
                records[key] = record
        if not keys:
            self._nothing(folder, f"create the first one, such as `{folder}/main{SUFFIX}`.")
        return records

    def lists(self, folder: str, stem: str, kind: type[R]) -> tuple[R, ...]:
        """The records of `stem`.yaml and of every file beside it whose name begins with `stem`-."""
        others = tuple(key for key in self._keys(folder) if key.startswith(f"{stem}-"))
        there = (stem, *others) if not others or stem in self._keys(folder) else others
        records = (self.record(f"{folder}/{key}{SUFFIX}", kind) for key in there)
        return tuple(record for record in records if record is not None)

    def recorded(self, folder: str, kind: type[R], languages: tuple[str, ...] | None) -> dict[str, R]:
        """The records of a folder that may be missing, with one file for each language that has any."""
        there = self._keys(folder)
        known = there if languages is None else tuple(language for language in languages if language in there)
        return self.by_language(folder, kind, known) if there else {}

    def folders(self, folder: str, example: str) -> tuple[str, ...]:
        """The names of the folders in `folder`; `example` is the first file of one of them."""
        found = []
        for name in self._names(folder):
            if is_folder(self.root, f"{folder}/{name}"):
                found.append(name)
            else:
                self._unexpected(f"{folder}/{name}", f"only folders are looked for here, such as `{example}`")
        if not found:
            self._nothing(folder, f"create the first one, such as `{folder}/{example}`.")
        return tuple(found)

    def by_language(
        self, folder: str, kind: type[R], languages: tuple[str, ...] | None, beside: str = ""
    ) -> dict[str, R]:
        """The records of a folder that has one file for each language; `languages` is None where not known.

        `beside` is the name, without `.yaml`, of a file that lies there too and is no language.
        """
        there = tuple(key for key in self._keys(folder) if key != beside)
        for language in there:
            if languages is not None and language not in languages:
                file = f"{folder}/{language}{SUFFIX}"
                self._unexpected(file, f"“{language}” is not one of the languages of content/clinic.yaml")
        records = {}
        for language in dict.fromkeys(there if languages is None else languages):
            if language not in there:
                self._language_missing(folder, language, languages or there, there, kind)
                continue
            record = self.named(f"{folder}/{language}{SUFFIX}", kind, "language", language)
            if record is not None:
                records[language] = record
        return records

    def _names(self, folder: str) -> tuple[str, ...]:
        try:
            return names_in(self.root, folder)
        except ContentError as error:
            self.problems += error.problems
            self.broken = True
            return ()

    def _keys(self, folder: str) -> tuple[str, ...]:
        return keys_in(self._names(folder))

    def _nothing(self, folder: str, otherwise: str) -> None:
        self.broken = True
        remedy = f"Bring its files {BACK}. If there never were any: {otherwise}"
        self.problems.append(Problem("file-missing", "nothing is here to read", remedy, Place(folder)))

    def _unexpected(self, file: str, reason: str) -> None:
        self.problems.append(
            Problem(
                "file-unexpected",
                f"this file is not read: {reason}",
                "Rename it, move it or delete it.",
                Place(file),
                warning=True,
            )
        )

    def _language_missing(
        self, folder: str, language: str, known: Iterable[str], there: tuple[str, ...], kind: type[Record]
    ) -> None:
        self.broken = True
        file = f"{folder}/{language}{SUFFIX}"
        original = next((f"{folder}/{other}{SUFFIX}" for other in known if other in there), "")
        if kind is WordList:  # words that hurt are others in every language
            new = f"write it, in the form of `{original}`" if original else "write it"
        else:
            new = f"copy `{original}` and translate the words" if original else "write it"
        self.problems.append(
            Problem(
                "language-missing",
                f"the words in “{language}” are missing",
                f"Bring `{file}` {BACK}. If there never was one: {new}; or take `{language}` out of `languages` in "
                "content/clinic.yaml, then nothing is printed in it.",
                Place(file),
            )
        )
