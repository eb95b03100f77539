"""Acts told by a verb with its other words before or after it in the clause, as in English, Russian and Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ravabet.coding.acts.act import Act, act_of
from ravabet.coding.acts.compounds import GENITIVE
from ravabet.coding.acts.index import Index, another_act, has_marker, is_word, present, row, tried
from ravabet.coding.grammar.syntax import markers
from ravabet.language import Sentence, Verb
from ravabet.language.parsing import Parse
from ravabet.lexicon import Expression, frames

AFTER, BEFORE = 14, 10
"""Tokens after and before a verb in which the words that make an act with it may begin."""
FAR_AFTER = 26
"""The same after a verb that stands first, behind its subject, of what a preposition brings in («عبر ... عن قلقه»)."""
GAP = 8
"""Tokens that ``...`` may stand for."""
STEPS = 8
"""How far a word of an expression may hang below its verb."""
TO = "to"
"""What marks an infinitive where word order is fixed."""
BY_WORD = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""PLOVER types of acts of speech."""


def told(sentence: Sentence, index: Index, language: str, forms: frozenset[str]) -> Iterator[Act]:
    """The acts that the verbs of a sentence tell, with the words that their expressions need.

    ``forms``: the dictionary forms of its words, and "".
    """
    for verb in sentence.verbs:
        known = (index.verbs[key] for key in sorted(verb.keys) if key in index.verbs)
        numbers = [number for rarest in known for number in sorted(tried(rarest, forms))]
        for entry in map(index.entries.__getitem__, dict.fromkeys(numbers)):
            taken = _words(sentence, verb, entry, language) if present(entry, forms) else None
            if taken is not None and _for_another(sentence, verb, taken, entry, language):
                continue
            if taken is not None and (not entry.required or _brought(sentence, verb, entry, language)):
                turned = verb.passive and (
                    verb.lemma in markers(language).affecting
                    or not _turning(language).isdisjoint(entry.markers)
                    or _suffers(verb, language)
                    or _object_first(verb, entry, taken, language)
                )
                denial = _denial(sentence, verb, language) if entry.negated else ()
                yield act_of(sentence, entry, tuple(sorted({*taken, *denial})), verb, turned)


def _denial(sentence: Sentence, verb: Verb, language: str) -> tuple[int, ...]:
    """The word that denies a verb, where it stands before it and is no part of it («не принял»)."""
    before = verb.start - 1
    return (before,) if before >= 0 and sentence.tokens[before].fold in markers(language).negations else ()


@cache
def _turning(language: str) -> frozenset[str]:
    """What marks the recipient of an expression whose passive has the recipient for its subject."""
    known = markers(language)
    return frozenset({known.object, GENITIVE}) if known.verb_first else frozenset({known.object})


def _suffers(verb: Verb, language: str) -> bool:
    """Whether a passive is one beyond doubt, whatever its expression governs: by an auxiliary or as a participle."""
    return markers(language).fixed_order and (verb.end - verb.start > 1 or verb.tense == "participle")


def _object_first(verb: Verb, entry: Expression, taken: set[int], language: str) -> bool:
    """Whether what an expression has behind its verb stands before this one: «Two soldiers killed» suffer it."""
    return markers(language).fixed_order and entry.verb == 0 and len(entry.words) > 1 and max(taken) < verb.end


def _brought(sentence: Sentence, verb: Verb, entry: Expression, language: str) -> bool:
    """Whether something brings in the recipient that the expression must have: a marker's word, or an object."""
    if has_marker(sentence, verb.end - 1, entry):
        return True
    if markers(language).object not in entry.markers:
        return False
    parse = sentence.parse
    group = range(verb.start, verb.end)
    return parse is None or any(
        parse.heads[n] in group and parse.relations[n].startswith(("obj", "nsubj:pass")) for n in range(len(parse))
    )


def _words(sentence: Sentence, verb: Verb, entry: Expression, language: str) -> set[int] | None:
    """The tokens of the verb and of the expression's other words; None where one of them is not there."""
    at = entry.verb or 0
    taken = set(range(verb.start, verb.end))
    for words, following in ((entry.words[:at], False), (entry.words[at + 1 :], True)):
        words = _inner(words)
        if words:
            found = _nearest(sentence, verb, words, language, following=following)
            if found is None:
                return None
            taken.update(found)
    return taken


def _inner(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a gap at either end: words stand apart from the verb without one."""
    while words and words[0] == "...":
        words = words[1:]
    while words and words[-1] == "...":
        words = words[:-1]
    return words


def _nearest(
    sentence: Sentence, verb: Verb, words: tuple[str, ...], language: str, *, following: bool
) -> tuple[int, ...] | None:
    """Where words stand nearest to a verb, on the side where its expression has them if they stand there."""
    known = markers(language)
    long = len(words) > 1 and words[0] in known.distant
    after = range(verb.end, min(verb.end + (FAR_AFTER if long else AFTER), len(sentence.tokens)))
    before = range(verb.start - 1, max(verb.start - BEFORE, 0) - 1, -1)
    number = sentence.clause_of(verb.start)
    clause = set(sentence.clauses[number].tokens) if number is not None else set(range(len(sentence.tokens)))
    breaks = frozenset(another_act(sentence, after.start, after.stop))
    inside = range(verb.start, verb.end)  # a denial that the expression itself holds ("не признать")
    if not following:
        sides: tuple[range, ...] = (inside, before, after)
    else:
        sides = (inside, after, before) if _turned(sentence, verb, language) else (inside, after)
    for places in sides:
        if places is before and _attributive(sentence, verb):
            continue
        strict = places is before and markers(language).fixed_order and not _loose(sentence, verb)
        for at in places:
            if strict and at not in clause:
                continue
            if _ends(sentence, at, clause, places is after or markers(language).fixed_order) or at in breaks:
                break
            if places is after and sentence.tokens[at].fold in markers(language).turns - {words[0]}:
                break
            if is_word(sentence, at, words[0], language) and not _apart(sentence, verb, at, language):
                found = row(sentence, at, words, language, GAP)
                if found is not None:
                    return found
    return None


def _apart(sentence: Sentence, verb: Verb, at: int, language: str) -> bool:
    """Whether a word behind a verb is not one of its own: what says when, or the particle of another verb.

    "called on Monday", "gave them a day to pull their forces back". Nor is the noun of a preposition («по просьбе
    министра направила»), in a language of cases.
    """
    known, before = markers(language), sentence.tokens[at - 1].fold if at else ""
    if known.cased and (before, sentence.tokens[at].fold) in known.prepositions.get(before, ()):
        return True
    days, following = markers(language).days, sentence.tokens[at + 1 : at + 2]
    if days and following and following[0].fold in days and sentence.tokens[at].fold in markers(language).firsts:
        return True
    parse = sentence.parse
    if parse is None or sentence.tokens[at].fold not in markers(language).particles:
        return False
    head = parse.heads[at]
    return not verb.start <= head < verb.end and any(other.start <= head < other.end for other in sentence.verbs)


def _for_another(sentence: Sentence, verb: Verb, taken: set[int], entry: Expression, language: str) -> bool:
    """Whether words of an expression belong to an infinitive below its verb ("struck a deal to free jailed men").

    An act of speech may well be told by what is asked or promised.
    """
    parse = sentence.parse
    if parse is None or not markers(language).fixed_order or frames()[entry.frame].type in BY_WORD:
        return False
    group = range(verb.start, verb.end)
    return any(_below_infinitive(sentence, parse, n, group, taken) for n in taken if n not in group)


def _below_infinitive(sentence: Sentence, parse: Parse, at: int, group: range, taken: set[int]) -> bool:
    """Whether the way from a token up to a verb leads over an infinitive with "to" that is none of the taken words."""
    over = False
    for _ in range(STEPS):
        at = parse.heads[at]
        if at < 0 or at in group:
            break
        over |= at not in taken and _infinitive(sentence, parse, at)
    return over and at in group


def _infinitive(sentence: Sentence, parse: Parse, at: int) -> bool:
    """Whether a token is a verb with "to" before it."""
    verb = any(one.start <= at < one.end for one in sentence.verbs)
    marks = (n for n in parse.children(at) if parse.relations[n] == "mark")
    return verb and any(sentence.tokens[n].fold == TO for n in marks)


def _turned(sentence: Sentence, verb: Verb, language: str) -> bool:
    """Whether what an expression has after its verb may stand before this one ("sanctions were imposed on")."""
    if not markers(language).fixed_order or verb.passive:
        return True
    return verb.tense != "participle" and _loose(sentence, verb)


def _loose(sentence: Sentence, verb: Verb) -> bool:
    """Whether a verb's own words may stand before its clause: of a participle, or in a relative clause."""
    clause = sentence.clause_of(verb.start)
    return verb.tense == "participle" or (clause is not None and sentence.clauses[clause].link == "relative")


def _attributive(sentence: Sentence, verb: Verb) -> bool:
    """Whether a participle stands before the noun that it belongs to, as none of its words does ("a proposed law")."""
    parse = sentence.parse
    if parse is None or verb.tense != "participle" or verb.end - verb.start > 1:
        return False
    return parse.relations[verb.start] == "amod" and parse.heads[verb.start] > verb.start


def _ends(sentence: Sentence, at: int, clause: set[int], verbs: bool) -> bool:
    """Whether the search for a verb's words ends here: at another finite verb outside its clause."""
    if at in clause:
        return False
    return verbs and any(verb.finite and verb.start <= at < verb.end for verb in sentence.verbs)
