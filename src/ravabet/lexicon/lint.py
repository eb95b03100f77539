"""Whether the lexicon keeps its own rules: what every editor of its data runs before sharing a change.

Each problem is one sentence with the file and the entry. The examples of the acts are only tried where the caller
hands in a matcher, since this room knows nothing of sentences.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise, product
from typing import Any

from ravabet.lexicon import own
from ravabet.lexicon.entries import TYPES, ActorEntry, Expression
from ravabet.lexicon.fold import fold
from ravabet.lexicon.load import (
    EXPERIMENTAL,
    LANGUAGES,
    actors,
    codes,
    frames,
    names_in,
    parse_expression,
    read_tsv,
    read_yaml,
)
from ravabet.model import LexiconError

Match = Callable[[str, tuple[Expression, ...], str], bool]
"""Whether a text of a language (its code) names an act by one of the expressions."""

FRAME_KEYS = frozenset({"id", "mode", "mutual", "symmetric", "self", "hosted", "context", "gloss"})
ACT_KEYS = frozenset({"words", "fires", "silent", "shared"})
SYMMETRIC = ("AGREE", "CONSULT", "COOPERATE")
TEMPLATES = ("en", "fa")
"""The languages whose glosses are sentences with ``{actor}``; in the others they are noun phrases."""
CONTEXTS = frozenset(
    ("military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
     "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
     "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
     "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism",
     "cbrn", "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking")
)  # fmt: skip
"""The contexts of PLOVER 2021 (manual draft 0.8)."""
_FIELD = re.compile(r"\{(\w*)\}")
_WORD = re.compile(r"\w+")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LETTERS = {"en": r"[A-Za-z]", "fa": r"[\u0600-\u06ff]", "ar": r"[\u0600-\u06ff]", "ru": r"[А-Яа-яЁё]"}


def lint(match: Match | None = None) -> list[str]:
    """The problems of the whole lexicon, each one sentence with file and entry; empty where all is well."""
    found: list[str] = []
    checks: list[Callable[[], Iterable[str]]] = [_frame_files]
    for language in (*LANGUAGES, *EXPERIMENTAL):
        checks += [partial(_acts, language, match), partial(_actors, language), partial(_own, language)]
    for check in checks:
        try:
            found += check()
        except LexiconError as problem:
            found.append(str(problem))
    return list(dict.fromkeys(found))


def _own(language: str) -> Iterator[str]:
    """The user's own entries of a language; reading them raises what is wrong with them."""
    known = frames()
    for row in own.rows(own.ACTS, language):
        if row["frame"] and row["frame"] not in known:
            yield f"{row['_where']}: no frame {row['frame']!r}; `ravabet lexicon show` lists the frames"
        elif row["frame"]:
            yield from (f"{row['_where']}: {what}" for what in check_own(own.ACTS, row))


def _frame_files() -> Iterator[str]:
    frames()
    for name in names_in("frames"):
        for row in read_yaml("frames", name):
            where = f"frames/{name}: frame {row.get('id')!r}"
            yield from (f"{where} {what}" for what in frame_problems(row, name.removesuffix(".yaml").upper()))


def frame_problems(row: dict[str, Any], kind: str) -> Iterator[str]:
    """What is wrong with one frame's entry in the file of PLOVER type ``kind``; modes are checked on loading."""
    if kind not in TYPES or not _ID.fullmatch(str(row.get("id", ""))):
        yield "needs an id of small letters and hyphens in the file of a PLOVER type"
    if extra := sorted(set(row) - FRAME_KEYS):
        yield f"has unknown keys {', '.join(extra)}; known are {', '.join(sorted(FRAME_KEYS))}"
    if row.get("symmetric") and kind not in SYMMETRIC:
        yield f"is symmetric, which only {', '.join(SYMMETRIC)} can be"
    if unknown := sorted(set(row.get("context", ())) - CONTEXTS):
        yield f"has contexts that PLOVER has not: {', '.join(unknown)}"
    gloss = row.get("gloss") or {}
    if set(gloss) != set(LANGUAGES):
        yield f"needs one gloss in each of {', '.join(LANGUAGES)}"
    for language, text in gloss.items():
        yield from _gloss_problems(language, str(text), bool(row.get("symmetric")))


def _gloss_problems(language: str, text: str, symmetric: bool) -> Iterator[str]:
    fields = _FIELD.findall(text)
    if not re.search(_LETTERS.get(language, r"\w"), _FIELD.sub("", text)):
        yield f"has a gloss in {language} that is not written in that language"
    if language not in TEMPLATES:
        if fields:
            yield f"has fields in its gloss in {language}, which should be a noun phrase"
    elif fields.count("actor") != 1 or fields.count("recipient") > 1 or set(fields) - {"actor", "recipient"}:
        yield f"needs {{actor}} once and at most one {{recipient}} in its gloss in {language}"
    elif symmetric and "recipient" in fields:
        yield f"is symmetric, so its gloss in {language} has no {{recipient}}"


def _acts(language: str, match: Match | None) -> list[str]:
    """The problems of one language's expressions; a language without any is still to come and has none."""
    found: list[str] = []
    known = frames()
    lists: dict[str, tuple[str, dict[str, Any]]] = {}
    for name in names_in(language, "acts"):
        for frame, entry in read_yaml(language, "acts", name).items():
            where = f"{language}/acts/{name}: {frame}"
            if frame not in known:
                found.append(f"{where} is no frame; add it to frames/ or mend the name")
            elif f"{known[frame].type.lower()}.yaml" != name:
                found.append(f"{where} belongs into {known[frame].type.lower()}.yaml, the file of its type")
            lists[frame] = (where, entry)
            found += [f"{where} {what}" for what in act_problems(frame, entry, language, match)]
    if language in LANGUAGES and len(names_in(language, "acts")) == len(TYPES):  # one on trial lacks words for most
        found += [f"frames/{known[f].type.lower()}.yaml: frame {f!r} has no words in {language}"
                  for f in known if f not in lists]  # fmt: skip
    found += _collisions(lists)
    return found


def act_problems(frame: str, entry: dict[str, Any], language: str, match: Match | None = None) -> Iterator[str]:
    """What is wrong with the words and examples of one frame in one language."""
    if extra := sorted(set(entry) - ACT_KEYS):
        yield f"has unknown keys {', '.join(extra)}; known are {', '.join(sorted(ACT_KEYS))}"
    if not entry.get("words"):
        yield "has no words"
    if not entry.get("fires") or not entry.get("silent"):
        yield "needs a sentence that fires and one that is silent"
    listed = [(text, parse_expression(text, frame, frame)) for text in entry.get("words") or ()]
    yield from _repeated(listed)
    verbs = _infinitives(language)
    for text, expression in listed:
        if expression.verbal and verbs and expression.words[expression.verb or 0] not in verbs:
            yield f"has in {text!r} a verb that {language}/verbs.tsv has not; add it there or mend it"
        if "..." in (expression.words[0], expression.words[-1]):
            yield f"has in {text!r} a gap at an end, where there is nothing to span"
    known = {word for _, expression in listed for choice in expression.words for word in choice.split("/")}
    for text in entry.get("silent") or ():
        if not any(word.startswith(start) for word in _WORD.findall(fold(text)) for start in known if len(start) > 2):
            yield f"has the silent example {text!r}, which holds none of its words and so could not fail"
    if match:
        yield from _examples(entry, tuple(expression for _, expression in listed), language, match)


def _examples(entry: dict[str, Any], words: tuple[Expression, ...], language: str, match: Match) -> Iterator[str]:
    for text in entry.get("fires") or ():
        if not match(text, words, language):
            yield f"does not fire in its own example {text!r}"
    for text in entry.get("silent") or ():
        if match(text, words, language):
            yield f"fires in {text!r}, where it should be silent"


def _repeated(listed: list[tuple[str, Expression]]) -> Iterator[str]:
    seen: dict[tuple[tuple[str, ...], str], str] = {}
    for text, expression in listed:
        for form in _forms(expression):
            first = seen.setdefault(form, text)
            if first != text:
                yield f"has {' '.join(form[0])!r} twice: in {first!r} and {text!r}"
                break
    texts = sorted(text for text, _ in listed)
    yield from (f"has {text!r} twice" for text, after in pairwise(texts) if text == after)


def _forms(expression: Expression) -> Iterator[tuple[tuple[str, ...], str]]:
    """An expression with each choice of its alternatives, and what tells it: a noun, a verb or a negated one."""
    teller = "negated" if expression.negated else "verb" if expression.verbal else "noun"
    for words in product(*(word.split("/") for word in expression.words)):
        yield words, teller


def _collisions(lists: dict[str, tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """Words that name two frames' acts without a reason: ``shared: {WORDS: WHY}`` in one of the two gives one."""
    owners: dict[tuple[tuple[str, ...], str], dict[str, str]] = defaultdict(dict)
    reasons: set[tuple[str, ...]] = set()
    for frame, (_, entry) in lists.items():
        reasons |= {parse_expression(words, frame, frame).words for words in entry.get("shared") or {}}
        for text in entry.get("words") or ():
            for form in _forms(parse_expression(text, frame, frame)):
                owners[form].setdefault(frame, text)
    told: set[frozenset[str]] = set()
    for (words, _), of in owners.items():
        texts = frozenset(f"{frame}:{text}" for frame, text in of.items())
        if len(of) > 1 and words not in reasons and texts not in told:
            told.add(texts)
            first, *others = of
            shared = f"shares {' '.join(words)!r} with {', '.join(others)}"
            yield f"{lists[first][0]} {shared}; keep it in one or say why in 'shared'"


def _infinitives(language: str) -> frozenset[str]:
    if not _has(language, "verbs.tsv"):
        return frozenset()
    return frozenset({fold(row["infinitive"]) for row in read_tsv(language, "verbs.tsv")} | {fold("بودن")})


def _has(language: str, name: str) -> bool:
    return name in names_in(language)


def _actors(language: str) -> Iterator[str]:
    entries = actors(language)
    yield from (f"{entry.source}: {what}" for entry in entries for what in actor_problems(entry))
    told_apart = (
        {row["form"] for row in read_tsv(language, "homographs.tsv")} if _has(language, "homographs.tsv") else ()
    )
    yield from _same_forms(tuple(entry for entry in entries if entry.form not in told_apart))


def actor_problems(entry: ActorEntry) -> Iterator[str]:
    """What is wrong with one form of an actor; kinds are checked on loading."""
    if not codes().issuperset(entry.code.split("+")):
        yield f"{entry.form!r} has the code {entry.code!r}, which has no name in any language; add one or mend the code"
    if not entry.form.strip() or entry.form != entry.form.strip():
        yield f"the form {entry.form!r} is empty or has spaces at its ends"
    dates = [date for date in (entry.since, entry.until) if date]
    if any(not _is_date(date) for date in dates):
        yield f"{entry.form!r} has a date that is not written like 2024-12-27"
    elif dates != sorted(dates):
        yield f"{entry.form!r} ends before it begins"


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _same_forms(entries: tuple[ActorEntry, ...]) -> Iterator[str]:
    """Forms that stand for two codes at one time."""
    by_form: dict[str, list[ActorEntry]] = defaultdict(list)
    for entry in entries:
        by_form[" ".join(fold(entry.form).split())].append(entry)
    for form, same in by_form.items():
        for first, second in product(same, same):
            if first.code < second.code and _overlap(first, second):
                yield f"{second.source}: {form!r} stands for {second.code} and, in {first.source}, for {first.code}"


def _overlap(first: ActorEntry, second: ActorEntry) -> bool:
    """Whether both can be meant on one day; two persons of one name are told apart by the reader, not here."""
    if first.kind == second.kind == "person":
        return False
    starts, ends = max(first.since or "", second.since or ""), min(first.until or "~", second.until or "~")
    return starts < ends


def check_own(name: str, row: own.Row) -> list[str]:
    """What is wrong with a row that a user wants to add to ``actors.csv`` or ``acts.csv``."""
    if name == own.ACTORS:
        entry = ActorEntry(
            row["code"], row["form"], row["kind"], since=row["since"] or None, until=row["until"] or None
        )
        return list(actor_problems(entry))
    expression = parse_expression(row["words"], row["frame"], "your entry")
    if "..." in (expression.words[0], expression.words[-1]):
        return [f"{row['words']!r} has a gap at an end, where there is nothing to span"]
    verbs = _infinitives(row["language"])
    verb = expression.words[expression.verb] if expression.verb is not None else None
    if verb and verbs and verb not in verbs:
        return [f"{row['words']!r} has a verb that {row['language']}/verbs.tsv has not; use another"]
    return []
