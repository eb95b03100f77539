"""Makers of PDF files out of a text, one paragraph a line; MissingError where a program is not installed."""
# ruff: noqa: PLC0415 - what an optional package is needed for is imported there

from __future__ import annotations

import html
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

NASKH, AMIRI, DEJAVU = "Noto Naskh Arabic", "Amiri", "DejaVu Sans"
RIGHT_TO_LEFT = ("fa", "ar")
_TYPST_SIGNS = re.compile(r"([\\#$*_`<>@=~\[\]/\"'-])")
_HERE = Path(__file__).parent

_PAGE = """<!doctype html><html dir="{direction}" lang="{language}"><meta charset="utf-8"><title>t</title><style>
@page{{size:A4;margin:2.5cm}} body{{font:13pt "{font}";text-align:justify;line-height:1.7}}
h1{{font-size:17pt;font-weight:normal}} {style}</style><body><h1>{title}</h1><div>{body}</div></body></html>"""
COLUMNS = "@page{margin:1.5cm} body{font-size:11pt;line-height:1.5} div{column-count:2;column-gap:1cm}"
PAGED = """@page{size:A6;margin:2cm 1.2cm;@top-center{content:"1403/07/25 - News of the Day";font:9pt "%s"}
@bottom-center{content:counter(page);font:9pt "%s"}}"""


class MissingError(Exception):
    """A program, package or font that is not installed."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to print: its name, language and paragraphs, the first of them the title."""

    name: str
    language: str
    paragraphs: tuple[str, ...]

    @property
    def backward(self) -> bool:
        """Whether it is read from right to left."""
        return self.language in RIGHT_TO_LEFT

    def page(self, font: str, style: str = "") -> str:
        """The text as a web page."""
        title, *rest = map(html.escape, self.paragraphs)
        body = "".join(f"<p>{paragraph}</p>" for paragraph in rest)
        direction = "rtl" if self.backward else "ltr"
        return _PAGE.format(direction=direction, language=self.language, font=font, style=style, title=title, body=body)


def _need_package(*names: str) -> None:
    for name in names:
        if find_spec(name) is None:
            raise MissingError(f"the package {name}")


def _need_program(name: str) -> None:
    if not shutil.which(name):
        raise MissingError(f"the program {name}")


def font_file(name: str) -> Path:
    """The file of a font; MissingError where it is not installed."""
    _need_program("fc-match")
    told = subprocess.run(
        ["fc-match", "-f", "%{family}|%{file}", name], capture_output=True, text=True, check=True
    ).stdout
    family, file = told.split("|")
    if name not in family:
        raise MissingError(f"the font {name}")
    return Path(file)


def chromium(text: Text, out: Path, font: str, style: str = "") -> None:
    """Printed by Chromium."""
    _need_program("chromium")
    font_file(font)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(text.page(font, style), encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"]
        flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        command = ["chromium", *flags, f"--user-data-dir={folder}/profile", f"--print-to-pdf={out}", page.as_uri()]
        subprocess.run(command, capture_output=True, timeout=120, check=True)


def libreoffice(text: Text, out: Path, font: str) -> None:
    """Saved by LibreOffice Writer."""
    _need_program("soffice")
    font_file(font)
    country = {"fa": "IR", "ar": "EG", "ru": "RU", "en": "GB"}[text.language]
    body = "".join(f'<text:p text:style-name="P">{html.escape(p)}</text:p>' for p in text.paragraphs)
    mode = "rl-tb" if text.backward else "lr-tb"
    template = _HERE.joinpath("writer.fodt").read_text("utf-8")
    filled = template.format(font=font, language=text.language, country=country, mode=mode, body=body)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{out.stem}.fodt")
        source.write_text(filled, encoding="utf-8")
        profile = f"-env:UserInstallation=file://{tempfile.gettempdir()}/ravabet-bench-soffice"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out.parent), str(source)]
        subprocess.run(command, capture_output=True, timeout=400, check=True)


def weasyprint(text: Text, out: Path, font: str, style: str = "") -> None:
    """Made by WeasyPrint."""
    _need_package("weasyprint")
    import weasyprint as maker

    font_file(font)
    maker.HTML(string=text.page(font, style)).write_pdf(out)


def typst(text: Text, out: Path, font: str) -> None:
    """Set by Typst."""
    _need_package("typst")
    import typst as maker

    font_file(font)
    direction = "rtl" if text.backward else "ltr"
    head = '#set page(paper:"a4",margin:2.5cm)\n'
    head += f'#set text(font:"{font}",lang:"{text.language}",dir:{direction},size:13pt)\n'
    body = "\n\n".join(_TYPST_SIGNS.sub(r"\\\1", paragraph) for paragraph in text.paragraphs)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "text.typ")
        source.write_text(f"{head}#set par(justify:true)\n\n{body}", encoding="utf-8")
        maker.compile(str(source), output=str(out))


def reportlab(text: Text, out: Path, font: str) -> None:
    """What most Python recipes do: reshape to presentation forms, order each line, draw it from left to right."""
    _need_package("reportlab", "arabic_reshaper", "bidi")
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("F", font_file(font)))
    canvas, y = Canvas(str(out), pagesize=(595, 842)), 770
    for line in _drawn_lines(text, lambda s: pdfmetrics.stringWidth(s, "F", 12)):
        if y < 60:
            canvas.showPage()
            y = 770
        canvas.setFont("F", 12)
        if text.backward:
            canvas.drawRightString(525, y, line)
        else:
            canvas.drawString(70, y, line)
        y -= 22
    canvas.save()


def _drawn_lines(text: Text, width: Callable[[str], float]) -> list[str]:
    import arabic_reshaper
    from bidi.algorithm import get_display

    lines = []
    for paragraph in text.paragraphs:
        current: list[str] = []
        for word in paragraph.split(" "):
            if current and width(arabic_reshaper.reshape(" ".join([*current, word]))) > 440:
                lines.append(current)
                current = []
            current = [*current, word]
        lines.append(current)
    base = "R" if text.backward else "L"
    return [str(get_display(arabic_reshaper.reshape(" ".join(line)), base_dir=base)) for line in lines]


def wordlike(text: Text, out: Path, font: str, *, screen: bool) -> None:
    """Laid out as word processors do, by a writer of our own."""
    _need_package("uharfbuzz", "fontTools")
    from tools.bench.wordlike import wordlike as maker

    font = font if text.language != "ru" else DEJAVU  # Amiri has no Cyrillic
    maker(list(text.paragraphs), font_file(font), out, screen=screen, backward=text.backward)


PRODUCERS: dict[str, Callable[[Text, Path], None]] = {
    "Chromium, Amiri": lambda text, out: chromium(text, out, AMIRI),
    "Chromium, Naskh": lambda text, out: chromium(text, out, NASKH),
    "Chromium, two columns": lambda text, out: chromium(text, out, NASKH, COLUMNS),
    "LibreOffice, Amiri": lambda text, out: libreoffice(text, out, AMIRI),
    "LibreOffice, Naskh": lambda text, out: libreoffice(text, out, NASKH),
    "reportlab": lambda text, out: reportlab(text, out, DEJAVU),
    "Typst, Naskh": lambda text, out: typst(text, out, NASKH),
    "WeasyPrint, Naskh": lambda text, out: weasyprint(text, out, NASKH),
    "WeasyPrint, running heads": lambda text, out: weasyprint(text, out, NASKH, PAGED % (NASKH, NASKH)),
    "Word-like, logical": lambda text, out: wordlike(text, out, AMIRI, screen=False),
    "Word-like, screen": lambda text, out: wordlike(text, out, AMIRI, screen=True),
}
"""Every producer by the name it has in the table."""


def slug(producer: str) -> str:
    """A producer's name as part of a file name."""
    return re.sub(r"\W+", "-", producer.lower())


def texts(folders: Sequence[Path]) -> list[Text]:
    """The texts of some folders; the first two letters of a file's name are its language."""
    files = sorted(path for folder in folders for path in folder.glob("*.txt"))
    return [Text(f.stem, f.stem[:2], tuple(f.read_text("utf-8").strip().split("\n"))) for f in files]
