"""Clauses that «after» or «before» opens, which the parser reads as a noun: «After gunmen killed 26 tourists, ...».

Of «after» it has mostly learned that a noun follows; the verb behind is then a participle or that of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ravabet.language.english.words import verb_words
from ravabet.language.parsing import Parse
from ravabet.language.text import Token

OPENING = verb_words("opening")
"""Prepositions that may open a clause too."""
GIVEN = verb_words("given")
"""Participles that have an object though they are passive: «after rebels denied a truce»."""
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
INSIDE = ("det", "amod", "nummod", "compound", "nmod:poss", "case", "flat", "goeswith", "punct")
"""Relations of the words of one noun phrase."""
REST = ("parataxis", "conj", "ccomp")
"""Relations of the verb of the sentence, below the one that was taken for it."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """The preposition, the subject and the verb of a clause that was read as a noun."""

    opener: int
    subject: int
    verb: int


def opened(tokens: tuple[Token, ...], parse: Parse) -> Parse:
    """The parse in which such clauses are clauses."""
    if OPENING.isdisjoint(token.fold for token in tokens):
        return parse
    for at, token in enumerate(tokens):
        clause = _clause(tokens, parse, at) if token.fold in OPENING else None
        if clause is not None:
            parse = _read(parse, clause)
    return parse


def _clause(tokens: tuple[Token, ...], parse: Parse, opener: int) -> _Clause | None:
    subject = parse.heads[opener]
    if parse.relations[opener] not in ("case", "mark") or subject <= opener or parse.kinds[subject] not in NOUNS:
        return None
    verb = subject + 1
    acts = parse.relations[subject] == "nsubj" and parse.heads[subject] == verb
    if verb >= len(tokens) or parse.kinds[verb] != "VERB" or not (_is_past(tokens, parse, verb) or acts):
        return None
    hangs = parse.relations[verb] == "acl" and parse.heads[verb] == subject
    governs = parse.heads[subject] == verb and not parse.relations[subject].endswith(":pass")
    return _Clause(opener, subject, verb) if hangs or governs else None


def _is_past(tokens: tuple[Token, ...], parse: Parse, verb: int) -> bool:
    """Whether a verb may be a past of its own: it has an object and no auxiliary or subject before the noun."""
    below = parse.children(verb)
    if tokens[verb].fold in GIVEN or parse.feat(verb, "VerbForm") in ("Ger", "Inf"):
        return False
    if any(parse.relations[n].startswith(("aux", "cop")) or parse.relations[n].endswith(":agent") for n in below):
        return False
    return any(parse.relations[n] == "obj" and n > verb for n in below)


def _read(parse: Parse, clause: _Clause) -> Parse:
    """The parse with the clause below the verb of its sentence."""
    heads, relations = list(parse.heads), list(parse.relations)
    opener, subject, verb = clause.opener, clause.subject, clause.verb
    above, relation = heads[subject], relations[subject]
    if above == verb:
        above, relation = heads[verb], relations[verb]
        rest = next((n for n in parse.children(verb) if n > verb and relations[n].startswith(REST)), None)
        if rest is not None:
            heads[rest], relations[rest] = above, relation
            above = rest
    if above < 0:
        relations[verb], heads[verb] = "root", -1
    else:
        relations[verb], heads[verb] = "advcl", above
    heads[subject], relations[subject] = verb, "nsubj"
    heads[opener], relations[opener] = verb, "mark"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


__all__ = ["opened"]
