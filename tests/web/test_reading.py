"""A text to read: lines of original and repaired text side by side, what was coded marked, and why."""

import re
from datetime import date

import pytest
from markupsafe import Markup

from ravabet.model import Box, Document, Layout, Repair, Span
from ravabet.web.entries import rules
from ravabet.web.markup import marked
from ravabet.web.pages.images import arrived
from ravabet.web.textmarks import Mark, lines


def plain(html):
    return re.sub(r"<[^>]+>", "", html)


def test_a_damaged_text_stands_beside_its_repair_line_by_line(site, project, damaged):
    text = site.get(f"/document/{damaged}").text
    document = project.document(damaged)
    first = document.text.split("\n")[0]
    was = document.repair.original.split("\n")[0]
    shown = re.findall(r'id="line-1".*?<p[^>]*>(.*?)</p>\s*<div class="was"><p[^>]*>(.*?)</p>', text, re.DOTALL)
    assert [plain(part) for part in shown[0]] == [first, was]
    assert 'class="was"' not in site.get(f"/document/{damaged}?view=only").text


def test_each_event_opens_and_says_why_it_was_coded_so(site, project, damaged):
    for event in project.coding(damaged).events:
        text = site.get(f"/document/{damaged}?event={event.id}").text
        assert 'id="chosen"' in text
        place = next(rule for rule in event.because if ".tsv:" in rule or rule.startswith("act "))
        assert place.split()[-1].rpartition(":")[0].split("/")[0] in text
        assert f'data-event="{event.id}"' in text


def test_each_reason_opens_with_both_sides_marked(site, project, damaged):
    for reason in project.coding(damaged).reasons:
        text = site.get(f"/document/{damaged}?reason={reason.id}").text
        assert 'class="cause"' in text
        assert 'class="effect"' in text
        assert f'data-reason="{reason.id}"' in text


def test_ids_lead_to_their_place(site, project, damaged):
    coding = project.coding(damaged)
    event, reason = coding.events[0].id, coding.reasons[0].id
    assert site.get(f"/event/{event}").headers["location"] == f"/document/{damaged}?event={event}#chosen"
    assert (
        site.get(f"/reason/{reason}?lang=fa").headers["location"]
        == f"/document/{damaged}?reason={reason}&lang=fa#chosen"
    )
    given = project.query("SELECT id FROM document WHERE doc = ?", damaged)[0][0]
    assert site.get(f"/document/{given}").headers["location"] == f"/document/{damaged}"


def test_marks_cross_lines_and_nest_without_losing_a_letter():
    document = Document("d", "One <b>\ntwo three\nfour")
    marks = [
        Mark(Span(4, 12), "in"),
        Mark(Span(4, 7), "", "/e", "b"),
        Mark(Span(8, 17), "cause"),
        Mark(Span(8, 11), "", "/f"),
    ]
    found = lines(document, marks)
    assert [plain(line.html).replace("&lt;", "<").replace("&gt;", ">") for line in found] == [
        "One <b>",
        "two three",
        "four",
    ]
    assert found[0].html == Markup('One <span class="in"><a class="at " href="/e" title="b">&lt;b&gt;</a></span>')
    assert 'class="in cause"' in found[1].html


def test_the_shortest_of_several_links_wins():
    html = lines(Document("d", "abcdef"), [Mark(Span(0, 6), "", "/long"), Mark(Span(2, 3), "", "/short")])[0].html
    assert re.findall(r'href="(\S+)" title="">(\w+)', html) == [("/long", "ab"), ("/short", "c"), ("/long", "def")]


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([(12, 15, "act")], 'a <mark class="act">b c</mark> d'),
        ([(12, 15, "x"), (13, 14, "y")], 'a <mark class="x">b c</mark> d'),
        ([(90, 99, "act")], "a b c d"),
        ([], "a b c d"),
    ],
)
def test_words_are_marked_in_a_sentence(spans, html):
    assert marked("a b c d", 10, spans) == html


def test_rules_are_shown_with_the_entries_that_they_name():
    first, second, third = rules(["actor fa/actors/states.tsv:2", "form active", "act clash:درگیر شدن*"], "fa")
    assert first.place == "fa/actors/states.tsv:2"
    assert first.entry
    assert (second.name, second.told, second.place) == ("form", "active", "")
    assert third.place == "fa/acts/assault.yaml#clash"
    assert "{" not in third.entry
    (told,) = rules(["also told at 315"], "fa")
    assert (told.name, told.told) == ("also", "315")


def test_what_an_act_means_is_told_in_the_readers_language():
    (english,), (persian,) = (rules(["act clash:درگیر شدن*"], "fa", reader) for reader in ("en", "fa"))
    assert english.entry != persian.entry
    assert "A" in english.entry


def test_a_quote_of_a_repaired_page_is_found_where_it_was_printed():
    repair = Repair(text="cdab", original="abcd", offsets=(2, 3, 0, 1))
    document = Document("d", "cdab", repair=repair, published=date(2025, 1, 1))
    assert arrived(document, Span(0, 2)) == [Span(2, 4)]
    assert arrived(document, Span(1, 3)) == [Span(0, 1), Span(3, 4)]
    assert arrived(Document("d", "abcd"), Span(1, 3)) == [Span(1, 3)]


def test_the_layout_gives_a_box_a_line():
    boxes = [Box(1, 10.0 * n, 700, 10.0 * n + 9, 712) for n in range(3)] + [Box(1, 10, 680, 19, 692)]
    assert len(Layout(((595, 842),), boxes).of(Span(1, 4))) == 2


def test_a_text_is_explained_sentence_by_sentence(site, damaged):
    text = site.get(f"/document/{damaged}/explained").text
    assert text.count("<blockquote") > 5
    assert "EVENT" in text
    assert "رویداد" in site.get(f"/document/{damaged}/explained?lang=fa").text
    assert "EVENT" not in site.get(f"/document/{damaged}/explained?lang=fa").text
    assert site.get("/document/d0/explained").status_code == 404
