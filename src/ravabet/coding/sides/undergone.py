"""Who does what the subject is said to undergo: «مورد حمایت X قرار گرفت», «زیر فشار X», «در حمله X کشته شد».

By the order of words; where a parse tells, see ``stand``.
"""

from __future__ import annotations

from collections.abc import Iterator

from ravabet.coding.acts.act import Act
from ravabet.coding.acts.compounds import GENITIVE
from ravabet.coding.grammar.syntax import hold, markers, prepositions_before
from ravabet.coding.place import Place
from ravabet.coding.sides.candidate import Candidate
from ravabet.coding.sides.doing import BLOWS
from ravabet.lexicon import frames

BEHIND = frozenset({"after:marker", "after:ezafe", "inside:marker"})
"""Where a genitive stands from the noun of an act."""
HOLDING = frozenset({"COERCE", "RETREAT"})
"""PLOVER types of acts by which somebody is held, or set free."""
BARE = frozenset({"act", "-", "object", "inner"})
"""Governors of what no preposition brings in, also where the object's mark of another noun follows."""


def undergone(place: Place) -> bool:
    """Whether a word of undergoing stands before an act's words or begins them; not «در مورد», which is "about"."""
    known, sentence = markers(place.scene.language), place.scene.sentences[place.number]
    if not known.undergoing or place.form not in ("noun", "passive"):
        return False
    folds, first = [token.fold for token in sentence.tokens], place.act.tokens[0]
    at = first if folds[first] in known.undergoing else first - 1
    if at < 0 or folds[at] not in known.undergoing:
        return False
    return not any(begin + len(words) > at for begin, words in prepositions_before(folds, at, known))


def does(place: Place, candidate: Candidate, relation: str, governor: str) -> bool:
    """Whether a mention is the genitive of what somebody undergoes, or of the blow in which somebody was hurt."""
    if candidate.back or place.scene.sentences[place.number].parse is not None:
        return False
    if place.form == "noun":
        return relation in BEHIND and governor in BARE and undergone(place)
    gap = relation == "inside:gap" and governor in ("act", "other") and undergone(place)
    return gap or _holds(place, candidate) or _strikes(place, candidate)


def _holds(place: Place, candidate: Candidate) -> bool:
    """Whether a mention is whose the prison is, a word of the act, where its subject is held («از زندان X آزاد شد»)."""
    own, tokens = set(place.act.tokens), range(candidate.mention.start, candidate.mention.end)
    held = place.form == "passive" and place.frame.type in HOLDING and candidate.mention.locative
    return held and not own.isdisjoint(tokens)


def _strikes(place: Place, candidate: Candidate) -> bool:
    """Whether a mention is whose another blow is, in which this one was suffered («در حمله X کشته شدند»)."""
    held = candidate.hold
    if place.form != "passive" or place.frame.type not in BLOWS or held.governor != "other" or held.depth:
        return False
    sentence, known = place.scene.sentences[place.number], markers(place.scene.language)
    for deed in _blows(place):
        if deed.tokens[-1] == held.place - 1 and GENITIVE not in deed.expression.markers:
            return hold(sentence, deed.tokens[0], held.place, known.language).governor in known.suffering or (
                sentence.tokens[deed.tokens[0]].fold in known.firsts
            )
    return False


def _blows(place: Place) -> Iterator[Act]:
    """The blows that nouns of the act's clause name before its verb."""
    for act in place.scene.acts[place.number]:
        if act.verb is None and act.clause == place.act.clause and frames()[act.expression.frame].type in BLOWS:
            yield act


__all__ = ["does", "undergone"]
