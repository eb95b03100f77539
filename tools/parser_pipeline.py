"""The parser as it is trained: a spaCy pipeline of a shared convolutional encoder, a tagger and a parser.

``ravabet.language.parsing.reader`` does with its weights what it does.

The encoder embeds the hashed signs of each word (``signs.py``) and mixes neighbours by convolution; the parser makes
the arc-eager moves of Goldberg and Nivre (*A Dynamic Oracle for Arc-Eager Dependency Parsing*, COLING 2012). The design
is that of spaCy 3 (Honnibal, Montani, Van Landeghem and Boyd); no vectors, nothing fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    NumpyOps,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    set_current_ops,
    with_array,
)

from ravabet.language.parsing.signs import signs

Settings = dict[str, Any]


@registry.architectures("ravabet.SignEmbed.v1")  # type: ignore[untyped-decorator]
def sign_embed(width: int, rows: list[int]) -> Any:  # noqa: ANN401  thinc's models are dynamic
    """One hashed table for each sign, mixed to one vector a token (spaCy's MultiHashEmbed, fed by ``signs.py``)."""
    tables: list[Any] = [HashEmbed(width, nV=size, column=at, seed=8 + at) for at, size in enumerate(rows)]
    mix = Maxout(width, width * len(rows), nP=3, dropout=0.0, normalize=True)
    return chain(
        Model("signs", _signs_of),
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(mix),
        ragged2list(),
    )


def _signs_of(_: Any, docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], list[Any]]]:  # noqa: ANN401, ARG001
    return [doc.user_data["signs"] for doc in docs], lambda _: []


def pipeline(settings: Settings) -> Any:  # noqa: ANN401
    """An untrained pipeline of the sizes and with the labels of ``settings``."""
    set_current_ops(NumpyOps())
    width = settings["width"]
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width}
    nlp = spacy.blank("xx")
    nlp.add_pipe("tok2vec", config={"model": _encoder(settings)})
    nlp.add_pipe("morphologizer", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    moves = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": settings["wide_state"],
        "hidden_width": settings["hidden"],
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener,
    }
    nlp.add_pipe("parser", config={"model": moves, "min_action_freq": settings["rare"]})
    return nlp


def _encoder(settings: Settings) -> dict[str, Any]:
    width = settings["width"]
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {"@architectures": "ravabet.SignEmbed.v1", "width": width, "rows": settings["rows"]},
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": settings["depth"],
        },
    }


def document(nlp: Any, words: Sequence[str], language: str) -> Doc:  # noqa: ANN401
    """A sentence as the pipeline takes it: the signs of its words and no boundary inside.

    The words themselves stay out, since spaCy keeps every word that it has ever seen.
    """
    size = len(words)
    doc = Doc(nlp.vocab, words=["w"] * size, sent_starts=[at == 0 for at in range(size)])
    doc.user_data["signs"] = np.array([signs(word, language) for word in words], dtype=np.uint64)
    return doc


def parameters(nlp: Any) -> Iterator[tuple[Any, str]]:  # noqa: ANN401
    """Every layer with learned weights and the name of each, in an order that never changes."""
    for _, component in nlp.pipeline:
        for node in component.model.walk():
            for name in node.param_names:
                if node.has_param(name):
                    yield node, name


def ready(settings: Settings, arrays: Sequence[Any], language: str) -> Any:  # noqa: ANN401
    """A pipeline with learned weights."""
    nlp = pipeline(settings)
    sample = Example(document(nlp, ["a"], language), document(nlp, ["a"], language))
    sample.reference[0].pos_ = "X"

    def samples() -> list[Example]:
        return [sample]

    nlp.get_pipe("tok2vec").initialize(samples, nlp=nlp)
    nlp.get_pipe("morphologizer").initialize(samples, nlp=nlp, labels=settings["kinds"])
    nlp.get_pipe("parser").initialize(samples, nlp=nlp, labels=settings["moves"])
    for (node, name), array in zip(list(parameters(nlp)), arrays, strict=True):
        node.set_param(name, array)
    return nlp
