"""Russian words, verb groups and clauses."""

import pytest

from ravabet.language import analyse, keys
from ravabet.lexicon import fold


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("санкциям", {"санкция"}),
        ("России", {"россия"}),
        ("турецкими", {"турецкий"}),
        ("протестующими", {"протестующий"}),
        ("арестована", {"арестовать"}),
        ("обвинив", {"обвинить"}),
        ("обсуждается", {"обсуждать", "обсуждаться"}),
        ("готовы", {"готов"}),
        ("намерена", {"намерен"}),
    ],
)
def test_a_word_is_known_by_its_dictionary_forms(word, forms) -> None:
    assert forms <= keys(fold(word), "ru")


@pytest.mark.parametrize(("word", "base"), [("пытается", "пытать"), ("жалуется", "жаловать"), ("дерутся", "драть")])
def test_a_verb_of_its_own_is_no_passive(word, base) -> None:
    assert base not in keys(word, "ru")
    assert not analyse(f"Чили {word} с соседями.", "ru")[0].verbs[0].passive


def test_people_are_not_what_they_do() -> None:
    assert keys("протестующие", "ru").isdisjoint(keys("протестовали", "ru"))
    assert keys("арестованные", "ru").isdisjoint(keys("арестованы", "ru"))


@pytest.mark.parametrize("word", ["нато", "2024", "rt", "страна"])
def test_a_word_is_always_itself(word) -> None:
    assert word in keys(word, "ru")


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "negative", "passive"),
    [
        ("Армия закрыла мост.", "закрыть", "past", False, False),
        ("Мост закрыт армией.", "закрыть", "perfect", False, True),
        ("Мост был закрыт армией.", "закрыть", "past", False, True),
        ("Мост будет закрыт.", "закрыть", "future", False, True),
        ("Армия закроет мост.", "закрыть", "future", False, False),
        ("Армия будет закрывать мост.", "закрывать", "future", False, False),
        ("Армия не закрыла мост.", "закрыть", "past", True, False),
        ("Вопрос обсуждается сторонами.", "обсуждаться", "present", False, True),
        ("Страна намерена закрыть мост.", "намерен", "present", False, False),
        ("Чили экстрадировала банкира.", "экстрадировать", "past", False, False),
        ("Стороны пошли на уступки.", "пойти", "past", False, False),
        ("Послы вели переговоры.", "вести", "past", False, False),
        ("Соседи нашли решение.", "найти", "past", False, False),
        ("Армения начала учения.", "начать", "past", False, False),
        ("Стороны вновь сели за стол переговоров.", "сесть", "past", False, False),
    ],
)
def test_a_verb_group_has_its_tense_and_voice(text, lemma, tense, negative, passive) -> None:
    verb = analyse(text, "ru")[0].verbs[0]
    assert (verb.lemma, verb.tense, verb.negative, verb.passive) == (lemma, tense, negative, passive)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Страна, которая закрыла мост, открыла порт.", ["открыть", "закрыть"]),
        ("Король заявил, что армия ушла.", ["заявить", "уйти"]),
        ("Король приехал и открыл мост.", ["приехать", "открыть"]),
        ("Сенат, по словам короля, закрыт.", ["закрыть"]),
    ],
)
def test_each_finite_verb_has_its_clause(text, verbs) -> None:
    clauses = analyse(text, "ru")[0].clauses
    assert [clause.verb.lemma for clause in clauses if clause.verb] == verbs


def test_a_noun_phrase_goes_on_after_its_relative_clause() -> None:
    sentence = analyse("Страна, которая закрыла мост, открыла порт.", "ru")[0]
    main = sentence.clauses[0]
    words = [sentence.tokens[n].fold for n in main.tokens]
    assert "страна" in words
    assert "открыла" in words
    assert "которая" not in words


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Министр Мевлют Чавушоглу отверг обвинения.", ["отвергнуть"]),
        ("Премьер Алексис Ципрас провел встречу.", ["провести"]),
        ("Фетхуллаха Гюлена выслали.", ["выслать"]),
        ("Москва категорично отвергла обвинения.", ["отвергнуть"]),
        ("Заявление было категорично.", ["категоричен"]),
        ("Москва ПРОТЕСТУЕТ против санкций.", ["протестовать"]),
        ("Отверг обвинения и Минск.", ["отвергнуть"]),
    ],
)
def test_names_and_adverbs_are_no_verbs(text: str, verbs: list[str]) -> None:
    (sentence,) = analyse(text, "ru")
    assert [verb.lemma for verb in sentence.verbs if verb.finite] == verbs


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Армия Украины начала отход.", ["начать"]),
        ("Стороны вели переговоры.", ["вести"]),
        ("С начала года погибли двое.", ["погибнуть"]),
        ("Полиция этого начала не ждала.", ["ждать"]),
    ],
)
def test_a_past_that_is_spelt_as_a_noun_is_a_verb_unless_something_holds_it(text: str, verbs: list[str]) -> None:
    (sentence,) = analyse(text, "ru")
    assert [verb.lemma for verb in sentence.verbs] == verbs
