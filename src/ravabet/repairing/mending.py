"""The repair of a text: find what is wrong, undo each kind in its turn, write down the plan."""

from __future__ import annotations

from collections.abc import Iterator

from ravabet.model import Damage, Repair, RepairStep
from ravabet.repairing import detecting, forms, halves, mojibake, turned
from ravabet.repairing.atoms import FOREIGN, HALF_SPACE, MIRRORED, Line, cut
from ravabet.repairing.finding import Found, find
from ravabet.repairing.search import Order, search
from ravabet.repairing.steps import body, reverse_runs, trace
from ravabet.repairing.tables import Tables, load
from ravabet.repairing.tables import traits as known


def detect(text: str, *, language: str | None = None) -> tuple[Damage, ...]:
    """The damage of a text, in the order in which it is undone; empty for a text that reads as it should."""
    return tuple(find(text, language).damages)


def repair(text: str, *, language: str | None = None, letters: bool = False, half_spaces: bool = False) -> Repair:
    """The text with its damage undone; a sound text as it is.

    ``language``: its code, guessed where not given (runs in screen order are undone in those of ``languages()``).
    ``letters``: also write every yeh and kaf with the letters of the language; ``half_spaces``: also put half-spaces
    where the usual spelling of Persian has them. Both change sound text, which nothing else does.
    """
    found = find(text, language)
    if not found.damages and not found.steps and not letters and not half_spaces:
        return Repair(text, text, offsets=tuple(range(len(text))))
    if not found.lines:
        found.original = text.split("\n")
        found.lines = list(found.original)
    _undo(found)
    _asked(found, letters=letters, half_spaces=half_spaces)
    done = trace(text, found.steps)
    return Repair(done.text, text, tuple(found.damages), tuple(found.steps), done.sources, done.ends)


def _undo(found: Found) -> None:
    """Put runs in order, and half-spaces into lines that have lost theirs."""
    tables = found.tables(range(len(found.lines))) if found.damages else None
    if not tables:
        return
    lost: set[int] = set()
    for damage in found.damages:
        if damage.kind == detecting.KIND:
            found.do(list(_ordered(found.lines, damage, tables)))
        elif damage.kind != mojibake.KIND:
            lost.update(damage.lines)
    if not any(HALF_SPACE in line for line in found.lines):
        found.do(list(halves.put_back(found.lines, sorted(lost), tables, spaces=False)))


def _asked(found: Found, *, letters: bool, half_spaces: bool) -> None:
    """Do what was asked for besides."""
    language = found.language or found.spoken(range(len(found.lines)))
    if letters and language in known() and language:
        found.do(list(forms.of_language(found.lines, language)))
    tables = load("fa") if half_spaces and language == "fa" else None
    if tables:
        found.do(list(halves.put_back(found.lines, range(len(found.lines)), tables, spaces=True)))


def _ordered(lines: list[str], damage: Damage, tables: Tables) -> Iterator[RepairStep]:
    damaged = [cut(body(lines[number])[1]) for number in damage.lines]
    for number, line, order in zip(damage.lines, damaged, search(tables, damaged), strict=True):
        turned_round = brackets(line)
        if turned_round:
            yield RepairStep("turn_brackets", number, turned_round)
        cuts = tuple(line.edges[i] for i in order.cuts)
        if cuts:
            yield RepairStep("reverse_runs", number, cuts, order.confidence)
        places = half_spaces_of(line, order, tables)
        if places:
            yield RepairStep("put_half_spaces", number, places)


def brackets(line: Line) -> tuple[int, ...]:
    """The places of the brackets that stand among right-to-left text, which show the wrong side."""
    inner = [i for i in range(len(line)) if line.symbols[i] != FOREIGN]
    return tuple(line.edges[i] for i in inner if line.text[line.edges[i]] in MIRRORED)


def half_spaces_of(line: Line, order: Order, tables: Tables) -> tuple[int, ...]:
    """The places in the reordered line that have lost a half-space: at joints, and inside words usually divided."""
    done = reverse_runs(line.text, tuple(line.edges[i] for i in order.cuts))
    where = {source: place for place, source in enumerate(done.sources)}
    found = {where[line.edges[i]] for i in order.halves}
    if HALF_SPACE not in done.text:
        found |= set(halves.divided(done.text, tables))
    return tuple(sorted(place for place in found if 0 < place < len(line.text)))


__all__ = ["KINDS", "detect", "repair"]

KINDS = (turned.LINES, turned.WORDS, turned.ORDER, forms.KIND, mojibake.KIND, detecting.KIND)
