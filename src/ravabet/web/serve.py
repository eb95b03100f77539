"""The site on this machine: a free port, the browser, and nothing that others can reach."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path

from ravabet.model import UsageError

HOST = "127.0.0.1"
PORT = 8000
TRIES = 100
"""Ports after the first that are tried."""


def free_port(first: int = PORT) -> int:
    """The first free port from ``first`` on; raises UsageError where there is none among the next ``TRIES``."""
    for port in range(first, min(first + TRIES, 65536)):
        with contextlib.closing(socket.socket()) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    message = f"no free port from {first} to {first + TRIES - 1}: give another one with --port"
    raise UsageError(message)


def serve(
    project: Path,
    *,
    port: int | None = None,
    page: str = "/",
    browser: bool = True,
    tell: Callable[[str], None] = print,
) -> None:
    """Serves a project file until it is stopped; raises InputError where the file cannot be opened.

    ``port``: None takes the first free one from 8000 on; a given one must be free. ``page``: what the browser opens.
    """
    import uvicorn  # noqa: PLC0415  only where something is served

    from ravabet.store import Project  # noqa: PLC0415
    from ravabet.web.app import create_app  # noqa: PLC0415

    Project.open(project).close()
    chosen = free_port() if port is None else _own(port)
    address = f"http://{HOST}:{chosen}{page}"
    config = uvicorn.Config(create_app(project), host=HOST, port=chosen, log_level="warning", access_log=False)
    server = uvicorn.Server(config)
    tell(f"Ravabet is open at {address} (Ctrl-C ends it)")
    if browser:
        threading.Thread(target=_open, args=(server, address), daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is how it ends
        server.run()


def _own(port: int) -> int:
    """A port that was asked for; raises UsageError where it is taken."""
    if free_port(port) != port:
        message = f"port {port} is taken: give another one, or none for the first free one"
        raise UsageError(message)
    return port


def _open(server: object, address: str) -> None:
    """Opens the browser as soon as the site answers."""
    for _ in range(200):
        if getattr(server, "started", False):
            webbrowser.open(address)
            return
        time.sleep(0.05)
