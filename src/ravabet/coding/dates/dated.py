"""The dates of the sentences of a document, and the one that clauses give each act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from ravabet.coding.dates.anchoring import Told
from ravabet.coding.dates.grammar import COMING
from ravabet.coding.dates.when import act_date, dates
from ravabet.coding.dates.words import calendar_words
from ravabet.coding.place import Place
from ravabet.coding.scene import Scene
from ravabet.coding.telling.status import SPOKEN
from ravabet.language import Sentence
from ravabet.model import When


@dataclass(frozen=True, slots=True)
class Rival:
    """An act of a sentence that tells dates: its tokens, frame, type, and the date that clauses give it.

    ``verb``: the token its verb begins with, None where a noun names it.
    """

    tokens: frozenset[int]
    frame: str
    type: str
    verb: int | None
    when: When | None


@lru_cache(maxsize=64)
def dates_of(laid: Scene, number: int) -> tuple[When, ...]:
    """The dates of sentence ``number``; what names a capital («دوشنبه») is none."""
    return _found(laid, number, lambda: _told_before(laid)[number])


@lru_cache(maxsize=2)
def _told_before(laid: Scene) -> tuple[Told, ...]:
    """For each sentence what was told last before it: one way through the document, for dates that count from it."""
    told = [Told()]
    for number in range(len(laid.sentences) - 1):
        last = told[-1]
        for when in _found(laid, number, lambda: told[-1]):
            last = last.then((when.date, when.precision))
        told.append(last)
    return tuple(told)


def _found(laid: Scene, number: int, told: Callable[[], Told]) -> tuple[When, ...]:
    """The dates of a sentence, given what was told last before it."""
    found = dates(laid.text, laid.sentences[number], laid.published, laid.language, told)
    capitals = {mention.span.start for mention in laid.mentions[number] if mention.kind == "capital"}
    return tuple(date for date in found if date.span.start not in capitals)


def by_clauses(place: Place) -> When | None:
    """The date that the clauses of the act's own sentence give it."""
    laid, number = place.scene, place.number
    spoken = place.frame.type in SPOKEN
    return act_date(laid.sentences[number], place.act.tokens, dates_for(place, number), laid.language, spoken)


def dates_for(place: Place, number: int) -> tuple[When, ...]:
    """The dates of sentence ``number`` that an act may have: what only ends something is none of its dates.

    A word that means "by", too (до, تا), leaves it to an act that lies ahead.
    """
    found, sentence = dates_of(place.scene, number), place.scene.sentences[number]
    words = calendar_words(place.scene.language)
    verb = place.act.verb
    ends = words.limits if verb is not None and verb.tense in COMING else words.limits | words.deadlines
    return tuple(when for when in found if not _led(sentence, when, ends))


def _led(sentence: Sentence, when: When, words: frozenset[str]) -> bool:
    """Whether one of ``words`` stands right before a date."""
    at = sentence.tokens_in(when.span)[0]
    return any(token.fold in words for token in sentence.tokens[max(0, at - 1) : at])


@lru_cache(maxsize=64)
def rivals(laid: Scene, number: int) -> tuple[Rival, ...]:
    """The acts of sentence ``number``, each with its date."""
    return tuple(_rival(Place(laid, number, act)) for act in laid.acts[number])


def _rival(place: Place) -> Rival:
    verb = place.act.verb.start if place.act.verb else None
    return Rival(frozenset(place.act.tokens), place.frame.id, place.frame.type, verb, by_clauses(place))
