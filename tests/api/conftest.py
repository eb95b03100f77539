import pytest
from tests.explaining.rivers import article

from ravabet.scale import bring
from ravabet.store import document_id, record


@pytest.fixture(scope="session")
def path(tmp_path_factory):
    """A project of one article coded by hand."""
    made = tmp_path_factory.mktemp("api") / "p.duckdb"
    coding = article()
    bring([record(document_id(coding.document), coding, coding.document.source)], made)
    return made
