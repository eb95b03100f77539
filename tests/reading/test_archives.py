"""Archives give all that is in them, and bombs, locks and damage end in a sentence."""

import bz2
import gzip
import io
import tarfile
import zipfile

import pytest
from tools.reading_samples import LINES, SAMPLES, TEXT, bundle, tarred, warc

from ravabet.model import Document, Problem
from ravabet.reading import given, read
from ravabet.reading.given import Given, joined
from ravabet.reading.opening import documents_in


def read_bytes(data, name, **known):
    return list(documents_in(Given(io.BytesIO(data), name, name, **known)))


def test_archives_in_archives_are_opened_to_a_depth():
    data, name = TEXT.encode(), "a.txt"
    for depth in range(1, 7):
        data, name = bundle({name: data}), f"{depth}.zip"
        [found] = read_bytes(data, name)
        if depth <= given.DEPTH:
            assert (found.text, found.path.count("!")) == (TEXT, depth)
        else:
            assert "unpack it" in found.what


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("bomb.gz", lambda data: gzip.compress(data, mtime=0)),
        ("bomb.bz2", bz2.compress),
        ("bomb.zip", lambda data: bundle({"a.txt": data})),
        ("bomb.zip", lambda data: bundle({"a.csv": b"text\n" + data})),
        ("bomb.docx", lambda data: bundle({"word/document.xml": data})),
        ("bomb.tar.gz", lambda data: gzip.compress(tarred({"a.txt": data}), mtime=0)),
    ],
)
def test_a_bomb_is_left_early(monkeypatch, name, pack):
    monkeypatch.setattr(given, "FREE", 1 << 16)
    found = read_bytes(pack(b"word " * 200_000), name)
    assert [one for one in found if isinstance(one, Problem)]
    assert not any(isinstance(one, Document) and len(one.text) > given.FREE for one in found)
    assert "far more than it could hold" in found[-1].what


def test_what_all_files_unpack_to_is_limited():
    allowance = given.Allowance(left=3000)
    data = bundle({f"{n}.txt": f"{TEXT} {n}" for n in range(20)})
    found = read_bytes(data, "a.zip", allowance=allowance)
    assert isinstance(found[0], Document)
    assert "far more" in found[-1].what
    assert len(found) == 20


def test_a_locked_file_is_told_and_the_others_are_read():
    data = bytearray(bundle({"a.txt": TEXT, "b.txt": TEXT + " b"}))
    data[6] |= 1  # the flag of encryption, in both heads of the first file
    data[data.index(b"PK\x01\x02") + 8] |= 1
    locked, read_all_the_same = read_bytes(bytes(data), "a.zip")
    assert "password" in locked.what
    assert isinstance(read_all_the_same, Document)


def test_hidden_files_and_folders_are_passed_over():
    [document] = read_bytes(
        bundle({"__MACOSX/._a.txt": b"x", ".DS_Store": b"y", "folder/": b"", "a.txt": TEXT}), "a.zip"
    )
    assert document.path == "a.zip!a.txt"


def test_names_in_utf8_that_do_not_say_so_are_understood():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("خبر.txt"), TEXT)
    data = packed.getvalue()
    for place in (data.index(b"PK\x03\x04") + 7, data.index(b"PK\x01\x02") + 9):
        data = data[:place] + bytes([data[place] & ~8]) + data[place + 1 :]
    [document] = read_bytes(data, "a.zip")
    assert document.path == "a.zip!خبر.txt"


def test_links_in_a_tar_are_not_followed():
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    [problem] = read_bytes(packed.getvalue(), "a.tar")
    assert "holds no file" in problem.what


@pytest.mark.parametrize("name", ["pack.zip", "visit.docx", "pack.tar", "web.warc.gz", "letters.mbox"])
def test_a_pipe_is_read_like_a_file(name):
    pipe = joined(b"", io.BytesIO(SAMPLES[name]))
    assert not pipe.seekable()
    piped = [one.text for one in documents_in(Given(pipe, "stdin", "stdin")) if isinstance(one, Document)]
    assert piped == [one.text for one in read_bytes(SAMPLES[name], name) if isinstance(one, Document)]


def test_a_packed_file_that_breaks_off_gives_the_lines_before(tmp_path):
    lines = b"".join(b'{"text": "line %d of the news"}\n' % number for number in range(5000))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines, mtime=0)[:-2000])
    *documents, problem = read(path)
    assert len(documents) > 500
    assert "breaks off" in problem.what


def test_a_web_archive_packed_record_by_record_is_read():
    records = [b"WARC/1.0" + record for record in warc().split(b"WARC/1.0")[1:]]
    [document] = read_bytes(b"".join(gzip.compress(record, mtime=0) for record in records), "a.warc.gz")
    assert document.text.endswith(LINES[-1])


def test_a_web_archive_without_pages_is_told():
    data = warc().replace(b"200 OK", b"404 No")
    [problem] = read_bytes(data, "a.warc")
    assert "without a page" in problem.what
