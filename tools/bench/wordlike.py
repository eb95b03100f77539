"""A PDF as word processors lay it out: one show operator a run, cut at numbers, stops, brackets, half-spaces and edits.

Runs are written as they are read (``logical``) or from the left of the page to the right (``screen``). Glyphs within
a run stand as on the screen; half-spaces leave only a run's edge; brackets are mapped to the shape that is seen.
"""

from __future__ import annotations

import itertools
import random
import re
import zlib
from pathlib import Path

from tools.pdf_font import SIZE, Font

MARGIN, WIDTH, TOP, FOOT, LEADING = 70, 595 - 140, 780, 70, 24  # points; A4
EDITS = 0.03  # chance that a word edge is also a run edge; an eighth of it inside a word
ZWNJ = "\u200c"
_NUMBER = r"[0-9۰-۹٠-٩]+(?:[.,٫٬/:-][0-9۰-۹٠-٩]+)*"
_LATIN = r"[A-Za-z][A-Za-z0-9.\-]*(?: [A-Za-z][A-Za-z0-9.\-]*)*"
_RUN = re.compile(rf"{_NUMBER}|{_LATIN}|[.!?%:()«»\[\]\"-]|{ZWNJ}|[^0-9۰-۹٠-٩A-Za-z.!?%:()«»\[\]\"{ZWNJ}-]+")
_FORWARD = re.compile(rf"{_NUMBER}|{_LATIN}|[\u0400-\u04ff]")
_CMAP = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
_CMAP += "1 begincodespacerange <0000> <ffff> endcodespacerange\n"


def wordlike(paragraphs: list[str], font_file: Path, out: Path, *, screen: bool, backward: bool) -> None:
    """Writes the PDF of a text."""
    font, chance = Font(font_file), random.Random(out.name)
    pages: list[list[str]] = [[]]
    y = TOP
    for paragraph in paragraphs:
        lines = _lines(paragraph, font, backward)
        for number, line in enumerate(lines, 1):
            shows = _shows(line, y, number < len(lines), font, chance, backward)
            pages[-1] += shows[::-1] if screen and backward else shows
            y -= LEADING
            if y < FOOT:
                pages.append([])
                y = TOP
        y -= 8
    out.write_bytes(_file([page for page in pages if page], font))


def _lines(paragraph: str, font: Font, backward: bool) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in paragraph.split(" "):
        if current and font.measure(f"{current} {word}", backward) > WIDTH:
            lines.append(current + " ")
            current = word
        else:
            current = f"{current} {word}".strip()
    return [*lines, current + " "]


def _runs(line: str, chance: random.Random) -> list[tuple[int, str]]:
    """The runs of a line, each with its place."""
    runs = []
    for match in _RUN.finditer(line):
        text, at, cuts = match.group(), match.start(), [0, len(match.group())]
        if not _FORWARD.match(text) and len(text) > 3:
            cuts += [k for k in range(1, len(text)) if chance.random() < (EDITS if text[k - 1] == " " else EDITS / 8)]
        runs += [(at + i, text[i:j]) for i, j in itertools.pairwise(sorted(set(cuts)))]
    return [(at, text) for at, text in runs if text != ZWNJ]


def _shows(line: str, y: float, justify: bool, font: Font, chance: random.Random, backward: bool) -> list[str]:
    """One show operator a run, laid from the margin where reading begins."""
    inner = line.strip()
    gap = (WIDTH - font.measure(inner, backward)) / inner.count(" ") if justify and " " in inner else 0.0
    x, shows = (595.0 - MARGIN) if backward else float(MARGIN), []
    for at, text in _runs(line, chance):
        glyphs = font.shape(line, at, len(text), backward and not _FORWARD.match(text))
        width = sum(width + (gap if glyph == font.space else 0) for glyph, width in glyphs)
        x -= width if backward else 0
        stretch = f"{-gap * 1000 / SIZE:.2f}"
        drawn = "".join(f"<{glyph:04x}>" + (stretch if glyph == font.space else "") for glyph, _ in glyphs)
        shows.append(f"BT /F1 {SIZE} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm [{drawn}] TJ ET")
        x += 0 if backward else width
    return shows


def _stream(data: bytes, extra: str = "") -> bytes:
    packed = zlib.compress(data)
    return f"<</Length {len(packed)}/Filter/FlateDecode{extra}>>stream\n".encode() + packed + b"\nendstream"


def _to_unicode(font: Font) -> bytes:
    rows = [f"<{g:04x}> <{t.encode('utf-16-be').hex()}>\n" for g, t in sorted(font.text_of.items()) if t]
    parts = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    return (
        _CMAP + "".join(f"{len(p)} beginbfchar\n{''.join(p)}endbfchar\n" for p in parts) + "endcmap end end"
    ).encode()


def _file(pages: list[list[str]], font: Font) -> bytes:
    widths = " ".join(f"{glyph}[{width:.1f}]" for glyph, width in sorted(font.width_of.items()))
    tree = 6 + 2 * len(pages)
    objects = [
        _stream(_to_unicode(font)),
        _stream(font.data, f"/Length1 {len(font.data)}"),
        b"<</Type/FontDescriptor/FontName/F/Flags 4/FontBBox[-500 -500 1500 1500]/ItalicAngle 0/Ascent 1000"
        b"/Descent -400/CapHeight 700/StemV 80/FontFile2 2 0 R>>",
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        f"/Supplement 0>>/FontDescriptor 3 0 R/CIDToGIDMap/Identity/W[{widths}]>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 1 0 R>>",
    ]
    for page in pages:
        objects.append(_stream("\n".join(page).encode()))
        objects.append(
            f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"
            f"/Contents {len(objects)} 0 R>>".encode()
        )
    kids = " ".join(f"{7 + 2 * i} 0 R" for i in range(len(pages)))
    objects += [
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        f"<</Type/Catalog/Pages {tree} 0 R>>".encode(),
    ]
    return _assembled(objects)


def _assembled(objects: list[bytes]) -> bytes:
    out, starts = bytearray(b"%PDF-1.5\n"), []
    for number, data in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{start:010} 00000 n \n".encode() for start in starts)
    out += f"trailer<</Size {len(objects) + 1}/Root {len(objects)} 0 R>>\nstartxref\n{table}\n%%EOF".encode()
    return bytes(out)
