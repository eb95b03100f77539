"""How texts of a language hang together, as data: openers, attributions, anaphors, connectives (``discourse.yaml``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from ravabet.lexicon import fold, read_yaml

Keys = frozenset[str]
LONGEST = 8
"""No entry has more words; joined words are compared up to this many tokens."""


@dataclass(frozen=True, slots=True)
class Discourse:
    """The word classes of one language; every entry is folded and written together (``key``).

    ``trees``: the bounds of reasons are read off dependency parses, not off words and their order. Then ``agent`` are
    the words that bring in who does what a passive tells, ``agent_case`` the case that does.
    ``prefixes``: words of one letter that may be written onto the next word. ``wide``: purposes, conditions and
    outcomes are reasons, too (``cues-wide.tsv``). ``least``: from which probability on a cue is taken for one that is
    meant (``sure``; ``doubt``: one that often means something else), and from which on that it is and both sides are
    ``right``, its reason is given; where bounds are read off words both are of the sides being right. ``uneventful``:
    from which on a reason is given where no event is coded in the text. ``edges``: the words at the edges of a side
    tell whether it is cut there.
    ``acts``: a side may begin with the noun of an act. ``asides``: words that, behind a comma, begin what is no part
    of a side that stands before them, ``turns``: words that do so without a comma, too (but). ``unnamed``: what is
    said of those who do not want to be named. ``empty``: what is no side by itself, ``times``: words of a time, which
    is none either. ``unreal``: what brings in a gerund that is said of nothing told (the risk of triggering),
    ``real``: what an ``infinitive`` hangs on that is said of something told. ``doers``: who bring nothing about but by
    what they do. ``linking``: words that sum up the clause before ("..., which led to"). ``verb_first``: verbs stand
    before their subjects, nouns before all that hangs on them. ``article``: what a definite noun begins with.
    ``that``: what brings in what somebody says. ``moments``: words for when that stand between a verb and what it
    says. ``tells``: verbs that bring in what somebody did ("announced the closure of"), which may have a reason of its
    own.
    """

    language: str
    openers: Keys
    hanging: Keys
    attribution: Keys
    object: Keys
    relative: Keys
    conjunctions: Keys
    commas: Keys
    prepositions: Keys
    copula: Keys
    speech_verbs: Keys
    speech_nouns: Keys
    attitude: Keys
    answers: Keys
    results: Keys
    demonstratives: Keys
    all: Keys
    one: Keys
    many: Keys
    bare: Keys
    alone: Keys
    bare_many: Keys
    purpose: Keys
    aspect: Keys
    additive: Keys
    additive_with: Keys
    continuing: Keys
    elaborating: Keys
    closing: Keys
    changes: Keys
    happens: Keys
    numbers: Keys
    utterance: Keys
    endings: Keys
    loose: Keys
    pronouns: Keys
    participles: dict[str, str]
    trees: bool = False
    agent: Keys = frozenset()
    agent_case: str = ""
    prefixes: Keys = frozenset()
    negations: Keys = frozenset()
    wide: bool = False
    least: Mapping[str, float] = field(default_factory=dict)
    edges: bool = False
    acts: bool = False
    asides: Keys = frozenset()
    unnamed: Keys = frozenset()
    times: Keys = frozenset()
    unreal: Keys = frozenset()
    turns: Keys = frozenset()
    empty: Keys = frozenset()
    linking: Keys = frozenset()
    tells: Keys = frozenset()
    verb_first: bool = False
    article: str = ""
    real: Keys = frozenset()
    infinitive: Keys = frozenset()
    doers: Keys = frozenset()
    that: Keys = frozenset()
    moments: Keys = frozenset()

    @property
    def profile(self) -> str:
        """What the tables of its weights are called by."""
        return f"{self.language}-wide" if self.wide else self.language


def key(text: str) -> str:
    """``text`` folded and without white space: how words are compared however they are joined in print."""
    return "".join(fold(text).split())


@cache
def discourse(language: str, *, wide: bool = False) -> Discourse:
    """The discourse data of ``language``; raises LexiconError where its file is malformed."""
    data: dict[str, Any] = read_yaml(language, "discourse.yaml")
    speech, anaphors = data["speech"], data["anaphors"]
    return Discourse(
        language=language,
        openers=_keys(data["openers"]),
        hanging=_keys(data["hanging"]),
        attribution=_keys(data["attribution"]),
        object=_keys(data.get("object", ())),
        relative=_keys(data["relative"]),
        conjunctions=_keys(data["and"]),
        commas=_keys(data["comma"]),
        prepositions=_keys(data["prepositions"]),
        copula=_keys(data["copula"]),
        speech_verbs=_keys(speech["verbs"]),
        speech_nouns=_keys(speech["nouns"]),
        attitude=_keys(data.get("attitude", ())),
        answers=_keys(data["answers"]),
        results=_keys(data["results"]),
        demonstratives=_keys(anaphors["demonstratives"]),
        all=_keys(anaphors["all"]),
        one=_keys(anaphors["one"]),
        many=_keys(anaphors["many"]),
        bare=_keys(anaphors["bare"]),
        alone=_keys(anaphors["alone"]),
        bare_many=_keys(anaphors["bare_many"]),
        purpose=_keys(data["purpose"]),
        aspect=_keys(anaphors["aspect"]),
        additive=_keys(data["additive"]),
        additive_with=_keys(data["additive_with"]),
        continuing=_keys(data["continuing"]),
        elaborating=_keys(data["elaborating"]),
        closing=_keys(data["closing"]),
        changes=_keys(data["changes"]),
        happens=_keys(data.get("happens", ())),
        numbers=_keys(data.get("numbers", ())),
        utterance=_keys(speech["utterance"]),
        endings=_keys(data.get("endings", ())),
        loose=_keys(data["loose"]),
        pronouns=_keys(data["pronouns"]),
        participles={key(verb): key(form) for verb, form in data.get("participles", {}).items()},
        trees=data.get("bounds") == "tree",
        agent=_keys(data.get("agent", ())),
        prefixes=_keys(data.get("prefixes", ())),
        agent_case=data.get("agent_case", ""),
        negations=_keys(data.get("negations", ())),
        wide=wide,
        edges=bool(data.get("edges")) and not wide,
        acts=bool(data.get("acts")) and not wide,
        asides=_keys(data.get("asides", ())),
        unnamed=_keys(data.get("unnamed", ())),
        times=_keys(data.get("times", ())),
        unreal=_keys(data.get("unreal", ())),
        turns=_keys(data.get("turns", ())),
        empty=_keys(data.get("empty", ())),
        linking=_keys(data.get("linking", ())),
        tells=_keys(data.get("tells", ())),
        verb_first=bool(data.get("verb_first")),
        real=_keys(data.get("real", ())),
        infinitive=_keys(data.get("infinitive", ())),
        doers=_keys(data.get("doers", ())),
        article=key(data.get("article", "")),
        that=_keys(data.get("that", ())),
        moments=_keys(data.get("moments", ())),
        least=data.get("least-wide" if wide else "least", {}),
    )


def _keys(words: Iterable[str]) -> Keys:
    return frozenset(key(word) for word in words)


def run(words: Sequence[str], at: int, wanted: str) -> int | None:
    """The end of the tokens from ``at`` that, written together, are ``wanted``; None where they are not."""
    joined = ""
    for end in range(at, len(words)):
        joined += words[end]
        if joined == wanted:
            return end + 1
        if not wanted.startswith(joined):
            return None
    return None


def longest(words: Sequence[str], at: int, entries: Keys) -> int | None:
    """The end of the longest entry that starts at token ``at``; None where none does."""
    joined, found = "", None
    begun = _begun(entries)
    for end in range(at, min(at + LONGEST, len(words))):
        joined += words[end]
        if joined not in begun:
            break  # no entry goes on so
        if joined in entries:
            found = end + 1
    return found


@lru_cache(maxsize=1 << 9)
def _begun(entries: Keys) -> Keys:
    """The entries and all that they begin with."""
    return frozenset(entry[:size] for entry in entries for size in range(len(entry) + 1))
