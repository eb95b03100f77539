import re

import pytest

from ravabet.language import analyse
from ravabet.lexicon import Cue, cues
from ravabet.model import Reason
from ravabet.reasoning import graph, reasons
from ravabet.reasoning.find import laid_out
from ravabet.reasoning.judging.senses import MARKS, PLACES, SIDES
from ravabet.reasoning.sentences.discourse import discourse, key
from ravabet.reasoning.sides.reaches import complement
from ravabet.reasoning.woods import candidates

from .conftest import event

CUES = cues("en")


def found(text: str, **events: str) -> tuple[Reason, ...]:
    named = tuple(event(text, words, name) for name, words in events.items())
    return reasons(text, analyse(text, "en"), named, "en")


def weighed(text: str) -> set[str]:
    """The cues for which some way to cut is weighed."""
    return {ways[0].hit.cue.id for ways in candidates(laid_out(analyse(text, "en"), "en"))}


REASONS = [
    ("[The envoy left the capital] because {the talks had failed}.", "cause"),
    ("[The port was closed] because of {the naval blockade}.", "cause"),
    ("Because of {the blockade}, [ships avoided the port].", "cause"),
    ("[Moscow expelled two diplomats] in response to {the ban}.", "response"),
    ("In retaliation for {the raid}, [the guards seized a tanker].", "response"),
    ("[Flights to the island were cancelled] due to {fighting near the airport}.", "cause"),
    ("[Ankara recalled its ambassador] in protest at {the burning of the book}.", "response"),
    ("{The raid} led to [a diplomatic crisis between the neighbours].", "cause"),
    ("{The verdict} triggered [protests in three cities].", "cause"),
    ("[Protests in three cities] were triggered by {the verdict}.", "cause"),
    ("{The siege} forced [the government to negotiate].", "cause"),
    ("{The pact lapsed}; therefore [the inspectors left].", "result"),
    ("{The road was shelled}. As a result, [the convoy turned back].", "result"),
    ("{They broke the deal}. That is why [we left].", "result"),
    ("[The emirate left the cartel], citing {a focus on gas}.", "cause"),
    ("[The emirate will leave the cartel], its ministry said on Monday, citing {a focus on gas}.", "cause"),
    ("{Rebels shelled the capital}, prompting [the evacuation of two embassies].", "cause"),
    ("The minister said [parliament rejected the bill] because {its cost was unknown}.", "cause"),
    ("The reason for [the delay] was {a dispute over gas}.", "cause"),
    ("{The arms sale} was a key factor in [the collapse of the talks].", "cause"),
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
        "The ministers met to discuss the border.",
        "The delegation stayed in the city for three days.",
        "He served as ambassador for years.",
        "The minister is due to visit Ankara on Monday.",
        "In response to a question, the minister smiled.",
        "The talks did not lead to an agreement.",
        "The border was opened so that aid could pass.",
        "The plane flew over the sea.",
        "The army took over the airport.",
        "The two leaders met for the first time in years.",
        "The square is named after a general.",
        "The envoy, for his part, denied the charge.",
    ],
)
def test_what_only_looks_like_a_reason_is_none(text: str):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "cue", "weighed_there"),
    [
        ("They fear the use of force to clear the square.", "frame:force* [E]", False),
        ("The response of security forces to attacks was harsh.", "frame:force* [E]", False),
        ("Army officers have returned to forced recruitment.", "frame:force* [E]", False),
        ("The siege forced the government to negotiate.", "frame:force* [E]", True),
        ("The raid forced refugees to flee.", "frame:force* [E]", True),
        ("The senator led a delegation that travelled to the coast.", "frame:lead* to [E]", False),
        ("Generals led the French-led force to the border.", "frame:lead* to [E]", False),
        ("The raid led on Tuesday to riots in the capital.", "frame:lead* to [E]", True),
        ("A leak has led to the resignation of a minister.", "frame:lead* to [E]", True),
        ("The loss of the town led the cabinet to call up reservists.", "frame:lead* [E]", True),
    ],
)
def test_a_verb_brings_about_nothing_as_a_noun_or_with_an_object_of_its_own(text: str, cue: str, weighed_there: bool):
    assert (cue in weighed(text)) is weighed_there


@pytest.mark.parametrize(
    ("text", "cue", "weighed_there"),
    [
        ("Two guards were hurt, state media said, citing the governor of the province.", "phrase:cite*", False),
        ("The carrier halted flights, citing officials at the port.", "phrase:cite*", False),
        ("The carrier halted flights, citing an official ban on night landings.", "phrase:cite*", True),
        ("The carrier halted flights, citing a threat to its crews.", "phrase:cite*", True),
        ("An envoy who spoke on condition of anonymity because talks go on denied it.", "clause:because", False),
        ("The aide wished not to be identified because of the dispute.", "phrase:because of", False),
        ("The envoy was not named because the talks had failed.", "clause:because", True),
        ("He resigned because of the leak, an aide said on condition of anonymity.", "phrase:because of", True),
        ("The premier is not blaming Rabat for the raid.", "phrase:for", False),
        ("They never condemned the ally for the shelling.", "phrase:for", False),
        ("The premier condemned Rabat for the raid.", "phrase:for", True),
        ("Parliament blocked the aid for Ukraine.", "phrase:for", False),
        ("Parliament condemned Ukraine for the delay.", "phrase:for", True),
        ("The court named the man accused of arson in the port.", "phrase:accuse*", False),
        ("Kyiv expelled the consul, accusing him of spying.", "phrase:accuse*", True),
        ("Accused of theft, the two clerks left the town.", "phrase:accuse*", True),
        ("The council condemned the raid as barbaric.", "phrase:as", False),
        ("The council described the raid as a breach of the truce.", "phrase:as", False),
        ("Prices rose as the two armies shelled the port.", "phrase:as", True),
        ("It is unclear what sparked the unrest.", "frame:spark* [E]", False),
        ("What the report called a betrayal sparked the unrest.", "frame:spark* [E]", True),
        ("The arrest of the mayor prompted Ottawa to freeze aid.", "frame:prompt* [E]", True),
        ("The two navies have clashed over the years.", "phrase:over", False),
        ("The two navies have clashed over the reef.", "phrase:over", True),
        ("The leak put in jeopardy a visit to Oslo.", "frame:put* in jeopardy [E]", True),
        ("The leak put a visit in jeopardy, aides said.", "frame:put* in jeopardy [E]", False),
        ("The leak put a visit in jeopardy, aides said.", "frame:put* [E] in jeopardy", True),
        ("The flag was put in a glass case.", "frame:put* [E] in jeopardy", False),
        ("Bowing to pressure from Oslo, the firm cut its ties.", "phrase:bow|yield|succumb* to", True),
        ("The clerk bowed to the queen and left.", "phrase:bow|yield|succumb* to", False),
        ("The trial was halted for lack of witnesses.", "phrase:for lack of", True),
        ("The quarrel is rooted in a treaty.", "frame:root* in [C]", True),
    ],
)
def test_where_a_cue_joins_no_two_things_it_is_not_weighed(text: str, cue: str, weighed_there: bool):
    assert (cue in weighed(text)) == weighed_there


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        (
            "The arrest of the mayor prompted Ottawa to freeze aid, two officials said.",
            *("The arrest of the mayor", "Ottawa to freeze aid"),
        ),
        (
            "The shelling of the market forced thousands of families to flee.",
            *("The shelling of the market", "thousands of families to flee"),
        ),
    ],
)
def test_a_past_tense_behind_a_noun_is_its_verb_where_another_noun_follows(text: str, cause: str, effect: str):
    assert (cause, effect) in {(r.cause.span.of(text), r.effect.span.of(text)) for r in found(text)}


def test_a_participle_behind_its_noun_stays_one():
    text = "A law opposed by Moscow was passed in the wake of the protests prompted by the verdict."
    assert "phrase:in the wake of" in weighed(text)
    sides = {(r.cause.span.of(text), r.effect.span.of(text)) for r in found(text)}
    assert not {side for side in sides if side[0].endswith("protests")}


def test_an_effect_may_begin_with_the_noun_of_an_act_but_not_with_its_bare_verb():
    text = "The premier defended before deputies the snap expulsion of two envoys over the leak."
    ways = [way.effect for own in candidates(laid_out(analyse(text, "en"), "en")) for way in own]
    acts = {way.how: way.view.span(way.lo, way.hi).of(text) for way in ways if way.how.startswith("act")}
    told = {way.view.span(way.lo, way.hi).of(text) for way in ways}
    assert "expulsion of two envoys" in told
    assert not {one for one in acts.values() if one.startswith("defended")}


def test_an_effect_begins_behind_the_preposition_that_brings_it_in():
    text = "The premier spoke of the expulsion of two envoys over the leak."
    ways = [way.effect for own in candidates(laid_out(analyse(text, "en"), "en")) for way in own]
    told = {way.view.span(way.lo, way.hi).of(text) for way in ways}
    assert "the expulsion of two envoys" in told
    assert "of the expulsion of two envoys" not in told


@pytest.mark.parametrize("cue", [cue for cue in CUES if cue.example], ids=lambda cue: cue.id)
def test_every_example_has_its_cue_weighed(cue: Cue):
    assert cue.id in weighed(cue.example)


@pytest.mark.parametrize(
    "cue", [cue for cue in CUES if cue.counter and ("doubt", ()) not in cue.when], ids=lambda cue: cue.id
)
def test_no_counterexample_has_its_cue_weighed(cue: Cue):
    assert cue.id not in weighed(cue.counter)


def test_every_cue_is_there_once_and_its_conditions_are_known():
    assert len({cue.id for cue in CUES}) == len(CUES)
    plain = [(key("".join(cue.words)), cue.shape) for cue in CUES if not cue.verbs]
    assert len(set(plain)) == len(plain)
    assert {name for cue in CUES for name, _ in cue.when} <= PLACES.keys() | SIDES.keys() | MARKS
    assert all(cue.counter if ("never", ()) in cue.when else cue.example for cue in CUES)


def test_a_side_names_the_events_in_it():
    reason = found("Moscow expelled two diplomats in response to the ban on its airline.", a="expelled", b="ban")[0]
    assert (reason.effect.events, reason.cause.events) == (("a",), ("b",))


def test_this_step_stands_for_the_sentence_before():
    text = "Parliament banned the party. This step led to riots in the capital."
    (reason,) = found(text)
    assert reason.cause.span.of(text) == "This step"
    assert [span.of(text) for span in reason.cause.stands_for] == ["Parliament banned the party"]


def test_what_one_reason_brings_about_is_why_the_next_comes_about():
    text = "Parliament banned the party because its leader met rebels. This step led to riots in the capital."
    one, two = found(text, ban="banned", riots="riots")
    assert "ban" in one.effect.events
    assert two.effect.events == ("riots",)
    assert graph((one, two)) == ((one.id, two.id),)


def test_the_passive_and_the_active_say_the_same():
    passive, active = "The crisis was caused by a blockade.", "A blockade caused the crisis."
    for text in (passive, active):
        (reason,) = found(text)
        assert (reason.cause.span.of(text).lower(), reason.effect.span.of(text).lower()) == ("a blockade", "the crisis")


def test_the_words_of_english_texts_are_known():
    data = discourse("en")
    assert data.trees
    assert {"by"} <= data.agent
    assert {"move", "step"} <= data.one


@pytest.mark.parametrize(
    "text",
    [
        "Ghana recalled its high commissioner from Lomé on Thursday after Togolese gunboats had chased two trawlers.",
        "Oslo closed its consulate on Friday because Serbian police had searched a courier.",
    ],
)
def test_the_head_of_a_clause_is_its_verb_though_the_cue_hangs_on_the_subject(text: str):
    view = laid_out(analyse(text, "en"), "en")[0]
    start = next(at for at in range(view.size) if view.words[at] in ("after", "because"))
    top = complement(view, start, start + 1)
    assert top is not None
    assert view.words[top] in ("chased", "searched")


def test_the_head_of_a_noun_behind_a_cue_stays_it():
    view = laid_out(analyse("Oslo closed its consulate after a raid on a courier.", "en"), "en")[0]
    assert complement(view, 4, 5) == view.words.index("raid")
