"""Turkish words, verbs, clauses and trees."""

import pytest

from ravabet.language import analyse
from ravabet.language.turkish.verbs import verb_form
from ravabet.language.turkish.words import case, keys, owned, stems
from ravabet.lexicon import fold


def sentence(text):
    (found,) = analyse(text, "tr")
    return found


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Rusya'nın", "Rusya"),
        ("Türkiye'ye", "Türkiye"),
        ("saldırısı", "saldırı"),
        ("yaptırımlarını", "yaptırım"),
        ("desteğini", "destek"),
        ("anlaşmaya", "anlaşma"),
        ("büyükelçisini", "büyükelçi"),
        ("İRAN'I", "İran"),
    ],
)
def test_endings_are_taken_off(word, key):
    assert fold(key) in keys(fold(word))


@pytest.mark.parametrize(("word", "stem"), [("yoldan", "yol"), ("ülkeler", "ülke"), ("gözünü", "göz")])
def test_endings_in_harmony_leave_a_stem(word, stem):
    assert fold(stem) in stems(fold(word))


@pytest.mark.parametrize(("word", "stem"), [("yolden", "yol"), ("gözunu", "göz"), ("okullerin", "okul")])
def test_endings_out_of_harmony_do_not(word, stem):
    assert fold(stem) not in stems(fold(word))


def test_a_name_is_no_form_of_a_shorter_one():
    assert keys(fold("Rusya")) == {"rusya"}
    assert fold("Rus") not in keys(fold("Rusya'ya"))


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("İran'ın", "Gen"),
        ("İran'ı", "Acc"),
        ("Katar'a", "Dat"),
        ("Paris'te", "Loc"),
        ("Çad'dan", "Abl"),
        ("Bakanı'nı", "Acc"),
        ("hükümetine", "Dat"),
        ("anlaşmayı", "Acc"),
        ("ülkelerin", "Gen"),
        ("bakanı", ""),
        ("yeni", ""),
        ("Ukrayna", ""),
    ],
)
def test_the_ending_tells_the_case(word, told):
    assert case(fold(word)) == told


def test_the_head_of_a_compound_is_owned():
    assert owned(fold("ordusu")) and owned(fold("saldırısını"))
    assert not owned(fold("saldırıyı")) and not owned(fold("asker"))


@pytest.mark.parametrize(
    ("word", "lemma", "tense", "negative", "passive", "person"),
    [
        ("imzaladı", "imzalamak", "past", False, False, "3s"),
        ("imzalandı", "imzalamak", "past", False, True, "3s"),
        ("edildi", "etmek", "past", False, True, "3s"),
        ("ediyor", "etmek", "present", False, False, "3s"),
        ("kınamadı", "kınamak", "past", True, False, "3s"),
        ("göndereceğiz", "göndermek", "future", False, False, "1p"),
        ("çekilecekler", "çekilmek", "future", False, False, "3p"),
        ("görüşmüştü", "görüşmek", "pluperfect", False, False, "3s"),
        ("saldırmıyor", "saldırmak", "present", True, False, "3s"),
        ("söylüyorum", "söylemek", "present", False, False, "1s"),
        ("çekilmesini", "çekilmek", "infinitive", False, False, None),
        ("eleştiren", "eleştirmek", "participle", False, False, None),
        ("gönderebileceğini", "göndermek", "future", False, False, None),
    ],
)
def test_a_verb_is_read_from_one_word(word, lemma, tense, negative, passive, person):
    assert verb_form(fold(word))[:5] == (fold(lemma), tense, negative, passive, person)


@pytest.mark.parametrize("word", ["anlaşma", "olarak", "kitap", "yeni", "görüşmesi"])
def test_what_is_no_verb_is_none(word):
    assert verb_form(fold(word)) is None


def test_what_is_told_is_a_clause_inside_the_one_that_tells():
    told = sentence("Norveç, Rusya'nın anlaşmadan çekildiğini açıkladı.")
    outer, inner = told.clauses
    assert (inner.link, inner.parent) == ("complement", 0)
    assert (inner.verb.lemma, outer.verb.lemma) == ("çekilmek", fold("açıklamak"))
    assert told.tokens[inner.tokens[0]].text == "Rusya'nın"


def test_what_is_quoted_is_a_clause_inside_too():
    told = sentence('Bakan, "Yardım göndereceğiz" dedi.')
    assert [(clause.link, clause.verb.lemma) for clause in told.clauses] == [
        ("main", "demek"),
        ("complement", fold("göndermek")),
    ]


def test_cases_hang_on_the_verb_and_genitives_on_their_noun():
    told = sentence("Türkiye, Suriye'nin kuzeyine İran ordusu ile saldırı düzenledi.")
    words = {token.text: number for number, token in enumerate(told.tokens)}
    relation = {text: told.parse.relations[number] for text, number in words.items()}
    head = {text: told.tokens[told.parse.heads[number]].text for text, number in words.items()}
    assert (relation["Türkiye"], relation["kuzeyine"], relation["ile"]) == ("nsubj", "obl", "case")
    assert (head["Suriye'nin"], head["kuzeyine"], head["İran"]) == ("kuzeyine", "düzenledi", "ordusu")
    assert told.parse.feat(words["kuzeyine"], "Case") == "Dat"


def test_a_bare_name_before_a_noun_of_nobody_is_the_subject():
    free, bound = sentence("Çin saldırıyı kınadı."), sentence("Çin ordusunu kınadı.")
    assert free.parse.relations[0] == "nsubj" and bound.parse.relations[0] == "nmod:poss"


def test_a_bare_name_before_what_may_be_an_object_is_the_subject_unless_that_is_a_title():
    free, bound = sentence("Mısır ve Katar kararı destekledi."), sentence("Mısır ve Katar ordusu yürüdü.")
    assert free.parse.relations[2:4] == ("nsubj", "obj") and bound.parse.relations[2:4] == ("nmod:poss", "nsubj")
