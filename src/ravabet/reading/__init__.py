"""Bytes of any kind to documents: files, folders and standard input, each problem told and none in another's way."""

from ravabet.reading.documents import title_line
from ravabet.reading.encoding import decode
from ravabet.reading.languages import detect_language
from ravabet.reading.read import read

__all__ = ["decode", "detect_language", "read", "title_line"]
