"""A web page saved as one file (MHTML): the page itself, as the browser showed it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import Message
from email.parser import BytesParser

from ravabet.model import InputError
from ravabet.reading.formats import html
from ravabet.reading.given import Found, Given

_NO_PAGE = "is a saved web page without a page in it; save it again from the browser"


def read(given: Given) -> Found:
    """The page as a document; the day in the head of the file is that of saving, and is left aside."""
    message = BytesParser(policy=policy.compat32).parsebytes(given.whole())
    part = next(_pages(message), None)
    if part is None:
        raise InputError(_NO_PAGE)
    data = part.get_payload(decode=True)
    address = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    page = replace(
        given,
        stream=io.BytesIO(data if isinstance(data, bytes) else b""),
        charset=part.get_content_charset(),
        address=str(address).strip() if address else None,
    )
    yield from html.read(page)


def _pages(message: Message) -> Iterator[Message]:
    return (part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml"))
