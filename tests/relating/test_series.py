"""Series, change points and networks over happenings made by hand."""

from __future__ import annotations

import datetime
import random

import pytest

from ravabet.relating import Happening, Tie, changes
from ravabet.relating.differing import differing
from ravabet.relating.network import attributes, network
from ravabet.relating.series import Series, next_of, series, start_of
from ravabet.relating.telling import Telling

START = datetime.date(2024, 1, 1)


def happening(number: int, day: int, score: float, quad: int = 1, kind: str = "CONSULT", **more: object) -> Happening:
    return Happening(f"o{number:03}", START + datetime.timedelta(day), kind, quad, score, **more)  # type: ignore[arg-type]


def made(levels: list[tuple[int, float]], seed: int = 3, step: int = 5) -> list[Happening]:
    """So many occurrences, one every ``step`` days, about each level."""
    chance = random.Random(seed)
    found: list[Happening] = []
    for count, level in levels:
        for _ in range(count):
            found.append(
                happening(len(found), step * len(found), level + chance.gauss(0, 1), quad=1 if level > 0 else 4)
            )
    return found


def test_periods_without_events_are_there_and_say_whether_anything_was_read() -> None:
    told = [happening(1, 3, 4.0), happening(2, 70, -9.0, 4, "ASSAULT", reports=3, voices=("a", "b"))]
    read = {START: 5, START + datetime.timedelta(72): 7}
    found = series("RUS", "KGZ", told, read=read, about={START: 2})
    assert [(p.start.month, p.occurrences, p.read, p.about, p.covered) for p in found.periods] == [
        (1, 1, 5, 2, True),
        (2, 0, 0, 0, False),
        (3, 1, 7, 0, True),
    ]
    last = found.periods[2]
    assert (last.reports, last.voices, dict(last.types), last.quads) == (3, 2, {"ASSAULT": 1}, (0, 0, 0, 1))
    assert (last.mean, last.total, last.cooperation, last.conflict) == (-9.0, -9.0, 0.0, 1.0)


def test_bands_hold_what_their_method_says() -> None:
    """Garwood's interval for 0 and 10 (90 %), Jeffreys' for 3 of 10, and a bootstrap round the mean."""
    told = [happening(n, 0, 5.0 if n < 3 else -5.0, 1 if n < 3 else 4) for n in range(10)]
    found = series("A", "B", told, until=START + datetime.timedelta(40)).periods
    assert found[0].count_band == pytest.approx((5.4254, 16.9622), abs=1e-3)
    assert found[1].count_band == pytest.approx((0.0, 2.9957), abs=1e-3)
    assert found[0].cooperation_band == pytest.approx((0.1184, 0.5648), abs=0.02)
    low, high = found[0].mean_band or (0, 0)
    assert -5 <= low < -2 < high <= 2
    assert series("A", "B", told).periods == found[:1]


@pytest.mark.parametrize("by", ["day", "week", "month", "quarter", "year"])
def test_every_day_lies_in_one_period(by: str) -> None:
    start = START
    for _ in range(30):
        following = next_of(start, by)  # type: ignore[arg-type]
        last = following - datetime.timedelta(1)
        assert start_of(start, by) == start_of(last, by) == start  # type: ignore[arg-type]
        start = following


def course(told: list[Happening]) -> Series:
    return series("A", "B", told)


def test_a_turn_is_found_where_it_is() -> None:
    told = made([(20, 4.0), (20, -5.0), (20, 3.0)])
    found = changes(course(told))
    assert [change.kind for change in found] == ["colder", "warmer"]
    assert [abs((change.day - told[at].day).days) <= 5 for change, at in zip(found, (20, 40), strict=True)] == [
        True,
        True,
    ]
    assert found[0].before > 3 > -4 > found[0].after
    assert found[0].confidence > 0.99
    made_it = {one.occurrence: one for one in told}
    assert found[0].occurrences
    assert all(made_it[name].day >= found[0].day and made_it[name].score < 0 for name in found[0].occurrences)


@pytest.mark.parametrize("seed", range(6))
def test_a_steady_relation_has_no_turn(seed: int) -> None:
    assert changes(course(made([(60, 2.0)], seed))) == ()


def test_a_gap_in_what_was_read_is_no_turn() -> None:
    before, after = made([(20, 2.0)], 1), made([(20, 2.0)], 2)
    late = [happening(100 + n, 2000 + 5 * n, one.score) for n, one in enumerate(after)]
    assert changes(course([*before, *late])) == ()


def test_few_occurrences_are_no_turn() -> None:
    assert changes(course(made([(3, 5.0), (3, -8.0)]))) == ()


TIES = [
    *(Tie(a, b, 9, 1, 4.0) for a, b in (("AAA", "BBB"), ("BBB", "CCC"), ("AAA", "CCC"))),
    *(Tie(a, b, 8, 0, 5.0) for a, b in (("XXX", "YYY"), ("YYY", "ZZZ"), ("XXX", "ZZZ"))),
    Tie("AAA", "XXX", 1, 12, -6.0),
    Tie("BBB", "YYY", 0, 3, -5.0),
    Tie("PPP", "XXX", 0, 2, -3.0),
]


def test_blocs_are_held_by_cooperation_and_parted_by_conflict() -> None:
    found = network(TIES)
    assert [(bloc.members, bloc.rivals) for bloc in found.blocs] == [
        (("AAA", "BBB", "CCC"), (2,)),
        (("XXX", "YYY", "ZZZ"), (1,)),
    ]
    assert found.blocs[0].inside == pytest.approx(4.0)
    assert found.blocs[0].outside is not None
    assert found.blocs[0].outside < 0
    assert {node.code: node.bloc for node in found.nodes}["PPP"] is None


def test_network_does_not_depend_on_the_order_of_ties() -> None:
    mixed = TIES[:]
    random.Random(4).shuffle(mixed)
    assert network(mixed) == network(TIES)
    assert network([]) == network(iter(()))


def test_graph_holds_all_that_is_known() -> None:
    graph = attributes(network(TIES))
    assert graph.edges["AAA", "XXX"]["conflict"] == 12
    assert graph.nodes["PPP"]["bloc"] == 0
    assert set(graph.nodes["AAA"]) >= {"betweenness", "pagerank", "partners", "score"}


def test_what_reports_disagree_on_stands_side_by_side() -> None:
    told = [
        Telling("e1", "d1", "ASSAULT", date="2024-03-01", amount=5, unit="people"),
        Telling("e2", "d2", "ASSAULT", date="2024-03", amount=7, unit="people"),
        Telling("e3", "d3", "ASSAULT", date="2024-03-02", amount=7, unit="people", status="claimed", speaker="KEN"),
    ]
    assert differing(told) == {
        "status": [
            {"value": "happened", "events": ["e1", "e2"]},
            {"value": "claimed by KEN", "events": ["e3"]},
        ],
        "date": [{"value": "2024-03-01", "events": ["e1"]}, {"value": "2024-03-02", "events": ["e3"]}],
        "amount": [{"value": "7 people", "events": ["e2", "e3"]}, {"value": "5 people", "events": ["e1"]}],
    }
