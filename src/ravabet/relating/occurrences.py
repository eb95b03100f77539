"""Reports of one event become one occurrence; where it is not clear that they are one, they stay apart."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ravabet.model import Coding, Document, Event, Occurrence, Report
from ravabet.relating.grouping import group
from ravabet.relating.telling import telling

DAYS = 3
"""A denial and what it denies are near in time if published within so many days."""


def occurrences(codings: Iterable[Coding]) -> tuple[Occurrence, ...]:
    """The occurrences in ``codings``, in the order of their first report; ids depend on the reports alone."""
    reports = [Report(coding.document, event) for coding in codings for event in coding.events]
    names = _names(reports)
    told = [telling(report.document, report.event, name) for report, name in zip(reports, names, strict=True)]
    placed = group(told).occurrence
    clusters: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        clusters[placed[name]].append(number)
    found = []
    for cluster in clusters.values():
        clearest = sorted(cluster, key=lambda number: (told[number].clearness, number))
        found.append(Occurrence(_identity(names[number] for number in cluster), tuple(reports[n] for n in clearest)))
    return tuple(found)


def _identity(names: Iterable[str]) -> str:
    return "o" + hashlib.sha256("\n".join(sorted(names)).encode()).hexdigest()[:12]


def _names(reports: Sequence[Report]) -> list[str]:
    """A name for each report, by its document and event; told apart by number where a document is given twice."""
    found: list[str] = []
    seen: dict[str, int] = defaultdict(int)
    for report in reports:
        name = f"{report.document.id}#{report.event.id}"
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
    return found


def contradicts(one: Occurrence, two: Occurrence) -> bool:
    """Whether one says that an act took place and the other that it did not: same act, parties and time."""
    a, b = one.event, two.event
    if (a.status == "denied") == (b.status == "denied") or a.frame != b.frame or _parties(a) != _parties(b):
        return False
    return _dates_fit(a, b) and any(_near(first, second) for first in one.reports for second in two.reports)


def _near(one: Report, two: Report) -> bool:
    """Whether two reports of opposite content can mean one event: of one document, day or wire."""
    return one.document is two.document or _published_together(one.document, two.document) or _same_day(one, two)


def _parties(event: Event) -> tuple[str, frozenset[str], frozenset[str]]:
    return event.type, frozenset(event.actor_codes), frozenset(event.recipient_codes)


def _dates_fit(a: Event, b: Event) -> bool:
    if a.when is None or b.when is None:
        return True
    return a.when.date.startswith(b.when.date) or b.when.date.startswith(a.when.date)


def _same_day(one: Report, two: Report) -> bool:
    first, second = one.event.when, two.event.when
    return bool(first and second and first.date == second.date and first.precision == "day")


def _published_together(one: Document, two: Document) -> bool:
    first, second = one.published, two.published
    return first is not None and second is not None and abs((first - second).days) <= DAYS
