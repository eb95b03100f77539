import pytest

from ravabet.language import analyse
from ravabet.lexicon import Cue, cues
from ravabet.reasoning import reasons
from ravabet.reasoning.judging.senses import MARKS, PLACES, SIDES
from ravabet.reasoning.sentences.discourse import key

from .conftest import Find

CUES = cues("fa")


def fired(text: str) -> set[str]:
    return {entry for reason in reasons(text, analyse(text, "fa"), (), "fa") for entry in reason.because}


@pytest.mark.parametrize("cue", [cue for cue in CUES if cue.example], ids=lambda cue: cue.id)
def test_every_example_fires_its_cue(cue: Cue):
    assert cue.id in fired(cue.example)


@pytest.mark.parametrize("cue", [cue for cue in CUES if cue.counter], ids=lambda cue: cue.id)
def test_no_counterexample_fires_its_cue(cue: Cue):
    assert cue.id not in fired(cue.counter)


def test_every_cue_is_there_once_with_an_example_or_a_reason_not_to_fire():
    assert len({cue.id for cue in CUES}) == len(CUES)
    never = [cue for cue in CUES if ("never", ()) in cue.when]
    assert all(cue.example for cue in CUES if cue not in never)
    assert all(cue.counter for cue in never)


def test_no_two_cues_are_written_with_the_same_letters():
    plain = [(key("".join(cue.words)), cue.shape) for cue in CUES if not cue.verbs]
    assert len(set(plain)) == len(plain)


def test_every_condition_is_known():
    names = {name for cue in CUES for name, _ in cue.when}
    assert names <= PLACES.keys() | SIDES.keys() | MARKS


def test_a_language_without_cues_has_none():
    assert cues("xx") == ()


@pytest.mark.parametrize(
    "text",
    [
        "دو وزیر برای گفت‌وگو درباره مرز به پایتخت رفتند.",
        "نمایندگان گرد آمدند تا درباره بودجه رأی بدهند.",
        "رزمایش با هدف آمادگی نیروها برگزار شد.",
        "به منظور کاهش هزینه‌ها، دو شرکت یکی شدند.",
    ],
)
def test_a_purpose_is_not_a_reason(text: str):
    assert reasons(text, analyse(text, "fa"), (), "fa") == ()


@pytest.mark.parametrize(
    ("written", "cue"),
    [
        ("نشست به‌دلیل برف سنگین به تعویق افتاد.", "phrase:به دلیل"),
        ("وزیر درپی رسوایی مالی از سمت خود کنار رفت.", "phrase:در پی"),
        ("آنان رفتند، چراکه جاده بسته بود.", "clause:چرا که"),
        ("نشست به دليل برف سنگين به تعويق افتاد.", "phrase:به دلیل"),
        ("ازآنجاکه جاده بسته شد، کاروان بازگشت.", "clause:از آنجا که"),
    ],
)
def test_a_cue_is_found_however_it_is_written(written: str, cue: str):
    assert cue in fired(written)


def test_a_cue_written_together_with_its_cause_gives_no_empty_cue(find: Find):
    assert all(reason.cue and reason.cue.start < reason.cue.end for reason in find("او ازترس پلیس از شهر فرار کرد."))
    assert [reason.cue is not None for reason in find("او از ترس پلیس از شهر فرار کرد.")] == [True]
