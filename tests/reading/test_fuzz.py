"""A few hundred of the broken files of ``make fuzz``, always the same ones: documents and sentences, nothing else."""

import contextlib
import io

import pytest
from tools.fuzz_reading import Seen, case, faults, run
from tools.reading_samples import SAMPLES

from ravabet.model import InputError
from ravabet.reading.given import Given
from ravabet.reading.office import Parts


@pytest.mark.parametrize("name", SAMPLES)
def test_broken_files_end_in_documents_and_sentences(name):
    seen: dict[str, Seen] = {}
    for number in range(15):
        run(number, 7, [name], seen)
    told = seen[name]
    assert not told.failures, "\n".join(told.failures)
    assert told.runs == 15


def test_a_run_can_be_repeated():
    assert case(3, 7, list(SAMPLES)) == case(3, 7, list(SAMPLES))


def test_the_check_sees_what_must_not_be():
    assert list(faults("a.txt", []))
    assert list(faults("a.txt", [None]))


def test_nothing_is_said_on_standard_error():
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        for number in range(60):
            run(number, 7, ["web.warc", "page.html", "news.rss"], {})
    assert said.getvalue() == ""


@pytest.mark.parametrize("name", ["a/" * 5000, "part\x00\n\x85\u2028name"])
def test_a_part_of_any_name_is_told_in_one_short_line(name):
    where = Given(io.BytesIO(SAMPLES["visit.docx"]), "a.docx", "a.docx")
    with pytest.raises(InputError) as told:
        Parts(where).data(name)
    assert len(str(told.value)) < 200
    assert len(str(told.value).splitlines()) == 1
