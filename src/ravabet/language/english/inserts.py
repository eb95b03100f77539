"""What is inserted between a subject and its verb, read apart: «Somali police, trained by Turkey, arrested ...».

The parser, which was mostly taught by short sentences, takes the inserted verb for that of the sentence and joins the
other to it, or takes that for an adjective. Without the inserted words the sentence is one that it knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ravabet.language.english.known import parses
from ravabet.language.english.words import verb_words
from ravabet.language.parsing import Parse
from ravabet.language.text import Token

LONGEST = 14
"""Tokens of a subject before the comma."""
WIDEST = 30
"""Tokens of what is inserted."""
NEAR = 4
"""Tokens from the second comma to the verb: «..., on Monday ...»."""
RELATIVE = verb_words("relative")
JOINING = verb_words("joining")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
OPENING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
"""Kinds of a subject's first word."""
ENDS = frozenset({".", "?", "!", ";", ":", "(", ")", '"', "“", "”"})
"""Marks that no subject and no inserted words hold."""


@dataclass(frozen=True, slots=True)
class Insert:
    """The tokens of the two commas round what is inserted."""

    first: int
    second: int

    def without(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """The sentence's tokens without the inserted ones and their commas."""
        return tokens[: self.first] + tokens[self.second + 1 :]

    def inner(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """What is inserted."""
        return tokens[self.first + 1 : self.second]


def apart(sentences: Sequence[tuple[Token, ...]], trees: Sequence[Parse]) -> list[Parse]:
    """The parses of sentences, those with something inserted behind the subject read again without it."""
    found = list(trees)
    places = [(n, insert) for n, tokens in enumerate(sentences) if (insert := _insert(tokens, found[n])) is not None]
    if not places:
        return found
    rests = parses([insert.without(sentences[n]) for n, insert in places])
    inners = parses([insert.inner(sentences[n]) for n, insert in places])
    for (n, insert), rest, inner in zip(places, rests, inners, strict=True):
        if _tells(rest, insert.first):
            found[n] = _joined(sentences[n], rest, inner, insert)
    return found


def _insert(tokens: tuple[Token, ...], tree: Parse) -> Insert | None:
    """What is inserted behind the first noun phrase of a sentence, where the parse does not tell its verb."""
    commas = [at for at, token in enumerate(tokens) if token.text == ","]
    if len(commas) < 2 or not 0 < commas[0] <= LONGEST or tree.kinds[0] not in OPENING:
        return None
    first = commas[0]
    subject = range(first)
    if any(tree.kinds[at] in ("VERB", "AUX", "SCONJ") or tokens[at].text in ENDS for at in subject):
        return None
    if tree.kinds[first - 1] not in NOMINAL or tokens[first + 1].fold in JOINING:
        return None
    for second in commas[1:]:
        if second - first > WIDEST or any(token.text in ENDS for token in tokens[first + 1 : second]):
            return None
        if _verb_after(tree, second + 1):
            insert = Insert(first, second)
            return None if _tells(tree, first, second + 1) else insert
    return None


def _verb_after(tree: Parse, at: int) -> bool:
    """Whether a verb that may be the sentence's stands at a token."""
    if at >= len(tree):
        return False
    return tree.kinds[at] in ("VERB", "AUX") and tree.feat(at, "VerbForm") not in ("Ger", "Inf")


def _tells(tree: Parse, end: int, start: int | None = None) -> bool:
    """Whether the noun phrase before token ``end`` is the subject of a verb right behind ``start``."""
    start = end if start is None else start
    for at in range(end):
        if tree.relations[at].startswith("nsubj") and start <= tree.heads[at]:
            helped = [tree.heads[at], *tree.children(tree.heads[at])]
            return any(start <= n < start + NEAR and tree.kinds[n] in ("VERB", "AUX") for n in helped)
    return False


def _joined(tokens: tuple[Token, ...], rest: Parse, inner: Parse, insert: Insert) -> Parse:
    """One parse of both: the inserted words hang on the subject."""
    gone = insert.second + 1 - insert.first
    subject = next(at for at in range(insert.first) if rest.relations[at].startswith("nsubj"))

    def moved(head: int) -> int:
        return head if head < insert.first else head + gone

    heads = [moved(head) for head in rest.heads]
    begin = insert.first + 1
    top = next(at for at, head in enumerate(inner.heads) if head < 0)
    if tokens[begin].fold in RELATIVE:
        link = "acl:relcl"
    else:
        link = "acl" if inner.kinds[top] in ("VERB", "AUX") else "nmod" if inner.kinds[0] == "ADP" else "appos"
    inside = [subject if head < 0 else head + begin for head in inner.heads]
    links = [link if head < 0 else relation for head, relation in zip(inner.heads, inner.relations, strict=True)]
    at = insert.first
    return Parse(
        (*heads[:at], subject, *inside, subject, *heads[at:]),
        (*rest.relations[:at], "punct", *links, "punct", *rest.relations[at:]),
        (*rest.kinds[:at], "PUNCT", *inner.kinds, "PUNCT", *rest.kinds[at:]),
        (*rest.feats[:at], "", *inner.feats, "", *rest.feats[at:]),
    )
