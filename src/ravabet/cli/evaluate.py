"""``ravabet evaluate``: how well passages with known events are coded."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import click

from ravabet.cli import shared
from ravabet.evaluation import Error, Evaluation, Tally, evaluate, read_gold
from ravabet.pipeline import code_all


@click.command(
    "evaluate",
    short_help="Compare what is coded with annotated passages.",
    epilog="""\b
Example:
  ravabet evaluate gold.jsonl --errors 20""",
)
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--errors", type=int, default=0, metavar="N", help="List the first N errors of each language.")
@click.option("--least", type=float, default=0.0, metavar="P", help="Count only events of at least this confidence.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@shared.output
def command(gold: tuple[Path, ...], errors: int, least: float, form: str, output: TextIO) -> None:
    """Code the passages of GOLD and compare the events with those annotated in it.

    GOLD is a file of JSON lines: id, text, language, published, and events with type, source, target (lists of codes),
    date, status and trigger; reasons with cause and effect. Printed: precision, recall and F1 of type and dyad by
    language and type, of reasons, dates and statuses, how far confidence can be relied on, and the errors.
    """
    passages = [passage for path in gold for passage in read_gold(path)]
    found = evaluate(passages, code_all(gold), least)
    if len(found) == 2:
        found.pop("all")
    if form == "json":
        output.write(json.dumps({name: _figures(one) for name, one in found.items()}, ensure_ascii=False) + "\n")
        return
    for name, one in found.items():
        lines = [f"== {name}", *_lines(one), *map(_told, one.errors[:errors])]
        output.writelines(f"{line}\n" for line in lines)


def _lines(one: Evaluation) -> list[str]:
    lines = [f"{one.passages} passages, {one.empty.total()} without events ({one.empty[True]} left so)"]
    lines += [_row("type", one.types), _row("type and both sides", one.dyads)]
    lines += [_row(f"  {kind}", tally) for kind, tally in sorted(one.by_type.items())]
    lines += [f"{name:<22}{_share(counts)}" for name, counts in (("date", one.dates), ("status", one.statuses))]
    if one.reasons.gold or one.reasons.coded:
        lines.append(_row("reason", one.reasons))
    return [*lines, *_reliability(one)]


def _reliability(one: Evaluation) -> Iterator[str]:
    """What share of the events of each tenth of confidence is right, and precision and recall from that tenth on."""
    yield "confidence            coded  right  from here on"
    for tenth, tally in sorted(one.reliability.items()):
        above = Tally(one.dyads.gold)
        for other, counts in one.reliability.items():
            if other >= tenth:
                above.add(0, counts.coded, counts.right)
        span, figures = f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}", f"P {above.precision:.3f}  R {above.recall:.3f}"
        yield f"  {span:<20}{tally.coded:>5}   {tally.precision:.2f}  {figures}"


def _row(name: str, tally: Tally) -> str:
    figures = f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
    return f"{name:<22}{figures}  ({tally.right} right, {tally.gold} annotated, {tally.coded} coded)"


def _share(counts: Counter[bool]) -> str:
    total = counts.total()
    return f"{counts[True] / total:.3f}  ({counts[True]} of {total})" if total else "nothing to compare"


def _told(error: Error) -> str:
    told = {"gold": error.gold, "coded": error.coded}
    parts = [f"{side} {one.told}" for side, one in told.items() if one]
    return f"{error.kind:<7}{error.passage}: {'; '.join(parts)}"


def _figures(one: Evaluation) -> dict[str, Any]:
    return {
        "passages": one.passages,
        "type": _scores(one.types),
        "dyad": _scores(one.dyads),
        "by_type": {kind: _scores(tally) for kind, tally in sorted(one.by_type.items())},
        "date": {"right": one.dates[True], "of": one.dates.total()},
        "status": {"right": one.statuses[True], "of": one.statuses.total()},
        "reason": _scores(one.reasons),
        "empty": {"left_so": one.empty[True], "of": one.empty.total()},
        "reliability": {str(tenth / 10): [t.coded, t.right] for tenth, t in sorted(one.reliability.items())},
    }


def _scores(tally: Tally) -> dict[str, float]:
    return {"p": round(tally.precision, 4), "r": round(tally.recall, 4), "f1": round(tally.f1, 4)}
