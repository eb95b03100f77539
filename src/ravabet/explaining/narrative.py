"""The answer told in sentences, each with the numbers of the steps that it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ravabet.explaining import wording
from ravabet.explaining.answer import Answer, Because, Path
from ravabet.explaining.phrases import Phrases

MOST = 5
"""Chains that are told in sentences; the others are counted and stand with all their steps below."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: ``lead`` says how it goes on from the one before; each clause has the number of its step."""

    lead: str
    clauses: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One chain in sentences, and how it is backed."""

    sentences: tuple[Sentence, ...]
    backed: str


@dataclass(frozen=True, slots=True)
class Narrative:
    """The chains that are told, and lines on what they leave out, what is contested and what nobody explains."""

    accounts: tuple[Account, ...]
    open: tuple[str, ...]


def narrative(answer: Answer, words: Phrases) -> Narrative:
    """The best supported chains of ``answer``, and what is left open."""
    told = _chosen(answer)
    return Narrative(tuple(_account(answer, path, words) for path in told), tuple(_open(answer, len(told), words)))


def _chosen(answer: Answer) -> Sequence[Path]:
    """The best chains of the best kind there is; of chains with an unsure end only one."""
    if not answer.paths:
        return ()
    best = answer.paths[0]
    if best.unsure:
        return (best,)
    return [path for path in answer.paths if path.part == best.part and not path.unsure][:MOST]


def _account(answer: Answer, path: Path, words: Phrases) -> Account:
    first = Sentence(_lead(words, "begin", []), (_clause(answer, path.steps[0], words),))
    sentences = [first]
    for index, cause, effect in zip(path.links, path.steps, path.steps[1:], strict=False):
        link = answer.links[index]
        last = effect == path.steps[-1]
        clauses = tuple(_clause(answer, number, words) for number in (sorted(path.ends) if last else (effect,)))
        sentences.append(Sentence(_lead(words, link.kind, _beside(link, cause, words)), clauses))
    return Account(tuple(sentences), _backed(answer, path, words))


def _backed(answer: Answer, path: Path, words: Phrases) -> str:
    """By how many voices a chain is told, how sure it is at least, and where it is weakest."""
    backed = words.say("backed", n=words.number(path.voices), sure=words.percent(path.confidence))
    return words.say("semicolon").join((backed, *_weakest(answer, path, words)))


def _weakest(answer: Answer, path: Path, words: Phrases) -> list[str]:
    """The one step or reason that is less sure than all others; of an unsure end, that it rests on surer ones."""
    sure = {number: answer.steps[number - 1].confidence for number in path.steps}
    reasons = {effect: answer.links[i].confidence for i, effect in zip(path.links, path.steps[1:], strict=True)}
    *before, end = path.steps
    rest = min([sure[number] for number in before] + list(reasons.values()))
    if path.unsure and sure[end] < rest:
        return [words.say("unsure_end", sure=words.percent(rest))]
    steps = [number for number in path.steps if sure[number] == path.confidence]
    effects = [number for number, confidence in reasons.items() if confidence == path.confidence]
    if len(steps) > 1 or (not steps and len(effects) > 1):
        return []
    return [words.say("weakest", "step" if steps else "reason", step=wording.steps(steps or effects, words))]


def _clause(answer: Answer, number: int, words: Phrases) -> tuple[str, int]:
    return wording.clause(answer.steps[number - 1], words), number


def _lead(words: Phrases, kind: str, beside: Sequence[str]) -> str:
    asides = f" ({words.say('comma').join(beside)})" if beside else ""
    return f"{words.say('lead', kind)}{asides}{words.say('lead', 'end')}"


def _beside(link: Because, cause: int, words: Phrases) -> list[str]:
    """What else the link names as a cause, and who says so."""
    others = [number for number in link.causes if number != cause]
    along = [words.say("along", steps=wording.steps(others, words))] if others else []
    said = [words.say("said_by", name=words.name(link.speaker))] if link.speaker else []
    return along + said


def _open(answer: Answer, told: int, words: Phrases) -> list[str]:
    further = len(answer.paths) - told
    lines = [words.say("further", n=words.number(further))] if further > 0 else []
    disputed = {contest.effect for contest in answer.contested} | {denial.step for denial in answer.denials}
    silent = [step.number for step in answer.part("unexplained")]
    for key, numbers in (("contested", sorted(disputed)), ("unexplained", silent)):
        if numbers:
            listed = wording.steps(numbers, words)
            lines.append(f"{words.say(key)}{words.say('colon')}{listed}{words.say('stop')}")
    return lines
