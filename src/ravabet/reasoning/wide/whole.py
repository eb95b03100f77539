"""What tells of a whole sentence whether it gives a reason: its words, what hangs on what, and the acts it names."""

from __future__ import annotations

from collections.abc import Iterator

from ravabet.reasoning.sentences.trees import Tree
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.wide.words import lemmas, markers

STEP = 6
"""The length of a sentence is told in steps of so many tokens."""


def telling(view: View) -> list[str]:
    """The signs of one sentence, each once."""
    found = {*_runs(view), *_acts(view)}
    if view.tree is not None:
        found.update(_arcs(view, view.tree))
    return sorted(found)


def _runs(view: View) -> Iterator[str]:
    """The words and their dictionary forms, one, two and three in a row."""
    words, forms = view.words, lemmas(view)
    for at in range(view.size):
        yield from (f"w={words[at]}", f"l={forms[at]}")
        if at:
            yield from (f"ww={words[at - 1]} {words[at]}", f"ll={forms[at - 1]} {forms[at]}")
        if at > 1:
            yield from (f"www={words[at - 2]} {words[at - 1]} {words[at]}", f"l_l={forms[at - 2]} {forms[at]}")


def _acts(view: View) -> Iterator[str]:
    """The acts of the lexicon and each two of them, the length and the verbs."""
    kinds = sorted({kind for _, kind in view.acts})
    yield from (f"act={kind}" for kind in kinds)
    yield from (f"acts={one} {two}" for one in kinds for two in kinds if one < two)
    yield f"named={min(len(view.acts), 4)}"
    yield f"length={min(view.size // STEP, 8)}"
    yield f"verbs={min(len(view.verbs_in(0, view.size)), 4)}"


def _arcs(view: View, tree: Tree) -> Iterator[str]:
    """Each word with what it hangs on, and with the word that marks it."""
    forms = lemmas(view)
    for at in range(view.size):
        up, relation = tree.head(at), tree.relation(at)
        if up < 0 or relation == "punct":
            continue
        yield f"d={relation} {forms[up]} {forms[at]}"
        yield f"dl={relation} {tree.kind(up)} {forms[at]}"
        yield f"dh={relation} {forms[up]} {tree.kind(at)}"
        mark = " ".join(forms[kid] for kid in markers(tree, at))
        if mark:
            yield from (f"m={forms[up]}>{mark}", f"mm={mark}>{forms[at]}")
            yield from (f"mk={tree.kind(up)}>{mark}>{tree.kind(at)}", f"mh={forms[up]}>{mark}>{forms[at]}")
        else:
            yield f"k={tree.kind(up)}>{tree.full(at)}>{tree.kind(at)}"
