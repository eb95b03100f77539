"""From a document to its events: every act judged, with its roles, date, place, amount, status and speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ravabet.coding.acts.act import Act
from ravabet.coding.circumstances.amounts import act_amount, amounts
from ravabet.coding.circumstances.where import place as place_of
from ravabet.coding.dates.dating import date_of
from ravabet.coding.grammar.syntax import markers
from ravabet.coding.grammar.tree import top
from ravabet.coding.judging.company import Judged
from ravabet.coding.judging.judge import Judge, confidences, judge_of, looked_at, sure
from ravabet.coding.judging.ranking import Ranker
from ravabet.coding.judging.roles import Models, Roles, roles
from ravabet.coding.judging.topics import aside
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.mentions.words import assemblies
from ravabet.coding.merge import Told, merge
from ravabet.coding.place import Place, voice_of
from ravabet.coding.scene import Scene
from ravabet.coding.sides.home import between_own
from ravabet.coding.sides.undoing import ended
from ravabet.coding.telling.speakers import speaker
from ravabet.coding.telling.status import SPOKEN, standing
from ravabet.lexicon import SPEAKER
from ravabet.model import Actor, Event

TOLD = 1.2
"""Factor on the confidence of an act told by a finite verb, when it is weighed against one named by a noun in it: its
verb also tells its date, place and standing. Neutral for F1 on the training gold up to 1.3."""
BESIDE = 3
"""Words from a verb that rejects to the criticism that it rejects."""
NOT_CODED = frozenset({"wish", "question"})
"""Marks of an act that the writer only wishes or asks about."""
UNREAL = frozenset({"condition", "asked"})
"""Marks of an act that nobody says took place or will (edge case 7 of the standard)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An act with its roles and the judge's confidence in both."""

    place: Place
    roles: Roles
    confidence: float


def events(laid: Scene, floor: float | None = None) -> tuple[Event, ...]:
    """The events of a document in the order of their words, down to a confidence of ``floor``.

    News of matches and films has none. A noun that only points back to an act told before is no second witness and
    needs no less than full confidence, which is also the floor where none is given.
    """
    least = sure(laid.language)
    floor = least if floor is None else floor
    if aside(laid.sentences, laid.language):
        return ()
    seen = without_ended(findings(laid))
    found = [f for f in seen if f.confidence >= (max(least, floor) if f.place.pointed else floor)]
    return merged(laid, clearest(found))


def merged(laid: Scene, found: list[Finding]) -> tuple[Event, ...]:
    """The events that findings stand for, each act once."""
    told = [(event(laid, finding), finding.place.act.nominal) for finding in found]
    return merge([Told(coded, nominal) for coded, nominal in told if coded is not None])


def without_ended(found: list[Finding]) -> list[Finding]:
    """Findings without the acts that others end in whose words they are; the one speaks for the other.

    "eased its ban on travel" is as likely an easing as "its ban on travel" is a measure, and eases it for the same.
    """
    pairs = ended(found)
    dropped = {pair.noun for pair in pairs}
    kept = []
    for number, finding in enumerate(found):
        nouns = [found[pair.noun] for pair in pairs if pair.verb == number]
        if number not in dropped:
            kept.append(_ending(finding, max(nouns, key=lambda f: f.confidence)) if nouns else finding)
    return kept


def _ending(finding: Finding, noun: Finding) -> Finding:
    """The finding of an act that ends another, with what the other's tells of it."""
    if noun.confidence <= finding.confidence:
        return finding
    roles = finding.roles
    if not roles.recipients and roles.sides[0] == noun.roles.sides[0]:
        roles = replace(roles, recipients=noun.roles.recipients)
    return replace(finding, roles=roles, confidence=noun.confidence)


def findings(
    laid: Scene, models: Models | None = None, judge: Judge | None = None, by: Ranker | None = None
) -> list[Finding]:
    """Every act of a laid-out document with its roles and confidence, by the shipped models unless others are given."""
    judge = judge or judge_of(laid.language)
    seen = judged(laid, judge, models, by)
    return [Finding(one.place, one.roles, chance) for one, chance in zip(seen, confidences(seen, judge), strict=True)]


def judged(laid: Scene, judge: Judge, models: Models | None = None, by: Ranker | None = None) -> list[Judged]:
    """Every act of a laid-out document with its roles, after the judge's first look.

    A noun that only points back has the sides of the last act of its type, which it most likely means: of 57 such nouns
    of the training gold 31 were right so, 23 by the words around them.
    """
    found = []
    told: dict[str, Roles] = {}
    for number, acts in enumerate(laid.acts):
        for act in acts:
            place = Place(laid, number, act)
            before = told.get(place.frame.type) if place.pointed else None
            chosen = before or roles(place, models, by)
            if not place.pointed:
                told[place.frame.type] = chosen
            found.append(looked_at(place, chosen, judge))
    return found


def clearest(found: list[Finding]) -> list[Finding]:
    """One finding for words that name several acts: the likeliest, an act told by a verb before one named by a noun."""
    kept: list[Finding] = []
    for finding in sorted(found, key=_clearness):
        if any(_same_words(finding.place, k.place) for k in kept) or _refused(finding.place, found):
            continue
        if not _told_of(finding, found):
            kept.append(finding)
    return sorted(kept, key=lambda f: (f.place.number, f.place.act.tokens))


def _told_of(finding: Finding, found: list[Finding]) -> bool:
    """Whether an act is what its actor only speaks of: who condemns an attack or rejects criticism did not make it."""
    if not finding.place.act.nominal:
        return False
    actors, number = finding.roles.sides[0], finding.place.number
    told = (other for other in found if other.place.number == number and not other.place.act.nominal)
    return any(_speaks_of(other.place, finding.place) and other.roles.sides[0] == actors for other in told)


def _speaks_of(verb: Place, noun: Place) -> bool:
    """Whether what a verb says is about an act named by a noun: the noun is one of its words, or what is rejected."""
    one, other = set(verb.act.tokens), set(noun.act.tokens)
    if verb.frame.type in SPOKEN - {"AGREE"} and not one.isdisjoint(other):
        return True
    rejected = verb.frame.type == "REJECT" and noun.frame.type == "ACCUSE" and verb.act.clause == noun.act.clause
    return rejected and min(abs(a - b) for a in one for b in other) <= BESIDE


def _refused(place: Place, found: list[Finding]) -> bool:
    """Whether an infinitive only says what is refused ("refused to join"), as far as the dependencies tell.

    Where word order is fixed also what is threatened ("threatened to cut off gas"), which the threat alone tells.
    """
    verb, fixed = place.act.verb, markers(place.scene.language).fixed_order
    told = place.form == "infinitive" or (fixed and verb is not None and verb.tense == "subjunctive")
    above = _above(place) if told else None
    if above is None:
        return False
    kinds = {"REJECT", "THREATEN"} if fixed else {"REJECT"}
    over = (other.place for other in found if other.place.number == place.number)
    acts = (other.act for other in over if other.frame.type in kinds and not other.act.nominal)
    return any(act.verb and act.verb.start <= above < act.verb.end for act in acts)


def _above(place: Place) -> int | None:
    """The token that the verb of an act hangs on, as far as the dependencies tell."""
    verb, parse = place.act.verb, place.scene.sentences[place.number].parse
    return None if verb is None or parse is None else parse.heads[top(parse, verb.start, verb.end)]


def _promised(one: Place, other: Place) -> bool:
    """Whether one of two acts is what the other promises ("agreed to free"): two acts where word order is fixed."""
    if not markers(one.scene.language).fixed_order or one.frame.type == other.frame.type:
        return False
    pairs = ((over.act.verb, _above(inner)) for over, inner in ((one, other), (other, one)) if _promises(over))
    return any(verb and above is not None and verb.start <= above < verb.end for verb, above in pairs)


def _promises(place: Place) -> bool:
    return place.frame.type == "AGREE"


def _same_words(one: Place, other: Place) -> bool:
    """Whether two acts are told by the same words.

    In a language that weighs nested acts they may share the noun that one is done about («أدان الهجوم الذي شنه»).
    """
    shared = set(one.act.tokens) & set(other.act.tokens)
    if one.number != other.number or not shared or _promised(one, other):
        return False
    apart = markers(one.scene.language).nested and one.frame.type != other.frame.type
    return not apart or any(shared & _core(place.act) for place in (one, other))


def _core(act: Act) -> set[int]:
    """The words without which an act is none: its verb, or its first noun."""
    return set(range(act.verb.start, act.verb.end)) if act.verb is not None else {act.tokens[0]}


def _clearness(finding: Finding) -> tuple[float, int, tuple[int, ...], str]:
    told = 1.0 if finding.place.act.nominal else TOLD
    return -finding.confidence * told, finding.place.number, finding.place.act.tokens, finding.place.frame.id


def event(laid: Scene, finding: Finding) -> Event | None:
    """The event a finding stands for, or None.

    None where the writer only wishes or asks and saying so is not the act, where it is asked not to be done, and where
    an act between equals has not two of them, unless it is a body of many ("the Council met") or between a state's own.
    """
    place, frame = finding.place, finding.place.frame
    sentence, words = laid.sentences[place.number], place.act.tokens
    verb = place.act.verb
    actors = _actors(laid, finding.roles.actors)
    recipients = () if frame.symmetric else _beside(actors, _actors(laid, finding.roles.recipients))
    together = {actor.code for actor in actors}
    alone = len(together) < 2 and not (together and together <= assemblies())
    if frame.symmetric and alone and not between_own(place, together):
        return None
    who, whom = [a.code for a in actors], [a.code for a in recipients]
    by_saying = SPEAKER in place.act.expression.agents and voice_of(place) in who
    if verb is not None and verb.negative and verb.tense == "subjunctive" and not by_saying:
        return None
    voice = speaker(sentence, words, laid.voices[place.number], laid.language, frame.type, who)
    when = date_of(place)
    said_by = voice.code if voice else None
    ahead = when is not None and laid.published is not None and when.date > laid.published.isoformat()
    expression = place.act.expression
    denial = not markers(laid.language).negations.isdisjoint(expression.words)
    worded = True if expression.negated else None if denial or not expression.verbal else False
    stands = standing(sentence, words, laid.language, frame.type, said_by, who, whom, ahead, worded)
    not_coded = NOT_CODED - {"wish"} if by_saying else NOT_CODED
    if stands.flags & UNREAL or (voice is None and stands.flags & not_coded):
        return None
    trigger = place.act.trigger(sentence)
    counted = amounts(laid.text, sentence, laid.language)
    return Event(
        id=f"{trigger.start}",
        type=frame.type,
        frame=frame.id,
        trigger=trigger,
        sentence=sentence.span,
        actors=actors,
        recipients=recipients,
        mode=frame.mode,
        context=frame.context,
        when=when,
        where=place_of(laid.text, sentence, words, laid.language, frame.type),
        amount=act_amount(sentence, words, counted, frame.type, laid.language),
        status=stands.status,
        speaker=said_by,
        score=frame.score,
        confidence=round(finding.confidence, 3),
        because=_because(finding, stands.because),
    )


def _because(finding: Finding, status: tuple[str, ...]) -> tuple[str, ...]:
    """The entries and rules that made an event: the act's words, its form, where each side was found, its status."""
    roles = finding.roles
    return (
        f"act {finding.place.act.expression.id}",
        f"form {finding.place.form}",
        *(f"actor {mention.source}" for mention in roles.actors),
        *(f"recipient {mention.source}" for mention in roles.recipients),
        *status,
    )


def _beside(actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Recipients without those who act, where others are left («отказался менять российско-американский договор»).

    Of 101 acts of the training gold with several recipients five name the actor beside others; of 23 that were told so
    ten are right without it, two with it.
    """
    own = {actor.code for actor in actors}
    return tuple(actor for actor in recipients if actor.code not in own) or recipients


def _actors(laid: Scene, chosen: tuple[Mention, ...]) -> tuple[Actor, ...]:
    return tuple(
        Actor(code, mention.span.of(laid.text), mention.span, mention.sector)
        for mention in chosen
        for code in mention.codes
    )
