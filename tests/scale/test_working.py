"""Processes: the order is kept, and what kills one of them takes nothing else with it."""

import os
import signal
import time

import pytest

from ravabet.model import RavabetError
from ravabet.scale.working import Lost, Workers


def doubled(task):
    """Twice a number; 13 kills its process, 17 never ends."""
    if task == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if task == 17:
        time.sleep(1000)
    return 2 * task


def refused(_task):
    """No process can do this."""


def test_results_come_in_order_and_poison_is_set_aside():
    found = list(Workers(doubled, 2, lambda _: 0.5).results(iter(range(60))))
    assert [task for task, _ in found] == list(range(60))
    lost = {task: result.what for task, result in found if isinstance(result, Lost)}
    assert set(lost) == {13, 17}
    assert "killed" in lost[13]
    assert "more than" in lost[17]
    assert all(result == 2 * task for task, result in found if task not in lost)


def test_nothing_to_do_ends():
    assert list(Workers(doubled, 2, lambda _: 5).results(iter(()))) == []


def test_processes_that_cannot_start_are_told(monkeypatch):
    monkeypatch.setattr("ravabet.scale.working.serve", refused)
    with pytest.raises(RavabetError, match="--workers 1"):
        list(Workers(doubled, 1, lambda _: 5).results(iter([1])))
