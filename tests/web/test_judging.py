"""Judging in the site: kept, shown, taken back; never by a form from elsewhere."""

import re
import shutil
from importlib.resources import files

import pytest
from lxml import html
from starlette.testclient import TestClient

from ravabet.store import Project
from ravabet.store import judgements as store
from ravabet.web.app import create_app

LANGUAGES = ("en", "fa", "ar", "ru")


@pytest.fixture
def kept(path, tmp_path):
    return shutil.copy(path, tmp_path / "p.duckdb")


@pytest.fixture
def client(kept):
    return TestClient(create_app(kept), base_url="http://127.0.0.1:8000", follow_redirects=False)


def page(client, address):
    reply = client.get(address)
    assert reply.status_code == 200
    return html.fromstring(reply.text)


def fields(form):
    """The hidden and chosen fields of a form, as a browser sends them."""
    told = {one.get("name"): one.get("value", "") for one in form.xpath(".//input[@name]")}
    told |= {one.get("name"): one.xpath("string(option[@selected]/@value)") for one in form.xpath(".//select")}
    return told | {one.get("name"): one.text or "" for one in form.xpath(".//textarea")}


def said(kept):
    with Project.open(kept) as project:
        return store.latest(store.every(project))


def test_judging_goes_on_from_one_to_the_next(client, kept):
    seen = []
    address = "/judge?by=ann"
    for verdict in ("accept", "reject", "accept"):
        (form,) = page(client, address).xpath("//form[@data-judge]")
        told = fields(form) | {"verdict": verdict}
        seen.append(told["target"])
        reply = client.post("/judge", data=told)
        assert reply.status_code == 303
        address = reply.headers["location"]
    assert len(set(seen)) == 3
    assert [said(kept)[target]["ann"].verdict for target in seen] == ["accept", "reject", "accept"]
    assert "3" in page(client, address).xpath("string(//p[progress])")


def test_correction_is_kept_and_shown(client, kept):
    (form,) = page(client, "/judge?by=ann").xpath("//form[@data-judge]")
    told = fields(form) | {
        "verdict": "correct",
        "type": "PROTEST",
        "actors": "Iceland KGZ",
        "recipients": "",
        "date": "2024-05",
    }
    client.post("/judge", data=told)
    one = said(kept)[told["target"]]["ann"]
    values = {**one.base, **one.values}
    assert (values["type"], values["actors"], values["recipients"], values["date"]) == (
        "PROTEST",
        ["ISL", "KGZ"],
        [],
        "2024-05",
    )
    again = page(client, f"/judge?by=ann&only={told['target']}")
    assert "PROTEST" in again.xpath("string(//article//span[@class='chip on'])")


def test_last_judgement_can_be_taken_back(client, kept):
    (form,) = page(client, "/judge?by=ann").xpath("//form[@data-judge]")
    target = fields(form)["target"]
    client.post("/judge", data=fields(form) | {"verdict": "reject"})
    (undo,) = page(client, "/judge?by=ann").xpath("//form[@data-undo]")
    client.post("/judge", data=fields(undo) | {"verdict": "withdraw"})
    assert target not in said(kept)


def test_reasons_are_judged_too(client, kept):
    (form,) = page(client, "/judge?by=ann&kind=reason").xpath("//form[@data-judge]")
    told = fields(form) | {"verdict": "correct", "kind": "result"}
    assert told["target"].startswith("r")
    client.post("/judge", data=told)
    assert said(kept)[told["target"]]["ann"].values["kind"] == "result"


def target(found):
    return fields(found.xpath("//form[@data-judge]")[0])["target"]


def test_facets_narrow_down_events_and_their_reasons(client, project):
    for row in project.rows("SELECT DISTINCT type FROM event"):
        found = page(client, f"/judge?by=ann&type={row['type']}")
        assert project.event(target(found))["type"] == row["type"]
        linked = project.query(
            "SELECT reason FROM (SELECT reason, unnest(cause_events || effect_events) AS event FROM reason) "
            "JOIN event USING (event) WHERE type = ?",
            row["type"],
        )
        reasons = page(client, f"/judge?by=ann&type={row['type']}&kind=reason")
        assert target(reasons) in {one for (one,) in linked} if linked else not reasons.xpath("//form[@data-judge]")


def test_facets_are_shown_when_asked_for(client):
    assert page(client, "/judge").xpath("//details[@class='facet']") == []
    (one, *_) = page(client, "/judge?narrow=1").xpath("//details[@class='facet']//a/@href")
    assert one.startswith("/judge?")
    assert page(client, one).xpath("//form[@data-judge]")


def test_least_sure_first(client, project):
    ((least,),) = project.query("SELECT min(confidence) FROM event")
    assert project.event(target(page(client, "/judge?order=unsure")))["confidence"] == least


def test_unchanged_correction_is_an_acceptance(client, kept):
    (form,) = page(client, "/judge?by=ann").xpath("//form[@data-judge]")
    client.post("/judge", data=fields(form) | {"verdict": "correct"})
    assert said(kept)[fields(form)["target"]]["ann"].verdict == "accept"


def test_skipping_shows_another(client):
    first = page(client, "/judge?by=ann")
    skip = first.xpath("//a[@data-skip]/@href")[0]
    one, two = (fields(p.xpath("//form[@data-judge]")[0])["target"] for p in (first, page(client, skip)))
    assert one != two


def test_script_is_told_what_is_said_now(client):
    (form,) = page(client, "/judge?by=ann").xpath("//form[@data-judge]")
    reply = client.post("/judge", data=fields(form) | {"verdict": "accept"}, headers={"accept": "application/json"})
    assert reply.json()["said"] == ["\u2068ann\u2069: right"]


def test_events_of_other_pages_can_be_judged(client):
    events = page(client, "/events")
    forms = events.xpath("//li[@data-event]//form[@data-judge]")
    assert len(forms) == len(events.xpath("//li[@data-event]"))
    told = fields(forms[0]) | {"verdict": "accept", "by": "ann"}
    reply = client.post("/judge", data=told)
    assert reply.headers["location"].startswith("/events#e")
    assert "ann" in page(client, "/events").xpath(f"string(//li[@data-event='{told['target']}'])")


@pytest.mark.parametrize(
    ("change", "headers", "status"),
    [
        ({"token": "wrong"}, {}, 403),
        ({}, {"origin": "http://elsewhere.example"}, 403),
        ({}, {"sec-fetch-site": "cross-site"}, 403),
        ({"target": "e0000000000000000"}, {}, 400),
        ({"verdict": "perhaps"}, {}, 400),
        ({"verdict": "correct", "type": "WAR"}, {}, 400),
    ],
)
def test_what_may_not_be_judged(client, kept, change, headers, status):
    (form,) = page(client, "/judge?by=ann").xpath("//form[@data-judge]")
    told = fields(form) | {"verdict": "accept"} | change
    assert client.post("/judge", data=told, headers=headers).status_code == status
    assert said(kept) == {}


@pytest.mark.parametrize(
    "back", ["http://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:x"]
)
def test_a_form_leads_nowhere_else(client, back):
    (form,) = page(client, "/judge?by=ann").xpath("//form[@data-judge]")
    reply = client.post("/judge", data=fields(form) | {"verdict": "accept", "back": back})
    assert reply.headers["location"] == "/judge"


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_in_every_language(client, language):
    found = page(client, f"/judge?lang={language}")
    assert found.get("lang") == language
    text = found.xpath("string(//main)")
    assert not re.search(r"judging\.\w+", text)
    assert all(label.get("for") in found.xpath("//@id") for label in found.xpath("//main//label[@for]"))


def test_its_style_touches_no_other_page():
    """The style sheet is loaded on every page: each rule must begin with a name of judging's own."""
    style = (files("ravabet.web") / "static" / "judging.css").read_text(encoding="utf-8")
    selectors = [one.strip() for group in re.findall(r"([^{}]+)\{", style) for one in group.split(",")]
    assert len(selectors) > 10
    assert all(one.startswith((".judge", "[data-judging")) for one in selectors), selectors
