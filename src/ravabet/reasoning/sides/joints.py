"""Whether a noun phrase goes on from one word to the next.

Persian does not write the ezafe that joins a noun to what belongs to it, so that the end of a phrase must be guessed:
a logistic regression over words, endings and place, trained on the noun phrases of the Universal Dependencies
treebanks PerDT and Seraji (``tools/train_reasons.py``; weights in ``data/<language>-joints.tsv``).
"""

from __future__ import annotations

import math

from ravabet.coding.learned.linear import Linear
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.profiles import NONE, lift, neighbour, profiles

LONG = 40
"""No phrase is followed further than so many words."""


def features(view: View, start: int, at: int, verb: int, cause: bool = False) -> list[str]:
    """What can be seen at the gap after token ``at`` in a phrase from ``start``; the clause's verb begins at ``verb``.

    ``cause``: the phrase follows a cue, so that it is likely to name an act with all that belongs to it.
    """
    words = view.words
    current, following = words[at], words[at + 1] if at + 1 < view.size else "<end>"
    second = words[at + 2] if at + 2 < view.size else "<end>"
    one, two = _kind(view, at), _kind(view, at + 1)
    left = verb - at - 1
    ahead = words[at + 1 : verb]
    discourse = view.discourse
    found = [
        f"c={current}",
        f"n={following}",
        f"e={current[-2:]}",
        f"f={following[-2:]}",
        f"k={one}>{two}",
        f"k3={one}>{two}>{_kind(view, at + 2)}",
        f"ce={current[-1:]}>{two}",
        f"d={min(at - start, 8)}",
        f"dk={min(at - start, 3)}>{two}",
        f"v={min(left, 6)}",
        f"vk={min(left, 3)}>{two}",
        f"preps={min(sum(w in discourse.prepositions for w in words[start : at + 1]), 3)}>{two}",
        f"comma={any(w in discourse.commas for w in ahead)}>{two}",
        f"object={any(w in discourse.object for w in ahead)}>{two}",
        f"s={second[-2:]}|{two}",
    ]
    lemma = next((v.lemma for v in view.sentence.verbs if v.start == verb), "-")
    later = sum(word in discourse.prepositions for word in ahead[1:])
    found += [f"later={min(later, 2)}>{two[:2]}", f"later={min(later, 2)}>{min(left, 6)}"]
    if verb < view.size:
        found += [f"vp={lemma}>{two}", f"vq={words[verb - 1]}>{two}"]
    if two.startswith("p:"):
        found += [f"h={words[start]}>{following}", f"hc={current}>{following}", f"near={current[-2:]}>{following}"]
    if left in (0, 1):
        found += [f"lv={left}>{lemma}", f"lvn={left}>{following}"]
    found += _neighbours(view, start, at, cause)
    if cause:
        front = not any(view.is_word(i) for i in range(max(0, start - 3), max(0, start - 2))) if start > 2 else True
        found += [f"front={front}>{two}", f"front={front}>{two[:2]}>{later}"]
        found += [
            f"cause>{two}",
            f"cause>{min(at - start, 3)}>{two}",
            f"cause>{min(left, 3)}>{two}",
            f"cause>{two[:2]}",
        ]
    elif start and words[start - 1] in discourse.prepositions:
        found.append(f"role=p>{two}")
    return found


def _neighbours(view: View, start: int, at: int, cause: bool) -> list[str]:
    """How well the words on both sides of the gap go together, and how readily each ends or begins a phrase."""
    known = profiles(view.discourse.language)
    current = known.get(view.words[at], NONE)
    following = known.get(view.words[at + 1], NONE) if at + 1 < view.size else NONE
    head = known.get(view.words[start], NONE)
    left, right = neighbour(view, at), neighbour(view, at + 1)
    kind = right if right in ("word", "mark", "verb") else "function"
    likes, liked = lift(current.right, right), lift(following.left, left)
    begins = lift(following.left, "mark")
    found = [
        f"pa={kind}>{likes}",
        f"pb={kind}>{liked}",
        f"pab={kind}>{likes}>{liked}",
        f"ps={kind}>{begins}",
        f"ph={kind}>{lift(head.right, right)}",
        f"pe={lift(current.right, 'verb')}>{kind}",
        f"pm={lift(current.right, 'mark')}>{kind}",
    ]
    return [*found, f"cause-pa={kind}>{likes}", f"cause-ps={kind}>{begins}"] if cause else found


def _kind(view: View, at: int) -> str:
    """The class of a token: function words are their own class."""
    if at >= view.size:
        return "end"
    word, token = view.words[at], view.sentence.tokens[at]
    discourse = view.discourse
    if word in discourse.prepositions:
        return f"p:{word}"
    if (
        word in discourse.conjunctions
        or word in discourse.commas
        or word in discourse.object
        or word in discourse.relative
    ):
        return word
    if word in discourse.demonstratives:
        return "dem"
    if not view.is_word(at):
        return "mark"
    if view.verb_at(at):
        return "verb"
    if word[0].isdigit():
        return "digit"
    return f"glued:{word}" if token.glued else "word"


def reach(model: Linear, view: View, start: int, hi: int, verb: int, cause: bool = False) -> list[float]:
    """For each end from ``start + 1`` to ``hi``: the log-probability that the phrase ends right there."""
    going, found = 0.0, []
    for at in range(start, min(hi, start + LONG)):
        stop = model.probability(features(view, start, at, verb, cause))
        stop = min(max(stop, 1e-4), 1 - 1e-4)
        found.append(going + math.log(stop))
        going += math.log(1 - stop)
    if found and len(found) == hi - start:
        found[-1] = math.log(math.exp(found[-1]) + math.exp(going))
    return found


def holds(model: Linear, view: View, start: int, hi: int, verb: int) -> float:
    """The probability that the phrase from ``start`` goes on at least up to ``hi``."""
    going = 1.0
    for at in range(start, hi - 1):
        going *= 1 - model.probability(features(view, start, at, verb))
    return going
