"""The forms of Arabic verbs, made from the third person masculine of past and present, without vowel signs.

The endings are those of K. C. Ryding, *A Reference Grammar of Modern Standard Arabic* (Cambridge 2005), chapters 21 to
35; weak verbs by the letters their two forms show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ravabet.language.sentence import Tense
from ravabet.lexicon import fold, read_tsv
from ravabet.lexicon.kept import kept

_LONG = "اوي"
_WEAK = "اىيو"
_PAST = {"": "3s", "ت": "3s", "وا": "3p", "تا": "3p", "نا": "1p", "تم": "2p", "و": "3p"}
"""Endings of the past; ``و`` is that of ``وا`` before a pronoun. ``ت`` is also that of the first person. The dual in ا is
left to the stems that no noun has (اتفقا, not رفضا), the feminine plural in ن out."""
_SHORT = 2
"""Letters of the shortened present of a few verbs (لم يل), which is oftener part of a name (تل أبيب): it is left out."""
_DUAL = "اأ"
_PRESENT = {"": "s", "ون": "p", "وا": "p", "ان": "p", "ا": "p", "ن": "p", "ين": "s", "و": "p"}
_PREFIXES = {"ي": "3", "ت": "3", "ن": "1"}


@dataclass(frozen=True, slots=True)
class Form:
    """What a form tells of its verb; ``lemma`` is the folded third person masculine of the past.

    ``short``: it has lost its long vowel, as a present does behind لم and in commands.
    """

    lemma: str
    tense: Tense
    person: str
    passive: bool = False
    short: bool = False


def past_forms(past: str) -> Iterator[tuple[str, str, bool]]:
    """Each form of the past with its person and whether it shows the passive."""
    stem, weak = past[:-1], past[-1]
    if weak in "ىا" and len(past) > 2:
        glide = "و" if weak == "ا" else "ي"
        shapes = {
            past: "3s",
            stem + "ا": "3s",
            stem + "ت": "3s",
            stem + "تا": "3p",
            stem + "وا": "3p",
            stem + "و": "3p",
        }
        shapes |= {stem + glide + ending: "1p" for ending in ("نا", "تم")} | {stem + glide + "ا": "3p"}
        yield from ((form, person, False) for form, person in shapes.items())
        if weak == "ى" or len(past) == 3:
            yield from ((stem + "ي" + ending, "3s", True) for ending in ("", "ت"))
        return
    yield from ((past + ending, person, False) for ending, person in _PAST.items())
    if weak in "ءأ":
        yield from ((stem + ending, "3p", False) for ending in ("ؤوا", "ؤو"))
    if weak == "ي":
        yield from ((stem + ending, "3p", False) for ending in ("وا", "و"))
    if past[0] in _DUAL:
        yield past + "ا", "3p", False
    if len(past) >= 3 and past[-2] == "ا" and past[-1] not in _LONG:  # hollow: زار, زرت, زير; أدان, أدنت, أدين
        short = past[:-2] + past[-1]
        yield from ((short + ending, person, False) for ending, person in (("نا", "1p"), ("تم", "2p")))
        yield from ((past[:-2] + "ي" + past[-1] + ending, "3s", True) for ending in ("", "ت", "وا"))
    if len(past) == 4 and past[1] == "ا" and past[0] != "و":  # third form: هاجم, هوجم
        yield from ((past[0] + "و" + past[2:] + ending, "3s", True) for ending in ("", "ت", "وا"))


def present_forms(present: str) -> Iterator[tuple[str, str, bool, bool]]:
    """Each form of the present, subjunctive and jussive with its person, and whether it is passive or shortened."""
    stems, hollow, lost = {present[1:]: False}, "", ""
    stem, weak = present[1:-1], present[-1]
    if weak in "ىيو" and len(present) > 2:
        lost = stem  # jussive: لم يرد, of أردى
        stems = {present[1:]: False, stem: False, stem + "ي": False, stem + "ا": False}
        stems |= {stem + "ى": weak != "ى"} if weak != "ى" else {}
    elif len(present) >= 4 and present[-2] in "ويا" and present[-1] not in _LONG:
        hollow = present[1:-2] + present[-1]  # jussive: يزر, يدن
        stems[hollow] = False
        if present[-2] != "ا":
            stems[present[1:-2] + "ا" + present[-1]] = True  # passive: يدان, يزار
    for prefix, number in _PREFIXES.items():
        for stem, passive in stems.items():
            for ending, plural in _PRESENT.items():
                short = stem == hollow or (not ending and stem == lost)
                yield prefix + stem + ending, number + plural, passive, short


def participle_forms(past: str, present: str) -> Iterator[tuple[str, str]]:
    """Each indefinite form in which an active participle tells what its subject does meanwhile, with its number.

    Verbs of three letters have that of the first form (رافض) beside that of the second (محذر).
    """
    stems = [("م" if present[0] == "ي" else "") + present[1:]]
    if len(past) == 3:
        middle, last = ("ئ" if past[1] == "ا" else past[1]), past[2]
        stems.append(
            past[0].replace("أ", "آ") + ("ا" if past[0] != "أ" else "") + middle + ("ي" if last in _WEAK else last)
        )
    for stem in stems:
        if stem[-1] in _WEAK:
            stem = stem[:-1] + "ي"
        yield from ((stem + ending, number) for ending, number in (("ا", "s"), ("ة", "s"), ("ين", "p")))
        if stem[-1] == "ي":
            yield stem[:-1] + "ين", "p"


@cache
def participles() -> dict[str, tuple[Form, ...]]:
    """The indefinite active participles of all verbs, folded."""
    found: dict[str, list[Form]] = defaultdict(list)
    for row in read_tsv("ar", "conjugation.tsv"):
        for present in row["present"].split():
            for form, number in participle_forms(row["past"], present):
                _add(found[fold(form)], Form(fold(row["past"]), "participle", f"3{number}"))
    return {form: tuple(readings) for form, readings in found.items()}


@cache
def counted() -> frozenset[str]:
    """The verbs whose past is passive before a number."""
    return frozenset(fold(row["past"]) for row in read_tsv("ar", "conjugation.tsv") if row["counted"])


@cache
def in_hamza() -> frozenset[str]:
    """The verbs whose past ends in a hamza behind an alef."""
    return frozenset(fold(row["past"]) for row in read_tsv("ar", "conjugation.tsv") if row["past"].endswith("اء"))


@kept
def table() -> dict[str, tuple[Form, ...]]:
    """The forms of all verbs of ``data/ar/conjugation.tsv``, folded."""
    found: dict[str, list[Form]] = defaultdict(list)
    for row in read_tsv("ar", "conjugation.tsv"):
        lemma = fold(row["past"])
        for form, person, passive in past_forms(row["past"]):
            _add(found[fold(form)], Form(lemma, "past", person, passive))
        for present in row["present"].split():
            for form, person, passive, short in present_forms(present):
                if len(form) > _SHORT:
                    _add(found[fold(form)], Form(lemma, "present", person, passive, short))
    return {form: tuple(readings) for form, readings in found.items()}


def _add(readings: list[Form], new: Form) -> None:
    """Keep the first reading of a verb in one tense: an active one stands before a passive one of the same letters."""
    if not any(old.lemma == new.lemma and old.tense == new.tense for old in readings):
        readings.append(new)
