"""`schema`: JSON Schemas of everything that is written by hand, for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from press.cli.folders import shown
from press.cli.side_file import refuse_foreign, write_side_file
from press.cli.tell import tell_data
from press.cli.words import Options
from press.errors import ExitCode
from press.model.base import Record
from press.model.clinic import Branch, Clinic
from press.model.format import Format
from press.model.leaflet import Leaflet, LeafletText
from press.model.prices import PriceList
from press.model.sources import Sources
from press.model.vocabulary import Vocabulary
from press.model.word_list import WordList

#: The record, the name of its schema, and the files it describes.
SCHEMAS: tuple[tuple[type[Record], str, str], ...] = (
    (Clinic, "clinic", "content/clinic.yaml"),
    (Branch, "branch", "content/branches/*.yaml"),
    (PriceList, "prices", "content/prices*.yaml"),
    (Sources, "sources", "content/sources.yaml"),
    (Leaflet, "leaflet", "content/leaflets/*/leaflet.yaml"),
    (LeafletText, "text", "content/leaflets/*/??.yaml"),
    (WordList, "avoided-words", "content/words/*.yaml"),
    (Format, "format", "templates/formats/*.yaml"),
    (Vocabulary, "words", "templates/words/*.yaml"),
)
_REMEDY = "Give the file that lies there another name, or name another folder: `./run schema FOLDER`."
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def run(options: Options, root: Path) -> ExitCode:
    """Writes the schemas and tells how an editor finds them."""
    files = {}
    paths = {name: options.folder / f"{name}.schema.json" for _, name, _ in SCHEMAS}
    for path in paths.values():
        refuse_foreign(path, _REMEDY)
    for record, name, pattern in SCHEMAS:
        path = paths[name]
        write_side_file(path, (json.dumps(schema(record), ensure_ascii=False, indent=1) + "\n").encode())
        files[pattern] = shown(path)
    if options.as_json:
        tell_data({"schemas": files})
        return ExitCode.DONE
    print(f"{len(files)} schemas are in {shown(options.folder)}. Tell your editor which file follows which:")
    print("  in VS Code with the extension YAML, add to .vscode/settings.json:")
    settings = {"yaml.schemas": {path: pattern for pattern, path in files.items()}}
    print("\n".join(f"    {line}" for line in json.dumps(settings, indent=2).splitlines()))
    print("  in any editor with yaml-language-server, write as the first line of a file, for example:")
    print(f"    # yaml-language-server: $schema={files['content/clinic.yaml']}")
    return ExitCode.DONE


def schema(record: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a record as it is typed: editors take 7000 for a number where we read a word."""
    return {"$schema": DIALECT, **_with_numbers(record.model_json_schema(by_alias=True))}


def _with_numbers(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_numbers(item) for item in value]
    if not isinstance(value, dict):
        return value
    wide = {key: _with_numbers(item) for key, item in value.items()}
    if wide.get("type") == "string" and "format" not in wide and "enum" not in wide and "const" not in wide:
        wide["type"] = ["string", "number"]
    return wide
