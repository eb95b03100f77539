"""The damaged example article comes back: measured against the clean text from which the page was made."""

import unicodedata

from ravabet import demo, repair
from ravabet.lexicon import fold

from .source import ROOT

CLEAN = "fa-railway.txt"


def comparable(text):
    return " ".join(fold(unicodedata.normalize("NFKC", text)).split())


def error_rate(reference, text):
    """Levenshtein distance by characters, divided by the length of the reference."""
    row = list(range(len(text) + 1))
    for i, wanted in enumerate(reference, 1):
        diagonal, row[0] = row[0], i
        for j, char in enumerate(text, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (wanted != char))
    return row[-1] / len(reference)


def test_the_repair_brings_most_of_the_order_back():
    [damaged] = [document for document in demo.documents() if document.path == CLEAN]
    clean = comparable((ROOT / "tools" / "demo" / CLEAN).read_text("utf-8"))
    done = repair(damaged.text, language="fa")
    assert done.original == damaged.text
    assert error_rate(clean, comparable(damaged.text)) > 0.5
    assert error_rate(clean, comparable(done.text)) < 0.08


def test_the_sound_articles_stay_as_they_are():
    sound = [document for document in demo.documents() if document.path != CLEAN]
    assert [document.path for document in sound if repair(document.text, language=document.language).damage] == []


def test_the_measure_counts_what_differs():
    assert error_rate("abcd", "abcd") == 0
    assert error_rate("abcd", "abxd") == 0.25
    assert error_rate("abcd", "ab") == 0.5
