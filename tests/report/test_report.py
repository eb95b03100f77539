"""A report holds all that it promises, in every format and language, and nothing from elsewhere."""

import datetime
import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree
from lxml import html as lxml_html
from tests.explaining.rivers import article

from ravabet.explaining import why
from ravabet.explaining.phrases import FSI, PDI
from ravabet.model import UsageError
from ravabet.relating.series import Happening, series
from ravabet.web.report import FORMATS, Facts, Origin, content, render

LANGUAGES = ("en", "fa", "ar", "ru")
FACTS = Facts("abc123", datetime.date(2025, 5, 14), "d1a2")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def report(language, codings=None):
    return content(why(codings or [article()], "TKM", "UZB"), language, FACTS)


def plain(form, made):
    """The words of a report in a format."""
    if form == "docx":
        return "\n".join(
            "".join(node.itertext()) for node in etree.fromstring(part(made, "word/document.xml")).iter(f"{W}p")
        )
    return lxml_html.fromstring(made).text_content() if form == "html" else made.decode()


def part(made, name):
    return zipfile.ZipFile(io.BytesIO(made)).read(name)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_source_and_version_is_there(language, form):
    found = report(language)
    told = re.sub(r"[\\\s]+", " ", plain(form, render(found, form)))
    for section in found.told.sections:
        for step in section.steps:
            assert " ".join(step.step.quote.text.split())[:40] in told
    for needed in ("abc123", "d1a2", *(line.document for line in found.sources)):
        assert needed in told
    for paragraph in found.method:
        assert paragraph[:30] in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_needs_nothing_else(language):
    page = lxml_html.fromstring(render(report(language), "html"))
    assert page.get("dir") == ("rtl" if language in ("fa", "ar") else "ltr")
    assert page.xpath("//script | //link | //img | //iframe | //@src") == []
    assert [link for link in page.xpath("//@href") if not link.startswith("#")] == []
    assert all(page.xpath(f"//*[@id='{link[1:]}']") for link in page.xpath("//@href"))
    assert page.xpath("//svg//rect")
    assert all(quote.get("dir") == "auto" for quote in page.xpath("//blockquote | //q"))


def test_hostile_texts_stay_texts():
    coding = article()
    bad = '<script>alert("x")</script>&'
    hostile = replace(coding, document=replace(coding.document, source=bad, id=f"doc{bad}"))
    page = render(report("en", [hostile]), "html").decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert b"<script" not in part(render(report("en", [hostile]), "docx"), "word/document.xml")


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_word_runs_from_right_to_left(language):
    made = render(report(language), "docx")
    tree = etree.fromstring(part(made, "word/document.xml"))
    lines = [p for p in tree.iter(f"{W}p") if "".join(p.itertext()).strip()]
    own = [p for p in lines if re.search("[\u0600-\u06ff]", "".join(p.itertext()))]
    assert own
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in own)
    for run in tree.iter(f"{W}r"):
        text = "".join(run.itertext())
        assert FSI not in text
        assert PDI not in text
        if any(char.isalpha() for char in re.findall("[\u0600-\u06ff]", text)):
            assert run.find(f"{W}rPr/{W}rtl") is not None


def test_names_in_a_line_from_right_to_left_do_not_run_together():
    """Two Latin names with a comma between them, in a Persian line: the comma belongs to the line."""
    coding = article()
    latin = replace(coding, document=replace(coding.document, source="Morning Paper", id="no-17"))
    tree = etree.fromstring(part(render(report("fa", [latin]), "docx"), "word/document.xml"))
    lines = [list(p.iter(f"{W}r")) for p in tree.iter(f"{W}p")]
    between = [
        "".join(two.itertext())
        for runs in lines
        for one, two, three in zip(runs, runs[1:], runs[2:], strict=False)
        if all("\u200e" in "".join(side.itertext()) for side in (one, three))
    ]
    assert between
    assert all(text.startswith("\u200f") and text.endswith("\u200f") for text in between)


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_has_the_chart_as_a_picture_that_says_what_it_shows(language):
    pytest.importorskip("matplotlib", "3.11")
    found = report(language)
    made = render(found, "docx")
    opened = docx.Document(io.BytesIO(made))
    (shape,) = opened.inline_shapes
    section = opened.sections[0]
    assert shape.width <= section.page_width - section.left_margin - section.right_margin
    assert part(made, "word/media/image1.png").startswith(b"\x89PNG")
    says = shape._inline.docPr.get("descr")
    assert found.words.ui("answer.timeline") in says
    assert found.bars[0].label in says
    assert FSI not in says
    assert len(opened.tables) == 2  # the chart's numbers stay, and the sources


def test_word_without_matplotlib_has_the_numbers_alone(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    monkeypatch.delitem(__import__("sys").modules, "matplotlib.ft2font", raising=False)
    opened = docx.Document(io.BytesIO(render(report("en"), "docx")))
    assert len(opened.inline_shapes) == 0
    assert len(opened.tables) == 2


def test_word_parts_no_letters_and_repeats_the_head_of_a_table():
    made = render(report("ar"), "docx")
    styles = etree.fromstring(part(made, "word/styles.xml"))
    assert list(styles.iterfind(f"{W}style[@{W}type='paragraph']/{W}rPr/{W}spacing")) == []
    tree = etree.fromstring(part(made, "word/document.xml"))
    for table in tree.iter(f"{W}tbl"):
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert heads == [True] + [False] * (len(heads) - 1)


def test_a_minus_stays_before_its_number_in_persian():
    found = report("fa")
    cold = replace(found, bars=(replace(found.bars[0], mean=-3.1, counts=(0, 0, 1, 0)),))
    tree = etree.fromstring(part(render(cold, "docx"), "word/document.xml"))
    (run,) = [run for run in tree.iter(f"{W}r") if "\u2212۳٫۱" in "".join(run.itertext())]
    assert "".join(run.itertext()) == "\u200e\u2212۳٫۱\u200e"
    assert run.find(f"{W}rPr/{W}rtl") is None


def test_act_is_bold_in_its_quotation():
    found = report("en")
    tree = etree.fromstring(part(render(found, "docx"), "word/document.xml"))
    bold = {"".join(run.itertext()) for run in tree.iter(f"{W}r") if run.find(f"{W}rPr/{W}bCs") is not None}
    steps = [step.step for section in found.told.sections for step in section.steps if not step.again]
    assert all(" ".join(step.words.text.split()) in bold for step in steps)


def test_sources_tell_title_author_and_where_they_are():
    answer = why([article()], "TKM", "UZB")
    origin = Origin("Water <and> neighbours", "A. Writer", "/home/me/water.txt")
    known = {source.id: origin for source in answer.sources}
    found = content(answer, "en", FACTS, origins=known)
    page = lxml_html.fromstring(render(found, "html")).text_content()
    assert "Water <and> neighbours" in page
    assert "A. Writer" in page
    assert "water.txt" in page
    assert "/home/me" not in page


@pytest.mark.parametrize("form", FORMATS)
def test_change_points_are_told(form):
    """Eight friendly months, then eight hostile ones."""
    told = [
        Happening(f"o{n}", datetime.date(2024 + n // 12, n % 12 + 1, 5), "AID", 2, 7.0 if n < 8 else -6.0 - n % 2 / 2)
        for n in range(16)
    ]
    found = content(why([article()], "TKM", "UZB"), "en", FACTS, series("TKM", "UZB", told))
    assert [flag.day for flag in found.flags] == [datetime.date(2024, 9, 5)]
    assert "colder" in re.sub(r"\\", "", plain(form, render(found, form)))


def test_word_file_opens_with_its_title():
    assert docx.Document(io.BytesIO(render(report("en"), "docx"))).core_properties.title.startswith("Why did relations")


def test_the_same_report_gives_the_same_page():
    assert render(report("ru"), "html") == render(report("ru"), "html")


def test_unknown_format_is_told():
    with pytest.raises(UsageError, match="html, md, docx"):
        render(report("en"), "pdf")


def test_nothing_between_the_two_is_told():
    found = content(why([article()], "FRA", "JPN"), "en", FACTS)
    assert "there is nothing to draw" in render(found, "html").decode()
