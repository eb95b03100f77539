"""Errors that are told to a person: one sentence that says what, where and what to do."""

from __future__ import annotations


class RavabetError(Exception):
    """Base of all errors meant for the user; the message is shown as it is."""

    exit_code = 1


class InputError(RavabetError):
    """A file or line that cannot be read as what it should be."""


class UsageError(RavabetError):
    """A wrong request: an unknown country, option or format."""

    exit_code = 2


class LexiconError(RavabetError):
    """An entry of the lexicon that breaks its schema."""
