"""A phrase that may become a mention, and how the phrases of a sentence join: name and title, list, place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ravabet.coding.mentions.mention import MentionKind
from ravabet.language import Token

Small = dict[str, frozenset[str]]
"""The small words of a language by their use, see ``anaphors.yaml``."""
GROUPS = frozenset({"region", "group"})
"""Kinds of what stands for many that have no state of their own."""
DASHES = frozenset("-–—")
SOURCE = 6
"""Tokens after the place of a dateline in which its colon stands («بیشکک - خبرگزاری کابار: ...»)."""
LISTED = frozenset({"state", "capital", "person"})
"""Kinds of names that a headline lists with a comma."""
UNKNOWN = "unknown"
"""The need of a title of people whom nobody knows ("gunmen"): it stands for no actor, but somebody did it."""
OBJECT = "object"
"""The need of a title of people who are somebody's only as those to whom something is done ("beat a reporter")."""
AMONG = "/"
"""What stands between codes in the need of a people of several states: one of these is theirs."""
STRANGER = "stranger"
"""The need of a person who is in no list and whose title, if any, tells no state."""
NAMED = "named"
"""The need of a name told again of a person whose title alone said whose they are, as it was found there."""
BARE = frozenset({"", "role", "first", "own", UNKNOWN})
"""Needs of a title that a state or name beside it meets."""
WAITING = frozenset({"role", "first", "own"})
"""Needs of a title whose state is found in the text around."""


@dataclass(slots=True)
class Draft:
    """A phrase that may become a mention. ``need``: how its codes are found where they are not yet known.

    ``role``: the folded words of its title; ``name``: the folded tokens of a person's name in it. ``sentence`` and
    ``clause``: their numbers; ``scope``: that of the clause whose subject its clause has; ``governor``: what holds it,
    from token ``lead`` on;
    ``free``: nothing keeps it from being a subject; ``object``: the object's mark follows; ``asked``:
    its clause asks it to act; ``bidden``: so it may be, by its place beside the verb; ``speaks``: it is the subject
    of a verb of speech; ``quoted``: it stands in what is said; ``head``: its first folded word; ``own``: the token
    where its own words begin, where it also takes the place of the noun before that it is an example of.
    """

    start: int
    end: int
    kind: MentionKind
    codes: tuple[str, ...] = ()
    need: str = ""
    role: str = ""
    sector: str | None = None
    who: str = ""
    regime: bool = False
    source: str = ""
    name: tuple[str, ...] = ()
    apposition: bool = False
    locative: bool = False
    joined: bool = False
    dateline: bool = False
    sentence: int = 0
    clause: int | None = None
    scope: int | None = None
    governor: str = ""
    lead: int = 0
    free: bool = False
    object: bool = False
    asked: bool = False
    bidden: bool = False
    speaks: bool = False
    quoted: bool = False
    head: str = ""
    own: int = -1


def joined(drafts: list[Draft], folds: Sequence[str], small: Small) -> list[Draft]:
    """The drafts that stand for somebody, in order, a name and its title made one, lists and places marked.

    ``folds``: the folded tokens of the sentence.
    """
    merged = _merge(sorted(drafts, key=lambda draft: (draft.start, draft.end)), folds, small)
    _share(merged, folds, small)
    merged = _exemplified(merged, folds, small)
    kept = [draft for draft in merged if draft.codes or draft.need]
    for draft in kept:
        draft.head = folds[draft.start]
        _place(draft, folds, small)
    _join(kept, folds, small)
    return _narrowed(kept, folds, small)


def _narrowed(drafts: list[Draft], folds: Sequence[str], small: Small) -> list[Draft]:
    """One phrase of a group of states and of those in it that are meant («غرب و در رأس آن آمریکا»)."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if (
            last
            and draft.joined
            and last.kind in GROUPS
            and draft.codes
            and _narrows(folds[last.end : draft.start], small)
        ):
            draft.start, draft.joined, draft.head = last.start, last.joined, last.head
            kept.pop()
        kept.append(draft)
    return kept


def _narrows(between: Sequence[str], small: Small) -> bool:
    words = [word for word in between if word not in small["commas"] | small["ands"]]
    return "".join(words).startswith(tuple(small["narrower"]))


def _merge(drafts: list[Draft], folds: Sequence[str], small: Small) -> list[Draft]:
    """A name beside a title is one mention with it, where their codes agree or only one has any."""
    merged: list[Draft] = []
    for draft in drafts:
        if merged and _apposed(merged[-1], draft, folds[merged[-1].end : draft.start], small):
            merged[-1] = _one(merged[-1], draft)
        else:
            merged.append(draft)
    return merged


def _apposed(one: Draft, other: Draft, gap: Sequence[str], small: Small) -> bool:
    if _named(one, other, gap, small):
        return True
    if len(gap) > 3 or any(fold not in small["between"] for fold in gap):
        return False
    person, title = (one, other) if other.role and not other.name else (other, one)
    if not person.name or person.role or not title.role or title.name or title.who != "one":
        return False
    return not person.codes or not title.codes or person.codes == title.codes


def is_tight(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark stands between two words without a space on either side."""
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _named(one: Draft, other: Draft, gap: Sequence[str], small: Small) -> bool:
    """Whether a name says right behind an office who holds it («أمير قطر الشيخ تميم», «الأمين العام لـ...، أحمد ...»).

    Offices that are listed with their state have no role of their own; of two names a comma makes a list.
    """
    if one.role or other.role or not other.name or not one.codes or one.codes != other.codes:
        return False
    seat = one.kind == "state" and one.who == "one"
    if not gap:
        return bool(one.name) or seat
    return seat and len(gap) == 1 and gap[0] in small["commas"]


def _one(one: Draft, other: Draft) -> Draft:
    if not one.role and not other.role:
        return replace(other, start=one.start, sector=one.sector or other.sector, apposition=True)
    title, person = (one, other) if one.role else (other, one)
    holder = title if title.codes or title.need not in BARE else person
    known = bool(title.codes or person.codes)
    return Draft(
        one.start,
        other.end,
        "person",
        title.codes or person.codes,
        need="" if known else title.need or (NAMED if person.need == NAMED else ""),
        role=title.role,
        sector=title.sector or person.sector,
        who=title.who,
        source=holder.source,
        name=person.name,
        apposition=True,
    )


def _share(drafts: list[Draft], folds: Sequence[str], small: Small) -> None:
    """A bare title joined by and to one that has a state shares it: «سربازان و پلیس عراق»."""
    for one, other in zip(drafts[-2::-1], drafts[:0:-1], strict=False):
        bare = one.role and not one.codes and one.need in BARE
        if bare and other.role and other.codes and _row(folds[one.end : other.start], small) in ("and", "comma"):
            one.codes, one.need, one.source = other.codes, "", other.source


def _exemplified(drafts: list[Draft], folds: Sequence[str], small: Small) -> list[Draft]:
    """Without the many of whom examples are told: the first takes their place ("five men, including two Danes").

    Those whose own state is told stay ("Danish officials, including ...").
    """
    told = [d for d in drafts if d.need != "many" or "".join(folds[d.start - 1 : d.end]) not in small["examples"]]
    kept: list[Draft] = []
    for draft in told:
        one = kept[-1] if kept else None
        if one is not None and draft.codes and _is_vague(one, folds) and _brings(folds[one.end : draft.start], small):
            draft.own, draft.start = draft.start, one.start
            kept.pop()
        kept.append(draft)
    return kept


def _is_vague(draft: Draft, folds: Sequence[str]) -> bool:
    """Whether a phrase tells of many («15 شخصا») without saying whose they are, or only that they belong to a body."""
    many = draft.who == "many" or (draft.who == "one" and folds[draft.start].isdigit() and draft.need == "role")
    return (many and not draft.codes and draft.need in BARE) or draft.kind in ("body", "region")


def _brings(between: Sequence[str], small: Small) -> bool:
    """Whether what stands between two phrases brings in examples of the first."""
    words = [fold for fold in between if fold not in small["commas"]]
    if words and words[-1] in small["articles"] | small["indefinite"]:
        words.pop()
    return "".join(words) in small["examples"]


def _place(draft: Draft, folds: Sequence[str], small: Small) -> None:
    """Whether a mention is told as a place: after a preposition of place, or as the place of a dateline."""
    lead = folds[draft.start - 1] if draft.start else ""
    double = folds[draft.start - 2] + lead if draft.start > 1 else lead
    markers = small["place_markers"]
    after = folds[draft.end : draft.end + 2]
    dated = len(after) == 2 and not after[0].isalnum() and after[1].isdigit()
    told = bool(after) and after[0] in DASHES and ":" in folds[draft.end : draft.end + SOURCE]
    draft.dateline = draft.start == 0 and told
    dateline = draft.start == 0 and (dated or told)
    if draft.kind in ("state", "capital", "place") or draft.locative or draft.need == "topic":
        draft.locative = draft.locative or dateline or lead in markers or double in markers
    draft.regime = not small["regime_words"].isdisjoint(folds[draft.start : draft.end])


def _join(drafts: list[Draft], folds: Sequence[str], small: Small) -> None:
    """Which mentions are coordinated with the one before: by and, or by a comma in a row that ends with and.

    In a headline, which no full stop ends, a comma alone may join two names of one kind.
    """
    following = False
    headline = bool(folds) and folds[-1].isalnum()
    for before, draft in zip(drafts[-2::-1], drafts[:0:-1], strict=True):
        joint = _row(folds[before.end : draft.start], small, listed=_is_listed(before, folds, small))
        told = headline and before.kind == draft.kind in LISTED and folds[before.end] in small["headlines"]
        draft.joined = joint == "and" or ((following or told) and joint == "comma")
        following = draft.joined


def _is_listed(draft: Draft, folds: Sequence[str], small: Small) -> bool:
    """Whether a phrase tells of some people, so that "a" behind a comma goes on with a list and says not who it is."""
    some = draft.who == "many" or folds[draft.start][0].isdigit()
    return some or (draft.start > 0 and folds[draft.start - 1] in small["indefinite"])


def _row(between: Sequence[str], small: Small, *, listed: bool = False) -> str:
    """What stands between two phrases: ``and`` (perhaps after a comma), ``comma`` alone, or nothing of these.

    The second may have its article ("Chad, the Gambia and the Congo"); after "and", and where people are ``listed``,
    also an indefinite one ("two Danes, a Finn and a Swede"), but behind a comma "a" mostly says who somebody is.
    """
    words = [word for word in between if word not in small["row_quotes"]]
    last = words[-1] if len(words) > 1 else ""
    if last in small["articles"] or (last in small["indefinite"] and (listed or words[0] not in small["commas"])):
        words.pop()
    if words and words[0] in small["commas"]:
        if len(words) == 1:
            return "comma"
        words = words[1:]
    return "and" if "".join(words) in small["ands"] else ""
