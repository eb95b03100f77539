"""Why a text was coded so: for each sentence the acts seen, what made each an event, or what it lacked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ravabet.coding.coder import Finding, clearest, event, findings
from ravabet.coding.judging.judge import sure
from ravabet.coding.judging.topics import aside
from ravabet.coding.scene import Scene
from ravabet.coding.sides.home import between_own
from ravabet.model import Event

HEADS = ("aside", "sentence")
"""Kinds of remarks under which the others stand."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is said of a text or sentence.

    ``kind``: ``aside``, ``sentence``, ``no_act``, ``event`` or ``no_event``; ``lack``: what ``no_event`` lacked, again
    by its kind. ``slots``: the words and numbers that fill the phrases of both.
    """

    kind: str
    slots: Mapping[str, str] = field(default_factory=dict)
    lack: str = ""


def explained(laid: Scene) -> Iterator[Remark]:
    """Each sentence, then the events in it and the acts that gave none, with the reason."""
    if aside(laid.sentences, laid.language):
        yield Remark("aside")
        return
    found = findings(laid)
    kept = clearest([finding for finding in found if finding.confidence >= sure(laid.language)])
    for number, sentence in enumerate(laid.sentences):
        yield Remark("sentence", {"n": str(number + 1), "text": " ".join(sentence.span.of(laid.text).split())})
        here = [finding for finding in found if finding.place.number == number]
        if not here:
            yield Remark("no_act", {"actors": _who(laid, number)})
        for finding in here:
            yield _told(laid, finding, kept)


def _who(laid: Scene, number: int) -> str:
    """The mentions of a sentence, each with its codes; empty where there are none."""
    return ", ".join(f"{mention.span.of(laid.text)} = {'+'.join(mention.codes)}" for mention in laid.mentions[number])


def _told(laid: Scene, finding: Finding, kept: list[Finding]) -> Remark:
    place = finding.place
    act = {"type": place.frame.type, "words": place.act.span(laid.sentences[place.number]).of(laid.text)}
    coded = event(laid, finding)
    if finding in kept and coded is not None:
        sides = {"actors": "+".join(coded.actor_codes), "recipients": "+".join(coded.recipient_codes)}
        return Remark("event", {**act, **sides, "sure": f"{coded.confidence:.2f}", "because": "; ".join(coded.because)})
    lack, slots = _lack(finding, coded, kept)
    return Remark("no_event", {**act, "entry": place.act.expression.id, **slots}, lack)


def _lack(finding: Finding, coded: Event | None, kept: list[Finding]) -> tuple[str, dict[str, str]]:
    """What was missing, the plainest first."""
    words = set(finding.place.act.tokens)
    rival = next(
        (
            k
            for k in kept
            if k.place.number == finding.place.number and words & set(k.place.act.tokens) and k != finding
        ),
        None,
    )
    if not finding.roles.actors and not finding.roles.recipients:
        return "nobody", {}
    together = {c for m in finding.roles.actors for c in m.codes}
    if finding.place.frame.symmetric and len(together) < 2 and not between_own(finding.place, together):
        return "one_side", {}
    needed = sure(finding.place.scene.language)
    if finding.confidence < needed:
        return "unsure", {"sure": f"{finding.confidence:.2f}", "needed": f"{needed:.2f}"}
    if rival is not None:
        return "rival", {"other": rival.place.act.expression.id}
    return ("wished" if coded is None else "before"), {}
