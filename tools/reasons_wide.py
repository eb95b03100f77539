"""What the wide profile of reasons learns from, for ``train_reasons.py``: the Causal News Corpus (CC0), BECAUSE (MIT).

There doubtful words ("to", "in", "and") stand everywhere, near reasons too, so that of the cues near an annotated
reason only the annotated one is meant; where none is annotated, or ours is not that one, the one that comes nearest
(pairs .36 to .42 by cross-validation, for cues that are all meant).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tools.reasons_trees import CORPORA, NEAR, Group, Sample, read

from ravabet.reasoning.sentences.discourse import key


def wide(path: Path, source: str = "wide") -> list[Sample]:
    """The passages of a corpus with the cues of the wide profile."""
    lines = path.read_text(encoding="utf-8").splitlines()
    told = [[_words(reason["cue"] or "") for reason in json.loads(line)["reasons"]] for line in lines]
    found = read(path, "en", source, wide=True)
    return [replace(s, groups=sharpened(s.groups, cues)) for s, cues in zip(found, told, strict=True)]


def both(shared: Path) -> list[Sample]:
    """The passages of both corpora."""
    return [*wide(shared / CORPORA["cnc"]), *wide(shared / CORPORA["because"], "because-wide")]


def _words(text: str) -> str:
    return f" {' '.join(map(key, text.split()))} "


def sharpened(groups: Sequence[Group], cues: Sequence[str]) -> list[Group]:
    """The cues of a passage, meant only where they are the annotated one, or nearest where none of ours is that."""
    named = [[f" {group.mark} " in cue for cue in cues] for group in groups]
    seen = [any(own[n] and g.near[n] >= NEAR for own, g in zip(named, groups, strict=True)) for n in range(len(cues))]
    most = [max((group.near[n] for group in groups), default=0.0) for n in range(len(cues))]
    return [_sharpened(group, own, seen, most) for group, own in zip(groups, named, strict=True)]


def _sharpened(group: Group, named: Sequence[bool], seen: Sequence[bool], most: Sequence[float]) -> Group:
    near = [n for n, share in enumerate(group.near) if share >= NEAR]
    if any(named[n] or (not seen[n] and group.near[n] == most[n]) for n in near):
        return replace(group, meant=True)
    unsure = any(named) or not all(seen[n] for n in near)
    return replace(group, meant=None if unsure else False, causes={}, effects={})
