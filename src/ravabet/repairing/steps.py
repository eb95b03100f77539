"""The steps of a repair as pure functions of one line, so that a plan can be replayed without any model or table."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ravabet.model import INSERTED, RavabetError, RepairStep
from ravabet.repairing.atoms import HALF_SPACE, MIRRORED

BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters that a line never gives up: they stay where they are at its two ends."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A line as a step left it: ``sources[i]`` is the place its character ``i`` had before the step, or INSERTED."""

    text: str
    sources: tuple[int, ...]


Step = Callable[[str, tuple[int, ...]], Traced]


def turn_brackets(line: str, value: tuple[int, ...]) -> Traced:
    """Turn the brackets at these places to the other side."""
    chars = list(line)
    for place in value:
        chars[place] = MIRRORED[chars[place]]
    return Traced("".join(chars), tuple(range(len(line))))


def reverse_runs(line: str, value: tuple[int, ...]) -> Traced:
    """Cut the line at these places and put the pieces down last first."""
    edges = (0, *value, len(line))
    order = [i for start, end in reversed(list(itertools.pairwise(edges))) for i in range(start, end)]
    return Traced("".join(line[i] for i in order), tuple(order))


def put_half_spaces(line: str, value: tuple[int, ...]) -> Traced:
    """Put a half-space (ZERO WIDTH NON-JOINER) before each of these places."""
    sources: list[int] = []
    done = 0
    for place in value:
        sources += [*range(done, place), INSERTED]
        done = place
    sources += range(done, len(line))
    return Traced("".join(HALF_SPACE if i == INSERTED else line[i] for i in sources), tuple(sources))


REGISTRY: dict[str, Step] = {step.__name__: step for step in (turn_brackets, reverse_runs, put_half_spaces)}


def body(line: str) -> tuple[str, str, str]:
    """A line as what is fixed at its start, what may be repaired, and what is fixed at its end."""
    inner = line.lstrip(BREAKS)
    middle = inner.rstrip(BREAKS)
    return line[: len(line) - len(inner)], middle, inner[len(middle) :]


def apply(line: str, steps: Iterable[RepairStep]) -> Traced:
    """One line after its steps, traced to the line as it came."""
    head, text, tail = body(line)
    sources = tuple(range(len(text)))
    for step in steps:
        if step.action not in REGISTRY:
            message = f"line {step.line + 1}: no repair step is called {step.action!r}; known: {', '.join(REGISTRY)}"
            raise RavabetError(message)
        done = REGISTRY[step.action](text, step.value)
        text, sources = done.text, tuple(i if i == INSERTED else sources[i] for i in done.sources)
    shift, start = len(head), len(line) - len(tail)
    moved = (i if i == INSERTED else i + shift for i in sources)
    return Traced(head + text + tail, (*range(shift), *moved, *range(start, len(line))))


def trace(original: str, steps: Iterable[RepairStep]) -> Traced:
    """A whole text after its steps: the text, and the exact offsets of its characters in the original."""
    plan: dict[int, list[RepairStep]] = {}
    for step in steps:
        plan.setdefault(step.line, []).append(step)
    texts: list[str] = []
    sources: list[int] = []
    start = 0
    for number, line in enumerate(original.split("\n")):
        done = apply(line, plan.get(number, ()))
        texts.append(done.text)
        sources += [i if i == INSERTED else i + start for i in done.sources]
        start += len(line) + 1
        sources.append(start - 1)
    return Traced("\n".join(texts), tuple(sources[:-1]))


def replay(original: str, steps: Iterable[RepairStep]) -> str:
    """The repaired text from the plan alone; RavabetError where the plan names an unknown step."""
    return trace(original, steps).text
