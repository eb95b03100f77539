"""Errors that are told to a person: one sentence that says what, where and what to do."""

from __future__ import annotations

from collections.abc import Mapping


class RavabetError(Exception):
    """Base of all errors meant for the user; the message is shown as it is."""

    exit_code = 1


class InputError(RavabetError):
    """A file or line that cannot be read as what it should be."""


class UsageError(RavabetError):
    """A wrong request: an unknown country, option or format.

    ``kind`` and ``slots`` are what the sentence was made of, for who tells it in another language; empty where it
    is told in English alone.
    """

    exit_code = 2
    kind: str = ""
    slots: Mapping[str, str] = {}

    @classmethod
    def of(cls, sentence: str, kind: str, slots: Mapping[str, str]) -> UsageError:
        """The error of a kind, which ``sentence`` tells."""
        error = cls(sentence)
        error.kind, error.slots = kind, slots
        return error


class LexiconError(RavabetError):
    """An entry of the lexicon that breaks its schema."""
