"""Codes of how the content is written."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
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
    "yaml-not-changed": Explanation(
        "a file could not be changed safely",
        "A command wanted to change a few words in a file that people write by hand. It reads every change back "
        "before it keeps it, and this one would have changed more than it should, or the place to change was not "
        "found. The file was left as it is.",
        "Make the change by hand in an editor. Words that are shared between places with `&` and `*` are the most "
        "common reason: write them out.",
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
