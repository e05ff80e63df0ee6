"""What comes back from a translator: taken, doubted, refused by the name of the cell."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from press.drift.returned import Plan, plan_of
from press.drift.sheet import tables_of
from press.errors import ContentError
from press.load.project import load
from press.model.grid import Cell, CellKind, NewTable, Table, Workbook
from press.model.project import Project
from press.spreadsheet.addresses import address
from tests.conftest import Sample

LEAFLET = "when-to-call"
FOLDER = f"content/leaflets/{LEAFLET}"
ENGLISH, RUSSIAN = f"{FOLDER}/en.yaml", f"{FOLDER}/ru.yaml"
RECORD = f"{FOLDER}/translated/ru.yaml"
SIGN = "red/blocks.red.signs.0"
OTHER_SIGN = "red/blocks.red.signs.1"
#: The sample's Russian text, in Russian.
RUSSIAN_WORDS = """\
language: ru
title: Когда звонить
summary: Какие признаки значат, что помощь нужна сейчас.
sections:
  cover:
    blocks:
      - kind: cover
        key: title
        title: Когда звонить
  red:
    title: Звоните сейчас
    blocks:
      - kind: triage
        key: red
        level: red
        line: emergency
        sources: [who-2014]
        title: Вызовите скорую
        signs:
          - Человека нельзя разбудить.
          - Дыхание редкое или остановилось.
  prices:
    blocks:
      - kind: prices
        key: prices
        groups: [visits]
        column: Цена
"""


def project_of(sample: Sample) -> Project:
    project = load(sample.root).project
    assert project
    return project


def book_of(tables: tuple[NewTable, ...], new: Mapping[str, str]) -> Workbook:
    """The exported tables as they come back, with `new` words by the end of their key."""
    found = []
    for table in tables:
        rows = [[str(value) if isinstance(value, Decimal) else value for value in row] for row in table.rows]
        for key, words in new.items():
            for row in rows:
                if len(row) > 7 and row[7].endswith(f"/{key}"):
                    row[8] = words
        width = max(map(len, rows))
        cells = (
            tuple(Cell(row[column] if column < len(row) else "", address(number, column)) for column in range(width))
            for number, row in enumerate(rows)
        )
        found.append(Table(table.name, tuple(cells), "back.xlsx"))
    return Workbook("back.xlsx", tuple(found))


def plan(sample: Sample, new: Mapping[str, str]) -> Plan:
    project = project_of(sample)
    return plan_of(book_of(tables_of(project, LEAFLET, "ru"), new), project)


def told(found: Plan) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place).removeprefix("back.xlsx: Words!")) for problem in found.problems]


def test_nothing_filled_in_changes_nothing(sample: Sample) -> None:
    found = plan(sample, {SIGN: "  \n "})
    assert (found.leaflet, found.language) == (LEAFLET, "ru")
    assert (found.proposals, found.problems, found.doubts, found.confirmed) == ((), (), (), ())


def test_new_words_know_where_they_go(sample: Sample) -> None:
    found = plan(sample, {SIGN: " Не просыпается.\r\nСовсем. "})
    (proposal,) = found.changes
    assert found.problems == ()
    assert proposal.words == "Не просыпается.\nСовсем."
    assert proposal.translation.path == ("sections", "red", "blocks", 0, "signs", 0)
    assert str(proposal.place) == "back.xlsx: Words!I7"


@pytest.mark.parametrize("words", ["Не про\u00adсыпается", "Не\u00a0просыпается", "Звоните ☎\ufe0f"])
def test_soft_hyphens_and_no_break_spaces_are_taken(sample: Sample, words: str) -> None:
    found = plan(sample, {SIGN: words})
    assert found.problems == ()
    assert [proposal.words for proposal in found.changes] == [words]


@pytest.mark.parametrize("words", ["ok", "OK", "ок", "Ок ", "✓", "The person cannot be woken."])
def test_words_that_may_stay_are_no_change(sample: Sample, words: str) -> None:
    found = plan(sample, {SIGN: words})
    assert len(found.proposals) == 1
    assert found.changes == ()


def test_a_column_may_have_been_moved(sample: Sample) -> None:
    project = project_of(sample)
    book = book_of(tables_of(project, LEAFLET, "ru"), {SIGN: "Спит."})
    words = book.tables[1]
    turned = tuple(tuple(reversed(row)) for row in words.rows)
    found = plan_of(Workbook("back.xlsx", (Table("Words", turned, "back.xlsx"),)), project)
    assert [proposal.words for proposal in found.changes] == ["Спит."]


# Refused ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("original", "new", "code", "message"),
    [
        ("Call {emergency}.", "Звоните.", "translation-reference", "{emergency} stands in the original"),
        ("Call {emergency}.", "Звоните {emergency:single}.", "translation-reference", "{emergency:ambulance} stands"),
        ("Call.", "Звоните {phone}.", "translation-reference", "{phone} stands here and not"),
        ("See {web}.", "{web} {web}", "translation-reference", "{web} stands here more often"),
        ("Call {phone}.", "Звоните {fone}.", "translation-reference", "{phone} stands in the original"),
        ("Call **now**.", "Звоните.", "translation-markup", "1 bold passage, this text has no bold"),
        ("Call now.", "Звоните **сейчас**.", "translation-markup", "no bold passages, this text has 1 bold"),
        ("Call **now**.", "Звоните **сейчас.", "translation-markup", "has no bold passages"),
        ("**Call** now.", "**Звоните** ** сейчас **.", "translation-markup", "bold"),
        ("Call now.", "Звоните *сейчас*.", "translation-markup", "italics"),
        ("Call now.", "Звоните } сейчас.", "translation-markup", "curly bracket"),
        ("Call now.", "[Звоните](http://example.org)", "translation-markup", "https://"),
        ("Wait 5 minutes.", "Ждите 15 минут.", "translation-figures", "“5 minutes”, the translation “15 минут”"),
        ("Wait.", "Ждите 15 минут.", "translation-figures", "“15 минут”"),
        ("Call now.", "Звоните\u202e сейчас.", "translation-words", "U+202E"),
        ("Call now.", "Звоните\x07 сейчас.", "translation-words", "U+0007"),
        ("Call now.", "Зво\u200bните сейчас.", "translation-words", "U+200B"),
        ("Call now.", "Зво\u200dните сейчас.", "translation-words", "U+200D"),
        ("Call now.", "Звоните\u2060 сейчас.", "translation-words", "U+2060"),
        ("Call now.", "Звоните\u200e сейчас.", "translation-words", "U+200E"),
        ("Call now.", "Звоните\t сейчас.", "translation-words", "U+0009"),
        ("Call now.", "а" * 4001, "translation-words", "4001 letters"),
    ],
)
def test_words_that_do_not_fit_are_refused_at_their_cell(
    sample: Sample, original: str, new: str, code: str, message: str
) -> None:
    sample.change(ENGLISH, "- The person cannot be woken.", f"- '{original}'")
    found = plan(sample, {SIGN: new, OTHER_SIGN: "Дышит редко или не дышит."})
    assert (code, "I7") in told(found)
    assert any(message in problem.message for problem in found.problems)
    assert {cell for _, cell in told(found)} == {"I7"}


def test_all_that_is_wrong_is_told_at_once(sample: Sample) -> None:
    found = plan(sample, {SIGN: "**Спит.**", OTHER_SIGN: "Дышит {phone}.", "red/title": "Сейчас 5"})
    assert sorted(told(found)) == [
        ("translation-figures", "I5"),
        ("translation-markup", "I7"),
        ("translation-reference", "I8"),
    ]


def test_a_figure_that_differed_before_is_not_held_against_other_words(sample: Sample) -> None:
    sample.change(ENGLISH, "has stopped", "has stopped for 5 minutes")
    assert plan(sample, {SIGN: "Спит."}).problems == ()
    assert plan(sample, {OTHER_SIGN: "Дышит редко или не дышит 5 минут."}).problems == ()
    assert told(plan(sample, {OTHER_SIGN: "Дышит редко."})) == [("translation-figures", "I8")]


def test_an_exception_lets_the_figures_pass_that_its_words_stand_for(sample: Sample) -> None:
    sample.change(ENGLISH, "has stopped", "has stopped for 24 hours, every 5 seconds")
    allow = "        allow: [{rule: translation-figures, words: сутки, reason: The word means 24 hours.}]\n"
    sample.change(RUSSIAN, "        level: red\n", "        level: red\n" + allow)
    assert plan(sample, {OTHER_SIGN: "Не дышит сутки, раз в 5 секунд."}).problems == ()
    assert told(plan(sample, {OTHER_SIGN: "Не дышит день, раз в 5 секунд."})) == [("translation-figures", "I8")]
    (problem,) = plan(sample, {OTHER_SIGN: "Не дышит сутки, раз в 50 секунд."}).problems
    assert "the original says “5 seconds”, the translation “50 секунд”" in problem.message


def test_lost_and_doubled_keys_are_refused(sample: Sample) -> None:
    project = project_of(sample)
    tables = tables_of(project, LEAFLET, "ru")
    rows = [list(row) for row in tables[1].rows]
    rows[6][7], rows[6][8] = "when-to-call/ru/red/blocks.red.signs.00", "Спит."
    rows[7][7], rows[7][8] = "", "Не дышит."
    rows[5][8] = "Скорая"
    rows.append([*rows[5]])
    found = plan_of(book_of((NewTable("Words", rows),), {}), project)
    assert told(found) == [
        ("translation-row-unknown", "H7"),
        ("translation-row-unknown", "H8"),
        ("translation-row-unknown", "H10"),
    ]
    assert "Did you mean `when-to-call/ru/red/blocks.red.signs.0`?" in found.problems[0].remedy
    assert "Did you mean `when-to-call/ru/red/blocks.red.signs.1`?" in found.problems[1].remedy
    assert "Words!H6 too" in found.problems[2].message
    assert found.proposals[0].words == "Скорая"


def changed(sample: Sample, *cells: tuple[str, str]) -> Plan:
    """What comes back where somebody typed into these cells of the table."""
    project = project_of(sample)
    rows = [list(row) for row in tables_of(project, LEAFLET, "ru")[1].rows]
    for cell, words in cells:
        rows[int(cell[1:]) - 1]["ABCDEFGHI".index(cell[0])] = words
    return plan_of(book_of((NewTable("Words", rows),), {}), project)


def remarked(found: Plan) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place).removeprefix("back.xlsx: Words!")) for problem in found.remarks]


def test_a_key_that_nobody_can_guess_names_its_cell_and_no_list(sample: Sample) -> None:
    (problem,) = changed(sample, ("H7", "Ж" * 30), ("C7", "x"), ("I7", "Спит.")).problems
    assert str(problem.place).endswith("!H7")
    assert problem.remedy.startswith("Copy the key")


def test_a_key_is_guessed_by_the_words_beside_it(sample: Sample) -> None:
    (problem,) = changed(sample, ("H7", "nonsense"), ("I7", "Спит.")).problems
    assert "Did you mean `when-to-call/ru/red/blocks.red.signs.0`?" in problem.remedy


@pytest.mark.parametrize("key", ["nonsense", "", "when-to-call/ru/red/title"])
def test_a_row_with_a_broken_key_that_nobody_filled_in_is_only_remarked(sample: Sample, key: str) -> None:
    found = changed(sample, ("H7", key))
    assert (found.problems, found.proposals) == ((), ())
    assert remarked(found) == [("translation-row-unknown", "H7")]
    assert all(remark.warning for remark in found.remarks)


def test_words_under_the_key_of_another_row_are_refused(sample: Sample) -> None:
    found = changed(sample, ("H7", "when-to-call/ru/red/blocks.red.signs.1"), ("I7", "Спит."))
    assert told(found) == [("translation-row-unknown", "H7")]
    assert "this key stands at back.xlsx: Words!H8 too" in found.problems[0].message


@pytest.mark.parametrize("new", ["", "ok"])
def test_a_translation_in_the_wrong_column_is_refused(sample: Sample, new: str) -> None:
    found = changed(sample, ("F7", "Спит."), ("I7", new))
    assert told(found) == [("translation-column", "F7")]
    assert found.problems[0].message == "F7 was changed, but only the last column is read"
    assert "into I7" in found.problems[0].remedy


def test_a_figure_in_the_wrong_column_is_seen_although_the_text_is_as_long_as_before(sample: Sample) -> None:
    for file in (ENGLISH, RUSSIAN):
        sample.change(file, "has stopped", "has stopped 8 hours")
    assert told(changed(sample, ("F8", "Breathing is slow or has stopped 9 hours."))) == [("translation-column", "F8")]


def test_a_changed_translation_beside_new_words_is_only_remarked(sample: Sample) -> None:
    found = changed(sample, ("F7", "Спит."), ("I7", "Не разбудить."))
    assert found.problems == ()
    assert [proposal.words for proposal in found.changes] == ["Не разбудить."]
    assert remarked(found) == [("translation-column", "F7")]
    assert "I7 says something else" in found.remarks[0].message


@pytest.mark.parametrize(
    "cells", [(("F7", ""),), (("F7", "Спит."), ("I7", "Спит.")), (("F7", " The  person cannot\nbe woken. "),)]
)
def test_where_no_words_are_lost_nothing_is_said(sample: Sample, cells: tuple[tuple[str, str], ...]) -> None:
    found = changed(sample, *cells)
    assert (found.problems, found.remarks) == ((), ())


def test_a_translation_that_was_changed_in_the_leaflet_meanwhile_is_only_remarked(sample: Sample) -> None:
    sent = tables_of(project_of(sample), LEAFLET, "ru")
    sample.change(RUSSIAN, "The person cannot be woken.", "Спит.")
    found = plan_of(book_of(sent, {}), project_of(sample))
    assert (found.problems, remarked(found)) == ((), [("translation-column", "F7")])
    assert plan_of(book_of(sent, {SIGN: "Спит."}), project_of(sample)).remarks == ()


def test_a_changed_original_without_new_words_is_remarked(sample: Sample) -> None:
    found = changed(sample, ("C7", "The person sleeps."))
    assert (found.problems, remarked(found)) == ((), [("translation-column", "C7")])
    assert "only the last column is read" in found.remarks[0].message


def test_a_table_without_the_columns_that_only_help_is_read(sample: Sample) -> None:
    project = project_of(sample)
    rows = [[*row[:5], *row[7:]] for row in tables_of(project, LEAFLET, "ru")[1].rows]
    rows[6][6] = "Спит."
    found = plan_of(book_of((NewTable("Words", rows),), {}), project)
    assert (found.problems, found.remarks) == ((), ())
    assert [proposal.words for proposal in found.changes] == ["Спит."]


@pytest.mark.parametrize("words", ["ok", "Дышит редко 8 часов."])
def test_a_confirmation_does_not_pass_where_figures_differ(sample: Sample, words: str) -> None:
    sample.change(ENGLISH, "has stopped", "has stopped for 12 hours")
    sample.change(RUSSIAN, "Breathing is slow or has stopped.", "Дышит редко 8 часов.")
    found = plan(sample, {OTHER_SIGN: words})
    assert (told(found), found.confirmed) == ([("translation-figures", "I8")], ())
    assert "“12 hours”, the translation “8 часов”, so it cannot stay as it is" in found.problems[0].message


def test_doses_in_another_order_are_remarked(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "takes 2 mg, a child 5 mg")
    found = plan(sample, {SIGN: "Принимает 5 мг, ребёнок 2 мг."})
    assert (found.problems, found.confirmed) == ((), ("red",))
    assert remarked(found) == [("translation-order", "I7")]


def test_a_section_with_differing_figures_elsewhere_is_not_noted(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    sample.change(RUSSIAN, "has stopped", "has stopped 8 hours")
    found = plan(sample, {SIGN: "Не разбудить."})
    assert (found.problems, found.confirmed) == ((), ())
    assert [(remark.code, remark.warning) for remark in found.remarks] == [("translation-figures", True)]
    assert "the section “red” is not noted" in found.remarks[0].message


@pytest.mark.parametrize("kind", [CellKind.DATE, CellKind.FORMULA, CellKind.ERROR, CellKind.TRUTH])
def test_what_is_no_text_is_refused(sample: Sample, kind: CellKind) -> None:
    project = project_of(sample)
    (advice, words) = book_of(tables_of(project, LEAFLET, "ru"), {}).tables
    rows = [list(row) for row in words.rows]
    rows[6][8] = Cell("2026-05-08", "I7", kind=kind)
    table = Table("Words", tuple(map(tuple, rows)), "back.xlsx")
    found = plan_of(Workbook("back.xlsx", (advice, table)), project)
    assert told(found) == [("translation-words", "I7")]


def test_a_number_is_as_good_as_text(sample: Sample) -> None:
    sample.change(ENGLISH, "column: Price", "column: 24")
    sample.change(RUSSIAN, "column: Price", "column: 23")
    found = plan(sample, {"prices/blocks.prices.column": "24"})
    assert [proposal.words for proposal in found.changes] == ["24"]


@pytest.mark.parametrize("head", ["Original now", "Key (leave)", "New translation"])
def test_a_spreadsheet_without_our_columns_is_refused(sample: Sample, head: str) -> None:
    project = project_of(sample)
    rows = [[*row] for row in tables_of(project, LEAFLET, "ru")[1].rows]
    rows[0] = [str(name).replace(head, "Other") for name in rows[0]]
    with pytest.raises(ContentError) as caught:
        plan_of(book_of((NewTable("Words", rows),), {}), project)
    assert [problem.code for problem in caught.value.problems] == ["translation-sheet-unknown"]


@pytest.mark.parametrize("key", ["others/ru/red/title", "when-to-call/en/red/title", "when-to-call/de/red/title", ""])
def test_a_spreadsheet_of_no_translation_of_ours_is_refused(sample: Sample, key: str) -> None:
    project = project_of(sample)
    head = [*tables_of(project, LEAFLET, "ru")[1].rows[0]]
    row = ["red", "title", "Call now", "", "", "", "", key, "Звоните"]
    with pytest.raises(ContentError, match="translation-sheet-unknown"):
        plan_of(book_of((NewTable("Words", [head, row]),), {}), project)


def test_rows_of_two_translations_are_refused(sample: Sample) -> None:
    project = project_of(sample)
    rows = [list(row) for row in tables_of(project, LEAFLET, "ru")[1].rows]
    project.texts["other", "ru"] = project.texts[LEAFLET, "ru"]  # type: ignore[index]
    project.leaflets["other"] = project.leaflets[LEAFLET]  # type: ignore[index]
    rows[6][7] = "other/ru/red/title"
    with pytest.raises(ContentError, match=r"several translations: when-to-call \(ru\), other \(ru\)"):
        plan_of(book_of((NewTable("Words", rows),), {}), project)


# Asked about, and noted -------------------------------------------------------------------------------------


def test_an_original_that_changed_meanwhile_is_asked_about(sample: Sample) -> None:
    sent = tables_of(project_of(sample), LEAFLET, "ru")
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    found = plan_of(book_of(sent, {SIGN: "Не разбудить."}), project_of(sample))
    assert found.problems == ()
    assert [(problem.code, problem.warning) for problem in found.doubts] == [("translation-original-changed", True)]
    assert "⟦–cannot be woken.⟧ ⟦+does not wake.⟧" in found.doubts[0].message
    assert len(found.changes) == 1
    assert found.confirmed == ()


def test_words_for_an_original_that_was_taken_back_meanwhile_are_not_noted(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    sample.change(ENGLISH, "has stopped", "stopped")
    sent = tables_of(project_of(sample), LEAFLET, "ru")
    sample.change(ENGLISH, "is slow or stopped", "is slow or has stopped")
    new = {SIGN: "Не разбудить.", OTHER_SIGN: "Не дышит."}
    assert plan_of(book_of(sent, new), project_of(sample)).confirmed == ()
    assert plan_of(book_of(sent, {SIGN: new[SIGN]}), project_of(sample)).confirmed == ("red",)


def test_folded_spaces_of_the_original_are_no_change(sample: Sample) -> None:
    sent = tables_of(project_of(sample), LEAFLET, "ru")
    rows = [[str(value).replace("The person ", "The \r\n person  ") for value in row] for row in sent[1].rows]
    found = plan_of(book_of((NewTable("Words", rows),), {SIGN: "Спит."}), project_of(sample))
    assert found.doubts == ()


def test_a_stale_section_is_noted_once_every_changed_string_was_answered(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    sample.change(ENGLISH, "has stopped", "stopped")
    assert plan(sample, {SIGN: "Не разбудить."}).confirmed == ()
    assert plan(sample, {SIGN: "Не разбудить.", OTHER_SIGN: "ok"}).confirmed == ("red",)
    assert plan(sample, {"cover/blocks.title.title": "Когда"}).confirmed == ("cover",)


def test_a_section_that_was_up_to_date_is_noted_anew_with_its_new_words_only(sample: Sample) -> None:
    assert plan(sample, {SIGN: "ok"}).confirmed == ()
    assert plan(sample, {SIGN: "Не разбудить."}).confirmed == ("red",)


def test_of_a_section_that_was_changed_by_hand_those_strings_have_to_be_confirmed(sample: Sample) -> None:
    sample.change(RUSSIAN, "cannot be woken", "не просыпается")
    assert plan(sample, {OTHER_SIGN: "Дышит редко."}).confirmed == ()
    assert plan(sample, {SIGN: "ok"}).confirmed == ("red",)


@pytest.mark.parametrize(
    "words",
    [
        *("—", "-", "+", "?", "...", "x", "Х", "n/a", "да", "Да!", "верно", "то же", "без изменений.", "OK, см. выше"),
        "12",
    ],
)
def test_a_mark_or_a_remark_is_no_translation(sample: Sample, words: str) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake at all")
    found = plan(sample, {SIGN: words})
    ((code, place),) = told(found)
    assert (code, place) == ("translation-words", "I7")
    assert "write “ok”" in found.problems[0].remedy
    assert found.confirmed == ()


@pytest.mark.parametrize(
    "words",
    [
        *("без изм.", "оставить как есть", "перевод верный", "как раньше", "Всё верно", "см выше", "Уточнить у врача"),
        *("Не знаю, как перевести", "тут ошибка в оригинале", "Не разбудить [спросить врача]", "leave as it is"),
    ],
)
def test_a_note_to_a_colleague_is_no_translation(sample: Sample, words: str) -> None:
    assert told(plan(sample, {SIGN: words})) == [("translation-words", "I7")]


@pytest.mark.parametrize(
    "words",
    ["Спросите о цене", "Не меняйте лекарство", "Смотрите на обороте", "[Сайт](https://example.org) наш"],
)
def test_advice_to_readers_is_no_note(sample: Sample, words: str) -> None:
    sample.change(ENGLISH, "The person cannot be woken.", "'[Our](https://example.org) site of advice.'")
    assert plan(sample, {SIGN: words}).problems == ()


@pytest.mark.parametrize("words", ["Ok.", "ОК.", "ok!", "ок "])
def test_ok_may_have_a_point(sample: Sample, words: str) -> None:
    assert plan(sample, {SIGN: words}).changes == ()


def test_short_words_for_short_ones_are_taken(sample: Sample) -> None:
    sample.change(ENGLISH, "column: Price", "column: Yes")
    assert plan(sample, {"prices/blocks.prices.column": "Да"}).problems == ()


@pytest.mark.parametrize("words", ["ЭКГ", "ок. получаса без ответа", "Да, конечно, всегда"])
def test_what_only_looks_like_a_remark_is_taken(sample: Sample, words: str) -> None:
    assert plan(sample, {SIGN: words}).problems == ()


@pytest.mark.parametrize(("letters", "is_taken"), [(3, False), (4, True)])
def test_fewer_than_four_letters_are_no_translation_of_a_sentence(sample: Sample, letters: int, is_taken: bool) -> None:
    assert (plan(sample, {SIGN: "спит"[:letters]}).problems == ()) is is_taken


def test_a_tenth_of_a_long_text_is_no_translation_of_it(sample: Sample) -> None:
    sample.change(ENGLISH, "The person cannot be woken.", "The person cannot be woken at all, not even by pain. " * 3)
    assert told(plan(sample, {SIGN: "Не разбудить"})) == [("translation-words", "I7")]
    assert plan(sample, {SIGN: "Человека никак не разбудить, даже болью"}).problems == ()


def test_words_that_were_only_copied_are_told_where_other_letters_are_used(sample: Sample) -> None:
    sample.write(RUSSIAN, RUSSIAN_WORDS)
    found = plan(sample, {SIGN: "Seizure or fainting"})
    assert told(found) == [("translation-untranslated", "I7")]
    excepted = f"        allow: [{{rule: translation-untranslated, words: Seizure or fainting, reason: {'So ' * 5}}}]\n"
    sample.change(RUSSIAN, "        title: Вызовите скорую\n", f"        title: Вызовите скорую\n{excepted}")
    assert plan(sample, {SIGN: "Seizure or fainting"}).problems == ()


def test_a_section_that_was_never_noted_needs_all_its_strings(sample: Sample) -> None:
    sample.delete(RECORD)
    assert plan(sample, {"leaflet/title": "Когда"}).confirmed == ()
    assert plan(sample, {"leaflet/title": "Когда", "leaflet/summary": "ok"}).confirmed == ("leaflet",)


def test_a_new_string_that_the_translation_lacks_keeps_its_section_open(sample: Sample) -> None:
    sample.change(ENGLISH, "        title: Call an", "        note: Stay.\n        title: Call an")
    assert plan(sample, {SIGN: "Спит."}).confirmed == ()


def test_a_string_that_was_taken_out_asks_for_nothing(sample: Sample) -> None:
    sample.change(ENGLISH, "          - Breathing is slow or has stopped.\n", "")
    assert plan(sample, {SIGN: "Спит."}).confirmed == ("red",)
