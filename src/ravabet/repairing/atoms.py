"""A line as atoms: the smallest pieces a PDF reader never takes apart, each folded to one symbol of the tables.

A letter with its marks is an atom, and so are a whole number and a stretch of left-to-right script, whose inside every
reader leaves in order. The tables know 64 symbols, shared by all languages of the Arabic script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Symbols = npt.NDArray[np.uint8]

OTHER, SPACE, NUMBER, FOREIGN = 0, 1, 2, 3
STOPS = '.،؛:!؟()«»"-/'
LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئءة"
ALPHABET = "\N{REPLACEMENT CHARACTER} 0L" + STOPS + LETTERS
FIRST_LETTER = 4 + len(STOPS)
WIDTH = 64
"""Symbols a table may hold: room for the alphabet of a language still to come."""

MIRRORED = dict(zip("()[]{}«»‹›<>", ")(][}{»«›‹><", strict=True))
HALF_SPACE = "\N{ZERO WIDTH NON-JOINER}"

_FOLDED = {
    "يىےېﻯﻱﻲﻳﻴﯼﯽﯾﯿ": "ی", "كﮎﮏﮐﮑ": "ک", "أإٱٵ": "ا", "ۀۂەہھ": "ه", "ؤ": "و", "\u200c\t\xa0\u3000\n\r": " ",
    "[{": "(", "]}": ")", "“‹<”›>„": '"', "?": "؟", "!": "!", ",": "،", ";": "؛", "–—−‐‑": "-", "…": ".", "\\|": "/",
}  # fmt: skip
_MARKS = "\u0640\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad"
_NUMBER = rf"[%٪]?\d(?:[\d{_MARKS}]*[.,/٫٬:]?\d)*[%٪]?"
_FOREIGN = r"[A-Za-z\u00c0-\u052f](?:[A-Za-z\u00c0-\u052f0-9 .'’&@_/:+-]*[A-Za-z\u00c0-\u052f0-9])?"
_LONG = re.compile(rf"{_NUMBER}|{_FOREIGN}")
_LONG_MARKED = re.compile(rf"{_NUMBER}|{_FOREIGN}|.[{_MARKS}]+", re.DOTALL)
_MARK, _SPACES = re.compile(f"[{_MARKS}]+"), re.compile(" +")
_NUMBER_RUN, _FOREIGN_RUN = re.compile(_NUMBER), re.compile(_FOREIGN)


@dataclass(frozen=True, slots=True)
class Line:
    """A line cut into atoms: ``edges[i]`` to ``edges[i + 1]`` are the characters of atom ``i``."""

    text: str
    edges: tuple[int, ...]
    symbols: Symbols

    def __len__(self) -> int:
        return len(self.symbols)

    def letters(self) -> int:
        """How many atoms are letters of the Arabic script."""
        return int((self.symbols >= FIRST_LETTER).sum())


@lru_cache(maxsize=4096)
def symbol(atom: str) -> int:
    """The symbol, 0 to 63, that stands for an atom in the tables."""
    first = atom[0]
    if any(c.isdigit() for c in atom[:2]):
        return NUMBER if not first.isalpha() else FOREIGN
    found = ALPHABET.find(_fold(first), 1)
    if found >= SPACE and found not in (NUMBER, FOREIGN):
        return found
    return FOREIGN if first.isalpha() and not "\u0600" <= first <= "\ufefc" else OTHER


def cut(text: str) -> Line:
    """One line (no line break in it) as atoms."""
    symbols = np.frombuffer(bytearray(text.translate(_SYMBOLS), "latin-1"), dtype=np.uint8)
    first = np.ones(len(text), dtype=np.bool_)
    for found in (_LONG_MARKED if _MARK.search(text) else _LONG).finditer(text):
        symbols[found.start()] = symbol(found[0])
        first[found.start() + 1 : found.end()] = False
    return Line(text, (*np.flatnonzero(first).tolist(), len(text)), symbols[first])


def mirrored(symbols: Symbols) -> Symbols:
    """The symbols with every bracket and guillemet turned to the other side."""
    return _MIRROR[symbols]


def words(symbols: Symbols) -> list[str]:
    """The words of a symbol sequence, every stop, number and foreign stretch a word of its own."""
    return _WORD.findall(spelled(symbols))


def spelled(symbols: Symbols) -> str:
    """The symbols as folded letters, one character a symbol."""
    return symbols.tobytes().decode("latin-1").translate(_FROM_LATIN)


def encode(text: str) -> Symbols:
    """A long text (line ends are spaces) as symbols, each run of spaces one: how the tables are counted."""
    text = _MARK.sub("", text)
    text = _FOREIGN_RUN.sub("L", _NUMBER_RUN.sub("0", text))
    text = _SPACES.sub(" ", text.translate(_SPELLING))
    return np.frombuffer(text.translate(SPELLED).encode("latin-1"), dtype=np.uint8)


def _fold(char: str) -> str:
    if "\ufb50" <= char <= "\ufefc":
        char = unicodedata.normalize("NFKC", char)[0]
    return _FOLD.get(char, char)


class _Met(dict[int, str]):
    """A translation table that asks ``find`` for each character the first time it is met."""

    def __init__(self, find: Callable[[str], str]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, code: int) -> str:
        found = self[code] = self._find(chr(code))
        return found


_SPELLING, _SYMBOLS = _Met(lambda char: ALPHABET[symbol(char)]), _Met(lambda char: chr(symbol(char)))
_FOLD = {char: target for source, target in _FOLDED.items() for char in source}
_MIRROR = np.arange(WIDTH, dtype=np.uint8)
for _open, _close in ("()", "«»"):
    _MIRROR[ALPHABET.index(_open)], _MIRROR[ALPHABET.index(_close)] = ALPHABET.index(_close), ALPHABET.index(_open)
SPELLED = {ord(char): chr(i) for i, char in enumerate(ALPHABET)}
_FROM_LATIN = dict(enumerate(ALPHABET))
_WORD = re.compile(rf"[{LETTERS}]+|[^ {LETTERS}]")
