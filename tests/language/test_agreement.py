"""Subjects and objects of Russian verbs by the forms of words, whatever their order."""

import pytest

from ravabet.language import analyse, parsed


def roles(text: str) -> tuple[str | None, str | None]:
    """The heads of the subject and of the object of the first finite verb."""
    (sentence,) = analyse(text, "ru")
    (parse,) = parsed([sentence], "ru")
    verb = next(verb for verb in sentence.verbs if verb.finite)
    found = {parse.relations[n]: sentence.tokens[n].text for n in parse.children(verb.start)}
    return found.get("nsubj"), found.get("obj")


@pytest.mark.parametrize(
    ("text", "subject", "direct"),
    [
        # the ending of the noun behind the verb is no accusative
        ("Ещё в мае вмешательство Перу в дела Чили осудила Москва.", "Москва", "вмешательство"),
        ("Рынок в Сане разбомбила авиация соседей.", "авиация", "Рынок"),
        ("Такое заявление сделал глава МИД Исландии.", "глава", "заявление"),
        # the verb is a plural
        ("Сразу несколько норвежских сенаторов похвалили Чад за реформы.", "сенаторов", "Чад"),
        ("США исключили Габон из списка.", "США", "Габон"),
        ("Химическую атаку осудили США, Великобритания и Франция.", "США", "атаку"),
        # two names that tell nothing stand as most do
        ("Эр-Рияд поддерживает Каир.", "Эр-Рияд", "Каир"),
        # what is right stays
        ("Москва осудила вмешательство Перу.", "Москва", "вмешательство"),
        ("Премьер заявила протест.", "Премьер", "протест"),
        ("Ряд стран признали республику.", "Ряд", "республику"),
        ("Токаев поздравил соседей.", "Токаев", "соседей"),
    ],
)
def test_endings_tell_the_subject_from_the_object(text, subject, direct) -> None:
    assert roles(text) == (subject, direct)


def test_a_verb_in_the_plural_needs_no_subject() -> None:
    assert roles("Премьер-министра Исландии призывают уйти.") == (None, "Премьер-министра")


def test_an_intransitive_verb_keeps_its_subject() -> None:
    assert roles("Вчера погиб 31 человек.")[0] == "человек"


@pytest.mark.parametrize(
    ("text", "subject", "direct"),
    [
        ("В Осло задержали 200 граждан Чада.", None, "граждан"),
        ("Резолюцию поддержали 120 стран.", "стран", "Резолюцию"),
        ("Несколько дней назад задержали мэра.", None, "мэра"),
    ],
)
def test_a_counted_noun_behind_a_plural_is_its_object_if_nothing_else_is(text, subject, direct) -> None:
    assert roles(text) == (subject, direct)


def test_a_dative_is_no_object() -> None:
    assert roles("Он предложил Пакистану свои услуги.")[1] != "Пакистану"
