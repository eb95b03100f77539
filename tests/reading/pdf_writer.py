"""A PDF file out of words and places, for tests: every glyph is half as wide as high, and none is embedded."""

import zlib

WIDTH = 0.5
_CMAP = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
_CMAP += "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
_RANGES = [f"<{row:02x}00> <{row:02x}ff> <{row:02x}00>\n" for row in (0x00, 0x04, 0x06, 0x20, 0xE0, 0xFE)]
_MAP = (_CMAP + f"{len(_RANGES)} beginbfrange\n" + "".join(_RANGES) + "endbfrange\nendcmap end end").encode()


def shown(x, y, seen, size=12):
    """A stretch as it is seen from the left, beginning at ``x``."""
    codes = "".join(f"{ord(char):04x}" for char in seen)
    return f"BT /F1 {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{codes}> Tj ET"


def rtl(right, y, read, size=12):
    """A stretch of right-to-left text without numbers, given as it is read, ending at ``right``."""
    return shown(right - WIDTH * size * len(read), y, read[::-1], size)


def ltr(left, y, read, size=12):
    return shown(left, y, read, size)


def pdf(*pages, info="", extra=()):
    """A file of pages, each a list of stretches."""
    tree = 4 + 2 * len(pages)
    objects = [
        stream(_MAP),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>"
        b"/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/F/Flags 4/FontBBox[0 -200 500 800]/ItalicAngle 0"
        b"/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[2 0 R]/ToUnicode 1 0 R>>",
    ]
    for page in pages:
        objects.append(stream("\n".join(page).encode()))
        made = f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>"
        objects.append(f"{made}{' '.join(extra)}>>/Contents {len(objects)} 0 R>>".encode())
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode())
    objects.append(f"<<{info}>>".encode())
    objects.append(f"<</Type/Catalog/Pages {tree} 0 R>>".encode())
    return assembled(objects)


def stream(data):
    packed = zlib.compress(data)
    return f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode() + packed + b"\nendstream"


def assembled(objects):
    out, starts = bytearray(b"%PDF-1.5\n"), []
    for number, data in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    count = len(objects)
    tail = f"trailer<</Size {count + 1}/Root {count} 0 R/Info {count - 1} 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return bytes(out) + f"xref\n0 {count + 1}\n0000000000 65535 f \n{table}{tail}".encode()
