"""Who acts with whom in a period: ties, who stands in the middle, and which states side together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

BETWEEN_MOST = 400
"""Of larger networks betweenness is estimated from so many nodes (Brandes and Pich 2007)."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Tie:
    """What two did with one another: occurrences of cooperation and of conflict, their mean score, reports, voices."""

    a: str
    b: str
    cooperation: int
    conflict: int
    score: float
    reports: int = 0
    voices: int = 0

    @property
    def occurrences(self) -> int:
        """All of them."""
        return self.cooperation + self.conflict

    @property
    def leaning(self) -> int:
        """By how many occurrences cooperation outweighs conflict; negative where conflict does."""
        return self.cooperation - self.conflict


@dataclass(frozen=True, slots=True)
class Node:
    """A state or body: with how many it acts, in how many occurrences, and how central it is.

    ``betweenness``: share of shortest ways that lead through it (a tie is shorter the more occurrences it has);
    ``pagerank``: by occurrences; ``bloc``: number of its bloc, None where it cooperates with nobody more than it
    conflicts.
    """

    code: str
    partners: int
    occurrences: int
    cooperation: int
    conflict: int
    score: float
    betweenness: float
    pagerank: float
    bloc: int | None


@dataclass(frozen=True, slots=True)
class Bloc:
    """States that cooperate more with one another than is to be expected; mean scores inside and towards others.

    ``rivals``: the blocs with which conflict outweighs cooperation, by number.
    """

    number: int
    members: tuple[str, ...]
    inside: float
    outside: float | None
    rivals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by occurrences, ties likewise, and blocs, the largest first."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    blocs: tuple[Bloc, ...]


def network(ties: Iterable[Tie]) -> Network:
    """The network of ties, the same for the same ties in any order.

    Blocs are communities (Louvain; Blondel et al. 2008) of the network of those ties in which cooperation outweighs
    conflict, by how much it does; conflict so never holds a bloc together.
    """
    ordered = tuple(sorted(ties, key=lambda tie: (-tie.occurrences, tie.a, tie.b)))
    graph = graph_of(ordered)
    of = {code: number for number, members in enumerate(_communities(ordered), 1) for code in members}
    nodes = _nodes(graph, ordered, of)
    return Network(nodes, ordered, _blocs(ordered, of))


def graph_of(ties: Sequence[Tie]) -> nx.Graph[str]:
    """The ties as a graph of networkx; nodes in order of their codes, weights are occurrences."""
    import networkx as nx  # noqa: PLC0415  heavy, and only needed here

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({code for tie in ties for code in (tie.a, tie.b)}))
    for tie in sorted(ties, key=lambda tie: (tie.a, tie.b)):
        graph.add_edge(tie.a, tie.b, weight=tie.occurrences, distance=1 / tie.occurrences)
    return graph


def _communities(ties: Sequence[Tie]) -> list[list[str]]:
    import networkx as nx  # noqa: PLC0415

    friendly: nx.Graph[str] = nx.Graph()
    for tie in sorted(ties, key=lambda tie: (tie.a, tie.b)):
        if tie.leaning > 0:
            friendly.add_edge(tie.a, tie.b, weight=tie.leaning)
    if not friendly:
        return []
    found = nx.community.louvain_communities(friendly, weight="weight", seed=SEED)
    return sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))


def _nodes(graph: nx.Graph[str], ties: Sequence[Tie], of: dict[str, int]) -> tuple[Node, ...]:
    import networkx as nx  # noqa: PLC0415

    if not graph:
        return ()
    sample = BETWEEN_MOST if len(graph) > BETWEEN_MOST else None
    between = nx.betweenness_centrality(graph, k=sample, weight="distance", seed=SEED)
    rank = nx.pagerank(graph, weight="weight")
    own: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        own[tie.a].append(tie)
        own[tie.b].append(tie)
    found = [
        Node(
            code=code,
            partners=len(own[code]),
            occurrences=sum(tie.occurrences for tie in own[code]),
            cooperation=sum(tie.cooperation for tie in own[code]),
            conflict=sum(tie.conflict for tie in own[code]),
            score=_mean(own[code]) or 0.0,
            betweenness=round(float(between[code]), 9),
            pagerank=round(float(rank[code]), 9),
            bloc=of.get(code),
        )
        for code in graph
    ]
    return tuple(sorted(found, key=lambda node: (-node.occurrences, node.code)))


def _blocs(ties: Sequence[Tie], of: dict[str, int]) -> tuple[Bloc, ...]:
    inside: dict[int, list[Tie]] = defaultdict(list)
    across: dict[tuple[int, int], list[Tie]] = defaultdict(list)
    outside: dict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        one, two = of.get(tie.a), of.get(tie.b)
        if one is not None and one == two:
            inside[one].append(tie)
            continue
        for home in {one, two} - {None}:
            outside[home or 0].append(tie)
        if one and two:
            across[min(one, two), max(one, two)].append(tie)
    hostile = [pair for pair, held in across.items() if sum(tie.leaning for tie in held) < 0]
    return tuple(
        Bloc(
            number=number,
            members=tuple(sorted(code for code, home in of.items() if home == number)),
            inside=_mean(inside[number]) or 0.0,
            outside=_mean(outside[number]),
            rivals=tuple(sorted(a + b - number for a, b in hostile if number in (a, b))),
        )
        for number in sorted(set(of.values()))
    )


def _mean(ties: Sequence[Tie]) -> float | None:
    """The mean score of all occurrences of some ties."""
    number = sum(tie.occurrences for tie in ties)
    return round(sum(tie.score * tie.occurrences for tie in ties) / number, 9) if number else None


def attributes(found: Network) -> nx.Graph[str]:
    """A network as a graph of networkx with everything known of nodes and ties, for GEXF and GraphML."""
    graph = graph_of(found.ties)
    for node in found.nodes:
        graph.nodes[node.code].update(_plain(node, ("code",)))
    for tie in found.ties:
        graph.edges[tie.a, tie.b].update(_plain(tie, ("a", "b")))
        del graph.edges[tie.a, tie.b]["distance"]
    return graph


def _plain(one: Node | Tie, without: Sequence[str]) -> dict[str, Any]:
    """The fields of a value that the formats can hold: a bloc that is not there is 0."""
    return {name: getattr(one, name) or 0 for name in one.__slots__ if name not in without}
