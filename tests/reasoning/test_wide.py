"""The wide profile: purposes, conditions and outcomes are reasons, too."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from ravabet.cli.main import main
from ravabet.language import analyse
from ravabet.lexicon import cues
from ravabet.reasoning import reasons
from ravabet.reasoning.find import laid_out
from ravabet.reasoning.woods import candidates

PURPOSE = "Hundreds of students marched to the parliament to demand the release of their leader."


def told(text: str, *, wide: bool, language: str = "en") -> list[tuple[str, str]]:
    found = reasons(text, analyse(text, language), (), language, wide=wide)
    return [(reason.cause.span.of(text), reason.effect.span.of(text)) for reason in found]


@pytest.mark.parametrize(
    "text",
    [
        PURPOSE,
        "Drivers blocked the main road on Friday demanding higher pay.",
        "The union will call a strike if the owners close the mine.",
    ],
)
def test_purposes_and_conditions_are_reasons_in_the_wide_sense_only(text):
    assert told(text, wide=True)
    assert not told(text, wide=False)


@pytest.mark.parametrize(
    "text",
    ["The minister arrived in Tokyo on Monday.", "The two delegations met in the old palace of the city."],
)
def test_not_every_sentence_gives_one(text):
    assert not told(text, wide=True)


def test_a_language_without_such_words_is_read_as_ever():
    text = "Лондон ввёл санкции. В ответ правительство выслало дипломатов."
    assert told(text, wide=True, language="ru") == told(text, wide=False, language="ru") != []


@pytest.mark.parametrize("cue", cues("en", wide=True), ids=lambda cue: cue.id)
def test_every_cue_can_be_cut_in_its_example(cue):
    ways = candidates(laid_out(analyse(cue.example, "en"), "en", wide=True))
    assert cue.id in {group[0].hit.cue.id for group in ways}


def test_the_command_asks_for_them(tmp_path):
    place = tmp_path / "news.txt"
    place.write_text(PURPOSE, encoding="utf-8")
    narrow, wide = (
        json.loads(CliRunner().invoke(main, ["code", *more, str(place)]).stdout)["reasons"]
        for more in ([], ["--reasons", "wide"])
    )
    assert len(wide) > len(narrow) == 0
