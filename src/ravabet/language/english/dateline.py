"""Where a report was written («MOSCOW (Reuters) - »): words before the sentence, of which nothing in it depends."""

from __future__ import annotations

from ravabet.language.parsing import DATELINE, Parse
from ravabet.language.text import Token

LONGEST = 16
"""Tokens that a dateline has at most."""
AGENCY = 5
"""Tokens between its brackets at most."""
DASHES = frozenset("-–—_")
"""What closes a dateline; old wires print "_" («KIEV (AP) _»)."""
OPENING, CLOSING = frozenset("(/"), frozenset(")/")
MARKS = frozenset(",./'’")


def end(tokens: tuple[Token, ...]) -> int:
    """The number of the first token after a dateline; 0 where a sentence has none.

    A dateline begins with a name in capitals and closes with a dash, after the agency in brackets if it names one.
    «Doha (AP) —» needs the brackets, since «Moscow - the capital -» is none.
    """
    if len(tokens) < LONGEST // 4 or not tokens[0].text[0].isupper():
        return 0
    loud = tokens[0].text.isupper() and len(tokens[0].text) > 2
    at = 0
    while at < min(LONGEST, len(tokens) - 1):
        token = tokens[at]
        if token.text in OPENING and at and token.start > tokens[at - 1].end:
            closed = next((n for n in range(at + 2, min(at + AGENCY, len(tokens))) if tokens[n].text in CLOSING), None)
            if closed is None or closed + 1 >= len(tokens) or not tokens[at + 1].text[0].isupper():
                return 0
            after = closed + 1
            return after + 1 if tokens[after].text in DASHES else 0
        if token.text in DASHES and at:
            return at + 1 if loud else 0
        if not (token.text[0].isupper() or token.text[0].isdigit() or token.text in MARKS):
            return 0
        at += 1
    return 0


def joined(parse: Parse, cut: int) -> Parse:
    """The parse of what follows a dateline, with the dateline's words hung on its root."""
    if not cut:
        return parse
    root = next((at for at, head in enumerate(parse.heads) if head < 0), 0) + cut
    heads = (root,) * cut + tuple(head + cut if head >= 0 else -1 for head in parse.heads)
    return Parse(heads, (DATELINE,) * cut + parse.relations, ("X",) * cut + parse.kinds, ("",) * cut + parse.feats)
