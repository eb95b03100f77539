"""What the formats of word processors share: parts of XML in a ZIP archive, with paragraphs and tables in them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from lxml import etree

from ravabet.model import InputError
from ravabet.reading.given import WHOLE, Given, metered, seekable

_BROKEN = "lacks a part that it must have ({name}); open it and save it again"
_LARGE = "holds a part ({name}) that is larger than any text; save its text as .txt and give that"

_NAME = 80
"""Characters of the name of a part that are told."""


@dataclass(frozen=True, slots=True)
class Words:
    """How a format calls its elements (without namespaces); ``shown`` are those whose text counts, None for all."""

    paragraphs: frozenset[str]
    rows: frozenset[str]
    cells: frozenset[str]
    boxes: frozenset[str]
    left_out: frozenset[str]
    blanks: dict[str, str]
    shown: frozenset[str] | None = None


def _told(name: str) -> str:
    """The name of a part as it can be told: broken files have names of any length and of any characters."""
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)
    return shown if len(shown) <= _NAME else f"{shown[: _NAME - 1]}…"


class Parts:
    """The parts of an office file."""

    def __init__(self, given: Given) -> None:
        self._archive = zipfile.ZipFile(seekable(given.stream))
        self._given = given

    def data(self, name: str) -> bytes:
        """The bytes of a part; raises InputError where it is missing, damaged or far too large."""
        try:
            info = self._archive.getinfo(name)
            with self._archive.open(info) as stream:
                inside = metered(cast("BinaryIO", stream), lambda: info.compress_size, self._given.allowance)
                data = inside.read(WHOLE + 1)
        except (KeyError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as fault:
            raise InputError(_BROKEN.format(name=_told(name))) from fault
        if len(data) > WHOLE:
            raise InputError(_LARGE.format(name=_told(name)))
        return data

    def tree(self, name: str) -> Any:  # noqa: ANN401  lxml has no types
        """The elements of a part, as far as they can be made out; no entity is looked up and nothing is fetched."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
        try:
            tree = etree.fromstring(self.data(name), parser)
        except etree.XMLSyntaxError as fault:
            raise InputError(_BROKEN.format(name=_told(name))) from fault
        if tree is None:
            raise InputError(_BROKEN.format(name=_told(name)))
        return tree

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._archive.NameToInfo

    def facts(self, name: str) -> dict[str, str]:
        """The texts of a part that holds what the file says of itself, by the names of their elements."""
        try:
            elements = self.tree(name).iter()
            return {
                local(one): one.text.strip()
                for one in elements
                if isinstance(one.tag, str) and (one.text or "").strip()
            }
        except InputError:
            return {}


def local(element: Any) -> str:  # noqa: ANN401
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def lines(element: Any, words: Words) -> Iterator[str]:  # noqa: ANN401
    """The paragraphs below an element in their order, a row of a table as one line with tabs between its cells."""
    name = local(element)
    if name in words.paragraphs:
        yield "".join(_inline(element, words)).strip()
        for box in _boxes(element, words):
            yield from lines(box, words)
    elif name in words.rows:
        cells = [child for child in element.iter() if local(child) in words.cells and _row_of(child, words) is element]
        yield "\t".join(" ".join(" ".join(_inside(cell, words)).split()) for cell in cells)
    elif name not in words.left_out:
        yield from _inside(element, words)


def _inside(element: Any, words: Words) -> Iterator[str]:  # noqa: ANN401
    for child in element:
        yield from lines(child, words)


def _row_of(cell: Any, words: Words) -> Any:  # noqa: ANN401
    return next((above for above in cell.iterancestors() if local(above) in words.rows), None)


def _inline(element: Any, words: Words) -> Iterator[str]:  # noqa: ANN401
    """The text of a paragraph without what is left out and without the boxes that hang on it."""
    for child in element.iter():
        name = local(child)
        if _is_apart(child, element, words):
            continue
        if words.shown is None or name in words.shown:
            yield child.text or "" if name else ""
        yield words.blanks.get(name, "")
        if words.shown is None and child is not element:
            yield child.tail or ""


def _is_apart(child: Any, paragraph: Any, words: Words) -> bool:  # noqa: ANN401
    apart = words.left_out | words.boxes
    while child is not paragraph:
        if local(child) in apart:
            return True
        child = child.getparent()
    return False


def _boxes(element: Any, words: Words) -> Iterator[Any]:  # noqa: ANN401
    for child in element:
        name = local(child)
        if name in words.boxes:
            yield child
        elif name not in words.left_out:
            yield from _boxes(child, words)
