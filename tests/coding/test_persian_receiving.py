"""Who receives aid or is beaten is the subject of a Persian verb: who gives or beats stands behind «از»."""

import pytest

from ravabet.coding.coder import findings
from ravabet.coding.scene import scene


def sides(text, event):
    """The sides of the first act of a type in a Persian sentence, as 'A>B'."""
    told = (found for found in findings(scene(text, "fa", None)) if found.place.frame.type == event)
    return ">".join("+".join(sorted(side)) for side in next(told).roles.sides)


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        ("نروژ از ژاپن کمک دریافت کرد.", "AID", "JPN>NOR"),
        ("دولت چاد از بانک جهانی وام کلانی دریافت کرد.", "AID", "WB>TCD"),
        ("دریافت کمک چاد از نروژ ادامه دارد.", "AID", "NOR>TCD"),
        ("ارتش چاد دیروز از ارتش نیجر شکست سختی خورد.", "ASSAULT", "NER>TCD"),
        # who gives is the subject as ever
        ("ژاپن به نروژ کمک کرد.", "AID", "JPN>NOR"),
        ("ارتش نیجر به ارتش چاد حمله کرد.", "ASSAULT", "NER>TCD"),
    ],
)
def test_who_receives_is_the_recipient(text, event, expected):
    assert sides(text, event) == expected
