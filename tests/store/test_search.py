"""Search: what a question must find and must not."""

import datetime
import json

import pytest

from ravabet.model import UsageError
from ravabet.scale import add
from ravabet.store import Project
from ravabet.store.search import parse
from ravabet.store.search.snippets import snippet

NEWS = {
    "fa1": ("fa", "کتاب‌های تازه در نمایشگاه تهران", "وزیر فرهنگ کتاب‌های تازه را دید. علی رضایی نیز آنجا بود."),
    "fa2": ("fa", "سفر وزیر", "وزیر خارجه ایران با همتای روس خود درباره تحریم‌ها گفت‌وگو کرد."),
    "ar1": ("ar", "العلاقات بين البلدين", "بحث الوزيران العلاقات بين البلدين وأكدا على أهمية الحوار."),
    "ar2": ("ar", "معرض الكتاب", "افتتح علي حسن معرض كتاب في بغداد."),
    "ru1": (
        "ru",
        "Санкции против Киргизии",
        "США ввели санкции против киргизского банка. Киргизия осудила это.",
    ),
    "ru2": ("ru", "Встреча министров", "Министр иностранных дел Киргизии встретился с российским коллегой."),
    "en1": (
        "en",
        "Kenya accuses Uganda",
        "Kenya accused Uganda of smuggling. The foreign minister of Uganda denied.",
    ),
    "en2": ("en", "Football", "The minister of foreign trade of Uganda watched a football match in Nairobi."),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    news = folder / "news.jsonl"
    rows = (
        {
            "id": id,
            "language": told[0],
            "title": told[1],
            "text": told[2],
            "published": f"2024-0{n}-01",
            "source": f"Paper {n}",
        }
        for n, (id, told) in enumerate(NEWS.items(), 1)
    )
    news.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    add([news], folder / "p.duckdb", workers=1)
    with Project.open(folder / "p.duckdb") as found:
        yield found


def ids(project, question, **more):
    """The ids that documents came with, the best first."""
    kept = dict(project.query("SELECT doc, id FROM document"))
    return [kept[hit.doc] for hit in project.search(question, **more).hits]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("كتاب", {"fa1", "ar2"}),
        ("کتاب", {"fa1", "ar2"}),
        ("علاقة", {"ar1"}),
        ("على", {"ar1", "ar2", "fa1"}),
        ("санкция", {"ru1"}),
        ("киргизией", {"ru1", "ru2"}),
        ("киргизией санкциями", {"ru1"}),
        ("accuse", {"en1"}),
        ('"foreign minister"', {"en1"}),
        ('"министром иностранных дел"', {"ru2"}),
        ("uganda -football", {"en1"}),
        ("санкции OR smuggling", {"ru1", "en1"}),
        ("киргиз*", {"ru1", "ru2"}),
        ("title:футбол OR title:football", {"en2"}),
        ("title:санкции", {"ru1"}),
        ("uganda source:'7'", set()),
        ("uganda source:7", {"en1"}),
        ("lang:ar", {"ar1", "ar2"}),
        ("minister lang:en since:2024-08", {"en2"}),
        ("uganda until:2024-07", {"en1"}),
        ("type:ACCUSE actor:Uganda", {"en1"}),
        ("quote:smuggling", {"en1"}),
        ("quote:football", set()),
        ("وزیر تحریم", {"fa2"}),
        ("nothing-like-this", set()),
        ("lang:fa OR lang:ru", {"fa1", "fa2", "ru1", "ru2"}),
        ("санкци*", {"ru1"}),
        ('"foreign mini"*', {"en1"}),
        ("کتابهای", {"fa1", "ar2"}),
        ("گفتگو", set()),
        ("گفت‌وگو", {"fa2"}),
        ('"گفت وگو"', {"fa2"}),
        ("والعلاقات", {"ar1"}),
        ('title:"accuses uganda"', {"en1"}),
        ('title:"uganda accuses"', set()),
        ('title:"uganda of"', set()),
        ("quote:киргизская", {"ru1"}),
        ("quote:watched", set()),
        ("-lang:en uganda", set()),
        ("uganda -quote:smuggling", {"en2"}),
        ("“foreign minister”", {"en1"}),
        ("source:paper minister -lang:ru", {"en1", "en2"}),
        ("minister trade OR smuggling", {"en1", "en2"}),
    ],
)
def test_questions(project, question, found):
    assert set(ids(project, question)) == found


def test_exact_tells_apart_what_folding_joins(project):
    assert set(ids(project, "على", exact=True)) == {"ar1"}
    assert set(ids(project, "علي", exact=True)) == {"ar2"}
    assert ids(project, "sanctioned", exact=True) == []
    assert ids(project, "کتاب", exact=True) == []  # کتاب‌های is written otherwise
    assert ids(project, "کتاب‌های", exact=True) == ["fa1"]
    assert ids(project, "title:kenya quote:Smuggling", exact=True) == ["en1"]
    assert set(ids(project, "denied OR banana", exact=True)) == {"en1"}


def test_words_of_the_title_come_first(project):
    assert ids(project, "football OR minister")[0] == "en2"


def test_snippet_is_verbatim_and_marked(project):
    for hit in project.search("киргизия санкции").hits:
        text = project.document(hit.doc).text
        assert hit.snippet.span.of(text) == hit.snippet.text
        assert {mark.of(text).lower()[:4] for mark in hit.snippet.marks} == {"санк", "кирг"}


def test_long_text_is_cut_at_words(tmp_path):
    words = [f"word{n}" for n in range(300)]
    words[250] = "needle"
    news = tmp_path / "news.jsonl"
    news.write_text(json.dumps({"id": "x", "language": "en", "text": " ".join(words)}))
    add([news], tmp_path / "p.duckdb", workers=1)
    with Project.open(tmp_path / "p.duckdb") as project:
        (hit,) = project.search("needles").hits
    assert "needle" in hit.snippet.text
    assert set(hit.snippet.text.split()) <= set(words)
    assert len(hit.snippet.text) <= 240


def test_the_stretch_with_most_of_the_different_words_is_shown():
    text = "Wheat, wheat, wheat. " + "Nothing else is told here. " * 20 + "Of wheat and barley."
    (barley,) = [group[0] for group in parse("barley").groups]
    (wheat,) = [group[0] for group in parse("wheat").groups]
    assert "barley" in snippet(text, "en", [wheat, barley]).text
    assert snippet(text, "en", [wheat]).span.start == 0


def test_a_stretch_names_the_events_that_it_tells(project):
    (hit,) = project.search("quote:smuggling").hits
    events = project.rows("SELECT event, quote FROM event WHERE doc = ?", hit.doc)
    assert hit.events == len(events)
    assert set(hit.told) == {event["event"] for event in events if event["quote"] in hit.snippet.text}
    assert hit.told


def test_where_no_word_is_asked_the_newest_come_first(project):
    assert ids(project, "lang:ru OR lang:en") == ["en2", "en1", "ru2", "ru1"]


def test_pages_of_results(project):
    every = ids(project, "minister OR kenya OR uganda")
    assert [ids(project, "minister OR kenya OR uganda", limit=1, offset=n)[0] for n in range(len(every))] == every
    beyond = project.search("minister OR kenya OR uganda", offset=len(every))
    assert (beyond.total, beyond.hits) == (len(every), ())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("", "nothing to search for"),
        ("-only", "nothing to search for"),
        ('"open', "is not closed"),
        ("colour:red", "there is no field 'colour'"),
        ("actor:Atlantis", "names no country or body"),
        ("type:WAR", "is no type of event"),
        ("since:yesterday", "is not a day"),
        ("one OR", "OR stands between two words"),
        ("OR one", "OR stands between two words"),
        ("one OR -two", "OR cannot stand before"),
        ("lang: fa", "says nothing after the colon"),
        ("lang:Persian", "is no code of a language"),
        ("a*", "begins with too little"),
        ("since:2024-13", "is not a day"),
    ],
)
def test_what_cannot_be_asked_is_told(question, told):
    with pytest.raises(UsageError, match=told):
        parse(question)


@pytest.mark.parametrize(
    ("bound", "day"),
    [
        ("since:2024", "2024-01-01"),
        ("until:2024", "2024-12-31"),
        ("until:2024-02", "2024-02-29"),
        ("until:2024-12", "2024-12-31"),
    ],
)
def test_bounds_of_months_and_years(bound, day):
    ((value,),) = parse(bound).groups
    assert datetime.date.fromisoformat(value.value).isoformat() == day
