"""A dependency parse: what hangs on what in one sentence, in the terms of Universal Dependencies."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

PART = "goeswith"
"""The relation of a token that is only a piece of the word it hangs on: a half-space or a dot parts them."""
DATELINE = "dep:dateline"
"""The relation of the words that say where a report was written to the sentence that follows."""


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence; item ``n`` of each tuple tells of token ``n``.

    ``heads``: number of the token it hangs on, -1 for the root, of which there is one; ``relations``: with subtype
    (``nsubj:pass``); ``kinds``: UPOS; ``feats``: as in CoNLL-U (``Tense=Past|Voice=Pass``), '' for none.
    """

    heads: tuple[int, ...]
    relations: tuple[str, ...]
    kinds: tuple[str, ...]
    feats: tuple[str, ...]
    below: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    """The tokens that hang on each token, in their order."""

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.heads]
        for at, head in enumerate(self.heads):
            if head >= 0:
                below[head].append(at)
        object.__setattr__(self, "below", tuple(map(tuple, below)))

    def __len__(self) -> int:
        return len(self.heads)

    def children(self, token: int) -> tuple[int, ...]:
        """The tokens that hang on ``token``, in their order; of -1 the root."""
        return self.below[token] if token >= 0 else tuple(n for n, head in enumerate(self.heads) if head == token)

    def upward(self, token: int) -> tuple[int, ...]:
        """``token`` and those it hangs on, up to the root."""
        found = [token]
        while (head := self.heads[found[-1]]) >= 0 and head not in found:
            found.append(head)
        return tuple(found)

    def feat(self, token: int, name: str) -> str | None:
        """The value of one feature of a token (``feat(n, "Voice")``), None where it has none."""
        return _read(self.feats[token]).get(name)

    def subtree(self, token: int) -> tuple[int, ...]:
        """``token`` and all that hangs on it, directly or not, in their order."""
        found, waiting = {token}, [token]
        while waiting:
            new = [child for child in self.children(waiting.pop()) if child not in found]
            found.update(new)
            waiting.extend(new)
        return tuple(sorted(found))


@lru_cache(maxsize=1 << 12)
def _read(feats: str) -> dict[str, str]:
    """Features by name; of one that is told twice the first."""
    pairs = (pair.partition("=") for pair in reversed(feats.split("|")))
    return {name: value for name, _, value in pairs}
