"""How well passages with known events and reasons are coded."""

from ravabet.evaluation.events import Error, Evaluation, Gold, Told, evaluate, matched, read_gold
from ravabet.evaluation.tally import Tally

__all__ = ["Error", "Evaluation", "Gold", "Tally", "Told", "evaluate", "matched", "read_gold"]
