"""The steps of a repair as pure functions of one line, so that a plan can be replayed without any model or table."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import ftfy.bad_codecs

from ravabet.model import INSERTED, RavabetError, RepairStep
from ravabet.repairing.atoms import HALF_SPACE, MIRRORED

BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters that a line never gives up: they stay where they are at its two ends."""

_MISREAD_BREAK = re.compile("[\xc2-\xf4][\x80-\xbf]*$")
"""What stands before a NEXT LINE that is no break but a byte of a misread letter."""

CODECS = ("latin-1", "sloppy-windows-1252", "sloppy-windows-1256", "sloppy-windows-1251")
"""The encodings that bytes are misread in, by the numbers that plans use; sloppy: no byte is without a character."""

BYTES = ("utf-8", "windows-1256", "windows-1251")
"""The encodings that such bytes were written in."""

LETTERS = {
    "persian_letters": dict(zip("يىك", "ییک", strict=True)),
    "arabic_letters": dict(zip("یک", "يك", strict=True)),
}
"""Letters that the two languages write with characters of their own, by the step that changes them."""

for _codec in CODECS:
    ftfy.bad_codecs.search_function(_codec)


@dataclass(frozen=True, slots=True)
class Traced:
    """A line as a step left it: character ``i`` was made of the characters from ``sources[i]`` to before ``ends[i]``.

    ``ends`` is empty where each was made of one; both are INSERTED for a character made of none.
    """

    text: str
    sources: tuple[int, ...]
    ends: tuple[int, ...] = ()


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
    return _picked(line, [i for start, end in reversed(list(itertools.pairwise(edges))) for i in range(start, end)])


def put_half_spaces(line: str, value: tuple[int, ...]) -> Traced:
    """Put a half-space (ZERO WIDTH NON-JOINER) before each of these places."""
    sources: list[int] = []
    done = 0
    for place in value:
        sources += [*range(done, place), INSERTED]
        done = place
    sources += range(done, len(line))
    return Traced("".join(HALF_SPACE if i == INSERTED else line[i] for i in sources), tuple(sources))


def narrow_spaces(line: str, value: tuple[int, ...]) -> Traced:
    """Make half-spaces of the spaces at these places."""
    chars = list(line)
    for place in value:
        chars[place] = HALF_SPACE
    return Traced("".join(chars), tuple(range(len(line))))


def reverse_letters(line: str, value: tuple[int, ...]) -> Traced:
    """Turn the whole line round, except inside these stretches (start, end, start, end, ...), which keep their way."""
    order = list(range(len(line)))
    for start, end in _pairs(value):
        order[start:end] = reversed(order[start:end])
    return _picked(line, order[::-1])


def reverse_words(line: str, value: tuple[int, ...]) -> Traced:
    """Turn each of these stretches (start, end, start, end, ...) round where it stands."""
    order = list(range(len(line)))
    for start, end in _pairs(value):
        order[start:end] = reversed(order[start:end])
    return _picked(line, order)


def drop(line: str, value: tuple[int, ...]) -> Traced:
    """Leave out the characters at these places."""
    gone = set(value)
    return _picked(line, [i for i in range(len(line)) if i not in gone])


def join_surrogates(line: str, value: tuple[int, ...]) -> Traced:
    """Make one character of the two halves that stand from each of these places."""
    pairs = [(place, place + 2, _joined(line[place : place + 2])) for place in value]
    return _replaced(line, pairs)


def spell_out(line: str, value: tuple[int, ...]) -> Traced:
    """Write the presentation forms at these places as the letters they show."""
    return _replaced(line, [(place, place + 1, shown(line[place])) for place in value])


def decode(line: str, value: tuple[int, ...]) -> Traced:
    """Read the bytes of these stretches again: value = misread in, written in, start, end, start, end, ..."""
    return _replaced(line, _decoded(line, CODECS[value[0]], BYTES[value[1]], value[2:]))


def restore_bytes(line: str, value: tuple[int, ...]) -> Traced:
    """Put lost bytes back, as the characters they were misread as: value = misread in, place, byte, place, byte, ..."""
    chars = list(line)
    for place, byte in _pairs(value[1:]):
        chars[place] = bytes([byte]).decode(CODECS[value[0]])
    return Traced("".join(chars), tuple(range(len(line))))


def persian_letters(line: str, value: tuple[int, ...]) -> Traced:
    """Write the yeh and kaf at these places with the letters of Persian."""
    return _replaced(line, [(place, place + 1, LETTERS["persian_letters"][line[place]]) for place in value])


def arabic_letters(line: str, value: tuple[int, ...]) -> Traced:
    """Write the yeh and kaf at these places with the letters of Arabic."""
    return _replaced(line, [(place, place + 1, LETTERS["arabic_letters"][line[place]]) for place in value])


ALL = (
    *(turn_brackets, reverse_runs, put_half_spaces, narrow_spaces, reverse_letters, reverse_words, drop),
    *(join_surrogates, spell_out, decode, restore_bytes, persian_letters, arabic_letters),
)
REGISTRY: dict[str, Step] = {step.__name__: step for step in ALL}


@lru_cache(maxsize=1024)
def shown(form: str) -> str:
    """The letters that a presentation form shows, without the space that carries a mark of its own."""
    return unicodedata.normalize("NFKC", form).replace(" ", "") or form


def _pairs(value: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    return zip(value[::2], value[1::2], strict=True)


def _picked(line: str, order: Sequence[int]) -> Traced:
    return Traced("".join([line[i] for i in order]), tuple(order))


def _replaced(line: str, changes: Iterable[tuple[int, int, str]]) -> Traced:
    """The line with stretches (start, end) replaced, in order; each new character stands for its whole stretch."""
    parts: list[str] = []
    sources: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, new in changes:
        parts += (line[done:start], new)
        sources += [*range(done, start), *[start] * len(new)]
        ends += [*range(done + 1, start + 1), *[end] * len(new)]
        done = end
    parts.append(line[done:])
    sources += range(done, len(line))
    ends += range(done + 1, len(line) + 1)
    return Traced("".join(parts), tuple(sources), tuple(ends))


def _joined(halves: str) -> str:
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _decoded(line: str, misread: str, written: str, value: tuple[int, ...]) -> Iterator[tuple[int, int, str]]:
    for start, end in _pairs(value):
        data = line[start:end].encode(misread)
        for char in data.decode(written):
            size = len(char.encode(written))
            yield start, start + size, char
            start += size


def body(line: str) -> tuple[str, str, str]:
    """A line as what is fixed at its start, what may be repaired, and what is fixed at its end."""
    inner = line.lstrip(BREAKS)
    middle = inner.rstrip(BREAKS)
    tail = inner[len(middle) :]
    if tail.startswith("\x85") and _MISREAD_BREAK.search(middle):
        middle, tail = middle + "\x85", tail[1:]
    return line[: len(line) - len(inner)], middle, tail


def apply(line: str, steps: Iterable[RepairStep]) -> Traced:
    """One line after its steps, traced to the line as it came."""
    head, text, tail = body(line)
    sources, ends = list(range(len(text))), list(range(1, len(text) + 1))
    for step in steps:
        if step.action not in REGISTRY:
            message = f"line {step.line + 1}: no repair step is called {step.action!r}; known: {', '.join(REGISTRY)}"
            raise RavabetError(message)
        done = REGISTRY[step.action](text, step.value)
        text = done.text
        lasts = done.ends or [i + 1 for i in done.sources]
        ends = [INSERTED if i == INSERTED else ends[end - 1] for i, end in zip(done.sources, lasts, strict=True)]
        sources = [INSERTED if i == INSERTED else sources[i] for i in done.sources]
    shift, start = len(head), len(line) - len(tail)
    moved = (i if i == INSERTED else i + shift for i in sources)
    stopped = (i if i == INSERTED else i + shift for i in ends)
    return Traced(
        head + text + tail,
        (*range(shift), *moved, *range(start, len(line))),
        (*range(1, shift + 1), *stopped, *range(start + 1, len(line) + 1)),
    )


def trace(original: str, steps: Iterable[RepairStep]) -> Traced:
    """A whole text after its steps: the text, and the exact offsets of its characters in the original."""
    plan: dict[int, list[RepairStep]] = {}
    for step in steps:
        plan.setdefault(step.line, []).append(step)
    texts: list[str] = []
    sources: list[int] = []
    ends: list[int] = []
    start = 0
    for number, line in enumerate(original.split("\n")):
        if number in plan:
            done = apply(line, plan[number])
            texts.append(done.text)
            sources += [i if i == INSERTED else i + start for i in done.sources]
            ends += [i if i == INSERTED else i + start for i in done.ends]
        else:
            texts.append(line)
            sources += range(start, start + len(line))
            ends += range(start + 1, start + len(line) + 1)
        start += len(line) + 1
        sources.append(start - 1)
        ends.append(start)
    plain = all(i == INSERTED or end == i + 1 for i, end in zip(sources, ends, strict=True))
    return Traced("\n".join(texts), tuple(sources[:-1]), () if plain else tuple(ends[:-1]))


def replay(original: str, steps: Iterable[RepairStep]) -> str:
    """The repaired text from the plan alone; RavabetError where the plan names an unknown step."""
    return trace(original, steps).text
