"""Damage the clean text of a demo article as a real PDF reader does, and keep what came out.

    python -m tools.make_demo_pdf tools/demo/fa-railway.txt src/ravabet/demo/articles/fa-railway.txt

The text (one paragraph a line) is laid out as word processors do: shaped, justified, cut into runs at numbers, stops,
brackets, half-spaces and a few edits, one show operator a run, operators in the order they stand on the screen. Then
pypdf reads the page. Nothing is scrambled by hand. Needs ``pip install '.[pdf]'`` and a font with Persian letters.
"""

from __future__ import annotations

import argparse
import io
import itertools
import random
import re
import subprocess
import zlib
from pathlib import Path

import pypdf
from tools.pdf_font import SIZE, Font

MARGIN, WIDTH, TOP, LEADING = 70, 595 - 140, 780, 24  # points; A4
ZWNJ = "\u200c"
EDITS = 0.03  # chance that a word edge is also a run edge; an eighth of it inside a word
NUMBER = r"[0-9۰-۹٠-٩]+(?:[.,٫٬/:-][0-9۰-۹٠-٩]+)*"
LATIN = r"[A-Za-z][A-Za-z0-9.\-]*(?: [A-Za-z][A-Za-z0-9.\-]*)*"
RUN = re.compile(rf"{NUMBER}|{LATIN}|[.!?%:()«»\[\]\"-]|{ZWNJ}|[^0-9۰-۹٠-٩A-Za-z.!?%:()«»\[\]\"{ZWNJ}-]+")
LEFT_TO_RIGHT = re.compile(rf"{NUMBER}|{LATIN}")


def runs_of(line: str, chance: random.Random) -> list[tuple[int, str]]:
    """The runs a word processor would write, each with its place in the line."""
    runs = []
    for match in RUN.finditer(line):
        text, at = match.group(), match.start()
        cuts = [0, len(text)]
        if not LEFT_TO_RIGHT.match(text) and len(text) > 3:
            cuts += [k for k in range(1, len(text)) if chance.random() < (EDITS if text[k - 1] == " " else EDITS / 8)]
        cuts = sorted(set(cuts))
        runs += [(at + i, text[i:j]) for i, j in itertools.pairwise(cuts)]
    return [(at, text) for at, text in runs if text != ZWNJ]


def lines_of(paragraph: str, font: Font) -> list[str]:
    """The paragraph broken into lines of the page's width, each with its closing space."""
    lines: list[str] = []
    current = ""
    for word in paragraph.split(" "):
        if current and font.measure(f"{current} {word}", True) > WIDTH:
            lines.append(current + " ")
            current = word
        else:
            current = f"{current} {word}".strip()
    return [*lines, current + " "]


def draw_line(line: str, y: float, justify: bool, font: Font, chance: random.Random) -> list[str]:
    """One show operator a run, laid from the right margin and written from the left one."""
    inner = line.strip()
    gap = (WIDTH - font.measure(inner, True)) / inner.count(" ") if justify and " " in inner else 0.0
    x, shows = 595.0 - MARGIN, []
    for at, text in runs_of(line, chance):
        glyphs = font.shape(line, at, len(text), not LEFT_TO_RIGHT.match(text))
        x -= sum(width + (gap if glyph == font.space else 0) for glyph, width in glyphs)
        stretch = f"{-gap * 1000 / SIZE:.2f}"
        drawn = "".join(f"<{glyph:04x}>" + (stretch if glyph == font.space else "") for glyph, _ in glyphs)
        shows.append(f"BT /F1 {SIZE} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm [{drawn}] TJ ET")
    return shows[::-1]


def draw(paragraphs: list[str], font: Font, chance: random.Random) -> list[list[str]]:
    """The content of each page, operator by operator."""
    pages: list[list[str]] = [[]]
    y = TOP
    for paragraph in paragraphs:
        lines = lines_of(paragraph, font)
        for number, line in enumerate(lines, 1):
            if y < MARGIN:
                pages.append([])
                y = TOP
            pages[-1] += draw_line(line, y, number < len(lines), font, chance)
            y -= LEADING
        y -= 8
    return pages


def stream(data: bytes, extra: str = "") -> bytes:
    """A compressed PDF stream object."""
    packed = zlib.compress(data)
    return f"<</Length {len(packed)}/Filter/FlateDecode{extra}>>stream\n".encode() + packed + b"\nendstream"


def to_unicode(font: Font) -> bytes:
    """The map from glyphs back to letters that word processors put into a PDF (ISO 32000-1, 9.10.3)."""
    rows = [f"<{g:04x}> <{text.encode('utf-16-be').hex()}>" for g, text in sorted(font.text_of.items()) if text]
    blocks = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    body = "".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar\n" for b in blocks)
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
    return f"{head}1 begincodespacerange <0000> <ffff> endcodespacerange\n{body}endcmap end end".encode()


def font_objects(font: Font) -> list[bytes]:
    """Objects 1 to 5: the map, the font file, its descriptor, the glyph font and the font the pages name."""
    widths = " ".join(f"{g}[{w:.1f}]" for g, w in sorted(font.width_of.items()))
    descriptor = (
        "<</Type/FontDescriptor/FontName/F/Flags 4/FontBBox[-500 -500 1500 1500]/ItalicAngle 0/Ascent 1000"
        "/Descent -400/CapHeight 700/StemV 80/FontFile2 2 0 R>>"
    )
    glyphs = (
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor 3 0 R/CIDToGIDMap/Identity/W[{widths}]>>"
    )
    named = "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 1 0 R>>"
    program = stream(font.data, f"/Length1 {len(font.data)}")
    return [stream(to_unicode(font)), program, descriptor.encode(), glyphs.encode(), named.encode()]


def pdf_of(paragraphs: list[str], font: Font, chance: random.Random) -> bytes:
    """A whole PDF file holding the paragraphs."""
    pages = draw(paragraphs, font, chance)
    objects = font_objects(font)
    tree = len(objects) + 2 * len(pages) + 1
    kids = []
    for shows in pages:
        objects.append(stream("\n".join(shows).encode()))
        resources = f"/Resources<</Font<</F1 5 0 R>>>>/Contents {len(objects)} 0 R"
        objects.append(f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 595 842]{resources}>>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects.append(f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode())
    objects.append(f"<</Type/Catalog/Pages {tree} 0 R>>".encode())
    return file_of(objects)


def file_of(objects: list[bytes]) -> bytes:
    """The objects numbered, with their cross-reference table; the last one is the root."""
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"trailer<</Size {len(objects) + 1}/Root {len(objects)} 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return bytes(out) + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{tail}".encode()


def read_pdf(data: bytes) -> str:
    """What pypdf, with its default settings, takes the pages to say."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages) + "\n"


def damage(text: str, font_path: Path) -> str:
    """The text as it comes back from a PDF; the same text and font always give the same damage."""
    paragraphs = [line for line in text.splitlines() if line.strip()]
    return read_pdf(pdf_of(paragraphs, Font(font_path), random.Random(paragraphs[0])))


def main() -> None:
    """Read the clean text, write the damaged one."""
    parser = argparse.ArgumentParser(description="Damage a clean text as a PDF reader does.")
    parser.add_argument("clean", type=Path)
    parser.add_argument("damaged", type=Path)
    parser.add_argument("--font", default="DejaVu Sans", help="family name, found by fontconfig")
    options = parser.parse_args()
    found = subprocess.run(["fc-match", "-f", "%{file}", options.font], capture_output=True, text=True, check=True)
    options.damaged.write_text(damage(options.clean.read_text("utf-8"), Path(found.stdout)), "utf-8")


if __name__ == "__main__":
    main()
