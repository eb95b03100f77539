"""Why a text was coded so, in the reader's language."""

from __future__ import annotations

from ravabet.coding.explain import Remark
from ravabet.explaining.phrases import Phrases


def said(remark: Remark, phrases: Phrases) -> str:
    """A remark as a line; codes, words of the text and entries of the lexicon stay as they are."""
    slots = {name: phrases.isolate(value) for name, value in remark.slots.items()}
    if remark.kind == "event":
        slots["sides"] = _sides(remark.slots["actors"], remark.slots["recipients"], phrases)
    if remark.kind == "no_act" and not remark.slots["actors"]:
        return phrases.say("remarks", "no_act_no_actor")
    if remark.lack:
        slots["lack"] = phrases.say("remarks", "lack", remark.lack, **slots)
    return phrases.say("remarks", remark.kind, **slots)


def _sides(actors: str, recipients: str, phrases: Phrases) -> str:
    nobody = phrases.say("remarks", "nobody")
    return phrases.isolate(f"{actors or nobody} → {recipients}" if recipients else actors or nobody)
