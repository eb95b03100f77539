"""Words that news sets in the same places are of one class, by which the parser knows those that its treebank lacks."""

from tools.parser_classes import table

from ravabet.language.parsing.classes import KINDS, classes
from ravabet.language.parsing.signs import NAMES, signs


def test_words_that_news_sets_in_the_same_places_are_of_one_class():
    known = classes("ar")
    assert len(signs("الوزير", "ar")) == len(NAMES) + len(KINDS)
    assert known["رییس"][1] == known["مدیر"][1] != known["2015"][1]
    assert known["2015"] == known["2016"]
    assert (
        signs("وووووو", "ar")[len(NAMES) :] == signs("ظظظظظظ", "ar")[len(NAMES) :] != signs("رئيس", "ar")[len(NAMES) :]
    )


def test_classes_are_counted_from_the_words_beside_each_other():
    texts = [["the", noun, verb] for noun in ("cat", "dog", "fox") for verb in ("ran", "sat", "hid")] * 4
    rows = dict(line.split("\t", 1) for line in table(texts).splitlines())
    assert len({rows[noun] for noun in ("cat", "dog", "fox")}) == 1
    assert rows["cat"] != rows["ran"]
    assert "once" not in table([*texts, ["once"]])
