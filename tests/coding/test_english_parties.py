"""Who takes part in English acts: parties of headlines, the subject of a visit, whom a noun hits, who is accused."""

from __future__ import annotations

import pytest

from ravabet.coding.coder import Finding, findings
from ravabet.coding.scene import scene


def acts(text: str, kind: str) -> list[Finding]:
    """The acts of one type in a text."""
    return [act for act in findings(scene(text, "en", None)) if act.place.frame.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("Chad, EU sign pact", "AGREE", {"TCD", "EU"}),
        ("UN, Chad sign deal", "AGREE", {"UN", "TCD"}),
        ("The Danish premier left on Friday for Asia, where he will visit Japan, China and Vietnam.", "CONSULT", None),
    ],
)
def test_parties_act_together(text: str, kind: str, codes: set[str] | None) -> None:
    told = acts(text, kind)[-1].roles.sides[0]
    assert told == (codes or {"DNK", "JPN", "CHN", "VNM"})


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Finland spoke on Monday. Denmark is accused of torture.", set()),
        ("The envoy said that the Danish army, which draws its men from Finland, is accused of theft.", set()),
        ("Denmark was accused of torture by Chad.", {"TCD"}),
    ],
)
def test_who_is_accused_by_nobody(text: str, side: set[str]) -> None:
    told = acts(text, "ACCUSE")[0].roles.sides
    assert [set(codes) for codes in told] == [side, {"DNK"}]


def test_what_a_passive_is_done_by_hits_its_subject() -> None:
    told = acts("Chad has been shut out of the Danish market by a steep tariff.", "SANCTION")[-1].roles.sides
    assert [set(codes) for codes in told] == [{"DNK"}, {"TCD"}]


def test_two_states_of_one_adjective_do_not_hit_each_other() -> None:
    told = acts("The Danish-Finnish campaign went on in Chad.", "ASSAULT")
    assert all(act.roles.sides[1].isdisjoint({"DNK", "FIN"}) for act in told)
