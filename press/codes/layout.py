"""Codes of pages that do not hold their words."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
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
