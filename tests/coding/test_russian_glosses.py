"""Russian acts stand under the frame whose gloss says what the words do; idioms tell no act."""

import pytest

from ravabet.coding.acts.find import acts
from ravabet.language import analyse


def frames_of(text: str) -> set[str]:
    return {act.expression.frame for sentence in analyse(text, "ru") for act in acts(sentence, "ru")}


@pytest.mark.parametrize(
    ("text", "frame", "other"),
    [
        ("Чили назначила нового посла в Гане.", "appoint-ambassador", "open-embassy"),
        ("Чили открыла посольство в Гане.", "open-embassy", "appoint-ambassador"),
        ("Президент освободил губернатора от должности.", "dismiss", "release-prisoners"),
        ("Чили поддерживает контакт с Перу.", "talks", "endorse"),
        ("Суд Чили оштрафовал рыбаков Перу.", "fine", "sentence-prison"),
        ("Суд Чили приговорил рыбаков Перу к году колонии.", "sentence-prison", "fine"),
        ("Суд Чили признал рыбака виновным.", "sentence-prison", "try"),
        ("Надзор внёс портал в реестр запрещённых сайтов.", "censor", "list-terrorist"),
        ("Совет исключил Чили из организации.", "suspend-membership", "suspend-agreement"),
        ("Чили призвала Перу соблюдать договор.", "urge", "demand-reform"),
        ("Министр отказался признать обвинения.", "reject", "refuse-recognition"),
    ],
)
def test_an_act_is_called_what_its_words_say(text, frame, other):
    assert frame in frames_of(text)
    assert other not in frames_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "На площади обрушилась кровля.",
        "Пресс-служба отказалась от комментариев.",
        "Закон призван укрепить семью.",
        "Юношу призвали в армию.",
        "У старика отказало сердце.",
        "Лётчику грозит срок до семи лет.",
        "Водитель признал себя виновным.",
        "Группа выпустила новый альбом.",
        "Министр подал в отставку.",
    ],
)
def test_an_idiom_is_no_act(text):
    assert not frames_of(text)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Чили освободила пленных моряков.", "release-prisoners"),
        ("Чили призвала Перу к переговорам.", "demand-talks"),
        ("Чили отказала Перу в помощи.", "refuse-aid"),
        ("Чили пригрозила Перу санкциями.", "threaten-sanctions"),
    ],
)
def test_the_same_words_are_acts_elsewhere(text, frame):
    assert frame in frames_of(text)
