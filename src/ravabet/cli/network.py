"""``ravabet network``: who acted with whom in a period."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ravabet.cli import shared
from ravabet.explaining import in_order
from ravabet.lexicon import LANGUAGES, name
from ravabet.model import UsageError

if TYPE_CHECKING:
    from ravabet.relating import Network

SHOWN = 15
FORMS = (".gexf", ".graphml", ".json")
QUADS = {"all": (), "cooperation": (1, 2), "conflict": (3, 4), "verbal": (1, 3), "material": (2, 4)}


@click.command(
    "network",
    short_help="Who acted with whom, who is in the middle, which blocs?",
    epilog="""\b
Examples:
  ravabet network --since 2024-01-01 --until 2024-12-31
  ravabet network --since 2024-01-01 -o 2024.gexf""",
)
@shared.project
@click.option("--since", type=shared.first_day, metavar="DAY", help="Only acts on or after this day.")
@click.option("--until", type=shared.last_day, metavar="DAY", help="Only acts on or before this day.")
@click.option("--least", type=float, default=0.0, metavar="P", help="Count only events of at least this confidence.")
@click.option("--only", type=click.Choice(list(QUADS)), default="all", show_default=True, help="Which acts count.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of names.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help=".gexf, .graphml or .json"
)
def command(
    project: Path,
    since: datetime.date | None,
    until: datetime.date | None,
    least: float,
    only: str,
    lang: str,
    output: Path | None,
) -> None:
    """Who acted with whom, who stands in the middle, and which states side together.

    Without -o the ties with most occurrences, the most central and the blocs are told.
    """
    if output and output.suffix not in FORMS:
        message = f"{output}: a network is written as {', '.join(FORMS)}; name the file so"
        raise UsageError(message)
    from ravabet.store import Project  # noqa: PLC0415  the database is loaded only where it is used
    from ravabet.store.relations import network  # noqa: PLC0415

    in_order(since, until)
    with Project.open(project) as found:
        told = network(found, since, until, least, QUADS[only])
    if not told.ties:
        click.echo("nobody is told to have acted with another in this time", err=True)
    if output:
        output.write_bytes(written(told, output.suffix, lang))
    else:
        click.echo(_text(told, lang), nl=False)


def written(told: Network, form: str, lang: str = "en") -> bytes:
    """A network as GEXF, GraphML or JSON; the same network gives the same bytes."""
    if form == ".json":
        found: dict[str, Any] = asdict(told)
        for node in found["nodes"]:
            node["name"] = name(node["code"], lang)
        return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
    from ravabet.export.graph import serialised  # noqa: PLC0415  loaded only where a graph is asked for
    from ravabet.relating.network import attributes  # noqa: PLC0415

    graph = attributes(told)
    for code in graph:
        graph.nodes[code]["label"] = name(code, lang)
    return serialised(graph, form.removeprefix("."))


def _text(told: Network, lang: str) -> str:
    lines = [
        f"{len(told.nodes)} states and bodies, {len(told.ties)} ties",
        "",
        "most acts together or against each other",
    ]
    for tie in told.ties[:SHOWN]:
        counts = f"{tie.cooperation} cooperation, {tie.conflict} conflict, mean score {tie.score:+.1f}"
        lines.append(f"  {name(tie.a, lang)} – {name(tie.b, lang)}: {counts}")
    lines += ["", "most central (share of shortest ways through it)"]
    central = sorted(told.nodes, key=lambda node: (-node.betweenness, node.code))
    lines += [
        f"  {name(node.code, lang)}: {node.betweenness:.0%}, {node.partners} partners" for node in central[:SHOWN]
    ]
    lines += ["", "blocs (cooperating with one another more than with others)"]
    for bloc in told.blocs[:SHOWN]:
        others = f", with others {bloc.outside:+.1f}" if bloc.outside is not None else ""
        against = f"; against {', '.join(map(str, bloc.rivals))}" if bloc.rivals else ""
        members = ", ".join(name(code, lang) for code in bloc.members)
        lines.append(f"  {bloc.number}: {members} (mean score inside {bloc.inside:+.1f}{others}{against})")
    return "\n".join(lines) + "\n"
