"""What is wrong with a text, and the steps that undo it: every kind of damage in its turn, each on its own lines.

The order is fixed, because each kind hides the next: bytes, invisible characters, presentation forms, letters apart,
direction of letters, direction of words, order of runs. A sound text costs one look.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ravabet.model import Damage, RepairStep
from ravabet.repairing import detecting, forms, mojibake, stray, turned
from ravabet.repairing.look import Look, again, counted, look
from ravabet.repairing.steps import apply
from ravabet.repairing.stretches import stretches
from ravabet.repairing.suspicion import sound
from ravabet.repairing.tables import Tables, load
from ravabet.repairing.tables import traits as known

ENOUGH = 1000
"""Lines that the language is guessed from."""

_SCRIPT = re.compile("[\u0620-\u064a\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]")


@dataclass(slots=True)
class Found:
    """A text under repair: its lines as they now stand, the damage found so far and the steps done."""

    original: list[str]
    language: str | None
    lines: list[str] = field(default_factory=list)
    damages: list[Damage] = field(default_factory=list)
    steps: list[RepairStep] = field(default_factory=list)
    seen: Look | None = None

    @property
    def text(self) -> str:
        """The text as it now stands."""
        return "\n".join(self.lines)

    def looked(self) -> Look:
        """The look of the text as it now stands."""
        if self.seen is None:
            self.seen = look(self.text)
        return self.seen

    def do(self, steps: Iterable[RepairStep]) -> tuple[int, ...]:
        """Do these steps; the lines they changed."""
        by_line: dict[int, list[RepairStep]] = {}
        for step in steps:
            by_line.setdefault(step.line, []).append(step)
        for number, done in by_line.items():
            self.lines[number] = apply(self.lines[number], done).text
            self.steps += done
        numbers = tuple(sorted(by_line))
        if self.seen is not None and numbers:
            whole = any("\n" in self.lines[number] for number in numbers)
            self.seen = None if whole else again(self.seen, numbers, self.lines)
        return numbers

    def note(self, kind: str, lines: tuple[int, ...], confidence: float) -> None:
        """Keep what was found."""
        if lines:
            self.damages.append(Damage(kind, lines, confidence))

    def spoken(self, numbers: Iterable[int]) -> str | None:
        """The language of these lines, of those with tables: the one given, else a guess."""
        if self.language in known():
            return self.language
        return language_of("\n".join(self.lines[number] for number in itertools.islice(numbers, ENOUGH)))

    def tables(self, numbers: Iterable[int]) -> Tables | None:
        """The tables of the language of these lines, where it has any."""
        language = self.spoken(numbers)
        return load(language) if language else None


def language_of(text: str) -> str | None:
    """The language, of those with tables, whose own letters the text has most of; None without Arabic script."""
    if not _SCRIPT.search(text):
        return None
    counts = {code: sum(map(text.count, traits.letters)) for code, traits in known().items()}
    return max(counts, key=lambda code: (counts[code], code))


def find(text: str, language: str | None = None) -> Found:
    """Everything wrong with a text, undone but for the order of runs, which is only found."""
    found = Found([], language)
    if text.isascii():
        return found
    counts = counted(text)
    if sound(counts, turned.SWITCH_LETTERS, turned.SUSPECT_WORDS):
        return found
    found.original = text.split("\n")
    found.lines, found.seen = list(found.original), Look(*counts)
    _bytes(found)
    _strays(found)
    _forms(found)
    _apart(found)
    _letters(found)
    _words(found)
    _runs(found)
    return found


def _numbers(counts: npt.NDArray[np.generic]) -> list[int]:
    return np.flatnonzero(counts).tolist()


def _bytes(found: Found) -> None:
    numbers = _numbers(found.looked().signs)
    lines = found.do(list(mojibake.found(found.lines, numbers))) if numbers else ()
    found.note(mojibake.KIND, lines, 0.99)


def _strays(found: Found) -> None:
    numbers = _numbers(found.looked().strays)
    if not numbers:
        return
    found.do(list(stray.joined(found.lines, numbers)))
    steps = list(stray.found(found.lines, numbers, lambda: found.tables(numbers)))
    found.note(stray.KIND, found.do(steps), round(1 - 0.5 ** (1 + len(steps)), 3))


def _forms(found: Found) -> None:
    numbers = forms.damaged(found.lines, _numbers(found.looked().forms))
    if not numbers:
        return
    before = list(found.lines)
    steps = [forms.spelled_out(found.lines[number], number) for number in numbers]
    found.note(forms.KIND, found.do(steps), 0.99)
    language = found.spoken(numbers)
    found.do(list(forms.shown_as(before, steps, language)))


def _apart(found: Found) -> None:
    numbers = _numbers(found.looked().apart())
    tables = found.tables(numbers) if numbers else None
    if tables:
        found.note(stray.SPELLED, found.do(list(stray.spelled(found.lines, numbers, tables))), 0.95)


def _letters(found: Found) -> None:
    for each in list(turned.by_letters(found.lines, found.looked(), _ties(found))):
        found.do(each.steps)
        found.note(each.kind, each.lines, each.confidence)


def _words(found: Found) -> None:
    near = [n for each in stretches(found.looked().words, turned.SUSPECT_WORDS) for n in each]
    each = turned.by_words(found.lines, found.looked(), found.tables(near)) if near else None
    if each:
        found.do(each.steps)
        found.note(each.kind, each.lines, each.confidence)


def _runs(found: Found) -> None:
    suspects = detecting.suspects(found.looked())
    language = (found.language or found.spoken(range(len(found.lines)))) if suspects else None
    if language not in known() or not language:
        return
    damage = detecting.screen_order(found.lines, found.looked(), suspects, language)
    if damage:
        found.damages.append(damage)


def _ties(found: Found) -> dict[int, tuple[int, ...]]:
    """The stretches of each line that were one character, as a ligature is, and so keep their order."""
    ties: dict[int, tuple[int, ...]] = {}
    for number in {step.line for step in found.steps if step.action == "spell_out"}:
        steps = [step for step in found.steps if step.line == number]
        ties[number] = tied(apply(found.original[number], steps).sources)
    return ties


def tied(sources: Sequence[int]) -> tuple[int, ...]:
    """The stretches (start, end, start, end, ...) of characters made of one."""
    found: list[int] = []
    start = 0
    for i in range(1, len(sources) + 1):
        if i == len(sources) or sources[i] != sources[start]:
            if i > start + 1:
                found += (start, i)
            start = i
    return tuple(found)
