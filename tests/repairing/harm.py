"""Makers of every kind of damage but runs in screen order (``damage.py``), each as its producers make it."""

from __future__ import annotations

import random
import re
import textwrap
import unicodedata

from ravabet.repairing.atoms import FOREIGN, HALF_SPACE, MIRRORED, NUMBER, cut

MARKS = "\u200b\u200e\u200f\u202b\u202c\ufeff\u2067\u2069"
MISREAD = ("latin-1", "cp1252", "cp1256", "cp1251")
_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3]")


def printed(text: str, width: int = 95) -> list[str]:
    """A text as printed lines."""
    return [line for paragraph in text.split("\n") for line in textwrap.wrap(paragraph, width)]


def mirrored(text: str) -> str:
    """Brackets as they are seen on the page."""
    return "".join(MIRRORED.get(char, char) for char in text)


def line_reversed(line: str, *, digits: bool = True, seen: bool = True) -> str:
    """A line as it stands on the page, read from the left: ``digits``: numbers and Latin are left in order."""
    atoms = cut(mirrored(line) if seen else line)
    parts = [atoms.text[a:b] for a, b in zip(atoms.edges, atoms.edges[1:], strict=False)]
    kept = [
        p if digits and s in (NUMBER, FOREIGN) else p[::-1] for p, s in zip(parts, atoms.symbols.tolist(), strict=True)
    ]
    return "".join(reversed(kept))


def words_reversed(line: str, *, digits: bool = False, seen: bool = False) -> str:
    """Each word turned round where it stands."""
    return " ".join(line_reversed(word, digits=digits, seen=seen) for word in line.split(" "))


def words_left_to_right(line: str) -> str:
    """Words from the left of the page to its right."""
    return " ".join(reversed(line.split(" ")))


def shaped(text: str) -> str:
    """Every letter in the presentation form it shows, lam and alef as one."""
    found = []
    chars = list(text.replace(HALF_SPACE, HALF_SPACE))
    for i, char in enumerate(chars):
        before = i > 0 and _joins(chars[i - 1], "<initial>") and _joins(char, "<final>")
        after = i + 1 < len(chars) and _joins(char, "<initial>") and _joins(chars[i + 1], "<final>")
        kind = {(0, 0): "<isolated>", (0, 1): "<initial>", (1, 0): "<final>", (1, 1): "<medial>"}[before, after]
        found.append(_FORMS.get((kind, char), char))
    return re.sub("[\ufedf\ufee0][\ufe8e\ufe84\ufe88\ufe82]", _lam_alef, "".join(found))


def misread(text: str, codec: str) -> str:
    """UTF-8 read in another encoding, as browsers do: a byte without a character stays as a control."""
    data = text.encode()
    return "".join(_char(byte, codec) for byte in data)


def strayed(text: str, rng: random.Random, share: float = 0.2) -> str:
    """Invisible characters inside some words."""
    return re.sub(r"\w{3,}", lambda word: _pierced(word[0], rng) if rng.random() < share else word[0], text)


def spelled(text: str, *, wide: bool = True) -> str:
    """Every letter apart; ``wide``: words further apart than letters."""
    return (" " * (3 if wide else 1)).join(" ".join(word) for word in text.replace(HALF_SPACE, "").split(" "))


def _pierced(word: str, rng: random.Random) -> str:
    place = rng.randrange(1, len(word))
    return word[:place] + rng.choice(MARKS) + word[place:]


def _char(byte: int, codec: str) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeError:
        return chr(byte)


def _forms() -> dict[tuple[str, str], str]:
    found = {}
    for code in (*range(0xFB50, 0xFBFF + 1), *range(0xFE80, 0xFEFD)):
        kind, _, shown = unicodedata.decomposition(chr(code)).partition(" ")
        if kind and " " not in shown:
            found[kind, chr(int(shown, 16))] = chr(code)
    return found


def _joins(char: str, kind: str) -> bool:
    return (kind, char) in _FORMS


def _lam_alef(pair: re.Match[str]) -> str:
    alef = {"\ufe8e": 0xFEFB, "\ufe84": 0xFEF7, "\ufe88": 0xFEF9, "\ufe82": 0xFEF5}[pair[0][1]]
    return chr(alef + (pair[0][0] == "\ufee0"))


_FORMS = _forms()
