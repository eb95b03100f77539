"""The readers of PDF files that are compared, each a function of a path; one whose package is missing is left out."""
# ruff: noqa: PLC0415 - what an optional package is needed for is imported there

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from ravabet.reading.pdf import read_pdf

Reader = Callable[[Path], str]


def ravabet(path: Path) -> str:
    """Ravabet."""
    return read_pdf(path.read_bytes()).text


def pdfium(path: Path) -> str:
    """pypdfium2, pages as they come."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def pymupdf(path: Path) -> str:
    """PyMuPDF."""
    import pymupdf as reader

    with reader.open(path) as pdf:
        return "\n".join(page.get_text("text") for page in pdf)


def pypdf(path: Path) -> str:
    """pypdf."""
    import pypdf as reader

    return "\n".join(page.extract_text() for page in reader.PdfReader(path).pages)


def pdfminer(path: Path) -> str:
    """pdfminer.six."""
    from pdfminer.high_level import extract_text

    return str(extract_text(path))


def pdfplumber(path: Path) -> str:
    """pdfplumber as it is."""
    import pdfplumber as reader

    with reader.open(path) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


def pdfplumber_rtl(path: Path) -> str:
    """pdfplumber told that the text runs from right to left."""
    import pdfplumber as reader

    with reader.open(path) as pdf:
        return "\n".join(page.extract_text(char_dir_render="rtl") or "" for page in pdf.pages)


def pdftotext(path: Path) -> str:
    """poppler's pdftotext."""
    done = subprocess.run(["pdftotext", "-nopgbrk", path, "-"], capture_output=True, timeout=120, check=True)
    return done.stdout.decode("utf-8", "replace")


READERS: dict[str, tuple[Reader, str]] = {
    "Ravabet": (ravabet, "ravabet"),
    "pypdfium2": (pdfium, "pypdfium2"),
    "pdftotext": (pdftotext, ""),
    "pdfplumber, rtl": (pdfplumber_rtl, "pdfplumber"),
    "PyMuPDF": (pymupdf, "pymupdf"),
    "pypdf": (pypdf, "pypdf"),
    "pdfplumber": (pdfplumber, "pdfplumber"),
    "pdfminer.six": (pdfminer, "pdfminer"),
}
"""Name, function, and the package it needs (none: a program)."""


def available() -> tuple[dict[str, Reader], list[str]]:
    """The readers that are installed, and the names of those that are not."""
    from importlib.util import find_spec

    there = {name: find_spec(package) if package else shutil.which(name) for name, (_, package) in READERS.items()}
    return {n: READERS[n][0] for n, found in there.items() if found}, [n for n, found in there.items() if not found]
