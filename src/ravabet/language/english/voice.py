"""Verbs that the parser takes for passive participles though they tell an act: «Rwanda accused its neighbour»."""

from __future__ import annotations

from dataclasses import replace

from ravabet.language.parsing import Parse
from ravabet.language.sentence import Sentence, Verb

AUXILIARIES = ("aux", "cop")
"""Beginnings of the relations of what helps a verb."""
OBJECTS = frozenset({"obj", "iobj", "ccomp", "xcomp"})
"""Relations of what an active verb may govern."""


def told(sentence: Sentence) -> Sentence:
    """The sentence with its verbs in the voice that their arguments show; most English pasts look like participles."""
    parse = sentence.parse
    if parse is None:
        return sentence
    turned = {verb: replace(verb, passive=False, tense="past") for verb in sentence.verbs if _acts(verb, parse)}
    return sentence.with_verbs(turned) if turned else sentence


def _acts(verb: Verb, parse: Parse) -> bool:
    """Whether a verb taken for a passive has a subject that acts.

    Without auxiliary it has, if it has an object too or no preposition follows: in «Ten killed in attack» nobody acts.
    """
    if not verb.passive or verb.end - verb.start != 1:
        return False
    below = [parse.relations[child] for child in parse.children(verb.start)]
    helped = any(relation.startswith(AUXILIARIES) or relation.endswith((":pass", ":agent")) for relation in below)
    following = verb.end < len(parse) and parse.kinds[verb.end] == "ADP"
    return not helped and "nsubj" in below and (not following or not OBJECTS.isdisjoint(below))
