"""Reading the lexicon's files into entries, each once a process."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from ravabet.lexicon import own
from ravabet.lexicon.entries import KINDS, QUADS, SHAPES, TYPES, ActorEntry, Cue, Expression, Frame
from ravabet.lexicon.fold import fold
from ravabet.lexicon.kept import kept
from ravabet.model import LexiconError

DATA: Traversable = files("ravabet.lexicon") / "data"
LANGUAGES = ("fa", "ar", "ru", "en")
EXPERIMENTAL = ("tr",)
"""Languages that are coded too, from a small lexicon and by grammar alone; no answers are given in them."""
VERB, NEGATED = "*", "*-"
"""What ends a word of an expression that is a verb in any form, and one in any negated form."""
NAMING = ("name", "body", "group")
"""The kinds of actor forms that name an actor by itself, not by who acts for it. The first kind goes first: a group
that a state's code stands for lends it no name."""


def read_yaml(*path: str) -> Any:  # noqa: ANN401  YAML has no narrower type
    """The content of one YAML file under ``data``; raises LexiconError with file and line where it is not YAML."""
    place = DATA.joinpath(*path)
    try:
        return yaml.load(place.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as problem:
        message = f"{'/'.join(path)}: not readable as YAML ({problem}); mend the file"
        raise LexiconError(message) from problem


def read_tsv(*path: str) -> list[dict[str, str]]:
    """The rows of one TSV file under ``data`` by column name, with ``_line``; lines that begin with # are comments."""
    place = DATA.joinpath(*path)
    lines = place.read_text(encoding="utf-8").splitlines()
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    reader = csv.DictReader(
        io.StringIO("\n".join(line for _, line in numbered)), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    rows = []
    for (number, _), row in zip(numbered[1:], reader, strict=True):
        if None in row or any(value is None for value in row.values()):
            message = f"{'/'.join(path)}:{number}: has not the columns of the first line; check its tabs"
            raise LexiconError(message)
        rows.append({**row, "_line": str(number)})
    return rows


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def names_in(*path: str) -> list[str]:
    """The file names in one folder under ``data``, sorted; empty where there is no such folder."""
    place = DATA.joinpath(*path)
    return sorted(entry.name for entry in place.iterdir()) if place.is_dir() else []


@kept
def plover() -> dict[str, dict[str, Any]]:
    """What PLOVER says of each event type: its ``quad`` class, ``score`` (-10 to 10) and those of its ``modes``."""
    found: dict[str, dict[str, Any]] = read_yaml("plover.yaml")
    return found


@cache
def quads() -> dict[str, int]:
    """The number of each event type's quad class, 1 to 4."""
    return {kind: QUADS.index(row["quad"]) + 1 for kind, row in plover().items()}


@kept
def frames() -> dict[str, Frame]:
    """All frames by id, from ``data/frames/*.yaml`` (one file a PLOVER type)."""
    found: dict[str, Frame] = {}
    scores = plover()
    for name in names_in("frames"):
        kind = name.removesuffix(".yaml").upper()
        if kind not in TYPES:
            message = f"frames/{name}: {kind} is not a PLOVER type; name the file after one of {', '.join(TYPES)}"
            raise LexiconError(message)
        for row in read_yaml("frames", name):
            frame = _frame(row, kind, scores[kind])
            if frame.id in found:
                message = f"frames/{name}: frame {frame.id!r} is there twice; rename or merge one"
                raise LexiconError(message)
            found[frame.id] = frame
    for kind, rows in own.frames().items():
        if kind not in TYPES:
            message = f"{own.FRAMES}: {kind} is not a PLOVER type; use one of {', '.join(TYPES)}"
            raise LexiconError(message)
        for row in rows:
            if not isinstance(row, dict) or not isinstance(row.get("gloss"), dict) or "id" not in row:
                message = f"{own.FRAMES}: a frame of {kind} lacks its id or gloss; write it as in docs/lexicon.md"
                raise LexiconError(message)
            found[row["id"]] = _frame(row, kind, scores[kind])
    return found


def _frame(row: dict[str, Any], kind: str, scores: dict[str, Any]) -> Frame:
    mode = row.get("mode")
    modes = scores.get("modes") or {}
    if mode is not None and mode not in modes:
        message = f"frames/{kind.lower()}.yaml: frame {row['id']!r} has mode {mode!r}, which PLOVER {kind} has not"
        raise LexiconError(message)
    return Frame(
        id=row["id"],
        type=kind,
        gloss=dict(row["gloss"]),
        mode=mode,
        symmetric=bool(row.get("symmetric", False)),
        mutual=bool(row.get("mutual", False)),
        self_directed=bool(row.get("self", False)),
        hosted=bool(row.get("hosted", False)),
        context=tuple(row.get("context", ())),
        score=float(modes[mode] if mode else scores["score"]),
    )


@kept
def expressions(language: str) -> tuple[Expression, ...]:
    """All expressions of a language, from ``data/<language>/acts/*.yaml``."""
    found: list[Expression] = []
    known = frames()
    for name in names_in(language, "acts"):
        where = f"{language}/acts/{name}"
        for frame, entry in read_yaml(language, "acts", name).items():
            if frame not in known:
                message = f"{where}: no frame {frame!r}; add it to frames/ or mend the name"
                raise LexiconError(message)
            found.extend(parse_expression(text, frame, f"{where}#{frame}") for text in entry["words"])
    return _with_own_acts(tuple(found), language)


def _with_own_acts(ours: tuple[Expression, ...], language: str) -> tuple[Expression, ...]:
    """Our expressions with the user's; one of theirs takes the place of ours with the same words."""
    rows = own.rows(own.ACTS, language)
    for row in rows:
        if row["frame"] and row["frame"] not in frames():
            message = f"{row['_where']}: no frame {row['frame']!r}; `ravabet lexicon show` lists the frames"
            raise LexiconError(message)
    theirs = [parse_expression(row["words"], row["frame"], row["_where"]) for row in rows]
    taken = {(entry.words, entry.negated) for entry in theirs}
    return (*(e for e in ours if (e.words, e.negated) not in taken), *(e for e in theirs if e.frame))


def parse_expression(text: str, frame: str, source: str) -> Expression:
    """One line of an act's ``words``: ``WORDS [* or *-] [?] [<MARKER ...] [>AGENT ...] [!]``.

    Raises LexiconError where it is malformed.
    """
    front, _, agents = text.partition(">")
    words, _, marks = front.partition("<")
    weak = "?" in words
    parts = words.replace("?", " ").split()
    if not parts:
        message = f"{source}: an expression without words: {text!r}"
        raise LexiconError(message)
    verb = next((number for number, part in enumerate(parts) if part.endswith((VERB, NEGATED))), None)
    return Expression(
        id=f"{frame}:{' '.join(parts)}",
        frame=frame,
        words=tuple(part if part == "..." else fold(part.removesuffix(NEGATED).removesuffix(VERB)) for part in parts),
        verb=verb,
        markers=_marks(marks),
        agents=_marks(agents),
        required=text.rstrip().endswith("!"),
        weak=weak,
        source=source,
        negated=verb is not None and parts[verb].endswith(NEGATED),
    )


def _marks(text: str) -> tuple[str, ...]:
    return tuple(fold(mark).replace("_", " ") for mark in text.replace("!", " ").split())


@kept
def actors(language: str) -> tuple[ActorEntry, ...]:
    """All actor forms of a language, from ``data/<language>/actors/*.tsv``."""
    found = []
    for name in names_in(language, "actors"):
        for row in read_tsv(language, "actors", name):
            if "kind" not in row:
                break  # places and media: named, but no actors
            found.append(_actor(row, f"{language}/actors/{name}:{row['_line']}"))
    return _with_own_actors(tuple(found), language)


def _with_own_actors(ours: tuple[ActorEntry, ...], language: str) -> tuple[ActorEntry, ...]:
    """Our forms of actors with the user's; one of theirs takes the place of ours that is spelt the same."""
    rows = own.rows(own.ACTORS, language)
    theirs = [_actor({**row, "kind": row["kind"] or "name"}, row["_where"]) for row in rows]
    taken = {fold(entry.form) for entry in theirs}
    return (*(e for e in ours if fold(e.form) not in taken), *(e for e in theirs if e.code))


def _actor(row: dict[str, str], source: str) -> ActorEntry:
    if row["kind"] not in KINDS:
        message = f"{source}: {row['form']!r} is of kind {row['kind']!r}; use one of {', '.join(KINDS)}"
        raise LexiconError(message)
    return ActorEntry(
        code=row["code"],
        form=row["form"],
        kind=row["kind"],
        sector=row["sector"] or None,
        since=row["since"] or None,
        until=row["until"] or None,
        source=source,
    )


@cache
def cues(language: str, *, wide: bool = False) -> tuple[Cue, ...]:
    """All cues of reasons of a language, from ``data/<language>/cues.tsv``; empty where it has none yet.

    ``wide``: those of purposes, conditions and outcomes in ``cues-wide.tsv``, instead.
    """
    name = "cues-wide.tsv" if wide else "cues.tsv"
    if name not in names_in(language):
        return ()
    return tuple(_cue(row, f"{language}/{name}:{row['_line']}") for row in read_tsv(language, name))


def _cue(row: dict[str, str], source: str) -> Cue:
    if row["shape"] not in SHAPES:
        message = f"{source}: shape {row['shape']!r} is unknown; use one of {', '.join(SHAPES)}"
        raise LexiconError(message)
    parts: list[str] = []
    verbs: tuple[str, ...] = ()
    for part in row["cue"].split():
        if part.endswith("*"):
            verbs = tuple(fold(verb) for verb in part.rstrip("*").split("|"))
            parts.append("*")
        else:
            parts.append(fold(part).replace(" ", ""))
    when = [(name, args.split(",")) for name, _, args in (part.partition(":") for part in row["when"].split())]
    return Cue(
        id=f"{row['shape']}:{row['cue']}",
        words=tuple(parts),
        shape=row["shape"],
        kind=row["kind"],
        verbs=verbs,
        when=tuple((name, tuple(fold(word).replace("_", "") for word in words if word)) for name, words in when),
        keep=int(row["keep"] or 0),
        example=row["example"],
        counter=row["counter"],
        source=source,
    )


@cache
def name(code: str, language: str) -> str:
    """What to call a code in a language: its first form that names it there at all times, else the code itself."""
    return _names(language).get(code, code)


@cache
def _names(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    naming = [entry for entry in actors(language) if entry.kind in NAMING]
    for entry in sorted(naming, key=lambda entry: (entry.since is not None, NAMING.index(entry.kind))):
        found.setdefault(entry.code, entry.form)
    return found


@cache
def codes() -> frozenset[str]:
    """Every code that has a name in some language."""
    return frozenset(code for language in (*LANGUAGES, *EXPERIMENTAL) for code in _names(language))


def find_code(text: str) -> str | None:
    """The code of a country or body given as code or name in any coded language, None where unknown."""
    wanted = " ".join(fold(text).split())
    if text.strip().upper() in codes():
        return text.strip().upper()
    for language in (*LANGUAGES, *EXPERIMENTAL):
        for entry in actors(language):
            if entry.kind in NAMING and " ".join(fold(entry.form).split()) == wanted:
                return entry.code
    return None
