"""How well the coder does on wider and older news: by ``training/annotations``, in two halves.

usage: python -m tools.half_read [LANGUAGE...]

The passages are parted by their names. Half A may be read to see what goes wrong, and who and whom are learned from it,
too; half B is not read, and nothing is learned from it. The news is wider and older than what the coder learned events
from and weblogs are among it, so that less of it is told; what one change does to half B is the figure, some 1,300
events a language. Printed: precision, recall and F1 of the type, and of type and both sides; of the acts on the
annotators' words how many have both right.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tools.annotated import Passage, half, laid_out, read_rows
from tools.judge_report import as_prediction, as_table
from tools.scorers import scorer
from tools.train_judge import TRAINED, is_right

from ravabet.coding.coder import Finding, findings
from ravabet.coding.judging.judge import sure
from ravabet.coding.judging.topics import aside


def told(passage: Passage, language: str) -> list[Finding]:
    """What the coder finds in a passage, told or not."""
    return [] if aside(passage.laid.sentences, language) else findings(passage.laid)


def figures(passages: Sequence[Passage], language: str) -> str:
    """The figures of some passages in a line."""
    judge, least = scorer("score_events"), sure(language)
    found = [told(passage, language) for passage in passages]
    rows = [as_prediction(passage, each, least) for passage, each in zip(passages, found, strict=True)]
    result = judge.score(as_table(judge, (passage.row for passage in passages)), as_table(judge, rows))
    kind, dyad = ("{p:.3f}/{r:.3f}/{f1:.3f}".format(**result[name]) for name in ("type", "dyad"))
    right = [
        is_right(act.roles, gold)
        for passage, acts in zip(passages, found, strict=True)
        for act, gold in zip(acts, passage.gold, strict=bool(acts))
        if gold is not None
    ]
    return f"type {kind}, both sides too {dyad}; both sides right of {sum(right)} of {len(right)} acts"


def main() -> None:
    """Print the figures of both halves of each language."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("languages", nargs="*", default=TRAINED)
    for language in parser.parse_args().languages:
        passages = laid_out(read_rows(language), language, real=False)
        for name in "AB":
            chosen = [passage for passage in passages if half(passage.row["id"]) == name]
            print(f"{language} {name}: {figures(chosen, language)}", flush=True)


if __name__ == "__main__":
    main()
