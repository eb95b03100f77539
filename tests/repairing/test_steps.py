"""A plan is enough to do a repair again, and the way back is exact."""

import pytest

from ravabet.model import INSERTED, RavabetError, RepairStep
from ravabet.repairing import replay
from ravabet.repairing.steps import REGISTRY, trace


@pytest.mark.parametrize(
    ("action", "line", "value", "after"),
    [
        ("reverse_runs", "شد آغاز", (3,), "آغازشد "),
        ("reverse_runs", "abc", (), "abc"),
        ("reverse_runs", "abc", (1, 2), "cba"),
        ("turn_brackets", "«الف)", (0, 4), "»الف("),
        ("put_half_spaces", "میشود", (2,), "می\u200cشود"),
        ("put_half_spaces", "نمیشوندها", (3, 7), "نمی\u200cشوند\u200cها"),
    ],
)
def test_each_step_does_what_it_says(action, line, value, after):
    assert REGISTRY[action](line, value).text == after


def test_steps_apply_to_their_own_line_in_order():
    steps = [
        RepairStep("reverse_runs", 1, (1,)),
        RepairStep("put_half_spaces", 1, (1,)),
        RepairStep("reverse_runs", 2, (1,)),
    ]
    assert replay("ab\ncd\nef\n", steps) == "ab\nd\u200cc\nfe\n"


def test_the_trace_points_back_to_the_original():
    done = trace(
        "x\nab(",
        [
            RepairStep("turn_brackets", 1, (2,)),
            RepairStep("reverse_runs", 1, (2,)),
            RepairStep("put_half_spaces", 1, (2,)),
        ],
    )
    assert done.text == "x\n)a\u200cb"
    assert done.sources == (0, 1, 4, 2, INSERTED, 3)


def test_line_ends_of_other_systems_stay_where_they_are():
    assert replay("ab\r\ncd\r\n", [RepairStep("reverse_runs", 0, (1,))]) == "ba\r\ncd\r\n"


def test_an_unknown_step_is_named():
    with pytest.raises(RavabetError, match=r"line 1: .*'shuffle'"):
        replay("a", [RepairStep("shuffle", 0)])
