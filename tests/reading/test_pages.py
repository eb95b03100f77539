"""Web pages: whole text, in whatever encoding, and of what a page says of itself only what it says plainly."""

import datetime
import io

import pytest
from tools.reading_samples import LINES, TITLE, page

from ravabet.model import Document
from ravabet.reading.given import Given
from ravabet.reading.opening import documents_in

DAY = datetime.date(2025, 5, 14)
OLD = tuple(line.replace("ی", "ي").replace("ک", "ك") for line in LINES)
ARABIC = (
    "قال وزير الخارجية إن المحادثات مع الدول المجاورة ستستمر في الأسبوع المقبل.",
    "وأضاف أن الاتفاق على مياه النهر هو نتيجة عامين من المفاوضات بين خبراء البلدين.",
)
RUSSIAN = (
    "Министр сообщил, что переговоры с соседями продолжатся на следующей неделе в столице.",
    "Он добавил, что соглашение о воде реки стало итогом двух лет переговоров между экспертами.",
)


def read(data, name="page.html", **known):
    return list(
        documents_in(Given(io.BytesIO(data if isinstance(data, bytes) else data.encode()), name, name, **known))
    )


def page_in(lines, head=""):
    """A page in one language only, so that every old encoding can hold it."""
    return (
        f"<html><head>{head}</head><body><article>{''.join(f'<p>{line}</p>' for line in lines)}</article></body></html>"
    )


@pytest.mark.parametrize("stated", ["right", "wrong", "none"])
@pytest.mark.parametrize(
    ("lines", "encoding"),
    [
        (OLD, "windows-1256"),
        (ARABIC, "windows-1256"),
        (ARABIC, "iso-8859-6"),
        (ARABIC, "utf-16"),
        (ARABIC, "utf-16-be"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16-le"),
        (LINES, "utf-8"),
        (LINES, "utf-8-sig"),
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_it_says(lines, encoding, stated):
    wrong = "windows-1251" if encoding != "windows-1251" else "iso-8859-1"
    meta = {"right": f'<meta charset="{encoding}">', "wrong": f'<meta charset="{wrong}">', "none": ""}[stated]
    [document] = read(page_in(lines, meta).encode(encoding, "xmlcharrefreplace"))
    assert all(line in document.text for line in lines)


def test_the_server_is_believed_where_the_letters_cannot_tell():
    text = "<html><body><p>Ӱӱ ҪҬ</p></body></html>".replace("Ӱӱ ҪҬ", "Њ Џ Ђ")
    [document] = read(text.encode("windows-1251"), charset="windows-1251")
    assert document.text == "Њ Џ Ђ"


def test_a_few_wrong_bytes_do_not_make_a_page_something_else():
    data = page().encode()
    [document] = read(data.replace("بیشکک شد".encode(), "بیشکک ".encode() + b"\xff"))
    assert LINES[1] in document.text


@pytest.mark.parametrize("times", [1, 2])
def test_letters_written_as_numbers_are_letters(times):
    body = "".join(
        f"&#{ord(char)};" if char > "\x7f" else char for char in "\n".join(f"<p>{line}</p>" for line in LINES)
    )
    for _ in range(times - 1):
        body = body.replace("&", "&amp;")
    [document] = read(f"<html><body><article>{body}</article></body></html>")
    assert all(line in document.text for line in LINES)


@pytest.mark.parametrize(
    "body", ["<p>وزیر به تهران رفت.</p>", "وزیر به تهران رفت.", "<table><tr><td>وزیر به تهران رفت.</table>"]
)
def test_a_page_with_little_text_gives_it(body):
    [document] = read(f'<html><body><nav><a href="/">خانه</a></nav>{body}<script>var a = 1;</script></body></html>')
    assert document.text == "وزیر به تهران رفت."


@pytest.mark.parametrize(
    "content", ["<html><body><script>load()</script></body></html>", "<!doctype html>", "<html></html>"]
)
def test_a_page_without_text_is_told(content):
    [problem] = read(content)
    assert "without text" in problem.what


def test_menus_and_feet_stay_out():
    [document] = read(page())
    assert document.text == "\n".join((TITLE, *LINES))


HEADS = [
    ('<meta property="article:published_time" content="2025-05-14T23:30:00Z">', "", "metadata"),
    ('<meta name="dc.date" content="۱۴۰۴/۰۲/۲۴">', "", "metadata"),
    (
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2025-05-14"}]}</script>',
        "",
        "metadata",
    ),
    (
        '<script type="application/ld+json">{"@type": ["NewsArticle"], "datePublished": "14 мая 2025"}</script>',
        "",
        "metadata",
    ),
    (
        '<meta name="date" content="2025-05-14"><meta property="article:modified_time" content="2025-06-01">',
        "",
        "metadata",
    ),
    ("", '<time datetime="2025-05-14T10:00">yesterday</time>', "page"),
    ("", '<span class="newsDate">چهارشنبه ۲۴ اردیبهشت ۱۴۰۴ - ۱۰:۳۰</span>', "page"),
    ("", '<div id="publish-time">Опубликовано: 14 мая 2025 г., 10:30</div>', "page"),
    ("", '<p class="date">الأربعاء 14 مايو 2025</p>', "page"),
    ('<link rel="canonical" href="https://rud.example/news/2025/05/14/visit">', "", "page"),
    ("", "<p>۲۴ اردیبهشت ۱۴۰۴</p>", "text"),
]
UNDATED = [
    ('<meta property="article:modified_time" content="2025-06-01">', ""),
    ('<script type="application/ld+json">{"@type": "WebSite", "datePublished": "2025-05-14"}</script>', ""),
    ('<script type="application/ld+json">{broken</script>', ""),
    ("", '<span class="date">The talks of 14 May 2025 failed</span>'),
    ('<meta name="date" content="03/04/2025">', ""),
    ('<link rel="canonical" href="https://rud.example/news/2025123/14">', ""),
]


def article(head, before):
    return page(head=head).replace("</h1>", f"</h1>{before}")


@pytest.mark.parametrize(("head", "before", "dated_by"), HEADS)
def test_the_day_is_found_and_how_is_kept(head, before, dated_by):
    [document] = read(article(head, before))
    assert (document.published, document.dated_by) == (DAY, dated_by)


@pytest.mark.parametrize(("head", "before"), UNDATED)
def test_what_is_no_day_of_publication_is_none(head, before):
    [document] = read(article(head, before))
    assert (document.published, document.dated_by) == (None, None)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="مینا رودی">', "مینا رودی"),
        (
            '<script type="application/ld+json">{"@type": "Article", "author": [{"name": "مینا رودی"}]}</script>',
            "مینا رودی",
        ),
        ('<meta name="author" content="admin">', None),
        ('<meta property="article:author" content="https://social.example/rud">', None),
        ("", None),
    ],
)
def test_an_author_is_a_name_or_none(head, author):
    [document] = read(page(head=head))
    assert document.author == author


@pytest.mark.parametrize(
    ("html", "address", "source"),
    [
        (page(head='<meta property="og:site_name" content="رود">'), "https://www.rud.example/a", "رود"),
        (page(), "https://www.rud.example/a", "rud.example"),
        (page(head='<link rel="canonical" href="https://rud.example/a">'), None, "rud.example"),
        ("<!-- saved from url=(0022)https://rud.example/a -->" + page(), None, "rud.example"),
        (page(), None, "خبرگزاری رود"),
        (page().replace("|", "در"), None, "page"),
    ],
)
def test_a_source_is_what_the_page_calls_its_site(html, address, source):
    [document] = read(html, address=address)
    assert document.source == source


@pytest.mark.parametrize(
    ("html", "title"),
    [
        (page(), TITLE),
        (
            page(
                head=f'<meta property="og:title" content="{TITLE} | رود"><meta property="og:site_name" content="رود">'
            ),
            TITLE,
        ),
        (page().replace("<h1>", "<h2>").replace("</h1>", "</h2>"), f"{TITLE} | خبرگزاری رود"),
    ],
)
def test_a_title_is_without_the_name_of_the_site(html, title):
    [document] = read(html)
    assert document.title == title


def test_a_language_that_is_not_ours_is_as_the_page_says():
    german = "<p>Der Minister sagte, dass die Gespräche mit den Nachbarn in der nächsten Woche weitergehen.</p>" * 3
    [document] = read(f'<html lang="de-AT"><body>{german}</body></html>')
    assert isinstance(document, Document)
    assert document.language == "de"
