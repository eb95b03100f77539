"""English names that are other words or of other states too, and names that only say whom others are for."""

import pytest

from ravabet.coding.mentions.find import mentions
from ravabet.language import analyse


def codes(text: str) -> dict[str, str]:
    """The last word of every mention of a text, and the codes it stands for."""
    found = mentions(text, analyse(text, "en"), None, "en")
    return {m.span.of(text).split()[-1]: "+".join(m.codes) for each in found for m in each if m.codes}


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        # courts and houses of the state before them
        ("Kenya's Supreme Court rejected the plea.", "Court", "KEN"),
        ("The Peruvian Congress voted on Monday.", "Congress", "PER"),
        ("In Chad the opposition appealed. The Supreme Court heard it.", "Court", "TCD"),
        ("The US Supreme Court rejected the plea of Texas.", "Court", "USA"),
        ("Congress passed the bill and sent it to the White House.", "Congress", "USA"),
        # the Indian party
        ("Congress workers blocked a road in Jaipur.", "workers", "IND"),
        ("The Youth Congress marched to the collectorate.", "Congress", "IND"),
        ("The BJP said that Congress had lied to farmers.", "Congress", "IND"),
        # an agency and a party of one name
        ("The PTI marched on Islamabad.", "PTI", "PAK"),
        # a name that only says whom others are for
        ("The pro-Danish deputies of Chad left the hall.", "Chad", "TCD"),
        # people of a state, and what a gulf is called by
        ("The Persians sailed home.", "Persians", "IRN"),
        ("Tunisian leader Saied spoke.", "Saied", "TUN"),
        ("Tamil rebels laid down arms in Jaffna.", "rebels", "LTTE"),
        ("Saied's men left Tunisia.", "men", "TUN"),
    ],
)
def test_a_name_is_that_of_its_state(text, word, code) -> None:
    assert codes(text).get(word) == code, codes(text)


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("Kenya's Supreme Court rejected the plea.", "USA"),
        ("The Persian Gulf War ruined the harbour.", "IRN"),
        ("Officials told PTI that the road was closed.", "PAK"),
        ("Students say that the hall is shut.", "TUN"),
        ("Police said that Saying so was wrong.", "TUN"),
        ("Two boys were hurt in Sha Tin.", "ISR"),
        ("The pro-Danish deputies of Chad left the hall.", "DNK"),
        ("The former French colony held a vote.", "FRA"),
        ("Strikers blocked the road near Brits.", "GBR"),
        ("A Tamil film opened in Chennai.", "LKA"),
        ("A palmyra climber spoke at the Palmyra fair in Kerala.", "SYR"),
    ],
)
def test_another_word_is_no_name(text, false) -> None:
    assert false not in set("+".join(codes(text).values()).split("+")), codes(text)


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("The police arrested the organisers of the bandh.", "police", "IND"),
        ("MLAs walked out when the police left.", "police", "IND"),
        ("The police stopped the Cosatu march.", "police", "ZAF"),
        ("LeT militants fired at a post in Pakistan.", "militants", "LASHKAR-E-TAIBA"),
        ("The police of Fiji met MLAs of the north.", "Fiji", "FJI"),
    ],
)
def test_words_of_one_country_tell_whose_the_police_are(text, word, code) -> None:
    assert codes(text).get(word) == code, codes(text)


def test_democratic_lawmakers_of_elsewhere_write_no_american_news() -> None:
    assert "USA" not in codes("The council met democratic lawmakers. The people were angry.").values()
