"""The order in which an answer tells its steps: time where it is known, else causes first, else the text."""

from __future__ import annotations

import bisect
import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

Place = tuple[int, int]
"""Where a node stands: the index of its document and the offset there."""


def in_time(
    nodes: Iterable[int],
    causes: Mapping[int, set[int]],
    dates: Mapping[int, str],
    places: Mapping[int, Place],
    published: Mapping[int, str],
) -> list[int]:
    """``nodes`` by date; an undated one follows its causes, else stands before its effects and the next in its text.

    ``dates`` are ISO dates of any precision; ``causes`` must hold no circle. What is still undated stands at the
    day its document was ``published`` (by index of document; empty where unknown: at the end).
    """
    wanted = set(nodes)
    above = {node: causes.get(node, set()) & wanted for node in wanted}
    ranked = _causes_first(above, places)
    dates = {node: dates[node] for node in ranked if node in dates}
    known = dict(dates)
    for node in ranked:
        _settle(known, node, max((known[cause] for cause in above[node] if cause in known), default=None))
    below = _effects(above)
    dated = _by_document(dates, places)
    for node in reversed(ranked):
        later = [known[effect] for effect in below[node] if effect in known]
        later += _next_in_text(places[node], dated)
        _settle(known, node, min(later, default=None))
    rank = {node: i for i, node in enumerate(ranked)}
    return sorted(ranked, key=lambda node: (known.get(node) or published.get(places[node][0]) or "9999", rank[node]))


def _settle(known: dict[int, str], node: int, date: str | None) -> None:
    if node not in known and date is not None:
        known[node] = date


def _by_document(dates: Mapping[int, str], places: Mapping[int, Place]) -> dict[int, list[tuple[int, str]]]:
    """The dated places of each document, in the order of its text."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for node, date in dates.items():
        document, offset = places[node]
        bisect.insort(found[document], (offset, date))
    return found


def _next_in_text(place: Place, dated: Mapping[int, list[tuple[int, str]]]) -> list[str]:
    later = dated.get(place[0], [])
    at = bisect.bisect_right(later, (place[1], "~"))
    return [date for _, date in later[at : at + 1]]


def _effects(above: Mapping[int, set[int]]) -> dict[int, list[int]]:
    below: dict[int, list[int]] = {node: [] for node in above}
    for node, causes in above.items():
        for cause in causes:
            below[cause].append(node)
    return below


def _causes_first(above: Mapping[int, set[int]], places: Mapping[int, Place]) -> list[int]:
    waiting = {node: len(causes) for node, causes in above.items()}
    below = _effects(above)
    ready = [(places[node], node) for node, count in waiting.items() if not count]
    heapq.heapify(ready)
    ranked = []
    while ready:
        _, node = heapq.heappop(ready)
        ranked.append(node)
        for effect in below[node]:
            waiting[effect] -= 1
            if not waiting[effect]:
                heapq.heappush(ready, (places[effect], effect))
    return ranked
