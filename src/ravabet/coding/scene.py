"""A document laid out for coding: its sentences with the mentions, acts and voices found in each."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ravabet.coding.acts.act import Act
from ravabet.coding.acts.find import acts
from ravabet.coding.mentions.find import mentions
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.telling.speakers import Voices, speakers
from ravabet.language import Sentence, analyse, parsed, source_line
from ravabet.language.parsing import has_parser

UNPARSED = frozenset({"fa"})
"""Languages with a parser whose coder does not use it."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One document: ``mentions[n]``, ``acts[n]`` and ``voices[n]`` are those of ``sentences[n]``.

    ``named``: how often each code is mentioned.
    """

    text: str
    language: str
    published: datetime.date | None
    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    acts: tuple[tuple[Act, ...], ...]
    voices: tuple[Voices, ...]
    named: Mapping[str, int]


def scene(text: str, language: str, published: datetime.date | None, *, fast: bool = False) -> Scene:
    """A text laid out, without the line that names its source; raises KeyError for a language that is not coded.

    ``fast``: without dependencies, but in a language whose verbs only a parse tells (English).
    """
    line = source_line(text, language)
    sentences = tuple(s for s in analyse(text, language) if line is None or not s.span.touches(line[0]))
    spoken_of = mentions(text, sentences, published, language)
    told = tuple(_unnamed(acts(s, language), named, s) for s, named in zip(sentences, spoken_of, strict=True))
    if not fast and parsed_language(language):
        sentences = _parsed(sentences, spoken_of, told, language)
    return Scene(
        text,
        language,
        published,
        sentences,
        spoken_of,
        told,
        speakers(sentences, spoken_of, language),
        Counter(code for mentioned in spoken_of for mention in mentioned for code in mention.codes),
    )


@lru_cache(maxsize=64)
def codes_in(laid: Scene, number: int) -> frozenset[str]:
    """The codes that a sentence mentions, for all its acts."""
    return frozenset(code for mention in laid.mentions[number] for code in mention.codes)


def _unnamed(found: tuple[Act, ...], named: tuple[Mention, ...], sentence: Sentence) -> tuple[Act, ...]:
    """The acts whose words are not all part of a name that is written with capitals ("Rapid Support Forces")."""
    spans = [range(mention.start, mention.end) for mention in named if mention.end - mention.start > 1]
    if not spans:
        return found

    def is_name(act: Act) -> bool:
        inside = act.verb is None and act.tokens[0] and any(set(act.tokens) <= set(span) for span in spans)
        return bool(inside) and all(sentence.tokens[n].text[0].isupper() for n in (*act.tokens, act.tokens[0] - 1))

    return tuple(act for act in found if not is_name(act))


def parsed_language(language: str) -> bool:
    """Whether the coder reads dependencies in this language."""
    return language not in UNPARSED and has_parser(language)


def _parsed(
    sentences: tuple[Sentence, ...],
    spoken_of: Sequence[Sequence[Mention]],
    named: Sequence[Sequence[Act]],
    language: str,
) -> tuple[Sentence, ...]:
    """The sentences, those with a parse that can hold an event: an act and a mention stand in them."""
    chosen = [n for n, s in enumerate(sentences) if s.parse is None and named[n] and spoken_of[n]]
    found = parsed([sentences[n] for n in chosen], language)
    grown = {n: replace(sentences[n], parse=tree) for n, tree in zip(chosen, found, strict=True)}
    return tuple(grown.get(n, sentence) for n, sentence in enumerate(sentences))  # what is known of the others stays
