"""Charts: every shape where its numbers put it, mirrored where the page is, and readable to those who do not see it."""

import datetime
import re
import xml.etree.ElementTree as ET

import pytest

from ravabet.relating.series import start_of
from ravabet.web.charts.network import Tie, layout, networks
from ravabet.web.charts.placing import Box, Name, placed
from ravabet.web.charts.timeline import NARROW, WIDE, Bar, Flag, timeline, timelines
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
    assert ltr[0] < WIDE.width / 2 < rtl[0]


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


def test_the_network_is_laid_out_the_same_each_time():
    places = layout(TIES)
    assert places == layout(list(reversed(TIES)))
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())
    assert layout([]) == {}


def pictures(language, ties=TIES):
    told = words(Reader(language))
    drawn = networks(ties, told, lambda t: f"/why?a={t.a}&b={t.b}", lambda c: f"/events?a={c}")
    return list(ET.fromstring(f"<both>{drawn}</both>"))


def test_lines_lead_to_the_question_and_tell_kind_and_weight():
    for picture in pictures("ru"):
        hrefs = [a.get("href") for a in picture.iter(f"{SVG}a")]
        assert "/why?a=RUS&b=UKR" in hrefs
        assert "/events?a=TJK" in hrefs
        widths = {line.get("class"): float(line.get("stroke-width")) for line in picture.iter(f"{SVG}line")}
        assert widths["edge coop"] > widths["edge conf"] > widths["edge mixed"]


def test_the_network_fits_a_wide_window_and_a_phone():
    wide, narrow = pictures("en")
    for picture in (wide, narrow):
        _, _, width, height = map(float, picture.get("viewBox").split())
        names = [(float(one.get("x")), float(one.get("y"))) for one in picture.iter(f"{SVG}text")]
        assert len(names) == 4
        assert all(20 < x < width - 20 and 8 < y < height for x, y in names)
    assert float(narrow.get("width")) < 370 < float(wide.get("width"))


def test_names_stand_apart_from_things_and_from_each_other():
    frame = Box(100, 100, 200, 200)
    names = {
        "big": Name(Box(100, 100, 30, 30), 60, 15),
        "below": Name(Box(100, 126, 10, 10), 60, 15),
        "edge": Name(Box(195, 40, 10, 10), 60, 15),
    }
    found = placed(names, [], frame)
    boxes = [*found.values(), *(name.of for name in names.values())]
    assert all(one is two or one.common(two) == 0 for one in boxes for two in boxes)
    assert all(box.common(frame) == box.area for box in found.values())


def test_a_name_keeps_off_lines():
    name = Name(Box(100, 100, 10, 10), 40, 15)
    line = ((100.0, 100.0), (100.0, 190.0))
    free, beside = (placed({"a": name}, lines, Box(100, 100, 200, 200))["a"] for lines in ([], [line]))
    assert free.y > 100
    assert free.crossed(*line) == pytest.approx(15)
    assert beside.crossed(*line) == 0


def test_the_timeline_on_a_phone_has_fewer_names_of_periods_none_cut():
    many = [Bar(DAY(2020 + n // 12, n % 12 + 1, 1), "September 2020", (1, 0, 0, 0), 3.0, read=1) for n in range(60)]
    wide, narrow = ET.fromstring(f"<both>{timelines(many, [], words(Reader('en')))}</both>")
    shown = [[one for one in p.iter(f"{SVG}text") if "September" in one.text] for p in (wide, narrow)]
    assert len(shown[0]) > len(shown[1]) >= 2
    assert all(50 < float(one.get("x")) < NARROW.width - 50 for one in shown[1])
