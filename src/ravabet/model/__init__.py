"""The few frozen types everything else speaks."""

from ravabet.model.coding import Coding, Problem
from ravabet.model.days import first_day, last_day, one_day
from ravabet.model.document import Document
from ravabet.model.event import Actor, Amount, Event, Precision, Status, When
from ravabet.model.layout import Box, Layout
from ravabet.model.occurrence import Occurrence, Report
from ravabet.model.problems import InputError, LexiconError, RavabetError, UsageError
from ravabet.model.reason import Argument, Kind, Reason
from ravabet.model.repair import INSERTED, Damage, Repair, RepairStep
from ravabet.model.span import Span

__all__ = [
    "INSERTED",
    "Actor",
    "Amount",
    "Argument",
    "Box",
    "Coding",
    "Damage",
    "Document",
    "Event",
    "InputError",
    "Kind",
    "Layout",
    "LexiconError",
    "Occurrence",
    "Precision",
    "Problem",
    "RavabetError",
    "Reason",
    "Repair",
    "RepairStep",
    "Report",
    "Span",
    "Status",
    "UsageError",
    "When",
    "first_day",
    "last_day",
    "one_day",
]
