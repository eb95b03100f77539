"""Ravabet: why did relations between two countries change?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from ravabet.pipeline import code, read, repair, why

__all__ = ["__version__", "code", "read", "repair", "why"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  each function has its own type
    """The public functions, loaded when first used, so that a bare import stays quick."""
    if name in __all__:
        from ravabet import pipeline  # noqa: PLC0415

        return getattr(pipeline, name)
    message = f"module 'ravabet' has no attribute {name!r}"
    raise AttributeError(message)
