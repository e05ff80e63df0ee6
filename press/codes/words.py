"""Codes of words that hurt, mislead or are hard to read."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
    "words-stigma": Explanation(
        "a word hurts the person it is said of",
        "Some words name a person by an illness, blame or mock. Who feels judged asks for help later, or not at all. "
        "The lists are in `content/words/`, each word with a better one and the source that says so.",
        "Write what the problem proposes. If the word has to stand (a trade name, or a word that is explained once), "
        "add an `allow` to the block with the reason; the clinician who signs off reads it.",
        "- kind: text\n  key: unnamed\n  text: “Torpedo”? Ask which medicine it is.\n  allow:\n"
        "    - rule: words-stigma\n      words: “Torpedo”\n"
        "      reason: the name people know from advertising, in quotes",
    ),
    "words-promise": Explanation(
        "a promise that nobody can keep",
        "No treatment works for everybody, and none is without risk or in one day. A family that was promised a cure "
        "loses money and trust; advertising law forbids such promises for medical services.",
        "Say what is known, and for how many people: “treatment helps many people”. That it cannot be promised "
        "may be said: “nobody can guarantee a result”.",
    ),
    "words-fear": Explanation(
        "a text frightens more than it helps",
        "A fate is foretold (“will die”, “last chance”, “too late”). Fear makes people freeze or look away.",
        "Tell the risk as it is and what lowers it: “the usual dose can kill”, “naloxone brings back the breathing”.",
    ),
    "words-shouting": Explanation(
        "a text shouts",
        "Words in capitals are hard to read. An exclamation mark in a text for an emergency adds fear; elsewhere one "
        "in a text is enough. Signs are not repeated.",
        "Write small letters and a full stop. What has to stand out is set in `**bold**`.",
    ),
    "words-abbreviation": Explanation(
        "an abbreviation is not explained",
        "A reader meets letters that stand for words nobody has told. Short forms such as “e.g.” have to be decoded "
        "while reading, and are read aloud wrongly.",
        "Write the full words, with the letters behind them if they come again: “full words (LETTERS)”. What everybody "
        "knows is listed in `content/words/`, under `known`.",
    ),
    "words-unit": Explanation(
        "a number does not say what is counted",
        "Who reads “wait 10” or “give 2” has to guess: seconds or hours, tablets or sprays? In fear one guesses wrong.",
        "Add the unit or the noun: “10 minutes”, “2 breaths”, “39 °C”. Telephone numbers, prices and dates are written "
        "as references, such as `{emergency}`.",
    ),
    "words-passive": Explanation(
        "nobody seems to act",
        "Several passives in one sentence hide who does what. In the steps of an emergency even one is too many: "
        "“the person is laid on the side” does not tell the reader to do it.",
        "Say who acts, or give an order: “lay the person on the side”.",
    ),
    "words-long-sentence": Explanation(
        "a sentence is too long",
        "Who reads in fear or in haste loses the thread. A sentence for an emergency has at most 12 words in English "
        "and 10 in Russian, running text at most 20 and 16.",
        "Make two sentences of it, or a list. One sentence says one thing. The page on reading levels in the guides "
        "has all the limits.",
    ),
    "words-hard": Explanation(
        "a text is hard to read",
        "A formula counts the words of each sentence and the syllables of each word. The figure of this block, or of "
        "all text of its kind, is worse than its readers can be asked for. Words such as naloxone that must stay count "
        "as easy.",
        "Begin with the sentence that is shown: cut it in two, and take the shorter word of two. Do not write to "
        "please the formula: a short word that nobody knows is no gain. `./run words` shows all the figures.",
    ),
    "allowance-unused": Explanation(
        "an exception is not needed",
        "An `allow` stands here, and no rule speaks against these words any more. The build goes on. Exceptions that "
        "nobody needs hide the next mistake.",
        "Delete the entry; or write the words as they stand now.",
    ),
    "allowance-unknown": Explanation(
        "an exception from another rule, or from none that there is",
        "An `allow` names a rule of words that the program does not know, or one that has nothing against these words. "
        "So it excepts nothing.",
        "Write the code that was told, such as `words-stigma`.",
    ),
}
