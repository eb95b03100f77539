"""Markup to plain text: what a reader of a page sees, paragraph by paragraph, and in which encoding a page is."""

from __future__ import annotations

import html
import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from ravabet.model import InputError
from ravabet.reading.encoding import encoding_of
from ravabet.reading.tables import encodings, page_words

LEAST_UTF8 = 0.98
"""Share of the bytes beyond ASCII that must be UTF-8 in a page that is taken for UTF-8: pages are cut and pasted."""

WIDE = 0.1
"""Share of NUL bytes above which a page is two bytes wide (UTF-16)."""

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CELLS = frozenset({"td", "th"})
_TAGS = re.compile(rb"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>|&#?\w+;", re.DOTALL | re.IGNORECASE)
_STATED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)""", re.IGNORECASE
)
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROL = re.compile(  # what XML cannot hold, as it is or as a number
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]))(?:;|(?![0-9a-fA-F]))"
)
_STATED_WITHIN = 4096
_PARSER = lxml_html.HTMLParser(encoding=None, remove_comments=True, remove_pis=True, huge_tree=False)


def decode_markup(data: bytes, stated: str | None = None) -> str:
    """The characters of a page: by its mark, as UTF-8, as makes sense, or as stated (by the server, else by itself)."""
    name = _encoding(data, [name.lower() for name in (stated, _stated(data)) if name])
    return data.decode(name, errors="replace").lstrip("\ufeff").replace("\x00", "")


def _encoding(data: bytes, stated: list[str]) -> str:
    head = data[:_STATED_WITHIN]
    if head.startswith(_MARKS):
        return encoding_of(head)
    if head.count(b"\x00") > WIDE * len(head):
        return "utf-16-le" if head[1:2] == b"\x00" else "utf-16-be"
    if _is_utf8(data):
        return "utf-8"
    try:
        return encoding_of(_TAGS.sub(b" ", data).replace(b"\x00", b""), stated)
    except InputError:
        if stated and stated[0] in encodings():
            return stated[0]
        raise


def _is_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    return not lost or lost <= (1 - LEAST_UTF8) * sum(char > "\x7f" for char in text)


def _stated(data: bytes) -> str | None:
    found = _STATED.search(data[:_STATED_WITHIN])
    return (found[1] or found[2]).decode("ascii", errors="replace") if found else None


def tree_of(page: str) -> Any:  # noqa: ANN401  lxml has no types
    """The elements of a page or of a piece of one; None where it holds none."""
    page = _CONTROL.sub("", _XML_DECLARATION.sub("", page, count=1))
    try:
        return lxml_html.document_fromstring(page, parser=_PARSER)
    except (etree.ParserError, ValueError):
        return None


def plain(markup: str) -> str:
    """The text of a piece of markup, one paragraph a line, entities resolved even where they were escaped twice."""
    tree = tree_of(markup) if "<" in markup else None
    return text_of(tree) if tree is not None else unescaped(_lined(html.unescape(markup)))


def text_of(tree: Any) -> str:  # noqa: ANN401
    """The text of an element, one paragraph a line, the cells of a row between tabs."""
    hidden_tags, block_tags = page_words()["hidden"], page_words()["blocks"]
    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        start = event == "start"
        if tag in hidden_tags:
            hidden += 1 if start else -1
        elif not hidden:
            pieces.append("\n" if tag in block_tags else "\t" if tag in _CELLS and not start else "")
        text = element.text if start else element.tail if element is not tree else None
        if text and not hidden:
            pieces.append(_BLANKS.sub(" ", text))
    return unescaped(_lined("".join(pieces)))


def unescaped(text: str) -> str:
    """The text with its entities resolved, where a page shows them because they were escaped twice."""
    return html.unescape(text) if _ENTITY.search(text) else text


def _lined(text: str) -> str:
    lines = (re.sub(r" *\t[ \t]*", "\t", re.sub(r"  +", " ", line)).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
