"""The entries of the lexicon as frozen types."""

from __future__ import annotations

from dataclasses import dataclass, field

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The 16 event types of PLOVER 2021."""
UNORDERED = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Those whose sides are one where nobody is only done to: who is named first says nothing."""
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
"""PLOVER's quad classes in the order of their numbers, 1 to 4."""
QUAD_COLUMNS = tuple(quad.replace(" ", "_") for quad in QUADS)
"""The same as names of columns."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of act, described without language: its PLOVER type and mode, and what to call it in each language.

    ``symmetric``: everyone who takes part is an actor; ``mutual``: everyone is actor and recipient (clashes, swaps).
    ``self_directed``: without a named recipient the actor's own
    state is meant (arrests, protests). ``hosted``: who is named as the place does it ("summoned to the ministry of
    Oslo"). ``gloss``: language code to a sentence template with ``{actor}`` and
    ``{recipient}``, or a bare noun phrase.
    """

    id: str
    type: str
    gloss: dict[str, str]
    mode: str | None = None
    symmetric: bool = False
    mutual: bool = False
    self_directed: bool = False
    hosted: bool = False
    context: tuple[str, ...] = ()
    score: float = 0.0


SPEAKER = "speaker"
"""Among the agents of an expression: who says it does it ("X was wrong to ..." is criticism by whoever says so)."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of one language that name a frame's act; the notation is explained in ``docs/lexicon.md``.

    ``words``: the folded words in order; ``verb``: which of them is a verb's dictionary form, from which the others
    may stand apart, None where there is none. ``markers``: prepositions (or ``را`` or ``obj`` for the object, ``-`` for
    the genitive) that bring the recipient. ``agents``: prepositions that bring in who does it, where the verb's subject
    is the recipient ("come under attack from"), or SPEAKER. ``required``: the act is only meant where one of them is
    there. ``negated``: only the verb's negated forms tell the act ("did not accept").
    """

    id: str
    frame: str
    words: tuple[str, ...]
    verb: int | None
    markers: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    required: bool = False
    weak: bool = False
    source: str = ""
    negated: bool = False

    nouns: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The words beside the verb."""
    needs: tuple[frozenset[str], ...] = field(init=False, repr=False, compare=False)
    """Of each of them the dictionary forms of which one must be there (``a/b``); a gap needs none."""

    def __post_init__(self) -> None:
        nouns = tuple(word for number, word in enumerate(self.words) if number != self.verb)
        object.__setattr__(self, "nouns", nouns)
        object.__setattr__(self, "needs", tuple(frozenset(word.split("/")) for word in nouns if word != "..."))

    @property
    def verbal(self) -> bool:
        """Whether the act is told by a verb."""
        return self.verb is not None


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One surface form of an actor: ``kind`` is one of KINDS; ``since`` and ``until`` bound a person's office."""

    code: str
    form: str
    kind: str
    sector: str | None = None
    since: str | None = None
    until: str | None = None
    source: str = ""


KINDS = ("name", "demonym", "people", "capital", "seat", "ministry", "person", "body", "group", "region")
"""Kinds of actor forms: state or body name, adjective, people noun, capital or seat as metonym, ministry or army with
its state in the name, person in office, intergovernmental body, armed group or party, and
states spoken of as one (codes joined with +)."""


SHAPES = ("phrase", "clause", "adverb", "frame", "reason", "shows")
"""What stands where round a cue; told in ``docs/reasons.md``."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that mark a reason; columns as in ``data/<language>/cues.tsv``.

    ``words``: the folded words in order, ``[e]`` for the effect; the last may be a choice of verbs' infinitives
    (``verbs``, empty where there is none). ``when``: conditions by name, with their arguments. ``keep``: how many last
    words belong to the span that follows.
    """

    id: str
    words: tuple[str, ...]
    shape: str
    kind: str
    verbs: tuple[str, ...] = ()
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    keep: int = 0
    example: str = ""
    counter: str = ""
    source: str = ""

    @property
    def doubtful(self) -> bool:
        """Whether it often means something else (the mark ``doubt``)."""
        return any(name == "doubt" for name, _ in self.when)
