"""What is not done for cues that are not meant, and that it changes no reason."""

import pytest

from ravabet.language import analyse
from ravabet.reasoning import woods
from ravabet.reasoning.cues.wording import spot
from ravabet.reasoning.find import laid_out
from ravabet.reasoning.judging.weigh import may_be_meant, meaning
from ravabet.reasoning.linear import table

TEXTS = {
    "en": "Oslo closed the port after a storm. The raid led to protests in Lima because two monks had died. He left.",
    "ru": "Осло закрыло порт из-за шторма. Рейд привел к протестам в Лиме, потому что погибли два монаха.",
    "ar": "أغلقت أوسلو الميناء بسبب العاصفة. وأدت الغارة إلى احتجاجات في ليما لأن راهبين قتلا. وجاء بعد ذلك.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_no_reason_is_lost(language: str, monkeypatch: pytest.MonkeyPatch):
    views = laid_out(analyse(TEXTS[language], language), language)
    found = woods.judged(views)
    monkeypatch.setattr(woods, "may_be_meant", lambda *_: True)
    assert found == woods.judged(views)
    assert found


@pytest.mark.parametrize("language", TEXTS)
def test_no_ways_make_a_cue_likelier_than_is_said_before_they_are_known(language: str):
    sense = table(f"{language}-sense")
    assert sense
    for ways in woods.candidates(laid_out(analyse(TEXTS[language], language), language)):
        assert may_be_meant(sense, ways[0].hit, sense.probability(meaning(ways[0].hit, ways)))
        assert not may_be_meant(sense, ways[0].hit, 1.1)


@pytest.mark.parametrize("language", TEXTS)
def test_cues_found_before_the_parse_stand_in_the_parsed_sentence(language: str):
    views = [view for view in laid_out(analyse(TEXTS[language], language), language) if view.tree is not None]
    assert views
    for view in views:
        hits = spot(view)
        assert hits
        assert all(one.view is view for hit in hits for one in (hit, *hit.others))
        assert view.marks == tuple(hit.mark for hit in hits if ("never", ()) not in hit.cue.when)
