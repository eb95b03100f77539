"""Whether an act happened, is planned, is denied or only claimed, and whether the writer tells it or wishes it.

Read from the tense and sign of the act's verb, the verb that governs it (wants, means, manages), the words that lead
to an act named by a noun, and who says it of whom.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ravabet.coding.telling.speech import (
    Forms,
    Governor,
    StatusWords,
    governor,
    is_one_of,
    known_runs,
    speaks,
    stands,
    status_words,
)
from ravabet.language import Clause, Sentence, Verb
from ravabet.model import Status

LEAD = 3
"""Tokens before an act named by a noun in which a word may lead to it (برای آغاز گفت‌وگو)."""
DONE = frozenset({"past", "imperfect", "perfect", "pluperfect"})
SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""PLOVER types done by saying so, whatever the tense of what is said."""
NEAR = 4
"""Tokens between an act named by a noun and the verb that says whether it took place (توافقی حاصل نشد)."""
FAR = 12
"""The same for a verb in the future, which leaves no doubt."""
CHARGES = frozenset({"AID", "COERCE", "ASSAULT"})
"""PLOVER types that are only claimed where another than the actor says so (to arm a foe is a charge too)."""
REFUSING = frozenset({"REJECT", "ACCUSE", "THREATEN"})
"""PLOVER types that a negative verb may itself name (نمی‌پذیرد)."""
HINDERING = frozenset({"REQUEST", "COERCE", "SANCTION"})
"""PLOVER types that a negative verb may name unless it tells the past (مجوز صادر نمی‌کند, but بازداشت نشد)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of an act, the rules that gave it, and its ``flags``.

    They are ``wish``, ``question``, ``habit``, ``condition`` and ``asked``.
    An act flagged ``wish`` or ``question`` and said by nobody is the author's own and not coded; one that stands under
    a ``condition``, or that somebody is only ``asked`` to say or not to do, is no act.
    ``over``: what the verb does that governs a subjunctive (``ask``, ``plan``, ``manage`` ...).
    """

    status: Status = "happened"
    because: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    over: str | None = None


def standing(
    sentence: Sentence,
    trigger: Sequence[int],
    language: str,
    kind: str | None = None,
    speaker: str | None = None,
    actors: Collection[str] = (),
    recipients: Collection[str] = (),
    ahead: bool = False,
    worded: bool | None = None,
) -> Standing:
    """The standing of the act named by the tokens ``trigger``.

    ``kind`` is its PLOVER type; ``speaker`` who says it (see ``speakers``); ``actors`` and ``recipients`` the codes of
    who did it and to whom: what another than the actor says of a hostile act is a claim (edge case 3 of the standard).
    ``ahead``: its date lies after publication; ``worded``: whether a negation of its verb belongs to the words that
    name it, None where its type must tell.
    """
    act = _Act(sentence, trigger, language, kind, speaker is not None, worded)
    flags, over = act.flags(), act.over_kind()
    found = act.lead() or act.tensed() or act.reported()
    if found is None and (ahead or ("wish" in flags and kind not in SPOKEN)):
        found = ("planned", "date ahead" if ahead else "wish")
    if found is None and _is_claim(kind, speaker, actors, recipients):
        found = ("claimed", "said by another than the actor")
    if found is None:
        return Standing(flags=flags, over=over)
    return Standing(found[0], (f"status {found[1]}",), flags, over)


def _is_claim(kind: str | None, speaker: str | None, actors: Collection[str], recipients: Collection[str]) -> bool:
    if kind not in CHARGES or speaker is None or not actors or speaker in actors:
        return False
    return kind != "AID" or speaker not in recipients


Found = tuple[Status, str]


class _Act:
    """One act in its sentence; ``verb`` is its own verb, or that of its clause where a noun names it."""

    def __init__(
        self,
        sentence: Sentence,
        trigger: Sequence[int],
        language: str,
        kind: str | None,
        told: bool,
        worded: bool | None,
    ) -> None:
        self.sentence = sentence
        self.trigger = trigger
        self.language = language
        self.kind = kind
        self.told = told
        self.worded = worded
        self.words: StatusWords = status_words(language)
        tokens = set(trigger)
        own = next((v for v in sentence.verbs if v.finite and tokens & set(range(v.start, v.end))), None)
        self.clause = self.clause_at(own.start if own else trigger[-1])
        self.verbal = own is not None
        self.verb = own or (self.clause.verb if self.clause else None)

    def clause_at(self, token: int) -> Clause | None:
        number = self.sentence.clause_of(token)
        return None if number is None else self.sentence.clauses[number]

    def flags(self) -> frozenset[str]:
        """The marks of wish, condition, question and habit in the act's clause, and whether it is only asked for."""
        if self.clause is None:
            return frozenset()
        flags = self.words.flags
        found: set[str | None] = {flags[word] for word in self.own_runs(flags)}
        found.add(flags.get(self.sentence.tokens[-1].fold))
        if "concession" in found:
            found -= {"condition", "concession"}
        found.add(self.supposed())
        return frozenset(flag for flag in found if flag)

    def supposed(self) -> str | None:
        """``condition`` for an act named as one that may be; ``asked`` for what one is asked to say or not to do."""
        if not self.verbal:
            first = max(self.trigger[0] - LEAD, self.after_verb())
            leading = stands(self.sentence, first, self.trigger[0], self.words.in_case)
            if leading or self.followed_by(self.words.possible):
                return "condition"
            return "asked" if self.shunned() and self.verb and self.verb.tense == "subjunctive" else None
        return "asked" if self.over_kind() == "ask" and self.kind in SPOKEN - {"REQUEST"} else None

    def over_kind(self) -> str | None:
        """What the verb does that governs a subjunctive by which the act is told."""
        verb = self.verb if self.verbal else None
        over = self.over(verb) if verb and verb.tense == "subjunctive" else None
        return over[1].kind if over else None

    # an act named by a noun

    def lead(self) -> Found | None:
        """What the words right before a noun make of it: قصد حمله, عدم توافق, اتهام جاسوسی."""
        if self.verbal:
            return None
        first = max(self.trigger[0] - LEAD, self.after_verb())
        if stands(self.sentence, first, self.trigger[0], self.words.linking):
            first = max(first - LEAD, self.after_verb())
        for start, word in known_runs(self.sentence, first, self.trigger[0] + 1, self.words.leads):
            kind = self.words.leads[word]
            inside = start == self.trigger[0]
            if kind == "claimed" and self.denied_above():
                return None
            if not (inside and (kind == "denied" or self.kind in SPOKEN)):
                return (kind == "planned" and self.lacked()) or (_STATUS[kind], f"{kind} {word}")
        return ("planned", "word to come") if self.followed_by(self.words.imminent) else None

    def denied_above(self) -> bool:
        """Whether the verb of the clause denies what a noun only claims («گزارش‌ها مبنی بر حمله را رد کرد»)."""
        own = governor(self.sentence, self.verb, self.language) if self.verb else None
        return own is not None and own.kind == "deny"

    def lacked(self) -> Found | None:
        """The intention or plan that a noun hangs on is not there (قصد حمله ندارد)."""
        verb = self.verb
        near = verb is not None and 0 < verb.start - self.trigger[-1] <= FAR
        lacks = verb is not None and near and verb.negative and is_one_of(self.sentence, verb, self.words.have)
        return ("denied", "negative verb") if lacks else None

    def followed_by(self, words: Forms) -> bool:
        """Whether one of ``words`` stands right after the noun that names the act."""
        first = self.trigger[-1] + 1
        end = next(
            (n for n in range(first, len(self.sentence.tokens)) if not self.sentence.tokens[n].is_word), first + LEAD
        )
        return stands(self.sentence, first, min(end, first + LEAD), words)

    def after_verb(self) -> int:
        """The token after the last finite verb before the act."""
        return max((v.end for v in self.sentence.verbs if v.finite and v.end <= self.trigger[0]), default=0)

    # the verb

    def tensed(self) -> Found | None:
        """What the act's verb and the verb that governs it say."""
        verb = self.verb
        if self.announced():
            return "planned", "infinitive to come"
        if verb is None:
            return None
        own = governor(self.sentence, verb, self.language)
        if not self.verbal and own:
            return self.governed_noun(own, verb)
        if not self.verbal and verb.start - self.trigger[-1] > (FAR if verb.tense == "future" else NEAR):
            return None
        if verb.negative:
            spared = self.refuses(verb) if self.verbal else self.stands_apart()
            return None if spared else ("denied", "negative verb")
        if self.kind in SPOKEN and not is_one_of(self.sentence, verb, self.words.not_by_saying):
            return self.said(verb)
        return self.put_off(verb)

    def announced(self) -> bool:
        """Whether an infinitive is all the verb there is, as headlines tell what is to come: «Chad to free miners»."""
        verbs = self.sentence.verbs if self.words.infinitive else ()
        first = next((verb for verb in verbs if verb.finite or verb.tense == "infinitive"), None)
        if first is None or first.finite or first.negative or not 0 < first.start <= self.trigger[-1]:
            return False
        if stands(self.sentence, max(self.trigger[0] - 2, first.end), self.trigger[0], self.words.prepositions):
            return False
        main = self.clause is not None and self.clause.parent is None and self.clause.verb in (None, first)
        return main and self.sentence.tokens[first.start - 1].fold in self.words.infinitive

    def said(self, verb: Verb) -> Found | None:
        """An act done by saying so: put off only by a verb that governs it, or a future that nobody announces."""
        over = self.over(verb) if self.verbal and verb.tense == "subjunctive" else None
        if over:
            return self.governed(*over)
        if self.wished_of_others(verb):
            return "planned", "subjunctive"
        made = self.kind == "THREATEN" or self.told or (verb.person or "").startswith("1") or self.speech_above()
        return None if made or verb.tense != "future" else ("planned", "future")

    def wished_of_others(self, verb: Verb) -> bool:
        """Whether others are only to say it («باید از طرح حمایت کند»); "must" makes a demand, "before" a deed."""
        if not self.verbal or self.kind == "REQUEST" or verb.tense != "subjunctive":
            return False
        done = stands(self.sentence, self.after_verb(), self.trigger[0], self.words.realised)
        demanding = any(self.words.flags.get(self.sentence.tokens[at].fold) == "wish" for at in self.trigger)
        return (verb.person or "").startswith("3") and not demanding and not done

    def refuses(self, verb: Verb) -> bool:
        """Whether a negative verb is itself the act."""
        if self.worded is not None:
            return self.worded
        return self.kind in REFUSING or (self.kind in HINDERING and verb.tense not in DONE)

    def speech_above(self) -> bool:
        """Whether a verb of speech stands over the act's clause."""
        return any(speaks(self.sentence, verb, self.language) for verb in self.above())

    def put_off(self, verb: Verb) -> Found | None:
        """A verb whose tense, or the verb before it, puts the act off."""
        if verb.tense == "future":
            return "planned", "future"
        if verb.tense == "subjunctive":
            return self.wanted(verb)
        if verb.tense == "present" and self.comes(verb):
            return "planned", "present to come"
        return self.meant(verb) if verb.tense == "past" else None

    def meant(self, verb: Verb) -> Found | None:
        """A form that is past and subjunctive alike (بازگرداند) under a verb of meaning in the present."""
        before = [v for v in self.sentence.verbs if v.end <= verb.start][-1:]
        for other in (*before, *self.above()):
            own = governor(self.sentence, other, self.language) if other.tense == "present" else None
            if own and own.kind == "plan":
                return "planned", own.id
        return None

    def governed_noun(self, own: Governor, verb: Verb) -> Found | None:
        """An act named by a noun in the clause of a governing verb: خواستار آتش‌بس شد, حمله را تکذیب کرد."""
        if set(range(own.start, own.end)) & set(self.trigger):
            return None
        if self.stands_apart() and (own.kind != "plan" or verb.negative):
            return ("planned", "word to come") if self.has(self.words.coming) else None
        if own.kind in ("deny", "claim") and self.kind not in SPOKEN - {"SUPPORT"}:
            return ("denied" if own.kind == "deny" else "claimed"), own.id
        if own.kind == "begin":
            return self.begun(own, verb)
        if own.kind == "undo":
            return ("denied", own.id) if own.start > self.trigger[-1] and not self.adverbial() else None
        if own.kind == "refrain":
            return ("denied", own.id) if self.shunned() and not verb.negative else None
        if own.kind in ("plan", "manage") and verb.negative:
            return "denied", own.id
        if own.kind == "plan" or (own.kind == "ask" and own.start <= self.trigger[0]):
            return "planned", own.id
        return ("planned", "word to come") if self.has(self.words.coming) else None

    def begun(self, own: Governor, verb: Verb) -> Found | None:
        """An infinitive under a verb of setting about it; a noun beside that is only what becomes of it."""
        if not any(v.tense == "infinitive" and v.start in self.trigger for v in self.sentence.verbs):
            return None
        if verb.negative:
            return "denied", own.id
        return ("planned", own.id) if verb.tense == "future" else None

    def stands_apart(self) -> bool:
        """Whether a verb of the clause that denies or asks does not mean the act.

        Such is what the rest only took place in ("did not discuss it at their meeting"), and what a participle behind
        a comma tells of the same subject ("did not attend, calling the host a liar").
        """
        first = max(self.trigger[0] - LEAD, self.after_verb())
        if stands(self.sentence, first, self.trigger[0], self.words.setting):
            return True
        tokens, acting = self.sentence.tokens, set(self.trigger)
        beside = (v for v in self.sentence.verbs if v.tense == "participle" and not v.passive and v.start in acting)
        return any(v.start > 0 and tokens[v.start - 1].text == "," for v in beside)

    def adverbial(self) -> bool:
        """Whether a preposition brings in the noun that names the act (پس از حمله, به دلیل حمله)."""
        first = max(self.trigger[0] - 2, self.after_verb())
        return stands(self.sentence, first, self.trigger[0], self.words.prepositions)

    def shunned(self) -> bool:
        """Whether the noun that names the act is what the verb of its clause refrains from or prevents."""
        own = governor(self.sentence, self.verb, self.language) if self.verb else None
        if own is None or own.kind != "refrain" or own.start <= self.trigger[-1]:
            return False
        tokens = self.sentence.tokens
        led = max((n for n in range(own.start) if tokens[n].fold in self.words.tell_leads), default=-1)
        return self.trigger[0] - 2 <= led < self.trigger[0]

    def wanted(self, verb: Verb) -> Found | None:
        """A subjunctive by what governs it: wanted, meant, managed (then it happened) or failed."""
        over = self.over(verb)
        return self.governed(*over) if over else ("planned", "subjunctive")

    def over(self, verb: Verb) -> tuple[Verb, Governor] | None:
        """The verb before a subjunctive that governs it, passing over who says so."""
        before = [v for v in self.sentence.verbs if v.end <= verb.start]
        for other in reversed(before[-2:]):
            own = governor(self.sentence, other, self.language)
            if own is not None and own.kind not in ("say", "claim", "judge", "undo", "refrain"):
                return other, own
        return None

    def governed(self, other: Verb, own: Governor) -> Found | None:
        """A subjunctive under the verb ``other``."""
        if own.kind in ("cause", "plan") and other.negative:
            return "denied", own.id
        if own.kind in ("manage", "deny") and other.negative != (own.kind == "deny"):
            return "denied", own.id
        if own.kind in ("try", "manage", "cause") and other.tense in DONE:
            return None
        return "planned", own.id

    def comes(self, verb: Verb) -> bool:
        """Whether a present tells what is to come; what lasts "now" and a headline («King visits Oslo») do not."""
        done = self.has(self.words.now) or (bool(self.words.infinitive) and self.sentence.tokens[-1].is_word)
        to_come = not done and is_one_of(self.sentence, verb, self.words.present_to_come)
        return to_come or self.has(self.words.coming)

    def has(self, words: Forms) -> bool:
        return next(self.own_runs(words), None) is not None

    def own_runs(self, words: Forms) -> Iterator[str]:
        """Those of ``words`` that stand in the act's clause, without those of clauses that stand inside it."""
        tokens = self.clause.tokens if self.clause else ()
        if tokens:
            found = known_runs(self.sentence, tokens[0], tokens[-1] + 1, words)
            yield from (word for at, word in found if at in tokens)

    # the clauses around it

    def reported(self) -> Found | None:
        """A claim or denial whose complement the act's clause is."""
        for verb in self.above():
            own = speaks(self.sentence, verb, self.language)
            if own and own.kind in ("claim", "deny"):
                return ("claimed" if own.kind == "claim" else "denied"), own.id
        return None

    def above(self) -> Iterator[Verb]:
        """The verbs that the act's clause hangs on, from the nearest outwards.

        A clause joined on by "and" hangs on what the one before hangs on, not on that one: who denied a report and
        arrested a man did not deny the arrest.
        """
        clause, seen = self.clause, 0
        while clause is not None and clause.parent is not None and seen < len(self.sentence.clauses):
            below, clause, seen = clause, self.sentence.clauses[clause.parent], seen + 1
            verb = self.last_verb(clause, below.tokens[0])
            if verb is not None and (below.link != "conjunct" or below.opener is None):
                yield verb

    def last_verb(self, clause: Clause, before: int) -> Verb | None:
        """The last verb of a clause before a token, else its own: one clause may hold two, joined by "and"."""
        within = [v for v in self.sentence.verbs if v.start in clause.tokens and v.end <= before and v.finite]
        return within[-1] if within else clause.verb


_STATUS: dict[str, Status] = {"planned": "planned", "denied": "denied", "claimed": "claimed"}
