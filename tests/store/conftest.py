"""A project of the demo's articles, made once."""

import pytest

from ravabet.demo import documents
from ravabet.pipeline import code
from ravabet.scale.coding import Task, coded
from ravabet.scale.shards import Shards
from ravabet.store import Project, document_id
from ravabet.store.file import make
from ravabet.store.merging import Facts, merge


@pytest.fixture(scope="session")
def codings():
    """The demo's articles, coded."""
    return [code(document) for document in documents()]


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """A project file of the demo's articles."""
    import datetime

    path = tmp_path_factory.mktemp("project") / "demo.duckdb"
    make(path)
    tasks = [Task(document_id(document), document, None) for document in documents()]
    shard = Shards(path).write([coded(task) for task in tasks])
    merge(path, [shard], Facts(datetime.datetime(2025, 5, 1), "test"))
    return path


@pytest.fixture
def project(demo):
    """The same, open."""
    with Project.open(demo) as found:
        yield found
