"""A small project in three languages, one text of it damaged, and its site."""

import json

import pytest
from starlette.testclient import TestClient

from ravabet import scale
from ravabet.demo import documents
from ravabet.store import Project
from ravabet.web.app import create_app

READ = ("fa-railway.txt", "fa-note.txt", "ru-bishkek.txt", "en-bank.txt")


def line(document):
    kept = {name: getattr(document, name) for name in ("id", "text", "language", "source", "title")}
    return json.dumps({**kept, "published": document.published.isoformat()}, ensure_ascii=False)


@pytest.fixture(scope="session")
def path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    articles = folder / "articles.jsonl"
    articles.write_text("\n".join(line(one) for one in documents() if one.path in READ), encoding="utf-8")
    scale.add([articles, folder / "missing.txt"], folder / "p.duckdb", workers=1)
    return folder / "p.duckdb"


@pytest.fixture(scope="session")
def project(path):
    return Project.open(path)


@pytest.fixture(scope="session")
def site(path):
    return TestClient(create_app(path), base_url="http://127.0.0.1:8000", follow_redirects=False)


@pytest.fixture(scope="session")
def damaged(project):
    return project.query("SELECT doc FROM document WHERE repaired")[0][0]
