"""Judgements: the last word counts, nothing is lost, people may disagree."""

import dataclasses
import datetime
import json
import shutil

import pytest

from ravabet.model import UsageError
from ravabet.store import EventFilter, Project
from ravabet.store import judgements as store
from ravabet.store.file import replaced
from ravabet.store.folding import judgements_of


@pytest.fixture
def kept(demo, tmp_path):
    """A copy of the demo's project, to be judged."""
    path = shutil.copy(demo, tmp_path / "p.duckdb")
    with Project.open(path) as found:
        yield found


def say(project, row, verdict, by="ann", minute=0, **values):
    at = datetime.datetime(2025, 5, 1, 12, minute)
    one = store.judged(project, row["event"], verdict, by, values=values, at=at)
    store.append(project.path, [one])
    return one


@pytest.fixture
def rows(kept):
    return kept.events(EventFilter(least=0.5))


def test_the_last_word_counts_and_can_be_withdrawn(kept, rows):
    say(kept, rows[0], "accept", minute=1)
    say(kept, rows[0], "reject", minute=2)
    say(kept, rows[1], "accept", minute=3)
    say(kept, rows[1], "withdraw", minute=4)
    now = store.latest(store.every(kept))
    assert {target: one["ann"].verdict for target, one in now.items()} == {rows[0]["event"]: "reject"}


def test_people_may_disagree(kept, rows):
    say(kept, rows[0], "accept", "ann", 1)
    say(kept, rows[0], "correct", "bob", 2, type="ACCUSE")
    say(kept, rows[1], "accept", "ann", 3)
    say(kept, rows[1], "accept", "bob", 4)
    every = store.every(kept)
    assert set(store.conflicts(every)) == {rows[0]["event"]}
    assert set(store.agreed(every)) == {rows[1]["event"]}


def test_merging_takes_each_once(kept, rows, tmp_path):
    one = say(kept, rows[0], "accept")
    other = dataclasses.replace(one, judgement="jx", by="bob", verdict="reject")
    hers = tmp_path / "hers.jsonl"
    lines = [json.dumps(dataclasses.asdict(x)) for x in (one, other)]
    hers.write_text("\n".join([*lines, "no judgement", '{"judgement": "j"']), encoding="utf-8")
    assert store.merged(kept, hers) == (1, 2)
    assert store.merged(kept, hers) == (0, 2)
    assert len(store.every(kept)) == 2


def test_a_line_that_was_cut_off_harms_no_other(kept, rows):
    say(kept, rows[0], "accept")
    with judgements_of(kept.path).open("ab") as file:
        file.write(b'{"judgement": "jhalf", "tar')
    say(kept, rows[1], "reject", minute=1)
    assert [one.verdict for one in store.every(kept)] == ["accept", "reject"]


def test_judgements_outlast_coding_anew(kept, rows):
    say(kept, rows[0], "accept", minute=1)
    say(kept, rows[1], "reject", minute=2)
    with replaced(kept.path) as connection:
        connection.execute(
            "UPDATE event SET event = 'enew', trigger_end = trigger_end + 1 WHERE event = ?", [rows[0]["event"]]
        )
        connection.execute("DELETE FROM event WHERE doc = ? AND event <> 'enew'", [rows[1]["doc"]])
    there = store.found_again(kept, store.every(kept))
    assert there[rows[0]["event"]] == "enew"
    assert there[rows[1]["event"]] in (None, "enew")


def test_judged_documents_become_gold(kept, rows):
    doc = rows[0]["doc"]
    mine = kept.events(EventFilter(docs=(doc,), limit=1000))
    assert list(store.gold(kept)) == []
    for minute, row in enumerate(mine):
        say(kept, row, "reject" if minute == 0 else "accept", minute=minute)
    say(kept, mine[-1], "correct", minute=59, type="REJECT", date="2024-03")
    (passage,) = store.gold(kept)
    assert passage["text"] == kept.document(doc).text
    assert len(passage["events"]) == len(mine) - 1
    assert (passage["events"][-1]["type"], passage["events"][-1]["precision"]) == ("REJECT", "month")


def test_judgements_tell_which_words_mislead(kept, rows):
    say(kept, rows[0], "reject", minute=1)
    say(kept, rows[1], "correct", minute=2, type="PROTEST")
    told = {row["expression"]: row for row in store.expressions(kept)}
    assert told[" ".join(rows[0]["trigger"].split())]["wrong"] == 1
    assert told[" ".join(rows[1]["trigger"].split())]["should_be"] == "PROTEST:1"


@pytest.mark.parametrize(
    ("target", "verdict", "values", "told"),
    [
        ("e0000000000000000", "accept", {}, "there is no event"),
        (None, "correct", {}, "must say what is right"),
        (None, "correct", {"type": "WAR"}, "is no type of event"),
    ],
)
def test_what_cannot_be_judged_is_told(kept, rows, target, verdict, values, told):
    with pytest.raises(UsageError, match=told):
        store.judged(kept, target or rows[0]["event"], verdict, "ann", values=values)
