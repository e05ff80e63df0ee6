"""`signoff`: notes who approved which words, bound to what they say now; alone: who approved what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from press.approval.claims import claims
from press.approval.covered import digest_of, digests_of_parts
from press.approval.policy import CLINICIAN, Approval, approvals, asked_roles, known_roles, missing_roles
from press.approval.printed import printed
from press.cli.choices import refuse_unknown
from press.cli.concern import concerns
from press.cli.noted_day import refuse_pretended
from press.cli.tables import show_table
from press.cli.tell import tell_data, tell_problems
from press.cli.wishes import SignOffWish
from press.cli.words import Options, wish_of
from press.edition import resolve
from press.errors import ContentError, ExitCode, Place, Problem, UsageError, refusals
from press.guess import SLIP, nearest
from press.lint.old_sources import told_sources
from press.lint.rules import lint
from press.load.project import LEAFLETS, Loaded, load
from press.model.blocks import Picture
from press.model.job import Choice, Job, Medium
from press.model.project import Project
from press.model.sign_off import SignOff
from press.model.validated import NotValidError, validated
from press.publish import write_file
from press.rewrite import written

_HEAD = "Who approved these words, oldest first. Written by ./run signoff; the digest is of what was approved."
#: What is not about the words: amounts and days are looked at again at every build, and approvals leave them out.
_NOT_OF_WORDS = frozenset({"dates"})
_SHORT = 8


@dataclass(frozen=True, slots=True)
class _State:
    """One text and one role: who approved it, and what is asked for."""

    leaflet: str
    language: str
    role: str
    media: tuple[str, ...]  # that ask for this role
    approval: Approval | None

    @property
    def told(self) -> str:
        if self.approval is None:
            return "not approved yet"
        if self.approval.holds:
            return "holds"
        return f"no longer holds: changed since{self.approval.in_what}"


def run(options: Options, root: Path) -> ExitCode:
    """Records an approval; without a leaflet shows all of them."""
    today = options.today or date.today()
    wish = wish_of(options, SignOffWish)
    loaded = load(root, today)
    if loaded.project is None:
        raise ContentError(*loaded.problems)
    if not wish.leaflet:
        _show(loaded.project, options.as_json)
        return ExitCode.DONE
    _refuse_incomplete(wish, loaded.project)
    refuse_pretended(today)
    new = _sign_off(wish, loaded.project, today)
    _refuse_slip(wish, loaded.project)
    _refuse_others(wish, new.digest, loaded.project)
    _refuse_faulty(wish, loaded, today)
    file = f"{LEAFLETS}/{wish.leaflet}/sign-offs/{wish.language}.yaml"
    history = loaded.project.sign_offs.get((wish.leaflet, wish.language))
    before = history.sign_offs if history else ()
    last = next((one for one in reversed(before) if one.role == new.role), None)
    if new != last:
        data = {"language": wish.language, "sign_offs": [_plain(one) for one in (*before, new)]}
        write_file(root / file, written(data, _HEAD).encode())
    after = load(root, today).project
    if after is None:
        raise RuntimeError(f"{file} cannot be read back")
    _tell(wish, after, new, file, today, root, as_json=options.as_json)
    return ExitCode.DONE


# What was typed ---------------------------------------------------------------------------------------------


def _refuse_incomplete(wish: SignOffWish, project: Project) -> None:
    languages = (wish.language,) if wish.language else ()
    refuse_unknown(Choice(leaflets=(wish.leaflet,), languages=languages), project)
    missing = [
        word for word, value in (("LANGUAGE", wish.language), ("--role", wish.role), ("--name", wish.name)) if not value
    ]
    if missing:
        language = wish.language or project.clinic.languages[0]
        raise UsageError(
            Problem(
                "usage",
                f"To note an approval, say the leaflet, the language, the role and the name; {missing[0]} is missing.",
                f"For example: ./run signoff {wish.leaflet} {language} --role {wish.role or CLINICIAN} "
                f'--name "{wish.name or "Dr A. Ivanova"}"',
            )
        )


def _sign_off(wish: SignOffWish, project: Project, today: date) -> SignOff:
    data = {
        "role": wish.role,
        "name": wish.name,
        "on": today,
        "digest": digest_of(project, *_key(wish)),
        "parts": digests_of_parts(project, *_key(wish)),
    }
    try:
        return validated(SignOff, data)
    except NotValidError as error:
        if any(fault.location == ("role",) for fault in error.mistakes):
            meant = nearest(wish.role, known_roles(project)) or CLINICIAN
            what, remedy = f"the role {wish.role!r}", f"Small letters a-z and hyphens only. Did you mean `{meant}`?"
        else:
            what, remedy = f"the name {wish.name!r}", "Write the name as it would stand under a letter."
        raise UsageError(Problem("usage", f"This cannot be noted: {what}.", remedy)) from None


def _refuse_slip(wish: SignOffWish, project: Project) -> None:
    """The history is only added to, so a role that is nearly a known one is asked about before it is written."""
    known = (*known_roles(project), *approvals(project, *_key(wish)))
    meant = None if wish.role in known else nearest(wish.role, known, SLIP)
    if meant:
        raise UsageError(
            Problem(
                "usage",
                f"Nobody knows the role `{wish.role}`; nothing was noted. Did you mean `{meant}`?",
                f'Type: ./run signoff {wish.leaflet} {wish.language} --role {meant} --name "{wish.name}" (if it is '
                f"another role indeed, name `{wish.role}` under `sign_off` in content/clinic.yaml first).",
            )
        )


def _refuse_others(wish: SignOffWish, digest: str, project: Project) -> None:
    """Raise ContentError where the words are not those of the evidence file that was read."""
    if wish.digest and not digest.startswith(wish.digest):
        evidence = f"./run evidence --leaflet {wish.leaflet} --language {wish.language}"
        raise ContentError(
            Problem(
                "sign-off-other-words",
                f"the evidence file that was read has the digest {wish.digest[:_SHORT]}, but something it shows has "
                f"changed since: the digest is {digest[:_SHORT]} now; nothing was noted",
                f"Make a new evidence file with `{evidence}` and let it be read; it has the command to type.",
                Place(project.texts[_key(wish)].place().file),
            )
        )


def _plain(sign_off: SignOff) -> dict[str, Any]:
    return sign_off.model_dump(mode="json", exclude_defaults=True)


# Whether it may be approved ---------------------------------------------------------------------------------


def _refuse_faulty(wish: SignOffWish, loaded: Loaded, today: date) -> None:
    """Raise ContentError where the text could not be printed as it is: its words are about to change."""
    project = loaded.project
    if project is None:
        raise ContentError(*loaded.problems)
    found = [*loaded.problems]
    found += [p for guard in lint(project, today) if guard.guard not in _NOT_OF_WORDS for p in guard.problems]
    jobs = tuple(_jobs(project, wish))
    price_list = project.prices.file if project.texts[wish.leaflet, wish.language].prints_prices else ""
    faults = [
        problem
        for problem in refusals(found)
        if any(concerns(problem, job, job.branch or project.clinic.main_branch, price_list) for job in jobs)
    ]
    faults += refusals(
        problem for branch in project.branches for problem in resolve(project, *_key(wish), branch).problems
    )
    faults += refusals(_pictures(project, wish))
    if faults:
        refused = Problem(
            "sign-off-refused",
            f"“{wish.leaflet}” in “{wish.language}” cannot be approved while it cannot be printed; nothing was noted",
            "Mend the problems told here, then approve the words as they are then.",
            Place(project.texts[_key(wish)].place().file),
        )
        raise ContentError(*dict.fromkeys((*faults, refused)))


def _jobs(project: Project, wish: SignOffWish) -> Iterator[Job]:
    for branch in project.branches:
        for format in project.leaflets[wish.leaflet].formats:
            own = "" if branch == project.clinic.main_branch else branch
            yield Job(wish.leaflet, wish.language, own, format, Medium.SCREEN)


def _pictures(project: Project, wish: SignOffWish) -> Iterator[Problem]:
    shown = [block for block in project.texts[_key(wish)].blocks if isinstance(block, Picture)]
    if shown:
        from press.picture import check_picture  # seldom needed

        for block in shown:
            yield from check_picture(Path(project.root), block.file, block.width or 1.0, block.place("file"))


def _key(wish: SignOffWish) -> tuple[str, str]:
    return wish.leaflet, wish.language


# What is told -----------------------------------------------------------------------------------------------


def _tell(
    wish: SignOffWish, project: Project, new: SignOff, file: str, today: date, root: Path, *, as_json: bool
) -> None:
    text = project.texts[_key(wish)]
    stated = claims(project, *_key(wish))
    sources = printed(project, *_key(wish)).sources
    still = {medium: missing for medium in map(str, Medium) if (missing := missing_roles(project, *_key(wish), medium))}
    advice = told_sources(project, sources, today)
    if as_json:
        tell_data(
            {
                "leaflet": wish.leaflet,
                "language": wish.language,
                "title": str(text.title),
                "version": text.version,
                "claims": len(stated),
                "sources": len(sources),
                **_plain(new),
                "file": file,
                "still_missing": {medium: list(roles) for medium, roles in still.items()},
                "problems": [problem.as_data() for problem in advice],
            }
        )
        return
    print(f"Approved: “{text.title}” ({wish.language}), version {text.version}")
    print(f"  by {new.name} as {new.role} on {new.on}")
    print(f"  {_basis(len(stated), len(sources))}; digest {new.digest[:_SHORT]}")
    print(f"  noted in {file}")
    if new.role not in known_roles(project):
        print(f"Nothing asks for the role `{new.role}`; it was noted all the same.")
    for role in dict.fromkeys(role for roles in still.values() for role in roles):
        media = [medium for medium, roles in still.items() if role in roles]
        print(f"Still asked for ({', '.join(media)}):")
        print(f'  ./run signoff {wish.leaflet} {wish.language} --role {role} --name "…"')
    if not still:
        print("Nothing else is asked for. Build again: ./run build")
    tell_problems(advice, root)


def _basis(statements: int, sources: int) -> str:
    said = "1 statement that rests" if statements == 1 else f"{statements} statements that rest"
    return f"{said} on {sources} {'source' if sources == 1 else 'sources'}"


def _show(project: Project, as_json: bool) -> None:
    states = [state for leaflet, language in project.texts for state in _states(project, leaflet, language)]
    if as_json:
        tell_data({"sign_offs": [_data(state) for state in states]})
        return
    rows = [
        (
            state.leaflet,
            state.language,
            state.role,
            ", ".join(state.media) or "-",
            state.approval.sign_off.name if state.approval else "",
            str(state.approval.sign_off.on) if state.approval else "",
            state.told,
        )
        for state in states
    ]
    show_table(("leaflet", "language", "role", "asked for", "approved by", "on", "now"), rows)
    if not any(asked_roles(project, medium) for medium in Medium):
        print("The clinic asks for no approval before print (`sign_off` in content/clinic.yaml). The small print of")
        print("each leaflet says whether a clinician has approved the words.")


def _states(project: Project, leaflet: str, language: str) -> Iterator[_State]:
    """Each role that is known or has ever approved the text."""
    given = approvals(project, leaflet, language)
    for role in dict.fromkeys((*known_roles(project), *given)):
        media = tuple(str(medium) for medium in Medium if role in asked_roles(project, medium))
        yield _State(leaflet, language, role, media, given.get(role))


def _data(state: _State) -> dict[str, Any]:
    sign_off = state.approval.sign_off if state.approval else None
    return {
        "leaflet": state.leaflet,
        "language": state.language,
        "role": state.role,
        "asked_for": list(state.media),
        "name": sign_off.name if sign_off else None,
        "on": sign_off.on.isoformat() if sign_off else None,
        "digest": sign_off.digest if sign_off else None,
        "holds": bool(state.approval and state.approval.holds),
        "changed": list(state.approval.changed) if state.approval else [],
    }
