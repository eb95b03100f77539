"""Where a cue stands in a parsed sentence: words as written, any form of a word (``~``) or verb (``*``), slots.

For languages whose bounds are read off trees (``bounds: tree`` in ``discourse.yaml``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ravabet.lexicon import Cue, cues
from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.sentences.discourse import key, run
from ravabet.reasoning.sentences.view import View

SLOTS = {"[e]": "effect", "[c]": "cause"}
MORE = 3
"""So many places are tried for the words that bring in a slot."""
SHORT = 3
"""A word of so many letters has nothing written onto it."""
APART = 20
"""So many tokens may stand between a verb and the words that bring in its slot."""


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a cue: ``texts`` as written (joined), one of which stands there, or ``lemmas``, or a ``slot``."""

    texts: tuple[str, ...] = ()
    lemmas: frozenset[str] = frozenset()
    slot: str = ""
    verb: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A cue and its parts in order."""

    cue: Cue
    items: tuple[Item, ...]

    @property
    def open(self) -> bool:
        """Whether one of its parts may stand further off than right behind the one before."""
        return any(item.verb or item.slot for item in self.items)


@dataclass(frozen=True, slots=True)
class Index:
    """The cues of a language by what they begin with: letters of a written form, or a dictionary form."""

    written: dict[str, tuple[Wording, ...]]
    lemmas: dict[str, tuple[Wording, ...]]


@cache
def index(language: str, *, wide: bool = False) -> Index:
    """All cues of a language, ready to be looked up."""
    written: dict[str, list[Wording]] = defaultdict(list)
    lemmas: dict[str, list[Wording]] = defaultdict(list)
    for cue in (*cues(language), *(cues(language, wide=True) if wide else ())):
        if wide and ("never", ()) in cue.when:
            continue
        wording = Wording(cue, tuple(_items(cue)))
        first = wording.items[0]
        for lemma in first.lemmas:
            lemmas[lemma].append(wording)
        for text in first.texts:
            written[text[:2]].append(wording)
    return Index({k: tuple(v) for k, v in written.items()}, {k: tuple(v) for k, v in lemmas.items()})


def _items(cue: Cue) -> Iterator[Item]:
    """The parts of a cue; written words that stand together are one part."""
    joined = ""
    for word in cue.words:
        special = word == "*" or word in SLOTS or word.endswith("~") or "|" in word
        if not special:
            joined += key(word)
            continue
        if joined:
            yield Item((joined,))
            joined = ""
        if word == "*":
            yield Item(lemmas=frozenset(cue.verbs), verb=True)
        elif word in SLOTS:
            yield Item(slot=SLOTS[word])
        elif word.endswith("~"):
            yield Item(lemmas=frozenset(word[:-1].split("|")))
        else:
            yield Item(tuple(map(key, word.split("|"))))
    if joined:
        yield Item((joined,))


def spot(view: View) -> list[Hit]:
    """The cues of one sentence; of those that share words only the longest, blockers (``never``) included."""
    return [_seen_in(view, hit) for hit in _spotted(view.bare)] if view.bare else list(_spotted(view))


def _seen_in(view: View, hit: Hit) -> Hit:
    return replace(hit, view=view, others=tuple(replace(other, view=view) for other in hit.others))


@lru_cache(maxsize=1 << 8)
def _spotted(view: View) -> tuple[Hit, ...]:
    """The same, found once: a sentence is asked again when it has been parsed for what was found."""
    words, last = view.words, len(view.words) - 1
    language, wide = view.discourse.language, view.discourse.wide
    found: list[Hit] = []
    for at, (word, forms) in enumerate(zip(words, view.forms, strict=True)):
        both = word + words[at + 1] if at < last else word
        begun = _begun(word, (word if len(word) > 1 else both)[:2], forms, language, wide)
        if begun:
            found += _at(view, at, both, begun)
    found.sort(key=lambda hit: (-_length(hit), hit.start))
    kept: list[Hit] = []
    for hit in found:
        if all(_length(other) == _length(hit) or _apart(hit, other) for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.mark))


def _length(hit: Hit) -> int:
    return hit.mark[1] - hit.mark[0]


def _apart(one: Hit, two: Hit) -> bool:
    return one.mark[1] <= two.mark[0] or two.mark[1] <= one.mark[0]


Begun = tuple[tuple[Wording, tuple[str, ...]], ...]
"""Cues that a word may begin, with their written forms that do."""


def _at(view: View, at: int, both: str, begun: Begun) -> Iterator[Hit]:
    """Those of the cues ``begun`` whose first word is token ``at``; ``both``: it and the next one together."""
    seen = set()
    for wording, texts in begun:
        if texts and not any(text.startswith(both) or both.startswith(text) for text in texts):
            continue  # the next word does not go on as they do
        hit = _match(view, at, wording) if wording.cue.id not in seen else None
        if hit:
            seen.add(wording.cue.id)
            yield hit


@lru_cache(maxsize=1 << 16)
def _begun(word: str, start: str, forms: frozenset[str], language: str, wide: bool) -> Begun:
    """The cues whose first part a word may begin, with those of its written forms that do; none where it is a lemma.

    ``start``: the word's first two letters, or it and the next one's first.
    """
    places = index(language, wide=wide)
    found = [*places.written.get(start, ()), *places.written.get(start[:1], ())]
    for lemma in sorted(forms):
        found.extend(places.lemmas.get(lemma, ()))
    firsts = [(wording, wording.items[0]) for wording in found]
    listed = [(w, not forms.isdisjoint(f.lemmas), tuple(t for t in f.texts if t.startswith(word))) for w, f in firsts]
    return tuple((wording, () if lemma else texts) for wording, lemma, texts in listed if lemma or texts)


def _match(view: View, at: int, wording: Wording) -> Hit | None:
    """``wording`` from token ``at`` on, also with the words behind its verb found further off."""
    if _find(view, at, wording.items[0], 0) is None:
        return None
    found = [hit for skip in range(MORE if wording.open else 1) if (hit := _read(view, at, wording, skip))]
    distinct = list({hit.slots: hit for hit in reversed(found)}.values())[::-1]
    return replace(distinct[0], others=tuple(distinct[1:])) if distinct else None


def _read(view: View, at: int, wording: Wording, skip: int) -> Hit | None:
    """``wording`` from token ``at`` on: its parts one behind the other; behind a verb, further off too.

    ``skip``: so many places of the first words behind the verb are passed over.
    """
    place, head, apart, end = at, -1, 0, at
    slots: list[tuple[str, int | None]] = []
    for item in wording.items:
        if item.slot:
            slots.append((item.slot, place if place > head + 1 or head < 0 else None))
            apart = APART
            continue
        found = _find(view, place, item, apart)
        while found is not None and apart and skip:
            skip, found = skip - 1, _find(view, found[1], item, apart)
        if found is None:
            return None
        if item.lemmas and (head < 0 or item.verb):
            head = found[0]
        apart = APART if item.verb else 0
        place = found[1]
        end = found[1] if not slots and found[0] == end else end
    return Hit(wording.cue, view, at, end, (at, end), head=head, slots=tuple(slots))


def _find(view: View, place: int, item: Item, apart: int) -> tuple[int, int] | None:
    """The first stretch from token ``place`` on, ``apart`` tokens further at most, that is this part of a cue."""
    for at in range(place, min(place + apart + 1, view.size)):
        if item.lemmas and not view.forms[at].isdisjoint(item.lemmas):
            return at, at + 1
        for text in item.texts:
            if text.startswith(view.words[at]) and (end := _run(view, at, text)) is not None:
                return at, end
    return None


def _run(view: View, at: int, text: str) -> int | None:
    """The end of ``text`` from token ``at`` on; its last word may be written onto the next one (نظرا لانتهاء)."""
    end = run(view.words, at, text)
    if end is not None or text[-1:] not in view.discourse.prefixes or len(text) == 1:
        return end
    end = run(view.words, at, text[:-1])
    onto = end is not None and end < view.size and view.words[end][:1] == text[-1] and len(view.words[end]) > SHORT
    return end if onto else None
