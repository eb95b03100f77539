"""The words by which mentions are found: one trie a language over folded tokens, from the lexicon's actors and titles.

A form is found with a half-space, a space or nothing between its parts, and with the endings of nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product
from typing import Any, Literal

from ravabet.language import keys, name_keys
from ravabet.language import words as tokens_of
from ravabet.lexicon import actors, fold, names_in, read_tsv, read_yaml
from ravabet.lexicon.kept import kept

Role = Literal["actor", "title", "anaphor", "place", "media", "given"]
_ORDER: dict[str, int] = {"actor": 0, "anaphor": 1, "title": 2, "place": 3, "media": 4, "given": 5}
_INFLECTED = frozenset({"demonym", "people", "persons", "official", "institution", "office", "thing"})
_PROPER = frozenset({"seat", "ministry", "body", "group", "region"})
_NAMES = frozenset({"name", "capital", "place", "person", "given"})
"""Kinds of names, which are no forms of other words where a language says so: "Saied" is no "say"."""
_POSSESSED = frozenset({"persons", "official", "institution", "office"})
LONGEST, KEYS = 4, 3
"""Words of a form up to which all rows of its words' dictionary forms are kept, and how many of each word."""
ANAPHORS = (
    "own", "state", "regime", "home", "pair", "three", "four", "sides", "body", "person", "many", "speaker", "topic",
    "some", "it", "whom", "deed", "feared", "states",
)  # fmt: skip
"""The kinds of words that stand for an actor named elsewhere, as in ``anaphors.yaml``."""


@dataclass(frozen=True, slots=True)
class Word:
    """One meaning of a form: ``kind`` is a kind of actor, title or anaphor, by ``role``.

    ``form``: the folded form without spaces; ``written``: its words as written. ``who``: one, many,
    body, place or empty. ``bare``: whether it may stand
    without its state: yes, no, own (it is then the newsroom's), first (the newsroom's, told before any state), counted
    (after a number), object (only where something is done to them), named (before a name of its own), other (one's own
    is of another state), possessed (its own ending says whose), unknown (nobody knows whose they are: "gunmen"), never
    (nor does "the" before it point to one)
    or, of a word of number, each (it stands before names too: "each of France and Italy").
    ``since``, ``until``: ISO dates. ``titled``: the form of the title that an institution's name
    holds ("Treasury" of "US Treasury"), by which it may be told again.
    """

    role: Role
    kind: str
    form: str
    code: str | None = None
    sector: str | None = None
    who: str = ""
    bare: str = "no"
    since: str | None = None
    until: str | None = None
    source: str = ""
    written: tuple[str, ...] = ()
    titled: str = ""


@dataclass(slots=True)
class Node:
    """One step of the trie: where the next token leads, and the words that end here."""

    next: dict[str, Node] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)
    inflected: bool = False


@dataclass(frozen=True, slots=True)
class Test:
    """One row of the homographs: what must stand (or not) beside a form for it to be the actor."""

    rule: str
    code: str
    words: frozenset[str]
    classes: frozenset[str]

    def bars(self, word: str, after: str) -> bool:
        """Whether a title is another word, by how it is spelt or what stands behind it («القضاء على»)."""
        return (self.rule == "not_before" and after in self.words) or (self.rule == "not_spelt" and word in self.words)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The forms by which a state's newsroom shows itself, folded, and a pattern of any of them as whole words."""

    forms: tuple[str, ...]
    pattern: re.Pattern[str]

    def shown(self, folded: str) -> int:
        """How often it shows itself in a folded text: mostly never, which plain forms tell far sooner than patterns."""
        return len(self.pattern.findall(folded)) if any(form in folded for form in self.forms) else 0


@dataclass(frozen=True, slots=True)
class Words:
    """All that is known of one language: the trie, the homographs by form, and the small words by their use.

    ``usual``: the state where most of the language's news is written. ``inflected``: words are found in every form that
    the language's module knows, not by endings.
    ``cased``: names begin with a capital. ``told_apart``: last letters by which a word is told from another that
    folds alike. ``firsts``: what begins an adjective of several states, and its state. ``article``: what a definite
    noun begins with, where such a noun takes no genitive and its adjective has the same. ``home_told``: a newsroom
    that shows itself counts like a mention of its state, where a bare title's state is sought. ``strangers``: a person
    who is in no list stands for the newsroom's state where none was told yet, else, as with ``unlisted``, for the state
    spoken of. ``named_again``: a surname alone stands for who was told by it with a title before.
    ``pronouns_vague``: a pronoun does not tell what a text is about. ``feared``: whom "the terrorist group" is where
    none was told.
    """

    language: str
    root: Node
    tests: dict[str, tuple[Test, ...]]
    small: dict[str, frozenset[str]]
    newsrooms: dict[str, Newsroom]
    usual: str | None = None
    inflected: bool = False
    cased: bool = False
    told_apart: frozenset[str] = frozenset()
    firsts: Mapping[str, str] = field(default_factory=dict)
    article: str = ""
    home_told: bool = False
    strangers: bool = False
    named_again: bool = False
    pronouns_vague: bool = False
    feared: str = ""
    unlisted: bool = False


_INSTITUTIONS = frozenset({"ministry", "seat"})
"""Kinds of actors whose names may hold a title."""
USES = (
    "adjective_ands", "ands", "areas_behind", "articles", "barred", "barred_by", "barred_groups", "brackets",
    "commas", "examples", "general", "genitives", "headlines", "holders", "hyphens", "indefinite", "leaning",
    "linkers", "local", "many_ends", "many_states", "media", "media_tell", "members", "narrower", "oblique",
    "of_things", "offices", "origins", "partitives", "pointing_one", "possessive", "prefixed", "realm_links",
    "realms", "realms_told", "row_opens", "row_quotes", "rows", "seated", "single", "state_first", "streets_before",
    "streets_behind", "tied", "undoing", "unlinked", "untitled", "whose",
)  # fmt: skip
"""Lists that a language may leave out; ``adjective_ands``: what joins two adjectives of people;
``areas_behind``: behind what looks like a surname these make it the adjective
of a place; ``articles``: what may stand before a name joined to another;
``barred``: participles by which a newsroom notes that a group is banned, ``barred_by``: what brings in by whom,
``barred_groups``: words for such a group; ``brackets``: these stand round an aside;
``leaning``: what is written joined to a name to say whom others are for ("pro-Danish");
``local``: people of the place told;
``many_states``: nouns of several states; ``many_ends``: how adjectives of many people end;
``examples``: what brings in examples of many ("including");
``headlines``: what stands for "and" in a headline;
``holders``: offices told bare of who was named last; ``indefinite``: articles of what was not told before;
``general``: last words of a title behind which ``genitives`` bring in whose it is ("secretary general of");
``narrower``: how words begin that bring in whom of a group of states is meant ("the West, above all");
``oblique``: pronouns that are no subject; ``of_things``: pronouns of people that stand for things too («он»);
``origins``: what tells where people are from ("from");
``rows``: what joins three names or more without "and", ``row_quotes``: what may stand round each, ``row_opens``: what
opens a list of a group's members;
``offices``: words for an office of any state, told again by its kind alone ("the ministry");
``media``: nouns of media, ``media_tell``: what stands before one that tells the news ("according to the Danish daily");
``members``: what brings in the body that an official is of ("in the ministry");
``seated``: those who rule the place behind them ("officials in Kyiv");
``partitives``: what stands between a number and whom it counts; ``single``: what counts one;
``tied``: what ties people to whose they are ("loyal to");
``streets_before``, ``streets_behind``: what makes a street's name of that of a state or city beside it;
``hyphens``: what makes two names one adjective;
``realms``: words for countries, ``realm_links``: what brings them in, ``realms_told``: what makes them told ones;
``prefixed``: small words that are written joined to the next; ``undoing``: prepositions that govern whom an act is done
to, or its place; ``whose``: what opens a relative clause about those whose the subject is;
``pointing_one``: what points to one, and opens a clause before many ("said that officers ...");
``untitled``: endings by which a form of a title is a verb's ("recruiting" of "recruits");
``unlinked``: kinds of what says whose a title before it is only behind a linker ("told the court he ...");
``state_first``: kinds of what may stand before a title ("Russian minister")."""


@kept
def words(language: str) -> Words:
    """The words of a language, built once a process."""
    data = read_yaml(language, "anaphors.yaml")
    plural = [fold(end) for end in data["endings"]["plural"]]
    possessive = [fold(end) for end in data["endings"]["possessive"]]
    copula = [fold(end) for end in data["endings"]["copula"]]
    entries = sorted(_entries(language, data), key=lambda entry: _ORDER[entry[0].role])
    small = {
        key: _folded(value, language)
        for key, value in data.items()
        if isinstance(value, list) and key not in (*ANAPHORS, "told_apart")
    }
    small |= {f"endings.{key}": _folded(value, language) for key, value in data["endings"].items()}
    small = {use: frozenset() for use in USES} | small
    inflected = bool(data.get("inflected"))
    root = Node()
    for word, parts in entries:
        proper = word.role == "media" or (word.kind in _PROPER and len(parts) > 1)
        bent = inflected and not (data.get("anaphors_unbent") and (word.role == "anaphor" or proper))
        bent = bent and not (data.get("names_unbent") and word.kind in _NAMES)
        for way in forms(parts, language, name=_is_name(word)) if bent else ways(parts):
            add(root, way, word)
    for word, parts in entries:
        if word.kind in _POSSESSED and word.bare not in ("counted", "other"):
            own = replace(word, bare="possessed")
            for end in possessive:
                for way in ways((*parts[:-1], parts[-1] + end)):
                    add(root, way, own, inflected=True)
                add(root, (*parts, end), own, inflected=True)
        if word.kind in _INFLECTED:
            for end in plural:
                for way in ways((*parts[:-1], parts[-1] + end)):
                    if "".join(way) not in small["breaks"]:
                        add(root, way, word, inflected=True)
        elif word.kind == "name":
            for end in copula:
                add(root, (*parts[:-1], parts[-1] + end), word, inflected=True)
    small["common"] = frozenset(row["form"] for row in read_tsv(language, "actors", "common.tsv"))
    newsrooms = {code: _newsroom(forms) for code, forms in data["newsroom"].items()}
    return Words(
        language,
        root,
        _tests(language),
        small,
        newsrooms,
        data.get("usual_newsroom"),
        inflected,
        bool(data.get("cased")),
        frozenset(data.get("told_apart", ())),
        _firsts(language, data),
        fold(data.get("article", "")),
        bool(data.get("newsroom_told")),
        bool(data.get("strangers")),
        bool(data.get("named_again")),
        bool(data.get("pronouns_vague")),
        data.get("feared_group", ""),
        bool(data.get("unlisted") or data.get("strangers")),
    )


def _is_name(word: Word) -> bool:
    return word.role in ("actor", "place") and word.kind in _NAMES


@cache
def assemblies() -> frozenset[str]:
    """The codes of bodies of many, who meet among themselves."""
    found = list(actors("en"))
    return frozenset(e.code for e in found if e.kind == "body") - {e.code for e in found if e.kind == "name"}


def add(root: Node, parts: Iterable[str], word: Word, *, inflected: bool = False) -> None:
    """Put a word into the trie; an inflected form gives way to a form of the lexicon that is spelt the same."""
    node = root
    for part in parts:
        node = node.next.setdefault(part, Node())
    if inflected and node.words and not node.inflected:
        return
    node.inflected = inflected
    if word not in node.words:
        node.words.append(word)


def split(form: str, language: str) -> tuple[str, ...]:
    """The folded tokens of a form."""
    return tuple(token.fold for token in tokens_of(form, language))


def forms(parts: tuple[str, ...], language: str, *, name: bool = False) -> list[tuple[str, ...]]:
    """The rows of dictionary forms that a form is found by; of a long one its own words and their shortest forms.

    ``name``: it is a name, which of one word is no form of another word.
    """
    if name and len(parts) == 1:
        return [(key,) for key in sorted(name_keys(parts[0], language))]
    options = [sorted(keys(part, language), key=lambda key: (key != part, len(key), key)) for part in parts]
    if len(parts) > LONGEST:
        return [parts, tuple(min(own, key=len) for own in options)]
    return list(product(*(own[:KEYS] for own in options)))


def ways(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ways a form is written: parts apart, one pair joined, all joined."""
    found = [parts]
    if len(parts) > 1 and all(part[0].isalnum() for part in parts):
        found += [(*parts[:n], parts[n] + parts[n + 1], *parts[n + 2 :]) for n in range(len(parts) - 1)]
        if len(parts) > 2:
            found.append(("".join(parts),))
    return found


def _entries(language: str, data: dict[str, Any]) -> Iterator[tuple[Word, tuple[str, ...]]]:
    titles = list(_titles(language))
    held = {word.form for word, _ in titles if word.kind == "institution"}
    linkers = _folded(data.get("linkers", []), language) if data.get("head_last") else None
    for e in actors(language):
        who = "one" if e.kind == "person" else "body" if e.kind in ("body", "group", "ministry") else ""
        word = Word("actor", e.kind, "", e.code, e.sector, who, since=e.since, until=e.until, source=e.source)
        word, parts = _with_form(e.form, word, language)
        yield (replace(word, titled=_titled(parts, held, linkers)) if e.kind in _INSTITUTIONS else word), parts
    yield from titles
    lists: tuple[Role, ...] = ("place", "media", "given")
    for role in lists:
        name = f"{role}s.tsv" if role == "place" else f"{role}.tsv"
        if name in names_in(language, "actors"):
            for row in read_tsv(language, "actors", name):
                source = f"{language}/actors/{name}:{row['_line']}"
                yield _with_form(row["form"], Word(role, role, "", row.get("code"), source=source), language)
    for kind in ANAPHORS:
        for form in data.get(kind, []):
            yield _with_form(form, Word("anaphor", kind, "", source=f"{language}/anaphors.yaml#{kind}"), language)


def _firsts(language: str, data: dict[str, Any]) -> dict[str, str]:
    """What begins an adjective of several states: the adjective of one, its ending changed, or a form of its own."""
    if "joint" not in data:
        return {}
    ending, joint = data["joint"]
    told = [e for e in actors(language) if e.kind == "demonym" and e.form.endswith(ending) and not e.since]
    found = {fold(e.form.removesuffix(ending) + joint): e.code for e in told}
    return found | {fold(row["form"]): row["code"] for row in read_tsv(language, "actors", "compounds.tsv")}


def _titles(language: str) -> Iterator[tuple[Word, tuple[str, ...]]]:
    for row in read_tsv(language, "titles.tsv"):
        source = f"{language}/titles.tsv:{row['_line']}"
        word = Word("title", row["kind"], "", None, row["sector"] or None, row["who"], row["bare"], source=source)
        yield _with_form(row["form"], word, language)


def _titled(parts: tuple[str, ...], titles: set[str], linkers: frozenset[str] | None) -> str:
    """The longest title in a name of several words; empty where there is none.

    It begins the name («وزارت دفاع آمریکا»); with ``linkers``, it ends it ("US Treasury") or stands before one
    ("Department of Justice").
    """
    places = range(1, len(parts))
    first = ("".join(parts[:n]) for n in places if linkers is None or parts[n] in linkers)
    last = ("".join(parts[n:]) for n in places if linkers is not None)
    return max((end for end in (*last, *first) if end in titles), key=len, default="")


def _with_form(form: str, word: Word, language: str) -> tuple[Word, tuple[str, ...]]:
    parts = tokens_of(form, language)
    folds = tuple(token.fold for token in parts)
    return replace(word, form="".join(folds), written=tuple(token.text for token in parts)), folds


def _tests(language: str) -> dict[str, tuple[Test, ...]]:
    found: dict[str, list[Test]] = {}
    for row in read_tsv(language, "homographs.tsv"):
        listed = row["words"].split()
        plain = frozenset(fold(word) for word in listed if not word.startswith("@"))
        classes = frozenset(word[1:] for word in listed if word.startswith("@"))
        found.setdefault("".join(split(row["form"], language)), []).append(
            Test(row["rule"], row["code"], plain, classes)
        )
    return {form: tuple(tests) for form, tests in found.items()}


def _newsroom(listed: list[str]) -> Newsroom:
    forms = tuple(map(fold, listed))
    return Newsroom(forms, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)"))


def _folded(listed: list[str], language: str) -> frozenset[str]:
    return frozenset("".join(split(form, language)) for form in listed)
