"""Blows that a group says it struck: «تبنت حركة الشباب الهجوم», «أعلن تنظيم ... مسؤوليته عن التفجير»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ravabet.coding.grammar.syntax import Hold, markers
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.mentions.words import words
from ravabet.coding.place import Place
from ravabet.coding.scene import Scene
from ravabet.coding.sides.candidate import Candidate
from ravabet.coding.sides.doing import BLOWS, HIT
from ravabet.coding.sides.features import ACTING
from ravabet.coding.sides.outcomes import NEVER, Scored
from ravabet.coding.sides.stand import Stand
from ravabet.language import Sentence, keys
from ravabet.lexicon import frames

CLAIMED = 0.9
"""The probability that who claims a blow struck it."""
NEAR = 4
"""Sentences before and behind in which a blow is told that is claimed in another."""
BEFORE = 12
"""Tokens before a noun of responsibility among which the verb stands that declares it."""
RIGHT_BEHIND = 2
"""Tokens behind a blow among which who struck the one claimed is told."""
BEHIND = 4
"""Tokens behind a word of claiming among which who claims begins."""


def by_claim(place: Place, options: list[Scored]) -> list[Scored]:
    """The mentions of a blow whose doer its own sentence does not tell, the group likeliest that claims it near by."""
    if place.frame.type not in BLOWS or not markers(place.scene.language).claiming:
        return options
    if _of_striker(place) or any(_strikes(o) for o in options):
        return options
    claims = list(_claims(place))
    groups = {mention.codes for _, mention in claims}
    if len(groups) != 1 or any(o.side == "recipient" and o.mention.codes in groups for o in options):
        return options
    number, mention = claims[0]
    told = [o for o in options if o.mention.codes == mention.codes]
    if told:
        return [replace(o, actor=max(o.actor, CLAIMED), recipient=NEVER) if o in told else o for o in options]
    back = min(abs(place.number - number), NEAR)
    candidate = Candidate(mention, Hold("setting", 0, False, 0), back, 0, 0)
    return [*options, Scored(candidate, CLAIMED, NEVER, Stand("before-sentence", "setting", "back", "no"))]


def _strikes(option: Scored) -> bool:
    """Whether the grammar tells somebody else to have struck, who is no group and not where it fell."""
    acts = option.side in ACTING and not option.candidate.back
    return acts and option.mention.kind != "group" and option.mention.kind not in HIT


def _of_striker(place: Place) -> bool:
    """Whether a blow is told right before who struck the one claimed («القضاء على منفذ الهجوم»)."""
    end, known = place.act.tokens[-1] + 1, markers(place.scene.language)
    behind = place.scene.sentences[place.number].tokens[end : end + RIGHT_BEHIND]
    return any(not keys(token.fold, known.language).isdisjoint(known.strikers) for token in behind)


def _claims(place: Place) -> Iterator[tuple[int, Mention]]:
    """The groups that claim a blow in the sentences round an act, each with the number of its sentence."""
    scene = place.scene
    for number in range(max(0, place.number - NEAR), min(len(scene.sentences), place.number + NEAR + 1)):
        mention = _claimer(scene, number)
        if mention is not None:
            yield number, mention


@lru_cache(maxsize=64)
def _claimer(scene: Scene, number: int) -> Mention | None:
    """The group that claims a blow in a sentence."""
    sentence, groups = scene.sentences[number], [m for m in scene.mentions[number] if m.kind == "group" and m.codes]
    at = _claiming(sentence, scene.language) if groups else None
    if at is None or not _of_blow(scene, number, at):
        return None
    behind = next((m for m in groups if at < m.start <= at + BEHIND), None)
    return behind or next((m for m in reversed(groups) if m.end <= at), None)


def _claiming(sentence: Sentence, language: str) -> int | None:
    """The token of a word of claiming, or of responsibility that a verb before declares."""
    known = markers(language)
    lemmas = {verb.end - 1: verb.lemma for verb in sentence.verbs}
    told = [keys(t.fold, language) | {lemmas.get(n, "")} for n, t in enumerate(sentence.tokens)]
    for at, forms in enumerate(told):
        if forms & known.claiming:
            return at
        if forms & known.answering and any(one & known.declaring for one in told[max(0, at - BEFORE) : at]):
            return at
    return None


def _of_blow(scene: Scene, number: int, at: int) -> bool:
    """Whether what is claimed is a blow told of: one that a definite noun names, or to which a pronoun points."""
    tokens, article = scene.sentences[number].tokens, words(scene.language).article
    pointed = at + 1 < len(tokens) and tokens[at + 1].glued and tokens[at + 1].is_word
    acts = (act for act in scene.acts[number] if frames()[act.expression.frame].type in BLOWS)
    nouns = (tokens[n].fold for act in acts for n in act.tokens if n > at)
    return (pointed and not _answers(scene, tokens[at].fold)) or any(noun.startswith(article) for noun in nouns)


def _answers(scene: Scene, word: str) -> bool:
    """Whether a word tells of responsibility, whose pronoun is that of who bears it («مسؤوليته»)."""
    return not keys(word, scene.language).isdisjoint(markers(scene.language).answering)


__all__ = ["by_claim"]
