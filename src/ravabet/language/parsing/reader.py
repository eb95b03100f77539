"""A loaded model at work: what spaCy's pipeline computes, number for number, without what it keeps in its documents.

The vector of a word before its neighbours are mixed in depends on its signs alone, so it is made once. Kinds and
features are looked up by the number of their label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from ravabet.language.parsing.parse import Parse
from ravabet.language.parsing.signs import signs

BATCH = 64
"""Sentences that go through the network at once."""
MOST = 1 << 15
"""Words whose vectors are kept: 12 MB."""

Signs = tuple[int, ...]
Vectors = npt.NDArray[np.float32]


class Words:
    """The vectors of words by their signs; ``tables`` and ``mix`` are the layers that make them."""

    def __init__(self, tables: Any, mix: Any) -> None:  # noqa: ANN401  thinc's models are dynamic
        self.tables, self.mix = tables, mix
        self.places: dict[Signs, int] = {}
        self.kept: Vectors = np.empty((MOST, mix.get_dim("nO")), np.float32)

    def vectors(self, words: Sequence[Signs]) -> Vectors:
        """A row for each word; those not met before are made first."""
        different = dict.fromkeys(words)
        if len(self.places) + len(different) > MOST:
            self.places.clear()
        if len(different) > MOST:  # one batch of very long sentences
            return self._made(words)
        new = [word for word in different if word not in self.places]
        if new:
            begin = len(self.places)
            self.kept[begin : begin + len(new)] = self._made(new)
            self.places.update((word, at) for at, word in enumerate(new, begin))
        return self.kept[[self.places[word] for word in words]]

    def _made(self, words: Sequence[Signs]) -> Vectors:
        made: Vectors = self.mix.predict(self.tables.predict(np.array(words, np.uint64)))
        return made


class Network:
    """A loaded model; a sentence has the same parse whatever stands beside it."""

    def __init__(self, language: str, nlp: Any) -> None:  # noqa: ANN401
        self.language, self.vocab = language, nlp.vocab
        embed, self.mixer = nlp.get_pipe("tok2vec").model.layers
        tables, mix = (layer.layers[0] for layer in embed.layers[2:4])
        self.words = Words(tables, mix)
        self.tagger = nlp.get_pipe("morphologizer")
        self.scores = self.tagger.model.layers[-1]
        self.labels = self._labels()
        self.parser = nlp.get_pipe("parser")

    def _labels(self) -> list[tuple[str, str]]:
        """Kind and features of each label of the tagger, as spaCy writes them to a document."""
        number = len(self.tagger.labels)
        doc = self._document(number)
        self.tagger.set_annotations([doc], [np.arange(number)])
        return [(token.pos_ or "X", str(token.morph)) for token in doc]

    def _document(self, size: int) -> Doc:
        """A sentence of so many words without their forms, since spaCy keeps every word that it has ever seen."""
        return Doc(self.vocab, words=["w"] * size, sent_starts=[at == 0 for at in range(size)])

    def parse(self, sentences: Iterable[Sequence[str]]) -> list[Parse]:
        """The parses of sentences given as token texts."""
        found = list(sentences)
        full = [at for at, words in enumerate(found) if words]
        parses = [Parse((), (), (), ())] * len(found)
        for begin in range(0, len(full), BATCH):
            batch = full[begin : begin + BATCH]
            for at, parse in zip(batch, self._batch([found[at] for at in batch]), strict=True):
                parses[at] = parse
        return parses

    def _batch(self, sentences: list[Sequence[str]]) -> Iterator[Parse]:
        """The parses of some sentences, none of them empty."""
        rows = self.words.vectors([signs(word, self.language) for words in sentences for word in words])
        edges = np.cumsum([0, *map(len, sentences)]).tolist()
        mixed = self.mixer.predict([rows[start:end] for start, end in pairwise(edges)])
        docs = [self._document(len(words)) for words in sentences]
        for doc, vectors in zip(docs, mixed, strict=True):
            doc.tensor = vectors
        self.parser.set_annotations(docs, self.parser.predict(docs))
        for doc, scores in zip(docs, self.scores.predict(mixed), strict=True):
            yield self._parsed(doc, [self.labels[number] for number in scores.argmax(axis=1).tolist()])

    def _parsed(self, doc: Doc, labels: list[tuple[str, str]]) -> Parse:
        """What was found; where the parser left several roots, the others hang on the first verb, or else the first."""
        kinds, feats = zip(*labels, strict=True)
        arcs = doc.to_array(["HEAD", "DEP"])
        heads = [at + offset for at, offset in enumerate(arcs[:, 0].astype(np.int64).tolist())]
        relations = [self.vocab.strings[number] for number in arcs[:, 1].tolist()]
        roots = [at for at, head in enumerate(heads) if head == at]
        top = next((at for at in roots if kinds[at] == "VERB"), roots[0])
        for at in roots:
            other = "punct" if kinds[at] == "PUNCT" else "parataxis"
            heads[at], relations[at] = (-1, "root") if at == top else (top, other)
        return Parse(tuple(heads), tuple(relations), kinds, feats)
