"""The trained tables: what they must be able to do, and how well reasons are found in annotated news."""

import json
from pathlib import Path

import pytest
from tools.scorers import scorer

from ravabet.coding.learned.linear import Linear
from ravabet.language import analyse
from ravabet.reasoning import reasons
from ravabet.reasoning.cues.find import conjunctions
from ravabet.reasoning.linear import overriding, table
from ravabet.reasoning.sentences.discourse import discourse, key, longest, run
from ravabet.reasoning.sentences.view import View, trim, view
from ravabet.reasoning.sides.phrases import ends

SHARED = Path(__file__).parents[2] / ".." / "shared"


def seen(text: str) -> View:
    (sentence,) = analyse(text, "fa")
    return view(0, sentence, discourse("fa"), conjunctions("fa"))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("حمله به سفارت باعث شد.", "حمله به سفارت"),
        ("مخالفت با طرح تازه ادامه یافت.", "مخالفت با طرح تازه"),
        ("این اقدام از سوی همسایگان محکوم شد.", "این اقدام"),
    ],
)
def test_a_noun_takes_its_preposition_with_it(text: str, phrase: str):
    current = seen(text)
    verb = current.sentence.verbs[0].start
    likeliest = ends(current, 0, verb, verb, cause=True)[0][0]
    assert current.span(0, likeliest).of(text) == phrase


def test_without_a_model_marks_decide():
    current = seen("حمله به سفارت، باعث خشم شد.")
    with overriding({"fa-joints": None}):
        assert next(end for end, _ in ends(current, 0, 6, 6)) == 3


def test_without_a_judge_the_rules_decide():
    text = "در پی حمله به سفارت، دولت روابط را قطع کرد."
    with overriding({"fa-judge": None}):
        (reason,) = reasons(text, analyse(text, "fa"), (), "fa")
    assert reason.confidence == 0.5


def test_a_model_adds_up_what_it_knows():
    model = Linear({"a": 1.0, "b": -3.0}, 0.5)
    assert model.log_odds(["a", "b", "unknown"]) == -1.5
    assert 0 < model.probability(["b"]) < 0.5 < model.probability(["a"]) < 1
    assert table("xx-joints") is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("و اما دولت مرز را بست.", "دولت مرز را بست"),
        ("به گزارش رسانه‌ها، دولت مرز را بست", "دولت مرز را بست"),
        ("وزیر گفت: «مرز بسته است»", "مرز بسته است"),
        ("اتحادیه (شامل سه کشور) که", "اتحادیه (شامل سه کشور)"),
    ],
)
def test_trim(text: str, kept: str):
    current = seen(text)
    inside = trim(current, 0, current.size)
    assert inside is not None
    assert current.span(*inside).of(text) == kept


def test_words_are_found_however_they_are_joined():
    assert key("به‌ویژه") == key("بویژه".replace("بو", "به و"))
    assert run(["چرا", "که"], 0, "چراکه") == run(["چراکه"], 0, "چراکه") + 1
    assert run(["چرا", "نه"], 0, "چراکه") is None
    assert longest(["علاوه", "بر", "این"], 0, discourse("fa").additive) == 3


@pytest.mark.skipif(
    not (SHARED / "gold" / "train-fa.jsonl").is_file(), reason="../shared is not here: no gold to measure on"
)
def test_news_with_annotated_reasons():
    """Learnt on these passages, so the floor lies above the cross-validated figures of docs/reasons.md."""
    gold = [json.loads(line) for line in (SHARED / "gold" / "train-fa.jsonl").read_text(encoding="utf-8").splitlines()]
    found = []
    for passage in gold:
        text = passage["text"]
        pairs = [
            {"cause": r.cause.span.of(text), "effect": r.effect.span.of(text)}
            for r in reasons(text, analyse(text, "fa"), (), "fa")
        ]
        found.append({"id": passage["id"], "reasons": pairs})
    figures, _ = scorer("score_reasons").score(gold, found)
    assert figures["pair_f1"] >= 0.55
    assert figures["sentence_f1"] >= 0.80
