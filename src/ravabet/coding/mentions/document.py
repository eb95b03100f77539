"""What a document tells as a whole: whose newsroom wrote it, its places, the states it speaks of most."""

from __future__ import annotations

from collections import Counter

from ravabet.coding.mentions.draft import Draft
from ravabet.coding.mentions.words import Words
from ravabet.lexicon import actors, fold

SEVERAL = {"pair": 2, "three": 3, "four": 4}
"""How many states an anaphor of each kind stands for."""
PEOPLE = "CVL"
"""The sector of people who hold no office."""
PARTIES = frozenset({"PTY", "REB"})
"""Sectors of those who are no state's own people, but parties within it."""
PLACES = frozenset({"state", "capital", "place"})
"""Kinds of mentions that tell where somebody or something is."""


def newsroom(text: str, words: Words) -> str | None:
    """The state whose newsroom wrote, shown by words of its own such as "our country"; None where nothing shows it."""
    folded = fold(text)
    scores = {code: one.shown(folded) for code, one in words.newsrooms.items()}
    best = max(scores, key=lambda code: scores[code], default=None)
    return best if best and scores[best] else None


def states() -> frozenset[str]:
    """The codes of all states."""
    return frozenset(entry.code for entry in actors("en") if entry.kind == "name")


def places(drafted: list[list[Draft]], sites: frozenset[str]) -> dict[tuple[int, int | None], tuple[str, ...]]:
    """Whose the first place is that a clause tells as one ("in Paris"), by the numbers of sentence and clause.

    ``sites``: nouns of a place before its name («في مطار بروكسل»).
    """
    told = (draft for drafts in drafted for draft in reversed(drafts) if draft.locative and len(draft.codes) == 1)
    named = (d for d in told if (d.kind in PLACES if not d.role else d.role.partition(" ")[0] in sites))
    return {(d.sentence, d.clause): d.codes for d in named}


def seats(drafted: list[list[Draft]]) -> dict[tuple[int, int], tuple[str, ...]]:
    """Whose each place is that is told as one, by its sentence and the token that it begins with ("in")."""
    told = (draft for drafts in drafted for draft in drafts if draft.locative)
    return {(d.sentence, d.lead): d.codes for d in told if len(d.codes) == 1}


def first_person(drafted: list[list[Draft]]) -> tuple[str, ...]:
    """The codes of the first person named in a document."""
    return next((draft.codes for drafts in drafted for draft in drafts if draft.name and draft.codes), ())


def abroad(drafted: list[list[Draft]], usual: str) -> bool:
    """Whether a document tells of persons or institutions of other states and names nothing of the ``usual`` one."""
    told = [draft for drafts in drafted for draft in drafts]
    home = any(draft.need == "own" or usual in draft.codes for draft in told)
    return not home and any(draft.codes and _insider(draft) for draft in told)


def _insider(draft: Draft) -> bool:
    """Whether a phrase names a person or an institution, not a state with what is its; or a party or armed group."""
    return draft.kind == "person" or (draft.kind == "title" and (not draft.role or draft.sector in PARTIES))


def main_pair(drafted: list[list[Draft]], known: frozenset[str]) -> tuple[str, ...]:
    """The two states that a document speaks of most, in the order told; empty where it is three."""
    told = (draft for drafts in drafted for draft in drafts if not draft.locative)
    most = (counts := Counter(code for draft in told for code in draft.codes if code in known)).most_common(3)
    clear = len(most) > 1 and (len(most) == 2 or most[1][1] > most[2][1])
    return tuple(sorted((code for code, _ in most[:2]), key=list(counts).index)) if clear else ()


def main_state(drafted: list[list[Draft]], known: frozenset[str]) -> str | None:
    """The state a document speaks of most, by its plain mentions; the first of those told equally often."""
    counts = Counter(code for drafts in drafted for draft in drafts for code in draft.codes if code in known)
    return max(counts, key=lambda code: counts[code], default=None)
