"""Events of many documents to occurrences: one event in the world, however many reports tell it, and who tells it."""

from ravabet.relating.changing import Change, changes
from ravabet.relating.copies import copied_from, originals, signature, source_name, voices
from ravabet.relating.grouping import Grouping, group, identity
from ravabet.relating.network import Network, Tie
from ravabet.relating.occurrences import contradicts, occurrences
from ravabet.relating.series import Happening, Period, Series
from ravabet.relating.support import Support, support
from ravabet.relating.telling import Telling, telling
from ravabet.relating.weighing import weigh

__all__ = [
    "Change",
    "Grouping",
    "Happening",
    "Network",
    "Period",
    "Series",
    "Support",
    "Telling",
    "Tie",
    "changes",
    "contradicts",
    "copied_from",
    "group",
    "identity",
    "occurrences",
    "originals",
    "signature",
    "source_name",
    "support",
    "telling",
    "voices",
    "weigh",
]
