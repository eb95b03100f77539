"""Whether words that can name an act do name an event here: a small readable model over what stands round them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ravabet.coding.acts.act import Act
from ravabet.coding.grammar.tree import base, preposition, top
from ravabet.coding.judging.company import Company, Judged, company
from ravabet.coding.judging.roles import Roles, model
from ravabet.coding.judging.topics import themes
from ravabet.coding.learned.linear import Both, Linear, both, log_odds, probability
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.place import Place
from ravabet.coding.scene import Scene, codes_in
from ravabet.coding.telling.status import standing
from ravabet.lexicon import frames

NEAR = 3
"""Words on either side of an act that the judge looks at."""

ABOVE = 3
"""Sentences above an act's in which it may be told already."""

WITH_TYPE = ("one:expected", "two:expected", "one:sector", "two:sector")
"""Beginnings of facts on the chosen mentions that are told with the type of the act, too."""

LINK = 2 / 3
"""Of the confidence that an act needs, what is enough for one that a reason speaks of: a second witness."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Two models over the same facts, is it an event and is it wholly right, and the curve that weighs them.

    ``company``: the second look, whose odds the curve weighs instead; None in a language that nothing was learned from.
    The weight ``sure`` of the curve is the confidence from which an act is an event: the highest of those that by
    cross-validation are about the best in F1 of the type, and of type and both sides (``tools/judge_report.py``).
    """

    event: Linear
    right: Linear
    curve: Linear
    company: Company | None = None
    first: Both = field(init=False, repr=False, compare=False)
    """The two models as one table."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "first", both(self.event, self.right))


@cache
def judge_of(language: str) -> Judge:
    """The shipped judge of a language."""
    event, right, curve = (model(language, name) for name in ("event", "right", "curve"))
    return Judge(event, right, curve, company(language) if "company" in curve.weights else None)


def sure(language: str) -> float:
    """The confidence from which an act is an event in a language."""
    return judge_of(language).curve.weights["sure"]


def linked(language: str) -> float:
    """The confidence that is enough for an act that a reason speaks of."""
    return LINK * sure(language)


def act_features(place: Place, found: Roles) -> list[str]:
    """The facts by which an act is judged an event or not."""
    act, sentence = place.act, place.scene.sentences[place.number]
    frame = place.frame
    codes = codes_in(place.scene, place.number)
    facts = [
        f"act={act.expression.id}",
        f"frame={frame.id}",
        f"type={frame.type}",
        f"form={place.form}",
        f"{frame.type}|{place.form}",
        f"{frame.id}|{place.form}",
        f"codes={min(len(codes), 4)}",
        f"{frame.type}|codes={min(len(codes), 3)}",
        f"actor={_step(found.actor_sure)}",
        f"recipient={_step(found.recipient_sure)}",
        f"sides={_tenth(found.sure)}",
        f"{place.form}|sides={_step(found.sure)}",
        f"{frame.type}|{bool(found.actors)}|{bool(found.recipients)}",
        f"{place.form}|{bool(found.actors)}|{bool(found.recipients)}",
        f"sentence={min(place.number, 3)}",
        f"sentences={min(len(place.scene.sentences), 5)}",
        f"words={len(act.expression.words)}",
    ]
    if act.expression.weak:
        facts.append("weak")
    facts.append(f"{place.form}|gap={_gap(place)}")
    facts += _standing(place)
    if act.verb is not None:
        facts += [f"tense={act.verb.tense}", f"negative={_denied(act)}", f"person={act.verb.person}"]
    if act.clause is not None:
        clause = sentence.clauses[act.clause]
        facts += [f"link={clause.link}", f"verb={clause.verb.lemma if clause.verb else None}"]
    facts += found.facts
    facts += [f"{frame.type}|{fact}" for fact in found.facts if fact.startswith(WITH_TYPE)]
    facts += _sectors(place, found)
    facts += _around(place)
    facts += _same_codes(found)
    facts += _rivals(place)
    facts += _repeated(place)
    facts += _hanging(place)
    for theme in themes(sentence, place.scene.language):
        facts += [f"theme={theme}", f"{frame.type}|theme={theme}"]
    return facts


def _standing(place: Place) -> list[str]:
    """Whether the act is told as done, planned or denied, is wished, or is only pointed back to («این حمله»)."""
    act, sentence, language = place.act, place.scene.sentences[place.number], place.scene.language
    stands = standing(sentence, act.tokens, language, place.frame.type, worded=act.expression.negated or None)
    tense = act.verb.tense if act.verb else None
    facts = [f"status={stands.status}", f"{place.form}|status={stands.status}|{tense}"]
    facts += [f"flag={flag}" for flag in sorted(stands.flags)]
    facts.append(f"{place.form}|over={stands.over}")
    if place.pointed:
        facts.append("pointed")
    if _denied(act):
        facts.append(f"negative|{tense}")
    return facts


def _denied(act: Act) -> bool:
    """Whether the verb of an act is negated, though its expression is not one of a negated verb."""
    return act.verb is not None and act.verb.negative and not act.expression.negated


def _rivals(place: Place) -> list[str]:
    """How many other acts share words with this one, and whether one of another type is told by more of them.

    An act that more words name is seldom a misreading: "order ... out" beside "order ... arms".
    """
    act, mine = place.act, set(place.act.tokens)
    sharing = [other for other in place.scene.acts[place.number] if other is not act and mine & set(other.tokens)]
    rivals = [set(other.tokens) for other in sharing if frames()[other.expression.frame].type != place.frame.type]
    facts = [f"rivals={min(len(rivals), 3)}", f"allies={min(len(sharing) - len(rivals), 3)}"]
    if rivals:
        most = max(map(len, rivals))
        size = "longer" if len(mine) > most else "shorter" if len(mine) < most else "equal"
        facts += [f"rival={size}", f"{place.form}|rival={size}", f"inside={any(mine < words for words in rivals)}"]
        facts += ["contains"] if any(words < mine for words in rivals) else []
        facts += [f"within={kind}|{place.frame.type}" for kind in _holders(place, sharing)]
    return facts


def _holders(place: Place, sharing: list[Act]) -> list[str]:
    """The other types of the acts in whose words all words of this one stand."""
    mine = set(place.act.tokens)
    kinds = {frames()[other.expression.frame].type for other in sharing if mine < set(other.tokens)}
    return sorted(kinds - {place.frame.type})


def _repeated(place: Place) -> list[str]:
    """How many acts of its type are told before, here and in the sentences above, in other words: it may be the same.

    "An attack ... , which killed two": what a sentence tells of one deed in many words is mostly one event.
    """
    kind, frame, first = place.frame.type, place.frame.id, place.act.tokens[0]
    here = [(other, own) for other, own, last in _named(place.scene, place.number) if last < first]
    before = [_counted(place.scene, number) for number in range(max(0, place.number - ABOVE), place.number)]
    same, above = sum(other == kind for other, _ in here), sum(count[kind] for count in before)
    named = any(own == frame for _, own in here) or any(count[frame] for count in before)
    facts = [f"same={min(same, 2)}", f"above={min(above, 3)}", f"named={named}"]
    return [
        *facts,
        f"{kind}|same={min(same, 2)}",
        f"{place.form}|same={min(same, 2)}",
        f"{kind}|{place.form}|again={bool(same or above)}",
    ]


@lru_cache(maxsize=64)
def _named(scene: Scene, number: int) -> list[tuple[str, str, int]]:
    """The type, frame and last word of each act of a sentence."""
    known = frames()
    return [(known[a.expression.frame].type, a.expression.frame, a.tokens[-1]) for a in scene.acts[number]]


@lru_cache(maxsize=64)
def _counted(scene: Scene, number: int) -> Counter[str]:
    """How often a sentence names acts of each type and frame."""
    return Counter(name for kind, frame, _ in _named(scene, number) for name in (kind, frame))


def _hanging(place: Place) -> list[str]:
    """Where the act stands in its sentence, and by the dependencies on what it hangs and how deep."""
    act, sentence, form = place.act, place.scene.sentences[place.number], place.form
    at = act.tokens[0]
    step = "0-1" if at < 2 else "2-5" if at < 6 else "6-14" if at < 15 else "15+"
    facts = [f"at={step}", f"{form}|at={step}"]
    parse = sentence.parse
    if parse is None:
        return facts
    first, last = (act.verb.start, act.verb.end) if act.verb is not None else (at, at + 1)
    head = top(parse, first, last)
    relation, depth, up = base(parse.relations[head]), 0, head
    while parse.heads[up] >= 0 and depth < 6:
        up, depth = parse.heads[up], depth + 1
    above = parse.heads[head]
    over = sentence.tokens[above].fold if above >= 0 else "^"
    mark = preposition(sentence, parse, head)
    governor = mark[0] if mark else "no"
    return [
        *facts,
        f"{form}|dep={relation}",
        f"{place.frame.type}|dep={relation}",
        f"{form}|deep={depth}",
        f"over={over}",
        f"{form}|mark={governor}",
        f"{place.frame.type}|mark={governor}",
    ]


def _gap(place: Place) -> str:
    """How many words stand between the parts of the act."""
    tokens = place.act.tokens
    gap = tokens[-1] - tokens[0] + 1 - len(tokens)
    return str(gap) if gap < 2 else "2-4" if gap < 5 else "5-9" if gap < 10 else "10+"


def _around(place: Place) -> list[str]:
    """The words before and after the act, and those of its sentence."""
    tokens = place.scene.sentences[place.number].tokens
    first, last = place.act.tokens[0], place.act.tokens[-1]
    before = [token.fold for token in tokens[max(0, first - NEAR) : first]]
    after = [token.fold for token in tokens[last + 1 : last + 1 + NEAR]]
    facts = [f"before={word}" for word in before] + [f"after={word}" for word in after]
    facts += [f"next={after[0] if after else None}", f"previous={before[-1] if before else None}"]
    return [*facts, *_words_of(place.scene, place.number)]


@lru_cache(maxsize=16)
def _words_of(scene: Scene, number: int) -> tuple[str, ...]:
    """The words of a sentence, for all its acts."""
    return tuple(sorted({f"word={token.fold}" for token in scene.sentences[number].tokens if token.is_word}))


def _sectors(place: Place, found: Roles) -> list[str]:
    """Who acts on whom by their parts in public life: rebels who kill villagers, a court that jails an editor."""
    one, two = (_sector(side) for side in (found.actors, found.recipients))
    own = found.sides[0] == found.sides[1]
    return [f"{place.frame.type}|{one}>{two}", f"{one}>{two}|own={own}", f"{place.form}|{one}>{two}|own={own}"]


def _sector(side: tuple[Mention, ...]) -> str:
    return next((mention.sector for mention in side if mention.sector), "state") if side else "nobody"


def _same_codes(found: Roles) -> list[str]:
    actors, recipients = found.sides
    return ["self"] if actors and actors == recipients else []


def _step(chance: float) -> str:
    return f"{int(chance * 5) / 5:.1f}"


def _tenth(chance: float) -> str:
    return f"{int(chance * 10) / 10:.1f}"


def witnesses(judge: Judge, facts: list[str], found: Roles) -> dict[str, float]:
    """What speaks for an act, as log-odds: that it is an ``event``, that it is wholly ``right``, and the ``sides``.

    The third is the ranker's, which looks at the same act from elsewhere; the curve weighs the three.
    """
    event, right = judge.first.log_odds(facts)
    return {"event": event, "right": right, "sides": log_odds(found.sure)}


def calibrated(told: Mapping[str, float], curve: Linear) -> float:
    """The share of acts with such witnesses that were wholly right, by the curve fitted in training (Platt 1999)."""
    return probability(curve.bias + sum(curve.weights[name] * odds for name, odds in told.items()))


def looked_at(place: Place, found: Roles, judge: Judge) -> Judged:
    """An act after the first look."""
    return Judged(place, found, witnesses(judge, act_features(place, found), found))


def confidences(judged: Sequence[Judged], judge: Judge) -> list[float]:
    """Of each act of one text, the probability that it is an event of its type with just these sides."""
    if judge.company is None:
        return [calibrated(one.odds, judge.curve) for one in judged]
    return [calibrated({"company": odds}, judge.curve) for odds in judge.company.odds(judged)]
