"""Codes of files that cannot be read as they are."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
    "file-missing": Explanation(
        "a file is not there",
        "The build needs this file and does not find it.",
        "Bring it back from your backup or from the version history (git). Was it renamed? Names end in `.yaml`, not "
        "in `.yml` or `.yaml.txt`, and capitals count; rename only a file of which the message says that it is not "
        "read. A file that is new to the project is written in the form of another one of its kind.",
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
        "Bring back what stood here, from your backup or from the version history (git). A file that is new is "
        "written in the form of another one of its kind. Do not delete it: the build needs it.",
    ),
    "language-missing": Explanation(
        "the words of a language are missing",
        "The clinic prints in this language, and there is no file of its words where one is needed.",
        "Bring the file back from your backup or from the version history (git). If there never was one, copy the "
        "file of the language you know best to the name that is told and translate its words; keys stay as they are. "
        "The lists of words to avoid are written anew: words that hurt are others in every language. Or take the "
        "language out of `languages` in `content/clinic.yaml`: then nothing is printed in it.",
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
