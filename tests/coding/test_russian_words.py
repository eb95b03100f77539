"""The words by which Russian newsrooms name acts: what they must find, and the same words in another sense."""

import datetime

import pytest

from ravabet.coding import events, scene
from ravabet.lexicon import frames

PUBLISHED = datetime.date(2021, 5, 12)


def kinds(text: str) -> set[str]:
    """The PLOVER types of the acts on the words of a text, before they are judged."""
    return {frames()[act.expression.frame].type for acts in scene(text, "ru", PUBLISHED).acts for act in acts}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Премьер Исландии съездил в Осло.", "CONSULT"),
        ("Посол Кубы получил аудиенцию у короля.", "CONSULT"),
        ("Министр связался с коллегой из Перу.", "CONSULT"),
        ("Соседи нашли общий язык по реке.", "AGREE"),
        ("Стороны пошли на обмен участками и сошлись во мнении.", "AGREE"),
        ("Комиссия завершила описание границы с Чили.", "AGREE"),
        ("Документ скрепили подписями главы двух стран.", "AGREE"),
        ("Киргизия импортирует узбекские овощи.", "COOPERATE"),
        ("Между Ошем и Худжандом открылся автобусный рейс.", "COOPERATE"),
        ("Чад этапировал в Нигер подозреваемого.", "COOPERATE"),
        ("Альпинисты двух стран совершили совместное восхождение.", "COOPERATE"),
        ("Токио оплатит строительство застав в Таджикистане.", "AID"),
        ("Фонд доставил вакцины в Ашхабад.", "AID"),
        ("Соседи пришли на выручку Непалу.", "AID"),
        ("Осло отметил прогресс Исландии в спасении рыб.", "SUPPORT"),
        ("Эстония отдала голос за резолюцию.", "SUPPORT"),
        ("Парламент отозвал скандальный законопроект.", "CONCEDE"),
        ("Осло смягчил тон в отношении Исландии.", "CONCEDE"),
        ("Таможня возобновила пропуск фур.", "CONCEDE"),
        ("Гарнизон оставил позиции у реки.", "RETREAT"),
        ("Перестрелка на границе утихла.", "RETREAT"),
        ("Оман велел судам уйти.", "REQUEST"),
        ("Канцлер отмежевался от слов депутата.", "REJECT"),
        ("Клан воспротивился созданию базы.", "REJECT"),
        ("Осло назвал действия Чада неадекватными.", "ACCUSE"),
        ("Министр сетует на медлительность союзников.", "ACCUSE"),
        ("Исландия подала на Данию в суд.", "ACCUSE"),
        ("Атаман припугнул соседей набегом.", "THREATEN"),
        ("Хунта взяла на прицел порты соседей.", "THREATEN"),
        ("Митингующие развернули плакаты у посольства.", "PROTEST"),
        ("Толпа ворвалась в парламент.", "PROTEST"),
        ("Чад вышел из коалиции.", "SANCTION"),
        ("Нигер отключил Чад от энергосистемы.", "SANCTION"),
        ("Лига лишила Ливию статуса наблюдателя.", "SANCTION"),
        ("Солдаты Чада окопались у села.", "MOBILIZE"),
        ("На границе выставили блокпосты.", "MOBILIZE"),
        ("Редакцию опечатали.", "COERCE"),
        ("Мигрантам аннулировали патенты.", "COERCE"),
        ("Пограничники заняли спорный участок.", "COERCE"),
        ("Норвегия ударила по Чаду.", "ASSAULT"),
        ("Колонна подорвалась на мине.", "ASSAULT"),
    ],
)
def test_a_way_to_say_it_is_known(text, kind) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Хор Исландии нашёл новый зал.", "AGREE"),
        ("Соседи съездили на рыбалку.", "AGREE"),
        ("Вода в реке отступила, лёд сошёл.", "SANCTION"),
        ("Гости из Осло поужинали рыбой.", "AGREE"),
        ("Нота фа звучала чисто.", "ACCUSE"),
        ("Огонь в камине погас.", "ASSAULT"),
        ("Сели сошли с гор Таджикистана.", "CONSULT"),
    ],
)
def test_the_same_words_in_another_sense_are_silent(text, kind) -> None:
    assert kind not in kinds(text)


def test_a_match_stays_no_event() -> None:
    assert not events(
        scene("Сборная Чили разгромила Перу в матче отбора, вратарь и форвард атаковали весь тайм.", "ru", PUBLISHED)
    )


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Договор подписали президенты Перу, Чили и Кубы, за исключением Чада.", {"PER", "CHL", "CUB"}),
        ("Договор подписали президенты Перу, Чили, Кубы и Чада.", {"PER", "CHL", "CUB", "TCD"}),
        ("Договор подписали Перу и Чили без участия Чада.", {"PER", "CHL"}),
    ],
)
def test_who_is_excepted_takes_no_part(text, parties) -> None:
    (event,) = (event for event in events(scene(text, "ru", PUBLISHED)) if event.type == "AGREE")
    assert set(event.actor_codes) == parties
