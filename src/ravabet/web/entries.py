"""The rules and entries of the lexicon that a coding names, with what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ravabet.lexicon import expressions, frames
from ravabet.lexicon.load import DATA

_ACTOR, _RECIPIENT = re.compile(r"\{actor\w*\}"), re.compile(r"\{recipient\w*\}")
_PLACE = re.compile(r"([a-z]{2}/[\w/-]+\.(?:tsv|yaml)):(\d+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its kind, its id or words, and where it names the lexicon, the file and line there with the entry."""

    name: str
    told: str
    place: str = ""
    entry: str = ""


def rules(because: Iterable[str], language: str | None, reader: str = "en") -> list[Rule]:
    """Each rule of a coding, in its order; what an act means is told in the language of the reader."""
    return [_rule(one, language or "", reader) for one in because]


def _rule(told: str, language: str, reader: str) -> Rule:
    name, _, rest = told.partition(" ")
    found = _PLACE.search(told)
    if found:
        place = found.group()
        left = told.replace(place, "").strip(" :")
        return Rule(
            left.partition(" ")[0] or name, left.partition(" ")[2], place, _line(found.group(1), int(found.group(2)))
        )
    if name == "act" and rest:
        frame = frames().get(rest.partition(":")[0])
        return Rule(name, rest, _sources(language).get(rest, ""), _sides(frame.gloss.get(reader, "")) if frame else "")
    if name == "also":
        return Rule(name, rest.removeprefix("told at "))
    return Rule(name, rest)


def _sides(gloss: str) -> str:
    """What an act means, its sides called A and B."""
    return _RECIPIENT.sub("B", _ACTOR.sub("A", gloss))


@cache
def _sources(language: str) -> dict[str, str]:
    """Where each expression of a language stands."""
    return {expression.id: expression.source for expression in expressions(language)} if language else {}


@cache
def _line(file: str, number: int) -> str:
    """One line of a file of the lexicon, its columns apart; empty where there is none."""
    place = DATA.joinpath(*file.split("/"))
    if not place.is_file():
        return ""
    lines = place.read_text(encoding="utf-8").splitlines()
    cells = lines[number - 1].split("\t") if 0 < number <= len(lines) else []
    return " · ".join(cell for cell in cells[:4] if cell)
