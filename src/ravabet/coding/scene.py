"""A document laid out for coding: its sentences with the mentions, acts, dates and voices found in each."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ravabet.coding.acts import Act, acts
from ravabet.coding.mention import Mention
from ravabet.coding.mentions import mentions
from ravabet.coding.speakers import Voices, speakers
from ravabet.coding.when import dates
from ravabet.language import Sentence, analyse
from ravabet.model import When


@dataclass(frozen=True, slots=True)
class Scene:
    """One document: ``mentions[n]``, ``acts[n]``, ``dates[n]`` and ``voices[n]`` are those of ``sentences[n]``."""

    text: str
    language: str
    published: datetime.date | None
    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    acts: tuple[tuple[Act, ...], ...]
    dates: tuple[tuple[When, ...], ...]
    voices: tuple[Voices, ...]


def scene(text: str, language: str, published: datetime.date | None) -> Scene:
    """A text laid out; raises KeyError for a language that is not coded."""
    sentences = analyse(text, language)
    named = mentions(text, sentences, published)
    return Scene(
        text,
        language,
        published,
        sentences,
        named,
        tuple(acts(sentence, language) for sentence in sentences),
        tuple(dates(text, sentence, published, language) for sentence in sentences),
        speakers(sentences, named, language),
    )
