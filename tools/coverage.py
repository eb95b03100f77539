"""How much of what news tells the lexicon has words for: by ``training/annotations``, news that we read.

usage: python -m tools.coverage LANGUAGE [--missed]

Printed: of the annotated events, on the trigger of how many an act of their type stands, on that of how many only acts
of other types, and on that of how many none. ``--missed`` lists the triggers without an act of their type, each with
the types of the acts that stand there. What stands on no trigger is not counted: a word more costs nothing here, so
look at ``ravabet evaluate``, too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tools.annotated import occurrences, read_rows, touches

from ravabet.coding.scene import scene
from ravabet.lexicon import frames

Told = list[tuple[str, tuple[int, int]]]
"""The types of acts, and where their words stand."""


def acts_of(text: str, language: str) -> Told:
    """The acts that the lexicon sees in a text."""
    laid = scene(text, language, None, fast=True)
    found = []
    for sentence, acts in zip(laid.sentences, laid.acts, strict=True):
        for act in acts:
            span = act.span(sentence)
            found.append((frames()[act.expression.frame].type, (span.start, span.end)))
    return found


def covered(rows: list[dict[str, Any]], language: str) -> Iterator[tuple[dict[str, Any], set[str]]]:
    """Each annotated event with the types of the acts on its trigger."""
    for row in rows:
        acts = acts_of(row["text"], language) if row["events"] else []
        for event in row["events"]:
            places = occurrences(row["text"], event["trigger"])
            yield event, {kind for kind, span in acts if touches(span, places)}


def main() -> None:
    """Count, and list what is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("language", choices=("fa", "ar", "ru", "en"))
    parser.add_argument("--missed", action="store_true", help="list the triggers without an act of their type")
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    for event, kinds in covered(read_rows(args.language), args.language):
        told = "right" if event["type"] in kinds else "other" if kinds else "none"
        counts[told] += 1
        if args.missed and told != "right":
            print(f"{event['type']}\t{event['trigger']}\t{' '.join(sorted(kinds))}")
    share = counts["right"] / max(1, counts.total())
    print(
        f"{args.language}: an act of the right type on the words of {counts['right']} of {counts.total()} events "
        f"({share:.3f}), only others on {counts['other']}, none on {counts['none']}"
    )


if __name__ == "__main__":
    main()
