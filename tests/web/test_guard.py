"""The site is for its one reader: no other name, no foreign form, and a browser that asks no one else."""

import pytest

from ravabet.model import UsageError
from ravabet.web.serve import free_port

POLICY = "content-security-policy"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8000", "evil.example:8000", "[::1]:8000", ""])
def test_a_foreign_name_is_refused(site, host):
    answer = site.get("/", headers={"host": host})
    assert answer.status_code == 403
    assert "Ravabet" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "localhost", "127.0.0.1:49152"])
def test_its_own_names_are_answered(site, host):
    assert site.get("/help", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_form_of_another_site_changes_nothing(site, headers):
    assert site.post("/", headers=headers).status_code == 403


@pytest.mark.parametrize("address", ["/", "/help.csv", "/nothing", "/static/site.css", "/suggest?q=a"])
def test_the_browser_is_told_to_ask_no_one_else(site, address):
    told = site.get(address).headers
    assert told[POLICY].startswith("default-src 'self'")
    assert "unsafe" not in told[POLICY]
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "same-origin"


def test_only_the_page_of_the_chart_library_may_set_styles(site):
    policy = site.get("/chart?a=RUS&b=KGZ").headers[POLICY]
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert "script-src" not in policy


def test_what_never_changes_is_kept_and_small(site):
    text = site.get("/").text
    href = text.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = site.get(href, headers={"accept-encoding": "gzip"})
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"


def test_the_chart_library_comes_from_its_package(site):
    answer = site.get("/static/plotly.js")
    assert answer.status_code == 200
    assert "plotly" in answer.text[:200].lower()


def test_nothing_outside_the_folder_is_served(site):
    assert site.get("/static/../app.py").status_code == 404
    assert site.get("/static/%2e%2e/app.py").status_code == 404


def test_a_taken_port_gives_way():
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) != port


def test_no_port_is_told_in_a_sentence(monkeypatch):
    monkeypatch.setattr("ravabet.web.serve.TRIES", 0)
    with pytest.raises(UsageError, match="--port"):
        free_port(8000)
