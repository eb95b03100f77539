"""Arabic: what an act is called is what its words say, and words that are no act name none."""

from __future__ import annotations

import pytest

from ravabet.coding.acts.find import acts
from ravabet.coding.circumstances.where import places
from ravabet.coding.scene import scene
from ravabet.coding.telling.status import standing
from ravabet.language import Sentence


def _sentence(text: str) -> Sentence:
    return scene(text, "ar", None).sentences[0]


def _frames(text: str) -> set[str]:
    sentence = _sentence(text)
    return {act.expression.frame for act in acts(sentence, "ar")}


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("أقال الرئيس الكيني وزير الدفاع من منصبه.", "dismiss"),
        ("فصلت وزارة التربية الكينية عشرات الموظفين.", "dismiss"),
        ("علق الاتحاد الأفريقي عضوية غينيا.", "suspend-membership"),
        ("خرقت طائرة كينية المجال الجوي الأوغندي.", "violate-airspace"),
        ("أضرم شاب كيني النار في جسده احتجاجا على الحكومة.", "self-immolation"),
        ("دخل عمال كينيون في إضراب جوع.", "hunger-strike"),
        ("قررت النيابة الكينية الاحتفاظ بثلاثة أشخاص.", "arrest"),
        ("طالبت النقابة الكينية الحكومة باتخاذ إجراءات عاجلة.", "demand"),
        ("نظم طلاب كينيا تظاهرة ضد الحكومة.", "rally"),
        ("اعترف الرئيس الكيني بارتكاب أخطاء في حق غانا.", "admit"),
        ("أنهى عمال كينيون اعتصامهم أمام وزارة الصحة.", "end-protest"),
    ],
)
def test_frame_says_what_the_words_do(text: str, frame: str) -> None:
    assert frame in _frames(text)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("فصلت وزارة التربية الكينية عشرات الموظفين.", "arrest-coup"),
        ("افتتح وزير الثقافة الكيني تظاهرة ثقافية في نيروبي.", "rally"),
        ("نشرت وزارة الصحة الكينية بيانا صادرا عن الوزير.", "sit-in"),
        ("أكدت كينيا في بيان صادر عنها أنها تحتفظ بحقها.", "confiscate"),
        ("أكدت كينيا أنها تحتفظ بحقها في متابعة الوزير.", "arrest"),
        ("صادق البرلمان الكيني على القانون مع احتفاظ عشرة نواب بأصواتهم.", "arrest"),
        ("وصل انقلاب شاحنة في كينيا إلى الصحف.", "coup"),
        ("طالبت كينيا، في رسالة وجهتها إلى المجلس، أوغندا بتوضيح موقفها.", "demand-talks"),
        ("تنقل وزير الداخلية الكيني إلى كيسومو لحضور جنازة الشرطي.", "invite"),
        ("رفعت كينيا القيود المتعلقة بمنح تأشيرات الدخول.", "raise-duties"),
        ("تم نقل الجرحى إلى مستشفى في كينيا.", "hand-over-power"),
        ("تحطم طائرة عسكرية كينية في غانا.", "shoot-down"),
        ("قضت المحكمة العليا الكينية بتغريم الوزير.", "kill"),
        ("حكمت المحكمة على الوزير الكيني بخمس سنوات سجنا.", "arrest"),
    ],
)
def test_other_words_name_no_such_act(text: str, frame: str) -> None:
    assert frame not in _frames(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("عمال كينيا يبدأون اليوم إضرابا عن الطعام.", "happened"),
        ("عمال كينيا يبدأون غدا إضرابا عن الطعام.", "planned"),
    ],
)
def test_present_of_today_is_under_way(text: str, status: str) -> None:
    sentence = _sentence(text)
    act = next(act for act in acts(sentence, "ar") if act.expression.frame == "hunger-strike")
    assert standing(sentence, act.tokens, "ar", "PROTEST").status == status


def test_prison_for_years_is_no_place() -> None:
    sentence = _sentence("قضت المحكمة الكينية بالسجن لمدة سبع سنوات.")
    assert places(sentence, "ar") == ()
