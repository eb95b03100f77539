"""Verbs that govern what others do or say: which verb group is one, and of what kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ravabet.coding.acts.compounds import has_own_noun
from ravabet.coding.acts.index import has_compounds
from ravabet.language import Sentence, Verb
from ravabet.language.numbers import beginnings, squeeze
from ravabet.lexicon import fold
from ravabet.lexicon.load import read_yaml

REACH = 9
"""Tokens before the verb in which the noun of a light verb is looked for (ادعا ... کرد)."""
PARTICLE = 4
"""Tokens after a verb in which the words that belong to it begin (call the talks off)."""
LONGEST = 4
"""Tokens that one form may be written in."""
SPEECH = frozenset({"say", "claim", "deny", "judge"})
"""The kinds that report (``judge`` without a clause); the others (``ask``, ``plan``, ``manage``, ``try``) govern an
act to come."""


@dataclass(frozen=True, slots=True)
class Governor:
    """A verb that governs another: its kind, the lexicon's entry, and the tokens from its noun to its end."""

    kind: str
    id: str
    start: int
    end: int


class Forms(dict[str, str]):
    """Forms, folded and without spaces, with the kind of each (or none), and every beginning of them."""

    def __init__(self, forms: dict[str, str]) -> None:
        super().__init__(forms)
        self.beginnings = beginnings(forms)


@dataclass(frozen=True, slots=True)
class StatusWords:
    """``data/<language>/status.yaml``: forms folded and without spaces."""

    verbs: dict[str, tuple[tuple[str, str, str], ...]]
    present_to_come: frozenset[tuple[str, str]]
    tells_of: frozenset[tuple[str, str]]
    not_by_saying: frozenset[tuple[str, str]]
    have: frozenset[tuple[str, str]]
    leads: Forms
    flags: Forms
    attributions: Forms
    coming: Forms
    now: Forms
    about: Forms
    linking: Forms
    setting: Forms
    in_case: Forms
    possible: Forms
    realised: Forms
    imminent: Forms
    tell_leads: Forms
    press: Forms
    said_in: frozenset[str]
    prepositions: Forms
    stops: frozenset[str]
    object: Forms
    infinitive: frozenset[str]
    quotes: dict[str, frozenset[str]]


@cache
def status_words(language: str) -> StatusWords:
    """The words of status and speech of ``language``."""
    data = read_yaml(language, "status.yaml")
    split = _split if has_compounds(language) else _split_after
    rows: dict[str, list[tuple[str, str, str]]] = {}
    for kind, listed in data["verbs"].items():
        for form in listed:
            noun, lemma = split(form)
            rows.setdefault(lemma, []).append((noun, kind, f"{kind} {form}"))
    return StatusWords(
        verbs={lemma: tuple(sorted(found, key=lambda row: -len(row[0]))) for lemma, found in rows.items()},
        present_to_come=frozenset(map(split, data["present_to_come"])),
        tells_of=frozenset(map(split, data["tells_of"])),
        not_by_saying=frozenset(map(split, data["not_by_saying"])),
        have=frozenset(map(split, data["have"])),
        leads=_by_form(data["leads"]),
        flags=_by_form(data["flags"]),
        attributions=_by_form(data["attributions"]),
        coming=_forms(data["coming"]),
        now=_forms(data.get("now", [])),
        about=_forms(data["about"]),
        linking=_forms(data["linking"]),
        setting=_forms(data.get("setting", [])),
        in_case=_forms(data["in_case"]),
        possible=_forms(data["possible"]),
        realised=_forms(data.get("realised", [])),
        imminent=_forms(data["imminent"]),
        tell_leads=_forms(data["tell_leads"]),
        press=_forms(data["press"]),
        said_in=frozenset(map(fold, data["said_in"])),
        prepositions=_forms(data["prepositions"]),
        stops=frozenset(data["stops"]),
        object=_forms(data["object"]),
        infinitive=frozenset(map(fold, data.get("infinitive", []))),
        quotes={side: frozenset(marks) for side, marks in data["quotes"].items()},
    )


def forms(listed: Iterable[str]) -> Forms:
    """Forms without kinds."""
    return Forms(dict.fromkeys(listed, ""))


def _forms(rows: list[str]) -> Forms:
    return forms(map(squeeze, rows))


def _by_form(table: dict[str, Any]) -> Forms:
    return Forms({squeeze(form): kind for kind, listed in table.items() for form in listed})


def _split(form: str) -> tuple[str, str]:
    """A verb of the lexicon as (noun before it or empty, infinitive)."""
    *noun, lemma = form.split()
    return squeeze(" ".join(noun)), fold(lemma)


def _split_after(form: str) -> tuple[str, str]:
    """The same where the verb comes first (call off)."""
    lemma, *words = form.split()
    return squeeze(" ".join(words)), fold(lemma)


@lru_cache(maxsize=1 << 10)
def governor(sentence: Sentence, verb: Verb, language: str) -> Governor | None:
    """What kind of governing verb a verb group is, None where it is none."""
    known = status_words(language).verbs
    rows = [row for key in sorted(verb.keys) for row in known.get(key, ())]
    if not rows:
        return None
    if not has_compounds(language):
        return _with_words_after(sentence, verb, rows, language)
    before = _before(sentence, verb, _nouns(verb.keys, language))
    for noun, kind, name in rows:
        if not noun or (noun in before and not has_own_noun(sentence, verb, before[noun], language)):
            return Governor(kind, name, before[noun] if noun else verb.start, verb.end)
    return None


def _with_words_after(
    sentence: Sentence, verb: Verb, rows: list[tuple[str, str, str]], language: str
) -> Governor | None:
    """The first entry whose other words stand soon after the verb, those with most words first."""
    if verb.passive and any(kind == "plan" for _, kind, _ in rows):
        rows = [row for row in rows if row[1] != "ask"]  # "is expected to" asks nobody
    after = _after(sentence, verb, _nouns(verb.keys, language))
    for noun, kind, name in sorted(rows, key=lambda row: -len(row[0])):
        if not noun or noun in after:
            return Governor(kind, name, verb.start, verb.end)
    return None


def speaks(sentence: Sentence, verb: Verb | None, language: str) -> Governor | None:
    """The verb as one of speech, None where it is none."""
    found = governor(sentence, verb, language) if verb else None
    return found if found and found.kind in SPEECH else None


def said_then(sentence: Sentence, at: int, language: str) -> bool:
    """Whether a date at token ``at`` tells when something was said, though its clause is that of what was said.

    So it is in "said on Monday it would": right behind a verb of speech that stands in another clause.
    """
    own = sentence.clause_of(at)
    near = (v for v in sentence.verbs if v.finite and at - 1 <= v.end <= at and sentence.clause_of(v.start) != own)
    return any(speaks(sentence, verb, language) for verb in near)


def is_one_of(sentence: Sentence, verb: Verb, verbs: frozenset[tuple[str, str]]) -> bool:
    """Whether a verb group, with the noun before it, is one of ``verbs``."""
    nouns = _nouns_of(verb.keys, verbs)
    if not nouns or "" in nouns:
        return bool(nouns)
    return bool(_after(sentence, verb, nouns) or _before(sentence, verb, nouns))


@lru_cache(maxsize=1 << 12)
def _nouns(keys: frozenset[str], language: str) -> Forms:
    """The words beside a verb in the entries of governing verbs."""
    known = status_words(language).verbs
    return forms(noun for key in keys for noun, _, _ in known.get(key, ()) if noun)


@lru_cache(maxsize=1 << 12)
def _nouns_of(keys: frozenset[str], verbs: frozenset[tuple[str, str]]) -> Forms:
    """The same in some entries, "" for a verb that needs none."""
    return forms(noun for noun, lemma in verbs if lemma in keys)


def _before(sentence: Sentence, verb: Verb, nouns: Forms) -> dict[str, int]:
    """Of ``nouns`` those within ``REACH`` tokens before a verb and after the verb before; where each begins last."""
    if not nouns:
        return {}
    first = max([other.end for other in sentence.verbs if other.finite and other.end <= verb.start], default=0)
    found: dict[str, int] = {}
    for start, word in known_runs(sentence, max(first, verb.start - REACH), verb.start, nouns):
        found.setdefault(word, start)
    return found


def _after(sentence: Sentence, verb: Verb, nouns: Forms) -> set[str]:
    """Of ``nouns`` those soon after a verb."""
    if not nouns:
        return set()
    return {word for _, word in known_runs(sentence, verb.end, verb.end + PARTICLE, nouns)}


def runs(
    sentence: Sentence, first: int, end: int, longest: int = LONGEST, from_first: bool = False
) -> Iterator[tuple[int, str]]:
    """Every run of up to ``longest`` tokens from ``first`` to ``end`` (excluded), joined, longest and last first.

    ``from_first``: only the runs that begin at ``first``.
    """
    first = max(0, first)
    words = [token.fold for token in sentence.tokens[first:end]]
    for start in (0,) if from_first else range(len(words) - 1, -1, -1):
        for size in range(min(longest, len(words) - start), 0, -1):
            yield first + start, "".join(words[start : start + size])


def known_runs(sentence: Sentence, first: int, end: int, forms: Forms) -> Iterator[tuple[int, str]]:
    """Those of the runs that are one of ``forms``, in the same order.

    Only what begins like one of them is joined and looked up: most tokens begin none. The last letter of a word and
    what the next one begins with are no run («بلاده للحوار» holds no «هل»).
    """
    first = max(0, first)
    words = [token.fold for token in sentence.tokens[first:end]]
    for start in range(len(words) - 1, -1, -1):
        if words[start] in forms.beginnings:
            alone = _ends_word(sentence, first + start)
            for size in range(1 if alone else min(LONGEST, len(words) - start), 0, -1):
                word = "".join(words[start : start + size])
                if word in forms:
                    yield first + start, word


def _ends_word(sentence: Sentence, at: int) -> bool:
    """Whether a token is the one letter that a word ends in, joined to what stands before and not to what follows."""
    token, after = sentence.tokens[at], sentence.tokens[at + 1 : at + 2]
    return token.glued and len(token.fold) == 1 and not (after and after[0].glued)


def stands(sentence: Sentence, first: int, end: int, forms: Forms) -> bool:
    """Whether one of ``forms`` stands in the tokens from ``first`` to ``end`` (excluded)."""
    return next(known_runs(sentence, first, end, forms), None) is not None
