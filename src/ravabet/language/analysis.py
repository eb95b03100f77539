"""Which module reads which language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import Protocol, cast

from ravabet.language.parsing import Parse, parse
from ravabet.language.sentence import Sentence
from ravabet.language.text import Token, sentence_spans, tokens
from ravabet.model import Span

MODULES = {"fa": "persian", "ar": "arabic", "ru": "russian", "en": "english", "tr": "turkish"}
"""The module of each language, beside this one; it is loaded when the first text of its language comes."""

Split = Callable[[tuple[Token, ...]], tuple[Token, ...]]


class Language(Protocol):
    """What a language module offers.

    Optional: ``split`` takes words apart that are written together, ``one_or_many`` tells one from many, ``agreed``
    mends what the forms of words show to be wrong in a parse, ``belongs`` and ``agree`` tell whether two words may
    be of one phrase, ``sure_case`` in which case alone a word may stand.
    """

    def keys(self, word: str) -> frozenset[str]:
        """Every folded dictionary form that one folded token may be, itself included."""

    def analyse(self, sentences: list[tuple[Span, tuple[Token, ...]]]) -> tuple[Sentence, ...]:
        """The sentences with their verbs and clauses."""


@cache
def module(language: str) -> Language:
    """The module of a language; raises KeyError for one that has none."""
    return cast("Language", import_module(f"ravabet.language.{MODULES[language]}"))


def keys(word: str, language: str) -> frozenset[str]:
    """Every folded dictionary form that one folded token may be, itself included."""
    return module(language).keys(word)


@lru_cache(maxsize=1 << 9)
def forms_of(sentence: Sentence, language: str) -> tuple[frozenset[str], ...]:
    """The ``keys`` of each token of a sentence, which is asked for them again and again."""
    known = module(language).keys
    return tuple(known(token.fold) for token in sentence.tokens)


def one_or_many(word: str, language: str) -> frozenset[str]:
    """The numbers (``sing``, ``plur``) that one folded token may have; empty where the language does not tell."""
    told: Callable[[str], frozenset[str]] | None = getattr(module(language), "one_or_many", None)
    return told(word) if told else frozenset()


def many_of(word: str, name: str, language: str) -> bool:
    """Whether one folded token can only be a plural of a folded name, as far as the language tells."""
    told: Callable[[str, str], bool] | None = getattr(module(language), "many_of", None)
    return told(word, name) if told else False


def numbers_differ(one: str, other: str, language: str) -> bool:
    """Whether of two folded tokens one can only be a plural of the other, as far as the language tells."""
    return many_of(one, other, language) or many_of(other, one, language)


def name_keys(word: str, language: str) -> frozenset[str]:
    """The dictionary forms of a folded name, where the language tells them from those of other words."""
    told: Callable[[str], frozenset[str]] | None = getattr(module(language), "name_keys", None)
    return told(word) if told else keys(word, language)


def belongs(noun: str, other: str, language: str) -> bool:
    """Whether the phrase of one folded noun may go on with another folded word, as far as their forms tell."""
    told: Callable[[str, str], bool] | None = getattr(module(language), "belongs", None)
    return told(noun, other) if told else True


def agree(adjective: str, noun: str, language: str) -> bool:
    """Whether a folded adjective may be that of a folded noun behind it, as far as their forms tell."""
    told: Callable[[str, str], bool] | None = getattr(module(language), "agree", None)
    return told(adjective, noun) if told else True


def sure_case(word: str, language: str) -> str:
    """The case of a folded word that can stand in no other one (``Dat``, ``Ins``), empty where its form tells none."""
    told: Callable[[str], str] | None = getattr(module(language), "sure_case", None)
    return told(word) if told else ""


def words(text: str, language: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of a stretch of text, with what the language writes together taken apart."""
    found = tokens(text, start, end)
    split: Split | None = getattr(module(language), "split", None)
    return split(found) if split else found


def analyse(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences of ``text`` with tokens, verbs and clauses; raises KeyError for a language without a module."""
    spans = sentence_spans(text)
    return module(language).analyse([(span, words(text, language, span.start, span.end)) for span in spans])


def parsed(sentences: Sequence[Sentence], language: str) -> list[Parse]:
    """The parses of sentences, mended by what the language knows of the forms of its words."""
    words = [[token.text for token in sentence.tokens] for sentence in sentences]
    found = parse(words, language) if words else []
    agreed: Callable[[Sequence[str], Parse], Parse] | None = getattr(module(language), "agreed", None)
    return [agreed(texts, tree) for texts, tree in zip(words, found, strict=True)] if agreed else found
