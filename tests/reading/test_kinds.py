"""Every kind of file: a sound one gives its documents, a broken or empty one a sentence, and none stops the others."""

import datetime
import io

import pytest
from tools.reading_samples import DAY, LINES, RUSSIAN, SAMPLES, TEXT, TITLE

from ravabet.model import Document, Problem
from ravabet.reading import read
from ravabet.reading.tables import kinds

DATE = datetime.date.fromisoformat(DAY)
NEWS, AUTHOR = "خبرگزاری رود", "مینا رودی"

# name, documents, and of the first: title, author, source, how it was dated
SOUND = [
    ("text.txt", 1, TITLE, None, "text", "text"),
    ("old.txt", 1, None, None, "old", None),
    ("wide.txt", 1, None, None, "wide", None),
    ("page.html", 1, TITLE, AUTHOR, NEWS, "metadata"),
    ("old.html", 1, TITLE, None, NEWS, None),
    ("page.mhtml", 1, TITLE, None, "rud.example", "page"),
    ("news.rss", 2, TITLE, None, NEWS, "metadata"),
    ("news.atom", 1, TITLE, None, NEWS, "metadata"),
    ("news.jsonl", 3, None, None, "news", "given"),
    ("news.json", 3, None, None, "news", "given"),
    ("news.csv", 3, None, None, "رود", "given"),
    ("news.tsv", 3, None, None, "رود", "given"),
    ("visit.pdf", 1, None, None, "visit", None),
    ("visit.docx", 1, TITLE, AUTHOR, "visit", "metadata"),
    ("visit.odt", 1, TITLE, None, "visit", "metadata"),
    ("visit.rtf", 1, "River", None, "visit", None),
    ("book.epub", 2, TITLE, None, "کتاب رود", "metadata"),
    ("letter.eml", 2, "новости", "مینا", "letter", "metadata"),
    ("letters.mbox", 3, "новости", "مینا", "letters", "metadata"),
    ("web.warc", 1, TITLE, AUTHOR, NEWS, "metadata"),
    ("web.warc.gz", 1, TITLE, AUTHOR, NEWS, "metadata"),
    ("pack.zip", 2, None, None, "one", None),
    ("pack.tar", 4, None, None, "one", None),
    ("pack.tar.gz", 1, None, None, "one", None),
    ("text.txt.gz", 1, None, None, "text", None),
    ("text.txt.bz2", 1, None, None, "text", None),
    ("text.txt.xz", 1, None, None, "text", None),
]


def of_kind(found, kind):
    return [one for one in found if isinstance(one, kind)]


def put(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


def test_the_table_has_every_sample_and_every_reader():
    assert {row[0] for row in SOUND} == set(SAMPLES)


@pytest.mark.parametrize(("name", "count", "title", "author", "source", "dated_by"), SOUND)
def test_a_sound_file_gives_its_documents(tmp_path, name, count, title, author, source, dated_by):
    documents = of_kind(read(put(tmp_path, name, SAMPLES[name])), Document)
    assert len(documents) == count
    first = documents[0]
    assert (first.title, first.author, first.source, first.dated_by) == (title, author, source, dated_by)
    assert first.published == (DATE if dated_by else None)
    assert {document.language for document in documents} <= {"fa", "ru", "en"}
    assert first.path.startswith(str(tmp_path / name))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_kind_is_seen_whatever_the_name(tmp_path, monkeypatch, name):
    told = of_kind(read(put(tmp_path, name, SAMPLES[name])), Document)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SAMPLES[name])))
    piped = of_kind(read("-"), Document)
    assert [document.text for document in piped] == [document.text for document in told]


@pytest.mark.parametrize(
    "name", ["page.html", "news.atom", "visit.docx", "visit.odt", "book.epub", "text.txt.xz", "web.warc"]
)
def test_the_text_arrives_whole_with_its_half_spaces(tmp_path, name):
    first = of_kind(read(put(tmp_path, name, SAMPLES[name])), Document)[0]
    assert all(line in first.text for line in LINES)


@pytest.mark.parametrize(
    "name", [name for name in SAMPLES if not name.endswith((".txt", ".html", ".jsonl", ".csv", ".tsv"))]
)
def test_a_file_cut_off_is_told_or_read_as_far_as_it_goes(tmp_path, name):
    good = put(tmp_path, "good.txt", TEXT.encode())
    *found, last = read(put(tmp_path, "cut-" + name, SAMPLES[name][: len(SAMPLES[name]) // 2]), good)
    assert last.path == str(good)
    assert found
    assert all(";" in problem.what for problem in of_kind(found, Problem))


@pytest.mark.parametrize(
    "suffix", sorted({suffix for kind in kinds() for suffix in kind.names} | {".docx", ".zip", ".gz"})
)
def test_an_empty_file_is_told(tmp_path, suffix):
    [problem] = read(put(tmp_path, "void" + suffix, b""))
    assert "is empty" in problem.what


def test_what_a_letter_or_archive_holds_is_told_by_where_it_is(tmp_path):
    places = [document.path for document in of_kind(read(put(tmp_path, "m.mbox", SAMPLES["letters.mbox"])), Document)]
    assert places == [f"{tmp_path}/m.mbox:1", f"{tmp_path}/m.mbox:1!note.txt", f"{tmp_path}/m.mbox:2"]
    found = list(read(put(tmp_path, "p.zip", SAMPLES["pack.zip"])))
    assert [one.path if isinstance(one, Document) else one.where for one in found] == [
        f"{tmp_path}/p.zip!{name}" for name in ("a/one.txt", "two.html", "photo.png")
    ]
    assert "picture" in found[2].what


def test_changes_in_a_word_file_count_as_accepted(tmp_path):
    [document] = read(put(tmp_path, "a.docx", SAMPLES["visit.docx"]))
    assert "متن پذیرفته" in document.text
    assert "پیشین" not in document.text
    assert document.text.endswith("سال\tآب")


def test_letters_keep_their_own_encoding(tmp_path):
    *_, last = read(put(tmp_path, "m.mbox", SAMPLES["letters.mbox"]))
    assert last.text == RUSSIAN
