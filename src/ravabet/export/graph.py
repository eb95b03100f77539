"""Who with whom, as a graph of GEXF or GraphML: states and bodies, and what passed between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any

from ravabet.export.dyads import rows
from ravabet.export.records import Told
from ravabet.export.tables import QUADS, english, states

if TYPE_CHECKING:
    import networkx

FORMS = ("gexf", "graphml")
QUAD_NAMES = tuple(name.replace(" ", "_") for name in QUADS)


def graph(events: Iterable[Told]) -> networkx.DiGraph[str]:
    """A directed graph: an edge's ``weight`` is its events that happened, ``score`` their mean."""
    import networkx  # noqa: PLC0415  heavy, and only graphs need it

    made: networkx.DiGraph[str] = networkx.DiGraph()
    totals: dict[tuple[str, str], dict[str, float]] = {}
    for row in rows(events):
        if row["events"]:
            _add(totals.setdefault((row["source"], row["target"]), {}), row)
    for (a, b), total in sorted(totals.items()):
        for code in (a, b):
            made.add_node(code, label=english(code), kind="state" if code in states() else "other")
        score = round(total.pop("score") / total["events"], 4)
        counts = {name: int(value) for name, value in total.items()}
        made.add_edge(a, b, weight=counts["events"], score=score, **counts)
    for code in made:
        made.nodes[code]["events"] = int(made.out_degree(code, weight="weight") + made.in_degree(code, weight="weight"))
    return made


def _add(total: dict[str, float], row: dict[str, Any]) -> None:
    for name in ("events", *QUAD_NAMES):
        total[name] = total.get(name, 0) + row[name]
    total["score"] = total.get("score", 0.0) + row["mean_score"] * row["events"]


def write(events: Iterable[Told], form: str, out: IO[bytes]) -> int:
    """Write the graph in one of ``FORMS``; how many edges it has."""
    import networkx  # noqa: PLC0415

    made = graph(events)
    if form == "gexf":
        networkx.write_gexf(made, out)
    else:
        networkx.write_graphml_xml(made, out)
    return int(made.number_of_edges())
