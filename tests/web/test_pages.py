"""Every page answers, in every language and form, and shows the quote behind what it says."""

import csv
import datetime
import io
import json
import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

import duckdb
import pytest
from starlette.testclient import TestClient

from ravabet.lexicon import LANGUAGES
from ravabet.web.app import create_app
from ravabet.web.pages import answer

PAGES = [
    "/",
    "/why?a=RUS&b=KGZ",
    "/chart?a=RUS&b=KGZ",
    "/events",
    "/events?type=ACCUSE&quad=3&status=happened&language=fa",
    "/events?a=KGZ&b=RUS&directed=1&order=score",
    "/network",
    "/network?show=conf&around=KGZ&most=20",
    "/search",
    "/search?q=Kyrgyz",
    "/health",
    "/cite?of=/why?a=RUS",
    "/help",
]
VOID = {"meta", "link", "img", "input", "br", "col", "hr", "rect", "circle", "line", "polyline", "polygon"}


class Outline(HTMLParser):
    """What a page holds: its elements, the ones left open, and the ids."""

    def __init__(self, text):
        super().__init__()
        self.open, self.wrong, self.ids, self.found = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.found.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.wrong.append((tag, self.getpos()))


def page(site, address, **headers):
    answer = site.get(address, headers=headers)
    assert answer.status_code == 200, (address, answer.text[:300])
    return answer.text


def with_language(address, language):
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


def twin(address, form):
    path, _, query = address.partition("?")
    return f"{'/index' if path == '/' else path}.{form}" + (f"?{query}" if query else "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_whole_in_every_language(site, address, language):
    text = page(site, with_language(address, language))
    outline = Outline(text)
    direction = "rtl" if language in ("fa", "ar") else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in text
    assert outline.wrong == []
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    assert len(text.encode()) < 300_000
    assert not re.search(r"\b(?:None|Undefined)\b", re.sub(r"<[^>]*>", "", text))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_no_other_host_and_runs_nothing_inline(site, address):
    outline = Outline(page(site, address))
    for tag, attributes in outline.found:
        for name in ("src", "href", "action"):
            value = attributes.get(name) or ""
            own = value.startswith(("/", "#")) or value == "" or "127.0.0.1" in value
            assert own or attributes.get("xmlns"), (tag, value)
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert tag != "script" or "src" in attributes or attributes.get("type") == "application/json"


@pytest.mark.parametrize("address", PAGES)
def test_every_field_has_a_label(site, address):
    outline = Outline(page(site, address))
    labelled = {attributes.get("for") for tag, attributes in outline.found if tag == "label"}
    fields = [
        a for tag, a in outline.found if tag in ("input", "select") and a.get("type") not in ("hidden", "checkbox")
    ]
    assert [a for a in fields if a.get("id") not in labelled] == []
    headings = [int(tag[1]) for tag, _ in outline.found if re.fullmatch("h[1-6]", tag)]
    assert headings.count(1) == 1


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_its_twins(site, address):
    read = json.loads(page(site, twin(address, "json")))
    assert isinstance(read, dict)
    rows = list(csv.reader(io.StringIO(page(site, twin(address, "csv")))))
    parquet = site.get(twin(address, "parquet"))
    assert parquet.status_code == 200
    assert parquet.content[:4] == b"PAR1"
    if rows:
        assert all(len(row) == len(rows[0]) for row in rows)


def test_csv_and_parquet_hold_the_same_rows(site, tmp_path):
    rows = list(csv.DictReader(io.StringIO(page(site, "/events.csv?lang=fa"))))
    (tmp_path / "e.parquet").write_bytes(site.get("/events.parquet").content)
    kept = duckdb.sql(f"SELECT * FROM '{tmp_path}/e.parquet'").fetchall()
    assert len(rows) == len(kept) > 10
    assert "\u2068" not in str(rows)


def test_an_empty_twin_has_its_columns(site, tmp_path):
    assert page(site, "/events.csv?month=1900-01").startswith("event,doc,")
    (tmp_path / "e.parquet").write_bytes(site.get("/events.parquet?month=1900-01").content)
    assert duckdb.sql(f"SELECT * FROM '{tmp_path}/e.parquet'").columns[0] == "event"


def test_the_answer_shows_each_step_with_its_quote_and_leads_into_the_text(site):
    text = page(site, "/why?a=RUS&b=KGZ")
    steps = re.findall(r'<li class="item[^>]*id="step-\d+".*?</li>', text, re.DOTALL)
    assert len(steps) > 5
    for step in steps:
        assert "<blockquote" in step
        assert "<mark" in step
        href = re.search(r'data-open data-evidence href="([^"#]+)', step).group(1).replace("&amp;", "&")
        assert site.get(href).status_code == 200
    assert "Россию" in text  # the quotes stand in their own languages


def test_the_answer_says_what_the_program_says(site):
    told = json.loads(page(site, "/why.json?a=RUS&b=KGZ"))
    rows = list(csv.DictReader(io.StringIO(page(site, "/why.csv?a=RUS&b=KGZ"))))
    assert [step["number"] for step in told["steps"]] == [int(row["number"]) for row in rows]
    assert {"paths", "links", "timeline"} <= set(told)


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ("/why?a=روسیه&b=Kyrgyzstan", "/why?a=RUS&b=KGZ"),
        ("/why?a=Россия&b=KGZ&lang=ru", "/why?a=RUS&b=KGZ&lang=ru"),
        ("/why?a=RUS", "/"),
        ("/why?a=rus&b=kgz&since=2024-01-01&until=", "/why?a=RUS&b=KGZ&since=2024-01-01"),
    ],
)
def test_names_lead_to_the_address_with_codes(site, asked, leads):
    answer = site.get(asked)
    assert (answer.status_code, answer.headers["location"]) == (307, leads)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("/why?a=Rusia&b=KGZ", "Russia (RUS)"),
        ("/why?a=RUS&b=RUS", "two different"),
        ("/why?a=RUS&b=KGZ&since=2025&until=2024-05", "exchange the two days"),
        ("/why?a=RUS&b=KGZ&since=yesterday", "is not a day"),
        ("/events?a=Atlantis", "no country or body"),
        ("/events?least=much", "is not a number"),
        ("/network?since=2024-13", "is not a day"),
        ("/why?a=روسیهه&b=KGZ&lang=fa", "آیا منظورتان"),
        ("/why?a=RUS&b=RUS&lang=ru", "Обе стороны"),
        ("/network?since=2024-13&lang=ar", "ليس يوما"),
        ("/search?q=lang:Persian&lang=fa", "کد زبان نیست"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(site, asked, says):
    answer = site.get(asked)
    assert answer.status_code == 400
    assert says in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("asked", ["/nothing", "/document/d0", "/occurrence/o0", "/event/e0", "/reason/r0"])
def test_what_is_not_there_is_said_so(site, asked):
    answer = site.get(asked)
    assert answer.status_code == 404
    assert "no page at this address" in answer.text


def test_an_address_carries_the_readers_settings(site):
    text = page(site, "/events?lang=fa&digits=latin&calendar=jalali&type=ACCUSE")
    links = re.findall(r'href="(/(?:why|document|events|network|health|occurrence)[^"]*)"', text)
    assert links
    kept = ("lang=", "digits=latin", "calendar=jalali")
    assert [link for link in links if not all(field in link for field in kept)] == []


def test_the_language_is_that_of_the_browser_where_none_is_asked(site):
    assert '<html lang="ru"' in page(site, "/", **{"accept-language": "de,ru-RU;q=0.9,en;q=0.8"})
    assert '<html lang="en"' in page(site, "/", **{"accept-language": "de"})


def test_a_choice_of_a_facet_narrows_down_to_its_count(site):
    text = page(site, "/events")
    choices = re.findall(r'<li><a href="([^"]+)"><span>.*?</span><span class="count">(\d+)</span>', text)
    assert len(choices) > 10
    for href, count in choices[::5]:
        found = json.loads(page(site, href.replace("&amp;", "&").replace("/events", "/events.json", 1)))
        assert found["count"] == int(count), href


def test_suggestions_know_names_in_every_language(site):
    for typed, code in (("росс", "RUS"), ("قرق", "KGZ"), ("kyrg", "KGZ"), ("kgz", "KGZ"), ("روسيا", "RUS")):
        assert code in [one["code"] for one in site.get("/suggest", params={"q": typed}).json()], typed
    assert site.get("/suggest", params={"q": "زززز"}).json() == []


def test_an_occurrence_lists_its_reports(site, project):
    occurrence, event = project.query("SELECT occurrence, event FROM event ORDER BY event LIMIT 1")[0]
    text = page(site, f"/occurrence/{occurrence}")
    assert f'id="{event}"' in text
    assert "<blockquote" in text


def test_the_corpus_tells_what_was_rejected(site):
    text = page(site, "/health")
    assert "missing.txt" in text
    assert "there is no such file or folder" in text
    assert "چنین فایل یا پوشه‌ای نیست" in page(site, "/health?lang=fa")
    assert "fa" in json.loads(page(site, "/health.json"))["counts"]["languages"]


def test_a_citation_names_the_data_and_the_versions(site, project):
    address = "/cite?of=" + "/why%3Fa%3DRUS%26b%3DKGZ"
    told = json.loads(page(site, address.replace("/cite?", "/cite.json?")))
    assert told["dataset"] == project.dataset
    assert told["address"] == "http://127.0.0.1:8000/why?a=RUS&b=KGZ"
    assert page(site, address.replace("/cite", "/cite.bib")).startswith("@misc{")
    (item,) = json.loads(page(site, address.replace("/cite", "/cite.csl.json")))
    assert item["type"] == "dataset"
    assert json.loads(page(site, "/cite.json?of=//evil.example"))["address"] == "http://127.0.0.1:8000/"


def test_a_search_shows_the_stretch_that_answers_and_leads_to_it(site):
    text = page(site, "/search?q=سفير")  # an Arabic yeh finds the Persian word
    hits = re.findall(r'<li class="item".*?</li>', text, re.DOTALL)
    assert hits
    for hit in hits:
        assert '<mark class="found">' in hit
        href = re.search(r'data-open data-evidence href="([^"]+)"', hit).group(1).replace("&amp;", "&")
        assert 'class="in"' in page(site, href)


@pytest.mark.parametrize(("asked", "says"), [('"open', "not closed"), ("colour:red", "no field"), ("-", "nothing to")])
def test_a_search_that_cannot_be_asked_is_told(site, asked, says):
    answer = site.get("/search", params={"q": asked})
    assert answer.status_code == 400
    assert says in answer.text


def test_the_answer_is_one_action_from_the_first_page(site):
    href = re.search(r'href="(/why\?a=KGZ&amp;b=RUS)"', page(site, "/")).group(1)
    assert "Kyrgyzstan" in page(site, href.replace("&amp;", "&"))


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("/events.json?month=May", 400),
        ("/document/d0.csv", 404),
        ("/why.json?a=RUS&b=RUS", 400),
        ("/network.json?most=x", 400),
    ],
)
def test_programs_are_told_what_is_wrong_in_json(site, asked, status):
    answer = site.get(asked)
    assert answer.status_code == status
    assert answer.json()["error"]


@pytest.mark.parametrize(
    "asked",
    [
        "/events?quad=9&status=x&type=FOO&language=xx&has_reason=7&order=zz&offset=-5",
        "/events?offset=99999999999999999999",
        "/network?most=-5&around=ZZZ",
        "/why?a=RUS&b=KGZ&by=century&since=0001-01-01",
        "/health?month=0000-00",
        "/?lang=zz&digits=zz&calendar=zz",
        "/suggest?q=%00%ff",
    ],
)
def test_an_odd_address_does_no_harm(site, asked):
    assert site.get(asked).status_code == 200


def test_a_fault_is_told_without_its_inside(path, monkeypatch):
    monkeypatch.setattr("ravabet.web.pages.home.busiest", lambda _: 1 / 0)
    answer = TestClient(create_app(path), base_url="http://127.0.0.1", raise_server_exceptions=False).get("/")
    assert answer.status_code == 500
    assert "ZeroDivisionError" in answer.text
    assert "Traceback" not in answer.text


@dataclass(frozen=True)
class Turned:
    """A change point as ``relating.changes`` tells it."""

    day: datetime.date
    before: float
    after: float
    kind: str
    occurrences: tuple[str, ...]


def test_a_change_point_shows_the_quotes_that_made_it(path, project, monkeypatch):
    made = tuple(row[0] for row in project.query("SELECT occurrence FROM occurrence ORDER BY 1 LIMIT 5"))
    change = Turned(datetime.date(2025, 4, 1), 2.5, -3.0, "colder", made)
    real = answer.course
    monkeypatch.setattr(answer, "course", lambda *asked: replace(real(*asked), changes=(change,)))
    text = page(TestClient(create_app(path), base_url="http://127.0.0.1"), "/why?a=RUS&b=KGZ")
    item = re.search(r'<li class="item" id="change-1".*?</li>', text, re.DOTALL).group()
    assert "colder" in item
    assert item.count("<blockquote") == 3
    assert "5" in item.rsplit("meta", 1)[1]
    assert 'href="#change-1"' in text


def test_the_number_of_a_step_never_runs_into_its_date(site):
    """Two numbers side by side would be read as one in a line from right to left."""
    text = page(site, "/why?a=RUS&b=KGZ&lang=fa")
    numbers = re.findall(r'class="num">.{0,40}', text)
    assert numbers
    assert all(re.match(r'class="num">[۰-۹]+</bdi> ', one) for one in numbers)


def test_a_search_for_a_country_leads_to_its_texts_in_every_language(site):
    text = page(site, "/search?q=Kyrgyzstan")
    assert "/search?q=actor%3AKGZ" in text
    assert re.search(r"Where [^>]*<bdi>Kyrgyzstan</bdi> acts|Where Kyrgyzstan acts", text)
    assert "actor%3A" not in page(site, "/search?q=border")
    languages = {hit["language"] for hit in site.get("/search.json?q=actor:KGZ").json()["hits"]}
    assert len(languages) > 1
