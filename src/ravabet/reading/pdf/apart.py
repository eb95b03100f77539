"""PDF files read in a process of their own, so that one on which pdfium crashes or hangs does not end a whole batch.

The process is started for the first file and used for all that follow. A new one takes its place where it ends, and the
file that it held is told to be at fault.
"""

from __future__ import annotations

import atexit
import faulthandler
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ravabet.model import InputError
from ravabet.reading.pdf.read import PdfText, read_pdf

STILL, STILL_A_PAGE = 30.0, 0.02
"""Seconds that one page may take, and more for each page before it: after the last, all are set in order."""

MEMORY = 3 << 30
"""Bytes that the process may take."""

_ENDED = "is a PDF on which the PDF library crashes or hangs; save it anew with another program"
_START = "import sys; sys.path[:] = sys.argv[1:]; from ravabet.reading.pdf.apart import serve; serve()"
_READY = b"ready"
_SIZE = 8


@dataclass(slots=True)
class _Reader:
    """The process, and which process started it: one that was forked may not talk to it."""

    process: subprocess.Popen[bytes]
    owner: int

    def asked(self, data: bytes) -> PdfText | Exception:
        """What it makes of a file; EOFError or OSError where it ends."""
        assert self.process.stdin and self.process.stdout
        _put(self.process.stdin, data)
        told = pickle.loads(_got(self.process.stdout))
        assert isinstance(told, PdfText | Exception)
        return told

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.communicate()


_lock = threading.Lock()
_readers: list[_Reader] = []


def read_apart(data: bytes) -> PdfText:
    """As ``read_pdf``, in another process; InputError also where that one crashes, hangs or wants too much memory."""
    with _lock:
        reader = _reader()
        if not reader:
            return read_pdf(data)
        try:
            told = reader.asked(data)
        except (EOFError, OSError):
            end()
            raise InputError(_ENDED) from None
        except BaseException:
            end()  # its answer to this file would be taken for that to the next
            raise
    if isinstance(told, Exception):
        raise told
    return told


def end() -> None:
    """End the process, if there is one; the next file starts another."""
    while _readers:
        reader = _readers.pop()
        if reader.owner == os.getpid():
            reader.end()


atexit.register(end)


def _reader() -> _Reader | None:
    """The process, started where there is none; None where none can be started."""
    if _readers and (_readers[0].owner != os.getpid() or _readers[0].process.poll() is not None):
        end()
    if not _readers and sys.executable:
        paths = [str(Path(path).resolve()) for path in sys.path]
        command = [sys.executable, "-c", _START, *paths]
        surroundings = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
        with suppress(OSError, EOFError):
            process = subprocess.Popen(
                command, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            _readers.append(_Reader(process, os.getpid()))
            assert process.stdout
            if _got(process.stdout) != _READY:
                raise EOFError
            return _readers[0]
        end()
    return _readers[0] if _readers else None


def serve() -> None:
    """The life of the process: read what comes in and tell what it holds, until the other end is closed."""
    said = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory()
    _put(said, _READY)
    with suppress(EOFError, OSError), Path(os.devnull).open("w", encoding="utf-8") as nowhere:

        def begun(page: int) -> None:
            faulthandler.dump_traceback_later(STILL + page * STILL_A_PAGE, exit=True, file=nowhere)

        while True:
            data = _got(sys.stdin.buffer)
            begun(0)
            told = _told(data, begun)
            faulthandler.cancel_dump_traceback_later()
            _put(said, told)


def _told(data: bytes, begun: Callable[[int], None]) -> bytes:
    try:
        return pickle.dumps(read_pdf(data, begun), pickle.HIGHEST_PROTOCOL)
    except Exception as fault:
        return _sent(fault)


def _sent(fault: Exception) -> bytes:
    """An exception that can be raised again; a library raises whatever it likes, also what cannot be sent."""
    try:
        sent = pickle.dumps(fault)
        pickle.loads(sent)
    except Exception:
        return pickle.dumps(RuntimeError(f"{type(fault).__name__}: {fault}"))
    return sent


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _put(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(_SIZE, "little"))
    stream.write(data)
    stream.flush()


def _got(stream: IO[bytes]) -> bytes:
    """One message; EOFError where the other end is closed."""
    size = int.from_bytes(_exactly(stream, _SIZE), "little")
    return _exactly(stream, size)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
