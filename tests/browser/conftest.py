"""The demo's articles as a site, and a browser on it."""

import contextlib
import shutil
import socket
import threading
import time

import pytest
import uvicorn

from ravabet import scale
from ravabet.demo import documents
from ravabet.store import Project
from ravabet.web.app import create_app

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHIFTS = """
window.shifts = 0;
const count = (one) => { if (!one.hadRecentInput) window.shifts += one.value; };
new PerformanceObserver((list) => list.getEntries().forEach(count))
  .observe({ type: "layout-shift", buffered: true });
"""


def installed():
    """The browser of this machine, None where it has none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    path = tmp_path_factory.mktemp("browser") / "demo.duckdb"
    scale.add(list(documents()), path, workers=1)
    return path


def free_port():
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def address(project):
    """Where the site is."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(create_app(project), host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def chromium():
    """A running browser."""
    where = installed()
    if where is None:
        pytest.skip("no browser here (apt-get install chromium): the pages are not looked at")
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: the pages are not looked at"
    )
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=where, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visitor:
    """A page of the browser that remembers what went wrong and what was asked for."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.said, self.asked, self.weight = [], [], {}
        page.on("console", lambda one: self.said.append(one.text) if one.type in ("error", "warning") else None)
        page.on("pageerror", lambda one: self.said.append(str(one)))
        page.on("request", lambda one: self.asked.append(one.url))
        page.on("requestfinished", self._weigh)

    def _weigh(self, request):
        sizes = request.sizes()
        self.weight[request.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]

    def go(self, path):
        reply = self.page.goto(self.address + path)
        assert reply.status == 200, path
        return self.page

    @property
    def foreign(self):
        return [url for url in self.asked if not url.startswith((self.address, "data:"))]


@pytest.fixture
def visit(chromium, address):
    """Opens a page with the options of a browser's context."""
    contexts = []

    def opened(**options):
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, **options)
        context.set_default_timeout(30000)  # on a busy machine a page may take its time
        context.add_init_script(SHIFTS)
        contexts.append(context)
        return Visitor(context.new_page(), address)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def known(project):
    """Ids to make addresses of: a Persian document that was repaired, an event between the two, its occurrence."""
    with Project.open(project) as found:
        (row,) = found.rows("SELECT doc FROM document WHERE repaired ORDER BY doc LIMIT 1")
        (event,) = found.rows(
            "SELECT event, occurrence, doc FROM event WHERE language = 'fa' AND list_contains(actors, 'KGZ') "
            "AND list_contains(recipients, 'RUS') ORDER BY confidence DESC LIMIT 1"
        )
    return {"repaired": row["doc"], **event}
