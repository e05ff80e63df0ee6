"""Words pydantic's errors as a nurse would tell a colleague: what stands there, what should stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from press.errors import Place, Problem
from press.guess import choices, did_you_mean, nearest
from press.load.shape import Location, Spot, fields_by_key, spot_at
from press.load.tree import Mapping, Node, Scalar, Sequence
from press.model.base import Record
from press.model.prices import WrongAmountError

#: More problems of one file than anybody mends in one go.
MOST = 50


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error of pydantic's with the spot in the file it speaks of."""

    type: str
    location: Location
    context: dict[str, Any]
    spot: Spot
    file: str
    root: Node

    @property
    def key(self) -> str:
        """The last key of the location, short enough for a message."""
        keys = [piece for piece in self.location if isinstance(piece, str) and piece != "[key]"]
        return keys[-1][:60] if keys else ""

    @property
    def label(self) -> str:
        """The value in words: `title`, or: entry 3 of `signs`."""
        last = self.location[-1] if self.location else ""
        if isinstance(last, int):
            return f"entry {last + 1} of `{self.key}`"
        return f"`{self.key}`" if self.key else "this file"

    @property
    def here(self) -> Place:
        """Where the value stands."""
        return Place(self.file, self.spot.line, self.spot.column)

    @property
    def at_key(self) -> Place:
        """Where the key of the value stands."""
        return Place(self.file, self.spot.key_line, self.spot.key_column)

    @property
    def known(self) -> dict[str, str]:
        """What the keys known at this place mean."""
        fields = fields_by_key(self.spot.around) if self.spot.around else {}
        return {key: field.description or "" for key, field in fields.items()}


def problems_of(error: ValidationError, kind: type[Record], node: Node, file: str) -> tuple[Problem, ...]:
    """The problems behind a validation error, by line; those that only follow from others are left out."""
    mistakes = []
    for details in error.errors(include_url=False, include_input=False):
        location = details["loc"]
        spot = spot_at(kind, node, location)
        mistakes.append(Mistake(details["type"], location, details.get("ctx") or {}, spot, file, node))
    mistakes.sort(key=lambda mistake: (mistake.spot.key_line, mistake.spot.key_column))
    misspelt = {location for mistake in mistakes[:MOST] for location in _meant(mistake)}
    own = [mistake for mistake in mistakes if mistake.location not in misspelt and not _follows(mistake)]
    shown = [_WORDING.get(mistake.type, _other)(mistake) for mistake in own[:MOST]]
    return (*shown, *_rest(len(own) - MOST, file))


def fewer(problems: list[Problem], file: str) -> tuple[Problem, ...]:
    """The first of the problems of a file, and how many more there are."""
    return (*problems[:MOST], *_rest(len(problems) - MOST, file))


def _meant(mistake: Mistake) -> Iterator[Location]:
    """The location of the key that a misspelt one stands for: nobody needs to be told that it is missing."""
    if mistake.type == "extra_forbidden":
        meant = nearest(mistake.key, mistake.known)
        if meant:
            yield (*mistake.location[:-1], meant)


def _follows(mistake: Mistake) -> bool:
    """Whether something counts as too short only because its entries were refused."""
    node = mistake.spot.node
    if mistake.type != "too_short" or isinstance(node, Scalar):
        return False
    held = node.items if isinstance(node, Sequence) else node.entries
    return len(held) >= int(mistake.context["min_length"])


def _rest(number: int, file: str) -> tuple[Problem, ...]:
    if number <= 0:
        return ()
    message = f"{number} more problems in this file are not shown"
    return (Problem("more-problems", message, "Mend the others first; often they have one cause.", Place(file)),)


def _missing(mistake: Mistake) -> Problem:
    meaning = mistake.known.get(mistake.key)
    remedy = f"Add a line `{mistake.key}: …`" + (f" ({meaning})." if meaning else ".")
    return Problem("missing-key", f"`{mistake.key}` is missing here", remedy, mistake.here)


def _unknown_key(mistake: Mistake) -> Problem:
    message = f"`{mistake.key}` is not a key known here"
    return Problem("unknown-key", message, did_you_mean(mistake.key, mistake.known), mistake.at_key)


def _unknown_kind(mistake: Mistake) -> Problem:
    node = mistake.spot.node
    entry = node.entries.get("kind") if isinstance(node, Mapping) else None
    if entry is None or not isinstance(entry.value, Scalar):
        return _kind_missing(mistake)
    kind = entry.value
    return Problem(
        "unknown-kind",
        f"there is no kind of block {_shown(kind)}",
        did_you_mean(kind.text, _quoted(mistake.context["expected_tags"])),
        Place(mistake.file, kind.line, kind.column),
    )


def _kind_missing(mistake: Mistake) -> Problem:
    return Problem(
        "missing-key",
        "`kind` is missing here: it says what sort of block this is",
        "Add a line `kind: …`, such as `kind: text` or `kind: list`.",
        mistake.here,
    )


def _not_one_of(mistake: Mistake) -> Problem:
    known = _quoted(mistake.context["expected"])
    if _is_key(mistake):
        return _wrong_key(mistake, did_you_mean(mistake.key, known))
    written = mistake.spot.node.text if isinstance(mistake.spot.node, Scalar) else ""
    guess = f"Did you mean `{nearest(written, known)}`? " if nearest(written, known) else ""
    return _wrong(mistake, guess + choices(known))


def _own_words(mistake: Mistake) -> Problem:
    """A refusal by a record of ours, which says itself how to mend it."""
    if isinstance(mistake.context["error"], WrongAmountError):
        return _amount(mistake)
    advice = re.sub(r"[;,] not ('.*'|\".*\")$", "", str(mistake.context["error"]), flags=re.DOTALL)
    if not mistake.location:
        return Problem("wrong-value", advice, "Change one of the two.", _named_in(advice, mistake))
    remedy = f"{advice[:1].upper()}{advice[1:]}."
    return _wrong_key(mistake, remedy) if _is_key(mistake) else _wrong(mistake, remedy)


def _named_in(advice: str, mistake: Mistake) -> Place:
    """The place of the key with which a refusal of a whole record begins; of the record if there is none."""
    node, name = mistake.spot.node, advice.partition(" ")[0]
    if isinstance(node, Mapping) and name in node.entries:
        value = node.entries[name].value
        return Place(mistake.file, value.line, value.column)
    return mistake.here


def _amount(mistake: Mistake) -> Problem:
    from press.load.amounts import amount_remedy  # seldom needed

    written = mistake.spot.node.text if isinstance(mistake.spot.node, Scalar) else ""
    entry = mistake.root.entries.get("currency") if isinstance(mistake.root, Mapping) else None
    currency = entry.value.text if entry is not None and isinstance(entry.value, Scalar) else ""
    return _wrong(mistake, amount_remedy(written, mistake.known, currency))


def _empty(mistake: Mistake) -> Problem:
    remedy = "Fill it, or leave the key out if it may be left out."
    return Problem("wrong-value", f"{mistake.label} is empty", remedy, mistake.here)


def _too_short(mistake: Mistake) -> Problem:
    node = mistake.spot.node
    if not isinstance(node, Scalar) or not node.text.strip():
        return _empty(mistake)
    message = f"{mistake.label} is too short: {_shown(node)}"
    return Problem(
        "wrong-value", message, f"Write at least {mistake.context['min_length']} letters: a sentence.", mistake.here
    )


def _too_long(mistake: Mistake) -> Problem:
    message = f"{mistake.label} has more than {mistake.context['max_length']} letters"
    return Problem("wrong-value", message, "Shorten it, or split it into several blocks.", mistake.here)


def _record_wanted(mistake: Mistake) -> Problem:
    record = mistake.spot.record
    keys = [key for key, field in fields_by_key(record).items() if field.is_required()] if record else ["kind"]
    example = ", ".join(f"`{key}: …`" for key in keys or ["key"])
    if mistake.location:
        return _wrong(mistake, f"Write it with its keys: {example}.")
    message = "this file must begin with a key, and begins with something else"
    return Problem("wrong-value", message, f"Write lines with keys: {example}.", mistake.here)


def _other(mistake: Mistake) -> Problem:
    return _wrong(mistake, "Compare it with the same line of another file.")


def _advise(remedy: str) -> Callable[[Mistake], Problem]:
    """The wording of an error whose remedy is always the same; {le:g} and the like come from the error."""
    return lambda mistake: _wrong(mistake, remedy.format(**mistake.context))


def _wrong(mistake: Mistake, remedy: str) -> Problem:
    node = mistake.spot.node
    empty = isinstance(node, Scalar) and not node.text.strip()
    message = f"{mistake.label} is empty" if empty else f"{mistake.label} cannot be {_shown(node)}"
    return Problem("wrong-value", message, remedy, mistake.here)


def _wrong_key(mistake: Mistake, remedy: str) -> Problem:
    return Problem("wrong-value", f"“{mistake.key}” cannot be a key here", remedy, mistake.at_key)


def _is_key(mistake: Mistake) -> bool:
    return mistake.location[-1:] == ("[key]",)


def _shown(node: Node) -> str:
    """What stands at a node, short enough for a message."""
    if isinstance(node, Mapping):
        return "lines with keys of their own"
    if isinstance(node, Sequence):
        return "a list"
    words = " ".join(node.text.split())
    return f"“{words[:60]}…”" if len(words) > 60 else f"“{words}”"


def _quoted(expected: str) -> list[str]:
    return re.findall(r"'([^']*)'", expected)


_DIGITS = _advise("Write digits only, such as 4500.")
_WHOLE = _advise("Write a whole number, such as 3.")
_NUMBER = _advise("Write a number with a point, such as 12.5, without a unit.")

_WORDING: dict[str, Callable[[Mistake], Problem]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "union_tag_invalid": _unknown_kind,
    "union_tag_not_found": _kind_missing,
    "enum": _not_one_of,
    "literal_error": _not_one_of,
    "value_error": _own_words,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "too_short": _empty,
    "model_type": _record_wanted,
    "model_attributes_type": _record_wanted,
    "string_type": _advise(
        "Write words. Words that begin with {{ or [, or hold a colon and a space, need quotes: "
        '"{{phone}}, day and night".'
    ),
    "string_pattern_mismatch": _advise("It must look like this pattern: {pattern}"),
    "tuple_type": _advise("Write a list: each entry on a line of its own that begins with `- `."),
    "dict_type": _advise("Write a line with a key for each, further to the right, such as `en: Words`."),
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "decimal_parsing": _DIGITS,
    "decimal_type": _DIGITS,
    "bool_type": _advise("Write true or false."),
    "greater_than": _advise("Write a number above {gt:g}."),
    "greater_than_equal": _advise("Write a number of {ge:g} or more."),
    "less_than": _advise("Write a number below {lt:g}."),
    "less_than_equal": _advise("Write a number of {le:g} or less."),
}
