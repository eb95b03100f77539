"""A repair told to a person, and spans followed back into the text as it came."""

from __future__ import annotations

from ravabet.model import INSERTED, Repair, RepairStep, Span

_WORDS = {
    "turn_brackets": "turned {n} bracket{s} to the other side",
    "reverse_runs": "cut at {n} place{s} and put the pieces in reading order",
    "put_half_spaces": "put back {n} half-space{s}",
}


def explain(repair: Repair) -> list[str]:
    """What was found and done, one line a step, lines of the text counted from 1."""
    if repair.damage is None:
        return ["Nothing to repair: the text reads as it should."]
    lines, total = len(repair.damage.lines), repair.original.count("\n") + 1
    head = f"{repair.damage.kind}: {lines} of {total} lines, confidence {repair.damage.confidence:.2f}"
    return [head, *(_told(step) for step in repair.steps)]


def _told(step: RepairStep) -> str:
    count = len(step.value)
    said = _WORDS.get(step.action, step.action).format(n=count, s="" if count == 1 else "s")
    sure = "" if step.confidence is None else f" (confidence {step.confidence:.2f})"
    return f"line {step.line + 1}: {said}{sure}"


def side_by_side(repair: Repair) -> str:
    """Each changed line as it came (``-``) and as repaired (``+``), after its number; empty where nothing changed."""
    pairs = zip(repair.original.split("\n"), repair.text.split("\n"), strict=True)
    return "".join(f"@ {i}\n- {old}\n+ {new}\n" for i, (old, new) in enumerate(pairs, 1) if old != new)


def original_spans(repair: Repair, span: Span) -> tuple[Span, ...]:
    """The stretches of the original that hold the characters of a span of the repaired text, in reading order."""
    if not repair.offsets:
        return (span,)
    found: list[Span] = []
    for place in repair.offsets[span.start : span.end]:
        if place == INSERTED:
            continue
        if found and found[-1].end == place:
            found[-1] = Span(found[-1].start, place + 1)
        else:
            found.append(Span(place, place + 1))
    return tuple(found)
