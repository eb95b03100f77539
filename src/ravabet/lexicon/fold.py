"""Folding: the one table by which surface forms are compared, never shown.

Offsets survive: ``fold_char`` maps one character to at most one character, so a folded text with removed characters
can be kept beside a list of where each character came from.
"""

from __future__ import annotations

from functools import cache

_SAME = {
    # Arabic letters to one form each (Persian and Arabic spellings meet)
    "ي": "ی",
    "ى": "ی",
    "ئ": "ی",
    "ې": "ی",
    "ك": "ک",
    "ڪ": "ک",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ؤ": "و",
    "ة": "ه",
    "ۀ": "ه",
    "ە": "ه",
    "ہ": "ه",
    "ھ": "ه",
    # digits
    **{chr(0x06F0 + i): str(i) for i in range(10)},
    **{chr(0x0660 + i): str(i) for i in range(10)},
    # Cyrillic and Latin
    "ё": "е",
    "Ё": "е",
    "İ": "i",  # Turkish: I is the capital of ı, İ that of i, and all four meet
    "ı": "i",
    "â": "a",
    "î": "i",
    "û": "u",
    "’": "'",
    "ʼ": "'",
    "`": "'",
}
_GONE = {
    "\u0640",  # tatweel
    "\u0670",  # superscript alef
    "\u0654",
    "\u0655",  # hamza above, below
    *(chr(c) for c in range(0x064B, 0x0654)),  # vowel signs
    *"\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff\u00ad",
    "ء",
}
ZWNJ = "\u200c"


@cache
def fold_char(char: str) -> str:
    """The folded form of one character: one character, or nothing where it is not written when comparing."""
    if char in _GONE:
        return ""
    same = _SAME.get(char)
    if same is not None:
        return same
    lower = char.lower()
    return lower if len(lower) == 1 else char


class _Folded(dict[int, str]):
    """What each code point is folded to, for ``str.translate``; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = found = " " if char == ZWNJ else fold_char(char)
        return found


_FOLDED = _Folded()


def fold(text: str) -> str:
    """``text`` for comparing: letters unified, vowel signs dropped, lower case, the half-space as a space."""
    return text.translate(_FOLDED)
