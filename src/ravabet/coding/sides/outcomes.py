"""Who and whom taken together: the outcomes that the mentions round an act allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.learned.linear import log_odds, probability
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.place import Place
from ravabet.coding.sides.candidate import Candidate
from ravabet.coding.sides.foreigners import to_foreigners
from ravabet.coding.sides.stand import Stand

ACTOR, RECIPIENT = 0.25, 0.2
"""Probability from which a mention is rather taken for an actor or recipient than nobody."""
JOINED, JOINED_EQUAL = 0.20, 0.15
"""Probability from which a mention coordinated with a chosen one is taken too («ایران و روسیه»)."""
NEVER = 0.0
"""The probability of a side that a mention cannot have, whatever else is told."""
SURE = 0.8
"""Probability from which who acts by the grammar does act: that nobody is named for it is no outcome then."""
UNLIKELY = 0.15
"""Probability up to which nobody is taken for the recipient in a language of fixed order: of 60 who were so unlikely
and were taken 7 were right in English, and 26 of these acts have none. Not of whom the grammar tells ("a Cuban proposal
was turned down")."""
DOING = frozenset({"actor", "agent"})
"""Sides of a stand by which somebody acts."""
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
    codes: frozenset[str] = field(init=False, repr=False, compare=False)
    """Its codes."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "mention", self.candidate.mention)
        object.__setattr__(self, "codes", frozenset(self.mention.codes))

    @property
    def side(self) -> str:
        """What the act's grammar gives it: ``actor``, ``recipient``, ``no`` or the like."""
        return self.stand.side.partition("-")[0]


class Outcome(NamedTuple):
    """Who may have acted on whom: ``one`` and ``two`` are the mentions it was built on, with their mates beside them.

    In acts between equals everyone is in ``actors``. ``codes``: those on both sides. ``own``: done to the actor's own
    people, whom no mention names.
    """

    one: Scored | None
    two: Scored | None
    actors: tuple[Scored, ...]
    recipients: tuple[Scored, ...]
    codes: tuple[frozenset[str], frozenset[str]]
    own: bool = False


def outcomes(place: Place, options: Sequence[Scored]) -> Iterator[Outcome]:
    """The outcomes worth weighing, each pair of sides once; the first is that nobody is named."""
    seen, foreign = set(), to_foreigners(place)
    fixed = markers(place.scene.language).fixed_order
    done = fixed and any(map(_does, options))
    least = UNLIKELY if fixed else NEVER
    told = _between_equals(options) if place.between_equals else _directed(options, least)
    sure = codes_of([o for o in options if _does(o)]) if fixed and place.between_equals else frozenset()
    for one, two, actors, recipients, own in told:
        if own and foreign:
            continue
        codes = codes_of(actors), codes_of(recipients)
        if codes not in seen and not (done and one is None) and sure <= codes[0]:
            seen.add(codes)
            yield Outcome(one, two, actors, recipients, codes, own)


def _does(option: Scored) -> bool:
    """Whether the grammar of an act makes somebody its doer beyond doubt."""
    return option.side in DOING and option.actor >= SURE and not option.candidate.back


Sides = tuple[Scored | None, Scored | None, tuple[Scored, ...], tuple[Scored, ...], bool]
"""What an outcome is made of, before it is known whether there was one with its codes."""


def _directed(options: Sequence[Scored], least: float) -> Iterator[Sides]:
    """The outcomes of an act by one on another, whom the grammar tells or who is likelier than ``least``."""
    actors = sorted((o for o in options if o.actor > NEVER), key=lambda o: -o.actor)[:LIKELIEST]
    suffering = (o for o in options if o.recipient > (least if o.side == "no" else NEVER))
    recipients = sorted(suffering, key=lambda o: -o.recipient)[:LIKELIEST]
    acting = [(one, _with_mates(one, options, [o.actor for o in options])) for one in actors]
    acted_on = [(two, _with_mates(two, options, [o.recipient for o in options])) for two in recipients]
    nobody: tuple[Scored | None, list[Scored]] = (None, [])
    for one, likely in (nobody, *acting):
        for two, others in (nobody, *acted_on):
            if one is None or one is not two:
                first = _each_code_once([o for o in likely if o is not two])
                second = [o for o in others if o is two or not any(o is taken for taken in first)]
                yield one, two, first, _each_code_once(second), False
        if one is not None:
            first = _each_code_once(likely)
            yield one, None, first, first, True


def _between_equals(options: Sequence[Scored]) -> Iterator[Sides]:
    yield None, None, (), (), False
    best = sorted(options, key=lambda o: -o.actor)
    for one in best[:LIKELIEST]:
        likely = _group(one, options, JOINED_EQUAL)
        for first in ([one], likely, _group(one, options, 0.0)):
            others = [o for o in best if not codes_of(first).issuperset(o.mention.codes)]
            for two in (None, *others[:LIKELIEST]):
                second = _group(two, options, JOINED_EQUAL) if two else []
                yield one, two, _each_code_once([*first, *second]), (), False


def _group(one: Scored, options: Sequence[Scored], least: float) -> list[Scored]:
    """A mention and those coordinated with it that are likely enough."""
    return [o for o in options if o is one or (o.actor >= least and _mates(o.candidate, one.candidate))]


def _with_mates(best: Scored, options: Sequence[Scored], chances: Sequence[float]) -> list[Scored]:
    """A chosen mention with those coordinated with it that are likely enough."""
    return [
        option
        for option, chance in zip(options, chances, strict=True)
        if option is best or (chance >= JOINED and _mates(option.candidate, best.candidate))
    ]


def _mates(one: Candidate, other: Candidate) -> bool:
    return (one.back, one.group) == (other.back, other.group)


def _each_code_once(options: Sequence[Scored]) -> tuple[Scored, ...]:
    if len(options) < 2:
        return tuple(options)
    seen: set[str] = set()
    kept = []
    for option in options:
        if not option.codes <= seen:
            kept.append(option)
            seen |= option.codes
    return tuple(kept)


def shifted(option: Scored, actor: float, recipient: float) -> Scored:
    """The same mention, by so much in log-odds likelier to act and to suffer it."""
    return replace(
        option,
        actor=probability(log_odds(option.actor) + actor),
        recipient=probability(log_odds(option.recipient) + recipient),
    )


def codes_of(options: Sequence[Scored]) -> frozenset[str]:
    """Every code of some candidates."""
    return options[0].codes if len(options) == 1 else frozenset().union(*(option.codes for option in options))
