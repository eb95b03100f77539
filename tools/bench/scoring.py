"""Character error rates of a text read from a page against the text that was printed."""

from __future__ import annotations

import re
import unicodedata

_HALF_SPACES = re.compile("[\u200c\u200d\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\u00ad\u0640]")
_SAME_LETTER = str.maketrans("يكى", "یکی")


def whole(text: str) -> str:
    """NFC with white space made single spaces: everything counts."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def plain(text: str) -> str:
    """NFKC without half-spaces, stretches and direction marks, the yehs and kafs of Arabic and Persian made one."""
    text = _HALF_SPACES.sub("", unicodedata.normalize("NFKC", text)).translate(_SAME_LETTER)
    return re.sub(r"\s+", " ", text).strip()


def error_rate(reference: str, found: str) -> float:
    """Edit distance over the length of the reference."""
    return distance(reference, found) / max(1, len(reference))


def distance(a: str, b: str) -> int:
    """Levenshtein distance, bit-parallel on Python integers (Myers 1999, as simplified by Hyyrö 2003)."""
    if not b:
        return len(a)
    places: dict[str, int] = {}
    for i, char in enumerate(b):
        places[char] = places.get(char, 0) | 1 << i
    full, last = (1 << len(b)) - 1, 1 << (len(b) - 1)
    plus, minus, score = full, 0, len(b)
    for char in a:
        equal = places.get(char, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        rise, fall = minus | ~(horizontal | plus), plus & horizontal
        score += bool(rise & last) - bool(fall & last)
        rise, fall = (rise << 1 | 1) & full, fall << 1 & full
        plus, minus = fall | ~(vertical | rise) & full, rise & vertical
    return score
