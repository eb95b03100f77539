"""Noun phrases of Universal Dependencies treebanks, for ``train_reasons.py``: where they begin and where they end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ravabet.language import analyse
from ravabet.reasoning.cues.find import conjunctions, find
from ravabet.reasoning.sentences.discourse import discourse
from ravabet.reasoning.sentences.view import View, view

LONGEST = 35
"""Longer phrases are mostly wrong attachments."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``start`` to ``last`` (included) of a sentence are a phrase; its clause's verb begins at ``verb``."""

    view: View
    start: int
    last: int
    verb: int
    cause: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence: columns by word number, character offsets by word number, and the sentence analysed by us."""

    rows: dict[int, list[str]]
    places: dict[int, tuple[int, int]]
    view: View

    def children(self, head: int) -> list[int]:
        return [number for number, row in self.rows.items() if int(row[6]) == head]

    def below(self, head: int) -> set[int]:
        found = {head}
        for child in self.children(head):
            found |= self.below(child)
        return found

    def token(self, number: int) -> tuple[int, int] | None:
        """Our first and last token of word ``number``."""
        start, end = self.places[number]
        inside = [n for n, t in enumerate(self.view.sentence.tokens) if t.start < end and t.end > start]
        return (inside[0], inside[-1]) if inside else None


def trees(path: Path, language: str) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file that we, too, take for one sentence."""
    data = discourse(language)
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        text, places = _text(rows)
        sentences = analyse(text, language)
        if len(sentences) == 1:
            words = {int(row[0]): row for row in rows if row[0].isdigit()}
            yield Tree(words, places, view(0, sentences[0], data, conjunctions(language)))


def _text(rows: list[list[str]]) -> tuple[str, dict[int, tuple[int, int]]]:
    """The running text, and where each word stands in it; parts of one written word share its place."""
    text, places, covered = "", {}, 0
    for row in rows:
        numbers = [int(part) for part in row[0].split("-")] if "." not in row[0] else []
        if not numbers or numbers[-1] <= covered:
            continue
        for number in range(numbers[0], numbers[-1] + 1):
            places[number] = (len(text), len(text) + len(row[1]))
        covered = numbers[-1]
        text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    return text.strip(), places


def phrases(path: Path, language: str) -> Iterator[Phrase]:
    """Subjects, objects and phrases with a preposition, less those that hold a clause."""
    for tree in trees(path, language):
        for number, row in tree.rows.items():
            role = row[7].split(":")[0]
            cases = [n for n in tree.children(number) if tree.rows[n][7] == "case" and tree.rows[n][3] == "ADP"]
            wanted = role in ("obl", "nmod") if cases else role in ("nsubj", "obj")
            if row[3] in ("NOUN", "PROPN", "PRON", "ADJ") and wanted:
                phrase = _phrase(tree, number, cases)
                if phrase:
                    yield phrase


def _phrase(tree: Tree, number: int, cases: list[int]) -> Phrase | None:
    below = tree.below(number)
    if any(tree.rows[n][7].startswith(("acl", "parataxis", "appos")) for n in below):
        return None
    marks = {n for n in tree.children(number) if tree.rows[n][7] in ("case", "punct")}
    fixed = {n for n in below if tree.rows[n][7] == "fixed" and int(tree.rows[n][6]) in cases}
    span = sorted(below - marks - fixed)
    while span and tree.rows[span[-1]][3] == "PUNCT":
        span.pop()
    while span and tree.rows[span[0]][3] == "PUNCT":
        span.pop(0)
    if not span or len(span) > LONGEST or span[-1] - span[0] + 1 - len(span) > 2:
        return None
    first, last = tree.token(span[0]), tree.token(span[-1])
    return _before_verb(tree.view, first[0], last[1], cause=False) if first and last else None


def _before_verb(view: View, start: int, last: int, cause: bool) -> Phrase | None:
    """The phrase, if the next finite verb stands behind it."""
    verb = next((v.start for v in view.sentence.verbs if v.finite and v.start >= start), None)
    return Phrase(view, start, last, verb, cause) if verb is not None and verb > last else None


def causes(path: Path, language: str) -> Iterator[Phrase]:
    """The phrases behind our own cues."""
    for tree in trees(path, language):
        for hit in find(tree.view, language):
            if hit.cue.shape != "phrase" or hit.cue.keep or hit.end >= tree.view.size:
                continue
            last = _reach(tree, hit.start, hit.end)
            phrase = _before_verb(tree.view, hit.end, last, cause=True) if last is not None else None
            if phrase:
                yield phrase


def _reach(tree: Tree, start: int, end: int) -> int | None:
    """Our last token of the widest subtree that begins behind token ``end`` and hangs on the cue from ``start``."""
    opening, first = tree.view.sentence.tokens[start].start, tree.view.sentence.tokens[end].start
    number = next((n for n, (a, b) in tree.places.items() if n in tree.rows and a <= first < b), None)
    if number is None:
        return None
    while (head := int(tree.rows[number][6])) and tree.rows[head][3] != "VERB":
        if tree.places[min(tree.below(head))][0] < opening:
            break
        number = head
    span = sorted(n for n in tree.below(number) if tree.places[n][0] >= first)
    while span and tree.rows[span[-1]][3] == "PUNCT":
        span.pop()
    last = tree.token(span[-1]) if span else None
    return last[1] if last else None
