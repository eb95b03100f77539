"""Whatever bytes come, reading ends in documents and problems, never in an exception."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from ravabet.lexicon import EXPERIMENTAL, LANGUAGES
from ravabet.model import Document, InputError
from ravabet.reading import decode, detect_language, read

TEXTS = st.text(min_size=1)
LINES = st.one_of(
    st.binary(max_size=60).map(lambda data: data.replace(b"\n", b" ")),
    st.fixed_dictionaries({"text": TEXTS}, optional={"id": TEXTS, "published": TEXTS}).map(
        lambda record: json.dumps(record).encode()
    ),
)


@given(st.binary(max_size=400))
def test_bytes_are_decoded_or_refused(data):
    try:
        assert "\x00" not in decode(data)
    except InputError as problem:
        assert ";" in str(problem)


@given(TEXTS)
def test_unicode_text_is_kept_or_refused_whole(text):
    try:
        assert decode(text.encode()) == text.removeprefix("\ufeff")
    except InputError as problem:
        assert ";" in str(problem)


@given(TEXTS)
def test_every_text_has_a_language_or_none(text):
    assert detect_language(text) in {*LANGUAGES, *EXPERIMENTAL, None}


@settings(max_examples=60)
@given(st.lists(LINES, min_size=1, max_size=6))
def test_every_line_gives_one_document_or_problem(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("lines") / "x.jsonl"
    path.write_bytes(b'{"text": "First."}\n' + b"\n".join(lines))
    blank = sum(not line.strip(b"\xef\xbb\xbf \t\r\n") for line in lines)
    found = list(read(path))
    assert len(found) == len(lines) - blank + 1
    ids = [item.id for item in found if isinstance(item, Document)]
    assert len(ids) == len(set(ids))
