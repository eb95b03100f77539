"""Functions compiled to machine code the first time they are needed, and kept in the user's cache after that."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function compiled by numba; without fast mathematics, so that the same input gives the same bits."""
    return cast("Callable[P, R]", numba.njit(function, cache=True, nogil=True))
