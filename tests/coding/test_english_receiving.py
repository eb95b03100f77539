"""Who faces what a noun tells, who surely acts, and whose newsroom wrote where no state is named, in English."""

from __future__ import annotations

import pytest

from ravabet.coding.judging.roles import roles
from ravabet.coding.place import Place
from ravabet.coding.scene import scene


def sides(text: str, kind: str) -> tuple[set[str], set[str]]:
    """The codes on both sides of the first act of a type."""
    laid = scene(text, "en", None)
    places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
    actors, recipients = roles(next(place for place in places if place.frame.type == kind)).sides
    return set(actors), set(recipients)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # who receives or faces what a noun tells
        ("Niger hopes to receive millions in Danish aid.", "AID", ({"DNK"}, {"NER"})),
        ("The premier of Malta faced criticism from Tunisian lawmakers.", "ACCUSE", ({"TUN"}, {"MLT"})),
        ("Chad suffered several raids from Niger.", "ASSAULT", ({"NER"}, {"TCD"})),
        # but not who sends it, and "from" tells of the aid's way only behind its noun
        ("Denmark sent aid to Niger.", "AID", ({"DNK"}, {"NER"})),
        ("Peru criticised Chile over tariffs on fruit from Brazil.", "ACCUSE", ({"PER"}, {"CHL"})),
        # who acts by the grammar does, though those hurt are of the same state
        ("In the city of Basra, guerrillas detonated a bomb outside a school.", "ASSAULT", ({"IRQ"}, {"IRQ"})),
        # of the verb's own words the subject too
        ("Protesters rally near Danish embassy in Lima.", "PROTEST", ({"PER"}, {"DNK"})),
        # "by" behind a passive or a participle brings in who does it
        ("Peru said the plot was thwarted by Denmark.", "COERCE", ({"DNK"}, set())),
        ("A march conducted by Peruvian workers filled the streets.", "PROTEST", ({"PER"}, {"PER"})),
        # who is only told elsewhere is not whom it is done to
        (
            "Word came from Kenya's spy agency that Chad may prepare a missile launch.",
            "MOBILIZE",
            ({"TCD"}, set()),
        ),
        # relations of the person told
        ("Kenyan President William Ruto blamed his predecessors, not Somalia.", "ACCUSE", ({"KEN"}, {"KEN"})),
        # the newsroom's own, where no state is named
        ("Police arrested an MLA after clashes over the panchayat vote.", "COERCE", ({"IND"}, {"IND"})),
        ("Cosatu workers marched and police arrested two protesters.", "COERCE", ({"ZAF"}, {"ZAF"})),
    ],
)
def test_who_and_whom(text: str, kind: str, expected: tuple[set[str], set[str]]) -> None:
    assert sides(text, kind) == expected
