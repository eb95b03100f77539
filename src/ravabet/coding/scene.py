"""A document laid out for coding: its sentences with the mentions and acts found in each."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ravabet.coding.acts import Act, acts
from ravabet.coding.mentions import Mention, mentions
from ravabet.language import Sentence, analyse


@dataclass(frozen=True, slots=True)
class Scene:
    """One document: ``mentions[n]`` and ``acts[n]`` are those of ``sentences[n]``."""

    text: str
    language: str
    published: datetime.date | None
    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    acts: tuple[tuple[Act, ...], ...]


def scene(text: str, language: str, published: datetime.date | None) -> Scene:
    """Sentences, mentions and acts of a text; raises KeyError for a language that is not coded."""
    sentences = analyse(text, language)
    return Scene(
        text,
        language,
        published,
        sentences,
        mentions(text, sentences, published),
        tuple(acts(sentence, language) for sentence in sentences),
    )
