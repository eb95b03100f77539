"""The rooms of the site: modules that add pages, keys, scripts and styles to it.

A room may hold, each a tuple:

- ``PLACES``: pages (``page.Place``), each with its twins;
- ``ROUTES``: functions from the site to other Starlette routes (for what changes something or is no page);
- ``KEYS``: pairs of a key and the catalogue key that says what it does, for the list that ``?`` shows;
- ``SCRIPTS``, ``STYLES``: files under ``static/`` that every page loads;
- ``BESIDE``: pairs of a slot's name (``event``, ``reason``, ``answer``) and the template that stands in it.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

ROOMS = (
    "ravabet.web.pages.home",
    "ravabet.web.pages.answer",
    "ravabet.web.pages.chart",
    "ravabet.web.pages.browse",
    "ravabet.web.pages.network",
    "ravabet.web.pages.search",
    "ravabet.web.pages.health",
    "ravabet.web.pages.occurrence",
    "ravabet.web.pages.reading",
    "ravabet.web.pages.images",
    "ravabet.web.pages.cite",
    "ravabet.web.pages.help",
    "ravabet.web.judging",
    "ravabet.web.report.routes",
)
"""In the order of the menu."""


def rooms() -> tuple[ModuleType, ...]:
    """The rooms, loaded."""
    return tuple(import_module(name) for name in ROOMS)
