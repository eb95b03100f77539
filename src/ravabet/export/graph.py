"""Who with whom, as a graph of GEXF or GraphML: states and bodies, and what passed between them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

from ravabet.export.dyads import HAPPENED, rows
from ravabet.export.records import Told
from ravabet.export.tables import english, states
from ravabet.lexicon import QUAD_COLUMNS
from ravabet.relating import Tie
from ravabet.relating.network import network
from ravabet.relating.series import COOPERATION

if TYPE_CHECKING:
    import networkx

FORMS = ("gexf", "graphml")


@dataclass(slots=True)
class Between:
    """What two did with one another, in either direction."""

    cooperation: int = 0
    conflict: int = 0
    score: float = 0.0
    reports: int = 0
    voices: set[str] = field(default_factory=set)


class Ties:
    """Counts who acts with whom while events pass by: each occurrence once, whichever way it goes."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Between] = {}
        self._known: set[int] = set()

    def counted(self, events: Iterable[Told]) -> Iterator[Told]:
        """The events, those that happened counted."""
        for told in events:
            if told.status == HAPPENED and told.day is not None:
                for pair in {(min(a.code, b.code), max(a.code, b.code)) for a, b in told.pairs() if a and b}:
                    if pair[0] != pair[1]:
                        self._count(told, pair)
            yield told

    def ties(self) -> list[Tie]:
        """What was counted."""
        return [
            Tie(a, b, t.cooperation, t.conflict, t.score / (t.cooperation + t.conflict), t.reports, len(t.voices))
            for (a, b), t in sorted(self._found.items())
        ]

    def _count(self, told: Told, pair: tuple[str, str]) -> None:
        between = self._found.setdefault(pair, Between())
        between.reports += 1
        between.voices.add(told.paper.source or told.paper.id)
        key = hash((told.occurrence or told.id, pair))
        if key in self._known:
            return
        self._known.add(key)
        between.score += told.score
        if told.quad in COOPERATION:
            between.cooperation += 1
        else:
            between.conflict += 1


def graph(events: Iterable[Told]) -> networkx.DiGraph[str]:
    """A directed graph: an edge's ``weight`` is its events that happened, ``score`` their mean; nodes have their bloc
    (0 where they are in none), how central they are, and with how many they act, as ``relating.network`` finds them."""
    import networkx  # noqa: PLC0415  heavy, and only graphs need it

    made: networkx.DiGraph[str] = networkx.DiGraph()
    totals: dict[tuple[str, str], dict[str, float]] = {}
    ties = Ties()
    for row in rows(ties.counted(events)):
        if row["events"]:
            _add(totals.setdefault((row["source"], row["target"]), {}), row)
    for (a, b), total in sorted(totals.items()):
        for code in (a, b):
            made.add_node(code, label=english(code), kind="state" if code in states() else "other")
        score = round(total.pop("score") / total["events"], 4)
        counts = {name: int(value) for name, value in total.items()}
        made.add_edge(a, b, weight=counts["events"], score=score, **counts)
    for node in network(ties.ties()).nodes:
        told = {"betweenness": round(node.betweenness, 6), "pagerank": round(node.pagerank, 6)}
        made.add_node(node.code, partners=node.partners, occurrences=node.occurrences, bloc=node.bloc or 0, **told)
    return made


def _add(total: dict[str, float], row: dict[str, Any]) -> None:
    for name in ("events", *QUAD_COLUMNS):
        total[name] = total.get(name, 0) + row[name]
    total["score"] = total.get("score", 0.0) + row["mean_score"] * row["events"]


def write(events: Iterable[Told], form: str, out: IO[bytes]) -> int:
    """Write the graph in one of ``FORMS``; how many edges it has."""
    made = graph(events)
    out.write(serialised(made, form))
    return int(made.number_of_edges())


def serialised(made: networkx.Graph[str], form: str) -> bytes:
    """A graph in one of ``FORMS``; the same graph gives the same bytes, for GEXF's day of writing is left out."""
    import networkx  # noqa: PLC0415

    if form == "gexf":
        lines = (line for line in networkx.generate_gexf(made) if "<lastmodifieddate>" not in line)
        return ("\n".join(re.sub(r' lastmodifieddate="[^"]*"', "", line) for line in lines) + "\n").encode()
    held = io.BytesIO()
    networkx.write_graphml_xml(made, held)
    return held.getvalue()
