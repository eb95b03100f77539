"""Persian verb groups: every form of every verb of ``data/fa/verbs.tsv``, however its parts are joined.

A form is looked up as a tuple of folded tokens, since the half-space that joins می and شود may be a half-space, a
space or nothing in print. Grammar after any standard description (Lazard, *Grammaire du persan contemporain*).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ravabet.language.sentence import Tense, Verb
from ravabet.language.text import Token
from ravabet.lexicon import fold, read_tsv, read_yaml

PRESENT = {"م": "1s", "ی": "2s", "د": "3s", "یم": "1p", "ید": "2p", "ند": "3p"}
PAST = {"م": "1s", "ی": "2s", "": "3s", "یم": "1p", "ید": "2p", "ند": "3p"}
COPULA = {"ام": "1s", "است": "3s", "ایم": "1p", "اید": "2p", "اند": "3p"}
PREFIXES = ("بر", "باز", "در", "فرا", "فرو", "وا")
CLOSERS = frozenset({"و", "که", "تا", "اما", "ولی", "زیرا", "چون", "همچنین"})
PREPOSITIONS = frozenset({"از", "به", "در", "با", "برای", "بر"})
ELLIPTIC = frozenset({"کردن", "دادن", "گرفتن", "داشتن", "زدن", "گفتن", "نمودن"})
"""Verbs whose participle before a comma is nearly always a perfect without است; after شدن it is mostly an adjective."""
_BE: dict[tuple[str, ...], tuple[str, bool]] = {
    **{("است",): ("3s", False), ("نیست",): ("3s", True), ("هست",): ("3s", False)},
    **{("هست" + e,): (p, False) for e, p in PAST.items() if e},
    **{("نیست" + e,): (p, True) for e, p in PAST.items() if e},
}


@dataclass(frozen=True, slots=True)
class Form:
    """What one form is: the verb's folded infinitive, tense, negation and person; ``nominal`` if also a noun."""

    lemma: str
    tense: Tense
    negative: bool
    person: str | None
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """All forms by token tuple, participles by token, past stems (for the future) by token.

    ``firsts``: the words that a group may begin with.
    """

    forms: dict[tuple[str, ...], Form]
    participles: dict[str, Form]
    stems: dict[str, str]
    firsts: frozenset[str]


@cache
def tables() -> Tables:
    """The form tables, built once a process from ``data/fa/verbs.tsv``."""
    forms: dict[tuple[str, ...], Form] = {}
    participles: dict[str, Form] = {}
    stems: dict[str, str] = {}
    for parts, (person, negative) in _BE.items():
        forms[parts] = Form("بودن", "present", negative, person)
    rows = read_tsv("fa", "verbs.tsv")
    known = {fold(row["infinitive"]) for row in rows}
    for row in rows:
        lemma, present, nominal = fold(row["infinitive"]), fold(row["present"]), row["noun"] == "yes"
        past = lemma[:-1]
        prefix = next((p for p in PREFIXES if lemma.startswith(p) and lemma[len(p) :] in known), "")
        for parts, form in _finite(lemma, past, present, prefix, nominal):
            forms.setdefault(parts, form)
        stems.setdefault(past, lemma)
        for negative in (False, True):
            stem = prefix + ("ن" if negative else "") + past[len(prefix) :]
            participles.setdefault(stem + "ه", Form(lemma, "participle", negative, None))
            for end, person in COPULA.items():
                forms.setdefault((stem + "ه" + end,), Form(lemma, "perfect", negative, person))
            infinitive = Form(lemma, "infinitive", negative, None)
            forms.setdefault((stem + "ن",), infinitive)
            forms.setdefault((stem + "نش",), infinitive)
    for word in read_yaml("fa", "nouns.yaml")["not_verbs"]:
        forms.pop((fold(word),), None)
    futures = (negative + "خواه" + end for negative in ("", "ن") for end in PRESENT)
    return Tables(forms, participles, stems, frozenset((*(parts[0] for parts in forms), *participles, *futures)))


def _finite(lemma: str, past: str, present: str, prefix: str, nominal: bool) -> list[tuple[tuple[str, ...], Form]]:
    """Every finite form of one verb with its token tuples; ``prefix`` is a separable one (باز in بازگشتن)."""
    found: list[tuple[tuple[str, ...], Form]] = []
    past_rest, present_rest = past[len(prefix) :], present[len(prefix) :]

    def add(lead: str, body: str, form: Form) -> None:
        found.extend((parts, form) for parts in _joined(prefix, lead, body))

    for end, person in PAST.items():
        bare = nominal and end == ""
        if person not in ("2s", "2p"):
            add("", past_rest + end, Form(lemma, "past", False, person, bare))
            add("", "ن" + past_rest + end, Form(lemma, "past", True, person))
        add("می", past_rest + end, Form(lemma, "imperfect", False, person))
        add("نمی", past_rest + end, Form(lemma, "imperfect", True, person))
    for end, person in PRESENT.items():
        body = present_rest + end
        add("می", body, Form(lemma, "present", False, person))
        add("نمی", body, Form(lemma, "present", True, person))
        add("", "ن" + _after_prefix(body), Form(lemma, "subjunctive", True, person))
        if not prefix:
            add("", "ب" + _after_prefix(body), Form(lemma, "subjunctive", False, person))
        if person != "2s" and len(body) > 2:
            tense: Tense = "present" if lemma in ("داشتن", "باید") else "subjunctive"
            add("", body, Form(lemma, tense, False, person))
    return found


def _after_prefix(body: str) -> str:
    """The spelling after ب or ن: the alef of آ stays after a glide (بیاید, نیاورد)."""
    return "ی" + body if body.startswith("ا") else body


def _joined(prefix: str, lead: str, body: str) -> list[tuple[str, ...]]:
    """The ways the parts of a form are written: apart, together, or two of them together."""
    parts = [part for part in (prefix, lead, body) if part]
    if len(parts) == 1:
        return [tuple(parts)]
    ways = [tuple(parts), ("".join(parts),)]
    if len(parts) == 3:
        ways += [(parts[0] + parts[1], parts[2]), (parts[0], parts[1] + parts[2])]
    return ways


def verbs(tokens: tuple[Token, ...]) -> tuple[Verb, ...]:
    """The verb groups of a sentence in order."""
    words, firsts = [token.fold for token in tokens], tables().firsts
    found: list[Verb] = []
    at = 0
    while at < len(words):
        verb = _group(words, at) if words[at] in firsts else None
        if verb is None:
            at += 1
        else:
            found.append(verb)
            at = verb.end
    return tuple(found)


def _group(words: list[str], at: int) -> Verb | None:
    return _future(words, at) or _from_participle(words, at) or _simple(words, at)


def _future(words: list[str], at: int) -> Verb | None:
    """خواهد + past stem, after a participle the passive (کشته خواهد شد)."""
    word = words[at]
    negative = word.startswith("ن")
    end = word.removeprefix("ن").removeprefix("خواه")
    if not word.removeprefix("ن").startswith("خواه") or end not in PRESENT or at + 1 >= len(words):
        return None
    lemma = tables().stems.get(words[at + 1])
    return Verb(at, at + 2, lemma, "future", negative, person=PRESENT[end]) if lemma else None


def _from_participle(words: list[str], at: int) -> Verb | None:
    form = tables().participles.get(words[at])
    if form is None:
        return None
    auxiliary = _group(words, at + 1) if at + 1 < len(words) else None
    if auxiliary and auxiliary.lemma == "شدن" and form.lemma not in ("شدن", "بودن"):
        negative = form.negative or auxiliary.negative
        return Verb(at, auxiliary.end, form.lemma, auxiliary.tense, negative, passive=True, person=auxiliary.person)
    return _perfect(words, at, form)


def _perfect(words: list[str], at: int, form: Form) -> Verb:
    """Participle with است, بود or باشد; alone, it stands for a perfect where another clause follows with و."""
    after = words[at + 1] if at + 1 < len(words) else ""
    if after in COPULA:
        return Verb(at, at + 2, form.lemma, "perfect", form.negative, person=COPULA[after])
    be = tables().forms.get((after,))
    if be and be.lemma == "بودن":
        tense: Tense = "pluperfect" if be.tense == "past" else "perfect"
        return Verb(at, at + 2, form.lemma, tense, form.negative or be.negative, person=be.person)
    goes_on = after in ("و", "؛") or (after == "،" and form.lemma in ELLIPTIC)
    tense = "perfect" if goes_on else "participle"
    return Verb(at, at + 1, form.lemma, tense, form.negative)


def _simple(words: list[str], at: int) -> Verb | None:
    forms = tables().forms
    for size in (3, 2, 1):
        form = forms.get(tuple(words[at : at + size])) if at + size <= len(words) else None
        if form and not _is_noun(words, at, at + size, form):
            return Verb(at, at + size, form.lemma, form.tense, form.negative, person=form.person)
    return None


def _is_noun(words: list[str], start: int, end: int, form: Form) -> bool:
    """Whether a form that looks like a verb is a noun here: گفت و گو, در نشست, شکست خورد."""
    after = words[end] if end < len(words) else ""
    if form.lemma == "گفتن" and (after + "".join(words[end + 1 : end + 2])).startswith("وگو"):
        return True
    if not form.nominal:
        return False
    if start and words[start - 1] in PREPOSITIONS:
        return True
    return after[:1].isalnum() and after not in CLOSERS
