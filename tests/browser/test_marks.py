"""What is marked in a text stays in its line, and what is wrong can be corrected by keyboard, mirrored too."""

import pytest

from ravabet.store import Project
from ravabet.store import judgements as store

pytestmark = pytest.mark.browser


def test_marks_stay_in_their_line(visit, known):
    page = visit().go(f"/document/{known['doc']}?event={known['event']}")
    marks = page.locator(".lines [class]").evaluate_all(
        """(found) => found.filter((one) => one.closest('[dir=auto]'))
            .map((one) => [one.className, getComputedStyle(one).display])"""
    )
    assert {name for name, _ in marks if "who" in name}
    assert [mark for mark in marks if mark[1] not in ("inline", "inline-block")] == []


@pytest.mark.parametrize("language", ["en", "fa"])
def test_correcting_by_keyboard(visit, project, language):
    visitor = visit()
    page = visitor.go(f"/judge?by=mend-{language}&lang={language}&order=unsure")
    page.keyboard.press("m")
    assert page.evaluate("document.activeElement.id") == "type"
    page.select_option("#type", "PROTEST" if page.input_value("#type") != "PROTEST" else "AID")
    page.fill("#date", "2024-05")
    page.locator("button[value=correct]").press("Enter")
    page.wait_for_url("**after=**")
    with Project.open(project) as found:
        (one,) = [one for one in store.every(found) if one.by == f"mend-{language}"]
    assert one.verdict == "correct"
    assert one.values["type"] in ("PROTEST", "AID")
    assert one.values.get("date", one.base["date"]) == "2024-05"
    assert visitor.said == []
