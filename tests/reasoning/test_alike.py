"""Words that are used alike are of one class, by which the sense of a cue is known beside words never learned from."""

import numpy as np
import pytest

from ravabet.language import analyse
from ravabet.reasoning.find import laid_out
from ravabet.reasoning.judging.alike import UNKNOWN, alike, classes


def test_words_used_alike_are_of_one_class():
    known = classes("en")
    assert known["bombing"][1] == known["blast"][1] != known["lunch"][1]
    assert all(len(found) == 2 for found in known.values())
    assert classes("ru") == {}


def test_the_classes_of_what_hangs_on_a_cue_and_of_what_it_hangs_on_are_told():
    [view] = laid_out(analyse("Officials resigned after Zzyzxville.", "en"), "en")
    words = [token.fold for token in view.sentence.tokens]
    told = alike(view, words.index("zzyzxville"), words.index("resigned"), "after")
    fine, coarse = classes("en")["resigned"]
    assert set(told) == {
        *(f"{before}down-class0={UNKNOWN}" for before in ("", "after>")),
        *(f"{before}up-class{n}={name}" for before in ("", "after>") for n, name in enumerate((fine, coarse))),
    }
    assert not any(sign.startswith("up") for sign in alike(view, 0, -1, "after"))


def test_the_commonest_words_are_parted_by_their_vectors(monkeypatch):
    pytest.importorskip("sklearn")
    from tools import vector_classes

    monkeypatch.setattr(vector_classes, "SIZES", (2,))
    near = {f"{word}{n}": [side, 0.01 * n, 0.0] for word, side in (("war", 1.0), ("tea", -1.0)) for n in range(6)}
    given = {"words": [*near, "WAR0", " "], "vectors": {**near, "WAR0": [0, 0, 9], " ": [0, 0, 9]}, "dimensions": 3}
    words, vectors = vector_classes.commonest(given)
    assert words == list(near)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    rows = dict(line.split("\t") for line in vector_classes.table(words, vectors).splitlines())
    assert len({rows[f"war{n}"] for n in range(6)}) == 1
    assert rows["war0"] != rows["tea0"]
