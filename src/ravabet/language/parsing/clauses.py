"""Verbs and clauses of a sentence from its parse, the same way for every language."""

from __future__ import annotations

from ravabet.language.parsing.groups import Groups, Keys, groups, verbs
from ravabet.language.parsing.parse import Parse
from ravabet.language.sentence import Clause, Link, Sentence, Verb
from ravabet.language.text import Token
from ravabet.model import Span

LINKS: dict[str, Link] = {
    "ccomp": "complement",
    "xcomp": "complement",
    "csubj": "complement",
    "obj": "complement",
    "acl": "relative",
    "advcl": "adverbial",
    "conj": "conjunct",
    "parataxis": "conjunct",
}
"""How a clause hangs on its parent, by the relation of its predicate without subtype; others are complements."""
NOMINAL = frozenset({"ccomp", "csubj", "acl:relcl", "advcl", "conj", "parataxis"})
"""Relations in which a predicate without verb makes a clause, if it has a subject of its own."""
OPENERS = frozenset({"PRON", "DET", "ADV", "SCONJ"})
PAUSES = frozenset(',،"“”«»—–-')
"""Marks between what is said and who says it."""


def analysed(span: Span, tokens: tuple[Token, ...], parse: Parse, language: str, keys: Keys) -> Sentence:
    """A sentence with the verbs and clauses that its parse tells."""
    found = verbs(tokens, parse, language, keys)
    ordered = tuple(sorted(found.values(), key=lambda verb: (verb.start, verb.end)))
    return Sentence(span, tokens, ordered, clauses(tokens, parse, found, language), parse)


def clauses(tokens: tuple[Token, ...], parse: Parse, found: dict[int, Verb], language: str) -> tuple[Clause, ...]:
    """The clauses of one sentence in the order of their first token: each a finite verb or root with its dependents.

    Participles, gerunds and infinitives that nothing governs stay in the clause that holds them. A verb of being able
    is one clause with the verb it helps, and that is the clause's verb. What is said and followed by who says it
    («...», said the minister) is a complement of the saying. Every token is in exactly one clause.
    """
    if not len(parse):
        return ()
    helped = _helped(parse, found, groups(language))
    tops = [at for at in range(len(parse)) if at not in helped and _is_top(at, parse, found)]
    main = {**found, **{parse.heads[at]: found[at] for at in helped}}
    homes = [_home(at, parse, frozenset(tops)) for at in range(len(parse))]
    inside = {top: tuple(at for at, home in enumerate(homes) if home == top) for top in tops}
    tops.sort(key=lambda top: inside[top][0])
    above = {top: homes[parse.heads[top]] if parse.heads[top] >= 0 else None for top in tops}
    links: dict[int, Link] = {top: _link(top, tokens, parse, groups(language)) for top in tops}
    for top in tops:
        if _says(top, tokens, parse, inside[top], main.get(top), groups(language)):
            _turn(top, above, links)
    numbers = {top: number for number, top in enumerate(tops)}
    parents = {top: None if over is None else numbers[over] for top, over in above.items()}
    openers = {top: _opener(top, inside[top], links[top], parse) for top in tops}
    return tuple(Clause(inside[top], main.get(top), parents[top], links[top], openers[top]) for top in tops)


def _helped(parse: Parse, found: dict[int, Verb], known: Groups) -> frozenset[int]:
    """The verbs that hang on one of being able («могут прибыть»)."""
    able = {at for at, verb in found.items() if verb.keys & known.able}
    return frozenset(at for at in found if parse.heads[at] in able and parse.relations[at] in ("xcomp", "ccomp"))


def _is_top(at: int, parse: Parse, found: dict[int, Verb]) -> bool:
    relation = parse.relations[at]
    if parse.heads[at] < 0:
        return True
    if at in found:
        return found[at].finite and relation != "amod"
    subject = any(parse.relations[child].startswith("nsubj") for child in parse.children(at))
    return relation in NOMINAL and subject


def _home(at: int, parse: Parse, tops: frozenset[int]) -> int:
    while at not in tops:
        at = parse.heads[at]
    return at


def _link(top: int, tokens: tuple[Token, ...], parse: Parse, known: Groups) -> Link:
    relation = parse.relations[top]
    if relation == "root":
        return "main"
    if relation.endswith(":relcl"):
        return "relative"
    marks = [tokens[child].fold for child in parse.children(top) if parse.relations[child] == "mark"]
    if relation == "acl" and marks and not known.relative.intersection(marks):
        return "complement"  # «the claim that ...»
    return LINKS.get(relation.partition(":")[0], "complement")


def _opener(top: int, inside: tuple[int, ...], link: Link, parse: Parse) -> int | None:
    """The conjunction of a clause; of a relative one its pronoun, also behind a preposition."""
    words = [child for child in parse.children(top) if parse.relations[child] in ("mark", "cc")]
    if words or link != "relative":
        return next((word for word in words if word <= top or link != "conjunct"), None)
    first = [at for at in inside[:3] if parse.kinds[at] not in ("ADP", "PUNCT")]
    return next((at for at in first[:1] if parse.kinds[at] in OPENERS), None)


def _says(
    top: int, tokens: tuple[Token, ...], parse: Parse, inside: tuple[int, ...], verb: Verb | None, known: Groups
) -> bool:
    """Whether a clause says who said what stands before it: a verb of saying after a pause, with nothing said in it."""
    if verb is None or parse.relations[top] != "parataxis" or not known.say.intersection(verb.keys):
        return False
    first = next(at for at in inside if tokens[at].is_word)
    told = any(parse.relations[child] in ("ccomp", "obj") for child in parse.children(top))
    return first > 0 and tokens[first - 1].text in PAUSES and not told


def _turn(top: int, above: dict[int, int | None], links: dict[int, Link]) -> None:
    """Put the clause of saying above the clause that it hangs on."""
    said = above[top]
    if said is None:
        return
    above[top], links[top] = above[said], links[said]
    above[said], links[said] = top, "complement"
