"""An answer for programs: everything it holds, offsets included, with the glosses in one language."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from ravabet.explaining.answer import Answer, Because, Quote, Source, Step
from ravabet.explaining.phrases import FSI, PDI, Phrases, phrases


def render(answer: Answer, language: str) -> str:
    """The answer as one JSON object, keys in a fixed order; strings hold no direction marks of ours."""
    return json.dumps(record(answer, language), ensure_ascii=False, indent=2) + "\n"


def record(answer: Answer, language: str) -> dict[str, Any]:
    """The answer as plain values."""
    words = phrases(language)
    return {
        "a": answer.a,
        "b": answer.b,
        "since": answer.since.isoformat() if answer.since else None,
        "until": answer.until.isoformat() if answer.until else None,
        "lang": language,
        "documents": [_source(source) for source in answer.sources],
        "steps": [_step(step, words) for step in answer.steps],
        "links": [_link(link) for link in answer.links],
        "contested": [asdict(contest) for contest in answer.contested],
        "sides": [asdict(side) for side in answer.sides],
        "together": list(answer.together),
        "paths": [asdict(path) for path in answer.paths],
        "denials": [asdict(denial) for denial in answer.denials],
        "circular": answer.circular,
        "untimely": answer.untimely,
        "weak": answer.weak,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "language": source.language,
        "published": source.published.isoformat() if source.published else None,
        "repaired": source.repaired,
        "source": source.source,
        "copy_of": source.copy_of,
        "error": asdict(source.problem) if source.problem else None,
    }


def _step(step: Step, words: Phrases) -> dict[str, Any]:
    gloss = words.act(step.act).replace(FSI, "").replace(PDI, "") if step.act else None
    return {
        "number": step.number,
        "part": step.part,
        "change": step.change,
        "end": step.end,
        "gloss": gloss,
        "event": asdict(step.act) if step.act else None,
        "confidence": step.confidence,
        "voices": step.voices,
        "quote": _quote(step.quote),
        "words": _quote(step.words),
        "said": _quote(step.said) if step.said else None,
        "reports": [_quote(quote) for quote in step.reports],
    }


def _link(link: Because) -> dict[str, Any]:
    return {
        "causes": list(link.causes),
        "effects": list(link.effects),
        "kind": link.kind,
        "speaker": link.speaker,
        "confidence": link.confidence,
        "voices": link.voices,
        "quote": _quote(link.quote),
        "cause": _quote(link.cause),
        "effect": _quote(link.effect),
        "cue": _quote(link.cue) if link.cue else None,
        "repeats": [_quote(quote) for quote in link.repeats],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "document": quote.document,
        "source": quote.source,
        "path": quote.path,
        "published": quote.published.isoformat() if quote.published else None,
        "language": quote.language,
        "line": quote.line,
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.text,
    }
