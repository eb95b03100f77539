"""A web page: its main text (by trafilatura), and what it says of itself."""

from __future__ import annotations

import logging
import re

import trafilatura

from ravabet.model import InputError
from ravabet.reading.documents import document_of
from ravabet.reading.given import Found, Given
from ravabet.reading.languages import detect_language
from ravabet.reading.markup import decode_markup, text_of, tree_of, unescaped
from ravabet.reading.page import Facts, facts_of
from ravabet.reading.records import language_of

LEAST = 0.25
"""Share of a page's words that its main text must have, where the page is short; else all its text is taken."""

SHORT = 1500
"""Characters of a page that is short: on one, what looks like its main text is often only a part of it."""

_NO_TEXT = "is a web page without text in it (a script may put it there); save it from the browser as it is shown"
_ROW = re.compile(r"^\|(.*)\|\s*$", re.MULTILINE)
_RULE = re.compile(r"^\|?(?:\s*:?-{3,}:?\s*\|?)+\n?", re.MULTILINE)
_AROUND = '//nav | //*[@role="navigation"] | //body/footer'
_KEPT = {"\u200c": "𓀀", "\u200d": "𓀁"}
"""Half-spaces and joiners, which trafilatura takes for control characters, and what stands for them meanwhile."""

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("trafilatura").propagate = False
logging.getLogger("htmldate").propagate = False


def read(given: Given) -> Found:
    """The page as a document."""
    page = decode_markup(given.whole(), given.charset)
    tree = tree_of(page)
    if tree is None:
        raise InputError(_NO_TEXT)
    facts = facts_of(tree, page, given.address)
    text = main_text(page)
    if not any(char.isalpha() for char in text):
        raise InputError(_NO_TEXT)
    yield document_of(
        text,
        given,
        language=_language(text, facts),
        published=facts.published,
        dated_by=facts.dated_by,
        source=facts.source,
        title=facts.title,
        author=facts.author,
    )


def main_text(page: str) -> str:
    """The main text of a page, one paragraph a line; all its text where it is short and no main text stands out."""
    tree = tree_of(_protected(page))
    if tree is None:
        return ""
    for element in tree.xpath(_AROUND):
        element.drop_tree()
    whole = _restored(text_of(tree))
    found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    main = _restored(getattr(found, "text", None) or "")
    return whole if len(main) < LEAST * min(len(whole), SHORT) else main


def _protected(page: str) -> str:
    for char, other in _KEPT.items():
        for written in (char, f"&#{ord(char)};", f"&#x{ord(char):x};", f"&#x{ord(char):X};"):
            page = page.replace(written, other)
    return page.replace("&zwnj;", _KEPT["\u200c"]).replace("&zwj;", _KEPT["\u200d"])


def _restored(text: str) -> str:
    for char, other in _KEPT.items():
        text = text.replace(other, char)
    text = _ROW.sub(lambda row: "\t".join(cell.strip() for cell in row[1].split("|")), _RULE.sub("", text))
    return unescaped("\n".join(line for line in (line.strip() for line in text.split("\n")) if line))


def _language(text: str, facts: Facts) -> str | None:
    """What the page states where its letters do not tell: many pages copy what they state from others."""
    return language_of(facts.language) if facts.language and not detect_language(text) else None
