"""Tables and JSON in all the forms they come in, each bad row told with its line."""

import json

import pytest

from ravabet.model import Document, Problem
from ravabet.reading import read

FIRST, SECOND = "Первая новость о переговорах министров.", "Вторая новость, о воде; и о реке."


def put(folder, name, content, encoding="utf-8"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_delimiter_and_encoding_are_found_out(tmp_path, delimiter, encoding):
    rows = [["id", "title", "text"], ["1", "Встреча", f'"{FIRST}"'], ["2", "Река", f'"{SECOND}"']]
    table = "".join(delimiter.join(row) + "\r\n" for row in rows)
    one, two = read(put(tmp_path, "news.csv", table, encoding))
    assert [(one.id, one.title, one.text), (two.id, two.title, two.text)] == [
        ("1", "Встреча", FIRST),
        ("2", "Река", SECOND),
    ]


@pytest.mark.parametrize(
    "names",
    [
        "Headline,Body,PubDate,Outlet,Byline",
        "title,full_text,published_at,source-name,author",
        "عنوان,متن خبر,تاریخ انتشار,خبرگزاری,نویسنده",
        "العنوان,النص,تاريخ النشر,المصدر,الكاتب",
        "Заголовок,Текст,Дата публикации,Источник,Автор",
        "عنوان,متن خبر,تاريخ انتشار,خبرگزاري,نويسنده",
    ],
)
def test_columns_are_known_in_four_languages(tmp_path, names):
    [document] = read(put(tmp_path, "a.csv", f"{names}\nT,{FIRST},14.05.2025,S,A B\n"))
    assert (document.title, document.text, document.source, document.author) == ("T", FIRST, "S", "A B")
    assert (document.published.isoformat(), document.dated_by) == ("2025-05-14", "given")


def test_a_table_without_a_text_is_told_with_its_columns(tmp_path):
    [problem] = read(put(tmp_path, "a.csv", "date,country,count\n2025-05-14,RUS,3\n"))
    assert "no column with the text" in problem.what
    assert all(name in problem.what for name in ("'date'", "'country'", "'count'"))


BAD_ROWS = [
    ("2025-05-14,One,two,three", "4 fields where the first line names 2 columns"),
    ("03/04/2025,Text of it", '"published"'),
    ("2025-05-14,", "has no text"),
    ("2025-05-14", "has no text"),
    ("2025-05-14,123", "no letters"),
]


@pytest.mark.parametrize(("row", "told"), BAD_ROWS)
def test_a_bad_row_is_told_and_stops_no_other(tmp_path, row, told):
    path = put(tmp_path, "a.csv", f'date,text\n2025-05-14,"One,\ntwo lines"\n{row}\n2025-05-15,Last\n')
    first, problem, last = read(path)
    assert (first.text, last.text) == ("One,\ntwo lines", "Last")
    assert (first.path, problem.where, last.path) == (f"{path}:2", f"{path}:4", f"{path}:5")
    assert told in problem.what
    assert ";" in problem.what


def test_markup_in_a_table_is_taken_out(tmp_path):
    [document] = read(put(tmp_path, "a.csv", f'text\n"<p>{FIRST}</p><p>A&nbsp;&amp;&nbsp;B</p>"\n'))
    assert document.text == f"{FIRST}\nA & B"


def test_a_long_table_is_read_as_it_comes(tmp_path):
    path = put(tmp_path, "a.csv", "text\n" + "".join(f"Новость номер {n} о переговорах\n" for n in range(5000)))
    assert sum(isinstance(one, Document) for one in read(path)) == 5000


def test_bytes_in_another_encoding_are_told_where_they_are(tmp_path):
    rows = "text\n" + f"{FIRST}\n" * 3000
    *documents, problem = read(put(tmp_path, "a.csv", rows.encode() + SECOND.encode("windows-1251") + b"\n"))
    assert "not in the encoding of the rest" in problem.what
    assert documents


RECORDS = [{"id": "a", "text": FIRST}, {"id": "b", "text": SECOND}]
FORMS = {
    "lines": "\n".join(json.dumps(record) for record in RECORDS),
    "list": json.dumps(RECORDS),
    "list over lines": json.dumps(RECORDS, indent=2),
    "objects over lines": "\n".join(json.dumps(record, indent=2) for record in RECORDS),
    "list in an object": json.dumps({"count": 2, "articles": RECORDS}, indent=2),
    "list in an object on one line": json.dumps({"count": 2, "articles": RECORDS}),
    "other names": json.dumps([{"id": one["id"], "body": one["text"], "headline": "T"} for one in RECORDS]),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt"])
def test_json_in_every_form_is_read(tmp_path, form, name):
    found = list(read(put(tmp_path, name, FORMS[form])))
    assert [(one.id, one.text) for one in found] == [("a", FIRST), ("b", SECOND)]


def test_json_that_breaks_off_gives_what_came_before(tmp_path):
    path = put(tmp_path, "a.json", FORMS["list over lines"][:-20])
    document, problem = read(path)
    assert document.id == "a"
    assert isinstance(problem, Problem)
    assert problem.where.startswith(f"{path}:")
    assert "rest of the file" in problem.what
