"""From one file to its documents: what kind it is, the reader of that kind, and a sentence where it fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import cast

from ravabet.model import InputError, Problem
from ravabet.reading.given import DEPTH, HEAD, Found, Given, joined
from ravabet.reading.kinds import BLANK, kind_of, refuse_unread
from ravabet.reading.tables import Kind

Reader = Callable[[Given], Found]

_EMPTY = "is empty; give a file with text in it"
_DEEP = f"lies in more than {DEPTH} archives, one in another; unpack it and give what is inside"
_BROKEN = "looks like {what} but cannot be read as one ({fault}); get it again from its source"
_UNREADABLE = "cannot be read ({fault}); check it and its permissions"


def documents_in(given: Given) -> Found:
    """The documents of a file of any kind; nothing is raised for a bad one."""
    try:
        head = given.stream.read(HEAD)
        if not head.strip(BLANK):
            raise InputError(_EMPTY)
        if given.depth > DEPTH:
            raise InputError(_DEEP)
        whole = replace(given, stream=joined(head, given.stream)) if not _back(given) else given
        yield from read_as(kind_of(head, given), whole)
    except InputError as problem:
        yield Problem(given.where, str(problem))
    except OSError as problem:
        yield Problem(given.where, _UNREADABLE.format(fault=problem.strerror or problem))


def read_as(kind: Kind, given: Given) -> Found:
    """The documents of a file of a known kind; raises InputError for a bad one."""
    refuse_unread(kind)
    reader = cast("Reader", import_module(f"ravabet.reading.formats.{kind.reader}").read)
    try:
        yield from reader(given)
    except (InputError, OSError):
        raise
    except Exception as fault:  # libraries raise whatever they like on broken files
        message = _BROKEN.format(what=kind.what, fault=f"{type(fault).__name__}: {fault}"[:80])
        raise InputError(message) from fault


def _back(given: Given) -> bool:
    """Goes back to the beginning, where the stream can."""
    if not given.stream.seekable():
        return False
    given.stream.seek(0)
    return True
