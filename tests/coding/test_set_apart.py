"""English acts that a verb of their clause does not mean, what nations before a noun count, and where an act was."""

import datetime

import pytest

from ravabet.coding.coder import events
from ravabet.coding.scene import scene
from ravabet.lexicon import frames

PUBLISHED = datetime.date(2021, 3, 4)


def told(text):
    return events(scene(text, "en", PUBLISHED), floor=0.0)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Peru and Chile did not discuss prices at their summit meeting.", "CONSULT", "happened"),
        ("Peru asked Chile during their talks whether the port was open.", "CONSULT", "happened"),
        ("Peru and Chile did not hold talks.", "CONSULT", "denied"),
        ("Peru did not attend the dinner, accusing Chile of spying.", "ACCUSE", "happened"),
        ("Peru did not accuse Chile of spying.", "ACCUSE", "denied"),
        ("Peru is considering recognition of Kosovo as a state.", "SUPPORT", "planned"),
        ("Peru welcomed recognition of Kosovo by Chile.", "SUPPORT", "happened"),
    ],
)
def test_what_stands_apart_from_a_verb_is_not_denied_or_asked_by_it(text, kind, status) -> None:
    found = [event.status for event in told(text) if event.type == kind]
    assert found
    assert status in found


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        # the present of a headline is done, an infinitive alone is to come
        ("Peru's president arrives in Santiago", "CONSULT", "happened"),
        ("Peru's president arrives in Santiago on Friday.", "CONSULT", "planned"),
        ("Peru, Chile sign agreement on fish", "AGREE", "happened"),
        ("US to withdraw its troops from Chile within one month", "RETREAT", "planned"),
        ("Peru to provide another aid package to Chile", "AID", "planned"),
        ("To end the row, Peru apologised to Chile", "CONCEDE", "happened"),
        (
            "Hotels are full before next week's visit to Chile by the president of Peru.",
            "CONSULT",
            "planned",
        ),
        # the future of a threat's own words is the threat
        ("Peru kept the deal but will retaliate against Chile.", "THREATEN", "happened"),
    ],
)
def test_what_a_headline_or_a_threat_tells(text, kind, status) -> None:
    found = [event.status for event in told(text) if event.type == kind]
    assert found
    assert status in found


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Peru seized two Chilean diplomatic compounds in Lima.", None),
        ("Peru hit 40 Chilean military targets.", None),
        ("Peru arrested five Chinese in Lima.", 5),
        ("Peru expelled three Chilean diplomats.", 3),
        ("Peru killed twelve Iraqis in Lima.", 12),
    ],
)
def test_the_adjective_of_a_nation_counts_nobody(text, amount) -> None:
    found = {event.amount.value if event.amount else None for event in told(text)}
    assert found == {amount}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Peruvian troops beat a Chilean reporter in prison for months.", None),
        ("Peruvian ships attacked Chilean boats in the waters of the Sea of Arica.", "the waters of the Sea of Arica"),
        ("Peruvian troops killed three Chilean soldiers in the town of Zana yesterday.", "the town of Zana"),
        ("Peruvian troops beat three Chilean soldiers at Moscow's airport.", "Moscow"),
    ],
)
def test_a_place_ends_with_its_name(text, where) -> None:
    found = {event.where.of(text) if event.where else None for event in told(text) if event.type == "ASSAULT"}
    assert found == {where}


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Gunmen tried to assassinate Chile's president in Lima.", "assassination-attempt"),
        ("Gunmen assassinated Chile's president in Lima.", "assassinate"),
        ("Peru nominated a new ambassador to Chile.", "appoint-ambassador"),
        ("Peru launched a crackdown on Chilean miners.", "crackdown"),
        ("Peru denied a request by Chile for more time.", "reject"),
        ("Peru demanded an apology from Chile for a film that 40 million people saw.", "demand"),
    ],
)
def test_the_gloss_says_what_the_words_do(text, frame) -> None:
    found = {event.frame for event in told(text)}
    assert frame in found
    assert found <= frames().keys()
