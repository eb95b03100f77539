from __future__ import annotations

import json
import os
import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.explaining.made import at, coding, day, event, reason
from tests.explaining.rivers import TEXT, article
from tests.explaining.test_why import contested

from ravabet.explaining import Answer, why
from ravabet.explaining.phrases import FSI, PDI, phrases
from ravabet.explaining.render import FORMATS, render
from ravabet.explaining.wording import steps
from ravabet.model import Coding, Problem, UsageError, When

SNAPSHOTS = Path(__file__).parent / "snapshots"
LANGUAGES = ["en", "fa", "ar", "ru"]
TKM, UZB = ("TKM", "Turkmenistan"), ("UZB", "Uzbekistan")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_snapshot(language: str, form: str) -> None:
    """To accept a new wording: RAVABET_SNAPSHOTS=write pytest tests/explaining, then read the difference."""
    shown = render(why([article()], "TKM", "UZB"), language=language, form=form)
    place = SNAPSHOTS / f"rivers.{language}.{form}"
    if os.environ.get("RAVABET_SNAPSHOTS") == "write":
        place.parent.mkdir(exist_ok=True)
        place.write_text(shown, encoding="utf-8")
    assert shown == place.read_text(encoding="utf-8")


def test_unknown_format_is_told() -> None:
    with pytest.raises(UsageError, match="text, json, md, html, dot"):
        render(why([article()], "TKM", "UZB"), form="pdf")


def first_strong(line: str) -> str:
    """The direction a terminal gives a line: its first strong character outside isolates (UAX 9, P2 and P3)."""
    outside = re.sub(f"{FSI}[^{PDI}]*{PDI}", "", line)
    return next((kind for char in outside if (kind := unicodedata.bidirectional(char)) in ("L", "R", "AL")), "none")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_text_runs_in_the_readers_direction(language: str) -> None:
    right = ("L", "none") if language in ("en", "ru") else ("R", "AL")
    shown = render(why([article()], "TKM", "UZB"), language=language)
    assert [line for line in shown.splitlines() if line.strip() and first_strong(line) not in right] == []


@pytest.mark.parametrize("form", ["text", "md", "html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quote_of_a_step_is_shown(language: str, form: str) -> None:
    answer = why([article()], "TKM", "UZB")
    shown = re.sub("</?mark>", "", render(answer, language=language, form=form))
    for step in answer.steps:
        assert " ".join(step.quote.text.split()) in shown


def test_json_points_to_its_characters() -> None:
    record = json.loads(render(why([article()], "TKM", "UZB"), language="fa", form="json"))
    quotes = [step[key] for step in record["steps"] for key in ("quote", "words")]
    quotes += [link[key] for link in record["links"] for key in ("quote", "cause", "effect", "cue")]
    assert quotes
    assert all(TEXT[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
    assert FSI not in json.dumps(record, ensure_ascii=False)


class Blocks(HTMLParser):
    """Checks that tags close and gathers the attributes of blocks that hold text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.blocks: list[tuple[str, dict[str, str | None]]] = []
        self.loads: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        if tag in ("h1", "h2", "p", "blockquote", "q"):
            self.blocks.append((tag, dict(attrs)))
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.loads += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_whole_and_says_language_and_direction_of_each_block(language: str) -> None:
    page = Blocks()
    page.feed(render(why([article()], "TKM", "UZB"), language=language, form="html"))
    assert page.open == []
    assert page.loads
    assert {link.removeprefix("#") for link in page.loads} <= set(page.ids)
    assert all(attrs.get("dir") == "auto" and attrs.get("lang") for _, attrs in page.blocks)
    assert {attrs["lang"] for tag, attrs in page.blocks if tag == "blockquote"} == {"fa"}


def hostile() -> Coding:
    text = "Uzbekistan <b>condemned</b> *Turkmenistan* & [others](x)."
    return coding(text, [event(text, "condemned", "ACCUSE", [UZB], [TKM], frame="condemn")], id="<i>.txt")


def test_html_escapes_what_it_quotes() -> None:
    shown = render(why([hostile()], "TKM", "UZB"), form="html")
    assert "&lt;b&gt;<mark>condemned</mark>&lt;/b&gt; *Turkmenistan* &amp; [others](x)" in shown
    assert "&lt;i&gt;.txt" in shown


def test_markdown_escapes_what_it_quotes() -> None:
    shown = render(why([hostile()], "TKM", "UZB"), form="md")
    assert r"Uzbekistan \<b\>condemned\</b\> \*Turkmenistan\* & \[others\](x)." in shown


def standing(status: str, speaker: str | None) -> str:
    text = "Turkmenistan banned imports from Uzbekistan."
    banned = event(text, "banned", "SANCTION", [TKM], [UZB], frame="import-ban", status=status, speaker=speaker)  # type: ignore[arg-type]
    return render(why([coding(text, [banned])], "TKM", "UZB"))


@pytest.mark.parametrize(
    ("status", "speaker", "told"),
    [
        ("planned", None, "1. Turkmenistan banned imports from Uzbekistan (planned, undated)"),
        ("denied", None, "1. Turkmenistan banned imports from Uzbekistan (said not to have happened, undated)"),
        ("denied", "TKM", "line 1; according to Turkmenistan; confidence"),
        ("claimed", "UZB", "1. Turkmenistan banned imports from Uzbekistan (claimed by Uzbekistan, undated)"),
        ("claimed", None, "1. Turkmenistan banned imports from Uzbekistan (claimed, not established, undated)"),
        ("happened", "TKM", "line 1; according to Turkmenistan; confidence"),
        ("happened", None, "line 1; confidence"),
    ],
)
def test_how_an_act_stands_is_told(status: str, speaker: str | None, told: str) -> None:
    assert told in standing(status, speaker)


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_contested_reasons_name_their_speakers(form: str) -> None:
    shown = render(contested(("KEN", None)), form=form)
    assert "Contested" in shown
    assert "according to KEN" in shown
    assert "the writer" in shown


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_no_reason_given_is_an_answer(form: str) -> None:
    shown = render(why([hostile()], "TKM", "UZB"), form=form)
    assert "No reason given: what was read states no reason" in shown
    assert "Without a stated reason" in shown


@pytest.mark.parametrize(("since", "told"), [(None, "in what was read"), ("2030-01-01", "in this period")])
def test_no_shared_event_is_told(since: str | None, told: str) -> None:
    answer = why([article()], "IRN", "CHN", since=day(since) if since else None)
    assert f"both Iran and China take part was found {told}" in render(answer)


def test_text_shows_the_latest_and_counts_the_rest() -> None:
    text = " ".join(f"Turkmenistan condemned Uzbekistan over case {n}." for n in range(1, 26))
    events = [
        replace(
            event(text, f"condemned Uzbekistan over case {n}.", "ACCUSE", [TKM], [UZB], frame="condemn"),
            when=When(f"2024-01-{n:02}", "day", at(text, f"case {n}.")),
        )
        for n in range(1, 26)
    ]
    answer = why([coding(text, events)], "TKM", "UZB")
    shown = render(answer)
    assert "Not shown: 5;" in shown
    assert "case 5." not in shown
    assert "case 25." in shown
    assert "case 5." in render(answer, form="html")


def test_in_short_tells_the_best_chain_and_how_each_act_stands() -> None:
    answer = why([article()], "TKM", "UZB")
    assert [path.steps for path in answer.paths] == [(1, 2, 3, 5, 6)]
    claimed = Coding(article().document, tuple(replace(e, status="claimed", speaker="UZB") for e in article().events))
    answer = why([replace(claimed, reasons=article().reasons)], "TKM", "UZB")
    assert "Turkmenistan banned imports from Uzbekistan (April 2024, claimed by Uzbekistan) [6].\n" in render(answer)


def test_problems_are_told_by_cause() -> None:
    bad = [
        Coding(coding("", id=f"bad{n}.txt").document, problem=Problem(f"bad{n}.txt", "is empty")) for n in range(1, 6)
    ]
    shown = render(why([article(), *bad], "TKM", "UZB"))
    assert "Documents read: 6; not coded: 5;" in shown
    assert "not coded: bad1.txt, bad2.txt, bad3.txt (+2): is empty" in shown


def banned_because(cause: str, *stands_for: str) -> str:
    """A ban and its cause, linked by a third sentence."""
    text = (
        "Uzbekistan condemned Turkmenistan. Turkmenistan banned imports. The cause of the ban was this, or a quarrel."
    )
    condemned = event(text, "condemned", "ACCUSE", [UZB], [TKM], frame="condemn")
    banned = event(text, "banned imports", "SANCTION", [TKM], [("UZB", "Uzbekistan")], frame="import-ban")
    link = reason(text, cause, "the ban", "The cause of", stands_for=stands_for)
    link = replace(link, effect=replace(link.effect, stands_for=(banned.sentence,)))
    return render(why([coding(text, [condemned, banned], [link])], "TKM", "UZB"))


def test_reason_from_another_sentence_is_quoted() -> None:
    told = "↑ because of 1 (“The cause of”): “The cause of the ban was this, or a quarrel.” [a.txt, line 1]\n"
    assert told in banned_because("this", "Uzbekistan condemned Turkmenistan.")


def test_reason_from_a_sentence_that_was_shown_is_only_pointed_to() -> None:
    assert "↑ because of 1 (“The cause of”) [a.txt, line 1]\n" in banned_because("a quarrel")


def test_reason_that_other_documents_repeat_names_them() -> None:
    codings = [replace(article(), document=replace(article().document, id=name)) for name in ("a.txt", "b.txt")]
    shown = render(why(codings, "TKM", "UZB"))
    assert "[also told in: b.txt, line 6, 1 May 2024]" in shown
    assert len(shown.split("↑")) == len(render(why([article()], "TKM", "UZB")).split("↑"))
    signed = next(part for part in shown.split("\n\n") if "signed an agreement" in part)
    assert "also told in: b.txt, line 4" in signed


def test_where_names_source_and_file_once() -> None:
    def shown(**document: object) -> str:
        text = "Uzbekistan condemned Turkmenistan."
        condemned = event(text, "condemned", "ACCUSE", [UZB], [TKM], frame="condemn")
        answer: Answer = why([coding(text, [condemned], (), **document)], "TKM", "UZB")
        return render(answer)

    assert "[river.txt, line 1;" in shown(id="river-0123", path="news/river.txt", source="river")
    assert "[Agency, river.txt, line 1;" in shown(id="river-0123", path="news/river.txt", source="Agency")
    assert "[Agency, n17, line 1;" in shown(id="n17", path="news.jsonl:17", source="Agency")
    assert "[n17, line 1;" in shown(id="n17")


ATTRIBUTES = r'\w+=(?:"(?:[^"\\\n]|\\.)*"|[\w.]+)'
STATEMENT = re.compile(rf"  (\w+)(?: -> (\w+))?(?: \[(?:{ATTRIBUTES}(?:, )?)*\])?;|  {ATTRIBUTES};(?: {ATTRIBUTES};)*")
"""What a line of a graph in the DOT language may be: a node or an edge with attributes, or attributes of the graph."""


def arrows(shown: str) -> set[tuple[str, str]]:
    """The arrows of a graph in the DOT language; fails where a line is no statement or an arrow has no box."""
    first, *lines, last = shown.splitlines()
    assert (first, last) == ("digraph why {", "}")
    told = [(line, STATEMENT.fullmatch(line)) for line in lines]
    assert [line for line, match in told if match is None] == []
    edges = {(match[1], match[2]) for _, match in told if match and match[2]}
    boxes = {match[1] for _, match in told if match and match[1] and not match[2]}
    assert {end for edge in edges for end in edge} <= boxes
    return edges


@pytest.mark.parametrize("language", LANGUAGES)
def test_dot_is_a_graph_with_an_arrow_for_every_reason(language: str) -> None:
    answer = why([article()], "TKM", "UZB")
    shown = render(answer, language=language, form="dot")
    assert arrows(shown) == {(f"s{c}", f"s{e}") for link in answer.links for c in link.causes for e in link.effects}
    assert ("rankdir=RL" in shown) == (language in ("fa", "ar"))


def test_dot_escapes_what_it_quotes() -> None:
    text = 'Uzbekistan "condemned" C:\\new\\Turkmenistan  [so] -> it; {said}.'
    odd = coding(text, [event(text, "condemned", "ACCUSE", [UZB], [TKM], frame="condemn")], id='"i".txt')
    shown = render(why([odd], "TKM", "UZB"), form="dot")
    assert arrows(shown) == set()
    assert r"Uzbekistan \"condemned\" C:\\new\\Turkmenistan [so] -> it; {said}. [\"i\".txt, line 1]" in shown


def test_dot_joins_several_causes_of_several_effects_in_a_point() -> None:
    text = "Since Turkmenistan banned cotton and raised duties, Uzbekistan condemned it and called in its envoy."
    events = [
        event(text, "banned", "SANCTION", [TKM], [UZB], frame="import-ban"),
        event(text, "raised duties", "SANCTION", [TKM], [UZB]),
        event(text, "condemned", "ACCUSE", [UZB], [TKM], frame="condemn"),
        event(text, "called in", "ACCUSE", [UZB], [TKM]),
    ]
    cause, effect = text.removesuffix(".").removeprefix("Since ").split(", ")
    answer = why([coding(text, events, [reason(text, cause, effect, "Since", events=events)])], "TKM", "UZB")
    joined = {("s1", "r1"), ("s2", "r1"), ("r1", "s3"), ("r1", "s4")}
    assert arrows(render(answer, form="dot")) == joined


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_isolates_are_closed_on_their_line(language: str, form: str) -> None:
    """An isolate left open would turn the rest of a line; none is put into JSON, and HTML has elements instead."""
    shown = render(why([article()], "TKM", "UZB"), language=language, form=form)
    for line in shown.replace("\\n", "\n").splitlines():
        depth = 0
        for char in line:
            depth += {FSI: 1, PDI: -1}.get(char, 0)
            assert depth in (0, 1)
        assert depth == 0
    assert form not in ("json", "html") or FSI not in shown


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("form", ["text", "md"])
def test_right_to_left_words_stand_in_isolates(language: str, form: str) -> None:
    shown = render(why([article()], "TKM", "UZB"), language=language, form=form)
    outside = re.sub(f"{FSI}[^{PDI}]*{PDI}", "", shown)
    assert [char for char in outside if unicodedata.bidirectional(char) in ("R", "AL")] == []


@pytest.mark.parametrize("form", ["text", "md", "html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_in_short_has_its_footnote(language: str, form: str) -> None:
    answer = why([article()], "TKM", "UZB")
    shown = render(answer, language=language, form=form)
    digits = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹") if language == "fa" else {}
    before = shown.split(">۷." if language == "fa" else ">7.")[0]
    for number in answer.paths[0].steps:
        assert f"[{number}]".translate(digits) in before
        assert form != "md" or f"](#{number})" in before
        assert form != "html" or f'href="#step-{number}"' in before


def test_steps_in_a_row_are_told_as_first_and_last() -> None:
    words = phrases("en")
    assert [steps(numbers, words) for numbers in ([4], [4, 5], [4, 5, 6], [1, 3, 4, 5, 9, 10])] == [
        "step 4",
        "steps 4 and 5",
        "steps 4–6",
        "steps 1, 3–5, 9 and 10",
    ]


def test_text_shows_the_best_chains_of_many_and_counts_the_rest() -> None:
    text = " ".join(f"Since debt {n}., Turkmenistan condemned Uzbekistan over case {n}." for n in range(100, 140))
    events = [
        replace(
            event(text, f"condemned Uzbekistan over case {n}.", "ACCUSE", [TKM], [UZB], frame="condemn"),
            when=When(f"2{n}-01-01", "day", at(text, f"case {n}.")),
        )
        for n in range(100, 140)
    ]
    reasons = [
        reason(text, f"debt {n}.", f"condemned Uzbekistan over case {n}.", confidence=n / 200, events=events)
        for n in range(100, 140)
    ]
    answer = why([coding(text, events, reasons)], "TKM", "UZB")
    assert len(answer.part("chain")) == 80
    shown = render(answer)
    assert "Not shown: 20;" in shown
    assert "\n     “debt" not in shown.split("How it came about")[0]
    for number in (139, 138, 137, 110):
        assert f". “debt {number}.”" in shown.split("How it came about")[1]
    assert "“debt 109.”" not in shown
    assert "debt 100." in render(answer, form="html")
