"""PDF files read in a process of their own: as they are here, and with a sentence where that process ends."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tools.reading_samples import SAMPLES

from ravabet.model import Document, InputError, Layout, Problem
from ravabet.reading.given import Given
from ravabet.reading.opening import documents_in
from ravabet.reading.pdf import PdfText, apart, read_pdf

VISIT = SAMPLES["visit.pdf"]


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    apart.end()
    yield
    apart.end()


def same(one: PdfText, other: PdfText) -> bool:
    """Whether two readings are alike, the place of every character included."""
    plain = [replace(each, layout=Layout(each.layout.sizes, tuple(each.layout.boxes))) for each in (one, other)]
    return plain[0] == plain[1]


def started() -> int:
    apart.read_apart(VISIT)
    return apart._readers[0].process.pid


def test_a_file_reads_the_same_and_the_process_is_used_again() -> None:
    first = started()
    told, here = apart.read_apart(VISIT), read_pdf(VISIT)
    assert same(told, here)
    assert len(told.layout.boxes) == len(told.text)
    assert started() == first != os.getpid()


def test_a_bad_file_is_told_in_the_same_sentence() -> None:
    with pytest.raises(InputError) as here:
        read_pdf(VISIT[:40])
    with pytest.raises(InputError) as told:
        apart.read_apart(VISIT[:40])
    assert str(told.value) == str(here.value)


@pytest.mark.parametrize("what", ["os.abort()", "os._exit(0)", "time.sleep(60)", "bytearray(4 << 30)"])
def test_a_file_that_ends_the_process_takes_no_other_with_it(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is made to fail on one file by a reader put in its place, for no file is known that does it."""
    harm = f"""
import os, sys, time
sys.path[:] = sys.argv[1:]
from ravabet.reading.pdf import apart
apart.STILL, sound = 1.0, apart.read_pdf
def read_pdf(data, begun):
    if data.startswith(b"bad"):
        try:
            {what}
        except MemoryError:
            os.abort()
    return sound(data, begun)
apart.read_pdf = read_pdf
apart.serve()
"""
    monkeypatch.setattr(apart, "_START", harm)
    first = started()
    with pytest.raises(InputError, match="crashes or hangs"):
        apart.read_apart(b"bad")
    assert same(apart.read_apart(VISIT), read_pdf(VISIT))
    assert started() != first


def test_without_a_process_the_file_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_START", "raise SystemExit(3)")
    assert same(apart.read_apart(VISIT), read_pdf(VISIT))
    assert not apart._readers


def test_a_process_that_was_killed_between_files_is_started_again() -> None:
    started()
    apart._readers[0].process.kill()
    apart._readers[0].process.wait()
    found = list(documents_in(Given(io.BytesIO(VISIT), "visit.pdf", "visit.pdf")))
    assert [type(one) for one in found] == [Document]
    assert not any(isinstance(one, Problem) for one in found)
