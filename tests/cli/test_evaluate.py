"""What ``ravabet evaluate`` counts: one to one, sides of equals as one, dates and confidence beside."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tools.scorers import scorer

from ravabet.cli import main
from ravabet.evaluation import Evaluation, Gold, Told, evaluate, matched, read_gold
from ravabet.model import InputError
from ravabet.pipeline import code_all

SHARED = Path(__file__).parents[3] / "shared"
TEXT = "وزیر خارجه تونس با همتای لیبیایی خود در طرابلس دیدار کرد."


def told(kind, actors, recipients=(), date=None, confidence=1.0):
    return Told(kind, frozenset(actors), frozenset(recipients), date, "happened", "", confidence)


def gold_line(**fields):
    event = {"type": "CONSULT", "source": ["TUN", "LBY"], "target": [], "date": None, "status": "happened"}
    return json.dumps({"id": "a", "language": "fa", "text": TEXT, "events": [event]} | fields, ensure_ascii=False)


def test_events_are_matched_once_and_the_likest_first():
    gold = (told("ACCUSE", ["IRN"], ["USA"]), told("ACCUSE", ["IRN"], ["ISR"]))
    coded = (told("ACCUSE", ["IRN"], ["ISR"]), told("ACCUSE", ["IRN"], ["ISR"]))
    assert matched(gold, coded, sides=True) == [(1, 0)]
    assert sorted(matched(gold, coded, sides=False)) == [(0, 1), (1, 0)]


def test_sides_of_equals_are_one():
    assert matched((told("AGREE", ["IRN", "IRQ"]),), (told("AGREE", ["IRN"], ["IRQ"]),), sides=True)
    assert not matched((told("ACCUSE", ["IRN"], ["IRQ"]),), (told("ACCUSE", ["IRQ"], ["IRN"]),), sides=True)


def test_what_is_missed_turned_and_false_is_told():
    found = Evaluation()
    gold = Gold("x", (told("ACCUSE", ["IRN"], ["USA"]), told("AID", ["CHN"], ["LAO"], "2024-05-01")))
    coded = (
        told("ACCUSE", ["USA"], ["IRN"], confidence=0.35),
        told("AID", ["CHN"], ["LAO"], "2024-05-02"),
        told("REJECT", ["IND"]),
    )
    found.add(gold, coded)
    assert [error.kind for error in found.errors] == ["sides", "false"]
    assert (found.types.right, found.dyads.right, found.dyads.gold, found.dyads.coded) == (2, 1, 2, 3)
    assert (found.dates[False], found.dates.total()) == (1, 1)
    assert (found.reliability[3].coded, found.reliability[3].right, found.reliability[9].right) == (1, 0, 1)


def test_a_gold_file_is_evaluated_by_language(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(
        gold_line() + "\n" + gold_line(id="b", text="امروز هوا در بندر آفتابی بود.", events=[]) + "\n", "utf-8"
    )
    found = evaluate(read_gold(path), code_all([path]))
    assert set(found) == {"all", "fa"}
    assert found["fa"].passages == 2 and found["fa"].empty[True] == 1 and found["fa"].dyads.right == 1
    done = CliRunner().invoke(main, ["evaluate", str(path)])
    assert done.exit_code == 0
    assert "type and both sides   P 1.000  R 1.000  F1 1.000" in done.stdout
    figures = json.loads(CliRunner().invoke(main, ["evaluate", "--format", "json", str(path)]).stdout)
    assert figures["fa"]["dyad"]["f1"] == 1.0
    none = CliRunner().invoke(main, ["evaluate", "--least", "1", "--format", "json", str(path)])
    assert json.loads(none.stdout)["fa"]["dyad"]["f1"] == 0.0


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1, "text": "x"}', '{"id": 1, "events": [{"source": []}]}'])
def test_what_is_no_gold_is_told_with_its_line(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text(gold_line() + "\n" + line, "utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:2 is no gold passage"):
        read_gold(path)
    assert CliRunner().invoke(main, ["evaluate", str(path)]).exit_code == 1


@pytest.mark.skipif(not SHARED.exists(), reason="the scorer is not here (../shared)")
def test_the_figures_are_those_of_the_shared_scorer():
    events = scorer("score_events")
    path = SHARED / "gold" / "events-fa.jsonl"
    codings = list(code_all([path]))
    ours = evaluate(read_gold(path), codings)["fa"]
    rows = {c.document.id: {"events": [events.read_event(e, "") for e in map(as_row, c.events)]} for c in codings}
    theirs = events.score(events.read_file(str(path), "gold"), rows)
    for mine, name in ((ours.types, "type"), (ours.dyads, "dyad")):
        assert (mine.right, mine.gold, mine.coded) == tuple(theirs[name][key] for key in ("tp", "gold", "pred"))
    assert ours.dates[True] == theirs["date"]["right"]


def as_row(event):
    date = event.when.date if event.when else None
    return {"type": event.type, "source": event.actor_codes, "target": event.recipient_codes, "date": date}
