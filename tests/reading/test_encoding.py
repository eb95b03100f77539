"""Bytes become text only where the letters make sense; everything else is refused in one sentence."""

import pytest

from ravabet.model import InputError
from ravabet.reading import decode

PERSIAN = "وزیر خارجه گفت که گفت‌وگو با همسایگان ادامه دارد و این روند برای دو کشور مهم است."
OLD_PERSIAN = PERSIAN.replace("ی", "ي")  # windows-1256 has no Persian yeh
ARABIC = "قال وزير الخارجية إن المحادثات مع الدول المجاورة ستستمر في الأسبوع المقبل."
RUSSIAN = "Министр сообщил, что переговоры с соседями продолжатся на следующей неделе в Бишкеке."
ENGLISH = "The minister said that the café talks with the “neighbours” would go on next week."

ENCODED = [
    *((text, name) for text in (PERSIAN, ARABIC, RUSSIAN) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32")),
    *((text, name) for text in (PERSIAN, ARABIC, RUSSIAN, ENGLISH) for name in ("utf-16-le", "utf-16-be")),
    (OLD_PERSIAN, "windows-1256"),
    (ARABIC, "windows-1256"),
    (ARABIC, "iso-8859-6"),
    (ARABIC, "mac-arabic"),
    (RUSSIAN, "mac-cyrillic"),
    (RUSSIAN, "windows-1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "cp866"),
    (RUSSIAN, "iso-8859-5"),
    (ENGLISH, "windows-1252"),
]


@pytest.mark.parametrize(("text", "name"), ENCODED)
def test_every_encoding_of_our_languages_is_read(text, name):
    assert decode(text.encode(name)) == text


REFUSED = [
    ("a long row of bytes without sense", bytes(range(0x80, 0x100)) * 3, "save it as UTF-8"),
    ("random binary with NULs", b"\x00\x01\x02\xff\x00\x07" * 40, "no text holds"),
    ("UTF-8 with one wrong byte", PERSIAN.encode() + b"\xff" + PERSIAN.encode(), "save it as UTF-8"),
    ("a mark and then wrong bytes", b"\xef\xbb\xbf" + PERSIAN.encode() + b"\xd9", "save it again"),
    ("UTF-8 read as Latin-1", PERSIAN.encode().decode("latin-1").encode(), "garbled"),
    ("UTF-8 read as windows-1251", RUSSIAN.encode().decode("windows-1251", "ignore").encode(), "garbled"),
    ("lost letters", ("\ufffd" * 40 + PERSIAN).encode(), "U+FFFD"),
]


@pytest.mark.parametrize(("data", "told"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_makes_no_sense_is_refused(data, told):
    with pytest.raises(InputError, match=told.replace("+", r"\+")):
        decode(data)


@pytest.mark.parametrize(
    "text", [PERSIAN, RUSSIAN, ENGLISH, "Grüße aus Köln, schöne Straße", "外交部长", "тема: ҳамкорӣ"]
)
def test_good_unicode_is_never_called_garbled(text):
    assert decode(text.encode()) == text
