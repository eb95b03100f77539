"""Where the noun phrase of a title ends in a language with an article: what is its genitive or adjective."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ravabet.coding.grammar.syntax import markers, prepositions_before
from ravabet.coding.mentions.draft import UNKNOWN
from ravabet.coding.mentions.scan import Hit
from ravabet.coding.mentions.words import Words
from ravabet.language import agree, belongs, keys, sure_case
from ravabet.lexicon import fold

TITLES = frozenset({"office", "official", "institution", "persons", "thing"})
MEMBERS_OF = frozenset({"institution", "body", "group", "ministry", "seat"})
"""Kinds of what one is a member of: "an official in the ministry", not "a soldier in Niger"."""
YEAR = 4
"""Digits of a year, which counts nobody."""
FAR = 6
"""Words from an adjective back to the medium whose it is, its name between in quotation marks."""
NEAR = 2
"""Words from an adjective on to the medium whose it is («британское новостное агентство»)."""
STATES = "GOV"
"""The sector of unnamed states (titles of people whom nobody knows are of others)."""
_OF_WOMEN = fold("ة")
_OWNERS = frozenset({"name", "body", "capital"})
_HOMES = frozenset({"name", "capital", "place"})
_BROUGHT = frozenset({"name", "body", "group", "capital", "seat", "ministry"})


class Bounds:
    """The bounds of the titles of one sentence; of a language without an article nothing is bounded here."""

    def __init__(self, folds: Sequence[str], words: Words) -> None:
        self.folds = folds
        self.article = words.article
        self.small = words.small
        self.root = words.root
        self.language = words.language
        self.noun_prepositions = markers(words.language).nouned
        self.adjective_first = words.inflected and "demonym" in words.small["state_first"]

    def opens(self, before: str, title: Hit) -> bool:
        """Whether what may point to one opens a clause before many ("said that officers ...")."""
        return before in self.small["pointing_one"] and title.word.who == "many"

    def definite(self, at: int) -> bool:
        """Whether a word has the article."""
        return bool(self.article) and self.folds[at].startswith(self.article)

    def many(self, at: int) -> bool:
        """Whether a word ends as adjectives of many people do."""
        return self.folds[at].endswith(tuple(self.small["many_ends"]))

    def verb_like(self, hit: Hit) -> bool:
        """Whether a title yields to a verb spelt as it is: in a form of its own («طالب» demanded, is no student).

        Where a parser tells verbs from nouns ("instituted" is no institute) also one that names a thing ("to move the
        envoy" is no move).
        """
        if hit.word.kind not in TITLES:
            return False
        parsed = markers(self.language).fixed_order
        bent = self.folds[hit.start] != hit.word.form and (parsed or bool(self.article))
        return bent or (parsed and hit.word.kind == "thing")

    def preposition(self, hit: Hit) -> bool:
        """Whether a title is the noun of a preposition («من طرف الشرطة», «со стороны Турции»)."""
        if not self.noun_prepositions or hit.end - hit.start > 1 or not hit.start or hit.word.kind not in TITLES:
            return False
        before, noun = self.folds[hit.start - 1 : hit.end]
        return (before, noun) in markers(self.language).prepositions.get(before, ())

    def leads(self, hit: Hit, at: Mapping[int, int], hits: Sequence[Hit]) -> bool:
        """Whether a word of number is a preposition here: no number follows ("about Danish raids", "over Oslo")."""
        if hit.end - hit.start > 1 or not markers(self.language).fixed_order:
            return False
        lone = (self.folds[hit.start],) in markers(self.language).prepositions.get(self.folds[hit.start], ())
        if not lone or hit.end >= len(self.folds):
            return False
        following = at.get(hit.end)
        counts = following is not None and hits[following].word.kind == "head"
        return not counts and not self.folds[hit.end][0].isdigit()

    def counting(self, start: int) -> int:
        """How many words before a token count whom it tells: «5 جنود», «3 من أفراد الشرطة», but «عام 2014 من ...»."""
        if self.folds[start - 1][0].isdigit():
            return 1
        if start < 2 or self.folds[start - 1] not in self.small["partitives"]:
            return 0
        number = self.folds[start - 2]
        return 2 if number.isdecimal() and len(number) < YEAR else 0

    def of_several(self, end: int) -> bool:
        """Whether people are those of states that nobody names: «مواطني سبع دول», «رعايا من 7 دول»."""
        rest, many = self.folds[end : end + 3], self.small["many_states"]
        following = rest[1:] if rest and rest[0] in self.small["partitives"] else rest[:2]
        if not following or not many or self.definite(end - 1):
            return False
        return following[0] in many or (following[-1] in many and following[0] not in self.small["breaks"])

    def as_listed(self, title: Hit) -> bool:
        """Whether a title that is listed with its article bears it («جولة خارجية» is no ministry's)."""
        listed = len(title.word.written) == 1 and bool(self.article) and title.word.form.startswith(self.article)
        return not listed or self.definite(title.start)

    def closes(self, title: Hit) -> bool:
        """Whether a title takes nobody behind it: "his" is its owner's, «دول عربية» are states that nobody names."""
        unnamed = title.word.bare == UNKNOWN and title.word.sector == STATES
        return title.word.bare == "possessed" or unnamed

    def including(self, hit: Hit) -> bool:
        """Whether a pronoun is only part of what brings in some of those told before («و در رأس آنها آمریکا»)."""
        known = markers(self.language)
        if hit.word.role != "anaphor" or not known.including:
            return False
        before = prepositions_before(self.folds, hit.start, known)
        return any(begin + len(parts) >= hit.end and " ".join(parts) in known.including for begin, parts in before)

    def press(self, hit: Hit) -> bool:
        """Whether a title is no one's but the last word of what reports the news («تقارير صحفية»)."""
        return bool(hit.start) and "".join(self.folds[hit.start - 1 : hit.end]) in self.small["media"]

    def of_medium(self, hit: Hit) -> bool:
        """Whether an adjective is that of a medium that tells the news, its name between («نقلت صحيفة "س" الكينية»).

        A medium that is told of («أغلقت صحيفة كينية») is its state's like any company.
        """
        if self.adjective_first:
            return self._before_medium(hit)
        if hit.word.kind not in ("demonym", "name") or (hit.word.kind == "name" and not self.definite(hit.start)):
            return False
        at = self._medium(hit.start)
        while at > 0 and self.folds[at - 1] in self.small["reflexive"] | self.small["quotes"]:
            at -= 1
        return at > 0 and self.folds[at - 1] in self.small["media_tell"]

    def _before_medium(self, hit: Hit) -> bool:
        """Whether an adjective is only that of a medium behind it that tells the news («немецкая газета пишет»).

        What says that it tells stands before the adjective («в интервью немецкой газете») or behind the medium's name.
        """
        end = hit.end
        if hit.word.kind != "demonym":
            return False
        medium = next((at for at in range(end, min(end + NEAR, len(self.folds))) if self._is_medium(at)), None)
        if medium is None or not self.small["breaks"].isdisjoint(self.folds[end:medium]):
            return False
        told = (*self.folds[max(end - 1 - NEAR, 0) : end - 1], *self.folds[medium + 1 : medium + 1 + FAR])
        return not self.small["media_tell"].isdisjoint(told)

    def _is_medium(self, at: int) -> bool:
        return not keys(self.folds[at], self.language).isdisjoint(self.small["media"])

    def _medium(self, end: int) -> int:
        """Where the medium begins whose adjective stands at ``end``, its name in quotation marks between; 0 if none."""
        quoted = False
        for at in range(end - 1, max(end - 1 - FAR, 0), -1):
            word = self.folds[at]
            if word in self.small["quotes"]:
                quoted = not quoted
            elif not quoted and {word, "".join(self.folds[at : at + 2])} & self.small["media"]:
                return at
            elif not quoted and (not word[0].isalnum() or word in self.small["breaks"]):
                return 0
        return 0

    def complete(self, titles: Sequence[Hit], hit: Hit) -> bool:
        """Whether what follows a title is none of its own: a definite noun takes no genitive, and its adjective agrees.

        «دعت الحكومة تركيا» is no Turkish government, «اعتقلت الشرطة فرنسيين» no French police.
        """
        if hit.word.role in ("actor", "place") and hit.word.kind != "person" and not self._of(titles[0], hit):
            return True
        if hit.word.kind in TITLES and not self._of(titles[-1], hit):
            return True  # «выдвинутые британским правительством обвинения»
        if hit.word.kind == "thing" and sure_case(self.folds[hit.start], self.language):
            return True  # «с выдвинутыми британским правительством обвинениями»
        last = titles[-1].end - 1
        between = self.folds[last + 1 : hit.start]
        if hit.word.kind in self.small["unlinked"] and self.small["breaks"].isdisjoint(between):
            return True  # "told the court he had ...", "in a move Danish police ..."
        if titles[0].word.bare == "unknown" and self.many(last) and (hit.start > last + 1 or hit.word.kind in TITLES):
            return not self.many(hit.start)  # «مسلحون تاجرا كينيا»: a plural that has kept its end takes no genitive
        apart = hit.word.kind == "demonym" and hit.start > last + 1 and self.definite(last)
        if apart and not self.definite(hit.start) and not self.definite(hit.start - 1):
            return True  # «أعلنت الشرطة اعتقال كيني»
        if titles[0].word.kind == "thing" or not self.definite(hit.start - 1):
            return False
        if hit.word.kind in ("demonym", "people") or (hit.word.kind == "name" and self._adjective(hit)):
            return not self.definite(hit.start) or (titles[0].word.who in ("one", "body") and self.many(hit.start))
        return hit.word.kind in TITLES or (hit.word.role in ("actor", "place") and hit.word.kind != "person")

    def agrees(self, adjective: Hit, title: Hit) -> bool:
        """Whether an adjective and the title behind it may stand in one case («в чешском Брно министры»)."""
        one, other = self.folds[adjective.start], self.folds[title.start]
        return adjective.word.kind != "demonym" or agree(one, other, self.language)

    def holds(self, person: Hit, state: Hit) -> bool:
        """Whether a noun for a person takes the name of a state or body right behind it («министр Чада»)."""
        beside = self.adjective_first and state.start == person.end and state.word.kind in _OWNERS
        return beside and self._of(person, state)

    def follows(self, state: Hit, titles: Sequence[Hit], hit: Hit) -> bool:
        """Whether a title may stand behind its state, or behind the titles between."""
        return not self.complete(titles, hit) if titles else self.agrees(state, hit)

    def noun_of(self, adjective: Hit, rest: Sequence[Hit], end: int) -> int:
        """Where the noun ends of the adjective that a phrase ends with («представитель российской делегации»); or 0."""
        if not rest or not self.adjective_first or adjective.word.kind != "demonym":
            return 0
        noun, gap = rest[0], self.folds[end : rest[0].start]
        near = len(gap) <= 1 and all(word[0].isalpha() and word not in self.small["breaks"] for word in gap)
        return noun.end if near and noun.word.kind in TITLES and self.agrees(adjective, noun) else 0

    def _of(self, title: Hit, hit: Hit) -> bool:
        """Whether by the forms of words a title may be that of the state named behind it."""
        return belongs(self.folds[title.start], self.folds[hit.start], self.language)

    def _adjective(self, hit: Hit) -> bool:
        """Whether the name of a state is spelt like its adjective: السعودية."""
        stem = self.folds[hit.start].removeprefix(self.article)[:-1]
        node = self.root.next.get(stem)
        return node is not None and any(word.kind == "demonym" and word.code == hit.word.code for word in node.words)

    def told_by(self, hit: Hit, before: Hit) -> bool:
        """Whether a definite adjective says whose an institution right before it is («مجلس العموم الكندي»)."""
        adjective = hit.word.kind == "demonym" and self.definite(hit.start) and not self.many(hit.start)
        return adjective and before.word.kind in ("seat", "ministry")

    def says_whose(self, hit: Hit, before: Hit) -> bool:
        """Whether a definite adjective of one right behind a group's name is part of it («حركة حماس الفلسطينية»)."""
        bare = self.folds[hit.start].removeprefix(self.article or "")
        one = bare in (hit.word.form, hit.word.form + _OF_WOMEN)
        return one and self.definite(hit.start) and before.word.kind == "group" and hit.word.kind == "demonym"

    def brought(self, titles: Sequence[Hit], position: int, at: Mapping[int, int], hits: Sequence[Hit]) -> bool:
        """Whether a preposition brings in whose a title is: «الأمين العام لحزب الله», «مسؤول في وزارة الداخلية»."""
        word, following = self.folds[position], at.get(position + 1)
        if word in self.small["genitives"] and self.folds[position - 1] in self.small["general"]:
            return following is None or hits[following].word.kind in _BROUGHT | TITLES
        if word in self.small["origins"] and following is not None and position == titles[-1].end:
            return titles[0].word.kind == "persons" and hits[following].word.kind in _HOMES  # «мигрантов из Перу»
        if word not in self.small["members"] or following is None or position != titles[-1].end:
            return False
        if titles[0].word.kind != "thing" and self._list(following, hits):
            return True
        body = hits[following].word.kind in MEMBERS_OF and not self._city(hits[following])
        return body and titles[0].word.kind != "thing" and not self.definite(titles[0].start)

    def tie(self, position: int) -> int:
        """How many words tie those before to whose they are ("rebels loyal to Oslo"), with an article; else 0.

        A comma may stand before them («отряды, подконтрольные Осло»).
        """
        comma = self.folds[position] in self.small["commas"]
        first = position + comma
        size = next((n for n in (3, 2, 1) if "".join(self.folds[first : first + n]) in self.small["tied"]), 0)
        size += bool(size) and comma
        article = size and self.folds[position + size : position + size + 1]
        return size + bool(article and article[0] in self.small["articles"])

    def past_each(self, number: int | None, at: Mapping[int, int], hits: Sequence[Hit]) -> int | None:
        """The hit behind "each of" where hit ``number`` is that: «وزراء خارجية كل من تشاد والنيجر»."""
        each = number is not None and hits[number].word.bare == "each"
        return at.get(hits[number].end, number) if number is not None and each else number

    def _list(self, number: int, hits: Sequence[Hit]) -> bool:
        """Whether several states are told from hit ``number`` on: «أجهزة المخابرات في تشاد والنيجر»."""
        number += hits[number].word.bare == "each"
        if number + 1 >= len(hits):
            return False
        first, second = hits[number : number + 2]
        gap = self.folds[first.end : second.start]
        named = first.word.kind == second.word.kind == "name"
        return named and len(gap) == 1 and gap[0] in self.small["ands"] | self.small["commas"]

    def of_state(self, position: int, at: Mapping[int, int], hits: Sequence[Hit]) -> bool:
        """Whether the name of a state is the genitive of what ends at a token: "EU envoys of Malta" are Malta's."""
        start = position
        while position < len(self.folds) and self.folds[position] in self.small["linkers"]:
            position += 1
        number = at.get(position) if position > start else None
        return number is not None and hits[number].word.kind == "name"

    def _city(self, hit: Hit) -> bool:
        """Whether a form is a city's name too (Brussels)."""
        node = self.root.next.get(hit.word.form)
        return node is not None and any(word.kind == "capital" for word in node.words)


__all__ = ["MEMBERS_OF", "TITLES", "Bounds"]
