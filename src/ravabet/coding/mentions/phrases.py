"""From known forms to noun phrases: a title takes its state, a name its title, and small words their place."""

from __future__ import annotations

from ravabet.coding.mentions.bounds import TITLES, Bounds
from ravabet.coding.mentions.draft import AMONG, NAMED, OBJECT, UNKNOWN, Draft, joined
from ravabet.coding.mentions.extents import Extents
from ravabet.coding.mentions.mention import MEDIUM, MentionKind
from ravabet.coding.mentions.names import NAME
from ravabet.coding.mentions.scan import Hit, Page, in_office
from ravabet.language import Sentence

GAP = 1
"""How many unknown words may stand between a title and its state («سازمان دیده‌بان فلسطین»)."""
_KINDS: dict[str, MentionKind] = {
    "name": "state", "demonym": "adjective", "people": "state", "capital": "capital", "seat": "state",
    "ministry": "title", "person": "person", "body": "body", "group": "group", "region": "region", "place": "place",
}  # fmt: skip


class Phrases(Extents):
    """Builds the drafts of one sentence from its hits."""

    def __init__(self, sentence: Sentence, hits: list[Hit], page: Page) -> None:
        super().__init__(sentence, hits, page)
        self.bounds = Bounds(self.folds, page.words)
        self.hits = [hit for hit in hits if self._stands(hit)]
        self.at = {hit.start: number for number, hit in enumerate(self.hits)}
        self.ends = {hit.end: hit for hit in self.hits}

    def _stands(self, hit: Hit) -> bool:
        """A verb form is no modifier or given name that is spelt like it; a title («مردم») mostly wins over it."""
        inside = range(hit.start, hit.end)
        if self.bounds.preposition(hit) or self.bounds.including(hit) or self.bounds.press(hit):
            return False
        if hit.word.kind in ("modifier", "given") or (len(inside) == 1 and self.bounds.verb_like(hit)):
            return not self.verbal.issuperset(inside)
        self.verbal.difference_update(inside)
        return True

    def run(self) -> list[Draft]:
        """The drafts in order, names and titles in apposition made one."""
        number = 0
        while number < len(self.hits):
            number = self._take(number)
        self._quoted_names()
        self._opening_name()
        return joined(self.drafts, self.folds, self.small)

    def _take(self, number: int) -> int:
        """Make drafts from hit ``number`` on; gives the number of the next hit."""
        hit = self.hits[number]
        word = hit.word
        if word.role == "media":
            return self._skip_media(number)
        if word.kind in TITLES:
            return self._title(number)
        if word.role == "given" or word.kind == "honorific":
            return self._name(number)
        if word.role == "anaphor":
            if (following := self._state_first(number)) is not None:
                return following
            self.drafts.append(self._anaphor(hit))
            return self._with_people(number)
        if word.role in ("actor", "place"):
            if (following := self._state_first(number)) is not None:
                return following
            self.drafts.append(self._actor(hit))
            return self._with_state(number)
        return number + 1

    def _state_first(self, number: int) -> int | None:
        """A state with the title that follows it ("the Russian deputy prime minister"); gives the next hit, or None."""
        state = self.hits[number]
        if state.word.kind not in self.small["state_first"]:
            return None
        titles: list[Hit] = []
        position, following, gap = state.end, number + 1, 0
        while position < len(self.folds):
            at = self.at.get(position)
            if at is None:
                linked = position == state.end and self.folds[position] in self.small["possessive"]
                if titles or (not linked and (gap == GAP or not self._plain(position))):
                    break
                gap, position = gap + (not linked), position + 1
                continue
            hit = self.hits[at]
            if hit.word.kind not in TITLES and hit.word.kind != "modifier":
                break
            if hit.word.kind in TITLES:
                if not self.bounds.follows(state, titles, hit):
                    break
                titles.append(hit)
            following, position = at + 1, hit.end
        if not titles:
            return None
        if state.word.kind == "body" and self.bounds.of_state(titles[-1].end, self.at, self.hits):
            return self._title(self.at[titles[0].start])
        draft = self._held(titles, state)
        draft.start, draft.end = self._heads(state.start), titles[-1].end
        self._take_name(draft)
        self.drafts.append(draft)
        return following

    def _take_name(self, draft: Draft) -> None:
        """The title of one person takes the unknown name right after it, where names are told by their capitals."""
        end = draft.end
        if not self.page.words.cased or draft.who != "one" or draft.name:
            return
        while end < len(self.folds) and end - draft.end < NAME and end not in self.at and self._namelike(end):
            end += 1
        if end > draft.end:
            draft.name, draft.end, draft.kind = self._spelt(draft.end, end), end, "person"

    def _with_state(self, number: int) -> int:
        """The last draft takes the name of its own state right after it («اتحادیه میهنی عراق»); gives the next hit."""
        draft, number = self.drafts[-1], number + 1
        while number < len(self.hits) and self.hits[number].start == draft.end:
            word = self.hits[number].word
            if word.code and self.bounds.told_by(self.hits[number], self.hits[number - 1]):
                draft.codes = (word.code,)
            if word.kind not in ("name", "demonym") or (word.code,) != draft.codes:
                if self.bounds.says_whose(self.hits[number], self.hits[number - 1]):
                    draft.end, number = self.hits[number].end, number + 1
                break
            if draft.kind == "capital" and word.kind == "demonym":
                break  # «Taşkent'te Özbek mevkidaşı ile görüştü»
            draft.end, number = self.hits[number].end, number + 1
        number = self._own_genitive(draft, number)
        bracketed = draft.end < len(self.folds) and self.folds[draft.end] in self.small["brackets"]
        short = self._marked(draft.end) if bracketed else None
        if short is not None and (self.hits[short].word.code,) == draft.codes:
            draft.end, number = self.hits[short].end + 1, short + 1
        return number

    def _with_people(self, number: int) -> int:
        """A person pointed to takes the adjective of a state right after it («این مقام عراقی»); gives the next hit."""
        hit, following = self.hits[number], self.hits[number + 1] if number + 1 < len(self.hits) else None
        pointed = hit.word.kind == "person" and self.folds[hit.start] in self.small["pointing"]
        if pointed and following and following.start == hit.end and following.word.kind == "demonym":
            told, draft = self._actor(following), self.drafts[-1]
            draft.codes, draft.sector, draft.end, draft.need = told.codes, told.sector, following.end, ""
            draft.source = told.source
            return number + 2
        if hit.word.kind == "person" and hit.word.form not in self.small["of_things"]:
            self._with_adjective()
            if following and self.bounds.holds(hit, following):
                told, draft = self._actor(following), self.drafts[-1]
                draft.codes, draft.end, draft.need, draft.kind = told.codes, told.end, "", "title"
                draft.source = told.source
                return number + 2
        return number + 1

    def _skip_media(self, number: int) -> int:
        """A state beside a medium's name is the medium or its reporter's place: before it, after it, or «از مسکو،»."""
        hit, last = self.hits[number], self.drafts[-1] if self.drafts else None
        if (
            last
            and last.end == hit.start
            and last.kind in ("adjective", "title")
            and (hit.start in self.ends and self.ends[hit.start].word.kind == "demonym")
        ):
            self.drafts.pop()
        end = hit.end
        following = self.at.get(end)
        if following is not None and self.hits[following].word.role == "actor":
            return following + 1
        if end < len(self.folds) and self.folds[end] in self.small["reporter_places"]:
            following = self.at.get(end + 1)
            if following == number + 1 and self._closed(self.hits[following].end):
                return following + 1
        return number + 1

    def _closed(self, end: int) -> bool:
        """Whether a comma or colon stands at ``end``."""
        return end < len(self.folds) and self.folds[end] in ("،", ",", ":")

    def _actor(self, hit: Hit) -> Draft:
        word = hit.word
        kind = _KINDS[word.kind]
        sector = word.sector if word.kind != "person" or in_office(word, self.page.published) else "ELI"
        start = hit.start
        if kind == "adjective":
            head = self._noun_before(start) if not hit.plural else start
            kind = "adjective" if head < start else "state"
            start = start if self.bounds.adjective_first else head
        first, many = start, hit.plural or word.kind == "people"
        if kind == "adjective" or hit.plural or word.kind in ("demonym", "people"):
            start = self._heads(start)
        elif (each := self.ends.get(start)) and each.word.kind == "head" and each.word.bare == "each":
            start = each.start
        many |= start < first and self.folds[start] not in self.small["single"]
        who = word.who or ("one" if word.kind == "seat" else "many" if many else "")
        name = self._spelt(hit.start, hit.end) if word.kind == "person" else ()
        codes = tuple(word.code.split("+")) if word.code else ()
        source = MEDIUM + word.source if self.bounds.of_medium(hit) else word.source
        draft = Draft(start, hit.end, kind, codes, role=word.titled, sector=sector, who=who, source=source, name=name)
        draft.need = NAMED if name and not codes else ""
        styled = self.ends.get(hit.start)
        if word.kind == "demonym" and not hit.plural and styled is not None and styled.word.kind == "honorific":
            draft.start, draft.kind, draft.who, draft.role = styled.start, "title", "one", styled.word.form
        return draft

    def _anaphor(self, hit: Hit) -> Draft:
        kind: MentionKind = "anaphor"
        if hit.end - hit.start == 1 and hit.word.kind in ("person", "many", "some", "speaker", "it", "whom"):
            kind = "pronoun"
        who = {"person": "one", "many": "many", "some": "many", "body": "body", "feared": "body"}.get(hit.word.kind, "")
        start = self._heads(hit.start) if who == "many" else hit.start
        return Draft(start, hit.end, kind, need=hit.word.kind, who=who, source=hit.word.source)

    def _noun_before(self, start: int) -> int:
        """Where the noun begins that an adjective at ``start`` belongs to; ``start`` where there is none."""
        at = start - 1
        while at > 0 and self.folds[at] in self.small["endings.plural"]:
            at -= 1
        if at < 0 or start in self.ends or not self._plain(at):
            return start
        while at > 0 and self.glued[at] and self.folds[at - 1] not in self.small["prefixed"]:
            at -= 1
        return at

    def _heads(self, start: int) -> int:
        """Where a phrase begins with the words of number and quantity before it."""
        while start > 0:
            hit = self.ends.get(start)
            if hit and hit.word.kind == "head" and not self.bounds.leads(hit, self.at, self.hits):
                start = hit.start
            elif counting := self.bounds.counting(start):
                start -= counting
            else:
                return start
        return start

    def _title(self, number: int) -> int:
        """A title with what follows it: further titles, modifiers, and at last its state; gives the next hit."""
        first = self.hits[number]
        titles, near, position, gap, following = [first], [first], first.end, 0, number + 1
        while position < len(self.folds) and not self.bounds.closes(titles[-1]):
            at = self.bounds.past_each(self.at.get(position), self.at, self.hits)
            if at is None and (held := self._marked(position)) is not None:
                self.drafts.append(self._held(titles, self.hits[held]))
                self.drafts[-1].end += self.folds[position] in self.small["brackets"]
                return held + 1
            if at is None:
                if tie := self.bounds.tie(position):
                    position += tie
                    continue
                linked = self.folds[position] in self.small["linkers"]
                linked = linked or self.bounds.brought(titles, position, self.at, self.hits)
                linked = linked or (gap > 0 and self.glued[position] and self._plain(position))  # «استان بحران‌زده X»
                if position > first.end and (joint := self._second_adjective(position)):
                    gap, position = GAP, joint
                    continue
                if not linked and (gap == GAP or not self._plain(position)):
                    break
                gap, position = gap + (not linked), position + 1
                continue
            hit = self.hits[at]
            if self.bounds.complete(titles, hit):
                break
            if hit.word.role in ("actor", "place", "anaphor") and not (gap and hit.word.kind == "capital"):
                self.drafts.append(self._held(titles, hit))
                following = self._with_state(at)
                if noun := self.bounds.noun_of(hit, self.hits[following : following + 1], self.drafts[-1].end):
                    self.drafts[-1].end, following = noun, following + 1
                self._take_name(self.drafts[-1])
                return following
            if hit.word.kind not in TITLES and hit.word.kind != "modifier":
                break
            if hit.word.kind in TITLES:
                titles.append(hit)
            if gap == 0:
                near.append(hit)
                following = at + 1
            position = hit.end
        self._alone([hit for hit in near if hit.word.kind in TITLES], near[-1].end)
        return following

    def _held(self, titles: list[Hit], hit: Hit) -> Draft:
        """A title with its state, or with an anaphor that stands for it."""
        inner = self._anaphor(hit) if hit.word.role == "anaphor" else self._actor(hit)
        first = titles[0]
        kind: MentionKind = "person" if inner.kind == "person" else "title"
        return Draft(
            self._heads(first.start),
            hit.end,
            kind,
            inner.codes,
            need=inner.need,
            role=_role(titles),
            sector=first.word.sector or inner.sector,
            who=first.word.who,
            source=inner.source,
            name=inner.name,
            locative=first.word.kind == "thing",
        )

    def _alone(self, titles: list[Hit], end: int) -> None:
        """A title without its state: it may be that of its own («خود»), the one just spoken of, or wait for a name."""
        first = titles[0]
        start = self._heads(first.start)
        counted = first.word.bare == "counted" and start < first.start
        draft = Draft(
            start,
            end,
            "title",
            role=_role(titles),
            sector=first.word.sector,
            who="many" if counted and self.folds[start] not in self.small["single"] else first.word.who,
            source=first.word.source,
        )
        draft.locative = first.word.kind == "thing"
        before = self.folds[start - 1] if start else ""
        if end < len(self.folds) and not self.bounds.adjective_first and self.folds[end] in self.small["reflexive"]:
            draft.end, draft.need = end + 1, "other" if first.word.bare == "other" else "home"
        elif titles[-1].word.bare == "possessed":
            draft.need = "home"
        elif end < len(self.folds) and self.folds[end] in self.small["pointing_after"]:
            draft.end, draft.need, draft.kind = end + 1, "pointed", "anaphor"
        elif before in self.small["pointing"] and first.word.bare != "never" and not self.bounds.opens(before, first):
            draft.start, draft.need, draft.kind = start - 1, "pointed", "anaphor"
        elif titles[-1].word.bare == "named" and (named := self._named(end)) > end:
            draft.end, draft.need, draft.role = named, "role", " ".join(self.folds[first.start : named])
        elif first.word.bare in ("own", "suffered", UNKNOWN, OBJECT) or AMONG in first.word.bare:
            draft.need = first.word.bare
        elif draft.who == "many" and (titles[-1].word.bare == UNKNOWN or self.bounds.of_several(end)):
            draft.need = UNKNOWN  # «عمال أجانب», «مواطني سبع دول»
        elif any(hit.word.bare == "first" for hit in titles):
            draft.need = "first"
        elif any(hit.word.bare == "yes" and self.bounds.as_listed(hit) for hit in titles) or counted:
            draft.need = "role"
        self.drafts.append(draft)

    def _name(self, number: int) -> int:
        """A person who is not in the lexicon: given name or honorific and what follows."""
        start = self.hits[number].start
        end, known = self.hits[number].end, self.hits[number].word.role == "given"
        following = number + 1
        if known and self._is_of_many(end):
            return following
        while (at := self.at.get(end)) is not None and (
            self.hits[at].word.role == "given" or self.hits[at].word.kind == "honorific"
        ):
            known |= self.hits[at].word.role == "given"
            end, following = self.hits[at].end, at + 1
        if (at := self.at.get(end)) is not None and self.hits[at].word.kind == "person":
            self.drafts.append(
                self._titled_person(start, self.hits[at], namesake=self.hits[at - 1].word.role == "given")
            )
            self._with_adjective()
            return at + 1
        first = end
        while end < len(self.folds) and end - first < NAME and end not in self.at and self._namelike(end):
            end += 1
        at = self.at.get(end) if known else None
        if at is not None and self.hits[at].word.kind == "person" and self.hits[at].end - self.hits[at].start > 1:
            self.drafts.append(self._titled_person(start, self.hits[at], namesake=False))
            return at + 1
        if end > first or (known and following > number + 1):
            self.drafts.append(
                self._stranger(start, end, own=any(hit.word.bare == "own" for hit in self.hits[number:following]))
            )
            self._with_adjective()
        return following

    def _titled_person(self, start: int, hit: Hit, *, namesake: bool) -> Draft:
        """A known person after an honorific; a bare surname after a given name that is not theirs is a namesake."""
        draft = self._actor(hit)
        if namesake and hit.end - hit.start == 1:
            draft = self._stranger(start, hit.end)
        draft.start = start
        return draft


def _role(titles: list[Hit]) -> str:
    return " ".join(hit.word.form for hit in titles)


def phrases(sentence: Sentence, hits: list[Hit], page: Page) -> list[Draft]:
    """The drafts of one sentence in order."""
    return Phrases(sentence, hits, page).run()
