"""Persian clauses: which words belong to which verb."""

import pytest

from ravabet.language import Sentence, analyse


def parts(sentence: Sentence) -> list[str]:
    return [
        " ".join(sentence.tokens[n].text for n in clause.tokens if sentence.tokens[n].is_word)
        for clause in sentence.clauses
    ]


def first(text: str) -> Sentence:
    return analyse(text, "fa")[0]


def test_a_subject_is_joined_to_its_verb_across_a_relative_clause() -> None:
    sentence = first("دولتی که مرز را بسته بود، آن را گشود.")
    assert parts(sentence) == ["دولتی آن را گشود", "که مرز را بسته بود"]
    assert sentence.clauses[1].link == "relative"
    assert sentence.clauses[1].parent == 0


def test_the_main_verb_may_follow_the_relative_verb_at_once() -> None:
    assert parts(first("پلیس مردی را که نامه را آورده بود گرفت.")) == ["پلیس مردی را گرفت", "که نامه را آورده بود"]


def test_what_is_said_is_a_complement() -> None:
    sentence = first("وزیر گفت که سفیر بازمی‌گردد.")
    assert [clause.link for clause in sentence.clauses] == ["main", "complement"]


def test_and_joins_clauses_but_not_only_clauses() -> None:
    assert parts(first("چین و هند مذاکره کردند و بیانیه دادند.")) == ["چین و هند مذاکره کردند", "و بیانیه دادند"]


def test_being_able_closes_no_clause() -> None:
    assert parts(first("آنان می‌توانند از این کشور بروند.")) == ["آنان می توانند از این کشور بروند"]


@pytest.mark.parametrize("text", ["", "۱۲۳", "که", "کرد کرد کرد", "«»", "و که و", "؛؛؛ شد"])
def test_every_word_is_in_exactly_one_clause(text) -> None:
    for sentence in analyse(text, "fa"):
        taken = sorted(n for clause in sentence.clauses for n in clause.tokens)
        assert taken == list(range(len(sentence.tokens)))
