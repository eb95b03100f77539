"""Treebanks in CoNLL-U, put on Ravabet's own tokens, for tools/train_parser.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ravabet.language import Token, tokens, words
from ravabet.language.parsing import PART, Parse

KEPT = frozenset({"Aspect", "Case", "Mood", "Person", "Polarity", "PronType", "Tense", "VerbForm", "Voice"})
"""Features that are learned for every token; ``Number`` only for verbs, where it tells the person."""
VERBS = frozenset({"VERB", "AUX"})
PREFIXES = frozenset({"می", "نمی"})
"""Pieces of a word that do not stand for it: the next piece does."""
NOMINAL = frozenset(
    {"nmod:poss", "amod", "det", "det:predet", "nummod", "flat", "fixed", "case", "compound:lvc", "appos"}
)
"""Relations below a noun that stay there when the noun turns out to be a part of a light verb."""
CLITICS = {"ل": "l", "ب": "b", "ك": "k", "ک": "k"}
"""Arabic prepositions written together with their noun: a token that holds both says so (``obl:l``)."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of a treebank: ``head`` is a word number, -1 for the root; offsets are in the sentence."""

    form: str
    kind: str
    feats: str
    head: int
    relation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence in our tokens with its parse."""

    words: tuple[str, ...]
    parse: Parse


def read(path: Path, language: str, *, split: bool = True) -> list[Gold]:
    """The sentences of a treebank in our tokens; ``split``: take words apart as the language's module does."""
    read_as = _as_perdt if "seraji" in path.name else list
    found = (on_tokens(read_as(parts), _tokens(text, language, split=split)) for text, parts in sentences(path))
    return [gold for gold in found if gold is not None]


def _tokens(text: str, language: str, *, split: bool) -> tuple[Token, ...]:
    return words(text, language) if split else tokens(text)


def sentences(path: Path) -> Iterator[tuple[str, list[Word]]]:
    """The text and the words of each sentence."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        rows = [row for row in rows if "." not in row[0]]
        if rows:
            yield _sentence(rows)


def _sentence(rows: list[list[str]]) -> tuple[str, list[Word]]:
    text, found = "", []
    outer: tuple[int, int, int] | None = None  # last word number, start and end of a surface word with several in it
    inside = 0
    for row in rows:
        space = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            outer = (int(row[0].split("-")[1]), len(text), len(text) + len(row[1]))
            inside = len(text)
            text += row[1] + space
            continue
        if outer and int(row[0]) <= outer[0]:
            start, end = _within(text, row[1], inside, outer[1], outer[2])
            inside = end if (start, end) != outer[1:] else inside
        else:
            start, end = len(text), len(text) + len(row[1])
            text += row[1] + space
        found.append(Word(row[1], row[3], row[5], int(row[6]) - 1, row[7], start, end))
    return text, found


def _within(text: str, form: str, at: int, start: int, end: int) -> tuple[int, int]:
    """Where a word lies in the surface word that holds it: all of it, where its letters are written otherwise."""
    return (at, at + len(form)) if text.startswith(form, at) and at + len(form) <= end else (start, end)


def _as_perdt(parts: list[Word]) -> list[Word]:
    """A sentence of the Seraji treebank as PerDT would have it: a light verb is the head of its noun («برگزار شد»)."""
    light = {word.head: at for at, word in enumerate(parts) if word.relation == "compound" and word.kind == "VERB"}
    made = []
    for at, word in enumerate(parts):
        if at in light:
            word = replace(word, head=light[at], relation="compound:lvc")
        elif light.get(word.head) == at:
            noun = parts[word.head]
            word = replace(word, head=noun.head, relation=noun.relation)
        elif word.head in light and word.relation not in NOMINAL:
            word = replace(word, head=light[word.head], relation="obl" if word.relation == "nmod" else word.relation)
        made.append(replace(word, relation="nmod") if word.relation == "nmod:poss" else word)
    return made


def on_tokens(parts: list[Word], found: tuple[Token, ...]) -> Gold | None:
    """The parse of ``parts`` on our tokens: a token stands for the highest word in it, and the further pieces of a word
    hang on its first by ``goeswith``; None for a sentence whose root is in no token.
    """
    depth = [_depth(parts, at) for at in range(len(parts))]
    held = [[at for at, word in enumerate(parts) if word.start < t.end and t.start < word.end] for t in found]
    if not found or not all(held):
        return None
    owners = [min(inside, key=lambda at: (depth[at], at)) for inside in held]
    stands = {at: _stands_for(at, owners, held, found) for at in range(len(parts))}
    root = next(at for at, word in enumerate(parts) if word.head < 0)
    if stands[root] is None:
        return None
    lines = [_line(at, parts, owners, held, stands) for at in range(len(found))]
    heads, relations, kinds, feats = zip(*lines, strict=True)
    return Gold(tuple(token.text for token in found), Parse(heads, relations, kinds, feats))


def _depth(parts: list[Word], at: int) -> int:
    steps = 0
    while parts[at].head >= 0:
        at, steps = parts[at].head, steps + 1
    return steps


def _stands_for(at: int, owners: list[int], held: list[list[int]], found: tuple[Token, ...]) -> int | None:
    """The token that stands for a word."""
    own = [n for n, owner in enumerate(owners) if owner == at]
    if own:
        return next((n for n in own if found[n].text not in PREFIXES), own[0])
    return next((n for n, inside in enumerate(held) if at in inside), None)


def _line(
    at: int, parts: list[Word], owners: list[int], held: list[list[int]], stands: dict[int, int | None]
) -> tuple[int, str, str, str]:
    owner = owners[at]
    word = parts[owner]
    feats = _feats(word)
    if stands[owner] != at and word.kind != "PUNCT":
        head = stands[owner]
        assert head is not None
        return head, PART, word.kind, feats
    above = word.head
    while above >= 0 and (stands[above] is None or stands[above] in (at, stands[owner])):
        above = parts[above].head
    if above < 0:
        return (-1, "root", word.kind, feats) if stands[owner] == at else (stands[owner] or 0, "punct", "PUNCT", "")
    head = stands[above]
    assert head is not None
    return head, _relation(owner, parts, held[at]), word.kind, feats


def _relation(owner: int, parts: list[Word], inside: list[int]) -> str:
    """The relation with the preposition that the same token holds."""
    relation = parts[owner].relation
    for at in inside:
        if (
            parts[at].head == owner
            and parts[at].relation == "case"
            and parts[at].form in CLITICS
            and ":" not in relation
        ):
            return f"{relation}:{CLITICS[parts[at].form]}"
    return relation


def _feats(word: Word) -> str:
    if word.feats == "_":
        return ""
    kept = KEPT | {"Number"} if word.kind in VERBS else KEPT
    return "|".join(pair for pair in word.feats.split("|") if pair.partition("=")[0] in kept)
