"""Who is spoken of: every word of a document that stands for a political actor, with its code and its place."""

from __future__ import annotations

import datetime
from functools import cache

from ravabet.coding.mentions.anaphora import Discourse
from ravabet.coding.mentions.document import (
    abroad,
    first_person,
    main_pair,
    main_state,
    newsroom,
    places,
    seats,
    states,
)
from ravabet.coding.mentions.draft import OBJECT, UNKNOWN, WAITING, Draft
from ravabet.coding.mentions.indefinite import of_untold
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.mentions.namesakes import as_namesakes
from ravabet.coding.mentions.notes import without_notes
from ravabet.coding.mentions.phrases import phrases
from ravabet.coding.mentions.rows import in_rows
from ravabet.coding.mentions.scan import Page, scan, scan_again
from ravabet.coding.mentions.ties import hang, undergoes, with_open_deeds
from ravabet.coding.mentions.words import Node, Word, Words, add, words
from ravabet.language import Sentence
from ravabet.lexicon import ZWNJ

SHORTEST = 4
"""A surname of fewer letters is not learnt: it would be found in other words' places."""


def mentions(
    document_text: str, sentences: tuple[Sentence, ...], published: datetime.date | None = None, language: str = "fa"
) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of each sentence in order; ``published`` decides who was in office."""
    known = words(language)
    vocabulary = frozenset(token.fold for sentence in sentences for token in sentence.tokens)
    page = Page(known, vocabulary, published)
    drafted = [phrases(sentence, scan(sentence, page), page) for sentence in sentences]
    learnt = _learn(drafted, known)
    if learnt.next:
        page = Page(known, vocabulary, published, learnt)
        for number, sentence in enumerate(sentences):
            if scan_again(sentence, page):
                drafted[number] = phrases(sentence, scan(sentence, page), page)
    as_namesakes(drafted, language)
    drafted = [with_open_deeds(s, drafts, known.small) for s, drafts in zip(sentences, drafted, strict=True)]
    drafted = [without_notes(s, drafts, known.small) for s, drafts in zip(sentences, drafted, strict=True)]
    drafted = [of_untold(s, drafts, known.small) for s, drafts in zip(sentences, drafted, strict=True)]
    drafted = [in_rows(s, drafts, known.small, language) for s, drafts in zip(sentences, drafted, strict=True)]
    for number, drafts in enumerate(drafted):
        hang(number, sentences[number], drafts, known.small, language)
    discourse = Discourse(
        known,
        newsroom(document_text, known),
        main_state(drafted, _states()),
        _states(),
        first_person(drafted),
        places(drafted, known.small.get("sites", frozenset())),
        seats(drafted),
        main_pair(drafted, _states()),
        known.usual is not None and abroad(drafted, known.usual),
    )
    return tuple(_resolved(sentence, drafts, discourse) for sentence, drafts in zip(sentences, drafted, strict=True))


_states = cache(states)


def _resolved(sentence: Sentence, drafts: list[Draft], discourse: Discourse) -> tuple[Mention, ...]:
    found = []
    for draft in drafts:
        if draft.need == OBJECT:
            if not undergoes(sentence, draft):
                continue
            draft.need = "role"
        draft.codes = discourse.resolve(draft)
        if draft.codes:
            discourse.note(draft)
        if draft.codes or draft.need == UNKNOWN:
            found.append(_mention(sentence, draft))
    return tuple(found)


def _mention(sentence: Sentence, draft: Draft) -> Mention:
    source = f"{draft.need}:{draft.source}" if draft.need else draft.source
    return Mention(
        draft.codes,
        sentence.span_of(draft.start if draft.own < 0 else draft.own, draft.end),
        draft.start,
        draft.end,
        draft.kind,
        draft.sector,
        source,
        draft.apposition,
        draft.locative,
        draft.joined,
        draft.dateline,
    )


def _learn(drafted: list[list[Draft]], known: Words) -> Node:
    """Names bound to a state in the document, by all their last parts: the surname alone is a mention too.

    Where a title told with a name waits for its state, the last part alone waits with it («الوزير كامل ونان ... ونان»).
    """
    root = Node()
    for draft in (draft for drafts in drafted for draft in drafts if draft.name):
        waits = known.named_again and not draft.codes and draft.need in WAITING
        for parts in _surnames(draft.name, known) if draft.codes or waits else ():
            if draft.codes or len(parts) == 1:
                code, form = next(iter(draft.codes), None), "".join(parts)
                word = Word("actor", "person", form, code, draft.sector, "one", source=f"learnt:{draft.source}")
                add(root, parts, word)
    return root


def _surnames(name: tuple[str, ...], known: Words) -> list[tuple[str, ...]]:
    """The name itself and its last parts, from a word that is neither known nor common on."""
    found = [name] if len(name) > 1 else []
    for start, word in enumerate(name):
        rest = name[start:]
        node = known.root.next.get(word)
        usual = (node is not None and node.words) or word in known.small["breaks"] or word in known.small["common"]
        if not usual and not word.startswith(ZWNJ) and len("".join(rest)) >= SHORTEST and rest not in found:
            found.append(rest)
    return [tuple(word.removeprefix(ZWNJ) for word in parts) for parts in found]
