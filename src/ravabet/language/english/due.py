"""Parses set right: what is to be done, which the treebank reads as what somebody is, and words that a hyphen joins.

«Oslo is to open its port» is an act to come; «two Serb-run offices» tells of no run.
"""

from __future__ import annotations

from dataclasses import replace

from ravabet.language.english.words import verb_words
from ravabet.language.parsing import Parse
from ravabet.language.sentence import Sentence
from ravabet.language.text import Token

IDIOMS = verb_words("idioms")
"""Verbs that say after «is to» what somebody is, not what he will do: «Oslo is to blame»."""
GIVEN = verb_words("given")
"""Participles that have an object though they are passive: «A man denied asylum»."""
BE = verb_words("be")


def due(tokens: tuple[Token, ...], parse: Parse) -> Parse:
    """The parse with «is to» as the auxiliary of its verb, whose subject is then one that acts."""
    found = {at: _helper(tokens, parse, at) for at, kind in enumerate(parse.kinds) if kind == "VERB"}
    helped = {at: helper for at, helper in found.items() if helper is not None and parse.relations[helper] == "cop"}
    if not helped:
        return parse
    relations, kinds = list(parse.relations), list(parse.kinds)
    for at, helper in helped.items():
        relations[helper], kinds[helper + 1] = "aux", "PART"
        for child in parse.children(at):
            if relations[child] == "nsubj:outer":
                relations[child] = "nsubj"
    return replace(parse, relations=tuple(relations), kinds=tuple(kinds))


def clausal(tokens: tuple[Token, ...], parse: Parse) -> Parse:
    """The parse in which a noun with a past and its object is a clause: «Recognition of the island angered Oslo».

    The parser takes the past for a participle of the last noun, and the whole for a noun alone.
    """
    root = next((n for n, head in enumerate(parse.heads) if head < 0), -1)
    if root < 0 or parse.kinds[root] not in ("NOUN", "PROPN"):
        return parse
    verbs = [n for n, kind in enumerate(parse.kinds) if kind in ("VERB", "AUX")]
    at = next((n for n in verbs if parse.relations[n] == "acl" and n > root), -1)
    if at != next(iter(verbs), None) or not tokens[at].fold.endswith("ed") or tokens[at].fold in GIVEN:
        return parse
    if not any(parse.relations[n] == "obj" and n > at for n in parse.children(at)) or not _nominal(parse, at, root):
        return parse
    heads, relations = list(parse.heads), list(parse.relations)
    heads[at], relations[at] = -1, "root"
    heads[root], relations[root] = at, "nsubj"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _nominal(parse: Parse, at: int, root: int) -> bool:
    """Whether only nouns that are part of one another stand between a participle and the noun at the root."""
    head = parse.heads[at]
    for _ in range(len(parse)):
        if head == root:
            return True
        if head < 0 or not parse.relations[head].startswith("nmod"):
            return False
        head = parse.heads[head]
    return False


def compounds(tokens: tuple[Token, ...], parse: Parse) -> Parse:
    """The parse in which what a hyphen joins to a state is no verb: «two Serb-run offices»."""
    joined = {
        at
        for at in range(2, len(tokens))
        if parse.kinds[at] == "VERB"
        and tokens[at - 1].text == "-"
        and tokens[at - 2].end == tokens[at - 1].start
        and tokens[at - 1].end == tokens[at].start
        and not tokens[at].fold.endswith("ed")
    }
    if not joined:
        return parse
    kinds = tuple("ADJ" if at in joined else kind for at, kind in enumerate(parse.kinds))
    return replace(parse, kinds=kinds)


def ahead(sentence: Sentence) -> Sentence:
    """The sentence in which what is to be done lies ahead."""
    parse = sentence.parse
    if parse is None or BE.isdisjoint(token.fold for token in sentence.tokens):
        return sentence
    heads = {verb: at for verb in sentence.verbs for at in range(verb.start, verb.end) if parse.kinds[at] == "VERB"}
    later = {
        verb: replace(verb, tense="future")
        for verb, at in heads.items()
        if _helper(sentence.tokens, parse, at) is not None
    }
    return sentence.with_verbs(later) if later else sentence


def _helper(tokens: tuple[Token, ...], parse: Parse, at: int) -> int | None:
    """The token of the «is» that stands with «to» among what hangs on a verb."""
    if tokens[at].fold in IDIOMS:
        return None
    return next(
        (n for n in parse.children(at) if n + 1 < at and tokens[n].fold in BE and tokens[n + 1].fold == "to"), None
    )
