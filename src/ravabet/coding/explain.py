"""Why a text was coded so: for each sentence the acts seen, what made each an event, or what it lacked."""

from __future__ import annotations

from collections.abc import Iterator

from ravabet.coding.coder import Finding, clearest, event, findings
from ravabet.coding.judge import sure
from ravabet.coding.scene import Scene
from ravabet.coding.topics import aside
from ravabet.model import Event


def explained(laid: Scene) -> Iterator[str]:
    """Lines to read: each sentence, then the events in it and the acts that gave none, with the reason."""
    if aside(laid.sentences, laid.language):
        yield "Nothing is coded: the text speaks of sport, films or the like."
        return
    found = findings(laid)
    kept = clearest([finding for finding in found if finding.confidence >= sure(laid.language)])
    for number, sentence in enumerate(laid.sentences):
        yield f"[{number + 1}] {' '.join(sentence.span.of(laid.text).split())}"
        here = [finding for finding in found if finding.place.number == number]
        if not here:
            yield f"    no act is known here{_who(laid, number)}"
        for finding in here:
            yield f"    {_told(laid, finding, kept)}"


def _who(laid: Scene, number: int) -> str:
    named = ", ".join(f"{mention.span.of(laid.text)} = {'+'.join(mention.codes)}" for mention in laid.mentions[number])
    return f"; actors: {named}" if named else ", and no actor"


def _told(laid: Scene, finding: Finding, kept: list[Finding]) -> str:
    act = f"{finding.place.frame.type} «{finding.place.act.span(laid.sentences[finding.place.number]).of(laid.text)}»"
    coded = event(laid, finding)
    if finding in kept and coded is not None:
        return f"EVENT {act} {_sides(coded)}, confidence {coded.confidence:.2f}: {'; '.join(coded.because)}"
    return f"no event {act}, {finding.place.act.expression.id}: {_lack(finding, coded, kept)}"


def _sides(coded: Event) -> str:
    one, two = ("+".join(codes) or "nobody named" for codes in (coded.actor_codes, coded.recipient_codes))
    return f"{one} -> {two}" if coded.recipients else one


def _lack(finding: Finding, coded: Event | None, kept: list[Finding]) -> str:
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
        return "nobody was found who did it or to whom"
    if finding.place.frame.symmetric and len({c for m in finding.roles.actors for c in m.codes}) < 2:
        return "only one of the two who take part was found"
    needed = sure(finding.place.scene.language)
    if finding.confidence < needed:
        return f"confidence {finding.confidence:.2f}, and {needed:.2f} is needed"
    if rival is not None:
        return f"the same words are likelier {rival.place.act.expression.id}"
    if coded is None:
        return "it is only wished for, asked about, asked for or a condition"
    return "told before"
