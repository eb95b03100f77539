"""A page from the web, where the user asks for it: only from public hosts, within limits of size, time and moves."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from ravabet.model import InputError

SIZE = 32 << 20
"""Bytes of the largest page that is fetched."""

TIME = 30.0
"""Seconds that one page may take in all, redirects included."""

REDIRECTS = 5
"""Times that a page may be moved on."""

_PORTS = {"http": 80, "https": 443}
_MOVED = (301, 302, 303, 307, 308)
_SAFE = "/%:@!$&'()*+,;=~-._?"
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 behind IPv6 (RFC 6052)
_HEAD = {"User-Agent": "Ravabet", "Accept": "text/html, */*;q=0.5", "Accept-Encoding": "identity"}
_SCHEME = "is no web address that is read; give one that begins with http:// or https://"
_UNKNOWN = "names the host {host}, which is not found; check the address and the network"
_PRIVATE = "leads to {host}, a private or local address, which is never fetched; save the page and give the file"
_MANY = f"was moved on more than {REDIRECTS} times; open it in a browser, save the page and give the file"
_STATUS = "was answered with {status} ({reason}); check the address, or save the page and give the file"
_LARGE = f"is larger than {SIZE >> 20} MB; fetch it yourself and give the file"
_SLOW = f"took longer than {TIME:.0f} seconds; try again, or save the page and give the file"
_FAULT = "could not be fetched ({fault}); try again, or save the page and give the file"


class WebAddress(str):
    """The address of a page that the user allows to be fetched."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent: the bytes, its word on media type and encoding, and the address they came from at last."""

    data: bytes
    media: str | None
    charset: str | None
    address: str


@dataclass(frozen=True, slots=True)
class Net:
    """How hosts are looked up (to numeric addresses) and connected to; tests put their own here."""

    resolve: Callable[[str, int], list[str]]
    connect: Callable[[tuple[str, int], float], socket.socket]


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


NET = Net(_resolve, lambda place, seconds: socket.create_connection(place, seconds))
"""The network as it is."""


def is_address(text: str) -> bool:
    """Whether a text is a web address and not the name of a file."""
    return text.lower().startswith(("http://", "https://"))


def fetch(address: str, net: Net = NET) -> Fetched:
    """The page at ``address``; raises InputError where it cannot or must not be fetched."""
    end = time.monotonic() + TIME
    for _ in range(REDIRECTS + 1):
        try:
            found = _once(address, net, end)
        except (OSError, http.client.HTTPException, ValueError) as fault:
            message = (
                _SLOW if time.monotonic() >= end else _FAULT.format(fault=str(fault)[:100] or type(fault).__name__)
            )
            raise InputError(message) from fault
        if isinstance(found, Fetched):
            return found
        address = found
    raise InputError(_MANY)


def is_public(numeric: str) -> bool:
    """Whether an IP address is one of the open internet, also the IPv4 address within it where it is IPv6."""
    return all(
        one.is_global and not one.is_multicast and not one.is_reserved and not getattr(one, "is_site_local", False)
        for one in _judged(ipaddress.ip_address(numeric))
    )


def _judged(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """The address and all addresses that it leads on to."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address in _TRANSLATED:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    return [address, *(one for one in inner if one is not None)]


def _once(address: str, net: Net, end: float) -> Fetched | str:
    """The page, or the address it was moved to."""
    parts = urlsplit(address)
    if parts.scheme.lower() not in _PORTS or not parts.hostname or parts.username is not None:
        raise InputError(_SCHEME)
    host = parts.hostname.encode("idna").decode("ascii")
    port = parts.port or _PORTS[parts.scheme.lower()]
    with closing(_connected(host, port, net, end)) as sock, closing(sock.dup()) as handle:
        stop = threading.Timer(_left(end), _break_off, [handle])
        stop.daemon = True
        stop.start()
        try:
            with closing(_connection(parts, host, port, sock)) as connection:
                connection.request("GET", _target(parts), headers=_HEAD)
                found = _answer(connection.getresponse(), address)
        finally:
            stop.cancel()
    if time.monotonic() >= end:
        raise TimeoutError
    return found


def _break_off(handle: socket.socket) -> None:
    """Ends a connection that another thread is reading from."""
    with suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)


def _target(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return (quote(parts.path, safe=_SAFE) or "/") + query


def _connection(parts: SplitResult, host: str, port: int, sock: socket.socket) -> http.client.HTTPConnection:
    """HTTP over a socket to the very address that was checked, so that no second look-up can lead elsewhere."""
    if parts.scheme.lower() == "https":
        sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
    connection = http.client.HTTPConnection(f"[{host}]" if ":" in host else host, port)
    connection.default_port = _PORTS[parts.scheme.lower()]
    connection.sock = sock
    return connection


def _connected(host: str, port: int, net: Net, end: float) -> socket.socket:
    try:
        numeric = net.resolve(host, port)
    except (OSError, UnicodeError) as fault:
        raise InputError(_UNKNOWN.format(host=host)) from fault
    if not numeric or not all(is_public(one) for one in numeric):
        raise InputError(_PRIVATE.format(host=host))
    for one in numeric[:-1]:
        try:
            return net.connect((one, port), _left(end))
        except OSError:
            continue
    return net.connect((numeric[-1], port), _left(end))


def _left(end: float) -> float:
    return max(0.1, end - time.monotonic())


def _answer(response: http.client.HTTPResponse, address: str) -> Fetched | str:
    moved = response.getheader("Location")
    if response.status in _MOVED and moved:
        return urljoin(address, moved)
    if response.status != http.client.OK:
        raise InputError(_STATUS.format(status=response.status, reason=response.reason))
    data = response.read(SIZE + 1)
    if len(data) > SIZE:
        raise InputError(_LARGE)
    if response.length:
        raise http.client.IncompleteRead(data, response.length)
    stated = response.headers
    media = stated.get_content_type() if "Content-Type" in stated else None
    return Fetched(data, media, stated.get_content_charset(), address)
