"""Codes of running the program."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
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
        "the place belongs to something else",
        "The folder holds the content, the program itself, or the finished leaflets; or another file with this name is "
        "there already. Files would mix, or somebody's work would be lost.",
        "Choose another folder or another name.",
    ),
    "file-put-aside": Explanation(
        "somebody's own file lay where a finished one belongs",
        "In the folder for finished files lay a file that the program did not make, or one that somebody has changed "
        "since, such as an evidence file with a clinician's notes. Nobody's work is thrown away: a copy of it lies "
        "there now with `put-aside` in its name, beside the new file.",
        "Open the copy. If nobody needs what is in it, delete it. Do not hand out a leaflet with `put-aside` in its "
        "name: nobody checks what it says.",
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
