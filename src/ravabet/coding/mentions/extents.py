"""Where a noun phrase goes on: over a genitive brought in by a preposition, a joined adjective, enclosing marks."""

from __future__ import annotations

from ravabet.coding.mentions.bounds import Bounds
from ravabet.coding.mentions.draft import Draft
from ravabet.coding.mentions.names import Names
from ravabet.coding.mentions.scan import Hit


class Extents(Names):
    """The reach of the phrases of one sentence; ``hits``: its known forms, ``at``: which of them begins at a token."""

    bounds: Bounds
    hits: list[Hit]

    def _own_genitive(self, draft: Draft, number: int) -> int:
        """An office takes its own state behind a preposition («المرشد الأعلى لإيران»); gives the next hit."""
        brought = draft.end < len(self.folds) and self.folds[draft.end] in self.small["genitives"]
        at = self.at.get(draft.end + 1) if brought and draft.who == "one" else None
        if at is None or self.hits[at].word.kind != "name" or (self.hits[at].word.code,) != draft.codes:
            return number
        draft.end = self.hits[at].end
        return at + 1

    def _second_adjective(self, position: int) -> int:
        """Where the adjective ends that "and" joins to one before, its state behind it («مظلوم و بی‌دفاع X»), or 0."""
        start = position + 1
        if start >= len(self.folds) or self.folds[position] not in self.small["adjective_ands"]:
            return 0
        end = start + 1
        while end < len(self.folds) and self.glued[end]:
            end += 1
        state, known = self.at.get(end), self.at.get(start)
        one = known is None or (self.hits[known].word.kind == "modifier" and self.hits[known].end == end)
        named = state is not None and self.hits[state].word.role in ("actor", "place")
        return end if one and named and (end > start + 1 or self._plain(start)) else 0

    def _marked(self, position: int) -> int | None:
        """The number of the known name that a quotation mark opens, or of the group or body that stands in brackets."""
        at = self.at.get(position + 1)
        if at is None or self.folds[position] not in self.small["quotes"]:
            return None
        hit = self.hits[at]
        bracketed = self.folds[position] in self.small["brackets"]
        closed = hit.end < len(self.folds) and self.folds[hit.end] in self.small["quotes"]
        return at if closed and hit.word.kind in (("group", "body") if bracketed else ("person",)) else None
