"""An answer as a graph in the DOT language, for Graphviz and whatever reads it: `dot -Tsvg`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ravabet.explaining import wording
from ravabet.explaining.answer import Answer, Because, Step
from ravabet.explaining.phrases import FSI, PDI, Phrases, phrases

WIDTH = 32
"""Characters a line of a label, about."""


def render(answer: Answer, language: str) -> str:
    """The answer as one directed graph: a box a step, an arrow a reason, from the cause to its effect.

    Boxes have the ids ``s1``, ``s2``, ... of their steps and the quote as tooltip; changes between the two are bold,
    states of affairs rounded, what is denied or unsure dashed. Labels are isolated, so that they run in their own
    direction.
    """
    return "\n".join(_lines(answer, phrases(language))) + "\n"


def _lines(answer: Answer, words: Phrases) -> Iterator[str]:
    yield "digraph why {"
    yield f"  rankdir={'RL' if words.direction == 'rtl' else 'LR'};"
    title = words.say("question", a=words.name(answer.a), b=words.name(answer.b))
    yield f"  label={_quoted(title)}; labelloc=t;"
    yield '  node [shape=box, fontname="Noto Sans, Noto Naskh Arabic, sans-serif", fontsize=11];'
    yield '  edge [fontname="Noto Sans, Noto Naskh Arabic, sans-serif", fontsize=9];'
    for step in answer.steps:
        yield f"  s{step.number} [{_looks(step, words)}];"
    for index, link in enumerate(answer.links):
        yield from _arrows(index, link, words)
    for denial in answer.denials:
        for number in denial.denied:
            yield f"  s{number} -> s{denial.step} [style=dotted, arrowhead=tee, constraint=false];"
    yield "}"


def _looks(step: Step, words: Phrases) -> str:
    styles = ["rounded"] if step.act is None else []
    styles += ["bold"] if step.change else []
    styles += ["dashed"] if step.unsure or (step.act and step.act.status == "denied") else []
    label = f"{words.number(step.number)}. {wording.head(step, words)}"
    tooltip = f"{step.quote.text} [{wording.where(step.quote, words)}]"
    drawn = f", style={_quoted(','.join(styles))}" if styles else ""
    return f"label={_quoted(_folded(label))}, tooltip={_quoted(tooltip)}{drawn}"


def _arrows(index: int, link: Because, words: Phrases) -> Iterator[str]:
    """The arrows of a reason; several causes of several effects meet in a point."""
    said = [words.name(link.speaker)] if link.speaker else []
    label = words.say("comma").join([*([words.quote(link.cue.text)] if link.cue else []), *said])
    shown = f" [label={_quoted(label)}]" if label else ""
    if len(link.causes) == 1 or len(link.effects) == 1:
        for cause in link.causes:
            for effect in link.effects:
                yield f"  s{cause} -> s{effect}{shown};"
        return
    yield f'  r{index + 1} [shape=point, width=0.06, label=""];'
    yield from (f"  s{cause} -> r{index + 1} [arrowhead=none];" for cause in link.causes)
    yield from (f"  r{index + 1} -> s{effect}{shown};" for effect in link.effects)


def _folded(text: str) -> list[str]:
    """A label cut into lines, without isolates, which a cut would leave open."""
    return textwrap.wrap(_bare(text), WIDTH, break_long_words=False, break_on_hyphens=False)


def _bare(text: str) -> str:
    return " ".join(text.replace(FSI, "").replace(PDI, "").split())


def _quoted(text: str | list[str]) -> str:
    r"""A quoted string of DOT: lines are joined by ``\n``, each isolated in its own direction."""
    lines = [text] if isinstance(text, str) else text
    escaped = (_bare(line).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(f"{FSI}{line}{PDI}" if _mixed(line) else line for line in escaped) + '"'


def _mixed(line: str) -> bool:
    """Whether a line needs an isolate: it holds letters that run from right to left."""
    return any("\u0590" <= char <= "\u08ff" for char in line)
