"""A repair told to a person, and spans followed back into the text as it came."""

from __future__ import annotations

from collections.abc import Iterator

from ravabet.model import INSERTED, Damage, Repair, RepairStep, Span
from ravabet.repairing.steps import BYTES, CODECS

_WORDS = {
    "turn_brackets": "turned {n} bracket{s} to the other side",
    "reverse_runs": "cut at {n} place{s} and put the pieces in reading order",
    "put_half_spaces": "put back {n} half-space{s}",
    "narrow_spaces": "made {n} space{s} half-space{s}",
    "reverse_letters": "turned the line round, {p} number{ps} or other stretch{pes} in it left as found",
    "reverse_words": "turned {p} stretch{pes} round",
    "drop": "left out {n} character{s}",
    "join_surrogates": "made {n} character{s} of two halves",
    "spell_out": "wrote {n} presentation form{s} as letters",
    "decode": "read {p} stretch{pes} of bytes again, misread as {misread} and written in {written}",
    "restore_bytes": "put back {p} lost byte{ps}",
    "persian_letters": "wrote {n} yeh or kaf with Persian letters",
    "arabic_letters": "wrote {n} yeh or kaf with Arabic letters",
}

_HEADED = {"decode": 2, "restore_bytes": 1}
"""How many numbers stand before the places in the value of a step."""


def explain(repair: Repair) -> list[str]:
    """What was found and done: one line for each kind of damage, then one for each step; lines count from 1."""
    if not repair.damages and not repair.steps:
        return ["Nothing to repair: the text reads as it should."]
    total = repair.original.count("\n") + 1
    return [*(told(damage, total) for damage in repair.damages), *(_step(step) for step in repair.steps)]


def told(damage: Damage, total: int) -> str:
    """A damage in a sentence; ``total``: how many lines the text has."""
    where = ", ".join(f"{first + 1} to {last + 1}" if last > first else f"{first + 1}" for first, last in _few(damage))
    count = len(damage.lines)
    line = "line" if count == 1 else "lines"
    return f"{damage.kind}: {line} {where} ({count} of {total}), confidence {damage.confidence:.2f}"


def _few(damage: Damage) -> Iterator[tuple[int, int]]:
    """The stretches of a damage, those that at most one line parts told as one."""
    first = last = -1
    for start, end in damage.stretches:
        if first >= 0 and start > last + 2:
            yield first, last
            first = start
        first, last = (start if first < 0 else first), end
    yield first, last


def _step(step: RepairStep) -> str:
    count = len(step.value)
    pairs = (count - _HEADED.get(step.action, 0)) // 2
    said = _WORDS.get(step.action, step.action).format(
        n=count,
        s="" if count == 1 else "s",
        p=pairs,
        ps="" if pairs == 1 else "s",
        pes="" if pairs == 1 else "es",
        misread=CODECS[step.value[0]].removeprefix("sloppy-") if step.action == "decode" else "",
        written=BYTES[step.value[1]] if step.action == "decode" else "",
    )
    sure = "" if step.confidence is None else f" (confidence {step.confidence:.2f})"
    return f"line {step.line + 1}: {said}{sure}"


def side_by_side(repair: Repair) -> str:
    """Each changed line as it came (``-``) and as repaired (``+``), after its number; empty where nothing changed."""
    pairs = zip(repair.original.split("\n"), repair.text.split("\n"), strict=True)
    return "".join(f"@ {i}\n- {old}\n+ {new}\n" for i, (old, new) in enumerate(pairs, 1) if old != new)


def original_spans(repair: Repair, span: Span) -> tuple[Span, ...]:
    """The stretches of the original that a span of the repaired text was made of, in reading order."""
    if not repair.offsets:
        return (span,)
    found: list[Span] = []
    for place in range(span.start, min(span.end, len(repair.offsets))):
        start = repair.offsets[place]
        if start == INSERTED:
            continue
        end = repair.ends[place] if repair.ends else start + 1
        if found and found[-1].start <= start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return tuple(found)
