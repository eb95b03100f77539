"""Who says what: the speaker of every clause, over sentences, through quotation marks and "he added".

News agencies and papers are never speakers: a state in their name is passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from ravabet.coding.grammar.tree import subject_of
from ravabet.coding.telling.speech import Governor, StatusWords, is_one_of, runs, speaks, stands, status_words
from ravabet.language import Clause, Sentence, Verb

PHRASE = 5
"""Tokens before a name in which its noun phrase may begin (سخنگوی وزارت خارجه روسیه)."""
LONGEST = 4
"""Tokens that "according to" may be written in."""
ATTRIBUTED = 8
"""Tokens after "according to" in which the name is looked for."""


MANY = "3p"
"""The person of a verb whose subject may be left out where it does not matter who of them says it."""
BY_SPEAKING = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
"""PLOVER types that the very words spoken do."""


class Mention(Protocol):
    """What is needed of a mention: whose it is, its tokens ``start`` to ``end`` (excluded), its kind."""

    @property
    def codes(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody speaking: their code, the kind of saying (``say``, ``claim``, ``deny``) and the entry that shows it.

    ``code`` is None where the text does not tell who "he" is.
    """

    code: str | None
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Voices:
    """By clause of one sentence: ``within`` whose words it is told in, ``speaking`` who speaks in it."""

    within: tuple[Voice | None, ...]
    speaking: tuple[Voice | None, ...]


def speakers(sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], language: str) -> tuple[Voices, ...]:
    """The voices of every sentence of a document, in order; ``mentions[n]`` are those of ``sentences[n]``."""
    found: list[Voices] = []
    last: Voice | None = None
    quoted: Voice | None = None
    for sentence, names in zip(sentences, mentions, strict=True):
        reader = _Reader(sentence, names, language, last, quoted)
        voices = reader.voices()
        found.append(voices)
        last = next((voice for voice in reversed(voices.speaking) if voice and voice.code), None) or last
        quoted = (quoted or last) if reader.stays_open(quoted is not None) else None
    return tuple(found)


def speaker(
    sentence: Sentence,
    trigger: Sequence[int],
    voices: Voices,
    language: str,
    kind: str | None = None,
    actors: Collection[str] = (),
) -> Voice | None:
    """Who says that the act named by the tokens ``trigger`` took place, None where the writer does.

    ``kind`` is the act's PLOVER type and ``actors`` who did it: who accuses, demands or threatens by speaking is the
    actor and no speaker beside it; of an act told in the first person the actor is the speaker.
    """
    tokens = set(trigger)
    own = next((v for v in sentence.verbs if v.finite and tokens & set(range(v.start, v.end))), None)
    voice = _voice(sentence, trigger, own, voices, language)
    if voice and len(actors) == 1 and own and (own.person or "").startswith("1"):
        voice = Voice(next(iter(actors)), voice.kind, voice.id)
    if voice is None or voice.code is None:
        return None
    return None if kind in BY_SPEAKING and voice.code in actors else voice


def _voice(sentence: Sentence, trigger: Sequence[int], own: Verb | None, voices: Voices, language: str) -> Voice | None:
    number = sentence.clause_of(own.start if own else trigger[-1])
    if number is None:
        return None
    speaking = voices.speaking[number]
    if own is None and speaking and (speaking.kind != "say" or _spoken_of(sentence, number, trigger, language)):
        return speaking
    return voices.within[number]


def _spoken_of(sentence: Sentence, number: int, trigger: Sequence[int], language: str) -> bool:
    """Whether an act named by a noun is what the verb of speech of its clause tells about."""
    words = status_words(language)
    verb = sentence.clauses[number].verb
    first = sentence.clauses[number].tokens[0]
    if verb is None or trigger[0] > verb.start:
        return False
    first = max(first, trigger[0] - PHRASE)
    if stands(sentence, first, trigger[0], words.about):
        return True
    return stands(sentence, first, trigger[0], words.tell_leads) and is_one_of(sentence, verb, words.tells_of)


class _Reader:
    """The voices of one sentence, given who spoke last and whose quotation is still open."""

    def __init__(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        language: str,
        last: Voice | None,
        quoted: Voice | None,
    ) -> None:
        self.sentence = sentence
        self.mentions = mentions
        self.language = language
        self.words: StatusWords = status_words(language)
        self.last = last
        self.quoted = quoted
        self.attribution = self.attributed()

    def voices(self) -> Voices:
        clauses = self.sentence.clauses
        speaking = tuple(self.speaking(number) for number in range(len(clauses)))
        within: list[Voice | None] = []
        for number, clause in enumerate(clauses):
            reports = speaking[number] is not None and self.reporting[number]
            voice = None if reports else self.within(clause, speaking, within) or self.reported(number, speaking)
            if voice is None and self.attribution and clause.tokens and clause.tokens[-1] >= self.attribution[0]:
                voice = self.attribution[1]
            if voice is None and self.quoted and clause.tokens and clause.tokens[0] < self.closing():
                voice = self.quoted
            within.append(voice)
        return Voices(tuple(within), speaking)

    def within(self, clause: Clause, speaking: Sequence[Voice | None], within: Sequence[Voice | None]) -> Voice | None:
        """Whose words a clause is told in, by the clause it hangs on."""
        parent = clause.parent
        if parent is None:
            return None
        voice = speaking[parent]
        joined = clause.link == "conjunct" and clause.opener is not None
        if voice and clause.link != "relative" and not joined:
            return voice
        return within[parent] if parent < len(within) else None

    def reported(self, number: int, speaking: Sequence[Voice | None]) -> Voice | None:
        """Who speaks in the report that stands behind a clause («Россия атаковала мост, сообщил Киев»)."""
        behind = (n for n in range(number + 1, len(speaking)) if speaking[n] and self.goes_on(n, number))
        return next((speaking[n] for n in behind if self.reporting[n]), None)

    def goes_on(self, number: int, before: int) -> bool:
        """Whether a clause hangs on one before it, by way of others or not."""
        at: int | None = number
        while at is not None and at > before:
            at = self.sentence.clauses[at].parent
        return at == before

    @cached_property
    def reporting(self) -> tuple[bool, ...]:
        """Of each clause whether it only reports."""
        return tuple(map(self.reports, range(len(self.sentence.clauses))))

    def reports(self, number: int) -> bool:
        """Whether a clause only tells who said what stands before it: behind a mark its verb, then who speaks."""
        clauses, clause = self.sentence.clauses, self.sentence.clauses[number]
        own = speaks(self.sentence, clause.verb, self.language)
        first = clause.tokens[0] if clause.tokens else 0
        if own is None or clause.opener is not None or first != own.start or not first:
            return False
        if self.sentence.tokens[first - 1].is_word:
            return False
        tells = any(other.parent == number and other.link == "complement" for other in clauses)
        return not tells and (self.subject(clause, own) or self.teller(clause, own)) is not None

    def teller(self, clause: Clause, own: Governor) -> Mention | None:
        """Who speaks where no subject is known: a name behind the verb of a report, a place («считают в Кремле»)."""
        tokens = set(clause.tokens)
        named = [m for m in self.mentions if m.start in tokens and m.codes and not self.press(m)]
        if clause.verb is not None and clause.verb.person == MANY and self.words.said_in:
            return next((m for m in named if self.governed(m.start, self.words.said_in)), None)
        behind = [m for m in named if own.end <= m.start <= own.end + PHRASE]
        return next((m for m in behind if not self.governed(m.start)), None)

    def speaking(self, number: int) -> Voice | None:
        """Who speaks in a clause: its subject, or the last speaker where it only goes on."""
        clause = self.sentence.clauses[number]
        own = speaks(self.sentence, clause.verb, self.language)
        if own is None or own.kind == "judge":
            return None
        subject = self.subject(clause, own)
        if subject is None and (self.reporting[number] or (clause.verb and clause.verb.person == MANY)):
            subject = self.teller(clause, own)
        if subject and subject.kind != "pronoun":
            return Voice(subject.codes[0], own.kind, own.id)
        if self.attribution and subject is None:
            return self.attribution[1]
        return Voice(self.last.code if self.last else None, own.kind, own.id)

    def subject(self, clause: Clause, own: Governor) -> Mention | None:
        """The name that is the verb's subject; by word order the first before it that nothing governs."""
        parse = self.sentence.parse
        if parse is not None:
            verb = range(own.start, own.end)
            named = [m for m in self.mentions if m.codes and not self.press(m)]
            return next((m for m in named if subject_of(parse, m.start, m.end, verb)), None)
        tokens = set(clause.tokens)
        here = [m for m in self.mentions if m.start in tokens and m.codes and m.start < own.end and not self.press(m)]
        return next((m for m in here if not self.is_object(m) and not self.governed(m.start)), None)

    def is_object(self, mention: Mention) -> bool:
        """Whether the marker of the object follows a name."""
        tokens = self.sentence.tokens
        return mention.end < len(tokens) and tokens[mention.end].fold in self.words.object

    def governed(self, at: int, by: Collection[str] | None = None) -> bool:
        """Whether a preposition (one of ``by``) opens the noun phrase that the name at token ``at`` closes."""
        known = self.words.prepositions if by is None else by
        for start in range(at - 1, max(-1, at - 1 - PHRASE), -1):
            word = self.sentence.tokens[start].fold
            if word in known:
                return True
            if not word[:1].isalnum() or any(v.start <= start < v.end for v in self.sentence.verbs if v.finite):
                return False
        return False

    def press(self, mention: Mention) -> bool:
        """Whether a name is part of the name of a medium (خبرگزاری فرانسه, یک روزنامه آمریکایی)."""
        first = max(0, mention.start - 2)
        return stands(self.sentence, first, mention.end, self.words.press)

    def attributed(self) -> tuple[int, Voice] | None:
        """The token after "according to X" and its voice."""
        for start, token in enumerate(self.sentence.tokens):
            if token.fold not in self.words.attributions.beginnings:
                continue
            for _, word in runs(self.sentence, start, start + LONGEST, from_first=True):
                kind = self.words.attributions.get(word)
                name = self.named_after(start) if kind else None
                if kind and name:
                    return name.end, Voice(name.codes[0], kind, f"{kind} {word}")
        return None

    def named_after(self, start: int) -> Mention | None:
        """The first name after token ``start`` and before a comma that is not of the press."""
        end = min(start + ATTRIBUTED, self.comma(start))
        return next((m for m in self.mentions if start < m.start <= end and m.codes and not self.press(m)), None)

    def comma(self, start: int) -> int:
        """The first comma, colon or stop after token ``start``, or the end."""
        tokens = self.sentence.tokens
        return next((n for n in range(start, len(tokens)) if tokens[n].text in self.words.stops), len(tokens))

    def closing(self) -> int:
        """The token that closes the quotation left open before, or the end."""
        marks = self.words.quotes["close"] | self.words.quotes["both"]
        tokens = self.sentence.tokens
        return next((n for n, token in enumerate(tokens) if token.text in marks), len(tokens))

    def stays_open(self, is_open: bool) -> bool:
        """Whether a quotation is open after the sentence."""
        for token in self.sentence.tokens:
            if token.text in self.words.quotes["open"]:
                is_open = True
            elif token.text in self.words.quotes["close"]:
                is_open = False
            elif token.text in self.words.quotes["both"]:
                is_open = not is_open
        return is_open
