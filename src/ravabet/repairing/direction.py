"""Which way does a stretch of text run? Pairs of letters and pairs of words, each asked in which order they are usual.

A pair of neighbours is worth the logarithm of how often it is met in this order over how often in the other. Text whose
letters or words stand in the wrong order therefore sums to less than nothing, whatever it is about. All the text is
read, in numpy, and nothing is sampled.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from ravabet.repairing.atoms import ALPHABET, FOREIGN, NUMBER, OTHER, SPACE, symbol

Codes = npt.NDArray[np.uint16]
Symbols = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.integer[Any]]
Numbers = npt.NDArray[np.int32]

CHUNK = 1 << 15
ONE, TWO = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
"""Odd numbers that spread pairs of words over the tables (the primes of xxHash)."""

SCALE = 16.0
"""A nat in the units of the tables, which hold whole numbers."""

WORD_BITS, EDGE_BITS = 19, 16
"""Sizes of the two tables of word pairs: by what the words look like, and by the letters that meet."""

FORM, STRAY, HALF, SIGN, HIGH, NEWLINE = 54, 55, 56, 57, 58, 59
"""Symbols beyond the alphabet: presentation forms, invisible characters and half surrogates, joiners, the signs and the
accented letters that misread bytes turn into, line ends."""

SIGNS = "¢£¤¥¦§¨©¬®¯°±²³´µ¶·¸¹º¼½¾†‡ˆ‰ŒœƒŠšŽžŸ™ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇґєјЅѕ"


def codes_of(text: str) -> Codes:
    """The UTF-16 code units of a text, half a surrogate pair each where a character needs two."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")


@lru_cache(maxsize=1)
def symbol_table() -> Symbols:
    """The symbol of each code unit."""
    table = np.full(1 << 16, OTHER, dtype=np.uint8)
    known = {*ALPHABET, *map(chr, range(0x20, 0x7F)), *map(chr, range(0x600, 0x700))}
    for char in known - {"\N{REPLACEMENT CHARACTER}"}:
        table[ord(char)] = symbol(char)
    table[[9, 13, 0xA0]] = SPACE
    table[0xC0:0x100] = HIGH
    table[0x80:0xA0] = SIGN
    table[[*map(ord, SIGNS)]] = SIGN
    table[0xFB50:0xFEFD] = FORM
    table[[0xFD3E, 0xFD3F, *range(0xFDF0, 0xFE50)]] = OTHER
    table[0xD800:0xE000] = STRAY
    table[[0xAD, 0x61C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]] = STRAY
    table[[0x200C, 0x200D]] = HALF
    table[10] = NEWLINE
    return table


def symbols_of(text: str) -> Symbols:
    """The symbols of a text, one a code unit; made in pieces that stay in the cache of the processor."""
    codes, table = codes_of(text), symbol_table()
    found = np.empty(len(codes), dtype=np.uint8)
    for start in range(0, len(codes), CHUNK):
        np.take(table, codes[start : start + CHUNK], out=found[start : start + CHUNK], mode="clip")
    return found


def letter_pairs(symbols: Symbols) -> npt.NDArray[np.uint16]:
    """Each symbol and the next as one number."""
    pairs = symbols[:-1].astype(np.uint16)
    pairs <<= 6
    pairs |= symbols[1:]
    return pairs


GAP, WORD, FIGURE, STOP = 0, 1, 2, 3


@lru_cache(maxsize=1)
def class_table() -> bytes:
    """What each symbol is for the pairs of words: brackets and other scripts are gaps, each stop stands alone."""
    table = np.full(256, WORD, dtype=np.uint8)
    table[[SPACE, NEWLINE, OTHER, FOREIGN, FORM, STRAY, SIGN, HIGH]] = GAP
    table[[ALPHABET.index(mark) for mark in '()«»"-/']] = GAP
    table[NUMBER] = FIGURE
    table[[ALPHABET.index(stop) for stop in ".،؛:!؟"]] = STOP
    return table.tobytes()


@dataclass(frozen=True, slots=True)
class Words:
    """The words, numbers and stops of a text: where they start and end, and the class of each."""

    starts: Ints
    ends: Ints
    classes: Symbols


def words_of(symbols: Symbols) -> Words:
    """The words, numbers and stops in the order in which they stand."""
    classes = np.frombuffer(b"\0" + symbols.tobytes().translate(class_table()) + b"\0", dtype=np.uint8)
    turns = np.flatnonzero((classes[1:] != classes[:-1]) | (classes[1:] == STOP)).astype(np.int32)
    held = classes[turns[:-1] + 1] if len(turns) else classes[:0]
    kept = np.flatnonzero(held)
    return Words(turns[kept], turns[kept + 1], held[kept])


def word_pairs(symbols: Symbols, words: Words) -> tuple[Ints, Ints]:
    """Each word and the next as a place in the table of words, and in that of the letters that meet."""
    starts, ends = words.starts, words.ends
    lengths = ends - starts
    long = lengths > 1
    first, last = symbols[starts].astype(np.uint32), symbols[ends - 1].astype(np.uint32)
    second = (symbols[starts + long] * long).astype(np.uint32)
    before = (symbols[ends - 1 - long] * long).astype(np.uint32)
    head, tail = first | second << 6, last | before << 6
    look = (head | tail << 12) * ONE ^ np.minimum(lengths, 15).astype(np.uint32) * TWO
    mixed = (look[:-1] * TWO ^ look[1:] >> 7) * ONE
    met = (tail[:-1] * ONE ^ head[1:] * TWO) * ONE
    return mixed >> (32 - WORD_BITS), met >> (32 - EDGE_BITS)


class Direction:
    """The tables: the worth of pairs of symbols, of words, and of the letters of two words that meet."""

    def __init__(self, letters: npt.NDArray[np.int8], words: npt.NDArray[np.int8], edges: npt.NDArray[np.int8]) -> None:
        self.letters, self.words, self.edges = letters, words, edges

    def of_letters(self, symbols: Symbols) -> npt.NDArray[np.int8]:
        """What each symbol and the next one say."""
        found = np.empty(max(len(symbols) - 1, 0), dtype=np.int8)
        for start in range(0, len(found), CHUNK):
            pairs = letter_pairs(symbols[start : start + CHUNK + 1])
            np.take(self.letters, pairs, out=found[start : start + CHUNK], mode="clip")
        return found

    def of_words(self, symbols: Symbols, words: Words) -> npt.NDArray[np.int16]:
        """What each word and the next one say."""
        found = np.empty(max(len(words.starts) - 1, 0), dtype=np.int16)
        for start in range(0, len(found), CHUNK):
            part = slice(start, start + CHUNK + 1)
            looks, edges = word_pairs(symbols, Words(words.starts[part], words.ends[part], words.classes[part]))
            found[start : start + CHUNK] = self.words[looks]
            found[start : start + CHUNK] += self.edges[edges]
        return found


@lru_cache(maxsize=1)
def tables() -> Direction:
    """The tables that ship, read when they are first needed."""
    with resources.files(__package__).joinpath("data", "direction.npz").open("rb") as file:
        found = np.load(file, allow_pickle=False)
        return Direction(found["letters"], found["words"], found["edges"])


UNTOLD = (OTHER, NUMBER, FOREIGN, FORM, STRAY, HALF, SIGN, HIGH, NEWLINE)
"""Symbols whose order tells nothing."""
