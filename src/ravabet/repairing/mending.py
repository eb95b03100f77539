"""The repair of a text: detect, find the order of each damaged line, put the half-spaces back, write down the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ravabet.model import Damage, Repair, RepairStep
from ravabet.repairing.atoms import FOREIGN, HALF_SPACE, LETTERS, MIRRORED, Line, cut, spelled
from ravabet.repairing.detecting import detect, language_of
from ravabet.repairing.search import Order, search
from ravabet.repairing.steps import body, reverse_runs, trace
from ravabet.repairing.tables import Tables, load

_WORD = re.compile(f"[{LETTERS}]+")


def repair(text: str, *, language: str | None = None) -> Repair:
    """The text in reading order if its runs stood in screen order, else the text as it is.

    ``language``: the code of the language (``languages()`` lists those that have tables); guessed where not given.
    """
    damage = detect(text, language=language)
    if damage is None:
        return Repair(text, text, None, (), tuple(range(len(text))))
    tables = load(language or language_of(text) or "")
    steps = tuple(_plan(text, damage, tables))
    done = trace(text, steps)
    return Repair(done.text, text, damage, steps, done.sources)


def _plan(text: str, damage: Damage, tables: Tables) -> Iterator[RepairStep]:
    lines = text.split("\n")
    damaged = [cut(body(lines[number])[1]) for number in damage.lines]
    for number, line, order in zip(damage.lines, damaged, search(tables, damaged), strict=True):
        turned = brackets(line)
        if turned:
            yield RepairStep("turn_brackets", number, turned)
        cuts = tuple(line.edges[i] for i in order.cuts)
        if cuts:
            yield RepairStep("reverse_runs", number, cuts, order.confidence)
        places = half_spaces(line, order, tables)
        if places:
            yield RepairStep("put_half_spaces", number, places)


def brackets(line: Line) -> tuple[int, ...]:
    """The places of the brackets that stand among right-to-left text, which show the wrong side."""
    inner = [i for i in range(len(line)) if line.symbols[i] != FOREIGN]
    return tuple(line.edges[i] for i in inner if line.text[line.edges[i]] in MIRRORED)


def half_spaces(line: Line, order: Order, tables: Tables) -> tuple[int, ...]:
    """The places in the reordered line that have lost a half-space: at joints, and inside words usually divided."""
    done = reverse_runs(line.text, tuple(line.edges[i] for i in order.cuts))
    where = {source: place for place, source in enumerate(done.sources)}
    found = {where[line.edges[i]] for i in order.halves}
    found |= set(_divided(done.text, tables))
    return tuple(sorted(place for place in found if 0 < place < len(line.text)))


def _divided(text: str, tables: Tables) -> Iterator[int]:
    """The places inside words that the usual spelling divides, in a line without half-spaces of its own."""
    if HALF_SPACE in text:
        return
    line = cut(text)
    for word in _WORD.finditer(spelled(line.symbols)):
        lengths = tables.joined.get(word[0], ())
        for i in range(1, len(lengths)):
            yield line.edges[word.start() + sum(lengths[:i])]
