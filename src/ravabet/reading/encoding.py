"""From bytes to text: the encoding that the bytes state, or the one in which the letters make sense."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence

from charset_normalizer import from_bytes

from ravabet.model import InputError
from ravabet.reading.languages import likeness
from ravabet.reading.tables import encodings

SAMPLE = 20_000
"""Bytes an encoding is judged by."""

LOST = 0.01
"""Share of replacement characters (U+FFFD) above which a text is called lost."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNKNOWN = "is not UTF-8 (from byte {at} on) and in no encoding that gives sensible letters; save it as UTF-8"
_BROKEN = "says it is {name} but breaks off or holds wrong bytes at byte {at}; save it again as UTF-8"
_BINARY = "holds bytes that no text holds; give a text file"
_LOST = "holds characters that an earlier program lost (U+FFFD); get the text again from its source"
_GARBLED = "holds letters garbled by an earlier program (UTF-8 read as {name}); save it again from its source as UTF-8"
_ODD = re.compile(
    r"[a-z][А-яЁё\u0600-\u06ff]|[А-яЁё\u0600-\u06ff][A-Za-z]|[а-яё][А-ЯЁ]"
    r"|(?<=\w)[€√∆≤≥≈¤¢£¥§¶†‡©®™¦¬µ](?=\w)|^[√∆≤≥≈¤¦¬µ©®]\w|[\u2500-\u25ff]"
    r"|[ةى][ء-ي]|[\u064c\u064d][ء-ي]"  # letters and signs that only end a word
)
_GARBLERS = ("windows-1252", "latin-1", "windows-1251", "windows-1256")


def decode(data: bytes) -> str:
    """The text of ``data``, without a byte order mark; raises InputError where it has none that makes sense."""
    text = _decoded(data)
    if "\x00" in text:
        raise InputError(_BINARY)
    if text.count("\ufffd") > LOST * len(text):
        raise InputError(_LOST)
    _refuse_garbled(text)
    return text


def encoding_of(data: bytes, stated: Iterable[str] = ()) -> str:
    """The encoding of ``data``, perhaps one of the ``stated``; raises InputError where none makes sense of it."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return marked
    if b"\x00" in data[:SAMPLE]:
        return _wide(data)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)  # the end may be cut
    except UnicodeDecodeError as problem:
        return _sensible(data, problem.start, [name for name in stated if _is_known(name)])
    return "utf-8"


def _is_known(name: str) -> bool:
    try:
        b"a".decode(name)
    except (LookupError, ValueError):
        return False
    return True


def _decoded(data: bytes) -> str:
    return _strictly(data, encoding_of(data))


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeError as problem:
        message = _BROKEN.format(name=name.removesuffix("-sig").upper(), at=getattr(problem, "start", 0))
        raise InputError(message) from problem


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: the byte order in which the letters make sense."""
    best = _most_sensible(data, ("utf-16-le", "utf-16-be"))
    if best is None:
        raise InputError(_BINARY)
    return best


def _sensible(data: bytes, wrong_at: int, stated: Sequence[str]) -> str:
    best = _most_sensible(data, (*stated, *encodings())) or _most_sensible(data, _guesses(data[:SAMPLE]))
    if best is None:
        message = _UNKNOWN.format(at=wrong_at)
        raise InputError(message)
    return best


def _guesses(sample: bytes) -> Iterator[str]:
    guess = from_bytes(sample).best()
    if guess is not None:
        yield guess.encoding


def _most_sensible(data: bytes, names: Iterator[str] | tuple[str, ...]) -> str | None:
    """The encoding under which most words are frequent ones of some language; None where none makes sense."""
    scored = [(score, name) for name in names if (score := _sense(data, name)) > 0]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def _sense(data: bytes, name: str) -> float:
    try:
        data.decode(name)
    except UnicodeError:
        return 0.0
    text = data[:SAMPLE].decode(name, errors="ignore")
    if any(_is_control(char) for char in text):
        return 0.0
    found = likeness(text)
    return found.score - 4 * _oddness(text) if found is not None and found.frequent > 0 else 0.0


def _oddness(text: str) -> float:
    """Share of words as no language writes them: two scripts, a capital after a small letter, signs of drawing."""
    words = text.split()
    return sum(_ODD.search(word) is not None for word in words) / len(words)


def _is_control(char: str) -> bool:
    return (char < " " and char not in "\t\n\r\f\v\x1a") or "\x7f" <= char < "\xa0" or "\ue000" <= char <= "\uf8ff"


def _refuse_garbled(text: str) -> None:
    """Letters that come out as sensible UTF-8 once the wrong decoding is undone were garbled before they came here."""
    sample = text[:SAMPLE]
    if sample.isascii() or likeness(sample) is not None:
        return
    for name in _GARBLERS:
        try:
            undone = sample.encode(name).decode("utf-8", errors="ignore")
        except UnicodeEncodeError:
            continue
        found = likeness(undone)
        if found is not None and found.frequent > 0 and not undone.isascii():
            message = _GARBLED.format(name=name)
            raise InputError(message)
