"""Subjects and objects told apart by the forms of words, where a parse has taken one for the other.

Word order does not tell them in Russian, endings do: «Удар осудила Москва» has a subject that stands last, since Москва
is no accusative and осудила no plural. The parser sees both forms but weighs order more; here a bare noun phrase that
cannot be what it is called, and can be the other, is called the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from ravabet.language.parsing import Parse
from ravabet.language.russian.participles import with_doers
from ravabet.language.russian.words import all_readings, analyser
from ravabet.lexicon import fold, read_yaml

BARE = frozenset({"nsubj", "obj", "iobj"})
"""Relations of a noun phrase that no preposition marks; what may be mistaken for one another."""
MANY = frozenset({"nummod:gov", "nummod"})
"""Relations of a number, with which a noun stands in the genitive, and a verb in the singular or plural."""
NOUNS = frozenset({"NOUN", "NPRO"})
KINDS = frozenset({"NOUN", "PROPN", "PRON", "DET"})
"""Kinds of the heads of noun phrases."""
ANY = frozenset({"masc", "femn", "neut", "plur"})
"""What a noun of unknown gender and number may agree with."""


@cache
def _listed(name: str) -> frozenset[str]:
    """A list of words of ``agreement.yaml``."""
    return frozenset(read_yaml("ru", "agreement.yaml")[name])


@dataclass(frozen=True, slots=True)
class Form:
    """What one word form may be: ``cases`` (pymorphy's names), each with the genders or ``plur`` it may have then."""

    cases: frozenset[tuple[str, str]]
    known: bool

    def has(self, case: str) -> bool:
        """Whether it may stand in a case."""
        return not self.known or any(one == case for one, _ in self.cases)

    def fits(self, wanted: frozenset[str]) -> bool:
        """Whether as a nominative it may agree with a verb of one of the wanted genders or ``plur``."""
        return not self.known or any(case == "nomn" and kind in wanted for case, kind in self.cases)


OTHERS = {"Gen": "accs", "Acc": "accs", "Dat": "datv", "Ins": "ablt"}
"""Cases of the parser's that a name in them shows it is no subject, with what it may be."""
SURE = {"datv": "Dat", "ablt": "Ins"}
"""Cases that tell by themselves who suffers what a noun names, or does it."""
NAMES = ("ов", "ев", "ин", "ын")
"""Ends of surnames that the dictionary takes for genitives of other words."""
UNKNOWN = Form(frozenset(), known=False)
"""The form of a word that the dictionary has not."""


def agreed(words: Sequence[str], parse: Parse) -> Parse:
    """The parse with subjects and objects exchanged where the forms of words leave no other reading."""
    parse = with_doers(words, _without_acronyms(words, parse))
    folds = [_core(fold(word)) for word in words]
    capitals = (n for n, word in enumerate(words) if word[:1].isupper() and not is_place(folds[n]))
    named = frozenset(n for n in capitals if n or is_name(folds[n]))  # «Власти ...» is none
    relations = [rel if n in named else _cased(folds[n], parse.kinds[n], rel) for n, rel in enumerate(parse.relations)]
    told = _with(parse, relations)
    for at, kind in enumerate(parse.kinds):
        if kind != "VERB" or at >= len(folds):
            continue
        if _is_intransitive(folds[at]):
            _mend_intransitive(_Verb(folds, named, told, at, ANY), relations)
            told = _with(told, relations)
            continue
        wanted = _agreement(folds[at])
        if wanted:
            _mend(_Verb(folds, named, told, at, wanted), relations)
            told = _with(told, relations)
    return told


def _without_acronyms(words: Sequence[str], parse: Parse) -> Parse:
    """The parse with acronyms taken out of names: «по просьбе министра Петрова НАТО направила ...» has НАТО send."""
    heads, relations = list(parse.heads), list(parse.relations)
    for at, relation in enumerate(parse.relations):
        name = parse.heads[at]
        acronym = relation == "flat:name" and len(words[at]) > 1 and words[at].isupper() and name == at - 1
        if acronym and name and not words[name].isupper() and relations[name] == "nsubj":
            heads[at], relations[at] = heads[name], "nsubj"
            heads[name], relations[name] = name - 1, "appos"
    return replace(parse, heads=tuple(heads), relations=tuple(relations)) if heads != list(parse.heads) else parse


def _with(parse: Parse, relations: Sequence[str]) -> Parse:
    """The parse with these relations; the same one where it has them."""
    return parse if tuple(relations) == parse.relations else replace(parse, relations=tuple(relations))


@lru_cache(maxsize=1 << 15)
def belongs(noun: str, other: str) -> bool:
    """Whether a noun's phrase may go on with a folded name or adjective: it is a genitive, or in the noun's own case.

    «власти украинского города», but not «обмен пленными украинская сторона прервала».
    """
    cases, own = _cases(other), _cases(noun)
    return not cases or not own or bool(cases & (own | {"gent"}))


@lru_cache(maxsize=1 << 15)
def agree(adjective: str, noun: str) -> bool:
    """Whether a folded adjective and noun may stand in one case («российский посол», not «в Чешском крае послы»)."""
    one, other = _cases(adjective), _cases(noun)
    return not one or not other or bool(one & other)


@lru_cache(maxsize=1 << 15)
def sure_case(word: str) -> str:
    """The case of a folded word, as the parser calls it, where it can only be a dative or an instrumental."""
    cases = _cases(word)
    return SURE.get(next(iter(cases)), "") if len(cases) == 1 else ""


def _cases(word: str) -> frozenset[str]:
    """The cases that a word of the dictionary may stand in; empty where it has none."""
    if not _is_known(word):
        return frozenset()
    return frozenset(str(reading.tag.case) for reading in all_readings(word) if reading.tag.case)


@lru_cache(maxsize=1 << 15)
def _core(word: str) -> str:
    """A folded word without what is put before it («экс-министра»)."""
    first, hyphen, rest = word.partition("-")
    return rest if hyphen and first in _listed("prefixes") and _is_known(rest) else word


def _is_known(word: str) -> bool:
    """Whether a word in Cyrillic letters is in the dictionary."""
    return word[:1].isalpha() and not word.isascii() and bool(analyser().word_is_known(word))


@dataclass(frozen=True, slots=True)
class _Verb:
    """A finite verb with what hangs on it; ``wanted``: what its subject must be (see ``Form.fits``).

    ``named``: words with a capital that are no place: of names the dictionary has few, and takes many for other words.
    """

    folds: Sequence[str]
    named: frozenset[int]
    parse: Parse
    at: int
    wanted: frozenset[str]

    def form(self, noun: int) -> Form:
        """What the head of a noun phrase may be, as far as its adjectives allow."""
        if noun in self.named:
            return self.name(noun)
        found = noun_form(self.folds[noun])
        for child in self.parse.children(noun):
            if self.parse.relations[child] == "amod" and found.known:
                cases = {case for case, _ in adjective_form(self.folds[child])}
                kept = frozenset(pair for pair in found.cases if pair[0] in cases)
                found = Form(kept, known=True) if kept else found
        return found

    def bare(self) -> list[int]:
        """The noun phrases on it that no preposition marks."""
        near = [n for n in self.parse.children(self.at) if self.parse.relations[n] in BARE or self.misnamed(n)]
        named = [n for n in near if self.parse.kinds[n] in KINDS]
        return [n for n in named if all(self.parse.relations[c] != "case" for c in self.parse.children(n))]

    def misnamed(self, noun: int) -> bool:
        """Whether what stands before the verb is called an adverbial, though a number counts it, or it is a name.

        «Пять депутатов поддержали ...», «Газпром прекратил ...».
        """
        if self.parse.relations[noun] != "obl" or noun > self.at or self.folds[noun] in _listed("times"):
            return False
        numbered = any(self.parse.relations[n] == "nummod:gov" for n in self.parse.children(noun))
        return numbered or (is_place(self.folds[noun]) and noun_form(self.folds[noun]).has("nomn"))

    def name(self, noun: int) -> Form:
        """What a person's name may be: nothing is known, but for one whose last word is in another case."""
        last = self.last(noun)
        told = name_form(self.folds[last])
        told = told if told.known or last == noun else name_form(self.folds[noun])  # «Николаса Мадуро»
        case = self.parse.feat(last, "Case") if last > noun and not told.known else None
        return Form(frozenset((OTHERS[case], kind) for kind in ANY), known=True) if case in OTHERS else told

    def last(self, noun: int) -> int:
        """The last word of a name, which is inflected though the others may not be («Си Цзиньпина»)."""
        behind = noun + 1
        joined = behind in self.named and self.parse.heads[behind] == noun
        return self.last(behind) if joined else noun

    def fixed(self, noun: int) -> bool:
        """Whether neither the first nor the last word of a name bends («Си Цзиньпина» has one that does)."""
        return is_fixed(self.folds[noun]) and is_fixed(self.folds[self.last(noun)])

    def turned(self, bare: list[int]) -> tuple[int, int] | None:
        """An object before the verb and a subject behind it, two names whose forms tell nothing: so is the order."""
        if len(bare) != 2 or not bare[0] < self.at < bare[1]:
            return None
        told = [self.parse.relations[n] for n in bare] == ["obj", "nsubj"]
        alike = all(self.parse.kinds[n] == "PROPN" and self.subject(n) and self.object(n) for n in bare)
        return (bare[0], bare[1]) if told and alike else None

    def follows(self) -> bool:
        """Whether it has the subject of a verb that it is joined to («прибыл в Осло и поздравил Си Цзиньпина»)."""
        head = self.parse.heads[self.at]
        joined = self.parse.relations[self.at] == "conj" and head >= 0
        return joined and any(self.parse.relations[n] == "nsubj" for n in self.parse.children(head))

    def only_counted(self, bare: list[int]) -> bool:
        """Whether all that hangs on a verb in the plural is a counted noun behind it («Задержали 200 граждан»)."""
        clauses = any(self.parse.relations[n] in ("ccomp", "xcomp") for n in self.parse.children(self.at))
        alone = len(bare) == 1 and self.numbered(bare[0]) and bare[0] > self.at
        return alone and not clauses and self.wanted == {"plur"}

    def instead(self, bare: list[int], subjects: list[int]) -> list[int]:
        """What may be the subject where none of those called so can, or none is among several objects."""
        able = [n for n in bare if n not in subjects and self.subject(n)]
        told = {n: self.parse.relations[n] for n in bare}
        mistaken = [n for n in able if told[n] in ("iobj", "obl") and (self.numbered(n) or self.form(n).known)]
        return able if subjects or list(told.values()).count("obj") > 1 else mistaken

    def numbered(self, noun: int) -> bool:
        """Whether a number counts it: nominative and accusative look alike then."""
        return any(self.parse.relations[n] in MANY and n < noun for n in self.parse.children(noun))

    def subject(self, noun: int) -> bool:
        """Whether a noun phrase may be the verb's subject."""
        if self.numbered(noun):
            return bool(self.wanted & {"plur", "neut"})
        wanted = ANY if self.folds[noun] in _listed("many_of") else self.wanted
        if any(self.parse.relations[n] == "conj" for n in self.parse.children(noun)) and "plur" in wanted:
            wanted = ANY
        form = self.form(noun)
        return form.fits(wanted) and (form.known or self.parse.feat(noun, "Case") in (None, "Nom"))

    def object(self, noun: int) -> bool:
        """Whether a noun phrase may be the verb's object."""
        negated = any(self.folds[n] in _listed("negations") for n in self.parse.children(self.at))
        form = self.form(noun)
        return self.numbered(noun) or form.has("accs") or (negated and form.has("gent"))


def _cased(word: str, kind: str, relation: str) -> str:
    """The relation of a word; what is called an object, but can only be a dative, is the indirect one."""
    if relation != "obj" or kind not in KINDS:
        return relation
    form = noun_form(word)
    cases = {case for case, _ in form.cases}
    return "iobj" if form.known and "datv" in cases and cases.isdisjoint({"accs", "gent", "gen2"}) else relation


def _mend(verb: _Verb, relations: list[str]) -> None:
    """Call what hangs on a verb by what it can be."""
    bare = verb.bare()
    if verb.only_counted(bare):
        relations[bare[0]] = "obj"
        return
    subjects = [n for n in bare if relations[n] == "nsubj"]
    told = [n for n in subjects if verb.subject(n) and not verb.object(n)]
    if told and len(subjects) > 1:
        for n in subjects:
            relations[n] = "nsubj" if n in told or not verb.object(n) or verb.subject(n) else "obj"
        return
    sure = [n for n in bare if n not in subjects and verb.subject(n) and not verb.object(n)]
    if not all(verb.object(n) for n in subjects) or len(sure) > 1:
        return
    if turned := verb.turned(bare):
        relations[turned[0]], relations[turned[1]] = "nsubj", "obj"
        return
    if not sure and subjects and any(verb.subject(n) for n in subjects):
        return
    able = sure or verb.instead(bare, subjects)
    needless = verb.wanted == {"plur"} or verb.follows()
    certain = needless and all(verb.form(n).known and not verb.fixed(n) for n in subjects)
    if not able and not certain:  # of a verb in the plural nobody need be the subject («Премьера призывают уйти»)
        return
    for n in subjects:
        relations[n] = "obj"
    if len(able) == 1:
        relations[able[0]] = "nsubj"


def _mend_intransitive(verb: _Verb, relations: list[str]) -> None:
    """Call the only object of a verb that takes none its subject («В порт прибыли 180 солдат»)."""
    bare = verb.bare()
    told = [n for n in bare if relations[n] == "obj" and (verb.numbered(n) or verb.form(n).has("nomn"))]
    if len(told) == 1 and not any(relations[n].startswith("nsubj") for n in verb.parse.children(verb.at)):
        relations[told[0]] = "nsubj"


@lru_cache(maxsize=1 << 14)
def _is_intransitive(word: str) -> bool:
    """Whether a word can only be a finite verb that takes no object."""
    found = [reading.tag for reading in all_readings(word) if reading.tag.POS == "VERB"]
    return bool(found) and all("intr" in tag and tag.person not in ("1per", "2per") for tag in found)


@lru_cache(maxsize=1 << 14)
def _agreement(word: str) -> frozenset[str]:
    """The genders, or ``plur``, of the subject that a transitive finite verb asks for; empty for any other word."""
    found: set[str] = set()
    for reading in all_readings(word):
        tag = reading.tag
        if tag.POS != "VERB" or "tran" not in tag or tag.person in ("1per", "2per") or "impr" in tag:
            continue
        if tag.number == "plur":
            found.add("plur")
        elif tag.gender:
            found.add(str(tag.gender))
        else:
            found |= {"masc", "femn", "neut"}
    return frozenset(found)


@lru_cache(maxsize=1 << 15)
def noun_form(word: str) -> Form:
    """What a noun's form may be; of a word that the dictionary has not nothing is known."""
    if not _is_known(word):
        return UNKNOWN
    tags = [reading.tag for reading in all_readings(word)]
    nouns = [tag for tag in tags if tag.POS in NOUNS or ("Anph" in tag and "Fixd" not in tag)]
    if not nouns:
        return UNKNOWN
    pairs = chain.from_iterable(((str(tag.case), kind) for kind in _kinds(tag)) for tag in nouns)
    return Form(frozenset(pairs), known=True)


@lru_cache(maxsize=1 << 15)
def is_place(word: str) -> bool:
    """Whether a name is one of a place or body by the dictionary."""
    placed = any("Geox" in reading.tag or "Orgn" in reading.tag for reading in all_readings(word))
    return placed and bool(analyser().word_is_known(word))


@lru_cache(maxsize=1 << 15)
def is_name(word: str) -> bool:
    """Whether a word may be a person's name, or is none that the dictionary has."""
    kinds = {"Name", "Surn", "Patr"}
    return not analyser().word_is_known(word) or any(kinds & reading.tag.grammemes for reading in all_readings(word))


@lru_cache(maxsize=1 << 15)
def is_fixed(word: str) -> bool:
    """Whether a word has one form for all cases."""
    return any("Fixd" in reading.tag for reading in all_readings(word))


@lru_cache(maxsize=1 << 14)
def name_form(word: str) -> Form:
    """What a person's name may be: nothing is known, but for one that cannot be a nominative."""
    if word.endswith(NAMES) or not _is_known(word):
        return UNKNOWN
    cases = {str(reading.tag.case) for reading in all_readings(word) if reading.tag.POS in NOUNS}
    if not cases or "nomn" in cases:
        return UNKNOWN
    return Form(frozenset((case, kind) for case in cases for kind in ANY), known=True)


def _kinds(tag: Any) -> frozenset[str]:  # noqa: ANN401  a tag of pymorphy3
    """What a noun agrees with; a man's title may be a woman's («премьер заявила»), an acronym of any gender."""
    if tag.number == "plur":
        return frozenset({"plur"})
    if "Fixd" in tag or "Abbr" in tag or tag.gender is None:
        return ANY - {"plur"}
    return frozenset({"masc", "femn"}) if "anim" in tag else frozenset({str(tag.gender)})


@lru_cache(maxsize=1 << 15)
def adjective_form(word: str) -> frozenset[tuple[str, str]]:
    """The cases and numbers that an adjective's form may have; all where it is none that is known."""
    found = [reading.tag for reading in all_readings(word) if reading.tag.POS in ("ADJF", "PRTF") and reading.tag.case]
    if not found:
        return frozenset((case, "") for case in ("nomn", "gent", "datv", "accs", "ablt", "loct", "gen2", "loc2"))
    return frozenset((str(tag.case), "") for tag in found)
