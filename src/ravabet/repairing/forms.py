"""Letters as they are shown rather than as they are: presentation forms, and yeh and kaf of the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ravabet.model import RepairStep
from ravabet.repairing.steps import LETTERS, body, shown

KIND = "letters in presentation forms"

_FORMS = re.compile("[\ufb50-\ufbc1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]")
_TELLING = re.compile("[\ufb50-\ufbc1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufef4]")
"""Forms that nobody types: lam with alef, which some keyboards write, and signs such as that of rial are not."""

LEAST = 2
"""Telling forms that a line must hold, and half as many again its text."""


def damaged(lines: Sequence[str], numbers: Sequence[int]) -> tuple[int, ...]:
    """Of these lines the ones written in presentation forms."""
    counts = {number: len(_TELLING.findall(lines[number])) for number in numbers}
    held = sum(counts.values())
    return tuple(number for number, n in counts.items() if n and (n >= LEAST or held >= 5 * LEAST) and held > LEAST)


def spelled_out(line: str, number: int) -> RepairStep:
    """The step that writes the forms of a line as letters."""
    return RepairStep("spell_out", number, tuple(found.start() for found in _FORMS.finditer(body(line)[1])))


def shown_as(lines: Sequence[str], steps: Sequence[RepairStep], language: str | None) -> Iterator[RepairStep]:
    """The steps that give yeh and kaf the letters of the language, where fonts have mixed the two.

    ``lines`` and ``steps``: the lines before, and how they were spelled out. Letters that were no forms are left alone.
    """
    wrong = LETTERS["persian_letters" if language == "fa" else "arabic_letters"]
    right = frozenset(wrong.values())
    texts = {step.line: body(lines[step.line])[1] for step in steps}
    made = "".join(shown(texts[step.line][place]) for step in steps for place in step.value)
    if language not in ("fa", "ar") or right.isdisjoint(made):
        return
    for step in steps:
        places = _wrong(texts[step.line], step.value, wrong)
        if places:
            yield RepairStep("persian_letters" if language == "fa" else "arabic_letters", step.line, places)


def _wrong(text: str, forms: tuple[int, ...], wrong: Mapping[str, str]) -> tuple[int, ...]:
    """The places, once the forms are spelled out, of their letters that another letter should stand for."""
    found: list[int] = []
    grown = 0
    for place in forms:
        letters = shown(text[place])
        found += [place + grown + i for i, letter in enumerate(letters) if letter in wrong]
        grown += len(letters) - 1
    return tuple(found)


def of_language(lines: Sequence[str], language: str) -> Iterator[RepairStep]:
    """The steps that give every yeh and kaf of a text the letter of its language: only on request."""
    action = "persian_letters" if language == "fa" else "arabic_letters"
    wrong = re.compile(f"[{''.join(LETTERS[action])}]")
    for number, line in enumerate(lines):
        places = tuple(found.start() for found in wrong.finditer(body(line)[1]))
        if places:
            yield RepairStep(action, number, places)
