"""Lines whose letters, or words, stand left to right: what readers that go by place on the page make of them.

Three kinds, told by what pairs of letters and pairs of words say of their direction (``direction``): whole lines turned
round, words turned round where they stand, and words that are right in lines that are not. How numbers, Latin and
brackets came is decided once for all lines turned alike, because one reader made them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ravabet.model import RepairStep
from ravabet.repairing import direction
from ravabet.repairing.atoms import FOREIGN, MIRRORED, NUMBER, cut
from ravabet.repairing.detecting import ALONE, prose, tidy
from ravabet.repairing.lattice import as_is
from ravabet.repairing.look import Look
from ravabet.repairing.steps import body, reverse_letters, reverse_words
from ravabet.repairing.stretches import stretches
from ravabet.repairing.tables import Tables

LINES, WORDS, ORDER = "whole lines reversed", "words reversed", "words in left-to-right order"

Ties = Mapping[int, tuple[int, ...]]
"""By line, stretches that keep their way because they were one character (start, end, start, end, ...)."""

SWITCH_LETTERS, SUSPECT_WORDS, SWITCH_WORDS = 12.0, 4.0, 16.0
"""Nats that a change from sound to damaged lines, or back, must be worth. A turned line is worth 50 by its letters."""

NEAR = 2
"""Lines on each side of a stretch under suspicion that are looked at with it."""

LEAST_LETTERS, LEAST_WORDS = 0.2, 0.03
"""Nats a character, besides, for a verdict. Turned news has 0.5 and more by its letters, 0.05 and more by its words."""

_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]")
_MARKS = "\u064b-\u065f\u0670"
_LEADING = re.compile(r"(?<!\S)[.،؛:!؟]+(?=[^\W\d])")
_TRAILING = re.compile(r"(?<=[^\W\d])[.،؛:!؟]+(?!\S)")
_STOPS = ".،؛:!؟"
_TOKEN = re.compile(r"\S+")
_PIECES = re.compile(rf"\s+|[{_STOPS}]+|[^\s{_STOPS}]+")
_KEPT = re.compile(r"[A-Za-z][A-Za-z0-9.'&+-]*(?: +[A-Za-z0-9][A-Za-z0-9.'&+-]*)+|\S+|\s+")


@dataclass(frozen=True, slots=True)
class Turned:
    """Lines turned in one way: the kind, the lines, the chance of it, and the steps that turn them back."""

    kind: str
    lines: tuple[int, ...]
    confidence: float
    steps: tuple[RepairStep, ...]


def by_letters(lines: Sequence[str], seen: Look, ties: Ties) -> Iterator[Turned]:
    """The lines whose letters run the wrong way, and the steps that turn them back."""
    damaged = stretches(seen.letters, SWITCH_LETTERS)
    damaged = [each for each in damaged if _worth(seen.letters, seen.sizes, each) >= LEAST_LETTERS]
    for kind, numbers in _sorted_out(lines, damaged, ties):
        texts = {n: body(lines[n])[1] for n in numbers if _LETTER.search(lines[n])}
        if texts:
            sure = _sure(-float(seen.letters[numbers].sum()), SWITCH_LETTERS)
            steps = _lines_back(texts, ties) if kind == LINES else _words_back(texts, ties)
            yield Turned(kind, tuple(texts), sure, tuple(steps))


def by_words(lines: Sequence[str], seen: Look, tables: Tables | None) -> Turned | None:
    """The lines whose words run the wrong way though their letters do not, and the steps that put them in order.

    Pairs of words name suspects; where the language has tables, its letters then judge the lines both ways.
    """
    worth = seen.words
    if tables:
        near = {m for each in stretches(worth, SUSPECT_WORDS) for m in range(each[0] - NEAR, each[-1] + NEAR + 1)}
        worth = worth.copy()
        for number in near & set(range(len(lines))):
            worth[number] = _judged(body(lines[number])[1], tables)
    damaged = stretches(worth, SWITCH_WORDS)
    numbers = [n for each in damaged if _worth(worth, seen.sizes, each) >= LEAST_WORDS for n in each]
    texts = {n: body(lines[n])[1] for n in numbers if _LETTER.search(lines[n])}
    if not texts:
        return None
    sure = _sure(-float(worth[numbers].sum()), SWITCH_WORDS)
    return Turned(ORDER, tuple(texts), sure, tuple(_order_back(texts)))


def _judged(text: str, tables: Tables) -> int:
    """What a line of prose is worth as it stands rather than with its words turned round, in nats of its letters."""
    if not prose(cut(text)):
        return 0
    turned = "".join(found[0] for found in reversed(list(_KEPT.finditer(text))))
    plain, other = (as_is(tables.letters, tidy(cut(each).symbols), ALONE) for each in (text, turned))
    return round((plain - other) / 2)


def _worth(worth: direction.Ints, sizes: direction.Ints, numbers: list[int]) -> float:
    return -float(worth[numbers].sum()) / max(1, int(sizes[numbers].sum()))


def _sure(nats: float, switch: float) -> float:
    return round(1 / (1 + math.exp(min(50.0, (switch - nats) / 4))), 3)


def _sorted_out(lines: Sequence[str], damaged: list[list[int]], ties: Ties) -> Iterator[tuple[str, list[int]]]:
    """The damaged lines by kind: the one in which their words then stand in the better order."""
    kinds: dict[str, list[int]] = {}
    for numbers in damaged:
        texts = [body(lines[n])[1] for n in numbers]
        held = [ties.get(n, ()) for n in numbers]
        whole = [reverse_letters(text, kept).text for text, kept in zip(texts, held, strict=True)]
        apart = [reverse_words(t, (*kept, *_spans(_TOKEN, t))).text for t, kept in zip(texts, held, strict=True)]
        kinds.setdefault(LINES if _order(whole) >= _order(apart) else WORDS, []).extend(numbers)
    yield from kinds.items()


def _order(texts: list[str]) -> int:
    symbols = direction.symbols_of("\n".join(texts))
    return int(direction.tables().of_words(symbols, direction.words_of(symbols)).sum())


def _lines_back(texts: Mapping[int, str], ties: Ties) -> Iterator[RepairStep]:
    keep, clusters = _left_to_right(texts.values(), prior=1.0), _clusters(texts.values())
    kept = {
        n: (*ties.get(n, ()), *(_foreign(text) if keep else ()), *_held(text, clusters)) for n, text in texts.items()
    }
    turn = _mirrored([reverse_letters(text, kept[n]).text for n, text in texts.items()], default=True)
    for number, text in texts.items():
        yield from _brackets(number, text, turn)
        yield RepairStep("reverse_letters", number, kept[number])


def _words_back(texts: Mapping[int, str], ties: Ties) -> Iterator[RepairStep]:
    keep, clusters = _left_to_right(texts.values(), prior=0.5), _clusters(texts.values())
    bare = _count(_TRAILING, texts.values()) > _count(_LEADING, texts.values())
    spans = {}
    for n, text in texts.items():
        kept = (*ties.get(n, ()), *(_foreign(text) if keep else ()), *_held(text, clusters))
        spans[n] = (*kept, *(_cores(text) if bare else _spans(_TOKEN, text)))
    turn = _mirrored([reverse_words(text, spans[n]).text for n, text in texts.items()], default=True)
    for number, text in texts.items():
        yield from _brackets(number, text, turn)
        yield RepairStep("reverse_words", number, spans[number])


def _order_back(texts: Mapping[int, str]) -> Iterator[RepairStep]:
    apart = _count(_LEADING, texts.values()) > _count(_TRAILING, texts.values())
    pattern = _PIECES if apart else _KEPT
    cuts = {n: tuple(found.end() for found in pattern.finditer(text))[:-1] for n, text in texts.items()}
    turned = ["".join(found[0] for found in reversed(list(pattern.finditer(text)))) for text in texts.values()]
    turn = _mirrored(turned, default=False)
    for number, text in texts.items():
        yield from _brackets(number, text, turn)
        if cuts[number]:
            yield RepairStep("reverse_runs", number, cuts[number])


def _brackets(number: int, text: str, turn: bool) -> Iterator[RepairStep]:
    places = tuple(i for i, char in enumerate(text) if char in MIRRORED) if turn else ()
    if places:
        yield RepairStep("turn_brackets", number, places)


def _mirrored(texts: Iterable[str], *, default: bool) -> bool:
    """Whether more brackets close what was opened once all are turned; the default where both ways are alike."""
    plain = turned = 0
    for text in texts:
        brackets = [char for char in text if char in MIRRORED]
        plain += _balance(brackets)
        turned += _balance([MIRRORED[char] for char in brackets])
    return default if plain == turned else turned > plain


def _balance(brackets: list[str]) -> int:
    found, opened = 0, 0
    for char in brackets:
        if char in "([{«‹<":
            opened += 1
        elif opened:
            found, opened = found + 1, opened - 1
        else:
            found -= 1
    return found - opened


def _spans(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(place for found in pattern.finditer(text) for place in found.span())


def _cores(text: str) -> tuple[int, ...]:
    """The tokens without the stops at their ends."""
    found: list[int] = []
    for token in _TOKEN.finditer(text):
        start = token.start() + len(token[0]) - len(token[0].lstrip(_STOPS))
        end = token.end() - (len(token[0]) - len(token[0].rstrip(_STOPS)))
        if start < end:
            found += (start, end)
    return tuple(found)


def _foreign(text: str) -> tuple[int, ...]:
    """The numbers and the stretches of left-to-right script, which every reader keeps from left to right."""
    line = cut(text)
    spans = zip(line.edges, line.edges[1:], line.symbols.tolist(), strict=False)
    return tuple(i for a, b, symbol in spans if symbol in (NUMBER, FOREIGN) and b > a + 1 for i in (a, b))


def _clusters(texts: Iterable[str]) -> bool:
    """Whether marks have stayed with their letters: then no word begins with one."""
    marks = begins = 0
    for text in texts:
        marks += len(re.findall(f"[{_MARKS}]", text))
        begins += len(re.findall(rf"(?<!\S)[{_MARKS}]", text))
    return marks >= 3 and not begins


def _held(text: str, clusters: bool) -> tuple[int, ...]:
    return _spans(re.compile(f".[{_MARKS}]+"), text) if clusters else ()


def _count(pattern: re.Pattern[str], texts: Iterable[str]) -> int:
    return sum(len(pattern.findall(text)) for text in texts)


def _left_to_right(texts: Iterable[str], prior: float) -> bool:
    """Whether numbers and Latin still run left to right, by how numbers and names are usually made."""
    nats = prior
    for text in texts:
        spans = _foreign(text)
        for start, end in zip(spans[::2], spans[1::2], strict=True):
            part = text[start:end]
            nats += _likely(part) - _likely(part[::-1])
    return nats >= 0


def _likely(part: str) -> float:
    """How well a number or a Latin name reads, in nats against its mirror image.

    First digits follow Benford's law (1938), years lie near the present, thousands are in threes, capitals come first.
    """
    nats = 2.0 * len(re.findall("[A-Z][a-z]", part))
    for number in re.findall(r"\d+(?:[.,٫٬/:]\d+)*", part):
        digits = [int(char) for char in number if char.isdigit()]
        if len(digits) > 1:
            nats += math.log(math.log10(1 + 1 / digits[0]) if digits[0] else 0.02)
        whole = int("".join(map(str, digits))) if len(digits) == 4 == len(number) else 0
        nats += 3.0 if 1300 <= whole <= 1420 or 1900 <= whole <= 2040 else 0.0
        nats += 2.0 if re.fullmatch(r"\d{1,3}(?:[,٬]\d{3})+", number) else 0.0
    return nats
