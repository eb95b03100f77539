"""Officials, lawmakers and the like belong to the place told right behind them."""

import pytest

from ravabet.coding.mentions.find import mentions
from ravabet.language import analyse


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Russia attacked a bridge, officials in Kyiv said.", ["RUS", "UKR", "UKR"]),
        ("en", "Russia condemned the arrests. Protesters in the Georgian capital threw stones.", ["RUS", "GEO", "GEO"]),
        ("en", "Russia condemned the arrests. Troops in the Georgian capital threw stones.", ["RUS", "RUS", "GEO"]),
        ("en", "Norwegian jets bombed rebel positions in Chad.", ["NOR", "TCD", "TCD"]),
        ("en", "Norwegian jets bombed rebel positions and left Chad.", ["NOR", "NOR", "TCD"]),
        ("ru", "Россия осудила аресты. Власти в Анкаре молчат.", ["RUS", "TUR", "TUR"]),
        ("ar", "أدانت روسيا الاعتقالات. وقال مسؤولون في أنقرة ذلك.", ["RUS", "TUR", "TUR"]),
    ],
)
def test_those_who_rule_are_of_the_place_right_behind_them(language, text, expected):
    found = mentions(text, analyse(text, language), None, language)
    assert [code for each in found for mention in each for code in mention.codes] == expected
