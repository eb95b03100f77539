"""One walk over a sentence's tokens: the longest known form at each place, judged by its neighbours."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from functools import lru_cache

from ravabet.coding.mentions.words import Node, Test, Word, Words
from ravabet.language import Sentence, Token, keys, many_of, numbers_differ, one_or_many
from ravabet.lexicon import fold

NAMED = frozenset({"name", "capital"})
"""Kinds of forms that name a state by themselves."""
_UNBENT = frozenset({"person", "capital", "place", "region"})
"""Kinds of names that are written one way only."""
_ARTICLED = frozenset({"name", "seat", "body"})
"""Kinds of names that may bear an article they need not have."""
_MANY = frozenset({"demonym", "people", "persons", "official"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A known form at tokens ``start`` to ``end`` (excluded); ``plural``: it bears an ending of many."""

    start: int
    end: int
    word: Word
    plural: bool = False


_SIDED = frozenset({"name", "demonym", "people", "capital", "group", "body", "seat"})
"""Kinds of names that may say whom others are for."""
_STREETED = frozenset({"demonym", "name", "capital"})


@dataclass(frozen=True, slots=True)
class Page:
    """What judging a form needs of its document: the words, all its tokens, its date, and the names learnt in it."""

    words: Words
    vocabulary: frozenset[str]
    published: datetime.date | None = None
    learnt: Node | None = None

    def begins(self, forms: tuple[str, ...]) -> bool:
        """Whether a form of the language or one learnt begins with one of these, or states may be joined in it."""
        known = not self.words.root.next.keys().isdisjoint(forms) or "-" in forms[0]
        return known or self.begins_learnt(forms)

    def begins_learnt(self, forms: tuple[str, ...]) -> bool:
        """Whether a form that was learnt begins with one of these."""
        return self.learnt is not None and not self.learnt.next.keys().isdisjoint(forms)


def scan(sentence: Sentence, page: Page) -> list[Hit]:
    """The known forms of a sentence in order, none inside another."""
    tokens = sentence.tokens
    folds = [token.fold for token in tokens]
    forms = _forms(sentence, page.words.language, page.words.inflected)
    hits: list[Hit] = []
    at = 0
    while at < len(folds):
        hit = _at(tokens, folds, forms, at, hits, page) if page.begins(forms[at]) else None
        if hit is None or _begins_name(tokens, folds, forms, hit, hits, page):
            at += 1
        else:
            hits.append(hit)
            at = hit.end
    return hits


def _begins_name(
    tokens: tuple[Token, ...], folds: list[str], forms: Forms, hit: Hit, hits: list[Hit], page: Page
) -> bool:
    """Whether what points back is the beginning of a name ("the Organization of ..."), which begins inside it."""
    if hit.word.role != "anaphor":
        return False
    inside = (at for at in range(hit.start + 1, hit.end) if page.begins(forms[at]))
    names = (_at(tokens, folds, forms, at, hits, page) for at in inside)
    return any(name is not None and name.word.role == "actor" and name.end > hit.end for name in names)


Forms = list[tuple[str, ...]]
"""By token, the forms under which it is looked for."""


@lru_cache(maxsize=1 << 9)
def _forms(sentence: Sentence, language: str, inflected: bool) -> Forms:
    """Those of a sentence, which is walked through again where names were learnt."""
    return [_looked_for(token.fold, language) if inflected else (token.fold,) for token in sentence.tokens]


@lru_cache(maxsize=1 << 16)
def _looked_for(fold: str, language: str) -> tuple[str, ...]:
    return (fold, *sorted(keys(fold, language) - {fold}, key=lambda key: (-len(key), key)))  # «المسؤولين»: the many


def scan_again(sentence: Sentence, page: Page) -> bool:
    """Whether names learnt since may change what was found in a sentence."""
    return any(map(page.begins_learnt, _forms(sentence, page.words.language, page.words.inflected)))


def _at(tokens: tuple[Token, ...], folds: list[str], forms: Forms, at: int, hits: list[Hit], page: Page) -> Hit | None:
    options = _walk(forms, at, page.words.root)
    if page.learnt is not None and page.begins_learnt(forms[at]):
        options = sorted(options + _walk(forms, at, page.learnt), key=lambda option: -option[0])
    for end, node in options:
        close, plural = _ending(tokens, end, page.words, node.words[0])
        if _broken(tokens, at, close, node.words[0], page.words, plural=plural):
            continue
        fitting = [
            word
            for word in node.words
            if (not page.words.cased or _cased(word, tokens[at:end]))
            and _is_spelt(word, tokens[at:end], page.words)
            and not (end == at + 1 and _misread(word, folds[at], page.words))
            and _agrees(word, tokens[at:end], page.words)
            and _fits(word, at, close, folds, forms, hits, page)
        ]
        if fitting:
            if page.words.inflected and fitting[0].kind == "person" and end == at + 1:  # «Салеха»: not Салехи
                fitting.sort(key=lambda word: word.form not in forms[at])
            return Hit(
                at, close, _in_office(fitting, page.published), plural or (node.inflected and fitting[0].kind in _MANY)
            )
    return _compound(folds[at], at, page.words)


def _compound(fold: str, at: int, words: Words) -> Hit | None:
    """An adjective of several states at token ``at`` («ирано-российско-турецкий»)."""
    *firsts, last = fold.split("-")
    codes = [words.firsts[first] for first in firsts if first in words.firsts]
    if not firsts or len(codes) < len(firsts):
        return None
    nodes = [words.root.next[form] for form in (last, *sorted(keys(last, words.language))) if form in words.root.next]
    word = next((word for node in nodes for word in node.words if word.kind == "demonym"), None)
    if word is None or word.code is None:
        return None
    return Hit(at, at + 1, replace(word, code="+".join(dict.fromkeys((*codes, word.code)))))


def _cased(word: Word, tokens: tuple[Token, ...]) -> bool:
    """Whether a name has its capitals in the text too: "Turkey", not "turkey"; "US", not "us"; nor is ISI ISIS."""
    if word.role in ("title", "anaphor"):
        return True
    if not all(map(_spells, tokens, word.written)):
        return False
    return all(
        char.isupper()
        for token, usual in zip(tokens, word.written, strict=False)
        for char, wanted in zip(token.text, usual, strict=False)
        if wanted.isupper()
    )


def _spells(token: Token, usual: str) -> bool:
    """Whether a token has all capitals of a name that is nothing but capitals, and no others."""
    if not (usual.isalpha() and usual.isupper()):
        return True
    return "".join(char for char in token.text if char.isupper()) == usual


def _is_spelt(word: Word, tokens: tuple[Token, ...], words: Words) -> bool:
    """Whether a word for somebody ends as it is spelt where another folds alike: علي is not على, بلده not بلدة."""
    if word.role != "anaphor" and word.form not in words.small["breaks"]:
        return True
    ends = [(token.text[-1], usual[-1]) for token, usual in zip(tokens, word.written, strict=False)]
    return all(end == usual for end, usual in ends if not words.told_apart.isdisjoint((end, usual)))


def _misread(word: Word, fold: str, words: Words) -> bool:
    """Whether a bent form is another word: «البرلمانية» is no members of parliament, «الأحد» no "one of".

    A name bears no ending and only a state's or body's an article that it need not have: «المؤدية» is not Modi,
    «رياضة» not Riyadh, «خليل» not Hebron. Nor is "recruiting" recruits.
    """
    if fold == word.form:
        return False
    if word.role == "title" and fold.removeprefix(words.article) != word.form and _of_things(word, fold, words):
        return True
    if not words.article:
        return False
    if word.kind in _UNBENT:
        return True
    if word.kind in _ARTICLED:
        return fold.removeprefix(words.article) != word.form.removeprefix(words.article)
    if word.role != "title":
        return False
    if word.kind == "head":
        return fold.startswith(words.article) and not word.form.startswith(words.article)
    return word.form.endswith(tuple(words.small["many_ends"])) and not _is_many(word, fold, words)


def _is_many(word: Word, fold: str, words: Words) -> bool:
    """Whether a form of a title of many has an ending of many, or what is left of one before a genitive.

    «مواطني تشاد» are citizens, «صحفي» is one reporter or what is of the press.
    """
    ends = words.small["many_ends"]
    if fold.endswith(tuple(ends)):
        return True
    return fold.endswith(tuple(end[0] for end in ends)) and fold[:-1] == word.form[:-2]


def _of_things(word: Word, fold: str, words: Words) -> bool:
    """Whether an ending that no form of a title has makes another word of it; a title may have one («وزيرة»)."""
    told, own = (_without_end(form.removeprefix(words.article), words) for form in (fold, word.form))
    return told is not None and told != own


def _without_end(form: str, words: Words) -> str | None:
    """A word without the ending that titles do not take; None where it has none."""
    return next((form.removesuffix(end) for end in words.small["untitled"] if form.endswith(end)), None)


def _agrees(word: Word, tokens: tuple[Token, ...], words: Words) -> bool:
    """Whether a word for somebody may have the number in which the lexicon has it: страны are not страна.

    A title of one word is asked too where the lexicon has it of many: «в силу» are no forces; and a region: one
    «среднеазиатская республика» is not all of them.
    """
    if word.kind in NAMED and len(word.written) == 1 and many_of(tokens[0].fold, word.form, words.language):
        return False  # «Ливанов» is no Lebanon
    many = word.role == "title" and word.who == "many" and len(word.written) == 1
    if not (word.role == "anaphor" or many or word.kind == "region") or not words.inflected:
        return True
    if many:
        told, usual_told = (one_or_many(form, words.language) for form in (tokens[0].fold, fold(word.written[0])))
        return not told or "plur" in told or "plur" not in usual_told
    for token, usual in zip(tokens, word.written, strict=False):
        found, wanted = one_or_many(token.fold, words.language), one_or_many(fold(usual), words.language)
        differ = not found and numbers_differ(token.fold, fold(usual), words.language)
        if differ or (found and wanted and found.isdisjoint(wanted)):
            return False
    return True


def _walk(forms: Forms, at: int, root: Node) -> list[tuple[int, Node]]:
    """Every end of a form that begins here, longest first; of two readings of one stretch the one as written first."""
    found = []
    nodes = [root]
    for end in range(at, len(forms)):
        nodes = [step for node in nodes for form in forms[end] if (step := node.next.get(form)) is not None]
        if not nodes:
            break
        found += [(end + 1, node) for node in reversed(nodes) if node.words]
    found.reverse()
    return found


def _ending(tokens: tuple[Token, ...], end: int, words: Words, word: Word) -> tuple[int, bool]:
    """Where a form ends with an ending written apart, and whether that ending says many."""
    if end >= len(tokens) or word.role not in ("actor", "title"):
        return end, False
    after = tokens[end]
    if after.fold in words.small["endings.plural"] and (after.glued or after.fold != "ان"):
        return end + 1, True
    if after.glued and after.fold in words.small["endings.apart"]:
        return end + 1, False
    return end, False


def _broken(tokens: tuple[Token, ...], start: int, end: int, word: Word, words: Words, *, plural: bool) -> bool:
    """Whether an ending of many on a name, or a half-space beside an adjective, shows another word («توطئه‌چینی»)."""
    if word.kind in ("name", "capital", "person"):
        return plural
    if word.kind not in ("demonym", "people"):
        return False
    joined = tokens[start].glued and tokens[start - 1].is_word
    if joined and tokens[start - 1].fold in words.small["prefixed"]:  # والتركي
        joined = False
    return joined or (end < len(tokens) and tokens[end].glued)


def _fits(word: Word, start: int, end: int, folds: list[str], forms: Forms, hits: list[Hit], page: Page) -> bool:
    if word.kind == "it" and folds[start] != word.form:
        return False  # "its" is no form of it
    if word.kind in _STREETED and _names_street(word, folds, forms, start, end, page.words):
        return False
    if word.kind == "person" and end == start + 1 and end < len(forms) and _of_area(forms[end], page.words):
        return False
    if _leans(word, folds, start, page.words):
        return False
    tests = page.words.tests.get(word.form)
    if tests is None and word.kind == "people":  # "Persian" of "Persians" is also that of "Persian Gulf"
        tests = page.words.tests.get("".join(folds[start:end]))
    if tests is None or word.role == "given":
        return True
    if word.role == "title" and not page.words.article:
        return True
    if word.role == "title":  # only what stands behind makes another word of it («القضاء على»)
        after = folds[end] if end < len(folds) else ""
        return not any(test.bars(folds[start], after) for test in tests)
    before = folds[start - 1] if start else ""
    if before in page.words.small["quotes"] and start > 1:
        before = folds[start - 2]
    after = folds[end] if end < len(folds) else ""
    last = hits[-1] if hits and hits[-1].end == start else None
    beside: list[bool] = []
    for test in tests:
        if test.code and test.code != word.code:
            continue
        match test.rule:
            case "after":
                joined = "joined" in test.classes and before in page.words.small["ands"] and _named(hits, start - 1)
                beside.append(joined or _stands(test, before, last, start, page))
            case "before":
                beside.append(after in test.words or ("joined" in test.classes and _joins(forms, end, page)))
            case "start":
                beside.append(start == 0 and not page.vocabulary.isdisjoint(test.words))
            case "amid":
                placed = before in page.words.small["place_markers"]
                beside.append(not placed and not page.vocabulary.isdisjoint(test.words))
            case "not_after" if _stands(test, before, last, start, page):
                return False
            case "not_before" if after in test.words or _follows(test, forms, end, page):
                return False
            case "text" if page.vocabulary.isdisjoint(test.words):
                return False
            case "not_text" if not page.vocabulary.isdisjoint(test.words):
                return False
            case "spelt" if folds[start] not in test.words:
                return False
    return not beside or any(beside)


def _leans(word: Word, folds: list[str], start: int, words: Words) -> bool:
    """Whether a name only says whom somebody else is for ("pro-Danish lawmakers of Chad")."""
    return word.kind in _SIDED and start > 1 and folds[start - 1] == "-" and folds[start - 2] in words.small["leaning"]


def _of_area(behind: tuple[str, ...], words: Words) -> bool:
    """Whether what stands behind a surname makes an adjective of it («в Красносельском районе»)."""
    return not (words.small["areas_behind"] | words.small["streets_behind"]).isdisjoint(behind)


def _names_street(word: Word, folds: list[str], forms: Forms, start: int, end: int, words: Words) -> bool:
    """Whether a name is only that of a street or station («Варшавское шоссе», «خیابان پاریس», not «شوارع باريس»).

    Behind what may be several streets the name of a city is that of the city («на улицы Праги»).
    """
    before = start > 0 and folds[start - 1] in words.small["streets_before"]
    if before and word.kind in NAMED and words.inflected:
        before = "plur" not in one_or_many(folds[start - 1], words.language)
    return before or (end < len(forms) and not words.small["streets_behind"].isdisjoint(forms[end]))


def _named(hits: list[Hit], end: int) -> bool:
    """Whether the form found last ends at token ``end`` and is the name of a state or capital."""
    return bool(hits) and hits[-1].end == end and hits[-1].word.kind in NAMED


def _joins(forms: Forms, end: int, page: Page) -> bool:
    """Whether "and" and the name of a state or capital follow."""
    if end + 1 >= len(forms) or page.words.small["ands"].isdisjoint(forms[end]):
        return False
    return any(word.kind in NAMED for _, node in _walk(forms, end + 1, page.words.root) for word in node.words)


def _stands(test: Test, before: str, last: Hit | None, start: int, page: Page) -> bool:
    """Whether one of the test's words or classes stands right before the form."""
    if before in test.words or ("start" in test.classes and start == 0):
        return True
    if "number" in test.classes and before[:1].isdigit():
        return True
    if "in" in test.classes and before in page.words.small["place_markers"]:
        return True
    if last is None:
        return False
    kinds = {
        "title": ("official", "office", "institution", "persons"),
        "name": ("name", "demonym"),
        "given": ("given", "honorific"),
    }
    return any(last.word.kind in kinds.get(name, ()) for name in test.classes)


def _follows(test: Test, forms: Forms, end: int, page: Page) -> bool:
    """Whether one of the test's classes, a given name or a state, stands right after the form."""
    kinds = {"given": ("given",), "state": ("name", "demonym")}
    wanted = {kind for name in test.classes for kind in kinds.get(name, ())}
    return any(word.kind in wanted for _, node in _walk(forms, end, page.words.root) for word in node.words)


def _in_office(fitting: list[Word], published: datetime.date | None) -> Word:
    """Of a form's meanings the one in office on the day, dated ones first; else the last before it, else the first."""
    if len(fitting) == 1 or fitting[0].role != "actor" or published is None:
        return fitting[0]
    day = published.isoformat()
    held = [word for word in fitting if (word.since or "") <= day <= (word.until or "9999") and word.role == "actor"]
    past = sorted((w for w in fitting if w.until and w.until < day), key=lambda w: w.until or "")
    return (sorted(held, key=lambda w: w.since is None) or past[::-1] or fitting)[0]


def in_office(word: Word, published: datetime.date | None) -> bool:
    """Whether the day lies in a person's time in office; true where either is not known."""
    if published is None:
        return True
    return (word.since or "") <= published.isoformat() <= (word.until or "9999")
