"""Acts between equals of one state: told where a government and a party against it take part."""

import pytest

from ravabet.coding import events, scene


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("The Sudanese government reached a deal with opposition parties.", "AGREE", "SDN"),
        ("Nepal's army met Maoist rebels for talks.", "CONSULT", "NPL"),
        ("Sudanese rebels have signed a ceasefire.", "AGREE", "SDN"),
    ],
)
def test_a_state_and_a_party_against_it_are_two(text, kind, code) -> None:
    found = [e for e in events(scene(text, "en", None), 0.05) if e.type == kind]
    assert [set(e.actor_codes) for e in found] == [{code}]


@pytest.mark.parametrize(
    "text",
    [
        "The president of Chad met the prime minister on Monday.",
        "Peru held talks on Monday.",
        "Chilean rebels met on Friday.",
    ],
)
def test_one_side_alone_is_no_meeting(text) -> None:
    assert not [e for e in events(scene(text, "en", None), 0.05) if e.type == "CONSULT"]
