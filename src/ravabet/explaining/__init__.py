"""The answer to "why did relations between A and B change?", and its formats."""

from ravabet.explaining.answer import Act, Answer, Because, Contest, Quote, Side, Source, Step
from ravabet.explaining.asked import code_of, nearest
from ravabet.explaining.graph import Graph, Link, State, build
from ravabet.explaining.why import why

__all__ = [
    "Act",
    "Answer",
    "Because",
    "Contest",
    "Graph",
    "Link",
    "Quote",
    "Side",
    "Source",
    "State",
    "Step",
    "build",
    "code_of",
    "nearest",
    "why",
]
