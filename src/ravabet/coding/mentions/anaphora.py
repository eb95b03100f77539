"""Words that stand for an actor named elsewhere: bare titles, "this country", "both sides", pronouns, "our country"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.mentions.document import PEOPLE, SEVERAL
from ravabet.coding.mentions.draft import AMONG, Draft
from ravabet.coding.mentions.peoples import ARMED, among, fought, group_of, holder
from ravabet.coding.mentions.ties import Ties, with_joined
from ravabet.coding.mentions.words import Words

RECENT = 2
"""How many sentences back who did what "this attack" points to is looked for."""
BARE_GOVERNORS = frozenset({"start", "comma", "that", "verb", "and", "name", "far"})
"""Governors that are no prepositions."""
FADING = 0.7
"""What a mention weighs of itself one sentence later, when the topic is sought; texts of over ten sentences need it."""
DOMESTIC = frozenset({"CVL", "COP", "JUD", "OPP", "LAB", "EDU", "SOC", "REL"})
"""Sectors of people and bodies that are mostly those of the place spoken of: the police in Paris are French."""
LIVING = DOMESTIC | {ARMED}
"""The same and armed groups: those told in a place are mostly its own ("rebel positions in Chad")."""
GUESSED = frozenset({"role", "first", "topic"})
"""Needs whose codes are the topic's anyway, so that they say nothing of it."""
TOGETHER = frozenset({*SEVERAL, "sides"})
"""Needs of what stands for several states at once."""
_THINGS = frozenset({"state", "capital", "body", "group"})
_STATES = frozenset({"state", "adjective", "title", "person", "capital", "anaphor"})


class Discourse:
    """What has been spoken of so far, read in order; resolves one draft after another.

    ``first``: whose the person is that the text names first, who is meant by a pronoun before any is named;
    ``places``: by sentence and clause, whose the place is that it tells; ``two``: the states told most;
    ``abroad``: the news is of another state's people than those who mostly write it.
    """

    def __init__(
        self,
        words: Words,
        home: str | None,
        main: str | None,
        states: frozenset[str],
        first: tuple[str, ...] = (),
        places: Mapping[tuple[int, int | None], tuple[str, ...]] | None = None,
        seats: Mapping[tuple[int, int], tuple[str, ...]] | None = None,
        two: tuple[str, ...] = (),
        abroad: bool = False,
    ) -> None:
        self.first = first
        self.places = places or {}
        self.seats = seats or {}
        self.seated = words.small["seated"]
        self.home = home
        self.usual, self.home_told = words.usual, words.home_told
        self.strangers, self.feared = words.strangers, (words.feared,) if words.feared else ()
        self.unsaid = None if abroad else words.usual
        self.abroad = abroad
        self.article = words.article
        self.vague = frozenset({"pronoun"} if words.pronouns_vague else ())
        self.main = main
        self.states = states
        self.two, self.told = two, list[Draft]()
        self.roles: dict[str, tuple[str, ...]] = {}
        self.held: set[tuple[str, str | None]] = set()
        self.ties = Ties(words.small["ties"])
        self.undoing = words.small["undoing"]
        self.offices, self.local = words.small["offices"], words.small["local"]
        self.holders = words.small["holders"]
        self.of_things = words.small["of_things"]
        self.verb_closes = not words.inflected
        self.reporting = markers(words.language).reporting

    def resolve(self, draft: Draft) -> tuple[str, ...]:
        """The codes a draft stands for; empty where nothing in the text tells."""
        if draft.codes:
            return draft.codes
        if AMONG in draft.need:
            return among(draft, self.told, (*self._seat(draft), *self._place(draft)), self.main)
        match draft.need:
            case "own":
                own = self.home or (self.usual if self.strangers else None)
                return (own,) if own else ()
            case "state":
                return self._last_state(draft)
            case "regime":
                return next((told.codes for told in reversed(self.told) if told.regime), ()) or self._last_state()
            case "home":
                return self._subject(draft) or self._last(("one",)) or self._last_state()
            case "other":
                return self._counterpart(draft)
            case "pair" | "three" | "four":
                return self._several(SEVERAL[draft.need], self.states)
            case "states":
                return self.ties.many(draft.sentence - RECENT, SEVERAL["three"], self.states)
            case "sides":
                return self._several(2, None)
            case "body":
                return self._called(draft) or self._last_kind(("group", "body"))
            case "feared":
                return self._last_kind(("group",)) or self.feared
            case "person":
                return self._person(draft) or self._gendered(draft) or self._fresh(draft) or self.first or self._focus()
            case "many":
                return self._they(draft) or self._many(draft) or self._last_state() or self._focus()
            case "some":
                return self._many(draft, within=1)
            case "it":
                return self._subject_told(draft)
            case "whom":
                return self._object_told(draft)
            case "deed":
                return self._doer(draft)
            case "speaker":
                told = self._person() or self._last(("one", "many", "body"))
                return told or self._fresh(draft) or self._last_state()
            case "pointed":
                return self._pointed(draft)
            case "role":
                return self._role(draft)
            case "whose":
                return self._before(draft) or self._role(draft)
            case "first":
                return self._first(draft)
            case "suffered":
                return self._suffering(draft) or self._role(draft)
            case "named":
                return next((told.codes for told in reversed(self.told) if told.name[-1:] == draft.name), ())
            case "stranger":
                return self._fresh(draft) or self._topic(draft)
            case "topic":
                return self._topic(draft)
        return ()

    def note(self, draft: Draft) -> None:
        """Remember a resolved draft."""
        self.told.append(draft)
        self.ties.note(draft)
        if draft.role and len(draft.codes) == 1:
            self.roles[draft.role] = draft.codes
            self.held.add((draft.role, draft.codes[0]))

    def _last_state(self, draft: Draft | None = None) -> tuple[str, ...]:
        """The state told last, but not one that a preposition ties right to the draft («سفر شاه اردن به این کشور»).

        Its people mostly are of the one tied («وزارت خارجه X به شهروندان این کشور هشدار داد»), as is all where no other
        was told.
        """
        tied = self._tied(draft) if draft is not None and draft.sector != PEOPLE else ()
        named = [t.codes for t in reversed(self.told) if t.kind in _STATES and len(t.codes) == 1]
        states = [codes for codes in named if codes[0] in self.states]
        return next((codes for codes in states if codes != tied), tied if tied in states else ())

    def _tied(self, draft: Draft) -> tuple[str, ...]:
        """Whom the words right before the preposition of a phrase name."""
        last = self.told[-1] if self.told else None
        beside = last is not None and last.sentence == draft.sentence and last.end == draft.lead
        return last.codes if last is not None and beside and draft.governor not in BARE_GOVERNORS else ()

    def _person(self, draft: Draft | None = None) -> tuple[str, ...]:
        """Who spoke last, for a pronoun that speaks; else the person told first in this sentence, else in one before.

        The subject stands first; in what is said, who is spoken of there comes before who says it.
        """
        people = [told for told in self.told if told.who == "one" and told.codes]
        people = [told for told in people if draft is None or not _another(draft, told)]
        near = [told for told in people if told.sentence == people[-1].sentence]
        if draft is not None and draft.speaks:
            near = [told for told in reversed(people) if told.speaks][:1] or near
        inside = [told for told in near if draft is not None and draft.quoted and told.quoted]
        return next((told.codes for told in (*inside, *[t for t in near if t.free], *near)), ())

    def _many(self, draft: Draft, within: int | None = None) -> tuple[str, ...]:
        """The people told last; of one sentence the last subject or object, for an object who was no subject there."""
        many = [told for told in self.told if told.who == "many" and not _another(draft, told)]
        many = [told for told in many if within is None or told.sentence >= draft.sentence - within]
        near = [told for told in reversed(many) if told.sentence == many[-1].sentence]
        apart = [] if draft.free else [t for t in near if t.sentence < draft.sentence and not t.free]
        return next((told.codes for told in (*apart, *[t for t in near if t.free or t.object], *near)), ())

    def _they(self, draft: Draft) -> tuple[str, ...]:
        """Many people, or the states joined as a subject: of its own sentence, else such a subject of the one before.

        Where people are a subject there, it may be they ("Chad and Niger signed. Farmers protested. They ...").
        """
        if several := self._together(draft):
            return several
        own = self._many(draft, within=0) or self.ties.told_in(draft.sentence, self.states)
        before = [told for told in self.told if told.sentence == draft.sentence - 1]
        people = any(told.who == "many" and told.free and told.codes for told in before)
        return own or (() if people else self.ties.told_in(draft.sentence - 1, self.states))

    def _together(self, draft: Draft) -> tuple[str, ...]:
        """The states that the last subject of many stands for, here or in the sentence before ("the two ... they")."""
        near = (t for t in reversed(self.told) if t.sentence >= draft.sentence - 1 and t.free)
        last = next((t for t in near if t.who == "many" or t.need in TOGETHER), None)
        return last.codes if last is not None and last.need in TOGETHER and not _another(draft, last) else ()

    def _suffering(self, draft: Draft) -> tuple[str, ...]:
        """The people told last to whom something was done, for those who are named by it («بازداشت‌شدگان»)."""
        people = [told for told in self.told if told.sector == PEOPLE and told.codes]
        near = [told for told in people if told.sentence == people[-1].sentence >= draft.sentence - RECENT]
        return next((told.codes for told in (*[t for t in reversed(near) if t.object], *reversed(near))), ())

    def _subject_told(self, draft: Draft) -> tuple[str, ...]:
        """For a pronoun of things that is a subject: the state or body that was one last, here or a sentence before.

        For one that is an object: the state or body told last that was no subject ("criticised Oslo, accusing it
        of theft").
        """
        if draft.object:
            near = [t for t in self.told if t.sentence >= draft.sentence - 1 and not t.free]
            near = [t for t in reversed(near) if t.kind in _THINGS or t.who == "body"]
            return next((t.codes for t in sorted(near, key=lambda t: (-t.sentence, t.locative))), ())
        things = [
            t
            for t in self.told
            if t.free and t.sentence >= draft.sentence - 1 and (t.kind in _THINGS or t.who == "body")
        ]
        here = [told for told in reversed(things) if told.sentence == draft.sentence]
        return next((told.codes for told in (*here, *things) if draft.free), ())

    def _gendered(self, draft: Draft) -> tuple[str, ...]:
        """For a pronoun of people that things have too, where no person was told: the subject told («Пекин ... Он»)."""
        return self._subject_told(draft) if draft.head in self.of_things else ()

    def _object_told(self, draft: Draft) -> tuple[str, ...]:
        """For a pronoun that is always an object («متهمة إياها»): whom the sentence told last but its first subject."""
        here = [told for told in self.told if told.sentence == draft.sentence and told.codes]
        subject = next((told.codes for told in here if told.free), ())
        others = [told for told in reversed(here) if told.codes != subject]
        return next((told.codes for told in sorted(others, key=lambda told: told.locative)), ())

    def _doer(self, draft: Draft) -> tuple[str, ...]:
        """Who did what "this attack" or "this decision" points to, other than the subject of its own clause.

        The last subject of a clause before it, one that only tells of others last; else who is named as the doer of a
        noun («در پی حمله ترکیه ...»). Nor is it who says so («به گفته کابل، این حمله ...»). Where nobody is told to
        have acted there is none («انفجار در کابل ...»).
        """
        clause = (draft.sentence, draft.clause)
        here = [told for told in self.told if (told.sentence, told.clause) == clause]
        own = [told.codes for told in here if told.free][:1] + [t.codes for t in here if t.governor in self.reporting]
        before = [t for t in self.told[::-1] if t.sentence >= draft.sentence - RECENT and t.codes not in own]
        acting = [t for t in before if not t.locative and t.who != "many" and (t.sentence, t.clause) != clause]
        subjects = [t for t in acting if t.free or (self.verb_closes and t.governor == "verb")]
        named = [t for t in before if not t.locative and not t.free and t.governor not in self.undoing]
        ordered = (*[t for t in subjects if not t.speaks], *subjects, *named)
        return next((with_joined(self.told, told) for told in ordered if len(told.codes) == 1), ())

    def _focus(self) -> tuple[str, ...]:
        """The state the text speaks of most, else the newsroom's own."""
        code = self.main or self.home
        return (code,) if code else ()

    def _topic(self, draft: Draft) -> tuple[str, ...]:
        """The state told most so far, near mentions weighing more, else that of the whole text, else the newsroom's."""
        weights = defaultdict[str, float](float, {self.home: 1.0} if self.home and self.home_told else {})
        for told in (told for told in self.told if told.need not in GUESSED and told.kind not in self.vague):
            for code in told.codes:
                weights[code] += FADING ** (draft.sentence - told.sentence)
        named = [code for code in weights if code in self.states]
        return (max(named, key=lambda code: weights[code]),) if named else self._focus()

    def _subject(self, draft: Draft) -> tuple[str, ...]:
        """The subject of its clause, else who was asked or the last subject, else what the sentence told first."""
        here = [told for told in self.told if told.sentence == draft.sentence and not told.locative]
        free = [told for told in here if told.free or (told.asked and told.clause != draft.clause)]
        own = [told for told in free if told.clause == draft.clause]
        return next((with_joined(self.told, told) for told in (*own, *free[::-1], *here)), ())

    def _asking(self, draft: Draft) -> tuple[str, ...]:
        """The state that is the subject of the clause of who is asked, else the first told there; empty where none."""
        clause = (draft.sentence, draft.clause)
        here = [told for told in self.told if (told.sentence, told.clause) == clause and not told.locative]
        subject = next((told for told in here if told.free), here[0] if here else None)
        return subject.codes if subject and self.states.issuperset(subject.codes) else ()

    def _asked(self, draft: Draft) -> tuple[str, ...]:
        """Who is asked in the sentence to do something with his forces."""
        here = [t for t in self.told if t.sentence == draft.sentence and (t.asked or t.bidden) and len(t.codes) == 1]
        return here[-1].codes if here else ()

    def _counterpart(self, draft: Draft) -> tuple[str, ...]:
        """The state told last in the sentence that is not the subject's: where a visitor met "their counterpart"."""
        own = set(self._subject(draft))
        here = [t for t in reversed(self.told) if t.sentence == draft.sentence and not own.issuperset(t.codes)]
        return next((told.codes for told in here if self.states.issuperset(told.codes)), ())

    def _last(self, who: tuple[str, ...]) -> tuple[str, ...]:
        return next((told.codes for told in reversed(self.told) if told.who in who and told.codes), ())

    def _last_kind(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        return next((told.codes for told in reversed(self.told) if told.kind in kinds), ())

    def _called(self, draft: Draft) -> tuple[str, ...]:
        """Who was last called by the word that stands for them, where it has an article: «حركة النهضة ... الحركة»."""
        if not self.article or not draft.head.startswith(self.article):
            return ()
        called = (draft.head, draft.head.removeprefix(self.article))
        return next((t.codes for t in reversed(self.told) if t.head in called and t.end - t.start > 1), ())

    def _several(self, wanted: int, among: frozenset[str] | None) -> tuple[str, ...]:
        """The last actors told together, else the last told, as many as wanted; ``among``: only these codes count."""
        tied = self.ties.last_two(among) if wanted == 2 else self.ties.last(wanted, among)
        return tied or self._latest(wanted, among) or (self.two if wanted == len(self.two) else ())

    def _latest(self, wanted: int, among: frozenset[str] | None) -> tuple[str, ...]:
        """The last actors told, as many as wanted, in the order told."""
        found: list[str] = []
        for told in reversed(self.told):
            if told.kind in _STATES or told.kind == "body":
                found += [code for code in told.codes if code not in found and (among is None or code in among)]
            if len(found) >= wanted:
                return tuple(found[wanted - 1 :: -1])
        return ()

    def _pointed(self, draft: Draft) -> tuple[str, ...]:
        for told in reversed(self.told):
            if told.role == draft.role and told.codes:
                return told.codes
        if office := self._office(draft):
            return office
        if draft.locative and (place := next((told for told in reversed(self.told) if told.locative), None)):
            return place.codes
        same = self._last((draft.who,)) if draft.who in ("one", "many") else ()
        return same or self._last_state() or self._focus()

    def _before(self, draft: Draft) -> tuple[str, ...]:
        """Whom the sentence told right before a relative clause ("Peru, whose premier called ...")."""
        last = self.told[-1] if self.told else None
        return last.codes if last is not None and last.sentence == draft.sentence else ()

    def _role(self, draft: Draft) -> tuple[str, ...]:
        """A bare title is of the state it was last told of, else that of its sentence's place, else the topic's.

        People whom a state asks to act, and who are told without theirs, are its own ("advised citizens not to go").
        """
        people = draft.bidden and draft.who == "many" and draft.sector == PEOPLE
        own = self._asking(draft) if people else self._asked(draft) if draft.sector == "MIL" else ()
        armed = draft.sector == ARMED and draft.role in self.local
        own = own or (group_of(draft, self.told) if armed else ())
        known = own or self._office(draft) or self._seat(draft) or self._place(draft) or self.roles.get(draft.role, ())
        known = known or (holder(draft, self.told) if draft.role in self.holders else ())
        known = known or self._place_first(draft) or self._fresh(draft)
        return known or (fought(self.told, self.states) if armed else ()) or self._topic(draft)

    def _office(self, draft: Draft) -> tuple[str, ...]:
        """An office called by a bare word is the one told last, here or a sentence before («Ведомство ...»)."""
        if draft.role not in self.offices:
            return ()
        near = [told for told in self.told if told.sentence >= draft.sentence - 1 and told.sector == draft.sector]
        return next((told.codes for told in reversed(near) if told.who == "body" and told.kind == "title"), ())

    def _place(self, draft: Draft) -> tuple[str, ...]:
        """The state of the place that the clause tells, for those who are mostly of it."""
        local = draft.who in ("many", "body") and (draft.sector in DOMESTIC or draft.role in self.local)
        return self.places.get((draft.sentence, draft.clause), ()) if local else ()

    def _seat(self, draft: Draft) -> tuple[str, ...]:
        """The state of the place right behind those who rule or live there ("officials in Kyiv")."""
        there = draft.head in self.seated or (draft.who == "many" and draft.sector in LIVING)
        return self.seats.get((draft.sentence, draft.end), ()) if there else ()

    def _first(self, draft: Draft) -> tuple[str, ...]:
        """A bare office is the newsroom's own, where that was told or no state was yet; else as other titles."""
        home = self.home or self.usual
        fresh = not any(self.states.intersection(told.codes) for told in self.told)
        known = self.roles.get(draft.role, ())
        ours = (draft.role, self.home) in self.held
        return (home,) if home and (ours or (fresh and not known)) else self._role(draft)

    def _fresh(self, draft: Draft) -> tuple[str, ...]:
        """The newsroom's own state, for a person told before any state; empty where one was told.

        Where nothing shows the newsroom it is that of most news, for one who speaks and for "he" in a text of states.
        """
        usual = draft.speaks or draft.need == "speaker" or (draft.need == "person" and self.main)
        home = None if self.abroad else self.home or (self.unsaid if usual else None)
        told = any(self.states.intersection(told.codes) for told in self.told)
        return (home,) if home and self.strangers and not told else ()

    def _place_first(self, draft: Draft) -> tuple[str, ...]:
        """The state of a place with which the sentence began ("in Aleppo people ...")."""
        here = [told for told in self.told if told.sentence == draft.sentence]
        return here[0].codes if here and here[0].locative and here[0].kind == "place" else ()


def _another(pronoun: Draft, told: Draft) -> bool:
    """Whether a pronoun cannot be the one told: of one clause one is the subject, the other is not."""
    same = pronoun.sentence == told.sentence and pronoun.scope == told.scope
    return same and pronoun.free != told.free
