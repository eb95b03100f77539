"""A book (EPUB): one document a chapter or article, in the order of the book."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from ravabet.model import InputError, Problem
from ravabet.reading.dates import day_in
from ravabet.reading.documents import document_of
from ravabet.reading.given import Found, Given
from ravabet.reading.languages import detect_language
from ravabet.reading.markup import decode_markup, text_of, tree_of
from ravabet.reading.office import Parts, local
from ravabet.reading.page import person
from ravabet.reading.records import language_of

LEAST = 100
"""Characters under which a page of a book is a cover or a divider."""

_NO_BOOK = "is an EPUB book whose contents cannot be found; convert it to text and give that"
_PAGES = ("application/xhtml+xml", "text/html")


def read(given: Given) -> Found:
    """The chapters as documents."""
    parts = Parts(given)
    name = next(
        (one.get("full-path") for one in parts.tree("META-INF/container.xml").iter() if local(one) == "rootfile"), None
    )
    if not name:
        raise InputError(_NO_BOOK)
    facts, found = parts.facts(name), False
    for page in _pages(parts.tree(name), posixpath.dirname(name)):
        where = replace(given, where=f"{given.where}!{page}")
        try:
            tree = tree_of(decode_markup(parts.data(page)))
            text = text_of(tree) if tree is not None else ""
            if len(text) >= LEAST:
                found = True
                yield document_of(
                    text,
                    where,
                    language=None if detect_language(text) else language_of(facts.get("language")),
                    published=day_in(facts.get("date", "")),
                    dated_by="metadata",
                    source=facts.get("publisher") or facts.get("title"),
                    author=person(facts.get("creator")),
                )
        except InputError as problem:
            found = True
            yield Problem(where.where, str(problem))
    if not found:
        raise InputError(_NO_BOOK)


def _pages(package: Any, folder: str) -> Iterator[str]:  # noqa: ANN401  lxml has no types
    """The names of the pages in the order of the book, without its table of contents."""
    items = {one.get("id"): one for one in package.iter() if local(one) == "item"}
    for reference in package.iter():
        item = items.get(reference.get("idref")) if local(reference) == "itemref" else None
        if (
            item is not None
            and item.get("media-type") in _PAGES
            and "nav" not in (item.get("properties") or "").split()
        ):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
