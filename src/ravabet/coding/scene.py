"""A document laid out for coding: its sentences with the mentions, acts, dates and voices found in each."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ravabet.coding.acts import Act, acts
from ravabet.coding.mention import Mention
from ravabet.coding.mentions import mentions
from ravabet.coding.speakers import Voices, speakers
from ravabet.coding.when import dates
from ravabet.language import Sentence, analyse, source_line
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
    """A text laid out, without the line that names its source; raises KeyError for a language that is not coded."""
    named = source_line(text, language)
    sentences = tuple(s for s in analyse(text, language) if named is None or not s.span.touches(named[0]))
    spoken_of = mentions(text, sentences, published, language)
    return Scene(
        text,
        language,
        published,
        sentences,
        spoken_of,
        tuple(acts(sentence, language) for sentence in sentences),
        tuple(dates(text, sentence, published, language) for sentence in sentences),
        speakers(sentences, spoken_of, language),
    )
