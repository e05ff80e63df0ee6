"""tests/ mirrors press/: every module has its test and every test its module, or stands in a list below."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: Modules that are entered only through another one, whose test asks for all they do.
THROUGH: Mapping[str, str] = {
    "cli/bug.py": "cli/test_main.py",
    "cli/changed.py": "cli/test_identify.py",
    "cli/choices.py": "cli/test_build.py",
    "cli/diff_report.py": "cli/test_diff.py",
    "cli/editions.py": "cli/test_identify.py",
    "cli/explain.py": "cli/test_words_of_the_door.py",
    "cli/folders.py": "cli/test_build.py",
    "cli/instead.py": "cli/test_identify.py",
    "cli/keeping.py": "cli/test_identify.py",
    "cli/listing.py": "cli/test_words_of_the_door.py",
    "cli/present.py": "cli/test_diff.py",
    "cli/price_changes.py": "cli/test_prices.py",
    "cli/progress.py": "cli/test_build.py",
    "cli/proof.py": "cli/test_words_of_the_door.py",
    "cli/recall.py": "cli/test_ledger.py",
    "cli/runs.py": "cli/test_ledger.py",
    "cli/schema.py": "cli/test_words_of_the_door.py",
    "cli/scorecard.py": "cli/test_readability.py",
    "cli/stamp.py": "cli/test_build.py",
    "cli/wishes.py": "cli/test_main.py",
    "cli/words.py": "cli/test_main.py",
    "cli/works.py": "cli/test_build.py",
    **{
        f"lint/{rule}.py": "lint/test_rules.py"
        for rule in (
            "block_references",
            "clinic",
            "critical",
            "html",
            "instalments",
            "languages",
            "layout",
            "medical",
            "names",
            "phones",
            "price_lists",
            "prices",
            "reviews",
            "sections",
            "services",
            "sources",
            "walk",
        )
    },
    **{
        f"lint/words/{rule}.py": "lint/words/test_rule.py"
        for rule in ("abbreviation", "fear", "passive", "promise", "shouting", "stigma", "unit")
    },
    **{
        f"codes/{topic}.py": "test_codes.py"
        for topic in (
            "__main__",
            "access",
            "approval",
            "explanation",
            "files",
            "layout",
            "ledger",
            "paper",
            "references",
            "running",
            "spreadsheets",
            "translations",
            "trust",
            "words",
            "writing",
        )
    },
    "drift/cells.py": "drift/test_returned.py",
    "drift/number_words.py": "drift/test_figures.py",
    "drift/rows.py": "drift/test_returned.py",
    "load/files.py": "load/test_project.py",
    "load/mistakes.py": "load/test_records.py",
    "load/reading.py": "load/test_records.py",
    "load/shape.py": "load/test_records.py",
    "load/syntax.py": "load/test_tree.py",
    "model/edition.py": "test_edition.py",
    "pricing/additions.py": "pricing/test_plan.py",
    "pricing/labels.py": "pricing/test_columns.py",
    "pricing/spoken.py": "pricing/test_cells.py",
    **{f"rewrite/{part}.py": "rewrite/test_editing.py" for part in ("entries", "places", "swaps", "trees", "words")},
}
#: Records that do nothing; a function in one of them asks for a test.
RECORDS = (
    "model/allowance.py",
    "model/blocks.py",
    "model/composition.py",
    "model/rendering.py",
    "model/sign_off.py",
    "model/sources.py",
    "model/translation.py",
    "model/vocabulary.py",
    "model/word_list.py",
)
#: Tests of something else than one module of press/.
OTHERS = ("cli/test_words_of_the_door.py", "test_codes.py", "test_mirror.py", "test_rooms.py", "test_run.py")
FOLDERS_OF_OTHERS = ("docs/", "tools/", "whole/")


def mirror_of(module: str) -> str:
    """Where the test of a module lies: lint/rules.py is tested by lint/test_rules.py."""
    folder, slash, name = module.rpartition("/")
    return f"{folder}{slash}test_{name}"


def untested(modules: Collection[str], tests: Collection[str]) -> list[str]:
    """Modules without a test."""
    known = {*THROUGH, *RECORDS}
    return sorted(module for module in modules if module not in known and mirror_of(module) not in tests)


def homeless(modules: Collection[str], tests: Collection[str]) -> list[str]:
    """Tests of modules that are not there."""
    wanted = {*map(mirror_of, modules), *OTHERS}
    return sorted(test for test in tests if test not in wanted and not test.startswith(FOLDERS_OF_OTHERS))


MODULES = sorted(
    path.relative_to(ROOT / "press").as_posix() for path in (ROOT / "press").rglob("*.py") if path.name != "__init__.py"
)
TESTS = sorted(path.relative_to(ROOT / "tests").as_posix() for path in (ROOT / "tests").rglob("test_*.py"))


def test_every_module_has_its_test() -> None:
    assert len(MODULES) > 50
    assert untested(MODULES, TESTS) == []


def test_every_test_has_its_module() -> None:
    assert len(TESTS) > 30
    assert homeless(MODULES, TESTS) == []


def test_a_module_or_test_too_many_is_noticed() -> None:
    assert untested([*MODULES, "fold_twice.py", "lint/grammar.py"], TESTS) == ["fold_twice.py", "lint/grammar.py"]
    assert untested(MODULES, [test for test in TESTS if test != "test_fold.py"]) == ["fold.py"]
    assert homeless(MODULES, [*TESTS, "test_folds.py", "lint/test_fold.py"]) == ["lint/test_fold.py", "test_folds.py"]
    assert homeless([module for module in MODULES if module != "preflight/codes.py"], TESTS) == [
        "preflight/test_codes.py"
    ]


def test_the_lists_above_are_not_out_of_date() -> None:
    assert {*THROUGH, *RECORDS} <= set(MODULES)
    assert {*THROUGH.values(), *OTHERS} <= set(TESTS)
    assert [module for module in (*THROUGH, *RECORDS) if mirror_of(module) in TESTS] == []


@pytest.mark.parametrize("module", RECORDS)
def test_records_do_nothing(module: str) -> None:
    tree = ast.parse((ROOT / "press" / module).read_text("utf-8"))
    assert [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)] == []


def test_every_package_of_the_tests_can_be_imported() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    assert [folder.name for folder in folders if not (folder / "__init__.py").exists()] == []
