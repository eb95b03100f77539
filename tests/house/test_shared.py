"""No text of ``../shared`` (gold passages, the founding document) is in the repository, not even eight words of it."""

import json
import re

import pytest

from .source import SHARED, files

WORDS = 8
TEXT = {".py", ".yaml", ".yml", ".json", ".jsonl", ".txt", ".tsv", ".csv", ".md", ".toml", ".cff", ".html"}
_WORD = re.compile(r"\w+")


def shingles(text):
    """Every run of eight words, folded so that spelling and half-spaces do not hide a copy."""
    words = _WORD.findall(text.lower().replace("\u200c", " ").translate(str.maketrans("يىك", "ییک")))
    return {" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}


def shared_texts():
    for path in sorted((SHARED / "gold").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield path.name, json.loads(line).get("text", "")
    for path in sorted((SHARED / "seed").glob("*.txt")):
        yield path.name, path.read_text("utf-8")


def copies(texts, paths):
    """Where a file repeats a run of a text."""
    known = {}
    for name, text in texts:
        for run in shingles(text):
            known.setdefault(run, name)
    for path in paths:
        if path.suffix in TEXT:
            for run in sorted(shingles(path.read_text("utf-8", errors="replace")) & known.keys()):
                yield f"{path} repeats {known[run]}: {run}"


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="../shared is not here, so there is nothing to compare with")
def test_no_text_of_shared_is_in_the_repository():
    found = list(copies(shared_texts(), files()))
    assert not found, "\n".join(found)


def test_the_check_sees_a_copy_in_another_spelling(tmp_path):
    text = "این جمله را کسی برای آزمودن همین آزمون نوشته است و بس"
    (tmp_path / "a.py").write_text("x = 'این جمله را كسي براي آزمودن همين آزمون نوشته است'", "utf-8")
    (tmp_path / "b.py").write_text("x = 'این جمله را کسی برای آزمودن همین'", "utf-8")
    found = list(copies([("gold", text)], sorted(tmp_path.iterdir())))
    assert found
    assert all("a.py" in sentence for sentence in found)
