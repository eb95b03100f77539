"""What people see and do: every page clean in every language, keys, reading order, judging, work without script."""

import pytest

from ravabet.store import Project
from ravabet.store import judgements as store

pytestmark = pytest.mark.browser
LANGUAGES = ("en", "fa", "ar", "ru")
PAGES = (
    "/",
    "/why?a=RUS&b=KGZ",
    "/events",
    "/network",
    "/search?q=Kyrgyzstan",
    "/health",
    "/judge",
    "/help",
    "/document/{repaired}",
    "/document/{doc}?event={event}",
    "/occurrence/{occurrence}",
    "/cite?of=/why?a=RUS%26b=KGZ",
)
MOST = 300_000
"""Bytes that a page and its own files may have, the chart library left out."""
MOVED = 0.02
"""Of the window, what may move while a page comes in (cumulative layout shift; up to .1 is called good): on a busy
machine a page is drawn in pieces, and the columns of a table cut in its head take their places a little later."""
FIT = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def spoken(path, language):
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_clean(visit, known, language):
    """No error, no request elsewhere, nothing wider than the window, nothing that moves, no heavy page."""
    wrong = []
    for pattern in PAGES:
        path = spoken(pattern.format(**known), language)
        visitor = visit()
        page = visitor.go(path)
        page.wait_for_load_state("load")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        weight = sum(size for url, size in visitor.weight.items() if "plotly" not in url)
        told = {
            "said": visitor.said,
            "foreign": visitor.foreign,
            "too wide": max(0, wide),
            "moved": shifts if (shifts := round(page.evaluate("window.shifts"), 3)) > MOVED else 0,
            "too heavy": weight if weight > MOST else 0,
            "direction": page.evaluate("document.documentElement.dir")
            != ("rtl" if language in ("fa", "ar") else "ltr"),
        }
        wrong += [(path, name, value) for name, value in told.items() if value]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("en", "light", 1280), ("fa", "dark", 1280), ("ar", "light", 390)]
)
def test_every_page_is_fit_for_everybody(visit, known, language, scheme, width):
    """axe-core finds nothing against WCAG 2.2 AA: names, roles, contrast, order of headings, size of what is hit."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    wrong = []
    page = visit(color_scheme=scheme)
    page.page.set_viewport_size({"width": width, "height": 900})
    for pattern in PAGES:
        path = spoken(pattern.format(**known), language)
        found = axe.Axe().run(page.go(path), options=FIT).response["violations"]
        wrong += [(path, one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_fit_a_phone(chromium, address, known, language):
    """Nothing is wider than the window, and no table or chart has to be moved to be seen whole."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    wide = []
    for pattern in (*PAGES, "/health?month=2025-04"):
        path = spoken(pattern.format(**known), language)
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        over = page.evaluate(
            """() => [document.documentElement, ...document.querySelectorAll(".scroll, .chart")]
                .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className || one.tagName)"""
        )
        wide += [(path, one) for one in over]
    context.close()
    assert wide == []


def test_the_answer_is_three_actions_away(visit):
    visitor = visit()
    page = visitor.go("/")
    page.fill("#a", "روسیه")
    page.fill("#b", "Киргизия")
    page.keyboard.press("Enter")
    page.wait_for_url("**/why?**")
    assert "Why did relations between Russia and Kyrgyzstan change?" in page.inner_text("h1")
    assert page.locator("blockquote").count() > 5


def test_every_step_leads_to_its_sentence(visit):
    page = visit().go("/why?a=RUS&b=KGZ")
    quote = page.locator("li[data-item] blockquote mark").first.inner_text()
    page.locator("li[data-item] a[data-evidence]").first.click()
    page.wait_for_url("**/document/**")
    led = " ".join(page.locator("main .in").all_inner_texts())  # the sentence, which may go over several lines
    assert " ".join(quote.split()) in " ".join(led.split())


def boxes(page, selector):
    """The boxes of the words of one line of text, in the order of the text: left edge, top edge, word."""
    return page.evaluate(
        """(selector) => {
            const found = [];
            for (const line of document.querySelectorAll(selector)) {
                const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode())
                    for (const match of node.data.matchAll(/\\S+/g)) {
                        const range = document.createRange();
                        range.setStart(node, match.index);
                        range.setEnd(node, match.index + match[0].length);
                        const box = range.getBoundingClientRect();
                        found.push([box.left, box.top, match[0]]);
                    }
            }
            return found;
        }""",
        selector,
    )


def runs(found):
    """Words on one visual line each, in the order of the text."""
    lines = {}
    for left, top, word in found:
        lines.setdefault(round(top / 8), []).append((left, word))
    return lines.values()


def test_persian_is_read_from_right_to_left(visit, known):
    page = visit().go(spoken(f"/document/{known['doc']}", "en"))
    persian = [
        [left for left, word in line if any("\u0600" <= char <= "\u06ff" for char in word) and not word.isdigit()]
        for line in runs(boxes(page, ".lines > p"))
    ]
    long = [line for line in persian if len(line) > 4]
    assert long
    assert all(line == sorted(line, reverse=True) for line in long)


def test_russian_is_read_from_left_to_right_in_a_mirrored_page(visit, project):
    with Project.open(project) as found:
        (row,) = found.rows("SELECT doc FROM document WHERE language = 'ru' ORDER BY doc LIMIT 1")
    page = visit().go(spoken(f"/document/{row['doc']}", "fa"))
    long = [[left for left, _ in line] for line in runs(boxes(page, ".lines > p")) if len(line) > 4]
    assert long
    assert all(line == sorted(line) for line in long)


def test_repaired_text_stands_beside_what_arrived(visit, known):
    page = visit().go(f"/document/{known['repaired']}")
    rows = [page.locator(f".lines.two > {kind}") for kind in ("p", ".was:not(.head)")]
    assert rows[0].count() == rows[1].count() > 2
    one, two = (row.nth(3).bounding_box() for row in rows)
    assert abs(one["y"] - two["y"]) < 4
    assert one["x"] != two["x"]


@pytest.mark.parametrize(("language", "mirrored"), [("en", False), ("ru", False), ("fa", True), ("ar", True)])
def test_layout_is_mirrored(visit, language, mirrored):
    page = visit().go(spoken("/events", language))
    brand, find = (page.locator(one).bounding_box() for one in ("a.brand", "#find"))
    aside = page.locator("aside.facets").bounding_box()
    assert (brand["x"] > find["x"]) == mirrored
    assert (aside["x"] > 640) == mirrored


def test_charts_keep_their_labels_whole(visit):
    """Charts run from left to right inside; every label in its own direction, none outside the picture."""
    page = visit().go(spoken("/why?a=RUS&b=KGZ", "fa"))
    assert page.locator(".chart").first.get_attribute("dir") == "ltr"
    outside = page.evaluate(
        """() => [...document.querySelectorAll(".chart svg")].flatMap((svg) => {
            const frame = svg.getBoundingClientRect();
            return [...svg.querySelectorAll("text")].filter((label) => {
                const box = label.getBoundingClientRect();
                return box.left < frame.left - 1 || box.right > frame.right + 1;
            }).map((label) => label.textContent);
        })"""
    )
    assert outside == []


def test_everything_by_keyboard(visit):
    page = visit().go("/events")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("[...document.querySelectorAll('[data-item]')].indexOf(document.activeElement)") == 1
    page.keyboard.press("k")
    assert page.evaluate("[...document.querySelectorAll('[data-item]')].indexOf(document.activeElement)") == 0
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/document/**")


def test_judging_by_keyboard(visit, project):
    visitor = visit()
    page = visitor.go("/judge?by=keys")
    for key in ("y", "n", "s", "y"):
        with page.expect_navigation():
            page.keyboard.press(key)
    assert judged(project, "keys") == ["accept", "reject", "accept"]
    with page.expect_navigation():
        page.keyboard.press("z")
    assert judged(project, "keys") == ["accept", "reject", "accept", "withdraw"]
    assert visitor.said == []


def test_a_quick_second_key_does_not_fall_on_what_was_judged(visit, project):
    page = visit().go("/judge?by=quick")
    with page.expect_navigation():
        page.evaluate(
            """() => {
                for (const key of "ynz") {
                    const pressed = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
                    document.body.dispatchEvent(pressed);
                }
            }"""
        )
    assert judged(project, "quick") == ["accept"]
    with page.expect_navigation():
        page.keyboard.press("n")
    assert judged(project, "quick") == ["accept", "reject"]


def judged(project, by):
    with Project.open(project) as found:
        return [one.verdict for one in store.every(found) if one.by == by]


def test_judging_in_a_list_goes_on_to_the_next(visit, project):
    visitor = visit()
    page = visitor.go("/events?by=list")
    page.keyboard.press("j")
    with page.expect_response("**/judge"):
        page.keyboard.press("n")
    page.wait_for_function("document.querySelector('[data-said]').textContent.includes('list')")
    assert page.evaluate("[...document.querySelectorAll('[data-item]')].indexOf(document.activeElement)") == 1
    assert judged(project, "list") == ["reject"]


def test_everything_works_without_script(visit, project):
    page = visit(java_script_enabled=False).go("/")
    page.fill("#a", "Russia")
    page.fill("#b", "Kyrgyzstan")
    with page.expect_navigation():
        page.locator("main form.ask button").click()
    assert "Why did relations" in page.inner_text("h1")
    with page.expect_navigation():
        page.locator("li[data-item] a[data-evidence]").first.click()
    assert page.locator(".lines").count() > 0
    page.goto(page.url.split("/document")[0] + "/judge?by=plain")
    with page.expect_navigation():
        page.locator("button[value=accept]").first.click()
    assert judged(project, "plain") == ["accept"]


def test_report_is_one_file(visit, chromium, tmp_path):
    page = visit().go(spoken("/why?a=RUS&b=KGZ", "ar"))
    with page.expect_download() as download:
        page.locator('a[href*="report.html"]').click()
    place = tmp_path / "report.html"
    download.value.save_as(place)
    context = chromium.new_context(offline=True)
    asked = []
    sheet = context.new_page()
    sheet.on("request", lambda one: asked.append(one.url))
    sheet.goto(place.as_uri())
    assert sheet.evaluate("document.documentElement.dir") == "rtl"
    assert sheet.locator("svg rect").count() > 0
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()
