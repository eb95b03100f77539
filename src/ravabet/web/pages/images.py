"""Pages of PDF files as pictures, with the place of a quote on them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ravabet.model import Box, Document, Span
from ravabet.web.site import Site, Visit

SCALE = 1.6
"""Pixels a point: sharp enough to read, some 100 kB a page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with the boxes of a quote on it; ``address``: of its picture, empty where the file is gone."""

    number: int
    width: float
    height: float
    boxes: tuple[Box, ...]
    address: str


def sheets(visit: Visit, doc: str, document: Document, span: Span) -> list[Sheet]:
    """The pages that a stretch of a document's text stands on; none for a document without pages."""
    if document.layout is None:
        return []
    boxes = [box for part in arrived(document, span) for box in document.layout.of(part)]
    there = file_of(visit.site, doc) is not None
    found = []
    for number in sorted({box.page for box in boxes}):
        width, height = document.layout.sizes[number - 1]
        address = visit.url(f"/document/{doc}/page/{number}.png") if there else ""
        found.append(Sheet(number, width, height, tuple(box for box in boxes if box.page == number), address))
    return found


def arrived(document: Document, span: Span) -> Sequence[Span]:
    """A stretch of the text in the text as it arrived: in one piece, or where it was put in order, in several."""
    if document.repair is None or not document.repair.offsets:
        return [span]
    places = sorted({place for place in document.repair.offsets[span.start : span.end] if place >= 0})
    pieces: list[Span] = []
    for place in places:
        if pieces and pieces[-1].end == place:
            pieces[-1] = Span(pieces[-1].start, place + 1)
        else:
            pieces.append(Span(place, place + 1))
    return pieces


def file_of(site: Site, doc: str) -> Path | None:
    """The PDF file that a document was read from, if it is still there and still the same."""
    found = site.project.query("SELECT path, file_hash FROM document WHERE doc = ?", doc)
    if not found or not found[0][0]:
        return None
    path = Path(found[0][0])
    if path.suffix.lower() != ".pdf" or not path.is_file():
        return None
    known = found[0][1]
    return path if known is None or _hash(path, path.stat().st_mtime_ns) == known else None


@lru_cache(maxsize=64)
def _hash(path: Path, changed: int) -> str:
    del changed
    return hashlib.sha256(path.read_bytes()).hexdigest()


@lru_cache(maxsize=32)
def _drawn(path: Path, changed: int, number: int) -> bytes:
    """One page as PNG."""
    del changed
    import pypdfium2  # noqa: PLC0415  only where a page is drawn

    with pypdfium2.PdfDocument(path) as pdf:
        if not 0 < number <= len(pdf):
            raise HTTPException(404)
        out = io.BytesIO()
        pdf[number - 1].render(scale=SCALE).to_pil().save(out, "PNG", optimize=True)
        return out.getvalue()


def _routes(site: Site) -> list[Route]:
    def picture(request: Request) -> Response:
        path = file_of(site, request.path_params["doc"])
        if path is None:
            raise HTTPException(404)
        drawn = _drawn(path, path.stat().st_mtime_ns, request.path_params["number"])
        return Response(drawn, media_type="image/png", headers={"cache-control": "private, max-age=3600"})

    return [Route("/document/{doc}/page/{number:int}.png", picture)]


ROUTES = (_routes,)
