"""Verbs that the parser takes for passive participles though they tell an act: «Rwanda accused its neighbour».

And verbs whose past is spelt as their present: «The Kremlin hit back on Thursday» is told of last Thursday.
"""

from __future__ import annotations

from dataclasses import replace

from ravabet.language.english.words import verb_words
from ravabet.language.parsing import Parse
from ravabet.language.sentence import Sentence, Verb

AUXILIARIES = ("aux", "cop")
"""Beginnings of the relations of what helps a verb."""
OBJECTS = frozenset({"obj", "iobj", "ccomp", "xcomp"})
"""Relations of what an active verb may govern."""

ALIKE = verb_words("alike")
"""Verbs whose past is spelt as their present, but for the third person."""
WITHOUT_OBJECT = verb_words("without_object")
"""Verbs that mostly govern nothing: a noun with the past of one of them is its subject, «Thousands marched»."""
SUFFERED = verb_words("suffered")
"""Verbs that are never without their object: a past of theirs that has none tells what was done to its subject."""
SPEAKERS = verb_words("speakers")


def told(sentence: Sentence) -> Sentence:
    """The sentence with its verbs in the voice that their arguments show; most English pasts look like participles."""
    parse = sentence.parse
    if parse is None:
        return sentence
    words = [token.fold for token in sentence.tokens]
    turned = {
        verb: replace(verb, passive=False, tense="past")
        for verb in sentence.verbs
        if _acts(verb, parse) or _parts_subject(verb, parse) or _is_past(verb, parse, words)
    }
    turned |= {verb: replace(verb, passive=True) for verb in sentence.verbs if _suffers(verb, parse)}
    return sentence.with_verbs(turned) if turned else sentence


def _suffers(verb: Verb, parse: Parse) -> bool:
    """Whether a verb taken for a past tells what was done to its subject: «Weapons seized in Oslo»."""
    if verb.passive or verb.tense != "past" or verb.end - verb.start != 1 or verb.keys.isdisjoint(SUFFERED):
        return False
    below = {parse.relations[child] for child in parse.children(verb.start)}
    alone = not any(relation.startswith(AUXILIARIES) for relation in below) and OBJECTS.isdisjoint(below)
    following = verb.end == len(parse) or parse.kinds[verb.end] in ("ADP", "PUNCT")
    return alone and following and "nsubj" in below and parse.heads[verb.start] < 0


def _acts(verb: Verb, parse: Parse) -> bool:
    """Whether a verb taken for a passive has a subject that acts.

    Without auxiliary it has, if it has an object too or no preposition follows: in «Ten killed in attack» nobody acts,
    but a conjunction shows that somebody does («before troops fired on the crowd»).
    Where a sentence seems to be a noun alone, its first participle with an object is its verb: «The side voiced hope».
    """
    if not verb.passive or verb.end - verb.start != 1:
        return False
    below = [parse.relations[child] for child in parse.children(verb.start)]
    if any(relation.startswith(AUXILIARIES) or relation.endswith(":agent") for relation in below):
        return False
    if parse.relations[verb.start] == "acl" and parse.heads[parse.heads[verb.start]] < 0:
        alone = not any(kind in ("VERB", "AUX") for kind in parse.kinds[: verb.start])
        return alone and ("obj" in below or (not verb.keys.isdisjoint(WITHOUT_OBJECT) and not _followed(verb, parse)))
    governs = not OBJECTS.isdisjoint(below)
    if "nsubj:pass" in below or _joins_active(verb, parse):
        return "obj" in below
    following = verb.end < len(parse) and parse.kinds[verb.end] == "ADP"
    opened = "mark" in below and parse.relations[verb.start - 1] == "nsubj"
    return "nsubj" in below and (not following or governs or opened)


def _followed(verb: Verb, parse: Parse) -> bool:
    """Whether another verb follows that is not joined to this one nor below it: then this one is no sentence's."""
    later = (n for n in range(verb.end, len(parse)) if parse.kinds[n] in ("VERB", "AUX"))
    return any(parse.heads[n] == parse.heads[verb.start] for n in later)


def _parts_subject(verb: Verb, parse: Parse) -> bool:
    """Whether a verb stands between two nouns that are taken for one subject beside another: these are a clause.

    «The Treasury imposed sanctions because, it said, ...»: "it" is the subject of "said".
    """
    at, noun = verb.start, parse.heads[verb.start]
    if not verb.passive or parse.relations[at] != "amod" or noun < at or at == 0:
        return False
    parted = parse.relations[at - 1] == "compound" and parse.heads[at - 1] == noun
    above = parse.heads[noun]
    if not parted or above < 0 or parse.relations[noun] != "nsubj":
        return False
    return any(parse.relations[child] == "nsubj" and child > noun for child in parse.children(above))


def _joins_active(verb: Verb, parse: Parse) -> bool:
    """Whether a verb is joined to one before that is told in the past: «Oslo opened the port and closed the pass»."""
    above = parse.heads[verb.start]
    return (
        parse.relations[verb.start] == "conj" and parse.kinds[above] == "VERB" and parse.feat(above, "Tense") == "Past"
    )


def _is_past(verb: Verb, parse: Parse, words: list[str]) -> bool:
    """Whether a verb spelt alike in past and present is told in the past: news tells of what was done."""
    at = verb.start
    if verb.tense != "present" or verb.passive or verb.end - at != 1 or words[at] not in ALIKE:
        return False
    subjects = [words[child] for child in parse.children(at) if parse.relations[child].startswith("nsubj")]
    return bool(subjects) and SPEAKERS.isdisjoint(subjects)
