"""Verbs that the parser never saw, read again with one it knows in their place: «Hungary blocks the package».

A parser trained on some ten thousand sentences takes half of the rarer verbs for nouns, above all in headlines. What
stands round them is enough to tell the subject and object, if only the verb is one that it has often seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ravabet.language.english.forms import keys
from ravabet.language.parsing import Parse, parse
from ravabet.language.text import Token
from ravabet.lexicon import expressions

PRESENT, PLURAL, PAST = "takes", "take", "took"
"""What stands in for a verb in the present, in the present of many, and in the past."""
NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADV", "NUM", "X", "CCONJ"})
"""Kinds of the word that may stand before a verb."""
HELPING = frozenset({"be", "have", "do", "get", "need", "dare"})
"""Verbs that help others."""
NOUNLIKE = ("amod", "aux", "flat", "compound")
"""Beginnings of relations that no verb of a clause has."""
NO_OBJECT = frozenset({"of", "by", "'s", "’s"})
"""Words that show a noun or a participle before them."""


def parses(sentences: Sequence[tuple[Token, ...]]) -> list[Parse]:
    """The parses of sentences; those in which a verb was taken for a noun are read a second time."""
    words = [[token.text for token in tokens] for tokens in sentences]
    found = parse(words, "en")
    again = {n: own for n, tokens in enumerate(sentences) if (own := _instead(tokens, found[n]))}
    texts = [[again[n].get(at, word) for at, word in enumerate(words[n])] for n in again]
    for number, tree in zip(again, parse(texts, "en") if texts else [], strict=True):
        if all(_tells(tree, at) for at in again[number]):
            found[number] = tree
    return found


def _instead(tokens: tuple[Token, ...], tree: Parse) -> dict[int, str]:
    """The verbs that the parser took for something else, by token, with what stands in for each."""
    options = list(_options(tokens, tree))
    places = {at for at, _, _ in options}
    certain = {at: word for at, word, lemma in options if word == PRESENT and lemma not in nouns()}
    if certain or _has_verb(tree, places):
        return certain
    return dict([(at, word) for at, word, _ in options][:1])


def _options(tokens: tuple[Token, ...], tree: Parse) -> Iterator[tuple[int, str, str]]:
    """Each token that may be a finite verb of the lexicon but is none in the parse: its number, stand-in and lemma."""
    for at in range(1, len(tokens) - 1):
        word = tokens[at].fold
        verbal = tree.kinds[at] in ("VERB", "AUX") and not tree.relations[at].startswith(NOUNLIKE)
        if verbal or tokens[at].text[0].isupper():
            continue
        if tree.kinds[at - 1] not in NAMING and not tokens[at - 1].text[0].isupper():
            continue
        lemma = None if tokens[at + 1].fold in NO_OBJECT else min(keys(word) & verbs() - HELPING, default=None)
        if lemma is not None:
            yield at, PLURAL if lemma == word else PRESENT if word.endswith("s") else PAST, lemma


def _has_verb(tree: Parse, doubtful: set[int]) -> bool:
    """Whether the sentence's predicate is a finite verb or has auxiliaries that are not themselves ``doubtful``."""
    root = next((at for at, head in enumerate(tree.heads) if head < 0), None)
    if root is None:
        return True
    below = [tree.relations[child] for child in tree.children(root) if child not in doubtful]
    finite = tree.kinds[root] in ("VERB", "AUX") and tree.feat(root, "VerbForm") == "Fin"
    return finite or "cop" in below or any(relation.startswith("aux") for relation in below)


def _tells(tree: Parse, at: int) -> bool:
    """Whether a token is a verb with a subject of its own or of the verb that it is joined to."""
    if tree.kinds[at] != "VERB":
        return False
    above = tree.heads[at] if tree.relations[at] == "conj" else at
    return any(tree.relations[child].startswith("nsubj") for child in (*tree.children(at), *tree.children(above)))


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
