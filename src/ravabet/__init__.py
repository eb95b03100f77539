"""Ravabet: why did relations between two countries change?"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from ravabet.api import Frame, Project
    from ravabet.pipeline import code, read, repair, why

    open, example = Project.open, Project.example

_HOMES = {
    **dict.fromkeys(("code", "read", "repair", "why"), "ravabet.pipeline"),
    **dict.fromkeys(("Frame", "Project"), "ravabet.api"),
}
"""Each public name and the module that holds it, loaded when it is first used, so that a bare import stays quick."""

__all__ = ["Frame", "Project", "__version__", "code", "example", "open", "read", "repair", "why"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  each has its own type
    """The public functions and classes."""
    if name in ("example", "open"):
        return getattr(__getattr__("Project"), name)
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    message = f"module 'ravabet' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """The public names, for whoever looks round."""
    return sorted(__all__)
