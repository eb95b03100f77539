"""Where each phrase stands in its sentence, and which actors are told together: "A and B", "A, B and C", "A with B"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from ravabet.coding.grammar.syntax import COMMAS, hold, markers
from ravabet.coding.grammar.tree import top
from ravabet.coding.mentions.draft import Draft, Small, is_tight
from ravabet.coding.telling.speech import speaks
from ravabet.language import Sentence, Verb, verb_tokens
from ravabet.language.parsing import DATELINE

FREE = frozenset({"start", "comma", "that"})
"""Governors of a noun phrase that can be the subject of its clause; ``verb`` too where verbs stand first."""
NAMED = frozenset({"state", "capital"})
"""Kinds of what stands for a state by its name alone."""
PARTIES = NAMED | {"body", "group"}
"""Kinds of names that a headline lists as parties to one thing."""
"""What stands between the names of a list."""
APART = 4
"""Words from one phrase to another that is joined to it."""
BARE = frozenset({"verb", "name"})
"""Governors of a noun phrase that stands beside a verb or its subject without a preposition."""


def with_open_deeds(sentence: Sentence, drafts: list[Draft], small: Small) -> list[Draft]:
    """Without the words for a deed that say themselves whose it is («این حمله گسترده ارتش سودان»)."""
    verbal = verb_tokens(sentence)
    return [draft for draft in drafts if draft.need != "deed" or not _has_doer(sentence, draft, drafts, small, verbal)]


def _has_doer(sentence: Sentence, deed: Draft, drafts: list[Draft], small: Small, verbal: Set[int]) -> bool:
    """Whether only words of a noun phrase stand between a deed and the next mention."""
    after = min((draft.start for draft in drafts if draft.start >= deed.end), default=None)
    if after is None or not verbal.isdisjoint(range(deed.end, after)):
        return False
    between = sentence.tokens[deed.end : after]
    return all(token.text[0].isalpha() and token.fold not in small["breaks"] for token in between)


def hang(number: int, sentence: Sentence, drafts: list[Draft], small: Small, language: str) -> None:
    """Write into each draft where it stands in sentence ``number``, as far as word order tells."""
    stops = {at: "name" for draft in drafts for at in range(draft.start, draft.end)}
    known = markers(language)
    closes = not (known.fixed_order or known.cased)  # of a verb that stands last the clause ends with it
    free = FREE | {"verb"} if known.verb_first or closes else FREE
    _listed(sentence, drafts, mixed=known.fixed_order)
    if markers(language).fixed_order:
        _conjoined(sentence, drafts, small)
    _hyphened(sentence, drafts, small)
    governed = _objects(sentence) if markers(language).fixed_order else frozenset()
    said = next((at for at, token in enumerate(sentence.tokens) if token.text in small["speech"]), None)
    for before, draft in zip([None, *drafts], drafts, strict=False):
        held = hold(sentence, draft.start, draft.end, language, stops)
        draft.sentence, draft.clause = number, sentence.clause_of(draft.start)
        draft.scope = _scope(sentence, draft.clause)
        draft.governor, draft.lead, draft.object = held.governor, held.place - len(held.governor.split()), held.object
        dated = sentence.parse is not None and sentence.parse.relations[draft.start] == DATELINE
        draft.locative |= dated
        draft.free = held.governor in free and not held.object and not dated and draft.head not in small["oblique"]
        if draft.start in governed:
            draft.object, draft.free = True, False
        verb = None if draft.clause is None else sentence.clauses[draft.clause].verb
        draft.speaks = draft.free and speaks(sentence, verb, language) is not None
        if draft.start and draft.need and sentence.tokens[draft.start - 1].fold in small["whose"]:
            draft.need = "whose"
        draft.quoted = said is not None and draft.start > said
        draft.asked = held.governor in small["asked"] and verb is not None and verb.lemma in small["asking"]
        beside = held.governor in small["asked"] or held.governor in BARE
        draft.bidden = beside and verb is not None and asks(sentence, verb, small)
        if draft.joined and before is not None:
            draft.governor = before.governor
            draft.free |= before.free and not held.object


def asks(sentence: Sentence, verb: Verb, small: Small) -> bool:
    """Whether by a verb somebody asks another to act."""
    return not small["asking"].isdisjoint(_forms(sentence, verb))


def _objects(sentence: Sentence) -> frozenset[int]:
    """The tokens that are a verb's object by the dependencies."""
    relations = sentence.parse.relations if sentence.parse is not None else ()
    return frozenset(at for at, relation in enumerate(relations) if relation in ("obj", "iobj"))


def _scope(sentence: Sentence, clause: int | None) -> int | None:
    """The clause whose subject a clause has: of one joined to another without a subject of its own, the other."""
    parse = sentence.parse
    for _ in sentence.clauses:
        if clause is None or parse is None:
            break
        one = sentence.clauses[clause]
        if one.link != "conjunct" or one.verb is None or one.parent is None:
            break
        group = range(one.verb.start, one.verb.end)
        if any(parse.heads[at] in group and parse.relations[at].startswith("nsubj") for at in one.tokens):
            break
        clause = one.parent
    return clause


def _listed(sentence: Sentence, drafts: list[Draft], *, mixed: bool) -> None:
    """Join states between which a headline has only a comma, beside its verb («Chad, Niger sign pact»).

    ``mixed``: a state and a body or group before it, too ("Chad, EU sign pact").
    """
    begins = {verb.start for verb in sentence.verbs if verb.finite or mixed}  # "Chad, EU sign": read as an infinitive
    ends = {verb.end for verb in sentence.verbs if verb.finite}
    for before, draft in pairwise(drafts):
        listed = draft.start == before.end + 1 and sentence.tokens[before.end].fold in COMMAS
        if not listed or before.codes == draft.codes or not PARTIES.issuperset((before.kind, draft.kind)):
            continue
        alike = before.kind == draft.kind and draft.kind in NAMED
        subjects = before.start == 0 and draft.end in begins and (alike or mixed)
        draft.joined |= subjects or (alike and before.start in ends)


def _hyphened(sentence: Sentence, drafts: list[Draft], small: Small) -> None:
    """Join names that a hyphen makes one adjective ("the Chadian-Nigerien border", "US-China talks")."""
    tokens = sentence.tokens
    for before, draft in pairwise(drafts):
        at = before.end
        if draft.start == at + 1 and tokens[at].fold in small["hyphens"]:
            draft.joined |= is_tight(tokens, at) and before.codes != draft.codes


def _conjoined(sentence: Sentence, drafts: list[Draft], small: Small) -> None:
    """Join phrases that "and" joins by the dependencies, whatever stands before the second's noun."""
    parse = sentence.parse
    if parse is None:
        return
    for before, draft in pairwise(drafts):
        head = top(parse, draft.start, draft.end)
        joint = parse.relations[head] == "conj" and before.start <= parse.heads[head] < before.end
        between = sentence.tokens[before.end : draft.start]
        draft.joined |= joint and 0 < len(between) <= APART and between[0].fold in small["ands"]


def _forms(sentence: Sentence, verb: Verb) -> frozenset[str]:
    """The dictionary forms of a verb, alone and with the noun before it («توصیه کردن»)."""
    before = sentence.tokens[verb.start - 1].fold if verb.start else ""
    return verb.keys | {verb.lemma, f"{before}{verb.lemma}"}


class Ties:
    """The groups of actors told together so far; ``governors``: the prepositions that tie a phrase to another."""

    def __init__(self, governors: frozenset[str]) -> None:
        self.governors = governors
        self.groups: list[tuple[int, list[str]]] = []
        self.open: list[list[str]] = []
        self.told: list[Draft] = []

    def note(self, draft: Draft) -> None:
        """Add a draft to the groups that end with the one before it, or open new groups with it."""
        if not draft.joined:
            self.open = [[]]
            partner = self._partner(draft) if draft.governor in self.governors else None
            if partner is not None:
                self.open.append(list(with_joined(self.told, partner)))
            self.groups += [(draft.sentence, group) for group in reversed(self.open)]
        for group in self.open:
            group += [code for code in draft.codes if code not in group]
        self.told.append(draft)

    def _partner(self, draft: Draft) -> Draft | None:
        """Whom a phrase is tied to: who stands right before the preposition, else the subject of its clause."""
        here = [told for told in self.told[-6:] if told.sentence == draft.sentence]
        beside = [told for told in here if told.end == draft.lead]
        subjects = [told for told in here if told.clause == draft.clause and told.free]
        return next(iter([*beside, *subjects[:1], *here[::-1]]), None)

    def last(self, wanted: int, among: frozenset[str] | None) -> tuple[str, ...]:
        """The group of exactly so many codes told last; ``among``: the codes that count."""
        for _, group in reversed(self.groups):
            codes = _counted(group, among)
            if len(codes) == wanted:
                return codes
        return ()

    def told_in(self, sentence: int, among: frozenset[str]) -> tuple[str, ...]:
        """The states joined as a subject of a sentence ("Chad and Niger said they ..."); empty where none are."""
        joined = [told for told in self.told if told.sentence == sentence and told.joined and told.free]
        for at, group in reversed(self.groups):
            codes = _counted(group, among)
            if at == sentence and len(codes) > 1 and any(set(codes).issuperset(told.codes) for told in joined):
                return codes
        return ()

    def many(self, since: int, least: int, among: frozenset[str]) -> tuple[str, ...]:
        """The group told last, from a sentence on, of so many of these codes or more; empty where there is none."""
        told = (_counted(group, among) for at, group in reversed(self.groups) if at >= since)
        return next((codes for codes in told if len(codes) >= least), ())

    def last_two(self, among: frozenset[str] | None) -> tuple[str, ...]:
        """The last two tied, or told alone in one sentence, whichever is nearer."""
        for number in sorted({told.sentence for told in self.told}, reverse=True):
            for at, group in reversed(self.groups):
                if at == number and len(codes := _counted(group, among)) == 2:
                    return codes
            here = [c for told in self.told if told.sentence == number and not told.locative for c in told.codes]
            if len(codes := _counted(here, among)) == 2:
                return codes
        return ()


def with_joined(told: Sequence[Draft], one: Draft) -> tuple[str, ...]:
    """The codes of an actor and of those it is coordinated with, as far as they are told."""
    first = last = next(at for at, other in enumerate(told) if other is one)
    while told[first].joined and first:
        first -= 1
    while last + 1 < len(told) and told[last + 1].joined:
        last += 1
    return tuple(dict.fromkeys(code for each in told[first : last + 1] for code in each.codes))


def _counted(codes: Iterable[str], among: frozenset[str] | None) -> tuple[str, ...]:
    """The codes that count, each once, in the order told."""
    return tuple(dict.fromkeys(code for code in codes if among is None or code in among))


def undergoes(sentence: Sentence, draft: Draft) -> bool:
    """Whether the dependencies make a phrase a verb's object, or the subject of its passive."""
    parse = sentence.parse
    return parse is not None and parse.relations[draft.end - 1] in ("obj", "nsubj:pass")
