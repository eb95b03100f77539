"""A date and an act whose date is looked for, as the model of dates sees them."""

from __future__ import annotations

from dataclasses import dataclass

from ravabet.coding.dates.words import calendar_words
from ravabet.coding.place import Place
from ravabet.coding.telling.status import DONE, SPOKEN
from ravabet.language import Sentence
from ravabet.model import When


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that begins with token ``at`` of sentence ``number``."""

    number: int
    at: int
    when: When


@dataclass(frozen=True, slots=True)
class Undated:
    """An act whose date is looked for: ``chosen`` by the clauses, of ``dates`` that its sentence has.

    ``status``: as the words round it tell.
    """

    place: Place
    chosen: When | None
    dates: int
    status: str

    @property
    def found(self) -> str:
        """What came of looking in its sentence: ``empty`` of dates, ``held`` by one, or that of ``another`` act."""
        return "held" if self.chosen else "another" if self.dates else "empty"

    @property
    def manner(self) -> str:
        """Whether it is ``spoken`` (see ``status.SPOKEN``) or ``done``."""
        return "spoken" if self.place.frame.type in SPOKEN else "done"

    @property
    def tense(self) -> str:
        """The tense of its verb; ``noun`` where it has none."""
        return self.place.act.verb.tense if self.place.act.verb else "noun"

    @property
    def sentence(self) -> Sentence:
        """The sentence it stands in."""
        return self.place.scene.sentences[self.place.number]

    @property
    def clause(self) -> int | None:
        """The number of its clause."""
        return self.sentence.clause_of(self.place.act.tokens[-1])

    def may_have(self, when: When) -> bool:
        """Whether a date may be its own: what is told as done took place before the news of it was published."""
        published = self.place.scene.published
        if published is None or self.status == "planned" or self.tense not in DONE:
            return True
        return when.date <= published.isoformat()[: len(when.date)]

    @property
    def older(self) -> bool:
        """Whether it is told as older than what stands round it: "had arrested", "earlier", ранее."""
        before = calendar_words(self.place.scene.language).before
        return self.tense == "pluperfect" or any(token.fold in before for token in self.sentence.tokens)
