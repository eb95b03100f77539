"""Which candidate is the subject of an act by word order, through the clauses it stands in; whose object one is."""

from __future__ import annotations

from collections.abc import Collection

from ravabet.coding.grammar.control import gap, inner, part_of, subject
from ravabet.coding.grammar.syntax import hold, markers
from ravabet.coding.grammar.tree import base, top
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.mentions.ties import asks
from ravabet.coding.mentions.words import words
from ravabet.coding.place import Place
from ravabet.coding.sides.candidate import Candidate
from ravabet.coding.sides.doing import by_noun, with_struck
from ravabet.coding.sides.verbfirst import agrees, right_behind, second_noun, told_of
from ravabet.language import Clause, Sentence, Verb, verb_tokens
from ravabet.language.parsing import Parse

OF_NOUNS = frozenset({"participle", "infinitive"})
"""Forms of a verb that hang on a noun that need not be its subject."""
ASKING = frozenset({"REQUEST"})
"""PLOVER types of acts that tell another to act."""
OF_VERB = frozenset({"own", "above"})
"""Subjects of a verb, its own or the one of the clause above."""
NUMBER = 3
"""Words of a number that may stand between a passive verb and its subject."""

PEOPLE = frozenset({"CVL", "JRN", "EDU", "REL", "SOC", "BUS", "LAB", "MED", "OPP", "REF"})
"""Sectors of people who do not act for their state."""


ASKED_DEPTH = 2
"""Nouns that may stand between a preposition and whom it brings in as the one who is asked («از مقامات دولت X»)."""


def with_subject(place: Place, here: list[Candidate], before: list[Candidate]) -> list[Candidate]:
    """The candidates with the act's subject marked: its ``own`` clause's, that of one ``above``, or of ``before``.

    In a language whose verbs stand first, what follows a relative pronoun has its noun for a subject ("the attack that
    hit Paris") unless a pronoun at its verb points back to it: then nobody is the subject, and all are marked ``noun``.
    """
    here, known = _by_tree(place, here)
    if known == "found":
        return here + before
    told = _by_order(place, here, before)
    return [c._replace(subject="noun") if c.subject in OF_VERB else c for c in told] if known == "noun" else told


def _by_order(place: Place, here: list[Candidate], before: list[Candidate]) -> list[Candidate]:
    """The candidates with the act's subject marked as the order of words tells it."""
    sentence = place.scene.sentences[place.number]
    known = markers(place.scene.language)
    verb_first = known.verb_first
    clause, first = _clause(place, sentence, verb_first=verb_first), place.act.tokens[0]
    own, seen = clause, set[int]()
    while clause is not None and clause not in seen:
        seen.add(clause)
        laid = sentence.clauses[clause]
        told = antecedent(sentence, clause, here)
        if told is None and clause == own and _tells_of_noun(place, laid, here):
            break
        bound = verb_first and laid.link == "relative" and laid.verb is not None
        if bound and not _points_back(sentence, laid, place.scene.language):
            if clause != own:
                break
            marked = [c._replace(subject="own" if c is told else "no" if told else "noun") for c in here]
            return (marked if told else with_struck(place, laid, here, marked)) + before
        # the first word of a passive may be its subject's («سفیر X ... فراخوانده شد»)
        last = first + 1 if place.act.passive and place.act.verb is not None else first
        free = [c for c in _free(here, laid) if c.mention.start < last or (verb_first and _follows(c, laid))]
        if clause == own and verb_first and place.act.passive and not free:
            free = _beside(here, laid, sentence)
        if clause == own and verb_first and place.act.verb is not None:
            near = right_behind(here, sentence, place.act.verb, known.language)
            free = near if near and (not free or free[0].mention.start > near[0].mention.start) else free
        if verb_first and clause == own and by_noun(place):
            marked = [c._replace(subject="noun") for c in here]
            return with_struck(place, laid, here, marked) + before
        if free and clause == own and _is_object(place, free, laid, here):
            here = [c._replace(subject="object") if c.group == free[0].group else c for c in here]
            if laid.verb is not None and told_of(sentence, laid.verb, place.scene.language):
                end = laid.verb.start - 1  # whose the noun is or who has made it: «توقيع كينيا مرسوما يمنع ...»
                makers = {c.group for c in here if c.mention.end == end and c.subject == "no" and not c.back}
                if makers:
                    return [c._replace(subject="above") if c.group in makers else c for c in here] + before
            clause = laid.parent
            continue
        if clause != own and (asked := _asked(place, here, laid)):
            free = asked
        if free:
            free = _behind_aside(free, laid, sentence, place.scene.language)
            name = "own" if clause == own else "above"
            marked = [c._replace(subject=name) if c.group == free[0].group else c for c in here]
            if name == "own" and verb_first and place.form == "active" and known.object in place.act.expression.markers:
                second = second_noun(sentence, laid, marked, place.scene.language)
                marked = [c._replace(subject="object") if c.group == second else c for c in marked]
            return marked + before
        if told is not None and clause == own and not verb_first:
            return [c._replace(subject="own") if c is told else c for c in here] + before
        clause = laid.parent
    if before and not any(c.free for c in here):
        before = [before[0]._replace(subject="before"), *before[1:]]
    return here + before


def _by_tree(place: Place, here: list[Candidate]) -> tuple[list[Candidate], str]:
    """The candidates marked by the dependencies, and what is known of the act's subject by them.

    ``found``, or ``noun`` where it is one that names no actor; nobody is the subject of a passive then ("sanctions were
    imposed"). Marked too: what a relative clause is about (``gap``) and who is told to act (``inner``).
    """
    sentence, verb, language = place.scene.sentences[place.number], place.act.verb, place.scene.language
    known = markers(language)
    if verb is None or sentence.parse is None or not (known.fixed_order or known.cased):
        return here, ""
    if known.cased and verb.tense in OF_NOUNS and sentence.parse.relations[verb.start] in ("amod", "acl"):
        return _by_noun(place, here, verb)
    for told, name in ((gap, "gap"), (inner, "inner")):
        token = told(sentence, sentence.parse, verb, language)
        here = here if token is None else _marked(sentence, here, token, name, language)
    found = subject(sentence, sentence.parse, verb, language)
    if found is None or found.at is None or (known.cased and _within(sentence, found.at, verb)):
        return here, ""
    marked = _marked(sentence, here, found.at, found.bond, language)
    if marked is not here or place.act.passive:
        return marked, "found"
    return here, "noun" if found.bond == "own" else ""


def _by_noun(place: Place, here: list[Candidate], verb: Verb) -> tuple[list[Candidate], str]:
    """The candidates with the noun marked that a participle hangs on: who does it, or suffers it («задержанный посол»).

    Not of a participle that goes with the act's own noun («удар, нанесённый ...»), nor of an infinitive, whose noun
    need not do it («требование открыть»).
    """
    sentence = place.scene.sentences[place.number]
    assert sentence.parse is not None
    noun = sentence.parse.heads[verb.start]
    if verb.tense != "participle" or noun < 0 or noun in place.act.tokens:
        return here, ""
    marked = _marked(sentence, here, noun, "own", place.scene.language)
    return (marked, "found") if marked is not here else (here, "noun")


def _within(sentence: Sentence, token: int, verb: Verb) -> bool:
    """Whether a token stands in a clause that is part of the verb's, whose subject it cannot be then."""
    clause, own = sentence.clause_of(verb.start), sentence.clause_of(token)
    while own is not None and own != clause:
        own = sentence.clauses[own].parent
        if own == clause:
            return True
    return False


def _marked(sentence: Sentence, here: list[Candidate], token: int, name: str, language: str) -> list[Candidate]:
    """The candidates with those marked that a noun phrase is, or names nearest to its head; ``here`` if none are."""
    assert sentence.parse is not None
    steps = [part_of(sentence, sentence.parse, c.mention.start, c.mention.end, token, language) for c in here]
    nearest = min((n for n in steps if n is not None), default=None)
    if nearest is None:
        return here
    first = next(c for c, n in zip(here, steps, strict=True) if n == nearest)
    loose = markers(language).cased  # whom an "and" joins, the parser may hang on the verb
    mates = [c.group == first.group and (loose or n is not None) for c, n in zip(here, steps, strict=True)]
    return [
        c._replace(subject=name) if n == nearest or mate else c for c, n, mate in zip(here, steps, mates, strict=True)
    ]


def _clause(place: Place, sentence: Sentence, *, verb_first: bool) -> int | None:
    """The clause whose subject is sought: that of the act's first word, or of its verb where verbs stand first."""
    verb = place.act.verb
    return sentence.clause_of(verb.end - 1) if verb_first and verb is not None and verb.finite else place.act.clause


def _asked(place: Place, here: list[Candidate], above: Clause) -> list[Candidate]:
    """Whom the clause above asks to do what a subjunctive tells: they are its subject («از X خواست مرز را بگشاید»)."""
    verb, language = place.act.verb, place.scene.language
    if verb is None or verb.tense != "subjunctive" or above.verb is None or above.verb.end > verb.start:
        return []
    small, tokens = words(language).small, set(above.tokens)
    sentence = place.scene.sentences[place.number]
    if not asks(sentence, above.verb, small):
        return []
    before = [c.mention for c in here if c.mention.start in tokens and c.mention.start < above.verb.start]
    names = dict.fromkeys((at for m in before for at in range(m.start, m.end)), "name")
    held = {m: hold(sentence, m.start, m.end, language, names) for m in before}
    asked = [m for m, h in held.items() if h.object or (h.governor in small["asked"] and h.depth <= ASKED_DEPTH)]
    return [c for c in here if c.mention in asked]


def _behind_aside(free: list[Candidate], clause: Clause, sentence: Sentence, language: str) -> list[Candidate]:
    """The free candidates without one that only says who the phrase before is about, where another follows.

    «در پی بازداشت پسر X، خبرنگار مقیم Y، Z سفیر خود را فراخواند»: a phrase with a preposition opens the clause.
    """
    tokens = sentence.tokens
    if sentence.parse is not None or tokens[clause.tokens[0]].fold not in markers(language).firsts:
        return free
    behind = [c for c in free if c.mention.start and not tokens[c.mention.start - 1].is_word]
    groups = list(dict.fromkeys(c.group for c in behind))
    if free[0] not in behind or len(groups) < 2:
        return free
    last = [c for c in behind if c.group == groups[-1]]
    after = last[-1].mention.end
    return last if after < len(tokens) and tokens[after].is_word else free  # else it is an aside itself


def _free(here: list[Candidate], clause: Clause) -> list[Candidate]:
    tokens = set(clause.tokens)
    return [c for c in here if c.free and c.mention.start in tokens]


def _follows(candidate: Candidate, clause: Clause) -> bool:
    return clause.verb is not None and candidate.mention.start >= clause.verb.end and candidate.hold.depth == 0


def _beside(here: list[Candidate], clause: Clause, sentence: Sentence) -> list[Candidate]:
    """Who stands right behind a passive verb, a number between: whatever the parser takes it for, it is the subject."""
    if clause.verb is None:
        return []
    end = clause.verb.end
    near = [c for c in here if end <= c.mention.start <= end + NUMBER and not c.back]
    bare = [c for c in near if all(t.is_word and not t.glued for t in sentence.tokens[end : c.mention.start])]
    return [c for c in bare if c.hold.governor in ("bare", "object", "start")][:1]


def _is_object(place: Place, free: list[Candidate], clause: Clause, here: list[Candidate]) -> bool:
    """Whether the noun behind a verb is its object, its subject having been told («..., واتهمت الرياض بالكذب»)."""
    sentence, known = place.scene.sentences[place.number], markers(place.scene.language)
    verb, parse = clause.verb, sentence.parse
    bare = known.verb_first and not place.act.passive and known.object in place.act.expression.markers
    language = place.scene.language
    if bare and verb is not None and not agrees(sentence, verb, free[0], language):
        return True
    if verb is not None and free[0].mention.start == verb.end and told_of(sentence, verb, language):
        return True
    if verb is None or verb.lemma not in known.transitive or clause.parent is None or clause.link != "conjunct":
        return False
    if place.act.passive or _points_back(sentence, clause, place.scene.language) or free[0].mention.start < verb.end:
        return False
    before = any(c.free and c.group != free[0].group and c.mention.end <= verb.start for c in here)
    children = () if parse is None else parse.children(top(parse, verb.start, verb.end))
    objects = [n for n in children if parse is not None and base(parse.relations[n]) in ("obj", "ccomp")]
    last = max(c.mention.end for c in free if c.group == free[0].group)
    after = sentence.tokens[last].fold if last < len(sentence.tokens) else ""
    return before and not [n for n in objects if n >= last] and (after in known.firsts or not after[:1].isalpha())


def _tells_of_noun(place: Place, laid: Clause, here: list[Candidate]) -> bool:
    """Whether a passive of a relative clause is told of a noun that is nobody («کشورهایی که متهم شده‌اند»)."""
    if laid.link != "relative" or not place.turned or place.scene.sentences[place.number].parse is not None:
        return False
    return not markers(place.scene.language).verb_first and not _free(here, laid)


def _points_back(sentence: Sentence, clause: Clause, language: str) -> bool:
    """Whether a pronoun is joined to the clause's verb or its preposition ("the measures that Cairo took [them]")."""
    if clause.verb is None or clause.verb.end >= len(sentence.tokens):
        return False
    joined, *rest = sentence.tokens[clause.verb.end : clause.verb.end + 2]
    brought = bool(rest) and rest[0].glued and rest[0].is_word and joined.fold in markers(language).firsts
    return (joined.glued and joined.is_word) or brought


def antecedent(sentence: Sentence, number: int, here: list[Candidate]) -> Candidate | None:
    """The mention that a relative clause without a subject of its own tells of ("Ghana, which released ...")."""
    clause = sentence.clauses[number]
    if clause.link != "relative" or not clause.tokens:
        return None
    if sentence.parse is not None and clause.verb is not None:
        at = sentence.parse.heads[top(sentence.parse, clause.verb.start, clause.verb.end)]
    else:
        at = min(clause.tokens[0], clause.opener if clause.opener is not None else clause.tokens[0]) - 1
        while at >= 0 and not sentence.tokens[at].is_word:
            at -= 1
    return next((c for c in here if c.mention.start <= at < c.mention.end), None)


def of_another_verb(place: Place, candidate: Candidate) -> bool:
    """Whether the mention is the object of a verb that is not the act's ("urged its citizens to leave Iran").

    Nor is it the act's where the act begins with another verb that has an object ("told its citizens to leave Iran").
    """
    act, held, sentence = place.act, candidate.hold.verb, place.scene.sentences[place.number]
    if held < 0 or candidate.back or act.verb is None or sentence.parse is None:
        return False
    first = act.tokens[0]
    if held in act.tokens or act.verb.start <= held < act.verb.end:
        links = zip(sentence.parse.heads, sentence.parse.relations, strict=True)
        taken = (at for at, (head, link) in enumerate(links) if head == first and base(link) in ("obj", "iobj"))
        return held > first and any(first < at < held for at in taken)
    return any(verb.start <= held < verb.end for verb in sentence.verbs)


def by_another_verb(place: Place, candidate: Candidate) -> bool:
    """Whether a bare case makes the mention the doer of a verb that is not the act's («принятый Осло закон осуждает»).

    The act's is also a verb that is told of one of its nouns («атака, совершённая ...», «атака совершена ...»).
    """
    act, sentence = place.act, place.scene.sentences[place.number]
    parse = sentence.parse
    if parse is None or candidate.back:
        return False
    group = {*act.tokens, *(range(act.verb.start, act.verb.end) if act.verb else ())}
    verb = parse.heads[top(parse, candidate.mention.start, candidate.mention.end)]
    if verb in group or verb not in verb_tokens(sentence):
        return False
    joined = {n for n in parse.children(verb) if base(parse.relations[n]) in ("conj", "nsubj", "obj", "obl")}
    return parse.heads[verb] not in group and group.isdisjoint(joined)


def told_to(place: Place, candidate: Candidate, governor: str) -> bool:
    """Whether a verb's dative, or «от» and «у» of one that asks, brings in whom it is done to («ему вручили ноту»)."""
    act, parse = place.act, place.scene.sentences[place.number].parse
    if place.form != "active" or act.verb is None or parse is None or candidate.back:
        return False
    asked = words(place.scene.language).small["asked"] if place.frame.type in ASKING else frozenset({"dat"})
    head = parse.heads[top(parse, candidate.mention.start, candidate.mention.end)]
    return governor in asked and act.verb.start <= head < act.verb.end


def below_another_verb(place: Place, candidate: Candidate) -> bool:
    """Whether the mention is part of what another verb tells, which stands below the act or beside it.

    "Oslo vowed, speaking after talks with Tunis, ...": the preposition is no act's that is told by "vowed".
    """
    act, sentence = place.act, place.scene.sentences[place.number]
    parse = sentence.parse
    if parse is None or candidate.back or not markers(place.scene.language).fixed_order:
        return False
    group = {*act.tokens, *(range(act.verb.start, act.verb.end) if act.verb else ())}
    above, at = group | _above(parse, group), top(parse, candidate.mention.start, candidate.mention.end)
    while at >= 0 and at not in above:
        if at in verb_tokens(sentence):
            return True
        at = parse.heads[at]
    return False


def _above(parse: Parse, group: Collection[int]) -> set[int]:
    """The tokens on which those of a group hang, up to the root."""
    found = set[int]()
    for at in group:
        while (at := parse.heads[at]) >= 0 and at not in found:
            found.add(at)
    return found


def named_inside(place: Place, mention: Mention) -> bool:
    """Whether the words of an act name who takes part: an object or subject, or several states («нормандский»)."""
    several = place.between_equals and len(mention.codes) > 1 and markers(place.scene.language).cased
    return several or object_named(place, mention)


def object_named(place: Place, mention: Mention) -> bool:
    """Whether the verb's own words name its subject ("militants attacked"), or people as its object or passive subject.

    Word order must tell it: elsewhere such words are as often part of the verb.
    """
    verb, tokens = place.act.verb, range(mention.start, mention.end)
    if verb is None or not markers(place.scene.language).fixed_order:
        return False
    parse = place.scene.sentences[place.number].parse
    if parse is None or any(n in tokens for n in range(verb.start, verb.end)):
        return False
    at = top(parse, mention.start, mention.end)
    if parse.heads[at] not in range(verb.start, verb.end):
        return False
    return parse.relations[at] == "nsubj" or (mention.sector in PEOPLE and parse.relations[at] in ("obj", "nsubj:pass"))
