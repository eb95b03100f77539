"""How a noun phrase hangs in its sentence, read off the dependencies: governor, depth, the way to an act."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ravabet.coding.grammar.instrumental import doer_behind, hurt_behind
from ravabet.coding.grammar.syntax import Hold, Markers
from ravabet.language import Sentence, sure_case
from ravabet.language.parsing import DATELINE

if TYPE_CHECKING:
    from ravabet.language.parsing import Parse

MODIFIERS = frozenset({"nmod", "amod", "compound", "appos", "flat", "det", "nummod", "fixed", "dep"})
"""Relations through which a phrase is part of another noun phrase (Universal Dependencies 2)."""
BEFORE_NOUN = frozenset({"amod", "compound", "nmod:poss", "det"})
"""Of these, those of a modifier that stands before its noun and may be its agent ("Russian attack")."""
CASES = {"Dat": "dat", "Ins": "ins", "Abl": "abl", "Loc": "loc"}
"""Cases that mark a role without a preposition, as the lexicon's markers call them."""
OF_NOUN = {"Dat": "dat", "Ins": "ins"}
"""Of these, those in which one stands whom the noun of an act is done to or by, told from a genitive."""
STEPS = 4
"""Edges of a path between a mention and an act beyond which it is only called far."""


def top(parse: Parse, start: int, end: int) -> int:
    """The token of a stretch that its other tokens hang on: the first whose head lies outside."""
    return next((n for n in range(start, end) if not start <= parse.heads[n] < end), start)


def noun(parse: Parse, start: int, end: int) -> int:
    """The head of a phrase, of an adjective's that of the noun it belongs to ("Danish and Finnish teams")."""
    at = top(parse, start, end)
    while base(parse.relations[at]) in ("amod", "compound") and parse.heads[at] >= end:
        at = parse.heads[at]
    return at


def base(relation: str) -> str:
    """A relation without its subtype."""
    return relation.partition(":")[0]


def preposition(sentence: Sentence, parse: Parse, token: int, *, nearest: bool = False) -> tuple[str, int] | None:
    """The words that mark the case of a token ("in response to"), and the first of them; None where none do.

    ``nearest``: of several that a parse hangs on one noun only the nearest before it ("in a raid by Oslo").
    """
    marks = [n for n in parse.children(token) if parse.relations[n] in ("case", "mark")]
    if not marks:
        return None
    inside = [n for mark in marks for n in parse.children(mark) if base(parse.relations[n]) == "fixed"]
    words = sorted({*marks, *inside})
    before = [n for n in words if n < token]
    if nearest and before and len(words) > 1:
        gaps = [at for at in range(1, len(before)) if before[at] - before[at - 1] > 1]
        words = before[gaps[-1] :] if gaps else before
    return " ".join(sentence.tokens[n].fold for n in words), words[0]


def opening(sentence: Sentence, known: Markers) -> int:
    """The end of an adverbial at the front of a sentence that holds nothing of what follows; 0 where there is none."""
    folds = tuple(token.fold for token in sentence.tokens[:6])
    return max((len(words) for words in known.openings if folds[: len(words)] == words), default=0)


def hold_in_tree(
    sentence: Sentence, parse: Parse, start: int, end: int, known: Markers, stops: Mapping[int, str]
) -> Hold:
    """What holds the noun phrase of tokens ``start`` to ``end`` (excluded); see ``syntax.hold``.

    Governors besides those of word order: ``-`` for a genitive after the noun of an act, ``dat`` and ``ins`` for a bare
    case, ``bare`` for any other phrase that nothing marks.
    """
    at, depth = top(parse, start, end), 0
    if parse.relations[at] == DATELINE:
        return Hold("dateline", 0, False, at)
    if (deed := _beside_deed(sentence, start, end, known, stops)) is not None:
        return deed
    opened = opening(sentence, known)
    for _ in range(len(parse.heads)):
        relation, head = parse.relations[at], parse.heads[at]
        if start >= opened and 0 <= head < opened:  # the parser hangs a subject on the adverbial before it
            return Hold("start", depth, False, at)
        if base(relation) == "conj" and head >= 0:
            at = head
            continue
        mark = preposition(sentence, parse, at, nearest=known.fixed_order)
        if mark is not None and mark[0] in known.given and stops.get(mark[1]) == stops.get(at) == "name":
            mark = None  # the parser took «علي» for «على»
        if mark is not None and mark[0] in known.including and base(relation) in MODIFIERS and head >= 0:
            at = head
            continue
        if mark is not None and mark[0] not in known.linkers:
            if known.verb_first and any(verb.start <= mark[1] < verb.end for verb in sentence.verbs):
                return Hold("start", depth, False, at)  # the parser took «عبّر» for «عبر»
            return Hold(mark[0], depth, False, mark[1])
        if known.nouned and (told := _nouned(sentence, parse, at, known)) is not None:
            return Hold(told[0], depth, False, told[1])
        if base(relation) not in MODIFIERS or head < 0:
            return _argument(parse, at, depth, known)
        if base(relation) == "appos" and known.fixed_order and stops.get(head) == "name":
            return Hold("appos", depth, False, at)
        if stops.get(head) in ("act", "other"):
            beside = relation in BEFORE_NOUN or at < head
            case = "" if beside or not known.cased else _bare_case(sentence, parse, at, known.language)
            if case:
                return Hold(case, depth, False, at)  # «захват города боевиками», «помощь боевикам»
            return Hold(stops[head] if beside else "-" if stops[head] == "act" else "other", depth, False, at)
        at, depth = head, depth + 1
    return Hold("far", depth, False, at)


def _beside_deed(sentence: Sentence, start: int, end: int, known: Markers, stops: Mapping[int, str]) -> Hold | None:
    """What holds a phrase that by the forms of words does what a noun before it tells, or suffers it."""
    if not known.cased:
        return None
    told = doer_behind(sentence, start, end, known, stops)
    return told or hurt_behind(sentence, start, end, known, stops)


def _bare_case(sentence: Sentence, parse: Parse, at: int, language: str) -> str:
    """The case of a word behind the noun of an act, as markers call it, empty for a genitive."""
    word = sentence.tokens[at].fold
    return OF_NOUN.get(sure_case(word, language) or parse.feat(at, "Case") or "", "")


def _nouned(sentence: Sentence, parse: Parse, at: int, known: Markers) -> tuple[str, int] | None:
    """The preposition with its noun on which a token hangs as a genitive («على يد الجيش»), and its first word."""
    head = parse.heads[at]
    if not 0 <= head < at or base(parse.relations[at]) != "nmod":
        return None
    noun = sentence.tokens[head].fold
    mark = preposition(sentence, parse, head)
    words, first = (f"{mark[0]} {noun}", mark[1]) if mark is not None else (noun, head)
    return (words, first) if tuple(words.split()) in known.prepositions.get(words.split()[0], ()) else None


def subject_of(parse: Parse, start: int, end: int, verb: range) -> bool:
    """Whether a phrase is, or is part of, the subject of a verb group."""
    at = top(parse, start, end)
    for _ in range(len(parse.heads)):
        relation, head = base(parse.relations[at]), parse.heads[at]
        if relation == "nsubj":
            return head in verb
        if head < 0 or relation not in MODIFIERS | {"conj"}:
            return False
        at = head
    return False


def _argument(parse: Parse, at: int, depth: int, known: Markers) -> Hold:
    """The hold of a phrase that hangs on a verb without a preposition, or on nothing."""
    match base(parse.relations[at]):
        case "obj":
            return Hold("object", depth, True, at, parse.heads[at])
        case "iobj":
            case = CASES.get(parse.feat(at, "Case") or "", "dat") if known.cased else "dat"
            return Hold(case, depth, False, at, parse.heads[at] if known.fixed_order else -1)
        case "obl":
            return Hold(CASES.get(parse.feat(at, "Case") or "", "bare"), depth, False, at)
    return Hold("start", depth, False, at)


def path(sentence: Sentence, parse: Parse, start: int, end: int, act: int) -> str:
    """The way from a noun phrase up to where it meets the way from the act, and down to it ("nsubj<", "obl:on<")."""
    up = _upwards(parse, top(parse, start, end))
    down = _upwards(parse, act)
    meeting = next((n for n in up if n in down), None)
    if meeting is None:
        return "none"
    climbed, descended = up[: up.index(meeting)], down[: down.index(meeting)]
    if len(climbed) + len(descended) > STEPS:
        return "far"
    steps = [_edge(sentence, parse, n) + "<" for n in climbed]
    return "".join(steps + [">" + base(parse.relations[n]) for n in reversed(descended)]) or "self"


def _upwards(parse: Parse, at: int) -> list[int]:
    found: list[int] = []
    while at >= 0 and at not in found:
        found.append(at)
        at = parse.heads[at]
    return found


def _edge(sentence: Sentence, parse: Parse, at: int) -> str:
    relation = parse.relations[at]
    mark = preposition(sentence, parse, at) if base(relation) in ("obl", "nmod") else None
    return f"{base(relation)}:{mark[0]}" if mark else relation
