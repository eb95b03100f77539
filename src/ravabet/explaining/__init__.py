"""The answer to "why did relations between A and B change?", and its formats."""

from ravabet.explaining.answer import UNSURE, Act, Answer, Because, Contest, Denial, Path, Quote, Side, Source, Step
from ravabet.explaining.asked import bound, code_of, different, in_order, nearest, wrong
from ravabet.explaining.graph import Graph, Link, State, build
from ravabet.explaining.why import why

__all__ = [
    "UNSURE",
    "Act",
    "Answer",
    "Because",
    "Contest",
    "Denial",
    "Graph",
    "Link",
    "Path",
    "Quote",
    "Side",
    "Source",
    "State",
    "Step",
    "bound",
    "build",
    "code_of",
    "different",
    "in_order",
    "nearest",
    "why",
    "wrong",
]
