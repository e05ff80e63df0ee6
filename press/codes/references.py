"""Codes of keys and references that lead nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
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
    "phone-impossible": Explanation(
        "a telephone number cannot be rung",
        "By the numbering plan of its country nobody has such a number. A digit is missing, doubled or wrong.",
        "Compare it with the clinic's own papers, correct it in `content/branches/`, then ring it once.",
        '# wrong\nnumber: "+7495127020"\n# right\nnumber: "+74951270203"',
    ),
    "emergency-unknown": Explanation(
        "this is no emergency number",
        "The number that people ring when life is at risk reaches no emergency service in the clinic's country.",
        "Ask the clinic's doctor. Correct `emergency` or `region` in `content/clinic.yaml`.",
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
