"""Every sentence is explained: by what made its events, or by what was missing."""

import pytest

from ravabet.coding.explain import explained
from ravabet.coding.scene import scene

MET = "وزیر خارجه تونس با همتای لیبیایی خود در طرابلس دیدار کرد."


@pytest.mark.parametrize(
    ("text", "kind", "lack", "holds"),
    [
        (MET, "event", "", {"type": "CONSULT"}),
        (MET, "event", "", {"because": "act meet:دیدار کردن*"}),
        ("وزیر خارجه تونس در باغ دیدار کرد.", "no_event", "one_side", {"type": "CONSULT"}),
        ("بازدیدکنندگان دیدار کردند.", "no_event", "nobody", {"words": "دیدار کردند"}),
        ("هوای تونس امروز آفتابی است.", "no_act", "", {"actors": "تونس = TUN"}),
        ("هوا امروز آفتابی است.", "no_act", "", {}),
    ],
)
def test_a_sentence_is_explained(text, kind, lack, holds):
    sentence, *remarks = explained(scene(text, "fa", None))
    assert (sentence.kind, sentence.slots["text"]) == ("sentence", text)
    found = [remark for remark in remarks if (remark.kind, remark.lack) == (kind, lack)]
    assert any(all(part in remark.slots[name] for name, part in holds.items()) for remark in found), remarks


def test_a_text_of_sport_is_left_aside():
    text = "تیم ملی فوتبال تونس در جام جهانی برابر لیبی به پیروزی رسید. سرمربی تیم از بازیکنان فوتبال ستایش کرد."
    assert [remark.kind for remark in explained(scene(text, "fa", None))] == ["aside"]
