"""Every sentence is explained: by what made its events, or by what was missing."""

import pytest

from ravabet.coding.explain import explained
from ravabet.coding.scene import scene


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وزیر خارجه تونس با همتای لیبیایی خود در طرابلس دیدار کرد.", "EVENT CONSULT"),
        ("وزیر خارجه تونس با همتای لیبیایی خود در طرابلس دیدار کرد.", "act meet:دیدار کردن*"),
        ("وزیر خارجه تونس در باغ دیدار کرد.", "only one of the two who take part was found"),
        ("بازدیدکنندگان دیدار کردند.", "nobody was found"),
        ("هوای تونس امروز آفتابی است.", "no act is known here; actors: تونس = TUN"),
        ("هوا امروز آفتابی است.", "no act is known here, and no actor"),
    ],
)
def test_a_sentence_is_explained(text, said):
    assert any(said in line for line in explained(scene(text, "fa", None))), list(explained(scene(text, "fa", None)))
