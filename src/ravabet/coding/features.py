"""What is told to the role model and the judge: readable facts on an act and a mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from ravabet.coding.acts import Act
from ravabet.coding.lists import begins_clause, ends_opening
from ravabet.coding.mention import Mention
from ravabet.coding.mention_document import PLACES
from ravabet.coding.scene import Scene, codes_in
from ravabet.coding.stand import Stand, way
from ravabet.coding.subjects import named_inside, with_subject
from ravabet.coding.syntax import Hold, hold, markers, objects_ahead
from ravabet.coding.tree import hold_in_tree
from ravabet.language import Sentence
from ravabet.lexicon import Frame, frames

NAMED = PLACES | {"adjective"}
"""Kinds of mentions that an expression may name in its own words («غارة إسرائيلية», «مقتل فلسطيني»)."""
ACTING = frozenset({"actor", "agent", "modifier"})
"""Sides of a stand that the grammar gives to who acts."""
SUBJECT = frozenset({"start", "comma", "that", "verb"})
"""Governors of a noun phrase that can be the subject of its clause."""


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


class Candidate(NamedTuple):
    """A mention that may take part in an act. ``hold`` is that of its coordination's first member.

    ``back``: how many sentences before the act's it stands; ``group``: number of its coordination in the sentence;
    ``order``: its number among the mentions of its sentence; ``subject``: whether it is the act's subject as far as
    word order tells, ``own`` or taken over from a clause ``above`` or ``before``, ``noun`` where it cannot be,
    since a noun that is no actor is, ``object`` where it stands as a subject but is the object; by the dependencies
    (``control``) also ``ruled`` by another verb, ``gap`` of a relative clause or ``inner`` subject of what is asked;
    ``speaker``: whether the act is told in its words; ``near``: whether it is the nearest before or after the act.
    """

    mention: Mention
    hold: Hold
    back: int
    group: int
    order: int
    subject: str = "no"
    speaker: bool = False
    near: str = "no"

    @property
    def free(self) -> bool:
        """Whether nothing before or after it keeps it from being a subject."""
        return self.hold.governor in SUBJECT and not self.hold.object


def candidates(place: Place) -> tuple[Candidate, ...]:
    """The mentions outside the act's own words, the subjects of the sentence before, and who speaks."""
    own = _held(place.scene, place.number, back=0, act=place.act)
    inside = set(place.act.tokens)
    named = NAMED if (known := markers(place.scene.language)).nested or known.fixed_order else PLACES
    here = [
        c
        for c in own
        if c.mention.kind in named
        or not inside.issuperset(range(c.mention.start, c.mention.end))
        or _suffered(c.mention)
        or named_inside(place, c.mention)
    ]
    before = _first_groups(_at_rest(place.scene, place.number - 1, back=1)) if place.number else []
    voice = voice_of(place)
    found = with_subject(place, here, before)
    if voice and not any(voice in c.mention.codes for c in found):
        found += _earlier(place, voice)
    found += _setting(place, found)
    near = _with_nearest(place, found)
    return tuple(c._replace(speaker=True) if voice and voice in c.mention.codes else c for c in near)


def _suffered(mention: Mention) -> bool:
    """Whether the words of an act name those to whom it was done («بازداشت‌شدگان»)."""
    return mention.source.startswith("suffered:")


def _first_groups(held: Sequence[Candidate]) -> list[Candidate]:
    """The first two subjects of a sentence, each with those it is coordinated with."""
    free = [c for c in held if c.free]
    groups = list(dict.fromkeys(c.group for c in free))[:2]
    return [c for c in free if c.group in groups]


def voice_of(place: Place) -> str | None:
    """The code of who says what the act's clause tells."""
    if place.act.clause is None:
        return None
    voice = place.scene.voices[place.number].within[place.act.clause]
    return voice.code if voice else None


def _earlier(place: Place, code: str) -> list[Candidate]:
    """The last mention of a speaker in an earlier sentence."""
    for back in range(1, min(place.number, 6) + 1):
        for candidate in reversed(_at_rest(place.scene, place.number - back, back=min(back, 2))):
            if code in candidate.mention.codes:
                return [candidate]
    return []


def _setting(place: Place, found: list[Candidate]) -> list[Candidate]:
    """The states the document is most about, as many as the language asks for, where the sentence names them nowhere.

    Headlines and running news leave out whom both writer and reader have in mind ("The ambassador was sent home").
    """
    counts, scene = place.scene.named, place.scene
    here = {code for candidate in found for code in candidate.mention.codes}
    told: list[Candidate] = []
    for code in sorted(counts, key=lambda c: (-counts[c], c))[: markers(scene.language).settings]:
        number = None if code in here else _nearest_of(scene, place.number, code)
        if number is not None:
            there = next(c for c in _at_rest(scene, number, back=3) if code in c.mention.codes)
            told.append(there._replace(hold=Hold("setting", 0, False, 0), order=0))
            here.update(there.mention.codes)
    return told


def _nearest_of(scene: Scene, number: int, code: str) -> int | None:
    """The last sentence up to ``number`` that names a code, else the first one behind it; none but in a dateline."""
    for at in chain(range(number, -1, -1), range(number + 1, len(scene.sentences))):
        if any(code in mention.codes and not mention.dateline for mention in scene.mentions[at]):
            return at
    return None


def _with_nearest(place: Place, found: list[Candidate]) -> list[Candidate]:
    first, last = place.act.tokens[0], place.act.tokens[-1]
    here = [c for c in found if not c.back]
    before = max((c.mention.end for c in here if c.mention.end <= first), default=-1)
    after = min((c.mention.start for c in here if c.mention.start > last), default=-1)
    sides = (
        "no" if c.back else "before" if c.mention.end == before else "after" if c.mention.start == after else "no"
        for c in found
    )
    return [c if side == "no" else c._replace(near=side) for c, side in zip(found, sides, strict=True)]


def _stops(scene: Scene, number: int, act: Act | None) -> dict[int, str]:
    """Where a walk back through a noun phrase ends: at names and at the nouns of acts."""
    return _stops_at_rest(scene, number) | dict.fromkeys(act.tokens if act else (), "act")


@lru_cache(maxsize=64)
def _stops_at_rest(scene: Scene, number: int) -> dict[int, str]:
    """The same where no act is looked at."""
    stops = {n: "name" for mention in scene.mentions[number] for n in range(mention.start, mention.end)}
    for other in scene.acts[number]:
        verb = range(other.verb.start, other.verb.end) if other.verb else range(0)
        stops.update({n: "other" for n in other.tokens if n not in verb})
    return stops


def _hold(sentence: Sentence, mention: Mention, language: str, stops: dict[int, str]) -> Hold:
    if sentence.parse is None:
        return hold(sentence, mention.start, mention.end, language, stops)
    return hold_in_tree(sentence, sentence.parse, mention.start, mention.end, markers(language), stops)


@lru_cache(maxsize=256)
def _at_rest(scene: Scene, number: int, back: int) -> tuple[Candidate, ...]:
    """The candidates of a sentence that none of its acts looks at; asked for again by the next act."""
    return tuple(_held(scene, number, back))


def _held(scene: Scene, number: int, back: int, act: Act | None = None) -> list[Candidate]:
    sentence = scene.sentences[number]
    stops = _stops(scene, number, act)
    found: list[Candidate] = []
    group = -1
    for order, mention in enumerate(scene.mentions[number]):
        if mention.dateline:
            continue
        held = _hold(sentence, mention, scene.language, stops)
        before = found[-1].mention if found else None
        listed = before is not None and mention.joined and not begins_clause(sentence, before, mention, scene.language)
        listed = listed and not ends_opening(sentence, scene.mentions[number], order, scene.language)
        if listed and held.depth <= 2:
            first = found[-1].hold
            held = Hold(first.governor, first.depth, first.object or held.object, first.place, first.verb)
        else:
            group += 1
        found.append(Candidate(mention, held, back, group, order))
    return found


def role_features(place: Place, candidate: Candidate, stands: Stand, taken: str = "") -> list[str]:
    """The facts by which a candidate is judged actor, recipient or neither; ``taken``: see ``sides_taken``."""
    act, mention = place.act, candidate.mention
    form, kind, frame = place.form, place.frame.type, place.frame.id
    relation, governor, clause, expected = stands.relation, stands.governor, stands.clause, stands.side
    here = len(codes_in(place.scene, place.number))
    depth, order, far = min(candidate.hold.depth, 3), min(candidate.order, 3), _distance(place, candidate)
    facts = [
        f"kind={mention.kind}",
        f"back={candidate.back}",
        f"depth={depth}",
        f"rel={relation}",
        f"gov={governor}",
        f"order={order}",
        f"far={far}",
        f"clause={clause}",
        f"subject={candidate.subject}",
        f"near={candidate.near}",
        f"speaker={candidate.speaker}",
        f"sector={mention.sector}",
        f"locative={mention.locative}",
        f"several={len(mention.codes) > 1}",
        f"expected={expected}",
        f"back={candidate.back}|here={min(here, 3)}",
        f"later={_object_later(place, candidate)}",
    ]
    joint = [
        f"{form}|{governor}|{relation}",
        f"{form}|{governor}|{clause}",
        f"{kind}|{governor}",
        f"{kind}|{relation}",
        f"{kind}|{form}|subject={candidate.subject}",
        f"{frame}|{governor}",
        f"{frame}|subject={candidate.subject}",
        f"{frame}|{relation}",
        f"{form}|{mention.kind}|{governor}",
        f"{kind}|{mention.kind}",
        f"{kind}|speaker={candidate.speaker}",
        f"{kind}|speaker={candidate.speaker}|subject={candidate.subject}",
        f"{form}|order={order}|{candidate.free}",
        f"{form}|far={far}|{governor}",
        f"{form}|depth={depth}|{governor}",
        f"{form}|near={candidate.near}|{governor}",
        f"{form}|near={candidate.near}|subject={candidate.subject}",
        f"{kind}|sector={mention.sector}",
        f"{kind}|expected={expected}",
        f"{frame}|expected={expected}",
        f"{expected}|near={candidate.near}",
        f"{expected}|clause={clause}",
        f"{expected}|kind={mention.kind}|{mention.locative}",
        f"{governor}|locative={mention.locative}",
        f"{act.expression.id}|{governor}",
    ]
    joint += [f"{part}|{expected}|taken={taken}|back={candidate.back}" for part in (form, kind, frame)]
    doing = _doing(place, candidate)
    if doing:
        stance = "object" if candidate.hold.object else candidate.free
        joint += [f"{kind}|doing={doing}|{stance}", f"{form}|doing={doing}|{stance}|{clause}"]
    words, tree = _word_facts(place, candidate), _tree_facts(place, candidate)
    return [f"{form}|{fact}" for fact in facts] + facts + joint + words + tree


def _doing(place: Place, candidate: Candidate) -> str:
    """The types of other acts that the verb of the candidate's clause tells: who condemns an attack did not make it."""
    if candidate.back:
        return ""
    told, own = _told_by_clause(place.scene, place.number), place.act.verb
    if not told:
        return ""
    clause = place.scene.sentences[place.number].clause_of(candidate.mention.start)
    if clause not in told:
        return ""
    return "+".join(sorted({kind for kind, act in told[clause] if act.verb is not own}))


@lru_cache(maxsize=64)
def _told_by_clause(scene: Scene, number: int) -> dict[int | None, list[tuple[str, Act]]]:
    """By clause, the acts that its verb tells, each with its type."""
    sentence, found = scene.sentences[number], dict[int | None, list[tuple[str, Act]]]()
    for act in scene.acts[number]:
        if act.verb is not None and act.verb.finite:
            clause = sentence.clause_of(act.verb.start)
            if clause is not None:
                found.setdefault(clause, []).append((frames()[act.expression.frame].type, act))
    return found


def sides_taken(place: Place, stands: Sequence[Stand]) -> str:
    """Which sides of an act its grammar gives to somebody, and what the verb has for an object if nobody."""
    told = {one.side.partition("-")[0] for one in stands}
    acting = "actor" if told & ACTING else "no"
    return f"{acting}+{'recipient' if 'recipient' in told else _object(place)}"


def _object(place: Place) -> str:
    """What an act's verb has for an object by the dependencies: a ``noun``, or ``no``."""
    parse, verb = place.scene.sentences[place.number].parse, place.act.verb
    if parse is None or verb is None:
        return "no"
    objects = (n for at in range(verb.start, verb.end) for n in parse.children(at) if parse.relations[n] == "obj")
    return "noun" if any(True for _ in objects) else "no"


def _word_facts(place: Place, candidate: Candidate) -> list[str]:
    """The words right before and after a mention in the act's sentence or the one before it."""
    if candidate.back > 1 or candidate.back > place.number:
        return []
    tokens, mention = place.scene.sentences[place.number - candidate.back].tokens, candidate.mention
    before = tokens[mention.start - 1].fold if mention.start else "^"
    after = tokens[mention.end].fold if mention.end < len(tokens) else "^"
    return [f"prev={before}", f"next={after}"]


def _tree_facts(place: Place, candidate: Candidate) -> list[str]:
    """What the dependencies say of the way from a mention to the act."""
    found = way(place, candidate)
    if not found:
        return []
    return [f"path={found}"] + [f"{part}|path={found}" for part in (place.form, place.frame.type, place.frame.id)]


def brief(candidate: Candidate, stands: Stand) -> list[str]:
    """The few facts on a chosen mention that tell the judge how well it fits its side."""
    return [
        f"expected={stands.side}",
        f"gov={stands.governor}",
        f"kind={candidate.mention.kind}",
        f"back={candidate.back}",
        f"subject={candidate.subject}",
        f"clause={stands.clause}",
        f"near={candidate.near}|{stands.side}",
        f"sector={candidate.mention.sector}",
    ]


def _object_later(place: Place, candidate: Candidate) -> bool:
    """Whether the object's mark follows in the mention's clause before any verb: it may be part of a long object."""
    if candidate.back:
        return False
    ahead = objects_ahead(place.scene.sentences[place.number], markers(place.scene.language).object)
    return ahead[candidate.mention.end]


def _distance(place: Place, candidate: Candidate) -> str:
    if candidate.back:
        return "back"
    act, mention = place.act, candidate.mention
    steps = act.tokens[0] - mention.end if mention.end <= act.tokens[0] else mention.start - act.tokens[-1]
    return "0-2" if steps < 3 else "3-6" if steps < 7 else "7-14" if steps < 15 else "15+"
