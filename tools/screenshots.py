"""Take pictures of every page of the site: ``python -m tools.screenshots [FOLDER]``.

The site of the demo's articles, in four languages, light and dark, wide and on a phone; into ``build/screenshots``
unless told otherwise. Needs an installed Chromium and the package playwright.
"""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from ravabet.lexicon import LANGUAGES
from ravabet.store import Project
from ravabet.web import example
from ravabet.web.app import create_app
from ravabet.web.serve import free_port

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (1280, 390)


def pages(project: Path) -> Iterator[tuple[str, str]]:
    """Name and address of every page."""
    with Project.open(project) as found:
        (document,) = found.query("SELECT doc FROM document WHERE repaired ORDER BY doc LIMIT 1")
        (event,) = found.query(
            "SELECT doc, event, occurrence FROM event WHERE list_contains(actors, 'KGZ') AND "
            "list_contains(recipients, 'RUS') ORDER BY confidence DESC LIMIT 1"
        )
    yield "home", "/"
    yield "answer", "/why?a=RUS&b=KGZ"
    yield "events", "/events"
    yield "reading", f"/document/{event[0]}?event={event[1]}"
    yield "repaired", f"/document/{document[0]}"
    yield "occurrence", f"/occurrence/{event[2]}"
    yield "network", "/network"
    yield "search", "/search?q=Kyrgyzstan"
    yield "corpus", "/health"
    yield "judge", "/judge"
    yield "help", "/help"
    yield "cite", f"/cite?of={quote('/why?a=RUS&b=KGZ')}"


def take(browser: Browser, address: str, project: Path, folder: Path) -> None:
    """A picture of every page in every language, scheme and width."""
    for language, scheme, width in product(LANGUAGES, SCHEMES, WIDTHS):
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        page = context.new_page()
        for name, path in pages(project):
            page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={language}")
            page.screenshot(path=folder / f"{name}-{language}-{scheme}-{width}.png", full_page=True)
        context.close()


def main() -> None:
    """Serve the demo's articles and take all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("screenshots: no Chromium is installed here (apt-get install chromium)")
    project = example.project(print)
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(create_app(project), host="127.0.0.1", port=port, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        take(chromium, f"http://127.0.0.1:{port}", project, folder)
        chromium.close()
    server.should_exit = True
    print(f"{folder}: {len(list(folder.glob('*.png')))} pictures")


if __name__ == "__main__":
    main()
