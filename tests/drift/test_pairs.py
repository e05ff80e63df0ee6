"""Which pairs of texts say the same figures, and which do not."""

from __future__ import annotations

import pytest

from press.drift.pairs import Differing, differing_figures, in_another_order, shown
from press.drift.phrases import Phrase
from press.errors import Place


def phrase(words: str, key: str = "blocks.a.text") -> Phrase:
    return Phrase("s", "a", key, words, Place("x.yaml", 1, 1), ("x",))


def compared(english: str, russian: str) -> Differing:
    return differing_figures([phrase(english)], "en", [phrase(russian)], "ru")


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("2–3 min", "2-3 мин"),
        ("two to three minutes", "2–3 минуты"),
        ("drip of 1,500 ml", "капельница 1500 мл"),
        ("5.5 mg", "5,5 мг"),
        ("Worse after day 5?", "Хуже после 5-го дня?"),
        ("Day 1–2", "1–2-й день"),
        ("Two bars show it.", "Два столбика показывают это."),
        ("The first two weeks", "Первые две недели"),
        ("Give 1 breath every 5 seconds", "Вдувайте воздух раз в 5 секунд"),
        ("severe one-sided belly pain", "резь сбоку живота"),
        ("2 of 75 people died, and 5 more", "из 75 человек 2 умерли, ещё 5"),
        ("Call {emergency}", "Скорая {emergency:ambulance}, {emergency:single}"),
        ("Pay {price:home-visit} until {valid_until}", "До {valid_until} платите {price:home-visit}"),
        ("{clinic}: free", "Бесплатно"),
        ("From 9 am to 8 pm", "С 9:00 до 20:00"),
        ("half an hour", "30 минут"),
        ("half an hour", "полчаса"),
        ("half of the dose", "50% дозы"),
        ("twice a day", "2 раза в день"),
        ("twice a day", "дважды в день"),
        ("a two-week break", "двухнедельный перерыв"),
        ("one hour", "1 час"),
        ("Ring +7 495 127-02-03", "Звоните 8 (495) 127-02-03"),
        ("both pupils", "два зрачка"),
        ("12.05.2026", "12 мая 2026"),
        ("twenty-four hours", "24 часа"),
        ("20 per cent", "20 %"),
        ("the third day", "третий день"),
        ("No urine for 8 hours", "Не мочится восемь часов"),
        ("day and night", "круглосуточно"),
        ("2 days", "2 дня"),
        ("1–2 days", "1–2 дня"),
        ("by 2 pm", "до 2 дня"),
        ("over 60", "старше 60 лет"),
        ("in 2019", "в 2019 г."),
        ("400 mcg", "400 микрограммов"),
        ("400mg", "400 мг"),
        ("(.5 mg)", "0,5 мг"),
        ("4 mg/0.1 ml", "4 мг в 0,1 мл"),
        ("39 degrees", "39 °C"),
        ("½ tablet", "полтаблетки"),
        ("½ tablet", "половина таблетки"),
        ("0.5 tablet", "половина таблетки"),
        ("one and a half tablets", "полторы таблетки"),
        ("two and a half tablets", "2½ таблетки"),
        ("a third of people", "треть людей"),
        ("0.4 mg per ml", "0,4 мг/мл"),
        ("2 mg/kg/day", "2 мг на кг в сутки"),
        ("5 mg once a day", "5 мг 1 раз в день"),
        ("5 mg at night", "5 мг на ночь"),
        ("5 mg every 8 hours", "5 мг каждые 8 часов"),
        ("twice daily", "2 раза в сутки"),
        ("12 breaths a minute", "12 раз в минуту"),
        ("1 tablet", "одну таблетку"),
        ("Take one tablet", "Выпейте таблетку"),
        ("2 puffs", "2 впрыска"),
        ("one tablet, one ampoule", "одна ампула, одна таблетка"),
        ("by the 28th day", "к двадцать восьмому дню"),
        ("by the twenty-eighth day", "к 28-му дню"),
        ("on the thirtieth day", "на тридцатый день"),
        ("From day 4 to day 10", "С 4-го по 10-й день"),
        ("between 7 and 10 days", "от семи до десяти дней"),
        ("No answer within an hour?", "Не отвечает час?"),
        ("Stay close for several hours", "Побудьте рядом несколько часов"),
        ("Under 18 or over 60", "Младше 18 или старше 60"),
        ("a 70-year-old woman", "70-летняя женщина"),
        ("38.5 °C or higher", "38,5 °C и выше"),
        ("one spray into one nostril", "один впрыск в одну ноздрю"),
        ("4,500 ₽ a day", "4500 руб. в день"),
        ("RUB 4500", "4500 ₽"),
        ("€5", "5 евро"),
        ("4.5 thousand roubles", "4,5 тыс. руб."),
        ("12,000 roubles", "12 тысяч рублей"),
        ("10,000–12,000 roubles", "10–12 тысяч рублей"),
        ("1 million roubles", "1 млн рублей"),
        ("two hundred and fifty roubles", "двести пятьдесят рублей"),
        ("five hundred roubles", "500 рублей"),
        ("120", "сто двадцать"),
        ("2,500", "две тысячи пятьсот"),
        ("thousands of people, a thousand times", "тысячи людей, в тысячу раз"),
        ("open 24/7", "круглосуточно, 7 дней в неделю"),
        ("24 hours a day, 7 days a week", "круглосуточно"),
        ("a 24-hour helpline", "круглосуточная линия"),
        ("Day and night", "24 часа в сутки"),
        ("at 2 pm", "в 2 часа дня"),
        ("by 6 p.m.", "до 6 часов вечера"),
        ("at 3 am", "в 3 ночи"),
        ("3 nights no sleep", "3 ночи без сна"),
        ("at noon", "в 12 часов"),
        ("at midnight", "в полночь"),
        ("valid until December 31, 2027", "до 31.12.2027"),
        ("1 Jan 2026", "1 января 2026"),
        ("You may 2 times", "Можно 2 раза"),
        ("In March 5 people came", "В марте пришли 5 человек"),
        ("at 12 noon, at 12 midnight", "в 12 дня, в 12 ночи"),
        ("6 months", "полгода"),
        ("half a year", "6 месяцев"),
        ("an hour and a half", "полтора часа"),
        ("the two of us", "мы вдвоём"),
        ("one in three people", "каждый третий"),
        ("two thirds of patients", "две трети пациентов"),
        ("every two hours", "раз в два часа"),
        ("Give 30 compressions, then 2 breaths", "30 нажатий, затем 2 вдоха"),
        ("not more than 3 g a day", "не больше 3 г в сутки"),
        ("a three-month implant", "трёхмесячный имплант"),
    ],
)
def test_the_same_figures(english: str, russian: str) -> None:
    found = compared(english, russian)
    assert not found, (shown(found.original), shown(found.translation))


@pytest.mark.parametrize(
    ("english", "russian", "left", "right"),
    [
        ("2–3 min", "3–5 мин", "“2–3 min”", "“3–5 мин”"),
        ("2–3 min", "2–3 часа", "“2–3 min”", "“2–3 часа”"),
        ("Every 5 seconds", "Каждые 15 секунд", "“5 seconds”", "“15 секунд”"),
        ("No urine for 8 hours", "Не мочится", "“8 hours”", "nothing of the kind"),
        ("Not for days", "Не 3 дня", "nothing of the kind", "“3 дня”"),
        ("Call {emergency}", "Звоните {phone}", "“{emergency}”", "“{phone}”"),
        ("Call {emergency}", "Звоните {emergency:single}", "“{emergency}”", "nothing of the kind"),
        ("{price:a}", "{price:b}", "“{price:a}”", "“{price:b}”"),
        ("1,500 ml", "150 мл", "“1,500 ml”", "“150 мл”"),
        ("5.5 mg", "55 мг", "“5.5 mg”", "“55 мг”"),
        ("two weeks", "три недели", "“two weeks”", "“три недели”"),
        ("two weeks", "два дня", "“two weeks”", "“два дня”"),
        ("20 %", "20 человек", "“20 %”", "“20”"),
        ("at 9:30", "в 9:00", "“9:30”", "“9:00”"),
        ("2 breaths, 2 times", "2 вдоха", "“2 times”", "nothing of the kind"),
        ("twice a day", "трижды в день", "“twice a day”", "“трижды в день”"),
        ("one hour", "1 день", "nothing of the kind", "“1 день”"),
        ("1 breath", "вдохи", "“1 breath”", "nothing of the kind"),
        ("Ring 103", "Звоните 130", "“103”", "“130”"),
        ("Give 400 mg.", "Дайте 400 мкг.", "“400 mg”", "“400 мкг”"),
        ("400 µg", "400 мг", "“400 µg”", "“400 мг”"),
        ("5 IU", "5 мг", "“5 IU”", "“5 мг”"),
        ("10 U", "10 мл", "“10 U”", "“10 мл”"),
        ("5 drops", "5 таблеток", "“5 drops”", "“5 таблеток”"),
        ("½ tablet", "¼ таблетки", "“½ tablet”", "“¼ таблетки”"),
        ("1/2 tablet", "1/4 таблетки", "“1/2 tablet”", "“1/4 таблетки”"),
        ("1½ tablets", "2½ таблетки", "“1½ tablets”", "“2½ таблетки”"),
        ("half a tablet", "30 таблеток", "“half a tablet”", "“30 таблеток”"),
        ("Give half a tablet", "Дайте таблетку", "“half a tablet”", "nothing of the kind"),
        ("0.4 mg/ml", "0,4 мг", "“0.4 mg/ml”", "“0,4 мг”"),
        ("2 mg/kg", "2 мг", "“2 mg/kg”", "“2 мг”"),
        ("5 mg a day", "5 мг в час", "“5 mg a day”", "“5 мг в час”"),
        ("3 times a day", "3 раза в неделю", "“3 times a day”", "“3 раза в неделю”"),
        ("39 °C", "39", "“39 °C”", "“39”"),
        ("39 °C", "39 °F", "“39 °C”", "“39 °F”"),
        ("5 mg", "5", "“5 mg”", "“5”"),
        (".5 mg", "5 мг", "“.5 mg”", "“5 мг”"),
        ("1 mg", "один мкг", "“1 mg”", "“один мкг”"),
        ("one mg", "один мкг", "“one mg”", "“один мкг”"),
        ("2 × 5 mg", "5 × 2 мг", "“2”, “5 mg”", "“5”, “2 мг”"),
        ("4 mg/0.1 ml", "4 мг/0,1 л", "“0.1 ml”", "“0,1 л”"),
        ("2 to 4 mg", "2–4", "“2 to 4 mg”", "“2–4”"),
        ("0.9 %", "0,9 ‰", "“0.9 %”", "“0,9 ‰”"),
        ("one tablet", "одна ампула", "“one tablet”", "“одна ампула”"),
        ("1 tablet", "раз", "“1 tablet”", "nothing of the kind"),
        (
            "Wait 2 minutes, give 5 breaths",
            "Ждите 5 минут, сделайте 2 вдоха",
            "“2 minutes”, “5 breaths”",
            "“5 минут”, “2 вдоха”",
        ),
        ("12 thousand roubles", "12 рублей", "“12 thousand roubles”", "“12 рублей”"),
        ("1 million", "1 тысяча", "“1 million”", "“1 тысяча”"),
        ("€5", "5 ₽", "“5”", "“5 ₽”"),
        ("5 euros", "5 рублей", "“5 euros”", "“5 рублей”"),
        ("two hundred", "двести пять", "“two hundred”", "“двести пять”"),
        ("at 2 am", "в 2 часа дня", "“2 am”", "“2 часа дня”"),
        ("at midnight", "в полдень", "“midnight”", "“полдень”"),
        ("one hour", "полчаса", "“one hour”", "“полчаса”"),
        ("a quarter of an hour", "полчаса", "“quarter of an hour”", "“полчаса”"),
        ("12 hours a day", "круглосуточно", "“12 hours”", "nothing of the kind"),
        ("24 hours a day", "12 часов в сутки", "nothing of the kind", "“12 часов”"),
        ("the 28th day", "двадцать седьмой день", "“28th day”", "“двадцать седьмой день”"),
        ("December 31", "31 ноября", "nothing of the kind", "“ноября”"),
        ("10–12 thousand", "10–12", "“10–12 thousand”", "“10–12”"),
        ("2 rounds, 5 minutes", "5 кругов, 2 минуты", "“2”, “5 minutes”", "“5”, “2 минуты”"),
    ],
)
def test_other_figures(english: str, russian: str, left: str, right: str) -> None:
    found = compared(english, russian)
    assert found
    assert (shown(found.original), shown(found.translation)) == (left, right)


def test_figures_may_stand_in_another_string_of_the_same_block() -> None:
    original = [phrase("Call {phone}", "blocks.a.title"), phrase("Wait 5 minutes")]
    translation = [phrase("Ждите 5 минут", "blocks.a.title"), phrase("Звоните {phone}")]
    assert not differing_figures(original, "en", translation, "ru")
    original = [phrase("Call {phone}", "blocks.a.title"), phrase("Let it ring 5 times")]
    translation = [phrase("Ждите 5 гудков", "blocks.a.title"), phrase("Звоните {phone}")]
    assert not differing_figures(original, "en", translation, "ru")


@pytest.mark.parametrize(
    ("first", "second", "erste", "zweite"),
    [
        ("Adults 2 mg", "Children 5 mg", "Взрослым 5 мг", "Детям 2 мг"),
        ("Wait 2 minutes", "Wait 5 minutes", "Ждите 5 минут", "Ждите 2 минуты"),
        ("Dying: {emergency}", "Question: {phone}", "Умирает: {phone}", "Вопрос: {emergency}"),
    ],
)
def test_figures_of_a_kind_that_changed_places_are_told(first: str, second: str, erste: str, zweite: str) -> None:
    original = [phrase(first, "blocks.a.items.0"), phrase(second, "blocks.a.items.1")]
    translation = [phrase(erste, "blocks.a.items.0"), phrase(zweite, "blocks.a.items.1")]
    found = differing_figures(original, "en", translation, "ru")
    assert len(found.original) == len(found.translation) >= 2


@pytest.mark.parametrize(
    ("english", "russian", "told"),
    [
        ("adults 2 mg, children 5 mg", "взрослым 5 мг, детям 2 мг", "“2 mg”, “5 mg” / “5 мг”, “2 мг”"),
        ("Call us at 38 °C, an ambulance at 39 °C", "При 39 °C — скорая, при 38 °C — нам", "“38 °C”"),
        ("½ tablet, then 2 tablets", "2 таблетки, потом полтаблетки", "“½ tablet”, “2 tablets”"),
        ("twice a day, 3 times a day", "3 раза в день, 2 раза в день", "“twice a day”"),
    ],
)
def test_doses_in_another_order_within_a_string_are_remarked(english: str, russian: str, told: str) -> None:
    found = compared(english, russian)
    assert not found
    (moved,) = found.moved
    assert told in in_another_order(moved)


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("2 mg, then 5 mg", "2 мг, затем 5 мг"),
        ("2 mg in 5 ml", "в 5 мл 2 мг"),
        ("2 mg, 5 mg", "5 мг, 3 мг"),
        ("2 of 75 people died, and 5 more", "из 75 человек 2 умерли, ещё 5"),
        ("2 tablets, one tablet", "таблетка, 2 таблетки"),
    ],
)
def test_other_figures_may_stand_in_any_order(english: str, russian: str) -> None:
    assert compared(english, russian).moved == ()


def test_doses_that_moved_to_another_string_are_no_other_order() -> None:
    original = [phrase("2 mg, 5 mg", "blocks.a.items.0"), phrase("5 mg, 2 mg", "blocks.a.items.1")]
    translation = [phrase("2 мг, 5 мг", "blocks.a.items.0"), phrase("5 мг, 2 мг", "blocks.a.items.1")]
    assert differing_figures(original, "en", translation, "ru").moved == ()


def test_the_same_string_is_compared_before_any_other() -> None:
    original = [phrase("5 minutes", "blocks.a.items.0"), phrase("5 minutes", "blocks.a.items.1")]
    translation = [phrase("6 минут", "blocks.a.items.0"), phrase("5 минут", "blocks.a.items.1")]
    found = differing_figures(original, "en", translation, "ru")
    assert [one.phrase.key for one in (*found.original, *found.translation)] == ["blocks.a.items.0"] * 2


def test_of_a_language_nobody_taught_only_the_units_it_has_are_compared() -> None:
    def german(words: str, english: str) -> Differing:
        return differing_figures([phrase(english)], "en", [phrase(words)], "de")

    assert not german("5 Tropfen", "5 drops")
    assert not german("5 mg/Tag", "5 mg/day")
    assert german("5 mg", "5 mcg")
    assert german("5 µg", "5 mg")


def test_a_word_answers_a_digit_only_once_and_no_other_word() -> None:
    original = [phrase("First the address"), phrase("1 breath every 5 seconds")]
    translation = [phrase("Сначала адрес"), phrase("Вдох раз в 5 секунд")]
    assert not differing_figures(original, "en", translation, "ru")
    assert differing_figures([*original, phrase("1 more")], "en", translation, "ru")


def test_what_is_left_knows_its_phrase() -> None:
    found = compared("Wait 5 minutes", "Ждите 6 минут")
    ((ours,), (theirs,)) = (found.original, found.translation)
    assert (ours.phrase.words, theirs.text) == ("Wait 5 minutes", "Ждите 6 минут")


DOSES = {
    "400 mcg": "400 мкг",
    "400 mg": "400 мг",
    "400 g": "400 г",
    "400 kg": "400 кг",
    "400 ml": "400 мл",
    "400 litres": "400 литров",
    "400 IU": "400 МЕ",
    "400 drops": "400 капель",
    "400 tablets": "400 таблеток",
    "400 capsules": "400 капсул",
    "400 ampoules": "400 ампул",
    "400 vials": "400 флаконов",
    "400 doses": "400 доз",
    "400 sprays": "400 впрысков",
    "400 patches": "400 пластырей",
    "400 teaspoons": "400 чайных ложек",
    "400 °C": "400 °C",
    "400 °F": "400 °F",
    "400 mg/ml": "400 мг/мл",
    "400 mg/kg": "400 мг/кг",
    "400 mg a day": "400 мг в день",
    "400 times a day": "400 раз в день",
    "400 %": "400 %",
}


@pytest.mark.parametrize("english", [*DOSES, "400 minutes", "400 people"])
def test_a_dose_is_answered_by_the_same_dose_alone(english: str) -> None:
    passed = [russian for russian in DOSES.values() if not compared(f"Give {english} now.", f"Дайте {russian} сейчас.")]
    assert passed == ([DOSES[english]] if english in DOSES else [])
