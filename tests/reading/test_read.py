"""Files, folders, JSON lines and standard input become documents; one bad input never stops the others."""

import datetime
import io
import json
import os

import pytest

from ravabet.model import Document, Problem
from ravabet.reading import read

TEXT = "وزیر خارجه به تهران رفت\nاو گفت که گفت‌وگو با همسایگان ادامه دارد.\n"


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def line(**fields):
    return json.dumps(fields, ensure_ascii=False)


def test_a_text_file_becomes_a_document(tmp_path):
    [document] = read(write(tmp_path, "visit.txt", TEXT))
    assert document.text == TEXT
    assert document.title == "وزیر خارجه به تهران رفت"
    assert (document.language, document.source, document.published) == ("fa", "visit", None)
    assert document.path == str(tmp_path / "visit.txt")


def test_the_id_is_stable_and_follows_the_text(tmp_path):
    first, again, other = (
        next(iter(read(write(tmp_path, name, text)))).id
        for name, text in [("a/visit.txt", TEXT), ("b/visit.txt", TEXT), ("c/visit.txt", TEXT + "پایان")]
    )
    assert first == again != other
    assert first.startswith("visit-")


def test_line_ends_become_one_kind(tmp_path):
    [document] = read(write(tmp_path, "visit.txt", TEXT.replace("\n", "\r\n")))
    assert document.text == TEXT


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        ("عنوان خبر\n2025-05-14\nمتن خبر است.", "عنوان خبر", "2025-05-14"),
        ("2025-05-14\nعنوان خبر\nمتن خبر است.", "عنوان خبر", "2025-05-14"),
        ("Title\nDate: 2025-05-14\nText of it.", "Title", "2025-05-14"),
        ("Title\nOn 2025-05-14 they met.", "Title", None),
        ("Title\n2025-02-30\nText.", "Title", None),
        ("عنوان\n۱۴۰۴-۰۲-۲۴\nمتن", "عنوان", "2025-05-14"),
        ("عنوان\n1404-02-24\nمتن", "عنوان", "2025-05-14"),
        ("چهارشنبه ۲۴ اردیبهشت ۱۴۰۴\nعنوان\nمتن خبر", "عنوان", "2025-05-14"),
        ("A sentence that ends.\nAnother one.", None, None),
        ("Only one line", None, None),
        ("x" * 200 + "\nText.", None, None),
        ("Title\n\n\n\n\n\n2025-05-14\nText.", "Title", None),
    ],
)
def test_title_and_date_are_read_where_plain(tmp_path, text, title, published):
    [document] = read(write(tmp_path, "a.txt", text))
    assert document.title == title
    assert document.published == (published and datetime.date.fromisoformat(published))
    assert document.dated_by == (published and "text")


def test_the_caller_fills_what_the_text_does_not_say(tmp_path):
    day = datetime.date(2025, 5, 14)
    said = write(tmp_path, "said.txt", "Title\n2020-01-01\nText.")
    silent = write(tmp_path, "silent.txt", "Title\nText.")
    first, second = read(said, silent, published=day, source="Agency", language="en")
    assert (first.published, second.published) == (datetime.date(2020, 1, 1), day)
    assert (second.source, second.language) == ("Agency", "en")
    assert (first.dated_by, second.dated_by) == ("text", "given")


def test_json_lines_keep_what_they_say(tmp_path):
    text = "Первая строка\r\nвторая строка."
    content = line(id="a", text=text, language="ru-RU", published="2025-05-14T10:00:00Z", source="S", title="T")
    [document] = read(write(tmp_path, "x.jsonl", "\ufeff" + content + "\n\n"))
    day, place = datetime.date(2025, 5, 14), f"{tmp_path / 'x.jsonl'}:1"
    assert document == Document("a", text, "ru", day, "S", "T", path=place, dated_by="given")


BAD_LINES = [
    ("{not json}", "not JSON"),
    ('["a", "b"]', "no object"),
    (line(id="a"), "has no text"),
    (line(id="a", text="  "), "has no text"),
    (line(id="a", text=5), "has no text"),
    (line(id="a", text="Text.", published="03/04/2025"), '"published"'),
    (line(id="a", text="Text.", published=20250514), '"published"'),
    (line(id="a", text="Text.", published="1704-02-24"), '"published"'),
    (line(id=["a"], text="Text."), '"id"'),
    (line(id="a", text="Text.", title=7), '"title"'),
    ('{"id": "a", "text": "half \\ud83d"}', "half a character"),
    ('{"id": "\\ud83d", "text": "Text."}', "half a character"),
    ("[" * 100_000, "not JSON"),
]


@pytest.mark.parametrize(("bad", "told"), BAD_LINES)
def test_a_bad_line_is_told_and_stops_no_other(tmp_path, bad, told):
    path = write(tmp_path, "x.jsonl", "\n".join([line(id="first", text="One."), bad, line(id="last", text="Two.")]))
    first, problem, last = read(path)
    assert (first.id, last.id) == ("first", "last")
    assert problem.where == f"{path}:2"
    assert told in problem.what


def test_a_line_in_another_encoding_is_told(tmp_path):
    path = write(tmp_path, "x.jsonl", b'{"id": "1", "text": "caf\xe9"}\n' + line(id="2", text="Text.").encode())
    problem, document = read(path)
    assert "not UTF-8" in problem.what
    assert document.id == "2"


def test_a_repeated_id_is_told_with_its_line(tmp_path):
    content = "\n".join([line(id="a", text="One."), line(id="a", text="Two.")])
    first, problem = read(write(tmp_path, "x.jsonl", content))
    assert first.text == "One."
    assert problem == Problem(f"{tmp_path / 'x.jsonl'}:2", problem.what)
    assert "'a'" in problem.what


def test_numbers_serve_as_ids_and_missing_ids_are_made(tmp_path):
    content = "\n".join([line(id=7, text="One."), line(text="Two.")])
    first, second = read(write(tmp_path, "x.jsonl", content))
    assert first.id == "7"
    assert second.id.startswith("x-")


def test_long_json_lines_are_whole(tmp_path):
    texts = ["word " * 3000, "short.", "word " * 500]
    content = "\n".join(line(id=str(n), text=text) for n, text in enumerate(texts))
    assert [document.text for document in read(write(tmp_path, "x.jsonl", content))] == texts


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_lines_in_unicode_with_and_without_a_mark(tmp_path, name):
    content = "\n".join([line(id="a", text=TEXT), line(id="b", text="Two.")])
    assert [document.id for document in read(write(tmp_path, "x.jsonl", content.encode(name)))] == ["a", "b"]


def test_folders_are_read_whole_and_in_order(tmp_path):
    for name in ["b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "c/d/e.txt"]:
        write(tmp_path, name, f"Text of {name}")
    found = [os.path.relpath(document.path, tmp_path) for document in read(tmp_path)]
    assert found == ["b.txt", "a/z.txt", "c/d/e.txt"]


def test_standard_input_is_text_or_json_lines(monkeypatch):
    for content, ids in [(TEXT, 1), (line(id="a", text="One.") + "\n" + line(id="b", text="Two."), 2)]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        assert len(list(read("-"))) == ids


BAD_FILES = [
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b"\xef\xbb\xbf \n\n", "is empty"),
    ("empty.jsonl", b"", "is empty"),
    ("digits.txt", b"1234 5678\n", "no letters"),
    ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"),
    ("photo.jsonl", b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
    ("binary.txt", b"abc\x00\x01\x02def" * 30, "no text holds"),
    ("letter.docx", b"PK\x03\x04\x14\x00[Content_Types].xml word/document.xml", "damaged"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 20, "DOC"),
    ("pack.gz", b"\x1f\x8b\x08\x00rest", "damaged"),
    ("pack.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "unpack it"),
    ("other.xml", b"<?xml version='1.0'?><book></book>", "XML"),
    ("array.json", b"[1]", "no object"),
]


@pytest.mark.parametrize(("name", "content", "told"), BAD_FILES)
def test_a_bad_file_is_told_and_stops_no_other(tmp_path, name, content, told):
    good = write(tmp_path, "good.txt", TEXT)
    problem, document = read(write(tmp_path, name, content), good)
    assert isinstance(problem, Problem)
    assert problem.where.removesuffix(":1").endswith(name)
    assert told in problem.what
    assert ";" in problem.what, "a problem says what to do"
    assert document.path == str(good)


def test_what_is_not_there_is_told(tmp_path):
    (tmp_path / "void").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    missing, void, link = read(tmp_path / "nope.txt", tmp_path / "void", tmp_path / "link.txt")
    assert "no such file" in missing.what
    assert "no file" in void.what
    assert "cannot be opened" in link.what


def test_a_name_that_is_no_unicode_can_still_be_told(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as stream:  # noqa: PTH123  bytes as a name
        stream.write(TEXT.encode())
    [document] = read(tmp_path)
    document.path.encode()
    document.id.encode()
