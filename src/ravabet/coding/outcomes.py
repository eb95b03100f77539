"""Who and whom taken together: the outcomes that the mentions round an act allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ravabet.coding.features import Candidate, Place, Stand
from ravabet.coding.mention import Mention

ACTOR, RECIPIENT = 0.25, 0.2
"""Probability from which a mention is rather taken for an actor or recipient than nobody."""
JOINED, JOINED_EQUAL = 0.30, 0.15
"""Probability from which a mention coordinated with a chosen one is taken too («ایران و روسیه»)."""
LIKELIEST = 4
"""Mentions that are tried on each side."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its probabilities of being actor and recipient, and how it stands to the act."""

    candidate: Candidate
    actor: float
    recipient: float
    stand: Stand
    mention: Mention = field(init=False, repr=False, compare=False)
    """The candidate's mention."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "mention", self.candidate.mention)

    @property
    def side(self) -> str:
        """What the act's grammar gives it: ``actor``, ``recipient``, ``no`` or the like."""
        return self.stand.side.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who may have acted on whom: ``one`` and ``two`` are the mentions it was built on, with their mates beside them.

    In acts between equals everyone is in ``actors``. ``own``: done to the actor's own people, whom no mention names.
    """

    one: Scored | None
    two: Scored | None
    actors: tuple[Scored, ...]
    recipients: tuple[Scored, ...]
    own: bool = False
    codes: tuple[frozenset[str], frozenset[str]] = field(init=False, repr=False, compare=False)
    """The codes on both sides."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "codes", (codes_of(self.actors), codes_of(self.recipients)))


def outcomes(place: Place, options: Sequence[Scored]) -> Iterator[Outcome]:
    """The outcomes worth weighing, each pair of sides once; the first is that nobody is named."""
    seen = set()
    for outcome in _between_equals(options) if place.between_equals else _directed(options):
        if outcome.codes not in seen:
            seen.add(outcome.codes)
            yield outcome


def _directed(options: Sequence[Scored]) -> Iterator[Outcome]:
    actors = sorted(options, key=lambda o: -o.actor)[:LIKELIEST]
    recipients = sorted(options, key=lambda o: -o.recipient)[:LIKELIEST]
    acting, acted_on = [o.actor for o in options], [o.recipient for o in options]
    for one in (None, *actors):
        for two in (None, *recipients):
            if one is None or one is not two:
                first = _with_mates(one, options, acting, [two])
                yield Outcome(one, two, first, _with_mates(two, options, acted_on, first))
        if one is not None:
            first = _with_mates(one, options, acting, [None])
            yield Outcome(one, None, first, first, own=True)


def _between_equals(options: Sequence[Scored]) -> Iterator[Outcome]:
    yield Outcome(None, None, (), ())
    best = sorted(options, key=lambda o: -o.actor)
    for one in best[:LIKELIEST]:
        likely = _group(one, options, JOINED_EQUAL)
        for first in ([one], likely, _group(one, options, 0.0)):
            others = [o for o in best if not codes_of(first).issuperset(o.mention.codes)]
            for two in (None, *others[:LIKELIEST]):
                second = _group(two, options, JOINED_EQUAL) if two else []
                yield Outcome(one, two, _each_code_once([*first, *second]), ())


def _group(one: Scored, options: Sequence[Scored], least: float) -> list[Scored]:
    """A mention and those coordinated with it that are likely enough."""
    return [o for o in options if o is one or (o.actor >= least and _mates(o.candidate, one.candidate))]


def _with_mates(
    best: Scored | None, options: Sequence[Scored], chances: Sequence[float], not_these: Sequence[Scored | None]
) -> tuple[Scored, ...]:
    """A chosen mention with those coordinated with it that are likely enough and not on the other side."""
    if best is None:
        return ()
    joined = [
        option
        for option, chance in zip(options, chances, strict=True)
        if option is best
        or (chance >= JOINED and _mates(option.candidate, best.candidate) and not any(option is o for o in not_these))
    ]
    return _each_code_once(joined)


def _mates(one: Candidate, other: Candidate) -> bool:
    return (one.back, one.group) == (other.back, other.group)


def _each_code_once(options: Sequence[Scored]) -> tuple[Scored, ...]:
    seen: set[str] = set()
    kept = []
    for option in options:
        if not seen.issuperset(option.mention.codes):
            kept.append(option)
            seen.update(option.mention.codes)
    return tuple(kept)


def codes_of(options: Sequence[Scored]) -> frozenset[str]:
    """Every code of some candidates."""
    return frozenset(code for option in options for code in option.mention.codes)
