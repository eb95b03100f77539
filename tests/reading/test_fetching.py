"""Pages are fetched only when asked for, from public hosts, within limits; every test stays on this machine."""

import http.server
import socket
import threading
from contextlib import contextmanager
from importlib import import_module

import pytest
from tools.reading_samples import SAMPLES, TITLE

from ravabet.model import Document, InputError, Problem
from ravabet.reading import WebAddress, fetching, read
from ravabet.reading.fetching import Net, fetch, is_public

PUBLIC = "93.184.215.14"
HOSTS = {
    "news.example": [PUBLIC],
    "inside.example": ["10.0.0.7"],
    "both.example": [PUBLIC, "127.0.0.1"],
    "six.example": ["::ffff:192.168.0.1"],
}
ANSWERS = {
    "/page": (200, {"Content-Type": "text/html; charset=windows-1256"}, SAMPLES["old.html"]),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, SAMPLES["text.txt.gz"]),
    "/moved": (302, {"Location": "/page"}, b""),
    "/round": (301, {"Location": "http://news.example/round"}, b""),
    "/to-inside": (302, {"Location": "http://inside.example/page"}, b""),
    "/to-this-machine": (302, {"Location": "http://127.0.0.1:22/"}, b""),
    "/to-file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/cut": (200, {"Content-Type": "text/html", "Content-Length": "100000"}, b"<html>"),
    "/large": (200, {"Content-Type": "text/plain"}, b"word " * 1000),
}


ASKED: list[tuple[str, str]] = []


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        ASKED.append((self.headers["Host"], self.path))
        status, headers, data = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@contextmanager
def serving(server):
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def net():
    """Hosts of our own, whose public address leads to a server on this machine."""
    reached = []

    def connect(place, seconds):
        reached.append(place)
        assert is_public(place[0]), "only checked addresses are connected to"
        return socket.create_connection(server.server_address, seconds)

    with serving(http.server.HTTPServer(("127.0.0.1", 0), Handler)) as server:
        ASKED.clear()
        yield Net(lambda host, _: HOSTS.get(host) or [host], connect)


def test_a_page_comes_with_what_the_server_says_of_it(net):
    page = fetch("http://news.example/page", net)
    assert (page.data, page.media, page.charset) == (SAMPLES["old.html"], "text/html", "windows-1256")
    assert ASKED == [("news.example", "/page")]


def test_a_page_that_was_moved_is_found(net):
    assert fetch("http://news.example/moved", net).address == "http://news.example/page"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://news.example/none", "404"),
        ("http://news.example/round", "moved on more than 5 times"),
        ("http://inside.example/page", "private or local"),
        ("http://both.example/page", "private or local"),
        ("http://six.example/page", "private or local"),
        ("http://127.0.0.1/page", "private or local"),
        ("http://[::1]/page", "private or local"),
        ("http://news.example/to-inside", "private or local"),
        ("http://news.example/to-this-machine", "private or local"),
        ("http://news.example/to-file", "http://"),
        ("http://user:word@news.example/page", "http://"),
        ("http://news.example:99999/page", "could not be fetched"),
        ("http://news.example/cut", "could not be fetched"),
        ("ftp://news.example/page", "http://"),
    ],
)
def test_what_cannot_or_must_not_be_fetched_is_told(net, address, told):
    with pytest.raises(InputError, match=told) as problem:
        fetch(address, net)
    assert ";" in str(problem.value)


def test_a_large_page_is_left(net, monkeypatch):
    monkeypatch.setattr(fetching, "SIZE", 1000)
    with pytest.raises(InputError, match="larger"):
        fetch("http://news.example/large", net)


def test_a_server_that_never_ends_is_left(monkeypatch):
    monkeypatch.setattr(fetching, "TIME", 0.5)
    over = threading.Event()

    def drip(listener):
        talk, _ = listener.accept()
        with talk:
            while not over.wait(0.05):
                try:
                    talk.sendall(b"H" if not over.is_set() else b"")
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=drip, args=[listener], daemon=True)
        thread.start()
        net = Net(lambda *_: [PUBLIC], lambda _, seconds: socket.create_connection(listener.getsockname(), seconds))
        with pytest.raises(InputError, match="took longer"):
            fetch("http://news.example/", net)
        over.set()
        thread.join()


PRIVATE = """127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 240.0.0.1
    255.255.255.255 ::1 :: fe80::1 fc00::1 fec0::1 ff02::1 ff0e::1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:a00:1::
    2001:0:a00:1::"""


@pytest.mark.parametrize("numeric", PRIVATE.split())
def test_private_addresses_are_known(numeric):
    assert not is_public(numeric)


@pytest.mark.parametrize("numeric", [PUBLIC, "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::808:808"])
def test_public_addresses_are_known(numeric):
    assert is_public(numeric)


def test_addresses_are_fetched_only_where_allowed(net, monkeypatch):
    monkeypatch.setattr(import_module("ravabet.reading.read"), "fetched", lambda address: fetch(address, net))
    address = "http://news.example/page"
    [problem] = read(address)
    assert isinstance(problem, Problem)
    assert "--fetch" in problem.what
    assert not ASKED
    for found in (read(address, fetch=True), read(WebAddress(address))):
        [document] = found
        assert isinstance(document, Document)
        assert (document.title, document.path) == (TITLE, address)
    [packed] = read("http://news.example/packed", fetch=True)
    assert packed.language == "fa"
