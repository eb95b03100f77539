"""Where cues stand in a sentence, longest first, with the places that a verb leaves open round them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ravabet.language import Verb
from ravabet.lexicon import Cue, cues
from ravabet.reasoning.sentences.discourse import key, run
from ravabet.reasoning.sentences.view import View

SLOT = "[e]"
VERB = "*"


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in sentence ``view.number``: its ``words`` stand at tokens ``start`` to ``end``.

    For a cue with a verb: ``slot`` is the stretch left for the effect (None where the effect is a clause that follows),
    ``start`` the first token that belongs to the cue or the slot, and ``mark`` the tokens to show as the cue.
    ``others``: the same cue read with another of its prepositions ("to aid to X led": which "to"?). In a parsed
    sentence ``head`` is the token of the cue's verb or noun (-1: it has none), ``slots`` where the effect and the cause
    begin that its words leave open (None: what hangs on the head without a word of its own).
    """

    cue: Cue
    view: View
    start: int
    end: int
    mark: tuple[int, int]
    slot: tuple[int, int] | None = None
    verb: Verb | None = None
    others: tuple[Hit, ...] = ()
    head: int = -1
    slots: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """A cue with a verb, its literal words joined: ``before`` the slot, ``after`` it, and whether a clause follows."""

    cue: Cue
    before: str
    after: str
    follows: bool


@cache
def _plain(language: str) -> dict[str, tuple[tuple[str, Cue], ...]]:
    """Cues without a verb by the first two letters of their key, longest first."""
    found: dict[str, list[tuple[str, Cue]]] = defaultdict(list)
    for cue in cues(language):
        if not cue.verbs:
            joined = key("".join(cue.words))
            found[joined[:2]].append((joined, cue))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


@cache
def conjunctions(language: str) -> frozenset[str]:
    """The keys of all cues that open a clause."""
    return frozenset(key("".join(cue.words)) for cue in cues(language) if cue.shape == "clause")


@cache
def _frames(language: str) -> dict[str, tuple[_Frame, ...]]:
    """Cues with a verb by the verb."""
    found: dict[str, list[_Frame]] = defaultdict(list)
    for cue in cues(language):
        if not cue.verbs:
            continue
        slot, verb = cue.words.index(SLOT), cue.words.index(VERB)
        follows = slot > verb
        before = "" if follows else "".join(cue.words[:slot])
        after = "".join(cue.words[:verb]) if follows else "".join(cue.words[slot + 1 : verb])
        for lemma in cue.verbs:
            found[lemma].append(_Frame(cue, before, after, follows))
    return {lemma: tuple(frames) for lemma, frames in found.items()}


def find(view: View, language: str) -> list[Hit]:
    """The cues of one sentence; of cues that share words only the longest, and verbs' cues before others."""
    found = [hit for verb in view.sentence.verbs if verb.finite for hit in _verb_hits(view, verb, language)]
    taken = {at for hit in found for at in range(*hit.mark)}
    at = 0
    while at < view.size:
        hits = [] if at in taken else _plain_hits(view, at, language)
        found.extend(hits)
        at = hits[0].end if hits else at + 1
    return found


def phrase_cue(view: View, at: int) -> int | None:
    """The end of a cue with a cause behind it that starts at token ``at``."""
    found = _plain_hits(view, at, view.discourse.language)
    return found[0].end if found and found[0].cue.shape == "phrase" else None


def _plain_hits(view: View, at: int, language: str) -> list[Hit]:
    """All readings of the longest cue that starts at token ``at``."""
    start, words = view.words[at], view.words
    both = start + words[at + 1] if at + 1 < len(words) else start
    found: list[Hit] = []
    for joined, cue in _begun(start, (start if len(start) > 1 else both)[:2], language):
        if not joined.startswith(both) and joined != start:
            continue
        end = run(view.words, at, joined)
        # Written together («ازترس»), the words that belong to the cause cannot be cut off: no hit.
        if end is None or end - at <= cue.keep or _inflected(view, end):
            continue
        if not found or end == found[0].end:
            found.append(Hit(cue, view, at, end, (at, end - cue.keep)))
    return found


@lru_cache(maxsize=1 << 16)
def _begun(word: str, two: str, language: str) -> tuple[tuple[str, Cue], ...]:
    """The cues without a verb that a word may begin; ``two``: the first two letters from it on."""
    return tuple(entry for entry in _plain(language).get(two, ()) if entry[0].startswith(word))


def _inflected(view: View, at: int) -> bool:
    """Whether token ``at`` is an ending of the word before it, so that the word is another form than the cue's."""
    if at >= view.size:
        return False
    return view.words[at] in view.discourse.endings or (view.sentence.tokens[at].glued and len(view.words[at]) > 1)


def _verb_hits(view: View, verb: Verb, language: str) -> list[Hit]:
    if verb.negative:
        return []
    word = view.words[verb.start - 1] if verb.start else ""
    found = [hit for frame in _closed(verb.lemma, word, language) if (hit := _frame_hit(view, verb, frame))]
    found += _joined_hits(view, verb, language) if verb.lemma in view.discourse.copula else []
    longest = max((hit.mark[1] - hit.mark[0] for hit in found), default=0)
    return [hit for hit in found if hit.mark[1] - hit.mark[0] == longest][:1]


@lru_cache(maxsize=1 << 14)
def _closed(lemma: str, word: str, language: str) -> tuple[_Frame, ...]:
    """The cues with a verb that has this word before it."""
    return tuple(frame for frame in _frames(language).get(lemma, ()) if frame.after.endswith(word) or not frame.after)


def _joined_hits(view: View, verb: Verb, language: str) -> list[Hit]:
    """Cues whose last word is written together with the participle before the auxiliary (ظاهرشده است)."""
    at = verb.start - 1
    found = []
    for lemma, participle in view.discourse.participles.items():
        if at > 0 and view.words[at].endswith(participle):
            noun = view.words[at].removesuffix(participle)
            group = Verb(at, verb.end, lemma, "perfect", verb.negative, person=verb.person)
            frames = [frame for frame in _frames(language).get(lemma, ()) if noun and frame.after == noun]
            found += [hit for frame in frames if (hit := _frame_hit(view, group, _without_after(frame)))]
    return found


def _without_after(frame: _Frame) -> _Frame:
    return _Frame(frame.cue, frame.before, "", frame.follows)


def _before(words: Sequence[str], end: int, lowest: int, wanted: str) -> int | None:
    """Where the tokens begin that end at ``end`` and, written together, are ``wanted``; None where they are not."""
    joined = ""
    for at in range(end - 1, lowest - 1, -1):
        joined = words[at] + joined
        if joined == wanted:
            return at
        if not wanted.endswith(joined):
            return None
    return None


def _frame_hit(view: View, verb: Verb, frame: _Frame) -> Hit | None:
    """``frame`` round ``verb``: literals right before the verb, then the slot, then the literals before the slot."""
    number = view.sentence.clause_of(verb.start)
    lowest = view.clause_at(verb.start)[0]
    edge = verb.start
    if frame.after:
        start = _before(view.words, edge, lowest, frame.after)
        if start is None:
            return None
        edge = start
    if frame.follows:
        return Hit(frame.cue, view, edge, verb.end, (edge, verb.end), None, verb)
    if not frame.before:
        return Hit(frame.cue, view, edge, verb.end, (edge, verb.end), (lowest, edge), verb) if edge > lowest else None
    found = []
    for at in range(edge - 1, lowest - 1, -1):
        end = run(view.words, at, frame.before) if frame.before.startswith(view.words[at]) else None
        if end is not None and end < edge and not _inflected(view, end) and view.sentence.clause_of(at) == number:
            slot = (end - frame.cue.keep, edge)
            mark = (edge, verb.end) if frame.after or frame.cue.keep else (at, end)
            found.append(Hit(frame.cue, view, at, verb.end, mark, slot, verb))
    return replace(found[0], others=tuple(found[1:])) if found else None
