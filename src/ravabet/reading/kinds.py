"""What a file is by its bytes, so that a picture called ``.txt`` is not taken for a text."""

from __future__ import annotations

from ravabet.model import InputError
from ravabet.reading.tables import Signature, signatures

HEAD = 1024
"""Bytes at the head of a file in which a kind shows itself."""

_BLANK = b"\xef\xbb\xbf \t\r\n"


def refuse_other_kinds(data: bytes) -> None:
    """Raises InputError, saying what ``data`` is and what to do, where it is of a kind that is not read."""
    for signature in signatures():
        if _fits(signature, data):
            message = f"is {signature.what}; {signature.instead}"
            raise InputError(message)


def _fits(signature: Signature, data: bytes) -> bool:
    head = data[:HEAD]
    text = head.lstrip(_BLANK)[: max(map(len, signature.starts))].lower()
    begins = any(head.startswith(start) or (start.isascii() and text.startswith(start)) for start in signature.starts)
    return begins and signature.holds in data
