"""Knowledge as data: frames of acts, their words, actors, cues and calendars, one folder a language."""

from ravabet.lexicon.entries import KINDS, SHAPES, TYPES, ActorEntry, Cue, Expression, Frame
from ravabet.lexicon.fold import ZWNJ, fold, fold_char
from ravabet.lexicon.load import (
    EXPERIMENTAL,
    LANGUAGES,
    actors,
    codes,
    cues,
    expressions,
    find_code,
    frames,
    name,
    names_in,
    parse_expression,
    read_tsv,
    read_yaml,
)

__all__ = [
    "EXPERIMENTAL",
    "KINDS",
    "LANGUAGES",
    "SHAPES",
    "TYPES",
    "ZWNJ",
    "ActorEntry",
    "Cue",
    "Expression",
    "Frame",
    "actors",
    "codes",
    "cues",
    "expressions",
    "find_code",
    "fold",
    "fold_char",
    "frames",
    "name",
    "names_in",
    "parse_expression",
    "read_tsv",
    "read_yaml",
]
