"""Who is named in a node of the graph: the parties of an event, or the actors in the words of a state of affairs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ravabet.explaining.graph import Node, State
from ravabet.lexicon import actors, fold
from ravabet.model import Coding, Document, Occurrence, Span


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
    """The codes of the states and bodies whose names stand in ``span``, by the lexicon of the document's language."""
    if document.language is None:
        return frozenset()
    pattern, codes = _names(document.language)
    return frozenset(codes[match] for match in pattern.findall(" ".join(fold(span.of(document.text)).split())))


@cache
def _names(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    codes: dict[str, str] = {}
    for entry in actors(language):
        if entry.kind in ("name", "demonym", "body", "seat"):
            codes.setdefault(" ".join(fold(entry.form).split()), entry.code)
    forms = sorted(map(re.escape, codes), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)" if forms else r"(?!)"), codes
