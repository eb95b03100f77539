"""Annotate more news of ``../shared`` to learn from, without keeping its sentences (see ``training/annotations``).

usage: python -m tools.annotate sample LANGUAGE FOLDER [--batches N] [--seed N]
       python -m tools.annotate review LANGUAGE FOLDER
       python -m tools.annotate store LANGUAGE FOLDER

``sample`` writes batches of passages that name a state and hold words of an act, two thirds of them such that the coder
takes for a possible event; none shares seven words in a row with annotated news. Beside ``batch1.txt`` you write
``batch1.ann``: under the line ``# NUMBER`` of each passage one line an event,

    TYPE | trigger | source codes | target codes | source words ; more source words | target words | status

with words as they stand in the passage. ``review`` writes ``batch1.review`` for a second reader: each passage with what
the first coded (``=``) and the acts that the coder sees beside (``?``); the second writes all anew into
``batch1.second``, in the form of the first. A first reading alone misses about a quarter of the events (measured on
120 passages in Russian and Arabic read closely). Whoever reads a batch for reasons, too, writes ``batch1.reasons``:
under the line of each passage one line a reason, ``cause | effect | cue``, the last empty where no word says it.
``store`` checks all of them, of two readings the second, and adds them to ``training/annotations/LANGUAGE.jsonl`` as
places in the files of ``../shared``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tools.annotated import READ, SHARED, passage_text

from ravabet.coding.coder import findings
from ravabet.coding.scene import scene
from ravabet.lexicon import TYPES

FILES = {
    "fa": ("corpus/fa-news.txt", "corpus/fa-news2.txt"),
    "ar": ("corpus/ar-news.txt",),
    "ru": ("corpus/ru-news.txt",),
    "en": (
        *("gold/reasons-en-cnc-train.jsonl", "gold/reasons-en-because-half.jsonl"),
        *("treebanks/en_ewt-train.conllu", "treebanks/en_ewt-dev.conllu", "treebanks/en_ewt-test.conllu"),
        "treebanks/en_pud.conllu",
    ),
}
BATCH, SHORT, ENOUGH, LONG, SHARED_WORDS = 40, 22, 40, 115, 7
DOCUMENT = "# newdoc"
"""What opens a document of a treebank."""
POSSIBLE, SHARE = 0.12, 0.68
"""Confidence of a possible event, and the share of passages that have one."""
PROPOSED, PROPOSALS = 0.07, 8
"""Confidence from which an act is shown to the second reader, and how many are."""
STATUSES = ("happened", "planned", "denied", "claimed")
_WORD = re.compile(r"\w+")
_PRIVATE = re.compile(r"= (answers|email|reviews)-")
_CODE = re.compile(r"[A-Z][A-Z0-9_-]{1,15}")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a file of ``../shared``."""

    file: str
    lines: tuple[int, int]
    text: str


def excerpts(name: str) -> Iterator[Excerpt]:
    """The passages of a file: its paragraphs, short ones with those that follow."""
    lines = (SHARED / name).read_text(encoding="utf-8").split("\n")
    if name.endswith(".jsonl"):
        yield from (Excerpt(name, (n, n + 1), passage_text(name, [line])) for n, line in enumerate(lines) if line)
    elif name.endswith(".conllu"):
        yield from _of_treebank(name, lines)
    else:
        yield from _of_news(name, lines)


def _of_treebank(name: str, lines: list[str]) -> Iterator[Excerpt]:
    """Sentences of one document that follow each other, until they are long enough; posts about public life only."""
    begin, end, told = 0, 0, True
    for at, line in enumerate([*lines, DOCUMENT]):
        text = passage_text(name, lines[begin:end])
        if line.startswith(DOCUMENT) or len(text.split()) >= ENOUGH:
            if told and SHORT <= len(text.split()) <= LONG:
                yield Excerpt(name, (begin, end), text)
            begin, end = at, at
            told = told if not line.startswith(DOCUMENT) else not _PRIVATE.search(line)
        if not line:
            end = at


def _of_news(name: str, lines: list[str]) -> Iterator[Excerpt]:
    at = 0
    while at < len(lines):
        end = at + 1
        while lines[at] and end < len(lines) and lines[end] and len(" ".join(lines[at:end]).split()) < SHORT:
            end += 1
        text = "\n".join(lines[at:end])
        if SHORT <= len(text.split()) <= LONG:
            yield Excerpt(name, (at, end), text)
        at = end


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of SHARED_WORDS words."""
    words = _WORD.findall(text)
    return {tuple(words[n : n + SHARED_WORDS]) for n in range(len(words) - SHARED_WORDS + 1)}


def sample(language: str, folder: Path, batches: int, seed: int) -> None:
    """Write batches to be read, and where their passages stand."""
    known = {run for kind in ("train", "events") for row in _gold(kind, language) for run in runs(row["text"])}
    found = [one for name in FILES[language] for one in excerpts(name)]
    random.Random(seed).shuffle(found)
    number = batches * BATCH
    room = {True: round(number * SHARE), False: number - round(number * SHARE)}
    taken: list[Excerpt] = []
    for one in found:
        if not any(room.values()):
            break
        possible = None if runs(one.text) & known else is_possible(one.text, language)
        if possible is not None and room[possible]:
            room[possible] -= 1
            taken.append(one)
    random.Random(seed).shuffle(taken)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.json").write_text(json.dumps([asdict(one) for one in taken], ensure_ascii=False), encoding="utf-8")
    for at in range(0, len(taken), BATCH):
        rows = [f"# {at + n}\n{one.text}\n" for n, one in enumerate(taken[at : at + BATCH])]
        (folder / f"batch{at // BATCH + 1}.txt").write_text("\n".join(rows), encoding="utf-8")


def _gold(kind: str, language: str) -> list[dict[str, Any]]:
    path = SHARED / "gold" / f"{kind}-{language}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def is_possible(text: str, language: str) -> bool | None:
    """Whether the coder takes some words for a possible event; None without an act or a state."""
    laid = scene(text, language, None, fast=True)
    if not any(laid.acts) or not any(mention.codes for found in laid.mentions for mention in found):
        return None
    return any(finding.confidence >= POSSIBLE for finding in findings(laid))


def review(language: str, folder: Path) -> None:
    """Write what a second reader is shown of the batches that the first has read."""
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    for annotated in sorted(folder.glob("*.ann")):
        shown = []
        for number, coded in read(annotated).items():
            text, lines = index[number]["text"], [line for _, line in coded]
            told = [(fields[0], fields[1]) for fields in map(fields_of, lines)]
            rows = [f"= {line}" for line in lines] + [f"? {line}" for line in proposals(text, language, told)]
            shown.append("\n".join([f"# {number}", text, *rows, ""]))
        annotated.with_suffix(".review").write_text("\n".join(shown), encoding="utf-8")


def proposals(text: str, language: str, told: list[tuple[str, str]]) -> list[str]:
    """The acts that the coder sees on no trigger of their type among ``told``, with both sides, the likeliest first."""
    laid = scene(text, language, None)
    triggers = [(kind, start, start + len(words)) for kind, words in told if (start := text.find(words)) >= 0]
    found: dict[str, None] = {}
    for finding in sorted(findings(laid), key=lambda one: -one.confidence):
        place = finding.place
        span, kind = place.act.span(laid.sentences[place.number]), place.frame.type
        known = any(kind == other and span.start < end and start < span.end for other, start, end in triggers)
        if finding.confidence >= PROPOSED and not known:
            sides = [" ".join(sorted(side)) for side in finding.roles.sides]
            found[" | ".join([kind, text[span.start : span.end], *sides])] = None
    return list(found)[:PROPOSALS]


def store(language: str, folder: Path) -> None:
    """Add what was annotated; raises ValueError that names file and line of what does not fit its passage."""
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    path = READ / f"{language}.jsonl"
    kept = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = {row["id"]: row for row in map(json.loads, kept)}
    for first in sorted(folder.glob("*.ann")):
        second = first.with_suffix(".second")
        annotated, readings = (second, 2) if second.exists() else (first, 1)
        told = first.with_suffix(".reasons")
        reasons = read(told) if told.exists() else {}
        for number, events in read(annotated).items():
            one = Excerpt(**index[number])
            row = as_row(language, one, [placed(line, one.text, f"{annotated}:{at}") for at, line in events], readings)
            if number in reasons:
                row["reasons"] = [reason(line, one.text, f"{told}:{at}") for at, line in reasons[number]]
            rows[row["id"]] = row
    text = "".join(json.dumps(rows[key], ensure_ascii=False) + "\n" for key in sorted(rows))
    READ.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read(path: Path) -> dict[int, list[tuple[int, str]]]:
    """The lines of events under each passage, with their numbers."""
    found: dict[int, list[tuple[int, str]]] = {}
    under: list[tuple[int, str]] = []
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# "):
            under = found.setdefault(int(line[2:]), [])
        elif line.strip():
            under.append((at, line))
    return found


def as_row(language: str, one: Excerpt, events: list[dict[str, Any]], readings: int) -> dict[str, Any]:
    """What is kept of an annotated passage."""
    first, last = one.lines
    name = Path(one.file).stem
    return {
        "id": f"{language}-{name}-{first:06}",
        "file": one.file,
        "lines": [first, last],
        "sha256": hashlib.sha256(one.text.encode("utf-8")).hexdigest()[:16],
        "readings": readings,
        "events": events,
    }


def fields_of(line: str) -> list[str]:
    """What stands between the bars of a line."""
    return [field.strip() for field in line.split("|")]


def placed(line: str, text: str, where: str) -> dict[str, Any]:
    """An event with the places of its words in its passage."""
    fields = fields_of(line)
    if len(fields) != 7 or fields[0] not in TYPES or fields[6] not in STATUSES:
        message = f"{where}: write TYPE | trigger | codes | codes | words | words | status"
        raise ValueError(message)
    kind, trigger, source, target, source_words, target_words, status = fields
    codes = {"source": source.split(), "target": target.split()}
    if wrong := [code for side in codes.values() for code in side if not _CODE.fullmatch(code)]:
        message = f"{where}: {wrong[0]} is no code"
        raise ValueError(message)
    at = span(trigger, text, where, 0)
    sides = {
        "source_text": [span(words.strip(), text, where, at[0]) for words in source_words.split(";") if words.strip()],
        "target_text": [span(words.strip(), text, where, at[0]) for words in target_words.split(";") if words.strip()],
    }
    return {"type": kind, **codes, "trigger": at, **sides, "status": status}


def reason(line: str, text: str, where: str) -> dict[str, Any]:
    """A reason with the places of its words in its passage."""
    fields = fields_of(line)
    if len(fields) != 3 or not all(fields[:2]):
        message = f"{where}: write cause | effect | cue"
        raise ValueError(message)
    cause = span(fields[0], text, where, 0)
    effect = span(fields[1], text, where, cause[0])
    return {"cause": cause, "effect": effect, "cue": span(fields[2], text, where, cause[0]) if fields[2] else None}


def span(words: str, text: str, where: str, near: int) -> list[int]:
    """Where words stand in a text, nearest to a place if they stand there often."""
    found = [match.start() for match in re.finditer(re.escape(words), text)]
    if not found:
        message = f"{where}: «{words}» does not stand in the passage"
        raise ValueError(message)
    start = min(found, key=lambda at: abs(at - near))
    return [start, start + len(words)]


def main() -> None:
    """Sample, review or store."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("verb", choices=("sample", "review", "store"))
    parser.add_argument("language", choices=tuple(FILES))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--batches", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    if args.verb == "sample":
        sample(args.language, args.folder, args.batches, args.seed)
    elif args.verb == "review":
        review(args.language, args.folder)
    else:
        store(args.language, args.folder)


if __name__ == "__main__":
    main()
