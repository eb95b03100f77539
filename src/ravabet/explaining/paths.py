"""The chains of an answer that end in a change, ranked by how well they are supported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ravabet.explaining.answer import Because, Path, Step

Run = tuple[float, tuple[int, ...], tuple[int, ...]]
"""Value, numbers of steps and indices of links of the best way that leads to a step."""


def paths(steps: Sequence[Step], links: Sequence[Because]) -> tuple[Path, ...]:
    """The best chain to each step that is an end; chains that differ only in their last step are one.

    Best is the chain with the greatest sum over its links of how likely link and effect are read rightly: longer is
    better as long as what is added is supported. Chains that end in a change between the two come before those that
    go by others, those with a surely read end before those with an unsure one. ``links`` must hold no circle.
    """
    told = {step.number: step for step in steps}
    runs = _runs(told, links)
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], list[int]] = defaultdict(list)
    for end in _ends(steps, links):
        _, way, used = runs[end]
        if used:
            found[way[:-1], used].append(end)
    made = (_path(way, used, ends, told, links, runs) for (way, used), ends in found.items())
    ranked = sorted(made, key=lambda path: (path.part == "around", path.unsure, -path.value, path.steps))
    return tuple(path for i, path in enumerate(ranked) if not any(_part_of(path, better) for better in ranked[:i]))


def _ends(steps: Sequence[Step], links: Sequence[Because]) -> list[int]:
    """The steps of the chain that chains run to, and what nothing follows from in what goes through others."""
    leading = {cause for link in links for cause in link.causes}
    return [
        step.number
        for step in steps
        if (step.part == "chain" and step.end) or (step.part == "around" and step.number not in leading)
    ]


def _runs(told: Mapping[int, Step], links: Sequence[Because]) -> dict[int, Run]:
    """The best way to each step, causes before their effects, without recursion (chains may be long)."""
    above: dict[int, list[int]] = defaultdict(list)
    for index, link in enumerate(links):
        for effect in link.effects:
            above[effect].append(index)
    runs: dict[int, Run] = {}
    waiting = sorted(told, reverse=True)
    while waiting:
        step = waiting[-1]
        missing = [c for i in above[step] for c in links[i].causes if c not in runs] if step not in runs else []
        if missing:
            waiting.extend(missing)
            continue
        waiting.pop()
        if step not in runs:
            ways = [_longer(runs[cause], i, step, told, links) for i in above[step] for cause in links[i].causes]
            runs[step] = max(ways, key=lambda run: (run[0], [-number for number in run[1]]), default=(0.0, (step,), ()))
    return runs


def _longer(run: Run, index: int, step: int, told: Mapping[int, Step], links: Sequence[Because]) -> Run:
    """A way with one more link to one more step."""
    value, way, used = run
    return value + links[index].confidence * told[step].confidence, (*way, step), (*used, index)


def _path(
    way: tuple[int, ...],
    used: tuple[int, ...],
    ends: Sequence[int],
    told: Mapping[int, Step],
    links: Sequence[Because],
    runs: Mapping[int, Run],
) -> Path:
    first, *others = sorted(ends, key=lambda end: (-runs[end][0], end))
    steps = (*way, first)
    sure = [told[step].confidence for step in steps] + [links[i].confidence for i in used]
    return Path(
        steps=steps,
        links=used,
        ends=(first, *others),
        part=told[first].part,
        unsure=told[first].unsure,
        voices=min(links[i].voices for i in used),
        confidence=min(sure),
        value=runs[first][0],
    )


def _part_of(path: Path, other: Path) -> bool:
    """Whether a chain tells nothing that the other does not."""
    return {*path.steps, *path.ends} <= {*other.steps, *other.ends}
