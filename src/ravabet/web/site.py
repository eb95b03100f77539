"""The site: its project file, its templates, the rooms that add pages to it, and one visit to it."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qs, urlencode, urlsplit

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from ravabet import __version__
from ravabet.lexicon import LANGUAGES, name
from ravabet.model import RavabetError
from ravabet.web import markup
from ravabet.web.catalogue import catalogue
from ravabet.web.page import TWINS, Page, Place
from ravabet.web.reader import Reader, Words, words

if TYPE_CHECKING:
    from ravabet.explaining import Answer
    from ravabet.store import Project

T = TypeVar("T")
STATIC = Path(str(files("ravabet.web") / "static"))
TEMPLATES = Path(str(files("ravabet.web") / "templates"))
CARRIED = ("lang", "digits", "calendar")
"""What of an address goes along to every other page."""
KEYS = (
    ("?", "keys.help"),
    ("/", "keys.search"),
    ("j", "keys.next"),
    ("k", "keys.previous"),
    ("o", "keys.open"),
    ("e", "keys.evidence"),
    ("← →", "keys.turn"),
    ("c", "keys.cite"),
    ("h", "keys.home"),
)
"""The keys of every page, with the catalogue keys that say what they do."""
Value = str | int | float | bool | Sequence[str] | None


@dataclass
class Site:
    """One project file as a site; ``rooms`` are the modules that add to it (see ``web.rooms``)."""

    path: Path
    rooms: tuple[ModuleType, ...]
    _cache: dict[Hashable, tuple[object, Any]] = field(default_factory=dict)
    _project: Any = None

    @property
    def project(self) -> Project:
        """The project file, opened when first asked for; it reopens by itself when it was replaced."""
        if self._project is None:
            from ravabet.store import Project  # noqa: PLC0415  DuckDB is loaded with the first page

            self._project = Project.open(self.path)
        return self._project  # type: ignore[no-any-return]

    @property
    def dataset(self) -> str:
        """The id of the data, a dash where the file cannot be read."""
        try:
            return str(self.project.dataset)
        except RavabetError:
            return "–"

    @property
    def state(self) -> tuple[int, int, int]:
        """What changes when the project file is replaced."""
        return self.project.stamp

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gave for ``key`` since the project file was last replaced."""
        state = self.state
        held = self._cache.get(key)
        if held is None or held[0] != state:
            if len(self._cache) > MOST_KEPT:
                self._cache.clear()
            held = (state, make())
            self._cache[key] = held
        return held[1]

    def why(self, a: str, b: str, since: datetime.date | None, until: datetime.date | None) -> Answer:
        """Why relations between two changed in a period, kept until the project file is replaced."""
        return self.kept(("why", a, b, since, until), lambda: self.project.why(a, b, since=since, until=until))

    def all_of(self, attribute: str) -> list[Any]:
        """What the rooms hold under a name such as ``SCRIPTS`` or ``KEYS``, one after the other."""
        return [item for room in self.rooms for item in getattr(room, attribute, ())]

    def visit(self, request: Request, place: Place, form: str = "") -> Visit:
        """A request as a visit; ``form``: the twin that is asked for, empty for the page itself."""
        return Visit(self, request, place, form)

    def render(self, visit: Visit, page: Page) -> Response:
        """The page as HTML."""
        template = templates().get_template(page.template)
        context = {"site": self, "v": visit, "t": visit.t, "url": visit.url, "here": visit.here, "page": page}
        return HTMLResponse(template.render(**context, **page.context), page.status)


MOST_KEPT = 200
"""Results that are kept for one state of the project file."""


class Visit:
    """One request: who reads, in which words, and how to link on from here."""

    def __init__(self, site: Site, request: Request, place: Place, form: str = "") -> None:
        self.site, self.request, self.place, self.form = site, request, place, form
        self.query = request.query_params
        self.reader = Reader.of(self.query, request.headers.get("accept-language", ""))
        self.words: Words = words(self.reader)
        self.language = self.reader.language
        self.direction = self.words.direction
        self.languages = LANGUAGES

    @property
    def project(self) -> Project:
        """The project file."""
        return self.site.project

    @property
    def path(self) -> str:
        """The path of this page without the ending of a twin."""
        path = self.request.url.path
        path = path.removesuffix(f".{self.form}") if self.form else path
        return "/" if path == "/index" else path

    def asked(self, key: str) -> str | None:
        """A field of the address, None where it is empty or not there."""
        return (self.query.get(key) or "").strip() or None

    def t(self, key: str, **slots: object) -> Markup:
        """What the site says under ``key``."""
        return markup.text(self.words.ui(key, **slots))

    def in_language(self, language: str, key: str) -> str:
        """What the site says under ``key`` in another of its languages."""
        return str(catalogue(language)[key])

    def url(self, path: str, anchor: str = "", **fields: Value) -> str:
        """The address of a page of the site, with the reader's own settings; ``path`` may hold fields of its own."""
        kept = {key: value for key in CARRIED if (value := self.query.get(key))}
        parts = urlsplit(path)
        return _address(parts.path, {**parse_qs(parts.query), **fields, **kept}, anchor or parts.fragment)

    def language_name(self, language: str) -> Markup:
        """What a language of texts is called."""
        known = self.words.known(f"languages.{language}")
        return self.t(f"languages.{language}") if known else markup.bdi(language)

    def value(self, key: str, value: str) -> str:
        """A detail of an event, as its page says it."""
        if key == "date":
            return self.words.date(value or None)
        if key == "status":
            return self.words.say("status", value)
        return self.words.name(value) if key == "speaker" else self.words.digits(value)

    def damage(self, kind: str) -> str:
        """What a kind of damage is called."""
        key = f"damage.{kind.replace(' ', '_')}"
        return self.words.ui(key) if self.words.known(key) else kind

    def here(self, form: str = "", anchor: str = "", path: str = "", **changes: Value) -> str:
        """The address of this page with some fields changed (None takes one away); ``form``: its twin.

        ``path``: another page for the same question.
        """
        fields: dict[str, Value] = {key: self.query.getlist(key) for key in self.query}
        path = path or ("/index" if form and self.path == "/" else self.path)
        return _address(f"{path}.{form}" if form else path, {**fields, **changes}, anchor)

    def name(self, code: str) -> Markup:
        """What a state or body is called, isolated."""
        return markup.bdi(name(code, self.language))

    @property
    def twins(self) -> Mapping[str, str]:
        """The other forms of this page, with their media types."""
        return {} if self.place.name == "problem" else TWINS

    @property
    def menu(self) -> list[Place]:
        """The pages that the menu names."""
        return [place for place in self.site.all_of("PLACES") if place.menu]

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Each key with the catalogue key that says what it does."""
        return [*KEYS, *self.site.all_of("KEYS")]

    def hidden(self, less: Sequence[str] = (), *, whole: bool = False) -> Markup:
        """Hidden fields that take the reader's settings along with a form, with ``whole`` all of this address."""
        fields = [
            (key, value)
            for key in self.query
            if key not in less and (whole or key in CARRIED)
            for value in self.query.getlist(key)
        ]
        one = Markup('<input type="hidden" name="{}" value="{}">')
        return Markup().join(one.format(key, value) for key, value in fields)

    def provenance(self) -> Markup:
        """Which data and which program this page comes from."""
        return self.t("site.provenance", version=__version__, dataset=markup.isolated(self.site.dataset))

    def static(self, file: str) -> str:
        """The address of a file of the site itself, which changes with its content."""
        return f"/static/{file}?v={_fingerprint(file)}"


def _address(path: str, fields: Mapping[str, Value], anchor: str) -> str:
    pairs = [(key.rstrip("_"), one) for key, value in fields.items() for one in _values(value)]
    asked = f"?{urlencode(pairs)}" if pairs else ""
    return f"{path}{asked}#{anchor}" if anchor else f"{path}{asked}"


def _values(value: Value) -> list[str]:
    """The values of a field as they stand in an address; none for what is empty or off."""
    if value is None or value is False:
        return []
    if value is True:
        return ["1"]
    several = [value] if isinstance(value, str | int | float) else value
    return [str(one) for one in several if str(one)]


@cache
def _fingerprint(file: str) -> str:
    return hashlib.sha256((STATIC / file).read_bytes()).hexdigest()[:10]


@cache
def templates() -> jinja2.Environment:
    """The templates of the site."""
    return environment(jinja2.FileSystemLoader(TEMPLATES))


def environment(loader: jinja2.BaseLoader) -> jinja2.Environment:
    """Templates with our filters; everything in them is escaped, and a name that is not there is a fault."""
    made = jinja2.Environment(
        loader=loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        text=markup.text, bdi=markup.bdi, bare=markup.bare, block=markup.block, collapsed=markup.collapsed
    )
    made.globals.update(quoted=markup.quoted, marked=markup.marked)
    return made
