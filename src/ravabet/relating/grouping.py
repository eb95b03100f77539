"""Reports to occurrences: those most surely one event first, and only what fits all that is already together.

Greedy agglomeration by average linkage over ``weigh``; the same for reports all at once and for new ones beside those
that a file already holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from ravabet.lexicon import UNORDERED
from ravabet.relating.telling import Telling
from ravabet.relating.weighing import NEVER, WEEK, kindred, model, weigh

MOST_COMPARED = 40
"""A report is compared with so many others at most, the nearest in time first."""
MOST_ASKED = 12
"""Whether two occurrences are one is told by so many of the clearest reports of each."""
Board = tuple[str, str, str]
"""A type of act and two parties; reports hang on it by their times."""
Time = int | str
Boards = Mapping[Board, Mapping[Time, list[int]]]
ANY, LONE = "*", "?"
"""In the place of the second party, for one party alone: of every report that names two sides, and of those that name
one."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """``occurrence``: the id of the occurrence of each new report by its event id; ``aliases``: of known occurrences
    that turned out to be one, each that goes to the one that stays."""

    occurrence: dict[str, str]
    aliases: dict[str, str]


def group(new: Sequence[Telling], near: Sequence[Telling] = ()) -> Grouping:
    """Places every report of ``new`` into an occurrence, one of those of ``near`` or one of its own.

    ``near`` are reports already placed, with their ``occurrence``; the result does not depend on the order of either.
    """
    return _Groups(sorted(new, key=_order), sorted(near, key=_order)).grouping()


def _order(one: Telling) -> tuple[int, str]:
    """By time, so that what is compared stands together and is looked into once."""
    return one.day or one.published or 0, one.event


class _Groups:
    """Clusters of reports by number, the known ones first."""

    def __init__(self, new: list[Telling], near: list[Telling]) -> None:
        self._known, self._all = len(near), [*near, *new]
        self._home = list(range(len(self._all)))
        self._members: dict[int, list[int]] = {}
        self._weights: dict[tuple[int, int], float] = {}
        first: dict[str, int] = {}
        for number, one in enumerate(self._all):
            home = first.setdefault(one.occurrence, number) if number < self._known else number
            self._home[number] = home
            self._members.setdefault(home, []).append(number)

    def grouping(self) -> Grouping:
        least: float = model()["threshold"]
        for one, two in self._likely(least):
            a, b = self._home[one], self._home[two]
            if a != b and self._linkage(a, b) > least:
                self._join(a, b)
        occurrence: dict[str, str] = {}
        aliases: dict[str, str] = {}
        for members in self._members.values():
            held = sorted({self._all[number].occurrence for number in members if number < self._known})
            new = [self._all[number] for number in members if number >= self._known]
            name = self._name(members, held)
            occurrence.update((one.event, name) for one in new)
            aliases.update((old, name) for old in held if old != name)
        return Grouping(occurrence, aliases)

    def _name(self, members: Sequence[int], held: Sequence[str]) -> str:
        """The id of the known occurrence with most reports, else one made of the first event id."""
        if held:
            counts = {name: sum(self._all[n].occurrence == name for n in members if n < self._known) for name in held}
            return min(held, key=lambda name: (-counts[name], name))
        return identity(min(self._all[number].event for number in members))

    def _likely(self, least: float) -> Iterator[tuple[int, int]]:
        """The pairs of reports that are likely one event, the likeliest first."""
        ranked = ((self._weight(*pair), pair) for pair in sorted(self._candidates()))
        return (pair for _, pair in sorted(((-w, pair) for w, pair in ranked if w > least)))

    def _candidates(self) -> set[tuple[int, int]]:
        """Pairs with a new report in them that share parties and may be near in time."""
        boards = hung(self._all)
        return {
            (min(number, other), max(number, other))
            for number in range(self._known, len(self._all))
            for other in self._nearest(number, boards)
        }

    def _nearest(self, number: int, boards: Boards) -> list[int]:
        found: dict[int, None] = {}
        for held in near(self._all[number], boards):
            found.update(dict.fromkeys(held))
            if len(found) > MOST_COMPARED:
                break
        found.pop(number, None)
        return list(found)[:MOST_COMPARED]

    def _weight(self, one: int, two: int) -> float:
        pair = (one, two) if one < two else (two, one)
        if pair not in self._weights:
            self._weights[pair] = weigh(self._all[pair[0]], self._all[pair[1]])
        return self._weights[pair]

    def _linkage(self, a: int, b: int) -> float:
        """The mean weight between the clearest reports of two clusters; one that cannot be forbids all."""
        total, count = 0.0, 0
        for one, two in product(self._clearest(a), self._clearest(b)):
            weight = self._weight(one, two)
            if weight == NEVER:
                return NEVER
            total, count = total + weight, count + 1
        return total / count

    def _clearest(self, home: int) -> list[int]:
        return sorted(self._members[home], key=lambda number: (self._all[number].clearness, number))[:MOST_ASKED]

    def _join(self, a: int, b: int) -> None:
        kept, gone = min(a, b), max(a, b)
        for number in self._members[gone]:
            self._home[number] = kept
        self._members[kept] += self._members.pop(gone)


def hung(tellings: Sequence[Telling]) -> Boards:
    """The numbers of all reports on the boards of their type, for each two of their parties and for each by itself."""
    boards: dict[Board, dict[Time, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, one in enumerate(tellings):
        times = _times(one)
        for pair in (*_pairs(one), *((code, LONE if _lone(one) else ANY) for code in sorted(one.codes))):
            board = boards[(one.type, *pair)]
            for time in times:
                board[time].append(number)
    return boards


def near(one: Telling, boards: Boards) -> Iterator[list[int]]:
    """The numbers of reports that may tell the same event, the nearest in time first, ``one`` itself with them."""
    alone = (LONE, ANY) if _lone(one) else (LONE,)
    pairs = [*_pairs(one), *product(sorted(one.codes), alone)]
    kinds = (one.type, *sorted(kindred(one.type)))
    asked = [boards[(kind, *pair)] for pair in pairs for kind in kinds if (kind, *pair) in boards]
    yield from (board[time] for time in _around(one) for board in asked if time in board)


def _pairs(one: Telling) -> list[tuple[str, str]]:
    return list(combinations(sorted(one.codes), 2))


def _around(one: Telling) -> Iterator[Time]:
    """The times at which other reports of the same event may hang, the nearest first."""
    yield from _elsewhen(one)
    days = _days(one)
    for apart in range(WEEK + 1):
        yield from dict.fromkeys(day + sign * apart for day in days for sign in (1, -1))


def _times(one: Telling) -> list[Time]:
    return [*_days(one), *_elsewhen(one)]


def _lone(one: Telling) -> bool:
    """Whether only one side is named, so that the other may be named elsewhere."""
    return len(one.codes) < 2 or not (one.actors and (one.recipients or one.type in UNORDERED))


def _days(one: Telling) -> list[int]:
    return sorted({day for day in (one.day, one.published) if day is not None})


def _elsewhen(one: Telling) -> list[str]:
    """Where a report may be met again without a day: its document, the month it gives, the words it is told in."""
    found = [f"@{one.doc}", *([one.date] if one.date and one.day is None else [])]
    return [*found, f"#{hash(one.sentence)}"] if one.sentence else found


def identity(event: str) -> str:
    """The id of an occurrence by the id of its first-known event."""
    return "o" + event.removeprefix("e")


def reported(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """Reports by their occurrence, the clearest first."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for one in tellings:
        found[one.occurrence].append(one)
    return {name: sorted(reports, key=lambda one: (one.clearness, one.event)) for name, reports in found.items()}
