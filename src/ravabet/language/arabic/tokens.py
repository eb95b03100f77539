"""Arabic words taken apart: و ف ب ل ك س before a word, and the pronoun that a word bears."""

from __future__ import annotations

from functools import cache, lru_cache

from ravabet.language.arabic.forms import table
from ravabet.language.arabic.words import ARTICLE, HAMZA_ENDS, closed, counts, is_listed, keys, names, peoples, titled
from ravabet.language.text import Token
from ravabet.lexicon import fold, read_tsv

_BEFORE = ("و", "ف", "ب", "ل", "ک", "س")
_JOINING = frozenset({"و", "ف"})
_ARTICLED = frozenset({"و", "ف", "ب", "ک"})
_PREPOSITIONS = frozenset({"ب", "ل"})
_BROUGHT = 3
"""Letters of a preposition and what it brings in with a pronoun."""
_FUTURE = "س"
_PERSONS = frozenset("یتنا")
_AFTER = tuple(map(fold, ("هما", "ها", "هم", "هن", "ه")))
_NO_PRONOUN = ("ة", "ء")
_OWN = 0.03
"""Share of its uses that a word must have with the article to be one word: what is joined to it takes none."""
_RARER = 0.5
"""How often what is left must be found, counted against the whole: parts are rarely rarer than what they make."""
_OFTENER = 3
"""How much oftener a title must be than the same word in ه, which is also its feminine."""

Piece = tuple[int, int, str]
"""Start and end in the word's letters, and the folded form."""


def split(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with what is joined to a known word as tokens of their own; all but the first are ``glued``."""
    return tuple(part for token in found for part in _parts(token))


def _parts(token: Token) -> tuple[Token, ...]:
    cuts = _cuts(token.text, token.fold)
    if not cuts:
        return (token,)
    return tuple(
        Token(token.text[begin:end], folded, token.start + begin, token.start + end, token.glued or begin > 0)
        for begin, end, folded in cuts
    )


@lru_cache(maxsize=1 << 16)
def _cuts(text: str, word: str) -> tuple[Piece, ...]:
    """The pieces of a word as it is written, folded ``word``; none where it is one."""
    if not text[0].isalpha() or text[0].isascii():
        return ()
    pieces = _pieces(word, text.rstrip("ًٌٍَُِّْ").endswith(_NO_PRONOUN))
    letters = [at for at, char in enumerate(text) if fold(char)]
    if len(pieces) == 1 or len(letters) != len(word):
        return ()
    ends = [letters[end] if end < len(letters) else len(text) for _, end, _ in pieces]
    begins = [letters[start] if number else 0 for number, (start, _, _) in enumerate(pieces)]
    return tuple(zip(begins, ends, (folded for _, _, folded in pieces), strict=True))


@lru_cache(maxsize=1 << 16)
def _pieces(word: str, bare: bool) -> tuple[Piece, ...]:
    """The pieces of a folded word; ``bare``: its last letter is written as no pronoun is (إنهاء is no إنها)."""
    if word in _listed() and not (bare and len(_listed()[word]) > 1):
        return _listed()[word]
    if word in _listed() and word[0] in _BEFORE and word[1:] in _listed():  # لإنهاء is no لأنها
        return (0, 1, word[0]), (1, len(word), word[1:])
    found: list[Piece] = []
    at = 0
    while (cut := _before(word[at:], [piece[2] for piece in found])) is not None:
        found.append((at, at + 1, word[at]))
        at += 1
        if cut != word[at:]:  # للحكومة: ل and الحكومة, whose alef is not written
            return (*found, (at, len(word), cut))
    rest = word[at:]
    if rest in _listed() and not (bare and len(_listed()[rest]) > 1):
        return (*found, *((at + start, at + end, form) for start, end, form in _listed()[rest]))
    own = None if bare else _after(rest)
    if own is None:
        return (*found, (at, len(word), rest))
    stem, pronoun = own
    end = len(word) - len(pronoun)
    if at == 0 and stem[0] in _JOINING and _before(stem, []) == stem[1:] and stem[1:] in table():  # واتهمتها
        return (0, 1, stem[0]), (1, end, stem[1:]), (end, len(word), pronoun)
    if at == 0 and stem[0] in _PREPOSITIONS and len(stem) > _BROUGHT and _before(stem, []) == stem[1:]:  # بسجنه
        return (0, 1, stem[0]), (1, end, stem[1:]), (end, len(word), pronoun)
    return (*found, (at, end, stem), (end, len(word), pronoun))


def _before(word: str, taken: list[str]) -> str | None:
    """What is left of a word without the small word before it; None where none is joined to it."""
    first, rest = word[:1], word[1:]
    if first not in _BEFORE or len(rest) < 2 or word in _listed() or _is_whole(word):
        return None
    if len(rest) == 2 and first in _JOINING and rest in table():  # وشن, وجاء
        return None if taken or _has_article(word) else rest
    if (taken and first in _JOINING) or (len(taken) > 1) or _FUTURE in taken or "ل" in taken:
        return None
    if first == "ل" and rest.startswith("ل") and len(rest) > 3:
        if rest in names() or not peoples().isdisjoint(keys(rest)):  # للبنان, لليبيين
            return rest
        whole = "ا" + rest
        return whole if _known(whole) or _known(rest[1:]) else None
    if first in _ARTICLED and rest.startswith(ARTICLE) and len(rest) > len(ARTICLE) + 2:
        return rest
    if first == _FUTURE:
        return rest if _is_future(word) else None
    if _likely(word, rest) or (first in _JOINING and _is_future(rest)):
        return rest
    doubled = first in _JOINING and word not in counts() and not is_listed(word)
    return rest if doubled and _before(rest, [first]) is not None else None


def _is_future(word: str) -> bool:
    return word[:1] == _FUTURE and word[1:2] in _PERSONS and _verbal(word[1:]) and not _has_article(word)


def _is_whole(word: str) -> bool:
    if word in closed() or word in names() or word in table() or _is_verb_with_object(word):
        return True
    return word[0] in "لب" and not peoples().isdisjoint(keys(word))  # ليبيون, برازيليون


def _is_verb_with_object(word: str) -> bool:
    """Whether a word is a verb that bears a pronoun (ساعدهم), no small word with another (س, أعدهم)."""
    own = _after(word)
    if own is None or len(own[0]) < 3:
        return False
    return own[0] in table() or word[: -len(own[1])] in table()  # وجهتها, of وجه as of وجهة


def _likely(word: str, rest: str) -> bool:
    """Whether a word is more likely ``rest`` with a letter before it than one word."""
    if not peoples().isdisjoint(keys(rest)) and word[0] in _JOINING | {"ل"}:  # وليبيون, لأردنيين
        return not _has_article(word)
    if rest in names() or rest in closed() or rest in table() or rest in _listed():
        return not _has_article(word) and (len(rest) > 2 or rest in closed() or rest in _listed())
    if _has_article(word) or len(rest) < 3:
        return False
    return counts().get(rest, 0) > _RARER * counts().get(word, 0) or (
        word not in counts() and not is_listed(word) and (_known_stem(rest) or is_listed(rest))
    )


def _has_article(word: str) -> bool:
    whole = counts().get(word, 0)
    return counts().get(ARTICLE + word, 0) > _OWN * whole and ARTICLE + word in counts()


def _known(word: str) -> bool:
    return word in counts() or word in names() or is_listed(word)


def _known_stem(word: str) -> bool:
    own = _after(word)
    return own is not None and (_known(own[0]) or own[0] in table())


def _verbal(word: str) -> bool:
    own = _after(word)
    return word in table() or (own is not None and own[0] in table()) or word in counts()


def _after(word: str) -> tuple[str, str] | None:
    """A word's stem and the pronoun it bears; None where it bears none."""
    if word in closed() or word in names() or word in table() or (_has_article(word) and not _is_theirs(word)):
        return None
    for pronoun in _AFTER:
        stem = word.removesuffix(pronoun)
        if stem == word or len(stem) < 2 or (word.startswith(ARTICLE) and stem not in table()):
            continue
        for form in _stems(stem):
            if form in table() or (len(stem) > 2 and (form in counts() or ARTICLE + form in counts())):
                return form, pronoun
            if not titled().isdisjoint((form, form + "ن")):
                return form, pronoun
    return None


def _is_theirs(word: str) -> bool:
    """Whether a word in ه is a title with a pronoun (رئيسه) rather than the same title of a woman (رئيسة)."""
    stem = word[:-1]
    return word.endswith("ه") and stem in titled() and counts().get(stem, 0) > _OFTENER * counts().get(word, 0)


def _stems(stem: str) -> tuple[str, ...]:
    """What a stem is without its pronoun: زيارت is زيارة, اعتقلو is اعتقلوا, لقائ is لقاء."""
    if stem.endswith(HAMZA_ENDS):
        return (stem[:-1], stem)
    if stem.endswith("ت"):
        return (stem[:-1] + "ه", stem) if ARTICLE + stem[:-1] + "ه" in counts() else (stem, stem[:-1] + "ه")
    if stem.endswith("و"):
        return (stem + "ا", stem) if stem + "ا" in table() else (stem,)
    return (stem,)


@cache
def _listed() -> dict[str, tuple[Piece, ...]]:
    """Small words that are taken apart as ``data/ar/particles.tsv`` says (منها: من and ها)."""
    found: dict[str, tuple[Piece, ...]] = {}
    for row in read_tsv("ar", "particles.tsv"):
        if not row["parts"]:
            continue
        pieces: list[Piece] = []
        at = 0
        for part in map(fold, row["parts"].split()):
            pieces.append((at, at + len(part), part))
            at += len(part)
        found[fold(row["form"])] = tuple(pieces)
    return found
