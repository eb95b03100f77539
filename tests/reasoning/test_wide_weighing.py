"""How the wide profile finds its reasons: tables, edges of sides, options, and which of them are given."""

from __future__ import annotations

import numpy as np
import pytest

from ravabet.coding.learned.boosted import boosted
from ravabet.language import analyse
from ravabet.reasoning import reasons
from ravabet.reasoning.find import laid_out
from ravabet.reasoning.linear import overriding
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.side import Pair
from ravabet.reasoning.wide import edges, rank, tables
from ravabet.reasoning.wide.numbers import COLUMNS, Told, shares, table
from ravabet.reasoning.wide.whole import telling
from ravabet.reasoning.wide.words import head_of, lemmas, path
from ravabet.reasoning.woods import candidates

BUS = "Drivers parked their buses at the gate because the owners had cut their pay."


def seen(text: str) -> View:
    (view,) = laid_out(analyse(text, "en"), "en", wide=True)
    assert view.tree is not None
    return view


def models() -> rank.Models:
    found = rank.models("en-wide")
    assert found is not None
    return found


def told(text: str) -> list[tuple[str, str, str | None]]:
    found = reasons(text, analyse(text, "en"), (), "en", wide=True)
    return [(r.cause.span.of(text), r.effect.span.of(text), r.cue.of(text) if r.cue else None) for r in found]


def test_a_table_is_read_as_it_was_written():
    made = tables.made({"w=to": [0.5, -1.25], "w=too": [0.004, 0.0], "x": [0.0, 0.31]}, [-0.5, 1.5])
    again = tables.read(tables.packed(made, 0.03))
    assert [*again.rows] == ["w=to", "x"]
    assert again.log_odds([["w=to", "x"], ["unheard"]]).tolist() == [[0.0, 0.56], [-0.5, 1.5]]


def test_other_tables_stand_in_only_for_a_while():
    other = tables.made({}, [7.0])
    with overriding({"en-wide-pair": other}):
        assert tables.table("en-wide-pair") is other
    assert tables.table("en-wide-pair") is not other
    assert tables.table("en-wide-nothing") is None


def test_a_profile_without_all_its_tables_has_no_models():
    assert rank.models("ru") is None


def test_the_trees_know_the_columns():
    assert models().ranks.names == COLUMNS
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_each_token_is_told_by_itself_by_what_it_hangs_on_and_by_the_cues_near_it():
    view = seen(BUS)
    signs = edges.signs(view)
    assert len(signs) == view.size
    owners = signs[view.words.index("owners")]
    assert {"l=owner", "m=because", "m=because>park", "cue-before=because", "clm=because"} <= set(owners)
    assert "m=because" not in signs[0]


def test_proposed_sides_do_not_meet_and_begin_and_end_with_words():
    view = seen(BUS)
    found = edges.proposals(view, edges.marked(view, models().token))
    assert 0 < len(found) <= edges.PAIRS
    for (_, *cause), (_, *effect) in found:
        assert cause[1] <= effect[0] or effect[1] <= cause[0]
        assert all(view.is_word(lo) and view.is_word(hi - 1) for lo, hi in (cause, effect))


def test_the_likeliest_sides_come_first():
    view = seen(BUS)
    scores = edges.marked(view, models().token)
    chances = [chance for chance, _, _ in edges.stretches(view, scores, "cause")]
    assert chances == sorted(chances, reverse=True)


def test_a_sentence_is_told_by_its_words_and_by_what_marks_them():
    signs = telling(seen(BUS))
    assert {"w=because", "ll=driver park", "m=park>because"} <= set(signs)
    assert len(signs) == len(set(signs))


def test_words_of_the_tree():
    view = seen(BUS)
    assert view.tree is not None
    parked, cut = view.words.index("parked"), view.words.index("cut")
    assert lemmas(view)[parked] == "park"
    assert head_of(view.tree, 0, view.words.index("because")) == parked
    assert path(view.tree, cut, parked) == ([cut], parked, [])


def weighed(text: str) -> Told:
    view, learnt = seen(text), models()
    groups = candidates([view])
    found = rank.seen(view, groups, learnt.judges, learnt.pair, learnt.token, learnt.sentence)
    assert found is not None
    return found


def test_each_option_stands_once_and_has_a_row_of_finite_numbers():
    found = weighed(BUS)
    assert len({option.where for option in found.options}) == len(found.options)
    rows = table(found)
    assert rows.shape == (len(found.options), len(COLUMNS))
    assert np.isfinite(rows).all()


def test_what_two_sides_share():
    pairs = [option.pair for option in weighed(BUS).options]
    found = shares([pair.cause for pair in pairs])
    assert (np.diag(found) == 1).all()
    assert (found == found.T).all()


def test_of_two_ways_to_cut_one_reason_the_likelier_is_given():
    found = weighed(BUS)
    given = list(rank.chosen(found, np.linspace(0.9, 0.5, len(found.options)), 0.1))
    assert given[0] == (found.options[0].pair, pytest.approx(0.9))
    for number, (one, _) in enumerate(given):
        for two, _ in given[number + 1 :]:
            assert not (meet(one, two) or meet(Pair(one.hit, one.effect, one.cause), two))


def meet(one: Pair, two: Pair) -> bool:
    return all(min(a.hi, b.hi) > max(a.lo, b.lo) for a, b in ((one.cause, two.cause), (one.effect, two.effect)))


def test_nothing_below_the_least_chance_is_given():
    found = weighed(BUS)
    assert not list(rank.chosen(found, np.full(len(found.options), 0.1), 0.2))


def test_only_the_likeliest_by_themselves_are_weighed():
    always = boosted(COLUMNS, [[("", 0.0, 0, 0, 2.0)]])
    rows = np.zeros((60, len(COLUMNS)))
    rows[:, COLUMNS.index("place")] = np.arange(60)
    chances = rank.weighed(rows, always)
    assert (chances > 0).sum() == rank.WEIGHED


@pytest.mark.parametrize(
    ("text", "cause", "effect", "cue"),
    [
        (
            "Angered by the verdict, residents of the valley burned tyres on the bridge.",
            *("Angered by the verdict", "residents of the valley burned tyres on the bridge", None),
        ),
        ("Nine sailors were hurt when a shell hit the pier.", "a shell hit the pier", "sailors were hurt", "when"),
        (
            "Police fired rubber bullets, leaving nine people injured.",
            "fired rubber bullets",
            "nine people injured",
            "leaving",
        ),
        (
            "Drivers blocked the main road on Friday demanding higher pay.",
            *("higher pay", "Drivers blocked the main road on Friday", "demanding"),
        ),
        (
            "Accused of theft, the two clerks were dismissed.",
            "Accused of theft",
            "the two clerks were dismissed",
            "Accused",
        ),
    ],
)
def test_reasons_in_the_wide_sense(text, cause, effect, cue):
    """Each side shares at least half of its words: of two cuts about as likely, learning anew may take the other."""
    assert any(_half(one, cause) and _half(two, effect) and cue == mark for one, two, mark in told(text))


def _half(one: str, two: str) -> bool:
    mine, theirs = set(one.split()), set(two.split())
    return 2 * len(mine & theirs) >= len(mine | theirs)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in the palace on Tuesday.",
        "A choir sang in the square as the president arrived.",
        "The governor, who was born in the valley, took office in May.",
        "The committee has nine members, four of them women.",
        "The mayor left the hall with his deputy and two advisers.",
        "The bridge connects the two halves of the city.",
    ],
)
def test_sentences_that_give_no_reason(text):
    assert told(text) == []


def test_a_reason_without_a_cue_says_so():
    text = "Angered by the verdict, residents of the valley burned tyres on the bridge."
    (reason,) = reasons(text, analyse(text, "en"), (), "en", wide=True)
    assert reason.cue is None
    assert reason.because[:2] == ("reasoning.wide", "none")
