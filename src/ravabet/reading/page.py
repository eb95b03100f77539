"""What a web page says of itself: title, author, source, language and day, each only where it says it plainly."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ravabet.reading.dates import YEARS, day_in, line_day
from ravabet.reading.documents import host_of
from ravabet.reading.markup import text_of
from ravabet.reading.tables import page_words

NAME = 120
"""Longest name of an author or a source, in characters."""

_ADDRESS_DAY = re.compile(r"(?<!\d)(\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SITE = re.compile(r"\s*[|–—:«»·•-]\s*([^|–—:«»·•]+)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a page; ``dated_by`` is ``metadata`` or ``page``."""

    title: str | None = None
    author: str | None = None
    source: str | None = None
    language: str | None = None
    published: datetime.date | None = None
    dated_by: str = "metadata"


def facts_of(tree: Any, page: str, address: str | None) -> Facts:  # noqa: ANN401  lxml has no types
    """The facts of a page, of which ``tree`` is the parsed ``page`` and ``address`` its web address where known."""
    metas, articles = _metas(tree), list(_articles(tree))
    address = address or _address(tree, metas, page)
    stated = _stated_day(metas, articles)
    source = _named("source", metas, articles) or host_of(address) or _site_in_window(tree)
    return Facts(
        title=_title(tree, _first("title", metas, articles), source),
        author=_author(tree, metas, articles),
        source=source,
        language=_language(tree, metas, articles),
        published=stated or _shown_day(tree) or _address_day(address),
        dated_by="metadata" if stated else "page",
    )


def _metas(tree: Any) -> dict[str, str]:  # noqa: ANN401
    """The meta elements by their names in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        value = _SPACES.sub(" ", element.get("content") or "").strip()
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _articles(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """The JSON-LD objects that describe an article, with their keys in small letters."""
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() == "application/ld+json" and element.text:
            try:
                value = json.loads(element.text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from (found for found in _objects(value) if _is_article(found))


def _objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    values = value if isinstance(value, list) else [value]
    for one in values:
        if isinstance(one, dict):
            lowered = {str(key).lower(): item for key, item in one.items()}
            yield lowered
            yield from _objects(lowered.get("@graph", []))


def _is_article(found: dict[str, Any]) -> bool:
    kinds = found.get("@type")
    return any(str(kind).lower() in page_words()["article"] for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _said(field: str, metas: dict[str, str], articles: list[dict[str, Any]]) -> Iterator[str]:
    """What the page says of a field, in the order in which it is believed."""
    words = page_words()[field]
    for article in articles:
        for path in words["json"]:
            yield from _at(article, path.split("."))
    yield from (metas[name] for name in words["meta"] if name in metas)


def _at(value: Any, path: list[str]) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, list):
        for one in value[:1]:
            yield from _at(one, path)
    elif path and isinstance(value, dict):
        lowered = {str(key).lower(): item for key, item in value.items()}
        yield from _at(lowered.get(path[0]), path[1:])
    elif not path and isinstance(value, str) and value.strip():
        yield _SPACES.sub(" ", value).strip()


def _first(field: str, metas: dict[str, str], articles: list[dict[str, Any]]) -> str | None:
    return next(_said(field, metas, articles), None)


def _named(field: str, metas: dict[str, str], articles: list[dict[str, Any]]) -> str | None:
    """A name: short, no address, and not only figures."""
    said = _said(field, metas, articles)
    return next((name for name in said if _is_name(name)), None)


def _is_name(name: str) -> bool:
    return len(name) <= NAME and "://" not in name and not name.startswith("@") and any(char.isalpha() for char in name)


def person(name: str | None) -> str | None:
    """The name of an author, None where it is one that programs put in for nobody."""
    found = " ".join((name or "").split())
    return found if _is_name(found) and found.casefold() not in page_words()["nobody"] else None


def _title(tree: Any, stated: str | None, source: str | None) -> str | None:  # noqa: ANN401
    """The stated title, else the only main heading, else what the window shows; without the site's name."""
    headings = [text for text in (_line_of(element) for element in tree.iter("h1")) if text]
    found = stated or (headings[0] if len(headings) == 1 else None) or _window(tree)
    if not found:
        return None
    whole = next((text for text in headings if found.startswith(text) and len(text) > len(found) / 3), None)
    return whole or _without_site(found, source)


def _site_in_window(tree: Any) -> str | None:  # noqa: ANN401
    """What the title of the window adds to the only main heading, if it is one name: the site's."""
    headings = [_line_of(element) for element in tree.iter("h1")]
    window = _window(tree) or ""
    if len(headings) != 1 or not headings[0] or not window.startswith(headings[0]):
        return None
    rest = _SITE.fullmatch(window[len(headings[0]) :])
    return rest[1] if rest and _is_name(rest[1]) else None


def _window(tree: Any) -> str | None:  # noqa: ANN401
    return next((_SPACES.sub(" ", element.text).strip() for element in tree.iter("title") if element.text), None)


def _without_site(title: str, source: str | None) -> str:
    if source and title.endswith(source) and (cut := title[: -len(source)].rstrip()) and cut[-1] in "|-–—:«»·•":
        return cut[:-1].rstrip()
    return title


def _author(tree: Any, metas: dict[str, str], articles: list[dict[str, Any]]) -> str | None:  # noqa: ANN401
    stated = person(_named("author", metas, articles))
    if stated:
        return stated
    shown = {_line_of(element) for element in tree.xpath('//*[@rel="author" or @itemprop="author"]')} - {""}
    return person(shown.pop()) if len(shown) == 1 else None


def _language(tree: Any, metas: dict[str, str], articles: list[dict[str, Any]]) -> str | None:  # noqa: ANN401
    return _first("language", metas, articles) or tree.getroottree().getroot().get("lang")


def _stated_day(metas: dict[str, str], articles: list[dict[str, Any]]) -> datetime.date | None:
    return next((day for value in _said("published", metas, articles) if (day := day_in(value))), None)


def _shown_day(tree: Any) -> datetime.date | None:  # noqa: ANN401
    """The day of the first element that is marked as time, or named as one and holds no more than a date."""
    for element in tree.iter("time"):
        day = day_in(element.get("datetime") or "") or line_day(_line_of(element))
        if day:
            return day
    for element in tree.xpath("//body//*[@class or @id or @itemprop]"):
        if _names(element) & set(page_words()["day_names"]) and (day := line_day(_line_of(element))):
            return day
    return None


def _names(element: Any) -> set[str]:  # noqa: ANN401
    said = " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))
    return {part.lower() for part in _NAME_PARTS.findall(said)} | set(said.lower().split())


def _line_of(element: Any) -> str:  # noqa: ANN401
    return " ".join(text_of(element).split()) if isinstance(element.tag, str) else ""


def _address(tree: Any, metas: dict[str, str], page: str) -> str | None:  # noqa: ANN401
    links = tree.xpath('//link[@rel="canonical"]/@href')
    saved = _SAVED_FROM.search(page[:2048])
    found = (links[0] if links else None) or metas.get("og:url") or (saved[1] if saved else None)
    return str(found) if found else None


def _address_day(address: str | None) -> datetime.date | None:
    found = _ADDRESS_DAY.search(address or "")
    day = day_in(found.group().replace("/", "-").replace("_", "-")) if found else None
    return day if day and day.year in YEARS else None
