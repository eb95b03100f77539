"""Who is named in a node of the graph: the parties of an event, or the actors in the words of a state of affairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ravabet.explaining.graph import Node, State
from ravabet.language import MODULES, Token, keys, words
from ravabet.lexicon import actors
from ravabet.model import Coding, Document, Occurrence, Span

NAMING = ("name", "demonym", "people", "body", "seat")
"""Kinds of entries of the lexicon that name a state or body wherever they stand."""


class Parties:
    """Finds the codes of those who take part, each node once."""

    def __init__(self, codings: Iterable[Coding]) -> None:
        self._codings = {id(coding.document): coding for coding in codings}
        self._known: dict[tuple[int, Span], frozenset[str]] = {}

    def of(self, node: Node) -> frozenset[str]:
        """The codes of everyone in ``node``."""
        if isinstance(node, Occurrence):
            return node.event.codes
        key = id(node.document), node.span
        if key not in self._known:
            self._known[key] = named(node.document, node.span) | self._coded(node)
        return self._known[key]

    def _coded(self, state: State) -> frozenset[str]:
        """Actors of events that the coding found in the state's own words."""
        events = self._codings[id(state.document)].events
        found = (actor for event in events for actor in (*event.actors, *event.recipients))
        return frozenset(actor.code for actor in found if state.span.holds(actor.span))


def named(document: Document, span: Span) -> frozenset[str]:
    """The codes of the states and bodies whose names stand in ``span`` in any form, by the lexicon of its language."""
    language = document.language
    if language not in MODULES:
        return frozenset()
    known, tokens = _names(language), words(document.text, language, span.start, span.end)
    found: set[str] = set()
    at = 0
    while at < len(tokens):
        forms = keys(tokens[at].fold, language)
        fitting = [name for form in forms for name in known.get(form, ()) if _fits(name, tokens, at, language)]
        longest = max((len(name.words) for name in fitting), default=0)
        found.update(name.code for name in fitting if len(name.words) == longest)
        at += max(1, longest)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in the lexicon as words: for each the dictionary forms it may have in a text."""

    code: str
    words: tuple[frozenset[str], ...]
    capital: bool


def _fits(name: _Name, tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether a name stands at a token: each word in some form, the first with a capital where it is written so."""
    if at + len(name.words) > len(tokens) or (name.capital and not tokens[at].text[0].isupper()):
        return False
    told = zip(tokens[at + 1 :], name.words[1:], strict=False)
    return all(not forms.isdisjoint(keys(token.fold, language)) for token, forms in told)


@cache
def _names(language: str) -> dict[str, list[_Name]]:
    """The names of a language by the dictionary form of their first word."""
    found: dict[str, list[_Name]] = defaultdict(list)
    for entry in actors(language):
        told = words(entry.form, language)
        if entry.kind not in NAMING or not told:
            continue
        forms = tuple(keys(token.fold, language) for token in told)
        first = {told[0].fold} if len(told) == 1 else forms[0]
        for form in first:
            found[form].append(_Name(entry.code, forms, entry.form[0].isupper()))
    return found
