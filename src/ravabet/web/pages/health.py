"""What was read: coverage by source and month, languages, what was rejected, gaps of the lexicon, runs."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any

from ravabet.store.filters import READ
from ravabet.web.page import Page, Place, Table
from ravabet.web.site import Site, Visit

SOURCES, MONTHS, REJECTS, GAPS, RUNS = 25, 36, 200, 60, 50
"""How much of each is shown; the twins hold all of the coverage."""
COLUMNS = {"source": "VARCHAR", "day": "DATE", "language": "VARCHAR", "documents": "BIGINT"}
SHADES = 5


def build(visit: Visit) -> Page:
    """The health of the corpus."""
    site = visit.site
    month = visit.asked("month") if re.fullmatch(r"\d{4}-\d{2}", visit.asked("month") or "") else None
    held = {**site.kept("health", lambda: _held(site)), **site.kept(("grid", month), lambda: _coverage_of(site, month))}
    coverage = site.kept("coverage", lambda: _coverage(site)) if visit.form in ("csv", "parquet", "json") else []
    counts = site.kept("counts", lambda: site.project.counts())
    record = {**held, "coverage": coverage, "counts": counts} if visit.form == "json" else None
    title = visit.words.ui("health.title")
    context = {**held, "counts": counts, "month": month}
    return Page("health.html", title, context, record, Table(COLUMNS, coverage))


def _coverage(site: Site) -> list[dict[str, Any]]:
    return site.project.rows(
        "SELECT source, published AS day, language, count(*) AS documents "
        f"FROM document WHERE {READ} GROUP BY ALL ORDER BY ALL"
    )


def _coverage_of(site: Site, month: str | None) -> dict[str, Any]:
    """Documents by source and month, or by source and day of one month."""
    form, given = ("%Y-%m-%d", [month]) if month else ("%Y-%m", [])
    bound = "AND strftime(published, '%Y-%m') = ?" if month else ""
    rows = site.project.rows(
        f"SELECT coalesce(source, '') AS source, strftime(published, '{form}') AS period, count(*) AS documents "
        f"FROM document WHERE {READ} AND published IS NOT NULL {bound} GROUP BY ALL",
        *given,
    )
    return _grid(rows, days_of(month) if month else _months({row["period"] for row in rows}))


def days_of(month: str) -> list[str]:
    """The days of a month; none for what is no month."""
    year, number = map(int, month.split("-"))
    if not (1 <= number <= 12 and year):
        return []
    return [f"{month}-{day:02}" for day in range(1, monthrange(year, number)[1] + 1)]


def _held(site: Site) -> dict[str, Any]:
    project = site.project
    return {
        "languages": project.query(
            "SELECT language, count(*), count(*) FILTER (repaired), count(copy_of) FROM document "
            f"WHERE {READ} GROUP BY 1 ORDER BY 2 DESC"
        ),
        "undated": project.query(f"SELECT count(*) FROM document WHERE {READ} AND published IS NULL")[0][0],
        "copies": project.query("SELECT count(copy_of) FROM document")[0][0],
        "rejects": project.rows("SELECT place, what FROM reject LIMIT ?", REJECTS),
        "rejected": project.query("SELECT count(*) FROM reject")[0][0],
        "gaps": _gaps(site),
        "runs": project.rows("SELECT * FROM run ORDER BY started DESC LIMIT ?", RUNS),
    }


def _gaps(site: Site) -> list[dict[str, Any]]:
    """Terms that no entry knows; none where the project file does not count them."""
    there = site.project.query("SELECT count(*) FROM information_schema.tables WHERE table_name = 'lexicon_gap'")
    if not there[0][0]:
        return []
    return site.project.rows('SELECT term, language, "count" AS n FROM lexicon_gap ORDER BY n DESC, term LIMIT ?', GAPS)


def _grid(rows: list[dict[str, Any]], periods: list[str]) -> dict[str, Any]:
    """The busiest sources by period, each cell with its count and a shade from 0 to ``SHADES``."""
    totals: dict[str, int] = {}
    cells: dict[tuple[str, str], int] = {}
    for row in rows:
        totals[row["source"]] = totals.get(row["source"], 0) + row["documents"]
        cells[row["source"], row["period"]] = row["documents"]
    sources = sorted(totals, key=lambda source: (-totals[source], source))[:SOURCES]
    most = max(cells.values(), default=1)
    grid = [
        (source, totals[source], [(count := cells.get((source, one), 0), _shade(count, most)) for one in periods])
        for source in sources
    ]
    return {"periods": periods, "grid": grid, "sources": len(totals)}


def _months(there: set[str]) -> list[str]:
    """The latest months without a gap."""
    if not there:
        return []
    year, month = map(int, max(there).split("-"))
    first = min(there)
    found: list[str] = []
    while len(found) < MONTHS and (not found or found[-1] > first):
        found.append(f"{year:04}-{month:02}")
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return found[::-1]


def _shade(count: int, most: int) -> int:
    """A shade by the logarithm of a count."""
    return 0 if not count else 1 + round((SHADES - 1) * (count.bit_length() - 1) / max(1, most.bit_length() - 1))


PLACES = (Place("health", "/health", build, menu=True),)
