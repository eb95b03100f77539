"""Bytes read in the wrong encoding: found by the UTF-8 sequences that still stand in the text, and read again.

UTF-8 leaves a signature whatever it was misread in: a lead and as many following bytes as the lead announces. A line is
misread where such sequences make up most of what is not ASCII. ftfy (Speer 2019) supplies the encodings in which no
byte is without a character, and the judgement of Latin script (``badness``), where a sequence may be honest text;
windows-1256 and windows-1251, in which the misread text is itself Arabic or Cyrillic script, it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ftfy.badness import badness

from ravabet.model import RepairStep
from ravabet.repairing import direction
from ravabet.repairing.steps import BYTES, CODECS, REGISTRY, body

KIND = "bytes read in the wrong encoding"

MOST = 0.6
"""Of the characters that could be misread, the share that must stand in whole sequences. Clean text: under 0.1."""

LEAST = 3
"""Sequences that a text must hold, unless its one sequence can be nothing else (a misread quotation mark)."""

ROUNDS = 4
"""Times that one text may have been misread, on top of itself or on different lines."""

LOST = "\N{REPLACEMENT CHARACTER}"
_VOWELS = frozenset("аеёиоуыэюя")
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One line read again: the steps, how many sequences it held, of how many characters that could be misread."""

    steps: tuple[RepairStep, ...]
    sequences: int
    covered: int
    suspect: int
    plain: bool
    """Whether a sequence is one that stands in no honest text."""


@dataclass(frozen=True, slots=True)
class Codec:
    """An encoding that UTF-8 was misread in: patterns of one sequence, and of a character that could be part of it."""

    number: int
    sequence: re.Pattern[str]
    suspect: re.Pattern[str]
    lost: dict[str, int]
    """Lead and lost byte: the byte, where only one makes a letter."""


def found(lines: Sequence[str], numbers: Sequence[int]) -> Iterator[RepairStep]:
    """The steps that read these lines again, each line as often as it was misread."""
    texts = {number: lines[number] for number in numbers}
    for _ in range(ROUNDS):
        steps = _round(texts)
        if not steps:
            return
        yield from steps
        for step in steps:
            head, text, tail = body(texts[step.line])
            texts[step.line] = head + REGISTRY[step.action](text, step.value).text + tail


def _round(texts: dict[int, str]) -> list[RepairStep]:
    best: list[Reading] = []
    for codec in codecs():
        readings = [_read(codec, number, text) for number, text in texts.items()]
        kept = [reading for reading in readings if reading and reading.covered >= MOST * reading.suspect]
        enough = sum(reading.sequences for reading in kept) >= LEAST or any(reading.plain for reading in kept)
        if enough and sum(r.covered for r in kept) > sum(r.covered for r in best):
            best = kept
    if best:
        return [step for reading in best for step in reading.steps]
    return [step for number, text in texts.items() if (step := _recoded(number, text))]


def _read(codec: Codec, number: int, text: str) -> Reading | None:
    text = body(text)[1]
    restored = _restored(codec, number, text)
    if restored:
        text = REGISTRY[restored.action](text, restored.value).text
    spans = [match.span() for match in codec.sequence.finditer(text) if _decodes(codec, match[0])]
    if not spans:
        return None
    value = tuple(place for span in _joined(spans) for place in span)
    step = RepairStep("decode", number, (codec.number, 0, *value))
    again = REGISTRY["decode"](text, step.value).text
    if codec.number <= 1 and not _clearer(text, again):
        return None
    covered = sum(end - start for start, end in spans)
    plain = codec.number <= 1 and any(end - start == 3 and text[start] == "â" for start, end in spans)
    suspect = len(codec.suspect.findall(text))
    steps = (restored, step) if restored else (step,)
    return Reading(steps, len(spans), covered, suspect, plain or (codec.number <= 1 and badness(text) > 0))


def _clearer(text: str, again: str) -> bool:
    """Whether Latin script got better: fewer oddities by ftfy's count, or another script altogether."""
    return badness(again) < badness(text) or sum("\u0370" <= char <= "\u06ff" for char in again) > len(again) / 4


def _restored(codec: Codec, number: int, text: str) -> RepairStep | None:
    """The step that puts lost bytes back where only one byte makes a letter."""
    if LOST not in text:
        return None
    value: list[int] = []
    for match in re.finditer(LOST, text):
        place = match.start()
        byte = codec.lost.get(text[place - 1 : place])
        if byte is not None:
            value += (place, byte)
    return RepairStep("restore_bytes", number, (codec.number, *value)) if value else None


def _recoded(number: int, text: str) -> RepairStep | None:
    """The step for a line in which nearly every letter is an accented Latin one: bytes of one of two old encodings."""
    text = body(text)[1]
    letters = [char for word in _WORDS.findall(text) for char in word]
    odd = [char for char in text if "\x80" <= char < "\u0180" or char in direction.SIGNS]
    if len(odd) < 8 or len(odd) < MOST * len(letters):
        return None
    for written in (1, 2):
        for misread in (1, 0):
            step = _recode(number, text, misread, written)
            if step:
                return step
    return None


def _recode(number: int, text: str, misread: int, written: int) -> RepairStep | None:
    spans = [match.span() for match in re.finditer("[^\x00-\x7f]+", text)]
    value = (misread, written, *(place for span in spans for place in span))
    try:
        again = REGISTRY["decode"](text, value).text
    except UnicodeError:
        return None
    letters = [char for char in again if char.isalpha() and char > "\x7f"]
    if written == 1:
        arabic = sum("\u0600" <= char <= "\u06ff" for char in letters)
        symbols = direction.symbols_of(f" {again} ")
        sound = arabic >= 0.95 * len(letters) and int(direction.tables().of_letters(symbols).sum()) > 0
    else:
        vowels = sum(char.lower() in _VOWELS for char in letters)
        cyrillic = sum("а" <= char.lower() <= "я" or char in "ёЁ" for char in letters)
        sound = cyrillic >= 0.95 * len(letters) and 0.25 < vowels / max(1, len(letters)) < 0.6
    return RepairStep("decode", number, value) if sound else None


def _decodes(codec: Codec, sequence: str) -> bool:
    try:
        char = sequence.encode(CODECS[codec.number]).decode(BYTES[0])
    except UnicodeError:
        return False
    return len(char) == 1 and (char >= "\xa0" or codec.number <= 1)


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = spans[0]
    for first, last in spans[1:]:
        if first != end:
            yield start, end
            start = first
        end = last
    yield start, end


@lru_cache(maxsize=1)
def codecs() -> tuple[Codec, ...]:
    """The encodings that UTF-8 is looked for in."""
    return tuple(_codec(number) for number in range(len(CODECS)))


def _codec(number: int) -> Codec:
    def chars(first: int, last: int) -> str:
        return "".join(re.escape(bytes([byte]).decode(CODECS[number])) for byte in range(first, last + 1))

    following = f"[{chars(0x80, 0xBF)}]"
    two, three, four = (chars(*ends) for ends in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)))
    sequence = f"[{two}]{following}|[{three}]{following}{{2}}|[{four}]{following}{{3}}"
    strict = CODECS[number].removeprefix("sloppy-")
    gone = [byte for byte in range(0x80, 0xC0) if _undefined(strict, byte)]
    lost = {bytes([lead]).decode(CODECS[number]): only for lead in range(0xC2, 0xE0) if (only := _only(lead, gone))}
    return Codec(number, re.compile(sequence), re.compile(f"[{chars(0x80, 0xFF)}]"), lost)


def _undefined(codec: str, byte: int) -> bool:
    try:
        bytes([byte]).decode(codec)
    except UnicodeError:
        return True
    return False


def _only(lead: int, gone: list[int]) -> int | None:
    """Of the bytes that an encoding loses, the one that makes a letter of Persian, Arabic or Russian with this lead."""
    usual = {*"ابپتثجچحخدذرزژسشصضطظعغفقکكگلمنهويیىئءةأإآؤ", *map(chr, range(0x410, 0x450))}
    made = [byte for byte in gone if bytes([lead, byte]).decode("utf-8") in usual]
    return made[0] if len(made) == 1 else None
