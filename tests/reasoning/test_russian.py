import re

import pytest

from ravabet.language import analyse
from ravabet.lexicon import cues
from ravabet.model import Reason
from ravabet.reasoning import reasons
from ravabet.reasoning.sentences.discourse import discourse, key

CUES = cues("ru")


def found(text: str) -> tuple[Reason, ...]:
    return reasons(text, analyse(text, "ru"), (), "ru")


REASONS = [
    ("[Правительство закрыло границу] из-за {обстрела аэропорта}.", "cause"),
    ("[Париж выслал трёх дипломатов] в ответ на {арест журналиста}.", "response"),
    ("Министр сказал, что [парламент отклонил проект], так как {цена его неизвестна}.", "cause"),
    ("{Наводнение разрушило плотину}, в результате чего [тысячи людей] лишились домов.", "result"),
    ("{Закрытие порта} привело к [росту цен] на хлеб.", "cause"),
    ("{Решение парламента} вызвало [протесты] в столице.", "cause"),
    ("{Деньги не поступили}, поэтому [стройка остановилась].", "result"),
    ("[Рабочие порта объявили забастовку] в знак протеста против {снижения зарплат}.", "response"),
    ("[Посла вызвали в министерство] в связи с {задержанием журналиста}.", "cause"),
    ("[Сенат отложил голосование], сославшись на {болезнь председателя}.", "cause"),
    ("[Рост цен] объясняется {блокадой пролива}.", "cause"),
    ("Причиной [разрыва] отношений стало {нападение на посольство}.", "cause"),
    ("{Арест} консула стал поводом для [высылки дипломатов].", "cause"),
    ("Поскольку {условия не выполнены}, [союз прекратил переговоры].", "cause"),
    ("[Делегация уехала], потому что {переговоры провалились}.", "cause"),
]
"""Words that the cause holds stand in {}, words of the effect in []."""


@pytest.mark.parametrize(("marked", "kind"), REASONS)
def test_each_side_holds_its_own_words_and_none_of_the_other(marked: str, kind: str):
    text = re.sub(r"[{}\[\]]", "", marked)
    cause, effect = re.findall(r"\{(.+)\}", marked)[0], re.findall(r"\[(.+)\]", marked)[0]
    sides = [(r.cause.span.of(text), r.effect.span.of(text), r.kind) for r in found(text)]
    assert any(cause in c and effect in e and cause not in e and effect not in c and kind == k for c, e, k in sides)


@pytest.mark.parametrize(
    "text",
    [
        "Министр приехал после обеда.",
        "Министры встретились, чтобы обсудить границу.",
        "Учения провели с целью проверки готовности.",
        "МИД вызвал посла соседней страны.",
        "Договор вступил в силу.",
        "Несмотря на санкции, экспорт вырос.",
        "Переговоры не привели к соглашению.",
        "Министр улыбнулся в ответ на вопрос журналиста.",
        "Комиссия создана в соответствии с законом.",
    ],
)
def test_what_only_looks_like_a_reason_is_none(text: str):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("written", "cue"),
    [
        ("Рейсы отменили Из-за обстрела аэропорта.", "phrase:из-за"),
        ("Рейд привёл к дипломатическому кризису.", "frame:привести|приводить* к|ко [E]"),
        ("Рейды приводят к новым санкциям.", "frame:привести|приводить* к|ко [E]"),
        ("Рейд, приведший к кризису, осудили соседи.", "frame:привести|приводить* к|ко [E]"),
        ("Посольство закрыли в связи с тем, что послу угрожали.", "phrase:в связи с тем, что"),
        ("Причины разрыва - нападение на посольство и арест консула.", "reason:причина~ [E]"),
    ],
)
def test_a_cue_is_found_in_all_its_forms(written: str, cue: str):
    assert cue in {entry for reason in found(written) for entry in reason.because}


def test_every_cue_is_there_once_with_what_shows_its_use():
    plain = [(key("".join(cue.words)), cue.shape) for cue in CUES if not cue.verbs]
    assert len(set(plain)) == len(plain)
    never = [cue for cue in CUES if ("never", ()) in cue.when]
    assert all(cue.counter for cue in never)
    assert all(cue.example for cue in CUES if cue not in never)


def test_words_that_point_back_are_known():
    assert {key("этот"), key("этого")} <= discourse("ru").demonstratives
    assert key("шаг") in discourse("ru").one
