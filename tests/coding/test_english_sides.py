"""Who and whom in longer English sentences: what is inserted, other verbs' "by", lists and examples."""

import pytest

from ravabet.coding import scene
from ravabet.coding.judging.roles import models, scored
from ravabet.coding.place import Place
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.stand import standing


def sides(text: str, kind: str, word: str = "") -> dict[str, str]:
    """The sides that an act of a type (with ``word`` in it) gives to the states of its sentence."""
    laid = scene(text, "en", None)
    places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
    place = next(
        p
        for p in places
        if p.frame.type == kind
        and (not word or word in {laid.sentences[p.number].tokens[n].fold for n in p.act.tokens})
    )
    here = [c for c in candidates(place) if c.mention.codes]
    stands = standing(place, here)
    return {
        code: stood.side.partition("-")[0]
        for c, stood in zip(here, stands, strict=True)
        if not c.back
        for code in c.mention.codes
    }


@pytest.mark.parametrize(
    ("text", "kind", "actor", "other"),
    [
        # what is inserted between a subject and its verb
        ("Somali police, who had been trained by Turkish officers, arrested two Yemenis.", "COERCE", "SOM", "TUR"),
        ("Kenya's navy, backed by Ethiopian officers, attacked a camp in Chad.", "ASSAULT", "KEN", "ETH"),
        ("Malta, whose port was closed by Libyan militias, summoned the Libyan envoy.", "ACCUSE", "MLT", "LBY"),
        ("Brazil's president, on a visit to Lisbon, criticised Peru for its tariffs.", "ACCUSE", "BRA", "PRT"),
        # "by" of another verb or noun
        ("Chad condemned raids carried out by Mali on a Nigerien post.", "ACCUSE", "TCD", "MLI"),
        ("Oslo welcomed the draft backed by Peru.", "SUPPORT", "NOR", "PER"),
        # what an act is told after
        (
            "Kenya's leader, speaking after a meeting with the king of Chad, promised to send aid.",
            "AGREE",
            "KEN",
            "TCD",
        ),
    ],
)
def test_who_is_told_beside_a_subject_does_not_act_for_it(text, kind, actor, other) -> None:
    found = sides(text, kind)
    assert found[actor] == "actor", found
    assert found[other] not in ("actor", "agent"), found


@pytest.mark.parametrize(
    ("text", "kind", "agent"),
    [
        ("The ship was stopped and seized by Chile.", "COERCE", "CHL"),
        ("Six Danish guards were killed in a raid by Malian rebels.", "ASSAULT", "MLI"),
        ("A ban imposed by Chile hit Peruvian traders.", "COERCE", "CHL"),
    ],
)
def test_by_brings_in_who_acts_also_through_nouns_and_joined_verbs(text, kind, agent) -> None:
    assert sides(text, kind)[agent] == "agent"


def test_by_within_the_subject_brings_in_who_is_condemned() -> None:
    assert sides("Raids by Malta were condemned by Chad.", "ACCUSE", "condemned") == {
        "MLT": "recipient",
        "TCD": "agent",
    }


@pytest.mark.parametrize(
    ("text", "kind", "word", "code", "side"),
    [
        ("Attacks on Danish bases went on for a week.", "ASSAULT", "attacks", "DNK", "recipient"),
        ("Denmark spoke of interference in the Chilean election.", "COERCE", "interference", "CHL", "recipient"),
        # a preposition before the act and its adjective is none of it
        ("Traders fled during Malian attacks on Danish bases.", "ASSAULT", "attacks", "MLI", "modifier"),
        ("Peru is ready for Danish attacks.", "ASSAULT", "attacks", "DNK", "modifier"),
    ],
)
def test_a_preposition_within_an_act_brings_in_whom_it_is_done_to(text, kind, word, code, side) -> None:
    assert sides(text, kind, word)[code] == side


@pytest.mark.parametrize(
    ("text", "kind", "word", "codes", "side"),
    [
        (
            "Five Danish tourists, a Belgian woman, a New Zealander and two Swiss nuns were killed.",
            "ASSAULT",
            "killed",
            {"DNK", "BEL", "NZL", "CHE"},
            "recipient",
        ),
        (
            "Two countries, including Peru and Chile, recalled their envoys from Oslo.",
            "SANCTION",
            "",
            {"PER", "CHL"},
            "no",
        ),
        (
            "European countries such as Malta and Spain recalled envoys from Oslo.",
            "SANCTION",
            "",
            {"MLT", "ESP"},
            "actor",
        ),
        ("Kenya deported five men, including two Ugandans and a Rwandan.", "COERCE", "", {"UGA", "RWA"}, "recipient"),
        (
            "Rebels killed six people, among them a Danish man and a Swiss nun.",
            "ASSAULT",
            "killed",
            {"DNK", "CHE"},
            "recipient",
        ),
    ],
)
def test_those_of_a_list_share_its_part(text, kind, word, codes, side) -> None:
    found = sides(text, kind, word)
    assert {found[code] for code in codes} == {side}, found


@pytest.mark.parametrize(
    ("text", "kind", "word", "code", "side"),
    [
        # behind "and" begins another clause
        (
            "Peru expelled three Danish envoys and the Chilean police seized their cars.",
            "SANCTION",
            "expelled",
            "CHL",
            "recipient",
        ),
        (
            "Peru expelled three Danish envoys and the Chilean police seized their cars.",
            "COERCE",
            "seized",
            "DNK",
            "actor",
        ),
        # who somebody is
        ("Turkey, a NATO ally, condemned Chad.", "ACCUSE", "", "NATO", "actor"),
    ],
)
def test_those_of_another_clause_do_not(text, kind, word, code, side) -> None:
    assert sides(text, kind, word).get(code) != side


def test_those_whose_state_is_told_stay_beside_their_examples() -> None:
    laid = scene("Danish officials, including the envoy to Peru, condemned Chad.", "en", None)
    assert laid.mentions[0][0].codes == ("DNK",)


def test_who_condemns_a_deed_may_have_suffered_it_but_did_not_do_it() -> None:
    laid = scene("Chad condemns capture of its tanker by Peru.", "en", None)
    deed = next(Place(laid, 0, act) for act in laid.acts[0] if act.verb is None)
    chad = next(o for o in scored(deed, models("en")) if o.mention.codes == ("TCD",))
    assert chad.actor == 0
    assert chad.recipient > 0


def test_an_example_is_quoted_by_its_own_words() -> None:
    text = "Kenya deported five foreigners, including two Ugandans."
    mention = scene(text, "en", None).mentions[0][1]
    assert mention.span.of(text) == "two Ugandans"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Oslo imposed sanctions on Chad for arresting a Danish sailor.", "TCD"),
        ("Oslo filed a complaint against Chad over arresting a Danish sailor.", "TCD"),
        ("Oslo called on Chad after arresting a Danish sailor.", "NOR"),
    ],
)
def test_what_one_is_punished_for_one_did(text, actor) -> None:
    assert sides(text, "COERCE", "arresting")[actor] == "actor"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The EU envoys of Malta and Spain condemned the vote.", "MLT"),
        ("The EU envoy to Malta condemned the vote.", "EU"),
        ("Zambia's president signed an executive order.", "ZMB"),
    ],
)
def test_whose_an_envoy_is(text, code) -> None:
    assert {c for mention in scene(text, "en", None).mentions[0][:1] for c in mention.codes} == {code}


@pytest.mark.parametrize(
    ("text", "kind", "agent", "recipient"),
    [
        # who modifies the noun of a deed that somebody dies in
        ("Six Nigeriens died in a Chadian drone strike.", "ASSAULT", "TCD", "NER"),
        ("Six Nigeriens were killed in Chadian strikes.", "ASSAULT", "TCD", "NER"),
        # whose words they are
        ("Niger will face consequences, Chad warned.", "THREATEN", "TCD", "NER"),
        ("Chad said the claim by Niger was groundless.", "REJECT", "TCD", "NER"),
        ("Chad said Niger was behind the blast.", "ACCUSE", "TCD", "NER"),
        # verbs that are done to their subject
        ("Two Nigerien reporters walked free from a Chadian jail.", "RETREAT", "TCD", "NER"),
        ("Niger's offer fell on deaf ears in Chad.", "REJECT", "TCD", "NER"),
    ],
)
def test_what_is_done_to_the_subject(text, kind, agent, recipient) -> None:
    found = sides(text, kind)
    assert found[agent] == "agent", found
    assert found[recipient] == "recipient", found


def test_who_modifies_another_noun_does_not_act() -> None:
    assert sides("Six Nigeriens were killed during protests against Chadian strikes.", "ASSAULT")["TCD"] != "agent"
    assert sides("Six Nigeriens were killed in Chadian villages.", "ASSAULT")["TCD"] != "agent"
    assert sides("Peru's visit to Danish troops ended.", "CONSULT")["DNK"] != "agent"


@pytest.mark.parametrize(
    ("text", "kind", "word", "expected"),
    [
        # "of" is the act's where "out" is a word of the act
        ("Chad pulled its men out of a Malian town.", "RETREAT", "", {"CHD": "", "MLI": "recipient"}),
        # the subject of a passive infinitive, and of one whose subject is given something
        ("Danish sailors hope to be freed by Oman.", "RETREAT", "", {"DNK": "recipient", "OMN": "agent"}),
        ("Fiji hopes to get aid from Japan.", "AID", "aid", {"JPN": "agent"}),
        # the noun that an expression has behind its verb stands before it
        ("Two Danish soldiers killed in Mali.", "ASSAULT", "killed", {"DNK": "recipient"}),
        ("Danish soldiers killed two Malians.", "ASSAULT", "killed", {"DNK": "actor"}),
        # verbs that govern nothing
        ("Thousands of Danes marched against Malta.", "PROTEST", "marched", {"DNK": "actor", "MLT": "recipient"}),
        ("Malian missiles slammed into a Danish base.", "ASSAULT", "slammed", {"MLI": "actor"}),
    ],
)
def test_voice_tells_who_suffers(text, kind, word, expected) -> None:
    found = sides(text, kind, word)
    assert {code: found[code] for code in expected if expected[code]} == {c: s for c, s in expected.items() if s}


def test_where_somebody_is_hurt_the_place_is_no_side() -> None:
    laid = scene("Five Kenyan officers were killed in Somalia.", "en", None)
    place = next(Place(laid, 0, act) for act in laid.acts[0] if act.passive)
    chances = {code: (o.actor, o.recipient) for o in scored(place, models("en")) for code in o.codes}
    assert chances["SOM"] == (0.0, 0.0)
    assert chances["KEN"][1] > 0.5


@pytest.mark.parametrize(
    ("text", "kind", "word", "expected"),
    [
        # a headline joins names with a comma; a sentence does not
        ("Peru holds exercise with Chile, Bolivia", "COOPERATE", "", {"CHL": "recipient", "BOL": "recipient"}),
        ("After talks with Chile, Bolivia opened the pass.", "CONSULT", "talks", {"CHL": "recipient", "BOL": "no"}),
        # a preposition among the words of an act, whatever the parse
        ("Huge rallies against strikes on Danes erupt", "ASSAULT", "strikes", {"DNK": "recipient"}),
        (
            "Norwegian endorsement of Peruvian plans pleased nobody.",
            "SUPPORT",
            "",
            {"NOR": "modifier", "PER": "recipient"},
        ),
    ],
)
def test_lists_of_headlines_and_prepositions_within_an_act(text, kind, word, expected) -> None:
    found = sides(text, kind, word)
    assert {code: found[code] for code in expected} == expected


def recipients(text: str) -> set[str]:
    """The states that may have suffered the first assault of a sentence."""
    laid = scene(text, "en", None)
    places = [Place(laid, 0, act) for act in laid.acts[0]]
    place = next(p for p in places if p.frame.type == "ASSAULT")
    return {code for o in scored(place, models("en")) if o.recipient > 0.2 for code in o.codes}


def test_bases_in_another_state_are_whose_they_are() -> None:
    assert recipients("Iran struck American bases in Kuwait and Jordan.") == {"USA"}
    assert recipients("Iran struck a base in Kuwait.") == {"KWT"}


@pytest.mark.parametrize(
    ("text", "code", "side"),
    [
        ("The report told how the Mombasa attack had been seen.", "KEN", "recipient"),
        ("The minister spoke of the Oslo bombing.", "NOR", "recipient"),
        ("The Gao terror attack shook many.", "MLI", "recipient"),
        # an adjective tells whose the blow is
        ("The Danish attack on Gao went on.", "DNK", "modifier"),
    ],
)
def test_a_place_before_the_noun_of_a_blow_is_hit(text, code, side) -> None:
    assert sides(text, "ASSAULT")[code] == side
