"""Treebanks are put on our tokens: words parted, words joined, and one scheme for both Persian ones."""

from tools.parser_treebank import read


def treebank_sentence(tmp_path, language, rows, name="own.conllu"):
    lines = [row.split() for row in rows]
    full = [[n, form, "_", kind, "_", feats, head, rel, "_", misc] for n, form, kind, feats, head, rel, misc in lines]
    path = tmp_path / name
    path.write_text("\n".join("\t".join(row) for row in full) + "\n\n", encoding="utf-8")
    return read(path, language)[0]


def test_a_word_that_our_tokens_part_hangs_together(tmp_path):
    gold = treebank_sentence(
        tmp_path,
        "fa",
        [
            "1 کتاب\u200cها NOUN Number=Plur 2 obj _",
            "2 می\u200cآورند VERB Tense=Pres|Number=Plur|Person=3 0 root SpaceAfter=No",
            "3 . PUNCT _ 2 punct _",
        ],
    )
    assert gold.words == ("کتاب", "ها", "می", "آورند", ".")
    assert gold.parse.heads == (3, 0, 3, -1, 3)
    assert gold.parse.relations == ("obj", "goeswith", "goeswith", "root", "punct")
    assert gold.parse.feats == ("", "", *("Tense=Pres|Number=Plur|Person=3",) * 2, "")


def test_words_that_our_tokens_join_are_one(tmp_path):
    gold = treebank_sentence(
        tmp_path,
        "en",
        [
            "1 Well ADV _ 3 advmod SpaceAfter=No",
            "2 - PUNCT _ 3 punct SpaceAfter=No",
            "3 armed ADJ Degree=Pos 4 amod _",
            "4 men NOUN Number=Plur 5 nsubj _",
            "5-6 didn't _ _ _ _ _",
            "5 did AUX Tense=Past|VerbForm=Fin 0 root _",
            "6 n't PART Polarity=Neg 5 advmod _",
        ],
    )
    assert gold.words == ("Well-armed", "men", "did", "n't")
    assert gold.parse.heads == (1, 2, -1, 2)
    assert gold.parse.relations == ("amod", "nsubj", "root", "advmod")


def test_a_light_verb_of_seraji_is_the_head_of_its_noun(tmp_path):
    rows = [
        "1 جلسه NOUN _ 4 nsubj _",
        "2 در ADP _ 3 case _",
        "3 شهر NOUN _ 4 nmod _",
        "4 برگزار ADJ _ 0 root _",
        "5 شد VERB Tense=Past 4 compound _",
    ]
    own, seraji = (treebank_sentence(tmp_path, "fa", rows, name).parse for name in ("a.conllu", "fa_seraji.conllu"))
    assert (own.heads, own.relations[4]) == ((3, 2, 3, -1, 3), "compound")
    assert seraji.heads == (4, 2, 4, 4, -1)
    assert seraji.relations == ("nsubj", "case", "obl", "compound:lvc", "root")
