"""An act where it stands in a document, with its frame, its form and whose words it is told in."""

from __future__ import annotations

from dataclasses import dataclass, field

from ravabet.coding.acts.act import Act
from ravabet.coding.grammar.syntax import markers
from ravabet.coding.scene import Scene
from ravabet.lexicon import Frame, frames


@dataclass(frozen=True, slots=True)
class Place:
    """An act where it stands: sentence ``number`` of ``scene``; ``frame``: that its expression names.

    ``form``: ``noun``, ``infinitive`` (or participle), ``passive`` or ``active``.
    """

    scene: Scene
    number: int
    act: Act
    frame: Frame = field(init=False, repr=False, compare=False)
    form: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "frame", frames()[self.act.expression.frame])
        object.__setattr__(self, "form", _form(self.act, markers(self.scene.language).fixed_order))

    @property
    def between_equals(self) -> bool:
        """Whether everyone who takes part does the same."""
        return self.frame.symmetric or self.frame.mutual

    @property
    def turned(self) -> bool:
        """Whether its subject suffers it, also by an infinitive ("hopes to be freed"), participle («избитый»)."""
        known, verb = markers(self.scene.language), self.act.verb
        told = known.fixed_order or (known.cased and verb is not None and verb.tense == "participle")
        return self.form == "passive" or (told and self.form == "infinitive" and self.act.passive)

    @property
    def pointed(self) -> bool:
        """Whether its noun only points back to an act told before («این حمله»)."""
        tokens, first = self.scene.sentences[self.number].tokens, self.act.tokens[0]
        before = tokens[first - 1].fold if first else ""
        return self.act.verb is None and before in markers(self.scene.language).pointers


def _form(act: Act, fixed_order: bool) -> str:
    """The form of an act; in a language of fixed word order a participle tells by itself that it is a passive."""
    if act.verb is None:
        return "noun"
    if fixed_order and act.passive and act.verb.tense == "participle":
        return "passive"
    return "infinitive" if act.nominal else "passive" if act.passive else "active"


def voice_of(place: Place) -> str | None:
    """The code of who says what the act's clause tells."""
    if place.act.clause is None:
        return None
    voice = place.scene.voices[place.number].within[place.act.clause]
    return voice.code if voice else None
