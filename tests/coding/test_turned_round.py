"""Types whose order the standard does not ask for: what one does for the other is not told the other way round."""

import pytest

from ravabet import code


@pytest.mark.parametrize(
    ("text", "language", "actor", "recipient"),
    [
        ("Кения назначила нового посла в Уганде.", "ru", "KEN", "UGA"),
        ("Чили назначило послом в Гане адвоката.", "ru", "CHL", "GHA"),
        ("Kenya appointed a lawyer as its ambassador to Uganda on Monday.", "en", "KEN", "UGA"),
    ],
)
def test_who_does_it_is_the_actor(text, language, actor, recipient):
    found = [event for event in code(text, language=language).events if event.type == "COOPERATE"]
    assert [(event.actor_codes, event.recipient_codes) for event in found] == [((actor,), (recipient,))]
