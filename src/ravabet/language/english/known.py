"""Verbs that the parser never saw, read again with one it knows in their place: «Hungary blocks the package».

A parser trained on some ten thousand sentences takes half of the rarer verbs for nouns, above all in headlines. What
stands round them is enough to tell the subject and object, if only the verb is one that it has often seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ravabet.language.english.forms import irregular, keys
from ravabet.language.english.voice import ALIKE
from ravabet.language.english.words import verb_words
from ravabet.language.parsing import Parse, parse
from ravabet.language.text import Token
from ravabet.lexicon import expressions

PRESENT, PLURAL, PAST = "takes", "take", "took"
"""What stands in for a verb in the present, in the present of many, and in the past."""
ROUNDS = 2
"""How often a sentence is read again: a headline may hold two such verbs."""
READINGS = 3
"""How many readings are tried of a sentence in which no verb is found."""
NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADV", "NUM", "X", "CCONJ"})
"""Kinds of the word that may stand before a verb."""
GOVERNED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
"""Kinds of the word that may stand behind a verb as its object; behind a noun of a list there is a comma."""
HELPING = verb_words("helping")
"""Verbs that help others."""
NOUNLIKE = ("amod", "aux", "flat", "compound")
"""Beginnings of relations that no verb of a clause has."""
MODALS = verb_words("modals")
"""Words between which and an object there is a verb: «Chad will free ten miners»."""
PARTICLES = verb_words("particles")
"""Words that belong to the verb before them though they are spelt like a verb: «Chad hit back»."""
NO_OBJECT = verb_words("no_object")
"""Words that show a noun or a participle before them."""


def parses(sentences: Sequence[tuple[Token, ...]]) -> list[Parse]:
    """The parses of sentences; those in which a verb was taken for a noun are read again, at most ROUNDS times."""
    words = [[token.text for token in tokens] for tokens in sentences]
    found = parse(words, "en")
    places = list(range(len(sentences)))
    for _ in range(ROUNDS):
        again = [(n, own) for n in places for own in reversed(_instead(sentences[n], found[n]))]
        texts = [[own.get(at, word) for at, word in enumerate(words[n])] for n, own in again]
        better = {
            n: (own, tree)
            for (n, own), tree in zip(again, parse(texts, "en") if texts else [], strict=True)
            if all(_tells(tree, at) for at in own)
        }
        for n, (own, tree) in better.items():
            found[n] = _joined(tree, own)
            words[n] = [own.get(at, word) for at, word in enumerate(words[n])]
        places = list(better)
    return found


def _instead(tokens: tuple[Token, ...], tree: Parse) -> list[dict[int, str]]:
    """The verbs that the parser took for something else, by token, with what stands in for each; the likeliest first.

    Where there is no verb at all any word may be it, above all one in -s: «Rebel court jails two miners».
    """
    options = list(_options(tokens, tree))
    certain = {option.at: option.word for option in options if option.certain}
    if certain or _has_verb(tree, {option.at for option in options}):
        return [certain] if certain else []
    finite = [option for option in options if not _after_to(tokens, option.at)]
    return [{o.at: o.word} for o in sorted(finite, key=lambda option: option.word != PRESENT)[:READINGS]]


@dataclass(frozen=True, slots=True)
class _Option:
    """A token that may be a verb, what stands in for it, and whether it is one even beside another verb."""

    at: int
    word: str
    certain: bool


def _options(tokens: tuple[Token, ...], tree: Parse) -> Iterator[_Option]:
    """Each token that may be a verb of the lexicon but is none in the parse."""
    for at in range(1, len(tokens) - 1):
        word = tokens[at].fold
        lemma = _lemma(word)
        if lemma is None or tokens[at + 1].fold in NO_OBJECT:
            continue
        verbal = tree.kinds[at] in ("VERB", "AUX") and not tree.relations[at].startswith(NOUNLIKE)
        if verbal or tokens[at].text[0].isupper():
            continue
        meant, further = _after_to(tokens, at), _goes_on(tokens, tree, at)
        helped = tokens[at - 1].fold in MODALS and tree.kinds[at + 1] in GOVERNED
        if not (meant or further or helped or tree.kinds[at - 1] in NAMING or tokens[at - 1].text[0].isupper()):
            continue
        if (meant or helped) and lemma != word:
            continue
        parted = tokens[at + 1].fold in PARTICLES and tree.kinds[at + 1] == "VERB"
        stand_in = (
            PAST if parted and word in ALIKE else PLURAL if lemma == word else PRESENT if word.endswith("s") else PAST
        )
        governs = lemma not in nouns() or tree.kinds[at + 1] in (("DET", "NUM", "PRON") if meant else ("DET",))
        present = stand_in == PRESENT and (governs or further)
        past = stand_in == PAST and (_joins(tokens, tree, at) or _is_strong(word, lemma))
        yield _Option(at, stand_in, (governs and meant) or present or past or helped or parted)


def _after_to(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token may be an infinitive: «Chad agreed to free ten miners»."""
    return tokens[at - 1].fold == "to"


def _goes_on(tokens: tuple[Token, ...], tree: Parse, at: int) -> bool:
    """Whether a token may be the next verb of the same subject, after a comma: «Oslo opens its port, waives fees».

    Or the first one, where the sentence seems to have none: «The king, on a visit to Oslo, voiced support for it».
    """
    known = "VERB" in tree.kinds[:at] or tree.kinds[tree.heads.index(-1)] in ("NOUN", "PROPN")
    return tokens[at - 1].text == "," and tree.kinds[at + 1] in GOVERNED and known


def _joins(tokens: tuple[Token, ...], tree: Parse, at: int) -> bool:
    """Whether a past form is the next verb after "and": «Oslo denied the report and vowed to act»."""
    governs = tokens[at + 1].fold in ("to", "that") or tree.kinds[at + 1] in ("DET", "PRON")
    return tokens[at - 1].fold in ("and", "but") and governs and "VERB" in tree.kinds[:at]


def _is_strong(word: str, lemma: str) -> bool:
    """Whether a form is the past of a verb and nothing else: «The envoy shook hands»."""
    return word != lemma and word in irregular() and word not in nouns()


def _has_verb(tree: Parse, doubtful: set[int]) -> bool:
    """Whether the sentence's predicate is a finite verb or has auxiliaries that are not themselves ``doubtful``."""
    root = next((at for at, head in enumerate(tree.heads) if head < 0), None)
    if root is None:
        return True
    below = [tree.relations[child] for child in tree.children(root) if child not in doubtful]
    finite = tree.kinds[root] in ("VERB", "AUX") and tree.feat(root, "VerbForm") == "Fin"
    return finite or "cop" in below or any(relation.startswith("aux") for relation in below)


def _tells(tree: Parse, at: int) -> bool:
    """Whether a token is an infinitive, or a verb with a subject of its own or of the verb that it is joined to."""
    if tree.kinds[at] != "VERB":
        return False
    if tree.kinds[at - 1] == "PART" and tree.relations[at - 1] == "mark":
        return True
    if tree.relations[at] == "parataxis" and tree.kinds[tree.heads[at]] == "VERB":
        return True
    above = tree.heads[at] if tree.relations[at] == "conj" else at
    return any(tree.relations[child].startswith("nsubj") for child in (*tree.children(at), *tree.children(above)))


def _joined(tree: Parse, own: dict[int, str]) -> Parse:
    """The parse in which what was read anew after a comma is joined to the verb before, whose subject it shares."""
    later = {at for at in own if tree.relations[at] == "parataxis" and tree.heads[at] < at}
    return replace(tree, relations=tuple("conj" if n in later else name for n, name in enumerate(tree.relations)))


@lru_cache(maxsize=1 << 14)
def _lemma(word: str) -> str | None:
    """The verb of the lexicon that a word may be a form of."""
    return min(keys(word) & _telling(), default=None)


@cache
def _telling() -> frozenset[str]:
    """The verbs of the lexicon without those that only help another."""
    return verbs() - HELPING


@cache
def verbs() -> frozenset[str]:
    """The verbs by which the lexicon tells acts."""
    entries = [entry for entry in expressions("en") if entry.verb is not None]
    return frozenset(word for entry in entries for word in entry.words[entry.verb or 0].split("/"))


@cache
def nouns() -> frozenset[str]:
    """The words of the lexicon's expressions that are no verbs: of these, a form in -s may be a plural."""
    listed = [word for entry in expressions("en") for n, word in enumerate(entry.words) if n != entry.verb]
    return frozenset(option for word in listed for option in word.split("/"))
