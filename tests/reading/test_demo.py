"""The bundled articles are read as their manifest says, and one of them is really damaged."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from ravabet import demo
from ravabet.reading import detect_language

CLEAN = Path(__file__).parents[2] / "tools" / "demo" / "fa-railway.txt"
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def letters(text):
    return Counter(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def test_the_manifest_names_every_article_once():
    listed = [document.path for document in demo.documents()]
    there = sorted(path.name for path in (Path(demo.__file__).parent / "articles").iterdir())
    assert sorted(listed) == there


@pytest.mark.parametrize("document", demo.documents(), ids=lambda document: document.path)
def test_an_article_is_short_dated_news_in_its_language(document):
    assert 80 <= len(document.text.split()) <= 220
    assert document.published is not None
    assert detect_language(document.text) == document.language
    assert document.title


def test_four_persian_articles_at_least_and_one_in_each_other_language():
    count = Counter(document.language for document in demo.documents())
    assert count["fa"] >= 4
    assert all(count[language] >= 1 for language in ("ar", "ru", "en"))


def test_the_damaged_article_has_the_letters_of_the_clean_one_in_another_order():
    [damaged] = [document for document in demo.documents() if document.path == CLEAN.name]
    clean = CLEAN.read_text("utf-8")
    assert letters(damaged.text) == letters(clean)
    assert damaged.text.split() != clean.split()


def test_the_damage_is_what_the_reader_makes_of_the_page():
    pytest.importorskip("pypdf", reason="the maker of the damaged article is not installed: pip install '.[pdf]'")
    pytest.importorskip("uharfbuzz", reason="the maker of the damaged article is not installed: pip install '.[pdf]'")
    if not FONT.exists():
        pytest.skip("DejaVu Sans, with which the page was set, is not on this machine")
    from tools.make_demo_pdf import damage

    [damaged] = [document for document in demo.documents() if document.path == CLEAN.name]
    made = damage(CLEAN.read_text("utf-8"), FONT)
    assert letters(made) == letters(damaged.text)
    assert made.split() != CLEAN.read_text("utf-8").split()
