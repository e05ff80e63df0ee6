"""Codes of translations that may be older than their original."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
    "translation-stale": Explanation(
        "a translation is older than its original",
        "The original of this section has changed since somebody last noted that the translation says the same. "
        "Readers of the other language would get the old advice. Where the section tells when to call for help, "
        "nothing is printed in that language until it is put right.",
        "The message shows what has changed in the original: ⟦–taken away⟧, ⟦+added⟧. Change the translation if it "
        "needs it, and note that it is up to date with the command that is told. Do not run the command without "
        "having compared the two texts.",
        "./run translated when-to-call ru red",
    ),
    "translation-reworded": Explanation(
        "a translation was changed and not compared since",
        "Somebody changed words of this section in the translation alone, after it had last been compared with the "
        "original. A slip of the hand can turn a sign of danger into its opposite, and the program cannot read. Where "
        "the section tells when to call for help, nothing is printed in that language until somebody has compared it.",
        "The message shows what has changed: ⟦–taken away⟧, ⟦+added⟧. Compare the section in both languages, and note "
        "that they agree with the command that is told.",
        "./run translated when-to-call ru red",
    ),
    "translation-untranslated": Explanation(
        "words of the original stand in the translation",
        "These words are in the letters of the other language. Somebody copied them to translate them later, or "
        "filled in the wrong cell. Who needs this leaflet cannot read them.",
        "Translate the words. A name that stays as it is in every language may stand with a reason.",
        "allow:\n  - rule: translation-untranslated\n    words: Telegram\n    reason: The name of the messenger.",
    ),
    "translation-unrecorded": Explanation(
        "nobody has noted that a translation is right",
        "The program cannot read. It only knows that a section says the same in both languages if somebody who "
        "reads both has noted it, and for this section nobody has.",
        "Compare the section with its original, and note it with the command that is told.",
        "./run translated when-to-call ru red",
    ),
    "translation-figures": Explanation(
        "the figures differ between two languages",
        "A number, a time, a telephone or a price stands in one language and not in the other, or with another "
        "unit. In first aid a wrong number can kill. Numbers in words (two, две) count as digits; “one”, “first”, "
        "“half” and “once” may be left out, but not of a dose. A dose needs the same unit: 400 mg is not 400 мкг.",
        "Compare both texts and correct the wrong one. If both are right, such as “24 hours” and “сутки”, let it "
        "stand with a reason. An exception excuses the figures inside its words and no other of the block.",
        "allow:\n  - rule: translation-figures\n    words: сутки\n    reason: The Russian word means 24 hours.",
    ),
    "translation-order": Explanation(
        "the same doses stand in another order",
        "The original says 2 mg before 5 mg, the translation 5 мг before 2 мг. Often that is right, because the order "
        "of words is free. But it is also how a child's dose comes to stand with the adults, and the program cannot "
        "tell the one from the other. It only tells you, and refuses nothing.",
        "Look in both texts whether each dose stands with whom it is for. If all is well, say so with a reason.",
        "allow:\n  - rule: translation-figures\n    words: 5 мг\n    reason: Checked, only the order of words differs.",
    ),
    "translation-sheet-unknown": Explanation(
        "this is not a spreadsheet for translators",
        "No table of the file has the columns that `translations export` writes, or its rows belong to several "
        "leaflets or languages.",
        "Make a new spreadsheet with `./run translations export` and copy the new translations into its last column.",
    ),
    "translation-row-unknown": Explanation(
        "a row belongs to nothing in the leaflet",
        "The key at the end of the row leads to no words of the leaflet: it was changed by mistake, stands twice, or "
        "the words were taken out of the leaflet since the spreadsheet was made.",
        "Copy the right key from an untouched spreadsheet. Or empty the cell of the new translation in this row, and "
        "make a new spreadsheet.",
    ),
    "translation-column": Explanation(
        "words stand in a column that is not read",
        "Of a spreadsheet that comes back from a translator only the last column is read. Words in another column, "
        "such as “Translation now”, would be lost without anybody noticing.",
        "Write the new words into the last column, and empty the cell that is named. If it is the original that is "
        "wrong, correct it in the leaflet.",
    ),
    "translation-original-changed": Explanation(
        "the original has changed since the spreadsheet was made",
        "The translator worked from words that the leaflet no longer says. The new translation may be out of date "
        "before it is printed.",
        "Show the translator what has changed. Words that are taken all the same are not noted as up to date.",
    ),
    "translation-reference": Explanation(
        "a reference was lost or invented",
        "Words in curly brackets such as {emergency} are filled in by the program. They stay as they are in every "
        "language, and there must be as many of them as in the original.",
        "Correct the cell: copy the bracket with its words from the original.",
        "Ring {emergency} → Звоните {emergency}",
    ),
    "translation-markup": Explanation(
        "the marks of a text do not fit the original",
        "Two stars before and after some words print them bold, [words](https://…) makes a link. A translation has "
        "as many bold passages as its original, and no other marks.",
        "Correct the cell. If bold words are not wanted, take them out of the original first.",
        "**Look again often** → **Смотрите часто**",
    ),
    "translation-words": Explanation(
        "the words of a cell cannot be taken as they are",
        "Invisible characters came along with the words, or the text is far longer than any text of a leaflet.",
        "Type the words anew into the cell.",
    ),
}
