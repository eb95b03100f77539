"""Of what is called necessary nobody is asked, whomever it is about («شدد على ضرورة رفع الحصار عن كينيا»)."""

from __future__ import annotations

from dataclasses import replace

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.place import Place
from ravabet.coding.sides.outcomes import NEVER, Scored
from ravabet.coding.sides.subjects import ASKING
from ravabet.language import keys


def by_need(place: Place, options: list[Scored]) -> list[Scored]:
    """The mentions of what somebody asks for, none of them asked where the act's words only call it necessary."""
    needs, tokens = markers(place.scene.language).needs, place.scene.sentences[place.number].tokens
    if not needs or place.frame.type not in ASKING:
        return options
    told = any(not keys(tokens[at].fold, place.scene.language).isdisjoint(needs) for at in place.act.tokens)
    return [replace(o, recipient=NEVER) for o in options] if told else options


__all__ = ["by_need"]
