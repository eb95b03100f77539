"""How a noun phrase hangs in its clause, read off the words round it: governor, object mark, coordination."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import MISSING, dataclass, field, fields
from functools import cache, lru_cache
from typing import Any, NamedTuple

from ravabet.language import Sentence
from ravabet.lexicon import fold, read_yaml

MAX_CHAIN = 7
"""Words of one chain of nouns that are walked through to find what governs it."""
MAX_APART = 14
"""Words that may stand between two commas before the object's mark."""
COMMAS = frozenset("،,")
QUOTES = frozenset('«»"“”[]()')


@dataclass(frozen=True, slots=True)
class Markers:
    """The role-marking words of a language, folded; see ``data/<language>/prepositions.yaml``.

    ``by``: what brings in the actor of a passive, ``agent`` the commonest of them; ``prepositions``: by first word,
    longest first. ``linkers``: what joins a noun to its genitive ("of");
    ``skipped``: articles and the like, which may stand between the words of an act; ``negations``: what denies a verb;
    ``fixed_order``: whether what follows an active verb never stands before it; ``cased``: whether the dependencies
    tell its subject wherever it stands; ``openings``: adverbials at the front
    of a sentence that hold nothing of what follows ("в ответ"); ``verb_first``: whether the subject mostly follows
    its verb; ``settings``: how many of the states that a document is most about may take part in acts whose sentence
    does not name them; ``nested``: whether words of an act may name another of another type;
    ``listing``: prepositions behind which a list of names goes on; ``charging``: what brings in the charge of an
    accusation, ``grounds`` for what an act is done, ``happenings`` nouns of what is investigated;
    ``nouned``: whether a preposition with its noun counts as one in dependencies too;
    ``transitive``: verbs that are never without their object;
    ``seconds``: what brings in a second object;
    ``affecting``: verbs whose object is always somebody they are done to;
    ``names``: rows of words in which a word for an act is none ("ministry of defence").
    ``doing``: verbs that say of a noun of action who did it, ``hitting``: whom it struck ("the raid that Oslo carried
    out"); ``deciding``: nouns whose genitive does what the noun of action behind it tells ("Oslo's attempt to ...");
    ``against``: prepositions that bring in whom a deed is done to; ``males``: names of states that are masculine;
    ``moments``: what tells the time between a subject and its object; ``within``: by what with a pronoun a
    clause points back ("in it").
    ``beside``: what says near what something took place; ``times``: nouns of time; ``dated``: what ends such a noun's
    phrase, so that it holds no noun behind it; ``including``: prepositions that bring in some of those told before,
    which hang in the clause as these do ("Arab states, among them Oman"); ``excluding``: those that bring in who takes
    no part. ``inward``: what brings in whom an act is
    done to also as one of the act's own words, ``nominal`` that does so behind a noun only; ``conjoining``:
    prepositions that a clause may follow, too; ``suffering``: what brings in the deed in which somebody was hurt;
    ``gathering``: words of a phrase that tells of many, whose names follow as a list («سران X، Y و Z»);
    ``days``: a preposition before one of these says when, and is no word of an act ("called on Monday");
    ``particles``: adverbs that are part of a verb ("pull back");
    ``turns``: words behind which no word of the act before stands ("would raze the town if its dam was hit");
    ``inquiring``: verbs that ask for an act or for an answer, the latter before one of ``questions``,
    the former before one of ``wanting``;
    ``reversals``: nouns that undo what the noun behind them names ("the lifting of");
    ``related``: adjectives that may stand between a noun and the one that says whose it is («غارات جوية دنماركية»);
    ``tellers``: nouns of what is written or decided, which are the subject of a verb right behind them;
    ``doubles``: nouns of action with two objects, of which a genitive between is the first;
    ``lone``: those that have no object, so that their genitive does them whatever a preposition brings in;
    ``distant``: what may stand far behind its verb, with a long subject between;
    ``blows``: nouns of single blows, and ``belonging`` what brings in whose they are; ``unclaimed``: nouns of blows
    that news tell mostly before it is known who struck them;
    ``undergone``: participles that name people by what is done to them («موقوف»); ``issuers``: what brings in who
    issued what a noun of ``issued`` tells ("guarantees from Oslo");
    ``receiving``: verbs whose object is done to their subject ("received threats"), ``receivers`` what brings it in,
    ``denying``: those that deny an accusation;
    ``expelling``: nouns behind whose pronoun what brings in issuers tells who sends somebody away;
    ``given``: given names that are spelt like a preposition; ``claiming``: verbs and nouns by which a group says that
    it struck a blow, ``answering`` nouns that say so behind a verb of ``declaring`` ("claimed responsibility");
    ``needs``: nouns by which something is called necessary;
    ``strikers``: nouns for who struck a blow told of ("the attacker");
    ``impersonal``: nouns of action done to things and not to a person, so that an adjective says who does it;
    ``discussing``: verbs by which one speaks of a deed and does not do it;
    ``undergoing``: words behind which a noun has who does it for its genitive («مورد حمایت X», «زیر فشار X»).
    """

    object: str
    own: frozenset[str]
    openers: frozenset[str]
    pointers: frozenset[str]
    reporting: frozenset[str]
    by: frozenset[str]
    agent: str
    prepositions: dict[str, tuple[tuple[str, ...], ...]]
    firsts: frozenset[str]
    joins: frozenset[str]
    stops: frozenset[str]
    linkers: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    fixed_order: bool = False
    cased: bool = False
    openings: tuple[tuple[str, ...], ...] = ()
    verb_first: bool = False
    settings: int = 1
    nested: bool = False
    nouned: bool = False
    language: str = ""
    transitive: frozenset[str] = frozenset()
    affecting: frozenset[str] = frozenset()
    seconds: frozenset[str] = frozenset()
    names: tuple[tuple[str, ...], ...] = ()
    doing: frozenset[str] = frozenset()
    hitting: frozenset[str] = frozenset()
    deciding: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    males: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    including: frozenset[str] = frozenset()
    related: frozenset[str] = frozenset()
    tellers: frozenset[str] = frozenset()
    doubles: frozenset[str] = frozenset()
    discussing: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    receiving: frozenset[str] = frozenset()
    receivers: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    undergone: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    issued: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()
    blows: frozenset[str] = frozenset()
    unclaimed: frozenset[str] = frozenset()
    expelling: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    claiming: frozenset[str] = frozenset()
    answering: frozenset[str] = frozenset()
    declaring: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    strikers: frozenset[str] = frozenset()
    belonging: frozenset[str] = frozenset()
    distant: frozenset[str] = frozenset()
    excluding: frozenset[str] = frozenset()
    inward: frozenset[str] = frozenset()
    nominal: frozenset[str] = frozenset()
    conjoining: frozenset[str] = frozenset()
    suffering: frozenset[str] = frozenset()
    gathering: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    reversals: frozenset[str] = frozenset()
    inquiring: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    wanting: frozenset[str] = frozenset()
    charging: frozenset[str] = frozenset()
    listing: frozenset[str] = frozenset()
    facing: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    happenings: frozenset[str] = frozenset()
    undergoing: frozenset[str] = frozenset()
    closers: frozenset[str] = field(init=False, repr=False)
    """What ends a phrase before the object's mark has come."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "closers", self.firsts | self.stops | self.own | self.openers)


@cache
def markers(language: str) -> Markers:
    """The markers of a language, longest preposition first."""
    data = read_yaml(language, "prepositions.yaml")
    prepositions = (*data["simple"], *data["compound"], *data.get("including", ()))
    listed = {tuple(fold(entry).split()) for entry in prepositions}
    return Markers(
        **_sets(data),
        object=fold(data["object"]),
        agent=fold(data["by"][0]),
        prepositions=_by_first(listed),
        firsts=frozenset(words[0] for words in listed),
        fixed_order=bool(data.get("fixed_order", False)),
        cased=bool(data.get("cased", False)),
        openings=tuple(tuple(fold(entry).split()) for entry in data.get("openings", ())),
        verb_first=bool(data.get("verb_first", False)),
        settings=int(data.get("settings", 1)),
        nested=bool(data.get("nested", False)),
        nouned=bool(data.get("nouned", False)),
        language=language,
        names=tuple(tuple(fold(entry).split()) for entry in data.get("names", ())),
    )


def _sets(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The sets of markers, each listed under its own name; those without a default must be."""
    sets = (one for one in fields(Markers) if one.type == "frozenset[str]" and one.init and one.name != "firsts")
    listed = {one.name: data[one.name] if one.default is MISSING else data.get(one.name, ()) for one in sets}
    return {name: frozenset(map(fold, entries)) for name, entries in listed.items()}


def _by_first(listed: set[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for parts in sorted(listed, key=lambda words: (-len(words), words)):
        found[parts[0]] = (*found.get(parts[0], ()), parts)
    return found


class Hold(NamedTuple):
    """What holds a noun phrase: ``governor`` is a preposition, ``start`` (of a clause or after a mark), ``and``,
    ``verb``, ``that`` or one of ``stops``; ``depth`` the nouns between it and the phrase; ``object`` whether the
    object's mark follows the chain; ``place`` the token number where the chain begins; ``verb`` the token whose bare
    object it is by the dependencies, below 0 where they do not tell.
    """

    governor: str
    depth: int
    object: bool
    place: int
    verb: int = -1


def hold(sentence: Sentence, start: int, end: int, language: str, stops: Mapping[int, str] | None = None) -> Hold:
    """What holds the noun phrase of tokens ``start`` to ``end`` (excluded).

    ``stops``: tokens where the walk back ends, with the governor they stand for: ``name`` (of another mention, the end
    of its own noun phrase), ``act`` (the act that is asked about) or ``other`` (another act's noun).
    """
    known = markers(language)
    verb_ends = _verb_edges(sentence)[1]
    governor, place = "start", start
    at = start - 1
    while at >= 0 and start - at <= MAX_CHAIN + 1:
        word = sentence.tokens[at].fold
        if at in verb_ends:
            governor = "verb"
            break
        if stops and at in stops:
            governor = stops[at]
            break
        if word in known.joins:
            opens = at == 0 or at - 1 in verb_ends or not sentence.tokens[at - 1].is_word
            governor = "start" if opens and word != "،" else "and"
            break
        if word == known.object:
            governor = "start"
            break
        if word in known.stops:
            governor = "that"
            break
        if word in known.firsts and (found := _preposition(sentence, at, known)):
            if found in known.including:
                at -= _joint(sentence, at, known)
            elif not _is_date(sentence, at + 1, start, known):
                governor = found
                break
            start, at = at, at - 1
            place = start
            continue
        if not sentence.tokens[at].is_word and word not in QUOTES:
            governor = "comma" if word in ("،", ",") else "start"
            break
        place = at
        at -= 1
    else:
        governor = "start" if at < 0 else "far"
    depth = _depth(sentence, place, start, governor)
    return Hold(governor, depth, _is_object(sentence, end, known, stops or {}), place)


@lru_cache(maxsize=64)
def _verb_edges(sentence: Sentence) -> tuple[frozenset[int], frozenset[int]]:
    """The first and the last tokens of the verbs of a sentence that are no participles."""
    verbs = [verb for verb in sentence.verbs if verb.tense != "participle"]
    return frozenset(verb.start for verb in verbs), frozenset(verb.end - 1 for verb in verbs)


def _preposition(sentence: Sentence, at: int, known: Markers) -> str | None:
    """The longest preposition whose words stand at ``at``, also when it began a word earlier."""
    tokens = sentence.tokens
    if tokens[at].glued and at and tokens[at - 1].is_word and not known.verb_first:
        return None  # «حملات پی‌درپی»
    for begin in (at - 1, at) if at else (at,):
        for parts in known.prepositions.get(tokens[begin].fold, ()):
            end = begin + len(parts)
            if not at < end <= len(tokens):
                continue
            if tokens[end - 1].fold == parts[-1] and tuple(token.fold for token in tokens[begin:end]) == parts:
                return " ".join(parts)
    return None


def _joint(sentence: Sentence, at: int, known: Markers) -> int:
    """How many tokens of comma and "and" stand before token ``at`` («غرب و در صدر آن آمریکا»)."""
    size = 0
    while at - size > 1 and sentence.tokens[at - size - 1].fold in known.joins | COMMAS:
        size += 1
    return size


def ends_preposition(sentence: Sentence, at: int, language: str) -> bool:
    """Whether token ``at`` is a later word of a longer preposition, and none by itself («پیش از»)."""
    known = markers(language)
    if sentence.tokens[at].fold not in known.firsts:
        return False
    folds = [token.fold for token in sentence.tokens]
    return any(begin + len(parts) > at for begin, parts in prepositions_before(folds, at, known))


def prepositions_before(folds: Sequence[str], at: int, known: Markers) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where prepositions begin that stand one or two tokens before token ``at``, which may be in them; their words."""
    for begin in range(max(0, at - 2), at):
        for parts in known.prepositions.get(folds[begin], ()):
            if tuple(folds[begin : begin + len(parts)]) == parts:
                yield begin, parts


def _is_date(sentence: Sentence, start: int, end: int, known: Markers) -> bool:
    """Whether words are a complete date, so that the noun behind them is none of it («در ماه گذشته روسیه ...»)."""
    folds = [token.fold for token in sentence.tokens[start:end]]
    if len(folds) < 2 or known.times.isdisjoint(folds[:2]):
        return False
    return (
        folds[-1] in known.dated or folds[-1].isdecimal() or (folds[-1] in known.times and folds[-2] in known.pointers)
    )


def _depth(sentence: Sentence, place: int, start: int, governor: str) -> int:
    between = sum(token.is_word and not token.glued for token in sentence.tokens[place:start])
    return max(0, between - governor.count(" "))


def _is_object(sentence: Sentence, end: int, known: Markers, stops: Mapping[int, str]) -> bool:
    verb_starts = _verb_edges(sentence)[0]
    for at, token in enumerate(sentence.tokens[end : end + MAX_CHAIN], end):
        if token.fold == known.object:
            return True
        if token.fold in COMMAS and _closed(sentence, at + 1, verb_starts, known):
            return True
        if at in verb_starts or token.fold in known.closers:
            return False
        if stops.get(at) == "act" or (stops.get(at) == "name" and sentence.tokens[at - 1].fold not in known.joins):
            return False
        if not token.is_word and token.fold not in QUOTES:
            return False
    return False


def _closed(sentence: Sentence, start: int, verbs: Set[int], known: Markers) -> bool:
    """Whether words between two commas end before the object's mark («چهار نفر، از جمله یک نظامی، را ...»)."""
    for at in range(start, min(start + MAX_APART, len(sentence.tokens) - 1)):
        if sentence.tokens[at].fold in COMMAS:
            return sentence.tokens[at + 1].fold == known.object
        if at in verbs or sentence.tokens[at].fold in known.stops or sentence.tokens[at].fold == known.object:
            return False
    return False


def between(sentence: Sentence, first_end: int, second_start: int, language: str) -> str:
    """How two phrases are joined: ``ezafe`` (only nouns between), ``and``, a preposition, ``verb`` or ``apart``."""
    known = markers(language)
    verb_starts = _verb_edges(sentence)[0]
    seen = "ezafe"
    for at in range(first_end, second_start):
        word = sentence.tokens[at].fold
        if at in verb_starts:
            return "verb"
        if word in known.linkers:
            continue
        if word in known.firsts and (found := _preposition(sentence, at, known)):
            seen = found
        elif word in known.joins or word in ("،", ","):
            seen = "and" if seen in ("ezafe", "and") else seen
        elif word in known.stops or word == known.object or not (sentence.tokens[at].is_word or word in QUOTES):
            return "apart"
    return seen


@lru_cache(maxsize=64)
def objects_ahead(sentence: Sentence, mark: str) -> tuple[bool, ...]:
    """From each token on, and from the end, whether the object's mark comes before the next finite verb."""
    verbs = {verb.start for verb in sentence.verbs if verb.finite}
    found = [False]
    for at in range(len(sentence.tokens) - 1, -1, -1):
        found.append(at not in verbs and (sentence.tokens[at].fold == mark or found[-1]))
    return tuple(reversed(found))
