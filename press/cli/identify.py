"""`identify CODE`: somebody holds a paper and asks whether it may still be handed out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from press import wording
from press.cli.changed import change_data, change_lines, format_name, language_name, name_of, plain
from press.cli.editions import Editions, editions
from press.cli.hindrances import Hindrances, commands, in_a_line
from press.cli.instead import instead
from press.cli.runs import pulled_words, read_ledger, runs_out
from press.cli.tell import tell_data, tell_problems
from press.cli.wishes import IdentifyWish
from press.cli.words import Options, wish_of
from press.errors import ContentError, ExitCode, Problem
from press.fingerprint import CODE_LENGTH
from press.model.ledger import PrintRun
from press.snapshot.changes import Grade, gravest
from press.snapshot.codes import as_typed, foreign_letters, guesses, never_there, tidy
from press.snapshot.record import Snapshot
from press.snapshot.verdict import Verdict, as_known, judge

GOOD = "STILL GOOD"
ONCE = "STILL GOOD, BUT COULD NOT BE PRINTED AGAIN AS IT IS"
UNAPPROVED = "NOT APPROVED"
BAD = "DO NOT HAND OUT"
EARLY = "DO NOT HAND OUT YET"
UNKNOWN = "UNKNOWN"
_GUESSES = 5
_FAULTS = 3  # that are shown; `check` shows them all


def run(options: Options, root: Path) -> ExitCode:
    """Tells which edition the code stands for, whether it still holds, what has changed and what to do."""
    today = options.today or date.today()
    typed = wish_of(options, IdentifyWish).code
    code = tidy(typed)
    try:
        known = editions(root, options.output, today)
        said = known.find(code)
    except ContentError as error:
        _tell_unsure(code, error, root, options.as_json)
        return ExitCode.PROBLEMS
    if said is None:
        _tell_unknown(code, typed, known, options.as_json)
        return ExitCode.PROBLEMS
    present = known.successor(said)
    found = known.hindrances(said, present)
    verdict = judge(said, present, today, gone=known.gone(said), others=found.reasons)
    stock, problems = _stock(root, code, today)
    if options.as_json:
        tell_data(_data(said, present, verdict, found, stock))
    else:
        replacement = instead(known, said, present, today)
        answer = _Answer(said, as_known(said, present), verdict, found, stock, replacement)
        parts = (_head(answer), _about(answer.life), _why(answer), _changed(answer), _to_do(answer))
        print("\n\n".join("\n".join(part) for part in map(tuple, parts) if part))
        if problems:
            print("\nWhere copies lie cannot be told:", flush=True)
        tell_problems(problems, root)
    return ExitCode.DONE if verdict.is_good and not found.unapproved else ExitCode.PROBLEMS


def _stock(root: Path, code: str, today: date) -> tuple[list[PrintRun], tuple[Problem, ...]]:
    """Where copies lie, by the ledger; a ledger that cannot be read keeps nobody from an answer."""
    try:
        runs = runs_out(read_ledger(root), today)
    except ContentError as error:
        return [], error.problems
    return [run for run in runs if run.code == code], ()


# A known code -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Answer:
    """All that there is to say: `said` is what stands on the paper, `life` has the days for which it holds."""

    said: Snapshot
    life: Snapshot
    verdict: Verdict
    found: Hindrances
    stock: Sequence[PrintRun]
    replacement: str

    @property
    def word(self) -> str:
        """The answer in a word or two."""
        if not self.verdict.is_good and not self.verdict.begins:
            return BAD
        if self.found.unapproved:
            return UNAPPROVED
        if self.verdict.begins:
            return EARLY
        return ONCE if self.found.refused else GOOD


def _head(answer: _Answer) -> Iterator[str]:
    yield f"{answer.said.code}: {answer.word}"


def _why(answer: _Answer) -> Iterator[str]:
    found, sentences = answer.found, [reason.sentence for reason in answer.verdict.reasons]
    if found.unapproved:
        roles = ", ".join(found.unapproved)
        if answer.verdict.replaced_by:
            roles = f"What is missing for these, which are no longer those of today: {roles}"
        else:
            roles = f"What is missing: {roles}"
        sentences.append(f"The clinic’s rules want an approval of these words first. {roles}.")
    if sentences:
        yield "Why"
        yield from (f"  - {plain(sentence)}" for sentence in sentences)
    if answer.word == ONCE:
        yield "Why it could not be printed again today"
        for problem in found.refused[:_FAULTS]:
            yield f"  - {plain(in_a_line(problem))}"
            yield f"    {plain(problem.remedy)}"
        if len(found.refused) > _FAULTS:
            yield f"  - and {len(found.refused) - _FAULTS} more: ./run check"


def _changed(answer: _Answer) -> Iterator[str]:
    if answer.verdict.changes:
        yield "What has changed since (the words that differ stand in brackets)"
        yield from change_lines(answer.verdict.changes, old=answer.said)


def _to_do(answer: _Answer) -> Iterator[str]:
    yield "What to do"
    yield from (f"  {number}. {plain(step)}" for number, step in enumerate(_STEPS[answer.word](answer), 1))


def _about(said: Snapshot) -> Iterator[str]:
    yield plain(f"  {said.title}")
    yield plain(
        f"  {language_name(said.language)}, {said.branch_name}; made as {', '.join(f.name for f in said.formats)}"
    )
    reviewed = (
        f"approved by a clinician on {_day(said.reviewed_on)}"
        if said.reviewed_on
        else "not yet approved by a clinician"
    )
    yield plain(f"  written on {_day(said.written_on)}, {reviewed}, next review by {_day(said.review_by)}")
    if said.prices_end:
        yield plain(f"  prices hold until {_day(said.prices_end)}")


def _steps_of_good(answer: _Answer) -> Iterator[str]:
    verdict = answer.verdict
    last = _day(min(day for day in (answer.life.review_by, answer.life.prices_end) if day))
    worst = gravest(verdict.changes)
    if worst is Grade.WORDING:
        yield f"Use up these copies, until {last} at the latest. Nothing about safety or prices has changed."
        yield _IF_DRAFT
        yield f"Then {answer.replacement}."
        return
    yield f"Hand it out, until {last} at the latest. It says what the leaflet says today."
    yield _IF_DRAFT
    if worst:
        yield "New copies look a little different; that does not matter."
    elif verdict.replaced_by:
        yield f"New copies carry the code {verdict.replaced_by}; their words are the same."


def _steps_of_once(answer: _Answer) -> Iterator[str]:
    last = _day(min(day for day in (answer.life.review_by, answer.life.prices_end) if day))
    yield f"Use up these copies, until {last} at the latest. What speaks against printing is no reason to pull them."
    yield _IF_DRAFT
    yield "Print or copy no more of it. Show this to whoever looks after the texts; when it is mended, build again."


def _steps_of_unapproved(answer: _Answer) -> Iterator[str]:
    said = answer.said
    yield f"Put all copies aside. {_IF_DRAFT}"
    words = (
        "Nobody has approved their words either."
        if answer.verdict.replaced_by
        else "Their words are the same, so they wait too."
    )
    yield f"Copies without that word were printed before the clinic asked for approvals, or while one held. {words}"
    yield "When the words are approved: " + ", then ".join(
        commands(said.leaflet, said.language, answer.found.unapproved)
    )
    yield f"Then ask again: ./run identify {said.code}"


def _steps_of_early(answer: _Answer) -> Iterator[str]:
    begins = answer.verdict.begins
    yield f"Put all copies aside. From {_day(begins) if begins else 'that day'} on you may hand them out."


def _steps_of_bad(answer: _Answer) -> Iterator[str]:
    yield "Take all copies away, also from leaflet racks and bags, and put them into the waste paper."
    for where, format in dict.fromkeys((run.where, run.format) for run in answer.stock):
        there = [run for run in answer.stock if (run.where, run.format) == (where, format)]
        copies = sum(run.copies for run in there)
        on = f" ({name})" if (name := format_name(answer.said, format)) else ""
        typed = pulled_words(there[0], answer.stock)
        yield f"By the ledger {copies} lie here: {where}{on}. When they are gone: {typed}"
    yield f"Instead: {answer.replacement}."


_IF_DRAFT = "If the paper says DRAFT, do not hand it out."
_STEPS: Mapping[str, Callable[[_Answer], Iterator[str]]] = {
    GOOD: _steps_of_good,
    ONCE: _steps_of_once,
    UNAPPROVED: _steps_of_unapproved,
    EARLY: _steps_of_early,
    BAD: _steps_of_bad,
}


# An unknown code --------------------------------------------------------------------------------------------


def _tell_unknown(code: str, typed: str, known: Editions, as_json: bool) -> None:
    found = guesses(typed, known.known)[:_GUESSES]
    if as_json:
        tell_data({"code": code, "known": False, "good": False, "did_you_mean": list(found)})
        return
    print(plain(f"{as_typed(typed) or 'No code'}: {UNKNOWN}\n"))
    looked = ", ".join(f"{count} {where}" for where, count in known.looked_through.items())
    print(f"No edition has this code. Looked through: {looked}.")
    for line in _odd(code, typed):
        print(line)
    for guess in found:
        print(f"Did you mean {guess}?" + _which(guess, known))
    _print_steps(
        [
            "Read the code again: seven signs in the small print at the foot.",
            "Until you know more, do not hand the paper out.",
            "Lay it beside a new copy and compare emergency numbers, telephones, steps, prices and dates.",
            f"Still in doubt? Ask the owner of the texts ({known.project.clinic.owner}), and print anew.",
        ]
    )


def _odd(code: str, typed: str) -> Iterator[str]:
    """What shows that this cannot be a code."""
    count = len(code.replace("-", ""))
    if count != CODE_LENGTH:
        yield f"A code has {CODE_LENGTH} signs{f', and not {count}' if count else ''}: ./run identify 7K3M-9QW"
    foreign = " ".join(foreign_letters(typed))
    wrong = " ".join(never_there(code))
    if foreign:
        yield plain(f"These are no Latin letters: {foreign}. A code has Latin letters and digits only.")
    elif wrong:
        yield plain(f"What stands in no code: {wrong}. Left out are all signs that are easily mixed up:")
        yield "  0 O 1 I L U V 2 Z 5 S B, and A and E."


def _which(guess: str, known: Editions) -> str:
    try:
        found = known.find(guess)
    except ContentError:
        return ""
    return f" That is {name_of(found)}." if found else ""


def _tell_unsure(code: str, error: ContentError, root: Path, as_json: bool) -> None:
    """The code may be known, but a file that is needed for an answer cannot be read."""
    if as_json:
        tell_problems(error.problems, root, as_json)
        return
    print(f"{code or 'No code'}: {UNKNOWN}\n")
    print("A file that is needed for the answer cannot be read: see below.")
    _print_steps(
        [
            "Until it is mended, do not hand the paper out.",
            "Show this to whoever looks after the texts. When the file is mended, type the code again.",
            "In a hurry? Lay the paper beside a new copy and compare emergency numbers, telephones, steps, prices and "
            "dates.",
        ]
    )
    print(flush=True)
    tell_problems(error.problems, root)


def _print_steps(steps: Iterable[str]) -> None:
    print("\nWhat to do")
    for number, step in enumerate(steps, 1):
        print(f"  {number}. {plain(step)}")


# As data ----------------------------------------------------------------------------------------------------


def _data(
    said: Snapshot, present: Snapshot | None, verdict: Verdict, found: Hindrances, stock: Iterable[PrintRun]
) -> dict[str, Any]:
    return {
        "code": said.code,
        "known": True,
        "good": verdict.is_good and not found.unapproved,
        "leaflet": said.leaflet,
        "title": said.title,
        "language": said.language,
        "branch": said.branch,
        "written_on": said.written_on.isoformat(),
        "review_by": said.review_by.isoformat(),
        "prices_until": said.prices_end.isoformat() if said.prices_end else None,
        "reasons": [{"grade": str(reason.grade), "sentence": reason.sentence} for reason in verdict.reasons],
        "not_approved": list(found.unapproved),
        "refused_today": [problem.as_data() for problem in found.refused],
        "replaced_by": verdict.replaced_by or None,
        "still_published": present is not None,
        "changes": change_data(verdict.changes),
        "stock": [run.model_dump(mode="json", exclude_none=True) for run in stock],
    }


def _day(day: date) -> str:
    return wording.day(day, "en")
