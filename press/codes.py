"""Every code a problem can have, in plain words: what it means and how to mend it.

`./run explain CODE` prints a page of it; `python -m press.codes docs/problems` writes all pages.
A code is never reused for something else: people write codes on notes beside the printer.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means; `example` is a piece of a file, wrong and then right, where that helps."""

    title: str
    meaning: str
    remedy: str
    example: str = ""


def page(code: str) -> str:
    """The page of one code, in Markdown."""
    told = CODES[code]
    parts = [f"# {code}: {told.title}", told.meaning, "## What to do", told.remedy]
    if told.example:
        parts += ["## Example", f"```yaml\n{told.example.strip()}\n```"]
    return "\n\n".join(parts) + "\n"


def index() -> str:
    """The list of all codes by topic, in Markdown."""
    parts = [
        "# What can go wrong",
        "Each problem has a code. `./run explain CODE` tells the same as these pages.",
    ]
    for topic, codes in TOPICS.items():
        rows = "\n".join(f"- [{code}]({code}.md): {told.title}" for code, told in sorted(codes.items()))
        parts += [f"## {topic}", rows]
    return "\n\n".join(parts) + "\n"


def pages() -> dict[str, str]:
    """Every file of docs/problems/ by its name."""
    return {"index.md": index(), **{f"{code}.md": page(code) for code in CODES}}


def write_pages(folder: Path) -> None:
    """Write docs/problems/ anew, without pages of codes that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in folder.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


_FILES = {
    "file-missing": Explanation(
        "a file is not there",
        "The build needs this file and does not find it.",
        "Create the file under the name that is told, or rename the file that was meant. Names end in "
        "`.yaml`, not in `.yml`, and capitals count.",
    ),
    "file-unexpected": Explanation(
        "a file lies where nobody reads it",
        "A file lies in a folder of the content under a name that means nothing to the build, so its "
        "words will not be printed. The build goes on.",
        "Rename it if it was meant to be read; move it elsewhere or delete it if not.",
    ),
    "file-unreadable": Explanation(
        "a file cannot be opened",
        "The file is there, but you may not read it, another program holds it, or it is a folder.",
        "Close it in other programs and look at its permissions. If a folder has the name of the file, rename it.",
    ),
    "file-outside": Explanation(
        "a link leads out of the project",
        "The file is a link to a place outside the project's folder. Words and pictures from "
        "elsewhere are never printed: nobody could tell later what was on the paper.",
        "Copy the file itself to this place.",
    ),
    "file-empty": Explanation(
        "a file is empty",
        "The file is there, but nothing stands in it, or only notes after `#`.",
        "Write it, or delete it.",
    ),
    "language-missing": Explanation(
        "the words of a language are missing",
        "The clinic prints in this language, and the leaflet has no file for it.",
        "Copy the file of the language you know best to the name that is told and translate its "
        "words; keys stay as they are. Or take the language out of `languages` in "
        "`content/clinic.yaml`.",
    ),
    "key-mismatch": Explanation(
        "a file and its key have different names",
        "The key inside a file repeats the name of the file (or of the leaflet's folder), so that "
        "both are found by one word. Here they differ.",
        "Change the key or rename the file; afterwards both are the same.",
        "# content/branches/moscow.yaml\nkey: moscow",
    ),
    "key-repeated": Explanation(
        "two things have the same key",
        "A key names one thing only. With two of the same name, the wrong one might be printed.",
        "Give one of the two another key, and use it wherever that one is meant.",
    ),
    "more-problems": Explanation(
        "more problems than are shown",
        "A file has so many problems that only the first are listed.",
        "Mend the first ones and check again; often they have one cause, such as a missing colon.",
    ),
}

_WRITING = {
    "yaml-syntax": Explanation(
        "a line is not written as the file needs it",
        "The files of the content are lists of lines `key: words`. On this line something keeps the "
        "computer from telling keys from words: a missing colon, a tab, quotes that stay open.",
        "Look at the line that is told and at the one above. Words that hold a colon and a space, or "
        "that begin with one of { [ * & ! % @ > | or a quotation mark, need quotes around them. Use "
        "spaces, never tabs.",
        '# wrong\nlead: Ring now: every minute counts\n# right\nlead: "Ring now: every minute counts"',
    ),
    "yaml-repeated-key": Explanation(
        "a key stands twice",
        "The same key stands twice in one place. Only one of the two values could be printed, and "
        "nobody would know which.",
        "Delete one of the two lines.",
        "# wrong\nvalid_until: 2027-06-30\nvalid_until: 2027-12-31",
    ),
    "yaml-not-utf8": Explanation(
        "a file has the wrong encoding",
        "The letters of the file are stored in an old way (such as Windows-1251), and would be "
        "printed as other letters.",
        'Open the file in an editor, choose "Save as" and the encoding "UTF-8".',
    ),
    "yaml-control-character": Explanation(
        "an invisible character stands among the words",
        "Text that was pasted from another program may bring along characters that nobody sees. Some "
        "of them turn words or numbers around in print.",
        "Go to the line and column that are told, delete the place together with the letters around "
        "it and type them anew.",
    ),
    "yaml-too-large": Explanation(
        "a file is far too large",
        "The file is larger than one megabyte, or says more than a hundred thousand things. A "
        "leaflet's words are a few kilobytes.",
        "Probably another file got this name. Put the right one in its place.",
    ),
    "yaml-too-deep": Explanation(
        "too many levels stand inside each other",
        "The lines of the file are indented, or its brackets nested, more deeply than anything a leaflet says.",
        "Look for brackets that were opened and never closed.",
    ),
    "yaml-alias": Explanation(
        "a star or an ampersand is read as a sign of its own",
        "At the beginning of a text, `*` and `&` do not stand for themselves: the word after them "
        "would not be printed.",
        "Put the whole text in quotes.",
        '# wrong\nnote: *Ask first\n# right\nnote: "*Ask first"',
    ),
    "yaml-tag": Explanation(
        "an exclamation mark is read as a sign of its own",
        "At the beginning of a text, `!` does not stand for itself: the word after it would not be printed.",
        "Put the whole text in quotes.",
        '# wrong\nlabel: !Danger\n# right\nlabel: "!Danger"',
    ),
    "yaml-merge-key": Explanation(
        "`<<` is not understood",
        "Some programs copy other parts of a file to the place of `<<`. Here every line stands for "
        "itself, so that everybody sees what is printed.",
        "Write the lines out.",
    ),
    "yaml-key-not-words": Explanation(
        "a key is not a word",
        "Before a colon stands something in brackets instead of a plain word.",
        "If the line is a text that begins with a bracket, put the whole of it in quotes.",
        '# wrong\n- {phone}: day and night\n# right\n- "{phone}: day and night"',
    ),
    "yaml-several-documents": Explanation(
        "a file says more than one thing",
        "A line `---` begins a second document within the file, which nobody would read.",
        "Delete the line, or put what follows it into a file of its own.",
    ),
    "words-after-hash": Explanation(
        "words after # would be left out",
        "After a space, `#` begins a note that is not printed. Behind a text on the same line it is "
        "not clear whether the words are a note or should be printed.",
        "Put the whole text in quotes if all of it is to be printed; put a note on a line of its own.",
        '# wrong\ntitle: Ward #5\n# right\ntitle: "Ward #5"',
    ),
    "unknown-key": Explanation(
        "a key is not known",
        "The word before the colon is none that is used in this place, so what follows it would not be printed.",
        "Correct the spelling; the nearest known key is told. If the key is known elsewhere, look at "
        "how far the line is indented.",
        "# wrong\ntitel: Who we are\n# right\ntitle: Who we are",
    ),
    "missing-key": Explanation(
        "something is missing",
        "A value that is needed in this place does not stand there.",
        "Add the line that is told.",
    ),
    "wrong-value": Explanation(
        "a value is not understood",
        "What stands after the key is not what is needed: a price with a currency, a time without its "
        "end, a word that is not in the list of choices, nothing at all.",
        "Write it as the message says. Prices are digits only, days are year-month-day, times are "
        "opening and closing time, yes and no are `true` and `false`.",
        "# wrong\namount: 4 500 р.\nhours: 12:30\n# right\namount: 4500\nhours: 09:00-20:00",
    ),
    "unknown-kind": Explanation(
        "there is no such kind of block",
        "The `kind` of a block says how it is printed. This kind does not exist.",
        "Correct the spelling, or choose one of the kinds that are told.",
        "# wrong\n- kind: tekst\n# right\n- kind: text",
    ),
    "markup-unsupported": Explanation(
        "words are marked in a way that is not printed",
        "Words can be made bold and can be links to https:// addresses; nothing else. Italics are "
        "left out on purpose: they are hard to read.",
        "Write `**words**` for bold and `[words](https://…)` for a link. Where a star is meant as a "
        "star, put a backslash before it.",
    ),
    "html-in-content": Explanation(
        "HTML stands among the words",
        "Signs such as `<b>` or `&nbsp;` are not understood in the content: readers would see them as they are.",
        "Write `**bold**` for bold words, a backslash at the end of a line for a line break, a blank "
        "line between paragraphs, and every sign as itself.",
        "# wrong\ntext: Ring <b>now</b>.\n# right\ntext: Ring **now**.",
    ),
}

_REFERENCES = {
    "reference-syntax": Explanation(
        "a curly bracket leads nowhere",
        "Curly brackets stand for something that is filled in, such as `{phone}`. What stands here "
        "cannot be filled in.",
        "Write a reference such as `{phone}`, `{emergency}` or `{price:home-visit}`, or take the brackets out.",
    ),
    "reference-unknown": Explanation(
        "there is no such reference",
        "A word in curly brackets is filled in with a number, a price or a name. Nothing is known under this word.",
        "Correct the spelling; the nearest known one is told.",
        '# wrong\nlead: "{fone}, day and night"\n# right\nlead: "{phone}, day and night"',
    ),
    "phone-unknown": Explanation(
        "there is no such telephone number",
        "The words or the layout name a telephone that the branch (or the clinic, for emergency "
        "numbers) does not have.",
        "Correct the name, or add the number to `phones` of the branch. Each branch needs one called `main`.",
    ),
    "price-unknown": Explanation(
        "there is no such price",
        "A service or a group of services is named that is not in the price list.",
        "Correct the key; the nearest one in `content/prices.yaml` is told.",
    ),
    "package-empty": Explanation(
        "a package has no contents",
        "The leaflet lists what a service includes, and the price list does not say it in this language.",
        "Add the contents to `includes` of the service in `content/prices.yaml`.",
        "includes:\n  en: [Doctor visit, Drip, Medicines]",
    ),
    "branch-unknown": Explanation(
        "there is no such branch",
        "A branch is named that has no file in `content/branches/`.",
        "Correct the key, or create the file.",
    ),
    "format-unknown": Explanation(
        "there is no such format",
        "The leaflet is laid out for a format that has no file in `templates/formats/`.",
        "Correct the key; the known formats are told.",
    ),
    "panel-unknown": Explanation(
        "the format has no such panel",
        "The layout of the leaflet names a panel that the format does not have.",
        "Correct the key; the panels of the format are told.",
    ),
    "panel-unused": Explanation(
        "a panel would stay empty",
        "The format has a panel on which the leaflet puts nothing. A blank face looks like a misprint.",
        "Put a section on the panel, or choose a format with fewer panels.",
    ),
    "section-unknown": Explanation(
        "there is no such section",
        "The layout names a section that the leaflet's text does not have.",
        "Correct the key, or write the section.",
    ),
    "section-nowhere": Explanation(
        "a section is on no panel",
        "A section of the text stands on no panel of a format. Its words would be lost.",
        "Add its key to a panel in `leaflet.yaml`. If it is left out of this format on purpose, add it to `left_out`.",
        "a5:\n  panels:\n    front:\n      sections: [cover, red, amber]\n  left_out: [prices]",
    ),
    "section-twice": Explanation(
        "a section is placed twice",
        "A section is named twice in one format: on two panels, or on a panel and in `left_out`.",
        "Keep one of the two.",
    ),
    "name-missing": Explanation(
        "a name is missing in a language",
        "A name that is printed (of a service, a branch, a source …) is not there in one of the clinic's languages.",
        "Add a line with the code of the language and the words.",
        "names:\n  en: Doctor at home\n  ru: Врач на дом",
    ),
    "translation-differs": Explanation(
        "the languages do not say the same",
        "A section or a block is there in one language and not in the other, or is of another kind or "
        "in another place. Families who read different languages must get the same help.",
        "Translate what is missing, or delete what is too much. Keys and kinds are the same in every language.",
    ),
    "icon-unknown": Explanation(
        "there is no such icon",
        "An icon is named that does not lie in `templates/icons/`.",
        "Correct the name; the nearest one is told.",
    ),
    "art-unknown": Explanation(
        "there is no such decoration",
        "The picture behind a panel is not in `templates/art/`.",
        "Correct the name; the nearest one is told. Or take the line `art:` out.",
    ),
}

_TRUST = {
    "prices-expired": Explanation(
        "the prices have ended",
        "The day `valid_until` of the price list is over. Families would come with a price that is no longer true.",
        "Ask the owner of the prices for the new list; change the amounts and then `valid_from` and "
        "`valid_until` in `content/prices.yaml`.",
    ),
    "prices-not-yet-valid": Explanation(
        "the prices have not begun",
        "The day `valid_from` of the price list is still to come.",
        "Print from that day on, or ask the owner of the prices whether the day is right.",
    ),
    "prices-end-soon": Explanation(
        "the prices end soon",
        "The price list ends within the time the clinic wants to be warned. The build goes on.",
        "Ask for the next price list now, and print no more copies than are needed until then.",
    ),
    "review-overdue": Explanation(
        "a review is overdue",
        "A clinician had to read the leaflet again by the day `review_by`, and it is over. Medical advice grows old.",
        "Ask the owner of the leaflet to read it. When the words are approved, set `reviewed_on` to "
        "that day and `review_by` to the next one. Do not change the day alone.",
    ),
    "review-soon": Explanation(
        "a review is due soon",
        "The leaflet is to be reviewed within the time the clinic wants to be warned. The build goes on.",
        "Ask the owner of the leaflet to read it, and print no more copies than are needed until then.",
    ),
    "review-in-future": Explanation(
        "a review has a day that is still to come",
        "`reviewed_on` is the day on which a clinician approved the words. It cannot be later than today.",
        "Write the true day, or leave the line out until the review has happened.",
    ),
    "source-missing": Explanation(
        "a medical statement has no source",
        "Every block that says something medical names where it is known from. This one does not.",
        "Add `sources:` with keys of `content/sources.yaml`. If the block says nothing medical, add `medical: false`.",
        "- kind: text\n  key: tolerance\n  sources: [who-overdose-2014]\n  text: …",
    ),
    "source-unknown": Explanation(
        "there is no such source",
        "A source is cited that is not in `content/sources.yaml`.",
        "Correct the key, or add the source to the list.",
    ),
    "source-unused": Explanation(
        "a source is cited nowhere",
        "The list of sources has one that nothing cites. The build goes on.",
        "Cite it where it is meant, or delete it.",
    ),
    "critical-missing": Explanation(
        "signs that mean “call now” are missing",
        "A section that every copy must carry is not on one of the formats, or its emergency number "
        "is not on the finished page.",
        "Put the section on a panel of the format in `leaflet.yaml`. It may not be left out.",
    ),
    "critical-hidden": Explanation(
        "signs that mean “call now” are hidden inside",
        "All sections that say when to call stand on panels one sees only after unfolding the paper. "
        "Who is frightened does not unfold.",
        "Move one of them to an outer panel.",
    ),
}

_LAYOUT = {
    "panel-overfull": Explanation(
        "a panel has more words than room",
        "The words of a panel need more height than it has. They are never made smaller or cut off.",
        "Shorten the texts that are named by about so many millimetres as the message says (a line of "
        "text is about five), or move a section to another panel.",
    ),
    "word-too-wide": Explanation(
        "a word is wider than its column",
        "A long word or number does not fit between the edges and would run out of its panel.",
        "Use a shorter word, or put it where there is more room.",
    ),
    "words-lost": Explanation(
        "words are missing on the finished page",
        "Words of the content were not found on the finished page. No leaflet is published that says "
        "less than its source.",
        "If words of the content are named, shorten that panel. If a template was changed, undo the "
        "change: it no longer prints a field.",
    ),
    "words-extra": Explanation(
        "words are on the page that nobody wrote",
        "The finished page has words that are not in the content.",
        "Undo the last change of the templates. If nothing was changed, tell the people who look after the program.",
    ),
    "outside-safe-area": Explanation(
        "words stand too near to an edge or a fold",
        "Paper shifts in the printer and in the folder. Words outside the safe area may be cut off.",
        "Shorten the words that are named, or widen the margins of the format.",
    ),
    "text-overlaps": Explanation(
        "words stand on top of each other",
        "Two pieces of text cover each other and cannot be read.",
        "Shorten the texts that are named; if a style was changed, undo the change.",
    ),
    "text-hidden": Explanation(
        "words are covered or invisible",
        "Words are on the page but cannot be seen: they lie behind a picture or have the colour of the ground.",
        "Undo the last change of the styles or of the picture behind the panel.",
    ),
    "too-small": Explanation(
        "words are too small to read",
        "Some words are smaller than the format allows. Many families read without their glasses.",
        "Shorten the text instead of making it smaller; if a style was changed, undo the change.",
    ),
    "low-contrast": Explanation(
        "words are too pale",
        "The colour of the words is too near to that of the ground to be read in poor light or by weak eyes.",
        "Use a darker colour for the words or a lighter one for the ground.",
    ),
    "glyph-missing": Explanation(
        "a letter is missing in the fonts",
        "The fonts do not have a sign that stands in the text; an empty box would be printed.",
        "Use another sign. For a new language, add a font that has its letters.",
    ),
    "font-missing": Explanation(
        "a font is missing",
        "The leaflet is set in fonts of its own, and one of them is not in `styles/fonts/`.",
        "Put the file back.",
    ),
    "font-foreign": Explanation(
        "a font of the computer was used",
        "A font that does not belong to the project is on the page. On another computer the leaflet "
        "would look different.",
        "Undo the last change of the styles, or add the font to `styles/fonts/`.",
    ),
    "picture-missing": Explanation(
        "a picture is not there",
        "A picture is named that does not exist.",
        "Put the file into `content/pictures/` and write its name exactly; capitals count.",
    ),
    "picture-invalid": Explanation(
        "a picture cannot be read",
        "The file is not a picture of a kind that can be printed, or it is damaged.",
        "Save it again as PNG or JPEG.",
    ),
    "picture-too-large": Explanation(
        "a picture is too large",
        "The picture has more pixels or megabytes than any paper can show.",
        "Save it smaller: 300 pixels for each 25 mm on paper are enough.",
    ),
    "picture-coarse": Explanation(
        "a picture has too few pixels",
        "At the size at which it is printed, the picture would look blurred or show its squares.",
        "Use a larger original, or print the picture smaller.",
    ),
    "picture-outside": Explanation(
        "a picture lies outside the project",
        "Only pictures of the project itself are printed, none from elsewhere on the computer or from the internet.",
        "Copy the picture to `content/pictures/`.",
    ),
    "template-broken": Explanation(
        "a template cannot be filled in",
        "The files in `templates/` say how blocks are marked up. One of them has a mistake.",
        "Undo its last change, or mend the line that is told.",
    ),
    "style-broken": Explanation(
        "a style is not understood",
        "The files in `styles/` say how the leaflets look. One of them has a line that is not understood.",
        "Undo its last change, or mend the line that is told.",
    ),
    "engine-warning": Explanation(
        "the program that sets the pages is not content",
        "While setting the pages, something was passed over. What is passed over may be missing on "
        "paper, so it counts as a problem.",
        "Undo the last change of the styles or templates, or mend the place that is named.",
    ),
}

_ACCESS = {
    "access-title": Explanation(
        "the file has no title",
        "A screen reader says the title first. The finished file has none, or shows its file name instead.",
        "Write `title:` in the text of the leaflet. If it is there, undo the last change of the templates.",
    ),
    "access-language": Explanation(
        "the file does not say its language",
        "Without the language, a screen reader speaks the words with the wrong voice.",
        "Undo the last change of the templates.",
    ),
    "access-heading": Explanation(
        "headings are missing or skip a level",
        "People who cannot see the page go from heading to heading. One of them is missing or is at the wrong level.",
        "Give the section a `title:`. If it has one, undo the last change of the templates.",
    ),
    "access-list": Explanation(
        "a list is not marked as a list",
        "A screen reader says how many entries a list has. This one is not known to be a list.",
        "Undo the last change of the templates.",
    ),
    "access-table": Explanation(
        "a table has no heads",
        "A screen reader says the head of a column with each price. This table has none.",
        "Undo the last change of the templates.",
    ),
    "access-picture": Explanation(
        "a picture is not told in words",
        "Who cannot see a picture needs its meaning in words.",
        "Write `alt:` beside the picture.",
    ),
    "access-link": Explanation(
        "a link does not work",
        "A telephone number or address cannot be tapped, or is not told to a screen reader.",
        "Undo the last change of the templates.",
    ),
    "access-order": Explanation(
        "the page is read in the wrong order",
        "A screen reader would read the words in another order than they are meant to be read in.",
        "Undo the last change of the templates or styles.",
    ),
    "access-tags": Explanation(
        "parts of the page are not known to a screen reader",
        "The finished file lacks the marks that tell headings, lists and text apart.",
        "Undo the last change of the templates. If nothing was changed, tell the people who look after the program.",
    ),
    "qr-unreadable": Explanation(
        "the QR code cannot be read",
        "The code on the finished page was read back like a telephone would, and gave nothing or another address.",
        "Check `web:` of the branch. If a style was changed, undo the change: a code needs dark "
        "squares, a white ground and white space around it.",
    ),
    "qr-too-small": Explanation(
        "the QR code is too small",
        "The squares of the code are so small that telephones fail to read them from paper.",
        "Use a shorter web address, or a panel with more room.",
    ),
}

_PAPER = {
    "format-fold": Explanation(
        "a fold does not fit the paper",
        "With this paper and this allowance the format has panels without width.",
        "Mend `fold` or `trim` in the file of the format.",
    ),
    "format-panels": Explanation(
        "a format has the wrong number of panels",
        "A folded sheet has as many faces as its fold makes. The format lists more or fewer.",
        "List each face once under `panels`, or choose another fold.",
    ),
    "format-sheet": Explanation(
        "the copies do not fit on the sheet",
        "So many copies of this size are larger than the paper.",
        "Put fewer copies on the sheet (`nup`), or use a larger one.",
    ),
    "sheet-place": Explanation(
        "a panel lies in the wrong place on the sheet",
        "On the sheet for the printer a panel is not where the fold needs it. The folded leaflet would be in disorder.",
        "This is a mistake of the program, not yours: tell the people who look after it.",
    ),
    "sheet-turned": Explanation(
        "a panel stands on its head",
        "On the sheet for the printer a panel is turned the wrong way.",
        "This is a mistake of the program, not yours: tell the people who look after it.",
    ),
    "sheet-unreadable": Explanation(
        "the sheet cannot be read back",
        "Every finished sheet is read back and compared with the content. This one could not be opened.",
        "Build again. If it happens again, tell the people who look after the program.",
    ),
    "ink-at-edge": Explanation(
        "ink lies where office printers cannot print",
        "Office printers leave a white edge of a few millimetres. What lies there would be cut off.",
        "Move or shrink what is named, or use the file for the print shop.",
    ),
    "too-dark": Explanation(
        "a side has too much ink",
        "So much dark ground makes paper curl and smear, and empties the printer.",
        "Use a lighter tone or picture for the panels of this side.",
    ),
    "print-settings": Explanation(
        "the file does not tell the printer how to print it",
        "The finished file should ask the printer for its true size and for the right way to turn the paper.",
        "This is a mistake of the program, not yours: tell the people who look after it.",
    ),
    "file-too-large": Explanation(
        "a finished file is too large to send",
        "The file is larger than families can download over a telephone.",
        "Make the pictures smaller.",
    ),
}

_RUN = {
    "guard-could-not-run": Explanation(
        "a check could not run",
        "One of the checks needs something that is not installed, or broke off. Nobody knows whether "
        "the leaflet is right, so it is not published.",
        "Run `./run build`, which installs what is missing. If it happens again, tell the people who "
        "look after the program.",
    ),
    "nothing-built": Explanation(
        "there is nothing to look at yet",
        "A proof is a picture of finished files, and none has been built.",
        "Build first.",
    ),
    "output-unwritable": Explanation(
        "the finished files cannot be written",
        "The folder for the finished files does not allow writing. What was there before is still whole.",
        "Close files of the folder that are open in other programs, or choose another folder with `--output`.",
    ),
    "output-busy": Explanation(
        "another build is running",
        "Two builds may not write to one folder at the same time.",
        "Wait until the other one has ended, or choose another folder with `--output`.",
    ),
    "output-protected": Explanation(
        "the folder belongs to something else",
        "The folder named with `--output` holds the content or the program itself. Finished files would mix with it.",
        "Choose another folder with `--output`.",
    ),
    "output-link": Explanation(
        "a folder for finished files is a link",
        "Nothing is written through links: the files might land where nobody expects them.",
        "Remove the link, or choose the folder it leads to with `--output`.",
    ),
    "manifest-unreadable": Explanation(
        "the list of finished files cannot be read",
        "`manifest.json` in the folder for finished files is damaged. A new one is written, but files "
        "that are no longer wanted cannot be told from others.",
        "Delete by hand what earlier builds left and nobody wants any more.",
    ),
    "disk-full": Explanation(
        "the disk is full",
        "There is no room for the finished files. What was there before is still whole.",
        "Free some space and build again.",
    ),
    "usage": Explanation(
        "the command is not understood",
        "The words after `./run` do not fit together.",
        "`./run --help` shows what can be written there.",
    ),
    "bug": Explanation(
        "the program made a mistake",
        "This is not your fault. What was published before is still whole.",
        "Send the log file that is named to the people who look after the program.",
    ),
}

#: All codes, by topic, in the order of the work.
TOPICS: Mapping[str, Mapping[str, Explanation]] = {
    "Files": _FILES,
    "Writing": _WRITING,
    "Keys and references": _REFERENCES,
    "Dates, sources, warnings to readers": _TRUST,
    "Pages": _LAYOUT,
    "Readers who do not see the page": _ACCESS,
    "Paper": _PAPER,
    "Running the program": _RUN,
}

CODES: Mapping[str, Explanation] = {code: told for codes in TOPICS.values() for code, told in codes.items()}


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
