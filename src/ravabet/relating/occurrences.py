"""Reports of one event become one occurrence; where it is not clear that they are one, they stay apart."""

from __future__ import annotations

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ravabet.lexicon import fold
from ravabet.model import Coding, Event, Occurrence, Report

DAYS = 3
"""Reports of an undated event are one event if published within so many days (the life of a wire report)."""
WEEK = 7
"""A report without the day of an event that another dates is of that event if published within so many days after it;
and no two such reports further apart are one event."""

Parties = tuple[str, frozenset[str], frozenset[str]]
Key = tuple[str, frozenset[str], frozenset[str], str, str | int]


def occurrences(codings: Iterable[Coding]) -> tuple[Occurrence, ...]:
    """The occurrences in ``codings``, in the order of their first report; ids depend on the reports alone."""
    reports = list(_reports(codings))
    clusters: list[list[int]] = []
    shelves: dict[Key, set[int]] = defaultdict(set)
    for number in sorted(range(len(reports)), key=lambda n: (_vague(reports[n]), n)):
        report = reports[number]
        near = sorted({home for key in _sought(report) for home in shelves.get(key, ())})
        home = next((n for n in near if belongs(report, [reports[other] for other in clusters[n]])), len(clusters))
        if home == len(clusters):
            clusters.append([])
        clusters[home].append(number)
        for key in _keys(report):
            shelves[key].add(home)
    ordered = sorted(sorted(cluster) for cluster in clusters)
    return tuple(_occurrence([reports[number] for number in cluster]) for cluster in ordered)


def _vague(report: Report) -> int:
    """How little is known of the time: the dated are compared first, so that the undated find them there."""
    return -len(report.event.when.date) if report.event.when else 0


def _keys(report: Report) -> list[Key]:
    """What a report is shelved under, so that only likely matches are compared; ``same`` needs one in common."""
    event, document = report.event, report.document
    keys: list[tuple[str, str | int]] = [("document", id(document)), ("words", _words(report))]
    if event.when:
        keys.append(("date", event.when.date))
    if document.published:
        keys.append(("published", document.published.toordinal()))
    return [(*_parties(event), *key) for key in keys]


def _sought(report: Report) -> list[Key]:
    """The keys of every report that can be the same event."""
    keys, parties, day = _keys(report), _parties(report.event), _day(report)
    if report.document.published:
        published = report.document.published.toordinal()
        keys += [(*parties, "published", other) for other in range(published - DAYS, published + DAYS + 1)]
        if day is None:
            dates = (datetime.date.fromordinal(published - ago) for ago in range(WEEK + 1))
            keys += [(*parties, "date", date.isoformat()) for date in dates]
    if day:
        keys += [(*parties, "published", other) for other in range(day, day + WEEK + 1)]
    return keys


def belongs(report: Report, others: Sequence[Report]) -> bool:
    """Whether a report tells the event of ``others``: what one of them says, and nothing that differs from any."""
    return all(_compatible(report, other) for other in others) and any(same(report, other) for other in others)


def same(one: Report, two: Report) -> bool:
    """Whether two reports tell one event."""
    if not _compatible(one, two):
        return False
    return one.document is two.document or _same_date(one, two) or _copied(one, two)


def _compatible(one: Report, two: Report) -> bool:
    """Whether two reports can tell one event."""
    if not _agree(one, two) or _parties(one.event) != _parties(two.event):
        return False
    if one.document is two.document:
        return _same_in_document(one, two)
    apart = _too_early(one, two) or _too_early(two, one) or _far_apart(one, two)
    return not apart or _copied(one, two)


def _copied(one: Report, two: Report) -> bool:
    """Whether both say it in the same words: a copied wire report."""
    return one.event.frame == two.event.frame and _words(one) == _words(two)


def _too_early(one: Report, two: Report) -> bool:
    """Whether ``one`` was published before the day on which ``two`` says that it happened."""
    day, published = _day(two), one.document.published
    return bool(day and published and one.event.status != "planned" and published.toordinal() < day)


def _far_apart(one: Report, two: Report) -> bool:
    """Whether neither gives the day and they were published more than a week apart."""
    first, second = one.document.published, two.document.published
    return bool(not (_day(one) or _day(two)) and first and second and abs((first - second).days) > WEEK)


def contradicts(one: Occurrence, two: Occurrence) -> bool:
    """Whether one says that an act took place and the other that it did not: same act, parties and time."""
    a, b = one.event, two.event
    if (a.status == "denied") == (b.status == "denied") or a.frame != b.frame or _parties(a) != _parties(b):
        return False
    return _dates_fit(a, b) and any(_near(first, second) for first in one.reports for second in two.reports)


def _near(one: Report, two: Report) -> bool:
    """Whether two reports of opposite content can mean one event: of one document, day or wire."""
    together = one.document is two.document or _published_together(one, two)
    return together or _same_date(one, two)


def _reports(codings: Iterable[Coding]) -> Iterable[Report]:
    for coding in codings:
        for event in coding.events:
            yield Report(coding.document, event)


def _parties(event: Event) -> Parties:
    return event.type, frozenset(event.actor_codes), frozenset(event.recipient_codes)


def _agree(one: Report, two: Report) -> bool:
    """Whether nothing that both reports state differs: status, who claims it, the amount, place, dates."""
    a, b = one.event, two.event
    if a.status != b.status or (a.status == "claimed" and a.speaker != b.speaker):
        return False
    if a.amount and b.amount and (a.amount.value, a.amount.unit) != (b.amount.value, b.amount.unit):
        return False
    return _dates_fit(a, b) and not _other_place(one, two)


def _dates_fit(a: Event, b: Event) -> bool:
    if a.when is None or b.when is None:
        return True
    return a.when.date.startswith(b.when.date) or b.when.date.startswith(a.when.date)


def _other_place(one: Report, two: Report) -> bool:
    """Whether both name a place, in one language, and not the same."""
    a, b = one.event.where, two.event.where
    if a is None or b is None or one.document.language != two.document.language:
        return False
    return fold(a.of(one.document.text)) != fold(b.of(two.document.text))


def _same_in_document(one: Report, two: Report) -> bool:
    """Within a document only the same frame in another sentence can be the same event told again."""
    return one.event.frame == two.event.frame and one.event.sentence != two.event.sentence


def _same_date(one: Report, two: Report) -> bool:
    a, b = one.event, two.event
    if a.when and b.when and a.when.date == b.when.date and a.when.precision == "day":
        return True
    return a.frame == b.frame and (_published_together(one, two) or _soon_after(one, two) or _soon_after(two, one))


def _soon_after(dated: Report, undated: Report) -> bool:
    """Whether a report that gives no day appeared in the week after the day that the other gives."""
    day, published = _day(dated), undated.document.published
    return bool(day and _day(undated) is None and published and 0 <= published.toordinal() - day <= WEEK)


def _day(report: Report) -> int | None:
    """The day of a report's event as an ordinal, None where the text gives none."""
    when = report.event.when
    return datetime.date.fromisoformat(when.date).toordinal() if when and when.precision == "day" else None


def _published_together(one: Report, two: Report) -> bool:
    first, second = one.document.published, two.document.published
    return first is not None and second is not None and abs((first - second).days) <= DAYS


def _words(report: Report) -> str:
    return " ".join(fold(report.event.sentence.of(report.document.text)).split())


def _occurrence(cluster: Sequence[Report]) -> Occurrence:
    ordered = tuple(sorted(cluster, key=_clearness))
    return Occurrence(id=_identity(ordered), reports=ordered)


def _clearness(report: Report) -> tuple[int, float]:
    """The dated before the undated, the more precise first, then the surer (a stable sort keeps reading order)."""
    return _vague(report), -report.event.confidence


def _identity(reports: Sequence[Report]) -> str:
    told = sorted(f"{report.document.id}#{report.event.id}" for report in reports)
    return "o" + hashlib.sha256("\n".join(told).encode()).hexdigest()[:12]
