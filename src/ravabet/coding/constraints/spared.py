"""Who cannot be on a side of an act, where no dependencies tell how words hang together: by the clauses told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ravabet.coding.constraints.assembly import VISITS
from ravabet.coding.grammar.syntax import markers
from ravabet.coding.mentions.mention import MEDIUM
from ravabet.coding.mentions.words import words
from ravabet.coding.place import Place
from ravabet.coding.sides.doing import BLOWS
from ravabet.coding.sides.features import ACTING
from ravabet.coding.sides.outcomes import NEVER, Scored
from ravabet.coding.sides.subjects import ASKING

BLAMING = frozenset({"ACCUSE"})
"""PLOVER types of acts by which somebody is blamed: a state or a person, not a city or province."""
HOSTED = frozenset({"COERCE", "RETREAT"})
"""PLOVER types of acts that authorities mostly do at home: they detain there, and set free."""
TELLING = "parent-of-complement"
"""The clause of who says or thinks what the act's clause tells."""
JOINED = "parent-of-conjunct"
"""The clause before, which "and" joins to the act's."""
LATER = "later"
"""A clause behind, which says nothing of the act's."""

Options = list[Scored]
Test = Callable[[Place, Scored], bool]


def by_nearness(place: Place, options: Options) -> Options:
    """Near whom people are detained or set free, it is not done to them ("detained near the Turkish embassy")."""
    if place.frame.type not in HOSTED:
        return options
    near = markers(place.scene.language).beside
    return [replace(o, recipient=NEVER) if o.candidate.hold.governor in near else o for o in options]


def by_medium(place: Place, options: list[Scored]) -> list[Scored]:
    """A medium that tells the news takes no part in them («немецкая газета пишет, что Чад ...»)."""
    if not markers(place.scene.language).cased:
        return options
    return [o for o in options if not o.mention.source.startswith(MEDIUM)]


def by_meeting_place(place: Place, options: Options) -> Options:
    """Beside who is told to take part the place of a meeting does not («X در شهر Y با سفیران دیدار کرد»); visits do.

    Where word order alone tells; another place may stand before it («در شهر Y پایتخت Z»).
    """
    parsed = place.scene.sentences[place.number].parse is not None
    told = [o for o in options if not o.candidate.back]
    if parsed or not place.frame.symmetric or place.frame.mode in VISITS or not any(o.side in ACTING for o in told):
        return options
    where = words(place.scene.language).small["place_markers"] | {"name"}
    there = [o for o in told if o.mention.locative and not o.mention.sector and o.side == "no"]
    there = [o for o in there if o.candidate.hold.governor in where]
    return [o for o in options if o not in there]


def by_suffix(place: Place, options: Options) -> Options:
    """Whose pronoun hangs on the words of a passive suffered it («لقوا مصرعهم») and did not do it."""
    if place.form != "passive" or not markers(place.scene.language).verb_first:
        return options
    behind = {token + 1 for token in place.act.tokens}
    hung = [o for o in options if o.mention.kind == "pronoun" and not o.candidate.back and o.mention.start in behind]
    return [replace(o, actor=NEVER) if o in hung else o for o in options]


def by_clauses(place: Place, options: Options) -> Options:
    """The mentions of an act without the sides that the clauses round it rule out; as they are where a parse tells."""
    if place.between_equals or place.scene.sentences[place.number].parse is not None:
        return options
    return [_spared(place, option) for option in options]


def _spared(place: Place, option: Scored) -> Scored:
    suffers = option.recipient > NEVER and not any(test(place, option) for test in UNHURT)
    acts = option.actor > NEVER and not any(test(place, option) for test in IDLE)
    return replace(option, actor=option.actor if acts else NEVER, recipient=option.recipient if suffers else NEVER)


def _is_subject(_: Place, option: Scored) -> bool:
    """A pronoun that may be a subject, of whom the act says nothing else («او گفت ... تحریم شد»)."""
    return option.mention.kind == "pronoun" and option.candidate.hold.governor == "start" and option.side == "no"


def _is_city(place: Place, option: Scored) -> bool:
    """Whose city or province is told where somebody is blamed («انتقاد از بازداشت‌ها در موصل»)."""
    return option.mention.kind == "place" and place.frame.type in BLAMING


def _tells(_: Place, option: Scored) -> bool:
    """Who tells of the act, if not of an act on their own («رئیس‌جمهور گفت که حمله ...»)."""
    quiet = option.side == "no" and option.candidate.subject == "no" and not option.candidate.speaker
    return quiet and option.stand.clause == TELLING


def _is_told_later(place: Place, option: Scored) -> bool:
    """Of whom only a later clause tells, where somebody is asked («خواستار X شد و این در حالی است که Y ...»)."""
    return place.frame.type in ASKING and option.side == "no" and option.stand.clause == LATER


def _is_of_deed_before(place: Place, option: Scored) -> bool:
    """Who did something else in the clause before a blow, which says nothing of who struck it."""
    return place.frame.type in BLOWS and option.side == "no" and option.stand.clause == JOINED


UNHURT: tuple[Test, ...] = (_is_subject, _is_city, _tells, _is_told_later)
"""What says that a mention does not suffer an act."""
IDLE: tuple[Test, ...] = (_is_of_deed_before,)
"""What says that a mention does not do an act."""


__all__ = ["HOSTED", "by_clauses", "by_medium", "by_meeting_place", "by_nearness", "by_suffix"]
