"""Were the runs of this text put in screen order by a PDF reader? The look names suspects, the letters judge them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ravabet.model import Damage
from ravabet.repairing.atoms import HALF_SPACE, LETTERS, SPACE, Line, Symbols, cut, encode, mirrored, spelled
from ravabet.repairing.cutting import COSTS
from ravabet.repairing.lattice import as_is, best_of
from ravabet.repairing.look import Look
from ravabet.repairing.steps import body
from ravabet.repairing.stretches import stretches
from ravabet.repairing.suspicion import LEAST_SHARE, LEAST_SIZE, PRINTED, SUSPECT, worth
from ravabet.repairing.tables import Tables, load
from ravabet.repairing.tables import traits as known

KIND = "runs in screen order"

MARGIN = 4
"""Lines around those under suspicion that are judged with them: some damaged lines bear no trace."""

FEW_LETTERS = 14.0
"""Nats that must be gained besides, so that one short line does not speak for a text: of 20,000 sound news documents
96 are under suspicion, and with 150 letters and more none gains over .07 nats a letter."""

SWITCH = 4.0
"""Nats that must speak for it before damage is taken to begin or end: a reader damages whole stretches, not single
lines."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a line of a damaged text is worth as it stands, in nats, by a logistic regression over 10,800 lines of
    held-out news, half of them damaged, a third of these with tidy spaces (``tools/train_lines.py``).

    ``plain``: a line that bears nothing; ``gain``: each nat that its best order gains; ``letter``: each letter;
    ``mark``: each trace of damage (see ``look``), of ``most_marks`` at most; ``stop``, ``pair``: each nat that words
    beside stops and numbers say, and each pair of them; ``half``: a half-space in it, which damage nearly always loses.
    """

    plain: float = 0.9
    gain: float = -0.106
    letter: float = 0.013
    mark: float = -4.24
    most_marks: int = 3
    stop: float = 0.164
    pair: float = 0.043
    half: float = 3.87


WEIGHTS = Weights()

LEAST_ROUGHLY, ROUGHLY_BY_MARKS, MOST_MARKS = -0.08, -0.02, 18.0
"""Nats a letter that lines under suspicion may lose at most when they are turned round at their stops and numbers only:
with no mark, besides for each mark per 1,000 characters, and up to how many of these. Three of four sound news texts
under suspicion lose more, and 1 in 250 damaged ones."""

SAMPLE = 12
"""Lines judged before the whole text is."""

PLAIN = 2
"""Times the least gain from which it is plain that a text is damaged."""

HOPELESS = 0.5
"""Times the least gain under which half a sample says that a text is sound."""

TELLING = 20
"""Letters a line needs to speak for the whole text."""

MOSTLY = 0.68
"""Of a telling line's atoms, the share that are letters: lists of names and figures may stand in any order."""

LONGEST = 160
"""Atoms; a longer line is no printed line, and is left alone."""

_GLUED = re.compile(f"(?<=[{LETTERS}])(?=0)|(?<=0)(?=[{LETTERS}])")
_COLUMNS = re.compile(r"\S(?: {4,}|\t)\S")
_ROUGH = re.compile(r'0|[.،؛:!؟()«»"]|  +| (?=[.،؛:!؟()«»"0 ])|(?: ?[^ .،؛:!؟()«»"0])+| ')
_LAX = {"led": 0.0, "unspaced": 0.0, "twice": 0.0, "figure": 0.0, "gap": 1.5}
_STRICT = replace(COSTS, edge=2.5, comma=4.0, lone=0.7, free=1.0, through_edge=0.3, joined=0.5, followed=2.5, **_LAX)
"""Costs for judging: those of the repair make clean and damaged text less distinct. Fewer places are cut at: of 87
sound texts under suspicion none gains more by that, of 300 damaged ones as many are told, for a third less work."""

ALONE = np.array([SPACE], dtype=np.uint8)
"""What a line judged by itself comes after."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the letters say of one line: nats gained by its best order, and how many letters it has."""

    gain: float
    letters: int


@dataclass(frozen=True, slots=True)
class Suspects:
    """A stretch of a text that may be damaged: the lines that speak for it, and all lines to judge if they say so.

    ``rate``: traces of damage per 1,000 characters of those that speak for it.
    """

    telling: range
    lines: range
    rate: float


def suspects(seen: Look) -> list[Suspects]:
    """The stretches of lines that bear traces of damage, and stops and numbers in unusual places."""
    found = stretches(worth(seen.sizes, seen.marks, seen.stops, seen.beside), SUSPECT, 0.0)
    return [_suspects(first, last, seen) for first, last in _together(found)]


def _together(stretches: Iterable[list[int]]) -> list[tuple[int, int]]:
    """First and last line of the stretches, those close to each other taken together."""
    found: list[tuple[int, int]] = []
    for lines in stretches:
        if found and lines[0] - found[-1][1] <= 2 * MARGIN:
            found[-1] = (found[-1][0], lines[-1])
        else:
            found.append((lines[0], lines[-1]))
    return found


def _suspects(first: int, last: int, seen: Look) -> Suspects:
    sizes = seen.sizes[first : last + 1]
    printed = sizes <= PRINTED
    rate = 1000 * int(seen.marks[first : last + 1][printed].sum()) / max(LEAST_SIZE, int((sizes[printed] + 1).sum()))
    return Suspects(range(first, last + 1), range(max(0, first - MARGIN), min(len(seen), last + MARGIN + 1)), rate)


def screen_order(lines: Sequence[str], seen: Look, stretches: Iterable[Suspects], language: str) -> Damage | None:
    """The damage of lines whose runs stand in screen order, as the letters judge; None where they read as they should.

    ``seen``: the look of the lines; ``language``: one that has tables.
    """
    least, tables = known()[language].least_gain, load(language)
    found: list[int] = []
    rates: list[float] = []
    for each in stretches:
        rate = _sampled(tables, [cut(body(lines[i])[1]) for i in each.telling], each.rate, least)
        damaged = _damaged(tables, {i: cut(body(lines[i])[1]) for i in each.lines}, seen) if rate >= least else ()
        if damaged:
            found += damaged
            rates.append(rate)
    return Damage(KIND, tuple(sorted(set(found))), round(_sureness(max(rates) / least), 3)) if found else None


def _damaged(tables: Tables, lines: Mapping[int, Line], seen: Look) -> tuple[int, ...]:
    """The damaged lines: stretches that the gains and traces of their lines speak for; sound lines are left alone.

    What a line gains without a cut in its words is less work to find, and never more than it gains. The lines that are
    damaged by these gains already are so by the full ones, whatever those are; the others are judged again in full.
    The text is known to be damaged: it may well be so from its first line on.
    """
    judged = [i for i, line in lines.items() if judgeable(line)]
    begun = 0.0 if 0 in lines else SWITCH
    worth = np.array([_worth(judge(tables, lines[i], whole_words=True), lines[i], i, seen) for i in judged])
    plain = {n for stretch in stretches(worth, SWITCH, begun) for n in stretch}
    for n in set(range(len(judged))) - plain:
        worth[n] = _worth(judge(tables, lines[judged[n]]), lines[judged[n]], judged[n], seen)
    return tuple(judged[n] for stretch in stretches(worth, SWITCH, begun) for n in stretch)


def _worth(verdict: Verdict, line: Line, number: int, seen: Look) -> float:
    """What a line is worth as it stands, by its verdict and its look."""
    by_letters = WEIGHTS.gain * verdict.gain + WEIGHTS.letter * verdict.letters
    by_marks = WEIGHTS.mark * min(int(seen.marks[number]), WEIGHTS.most_marks)
    by_words = WEIGHTS.stop * int(seen.stops[number]) + WEIGHTS.pair * int(seen.beside[number])
    return WEIGHTS.plain + by_letters + by_marks + by_words + WEIGHTS.half * (HALF_SPACE in line.text)


def judgeable(line: Line) -> bool:
    """Whether a line is prose to be judged: letters for the most part, no columns, no longer than a printed line."""
    return 3 <= len(line) <= LONGEST and prose(line)


def prose(line: Line) -> bool:
    """Whether a line is letters for the most part and has no columns: a table may have its columns in any order."""
    return line.letters() >= 0.4 * len(line) and not _COLUMNS.search(line.text)


def judge(tables: Tables, line: Line, *, whole_words: bool = False) -> Verdict:
    """What the best order of one line gains over the line as it stands, taken alone, or as it stands with tidy spaces.

    ``whole_words``: the best of those orders that cut no word. A writer who puts spaces on the wrong side of a stop has
    not damaged the order, and gains nothing here.
    """
    best = best_of(tables.letters, line, ALONE, _STRICT, whole_words=whole_words)
    plain = max(as_is(tables.letters, text, ALONE) for text in (line.symbols, tidy(line.symbols)))
    return Verdict(best - plain, line.letters())


def roughly(tables: Tables, lines: Sequence[Line]) -> float:
    """What it gains, nats a letter, to turn these lines round at their stops, numbers and wide gaps, and nowhere else.

    Sound lines lose by it, damaged ones gain or lose little: most text is cleared for a hundredth of the full price.
    """
    plain = [tidy(line.symbols) for line in lines]
    rough = [tidy(encode("".join(reversed(_ROUGH.findall(spelled(mirrored(line.symbols))))))) for line in lines]
    one, two = (
        as_is(tables.letters, np.concatenate([each for text in texts for each in (text, ALONE)]), ALONE)
        for texts in (plain, rough)
    )
    return (two - one) / max(1, sum(map(Line.letters, lines)))


def tidy(symbols: Symbols) -> Symbols:
    """The symbols with single spaces, after stops and never before them, and around numbers."""
    text = _GLUED.sub(" ", spelled(symbols))
    text = re.sub(" +", " ", re.sub(r" ?([.،؛:!؟]+) ?", r"\1 ", text)).strip()
    return encode(text)


def _sampled(tables: Tables, suspects: list[Line], marks: float, least: float) -> float:
    """What the suspect lines gain on the whole, nats a letter; 0 where too few of their letters stand in printed lines.

    ``marks``: their traces of damage per 1,000 characters, which speak for it besides.
    Lines are judged until it is plain how the text stands; the fewer they are, the more they must gain. Where the first
    gains little without a cut in its words, the text is likely sound, and is judged in full at once.
    """
    telling = [line for line in suspects if judgeable(line) and line.letters() >= max(TELLING, MOSTLY * len(line))]
    if sum(map(Line.letters, telling)) < LEAST_SHARE * sum(map(Line.letters, suspects)):
        return 0.0
    sample = _spread(telling, SAMPLE)
    if sample and roughly(tables, sample) < LEAST_ROUGHLY + ROUGHLY_BY_MARKS * min(marks, MOST_MARKS):
        return 0.0
    first = judge(tables, sample[0], whole_words=True) if sample else Verdict(0.0, 0)
    rate = _rate(tables, sample, least, whole_words=True) if first.gain > PLAIN * least * first.letters else 0.0
    return rate if rate >= PLAIN * least else _rate(tables, sample, least)


def _rate(tables: Tables, lines: Sequence[Line], least: float, *, whole_words: bool = False) -> float:
    """What lines gain, nats a letter; with ``whole_words`` at most that, and for a sixth of the work."""
    gain, letters = -FEW_LETTERS, 0
    for count, line in enumerate(lines, 1):
        verdict = judge(tables, line, whole_words=whole_words)
        gain, letters = gain + verdict.gain, letters + verdict.letters
        plain = count >= 3 and gain >= PLAIN * least * letters
        if plain or (count >= SAMPLE / 2 and gain <= HOPELESS * least * letters):
            break
    return gain / max(1, letters)


def _sureness(ratio: float) -> float:
    """The chance of damage, from the gain as a multiple of the least: 0.5 at half of it, 0.88 at it."""
    return float(1 / (1 + np.exp(-4 * (ratio - 0.5))))


def _spread(items: list[Line], count: int) -> list[Line]:
    step = max(1, len(items) // count)
    return items[::step][:count] if len(items) > count else items
