"""A small sound file of every kind that Ravabet reads, made from texts of our own; for tests and for the fuzzer."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile

TITLE = "وزیر خارجه به بیشکک رفت"
LINES = (
    "وزیر خارجه روز گذشته برای گفت‌وگو با همتای خود وارد بیشکک شد و از او پذیرایی کردند.",
    "او گفت که دو کشور درباره آب رودخانه مرزی به توافق رسیده‌اند و آن را ماه آینده امضا می‌کنند.",
    "به گفته وی، این توافق نتیجه دو سال مذاکره میان کارشناسان هر دو طرف است.",
)
TEXT = "\n".join(LINES)
RUSSIAN = "Министр сообщил, что переговоры с соседями продолжатся на следующей неделе в столице."
ENGLISH = (
    "The minister arrived in the capital for talks with his counterpart.",
    "He said that the two countries had agreed on the water of the border river.",
    "The agreement is the result of two years of talks between experts of both sides.",
)
DAY = "2025-05-14"


def page(title: str = TITLE, lines: tuple[str, ...] = LINES, head: str = "") -> str:
    """A web page with a menu, an article and a foot."""
    text = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f'<!DOCTYPE html><html lang="fa"><head><title>{title} | خبرگزاری رود</title>{head}</head><body>'
        f'<nav><a href="/">خانه</a></nav><article><h1>{title}</h1>{text}</article>'
        "<footer>همه حقوق برای خبرگزاری رود محفوظ است</footer></body></html>"
    )


META = (
    '<meta charset="utf-8"><meta property="og:site_name" content="خبرگزاری رود">'
    '<meta name="author" content="مینا رودی">'
    f'<meta property="article:published_time" content="{DAY}T10:00:00+03:30">'
)


def bundle(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of parts by their names."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(parts: dict[str, bytes]) -> bytes:
    """A TAR archive of parts by their names."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in parts.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def docx() -> bytes:
    """A Word file with a heading, a tracked change and a table."""
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    texts = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in (TITLE, *LINES))
    change = (
        "<w:p><w:del><w:r><w:delText>پیشین</w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t>متن پذیرفته</w:t></w:r></w:ins></w:p>"
    )
    row = (
        "<w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in ("سال", "آب"))
        + "</w:tr>"
    )
    body = f"<w:body>{texts}{change}<w:tbl>{row}</w:tbl></w:body>"
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{TITLE}</dc:title><dc:creator>مینا رودی</dc:creator>"
        f"<dcterms:created>{DAY}T08:00:00Z</dcterms:created>"
        "</cp:coreProperties>"
    )
    return bundle(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{w}">{body}</w:document>',
            "docProps/core.xml": core,
        }
    )


def odt() -> bytes:
    """An OpenDocument text."""
    namespaces = 'xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:dc="d" xmlns:meta="m"'
    texts = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    body = f"<text:h>{TITLE}</text:h>{texts}<text:p>یک<text:s/>دو<text:tab/>سه <text:span>چهار</text:span> پنج</text:p>"
    facts = f"<dc:title>{TITLE}</dc:title><meta:creation-date>{DAY}T08:00:00</meta:creation-date>"
    return bundle(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document {namespaces}><office:body>{body}</office:body></office:document>",
            "meta.xml": f"<office:document-meta {namespaces}>{facts}</office:document-meta>",
        }
    )


def epub() -> bytes:
    """A book of two chapters and a cover."""
    package = (
        f'<package xmlns="p" xmlns:dc="d"><metadata><dc:title>کتاب رود</dc:title>'
        f"<dc:date>{DAY}</dc:date></metadata><manifest>"
        + "".join(
            f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in ("cover", "one", "two")
        )
        + '</manifest><spine><itemref idref="cover"/><itemref idref="one"/><itemref idref="two"/></spine></package>'
    )
    return bundle(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="in/book.opf"/></container>',
            "in/book.opf": package,
            "in/cover.xhtml": "<html><body><h1>کتاب رود</h1></body></html>",
            "in/one.xhtml": page(),
            "in/two.xhtml": page("فصل دو", LINES[::-1]),
        }
    )


def feed() -> bytes:
    """An RSS feed with two entries, one of them marked up."""
    items = "".join(
        f"<item><title>{title}</title><link>https://rud.example/{n}</link>"
        f"<pubDate>Wed, 14 May 2025 10:00:00 +0330</pubDate>"
        f"<description><![CDATA[<p>{text}</p><p>پایان&zwnj;خبر {n}</p>]]></description></item>"
        for n, (title, text) in enumerate([(TITLE, LINES[0]), ("خبر دوم", LINES[1])])
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>خبرگزاری رود</title>{items}</channel></rss>'.encode()
    )


def atom() -> bytes:
    """An Atom feed with one entry."""
    entry = f"<entry><title>{TITLE}</title><published>{DAY}T10:00:00Z</published><content>{TEXT}</content></entry>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>خبرگزاری رود</title>{entry}</feed>'.encode()


def letter() -> bytes:
    """A letter with a marked-up text and a text file attached to it."""
    return (
        "Message-ID: <1@rud.example>\r\nDate: Wed, 14 May 2025 10:00:00 +0330\r\n"
        "From: =?utf-8?B?2YXbjNmG2Kc=?= <m@rud.example>\r\nSubject: =?windows-1251?B?7e7i7vHy6A==?=\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"<p>{LINES[0]}</p><p>{LINES[1]}</p>\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n"
        'Content-Disposition: attachment; filename="note.txt"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        f"{LINES[2]}\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "iVBORw0KGgo=\r\n--b--\r\n"
    ).encode()


def mailbox() -> bytes:
    """A mailbox of two letters."""
    plain = b"Message-ID: <2@rud.example>\nSubject: two\nContent-Type: text/plain; charset=windows-1251\n\n"
    return (
        b"From m@rud.example Wed May 14 10:00:00 2025\n"
        + letter().replace(b"\r\n", b"\n")
        + b"\nFrom m@rud.example Wed May 14 11:00:00 2025\n"
        + plain
        + RUSSIAN.encode("windows-1251")
        + b"\n"
    )


def mhtml() -> bytes:
    """A page saved by a browser as one file."""
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.rud.example/2025/05/14/visit\r\n"
        "Date: Mon, 1 Dec 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page()}\r\n--b--\r\n"
    ).encode()


def warc() -> bytes:
    """A web archive with a page, a picture and a page that was not found."""
    return b"".join(
        _record(f"https://rud.example/{name}", f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + data)
        for name, status, media, data in [
            ("visit.html", "200 OK", "text/html; charset=utf-8", page(head=META).encode()),
            ("logo.png", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n"),
            ("gone.html", "404 Not Found", "text/html", b"<html><body>gone</body></html>"),
        ]
    )


def _record(address: str, data: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-12-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data + b"\r\n\r\n"


def rtf() -> bytes:
    """A text in RTF, with letters as numbers and as bytes of windows-1256."""
    unicode = "".join(f"\\u{ord(char)}?" if char > "\x7f" else char for char in LINES[0])
    old = "".join(f"\\'{byte:02x}" for byte in LINES[2].replace("ی", "ي").encode("windows-1256"))
    return f"{{\\rtf1\\ansi\\ansicpg1256{{\\info{{\\title River}}}}\\pard {unicode}\\par {old}\\par}}".encode()


def pdf() -> bytes:
    """A PDF of one page with three lines in a font that every reader has."""
    shown = b"BT /F 12 Tf 14 TL 72 720 Td " + b" ".join(f"({line}) Tj T*".encode() for line in ENGLISH) + b" ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def table() -> bytes:
    """A table with named columns in Persian."""
    rows = "".join(f'\n{DAY};"{line}";رود' for line in LINES)
    return f"تاریخ;متن;منبع{rows}\n".encode()


def lines() -> bytes:
    """JSON lines."""
    return "\n".join(json.dumps({"text": line, "published": DAY}, ensure_ascii=False) for line in LINES).encode()


SAMPLES: dict[str, bytes] = {
    "text.txt": f"{TITLE}\n{DAY}\n{TEXT}".encode(),
    "old.txt": RUSSIAN.encode("koi8-r"),
    "wide.txt": TEXT.encode("utf-16-le"),
    "page.html": page(head=META).encode(),
    "old.html": page(lines=tuple(line.replace("ی", "ي").replace("ک", "ك") for line in LINES)).encode(
        "cp1256", "xmlcharrefreplace"
    ),
    "page.mhtml": mhtml(),
    "news.rss": feed(),
    "news.atom": atom(),
    "news.jsonl": lines(),
    "news.json": json.dumps([json.loads(line) for line in lines().splitlines()], ensure_ascii=False, indent=1).encode(),
    "news.csv": table(),
    "news.tsv": table().replace(b";", b"\t"),
    "visit.pdf": pdf(),
    "visit.docx": docx(),
    "visit.odt": odt(),
    "visit.rtf": rtf(),
    "book.epub": epub(),
    "letter.eml": letter(),
    "letters.mbox": mailbox(),
    "web.warc": warc(),
    "pack.zip": bundle({"a/one.txt": TEXT, "two.html": page(), "photo.png": b"\x89PNG\r\n\x1a\n"}),
    "pack.tar": tarred({"a/one.txt": TEXT.encode(), "two.jsonl": lines()}),
    "pack.tar.gz": gzip.compress(tarred({"one.txt": TEXT.encode()}), mtime=0),
    "web.warc.gz": gzip.compress(warc(), mtime=0),
    "text.txt.gz": gzip.compress(TEXT.encode(), mtime=0),
    "text.txt.bz2": bz2.compress(TEXT.encode()),
    "text.txt.xz": lzma.compress(TEXT.encode()),
}
"""A sound file of every kind by its name."""
