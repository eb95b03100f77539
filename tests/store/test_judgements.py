"""Judgements: the last word counts, nothing is lost, people may disagree."""

import dataclasses
import datetime
import json
import shutil

import pytest

from ravabet.lexicon import own
from ravabet.lexicon.load import expressions, parse_expression
from ravabet.model import InputError, UsageError
from ravabet.store import EventFilter, Project, lessons
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


def test_a_place_that_cannot_be_written_is_told(kept, rows):
    judgements_of(kept.path).mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        say(kept, rows[0], "accept")


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
    assert list(lessons.gold(kept)) == []
    for minute, row in enumerate(mine):
        say(kept, row, "reject" if minute == 0 else "accept", minute=minute)
    say(kept, mine[-1], "correct", minute=59, type="REJECT", date="2024-03")
    (passage,) = lessons.gold(kept)
    assert passage["text"] == kept.document(doc).text
    assert len(passage["events"]) == len(mine) - 1
    assert (passage["events"][-1]["type"], passage["events"][-1]["precision"]) == ("REJECT", "month")


def test_judgements_tell_which_entries_mislead(kept, rows):
    say(kept, rows[0], "reject", minute=1)
    say(kept, rows[1], "correct", minute=2, type="PROTEST")
    told = {row["example"]: row for row in (one.row for one in lessons.records(kept))}
    one, two = (told[" ".join(row["trigger"].split())] for row in rows[:2])
    assert (one["wrong"], one["right"]) == (1, 0)
    assert two["should_be"] == "PROTEST:1"
    assert f"act {two['frame']}:{two['words']}" in rows[1]["because"]


def test_entries_that_are_never_right_can_be_taken_away(kept, rows, tmp_path, monkeypatch):
    for minute, by in enumerate(("ann", "bob")):
        say(kept, rows[0], "reject", by, minute)
    (row,) = lessons.misleading(kept, least=1)
    assert lessons.misleading(kept, least=2) == []
    words = parse_expression(row["words"], "", "").words
    ours = expressions(rows[0]["language"])
    assert any(entry.words == words for entry in ours)
    (tmp_path / "acts.csv").write_text(f"language,frame,words\n{row['language']},,{row['words']}\n", encoding="utf-8")
    monkeypatch.setenv("RAVABET_LEXICON", str(tmp_path))
    for kept_once in (own.folder, own._table, expressions):
        kept_once.cache_clear()
    assert not any(entry.words == words for entry in expressions(rows[0]["language"]))
    monkeypatch.delenv("RAVABET_LEXICON")
    for kept_once in (own.folder, own._table, expressions):
        kept_once.cache_clear()


def recoded(kept, row, **changes):
    with replaced(kept.path) as connection:
        for column, value in changes.items():
            connection.execute(f"UPDATE event SET {column} = ? WHERE event = ?", [value, row["event"]])


def now(kept, target):
    return store.latest(store.current(kept)).get(target, {}).get("ann")


def test_what_was_right_corrects_what_is_coded_otherwise_since(kept, rows):
    say(kept, rows[0], "accept", minute=1)
    recoded(kept, rows[0], type="PROTEST" if rows[0]["type"] != "PROTEST" else "ASSAULT", event="enew")
    assert (now(kept, "enew").verdict, now(kept, "enew").values) == ("correct", {"type": rows[0]["type"]})


def test_a_correction_that_the_coder_learnt_is_accepted(kept, rows):
    say(kept, rows[0], "correct", minute=1, recipients=["ISL"])
    recoded(kept, rows[0], recipients=["ISL"])
    assert now(kept, rows[0]["event"]).verdict == "accept"


def test_what_was_wrong_is_open_again_when_it_was_coded_otherwise(kept, rows):
    say(kept, rows[0], "accept", minute=1)
    say(kept, rows[0], "reject", minute=2)
    recoded(kept, rows[0], recipients=["ISL"])
    assert now(kept, rows[0]["event"]) is None


def test_a_correction_keeps_what_differs_only(kept, rows):
    row = rows[0]
    same = {name: row[name] for name in ("type", "actors", "recipients", "date", "status")}
    assert say(kept, row, "correct", **same).verdict == "accept"
    one = say(kept, row, "correct", minute=1, **same | {"date": "" if row["date"] else "2024-03"})
    assert one.values == {"date": None if row["date"] else "2024-03"}


def test_sides_of_a_reason_are_words_of_the_text(kept):
    row = kept.rows("SELECT * FROM reason WHERE contains(cause, ' ') ORDER BY reason LIMIT 1")[0]
    first = row["cause"].split()[0]
    one = store.judged(kept, row["reason"], "correct", "ann", values={"cause": first})
    assert one.values == {"cause": first}
    with pytest.raises(UsageError, match="words of the text"):
        store.judged(kept, row["reason"], "correct", "ann", values={"cause": first + " elsewhere"})


@pytest.mark.parametrize(
    ("target", "verdict", "values", "told"),
    [
        ("e0000000000000000", "accept", {}, "there is no event"),
        (None, "correct", {}, "must say what is right"),
        (None, "correct", {"type": "WAR"}, "is no type"),
        (None, "correct", {"status": "perhaps"}, "is no status"),
        (None, "correct", {"date": "2024-13"}, "is no date"),
        (None, "correct", {"date": "spring"}, "is no date"),
    ],
)
def test_what_cannot_be_judged_is_told(kept, rows, target, verdict, values, told):
    with pytest.raises(UsageError, match=told):
        store.judged(kept, target or rows[0]["event"], verdict, "ann", values=values)
