"""Places of the text on the map."""

import pytest

from ravabet.coding.circumstances.locating import locate
from ravabet.lexicon.cities import cities
from ravabet.model import Document, Event, Span


def located(language, text, where, codes=()):
    """Where a place lies whose words are ``where``, told of an event in which ``codes`` take part."""
    from ravabet.model import Actor

    start = text.index(where)
    actors = tuple(Actor(code, text[:1], Span(0, 1)) for code in codes)
    event = Event(
        "e1", "CONSULT", "meet", Span(0, 1), Span(0, len(text)), actors, where=Span(start, start + len(where))
    )
    return locate(Document("d", text, language), event)


@pytest.mark.parametrize(
    ("language", "text", "where", "country", "resolution"),
    [
        ("fa", "وزیران در شهر اوش دیدار کردند.", "شهر اوش", "KGZ", "city"),
        ("ar", "التقى الوزيران في مطار طرابلس في ليبيا.", "مطار طرابلس في ليبيا", "LBY", "city"),
        ("ar", "التقى الوزيران في طرابلس شمال لبنان.", "طرابلس شمال لبنان", "LBN", "city"),
        ("ru", "Министры встретились в Алма-Ате.", "Алма-Ате", "KAZ", "city"),
        ("ru", "Министры встретились в Казахстане.", "Казахстане", "KAZ", "country"),
        ("en", "The ministers met in Samarkand.", "Samarkand", "UZB", "city"),
        ("en", "The envoys met in Washington.", "Washington", "USA", "city"),
        ("fa", "در مرز افغانستان درگیر شدند.", "مرز افغانستان", "AFG", "country"),
    ],
)
def test_place_in_its_state(language, text, where, country, resolution):
    found = located(language, text, where)
    assert (found.country, found.resolution, found.latitude is None) == (country, resolution, resolution == "country")


@pytest.mark.parametrize(
    ("language", "text", "where"),
    [
        ("en", "They met in the valley.", "the valley"),  # no name
        ("en", "They met in Springfield.", "Springfield"),  # there are many, of one size
        ("ru", "Они встретились у реки.", "реки"),
        ("fa", "در کوهستان دیدار کردند.", "کوهستان"),  # also a small town
    ],
)
def test_no_place_is_guessed(language, text, where):
    assert located(language, text, where) is None


def test_participants_tell_which_of_several_cities_is_meant():
    told = {code: located("en", "They met in Tripoli.", "Tripoli", (code,)) for code in ("LBN", "LBY")}
    assert {code: place.country for code, place in told.items()} == {"LBN": "LBN", "LBY": "LBY"}


def test_the_capital_is_meant_by_its_bare_name():
    place = located("ar", "اجتمعوا في واشنطن.", "واشنطن")
    assert (place.name, round(place.latitude)) == ("Washington", 39)


def test_cities_have_names_in_three_scripts():
    found = {cities(name, language)[0].id for name, language in (("بیشکک", "fa"), ("бишкек", "ru"), ("bishkek", "en"))}
    assert found == {1528675}
