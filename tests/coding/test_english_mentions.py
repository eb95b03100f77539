"""English noun phrases: what joins names, and verbs that are spelt as titles."""

import pytest

from ravabet.coding import scene
from ravabet.coding.mentions.find import mentions
from ravabet.language import analyse


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Chad, Niger and the Gambia came.", [False, True, True]),
        ("Chad, as well as the Netherlands, came.", [False, True]),
        ("Chad came with the Gambia.", [False, False]),
        ("Chad came and the Gambia left.", [False, False]),
    ],
)
def test_a_name_is_joined_with_its_article(text, joined) -> None:
    assert [m.joined for each in mentions(text, analyse(text, "en"), None, "en") for m in each] == joined


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad agreed to move the Gambian envoy.", ["Chad", "Gambian envoy"]),
        ("Chad praised the move of Gambia.", ["Chad", "move of Gambia"]),
        ("Chad instituted rules.", ["Chad"]),
        ("Peru paid. Its police used water cannon.", ["Peru", "police"]),
        ("Peru paid. Its police told us so.", ["Peru", "police", "us"]),
    ],
)
def test_a_verb_is_no_title(text, expected) -> None:
    assert [m.span.of(text) for each in mentions(text, analyse(text, "en"), None, "en") for m in each] == expected


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Togolese guards tortured detainees.", "detainees", "TGO"),
        ("Laos put a patriarch under house arrest.", "patriarch", "LAO"),
        ("Three doctors were arrested in Lusaka, Zambia.", "doctors", "ZMB"),
    ],
)
def test_people_to_whom_something_is_done_are_the_states_own(text, word, code) -> None:
    found = {laid.span.of(text).split()[-1]: laid.codes for laid in scene(text, "en", None).mentions[0]}
    assert found[word] == (code,)


@pytest.mark.parametrize("text", ["Doctors in Togo fear the rains.", "A patriarch of great age spoke in Laos."])
def test_people_who_suffer_nothing_are_nobodys(text) -> None:
    words = {mention.span.of(text).lower() for mention in scene(text, "en", None).mentions[0]}
    assert not words & {"doctors", "patriarch"}


@pytest.mark.parametrize(
    ("text", "form", "code"),
    [
        ("The ISI held a trader in Lahore.", "ISI", "PAK"),
        ("ISIS held a trader in Mosul.", "ISIS", "ISIS"),
        ("Congress passed a bill on Tuesday.", "Congress", "USA"),
    ],
)
def test_a_name_of_capitals_is_spelt_so(text, form, code) -> None:
    assert (form, (code,)) in [(m.span.of(text), m.codes) for m in scene(text, "en", None).mentions[0]]


@pytest.mark.parametrize(
    "text",
    [
        "Congress workers burned tyres in Kerala.",
        "The Congress walked out of the Lok Sabha.",
        "He was held on the West Rand.",
    ],
)
def test_an_indian_party_and_a_direction_are_no_western_actors(text) -> None:
    assert not {c for m in scene(text, "en", None).mentions[0] for c in m.codes} & {"USA", "WEST"}


@pytest.mark.parametrize(
    ("text", "form", "codes"),
    [
        ("Hackers linked to Latvia wiped the files.", "Hackers linked to Latvia", ("LVA",)),
        ("Militias allied with the Taliban left.", "Militias allied with the Taliban", ("TALIBAN",)),
        ("Hackers spoke to Latvia.", "Latvia", ("LVA",)),
        ("Gunmen fled to Niger.", "Gunmen", ()),
        ("Rights groups wrote to Niger.", "Rights groups", ()),
        ("Hongkongers marched.", "Hongkongers", ("HKG",)),
    ],
)
def test_whose_people_are_who_are_tied_to_somebody_or_unknown(text, form, codes) -> None:
    assert (form, codes) in [(m.span.of(text), m.codes) for m in scene(text, "en", None).mentions[0]]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Organization of American States suspended Togo.", ["OAS", "TGO"]),
        ("The League of Arab States suspended Togo.", ["LAS", "TGO"]),
        ("Envoys of the Organisation of African Unity met in Togo.", ["OAU", "TGO"]),
        ("Togo left Ecowas. The organization regrets it.", ["TGO", "ECOWAS", "ECOWAS"]),
        ("Togo left Ecowas. Ministers of member states regret it.", ["TGO", "ECOWAS", "ECOWAS"]),
        ("Togo left Ecowas. Member states of the EU regret it.", ["TGO", "ECOWAS", "EU"]),
    ],
)
def test_a_body_keeps_its_name_behind_an_article(text: str, codes: list[str]) -> None:
    found = [m for each in mentions(text, analyse(text, "en"), None, "en") for m in each if m.kind != "pronoun"]
    assert [code for mention in found for code in mention.codes] == codes


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NAIROBI _ France condemned Togo on Monday.", True),
        ("Nairobi, Kenya ( AP ) _ France condemned Togo on Monday.", True),
        ("Nairobi _ the capital _ condemned Togo on Monday.", False),
        ("Nairobi and Paris condemned Togo on Monday.", False),
    ],
)
def test_old_wires_close_a_dateline_with_an_underscore(text: str, place: bool) -> None:
    first = mentions(text, analyse(text, "en"), None, "en")[0][0]
    assert first.locative is place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what stands behind a title without a linker is another phrase
        ("In a move Gambian police left Chad.", ["Gambian police", "Chad"]),
        ("He told the court he had left Chad.", ["He", "the court", "he", "Chad"]),
        ("The soldiers Chad sent fell.", ["The soldiers", "Chad"]),
        ("The president of Chad fell.", ["president of Chad"]),
        ("Gambian soldiers in Chad fell.", ["Gambian soldiers", "Chad"]),
        # a verb's form is no title
        ("Chad said that recruiting was slow.", ["Chad"]),
        ("Chad praised the policing of the march.", ["Chad"]),
        ("Chad praised the recruits.", ["Chad", "the recruits"]),
        # "that" before many opens a clause
        ("Chad said that soldiers fell.", ["Chad", "soldiers"]),
        ("Chad said that those soldiers fell.", ["Chad", "those soldiers"]),
    ],
)
def test_a_title_ends_where_another_phrase_begins(text, expected) -> None:
    assert [m.span.of(text) for each in mentions(text, analyse(text, "en"), None, "en") for m in each] == expected
