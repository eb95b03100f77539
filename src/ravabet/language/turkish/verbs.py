"""Turkish verbs: a stem of ``tr/verbs.tsv``, then voice, denial, tense and person, in this order and in one word."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

from ravabet.language.sentence import Tense, Verb
from ravabet.language.text import Token
from ravabet.language.turkish.words import LANGUAGE, keys, listed, vocabulary
from ravabet.lexicon import fold, read_tsv

_H, _L = "[iuü]", "[ae]"
_PERSON = rf"(?P<person>m|{_H}m|y{_H}m|n|s{_H}n|k|{_H}z|y{_H}z|n{_H}z|s{_H}n{_H}z|l{_L}r)?"
_TENSES = {
    "pluperfect": rf"m{_H}şt{_H}",
    "perfect": rf"m{_H}ş(?:t{_H}r)?",
    "imperfect": rf"{_H}?yord{_H}|m{_L}kt{_L}yd{_H}|{_L}?rd{_H}|m{_L}zd{_H}",
    "past": rf"[dt]{_H}",
    "present": rf"{_H}?yor|m{_L}kt{_L}(?:d{_H}r)?|[aeiuü]?r|z",
    "future": rf"y?{_L}c{_L}[kğ](?:t{_H}r?)?",
    "subjunctive": rf"m{_L}l{_H}(?:d{_H}r?|yd{_H})?|s{_H}n|s{_L}|y?{_L}l{_H}",
}
_TOLD = {
    "past": rf"[dt]{_H}[kğ](?:l{_L}r)?{_H}(?P<object>n{_H})?",
    "future": rf"y?{_L}c{_L}[kğ](?:l{_L}r)?{_H}(?P<object>n{_H})?",
}
"""What is said, as the object of a verb of saying (çekildiğini, çekileceğini) or the subject of its passive right after
it (çekileceği açıklandı): it closes a clause of its own."""
_OTHER = {
    "infinitive": rf"m{_L}k(?:t{_L}n?|l{_L})?|m{_L}(?:s{_H}|l{_L}r{_H})(?:n.{{1,3}}|yl{_L})?"
    rf"|m{_L}y{_H}|m{_L}y{_L}|m{_L}",
    "participle": rf"y?{_L}n(?:l{_L}r.*)?|y?{_L}r{_L}k|y?{_H}p|[aeiuü]?rken|{_H}yorken|y?{_H}nc{_L}|m{_L}d{_L}n"
    rf"|(?:[dt]{_H}|y?{_L}c{_L})[kğ].*",
}
_VOICE = rf"(?P<voice>{_H}?l|{_H}?n(?:{_H}l)?)?(?:y?{_L}b{_H}l)?"
_DENIAL = rf"(?P<not>y?{_L}m{_L}|m{_L}|y?{_L}m(?={_H}yor)|m(?={_H}yor))?"
FINITE, TOLD, BARE, OTHER = "finite", "told", "bare", "other"
_PATTERNS = [
    (tense, kind, re.compile(_VOICE + _DENIAL + f"(?:{ending})" + (_PERSON if kind == FINITE else "")))
    for kind, table in ((FINITE, _TENSES), (TOLD, _TOLD), (OTHER, _OTHER))
    for tense, ending in table.items()
]
_NUMBERS = {"m": "1s", "k": "1p", "z": "1p", "r": "3p"}


def verbs(tokens: tuple[Token, ...]) -> tuple[Verb, ...]:
    """The verbs of one sentence in order; a word that the lexicon has as a noun (anlaşma) is none, değil denies."""
    found = []
    for at, token in enumerate(tokens):
        form = verb_form(token.fold)
        if form is None or (token.text[0].isupper() and at and tokens[at - 1].is_word):
            continue
        lemma, tense, negative, passive, person, told = form
        if told == BARE and not _is_told(tokens, at):
            tense = "participle"
        denied = negative or (at + 1 < len(tokens) and tokens[at + 1].fold == "değil")
        found.append(Verb(at, at + 1, lemma, tense, denied, passive, person))
    return tuple(found)


def _is_told(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a finite passive follows, whose subject the form is (açıklandı)."""
    after = verb_form(tokens[at + 1].fold) if at + 1 < len(tokens) else None
    return after is not None and after[3] and after[4] is not None


def reports(token: Token) -> bool:
    """Whether a verb's form makes its clause what somebody says (çekildiğini)."""
    form = verb_form(token.fold)
    return form is not None and form[5] != ""


Form = tuple[str, Tense, bool, bool, str | None, str]
"""Infinitive, tense, whether negative, whether passive, person, and how another verb tells it: TOLD, BARE or not."""


@lru_cache(maxsize=1 << 15)
def verb_form(word: str) -> Form | None:
    """The reading of a folded word as a verb's form, by the longest stem; None where it is none."""
    if word in listed("not_verbs") or not word.isalpha():
        return None
    for size in range(len(word) - 1, 1, -1):
        for lemma in stems().get(word[:size], ()):
            form = _form(lemma, word[size:])
            if form is not None and not (form[1] == "infinitive" and _is_noun(word)):
                return form
    return None


def _form(lemma: str, rest: str) -> Form | None:
    for tense, kind, pattern in _PATTERNS:
        match = pattern.fullmatch(rest)
        if match:
            told = match.groupdict().get("person") or ""
            person = _NUMBERS.get(told[-1:], "3s") if kind == FINITE else None
            by = (TOLD if match["object"] else BARE) if kind == TOLD else ""
            return lemma, cast("Tense", tense), bool(match["not"]), bool(match["voice"]), person, by
    return None


def _is_noun(word: str) -> bool:
    known = vocabulary()[0]
    return any(form in known and form.endswith(("ma", "me")) for form in keys(word))


@cache
def stems() -> dict[str, tuple[str, ...]]:
    """The folded infinitives by stem; a second stem before vowels stands in the table (ed- of etmek)."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_tsv(LANGUAGE, "verbs.tsv"):
        infinitive = fold(row["infinitive"])
        for stem in {infinitive[:-3], *fold(row["before_vowel"]).split()}:
            found[stem] = (*found.get(stem, ()), infinitive)
    return found
