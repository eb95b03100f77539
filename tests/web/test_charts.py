"""Charts: every shape where its numbers put it, mirrored where the page is, and readable to those who do not see it."""

import datetime
import re
import xml.etree.ElementTree as ET

import pytest

from ravabet.relating.series import start_of
from ravabet.web.charts.network import Tie, layout, network
from ravabet.web.charts.timeline import WIDTH, Bar, Flag, timeline
from ravabet.web.pages.chart import alone
from ravabet.web.reader import Reader, words
from ravabet.web.series import fitting

DAY = datetime.date
SVG = "{http://www.w3.org/2000/svg}"


def bars():
    return [
        Bar(DAY(2025, 1, 1), "January", (1, 2, 0, 0), 5.0, 4.0, 6.0, read=3),
        Bar(DAY(2025, 2, 1), "«فوریه (Feb)!»", (0, 0, 0, 0), read=0),
        Bar(DAY(2025, 3, 1), "March", (0, 0, 3, 1), -4.0, -5.0, -3.0, read=2),
    ]


def drawn(language="en", flags=(), link=lambda bar: f"/events?since={bar.start}"):
    return ET.fromstring(str(timeline(bars(), flags, words(Reader(language)), link)))


def rects(picture, kind):
    return [
        (float(r.get("x")), float(r.get("y")), float(r.get("height")))
        for r in picture.iter(f"{SVG}rect")
        if r.get("class") == kind
    ]


def test_cooperation_stands_above_the_line_and_conflict_below():
    picture = drawn()
    (axis,) = {float(one.get("y1")) for one in picture.iter(f"{SVG}line") if one.get("class") == "axis"}
    assert all(y < axis for kind in ("c1", "c2") for _, y, _ in rects(picture, kind))
    assert all(y >= axis for kind in ("c3", "c4") for _, y, _ in rects(picture, kind))
    ((_, _, two),), ((_, _, one),) = rects(picture, "c2"), rects(picture, "c1")
    assert two == pytest.approx(2 * one, abs=0.2)


def test_a_period_in_which_nothing_was_read_is_marked():
    assert len(rects(drawn(), "gap")) == 1


def test_time_runs_against_the_line_in_persian():
    one, two = drawn("en"), drawn("fa")
    (ltr,), (rtl,) = rects(one, "c2"), rects(two, "c2")
    assert ltr[0] < WIDTH / 2 < rtl[0]


def test_every_label_is_isolated_and_every_period_says_what_it_holds():
    picture = drawn("fa")
    labels = [text.text for text in picture.iter(f"{SVG}text")]
    assert labels
    assert all(label[0] == "\u2068" and label[-1] == "\u2069" for label in labels)
    links = [a.get("aria-label") for a in picture.iter(f"{SVG}a")]
    assert links == [t.text for t in picture.iter(f"{SVG}title")]
    assert "۳" in links[1]


def test_a_change_point_stands_between_the_periods_it_parts():
    picture = drawn(flags=[Flag(DAY(2025, 3, 1), 1, "colder")])
    (x,) = {float(line.get("x1")) for line in picture.iter(f"{SVG}line") if line.get("class") == "change"}
    before, after = rects(picture, "c2")[0][0], rects(picture, "c4")[0][0]
    assert before < x < after
    assert "#change-1" in [a.get("href") for a in picture.iter(f"{SVG}a")]


def test_the_score_breaks_where_periods_have_no_events():
    assert [p.get("class") for p in drawn().iter(f"{SVG}polyline")] == ["mean far"]
    assert not list(drawn().iter(f"{SVG}polygon"))


def test_the_picture_stands_alone_as_a_file():
    picture = alone(timeline(bars(), [], words(Reader("en"))))
    assert ET.fromstring(picture).find(f"{SVG}style") is not None
    assert not re.search(r"https?://(?!www\.w3\.org)", picture)


@pytest.mark.parametrize(
    ("days", "period"), [(10, "day"), (300, "week"), (900, "month"), (5000, "quarter"), (9000, "year")]
)
def test_the_period_fits_the_length(days, period):
    assert fitting(days) == period


@pytest.mark.parametrize(
    ("period", "start"),
    [
        ("day", DAY(2025, 5, 14)),
        ("week", DAY(2025, 5, 12)),
        ("month", DAY(2025, 5, 1)),
        ("quarter", DAY(2025, 4, 1)),
        ("year", DAY(2025, 1, 1)),
    ],
)
def test_periods_begin_on_their_first_day(period, start):
    assert start_of(DAY(2025, 5, 14), period) == start


TIES = [Tie("RUS", "KGZ", 20, 3.0), Tie("RUS", "UKR", 9, -6.0), Tie("KGZ", "TJK", 2, 0.0)]


def test_the_network_is_the_same_each_time_and_inside_its_frame():
    places = layout(TIES)
    assert places == layout(list(reversed(TIES)))
    assert all(0 < x < 960 and 0 < y < 640 for x, y in places.values())
    assert layout([]) == {}


def test_lines_lead_to_the_question_and_tell_kind_and_weight():
    told = words(Reader("ru"))
    picture = ET.fromstring(str(network(TIES, told, lambda t: f"/why?a={t.a}&b={t.b}", lambda c: f"/events?a={c}")))
    hrefs = [a.get("href") for a in picture.iter(f"{SVG}a")]
    assert "/why?a=RUS&b=UKR" in hrefs
    assert "/events?a=TJK" in hrefs
    widths = {line.get("class"): float(line.get("stroke-width")) for line in picture.iter(f"{SVG}line")}
    assert widths["edge coop"] > widths["edge conf"] > widths["edge mixed"]
