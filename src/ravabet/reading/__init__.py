"""Bytes of any kind to documents, each problem told and none in another's way."""

from ravabet.reading.documents import title_line, written
from ravabet.reading.encoding import decode
from ravabet.reading.fetching import WebAddress, is_address
from ravabet.reading.languages import detect_language
from ravabet.reading.read import read

__all__ = ["WebAddress", "decode", "detect_language", "is_address", "read", "title_line", "written"]
