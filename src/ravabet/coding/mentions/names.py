"""Names of people who are in no list: words that no other word of the language is, by where they stand."""

from __future__ import annotations

from itertools import pairwise

from ravabet.coding.mentions.draft import STRANGER, Draft
from ravabet.coding.mentions.scan import Hit, Page
from ravabet.coding.telling.speech import speaks
from ravabet.language import Sentence, agree, verb_tokens
from ravabet.lexicon import ZWNJ

NAME = 3
"""How many unknown words a name may have after a given name or honorific."""
QUOTED = 4
"""How many words a quoted name may have."""
WHAT = 2
"""How many words may say what a person is, between the adjective of a state and the name."""
ADJECTIVES = frozenset({"adjective", "state"})
"""Kinds of phrases that may be the adjective of a state alone."""


class Names:
    """The names in one sentence, told by its words; ``at``: which known form begins at a token."""

    def __init__(self, sentence: Sentence, hits: list[Hit], page: Page) -> None:
        self.sentence = sentence
        self.folds = [token.fold or token.text for token in sentence.tokens]
        self.capital = [token.text[0].isupper() for token in sentence.tokens]
        self.glued = [token.glued for token in sentence.tokens]
        self.small = page.words.small
        self.page = page
        self.verbal = set(verb_tokens(sentence))
        self.at = {hit.start: number for number, hit in enumerate(hits)}
        self.drafts: list[Draft] = []

    def _named(self, end: int) -> int:
        """Where the name of a party ends that begins at ``end``: quoted words, or a word that is no common one."""
        if end < len(self.folds) and self.folds[end] in self.small["quotes"] - self.small["brackets"]:
            for close in range(end + 2, min(end + QUOTED + 2, len(self.folds))):
                if self.folds[close] in self.small["quotes"]:
                    return close + 1
            return end
        return end + 1 if end < len(self.folds) and end not in self.at and self._namelike(end) else end

    def _plain(self, position: int) -> bool:
        """An unknown word that can belong to a title («وزیر بازرگانی افغانستان»)."""
        fold = self.folds[position]
        return fold[0].isalpha() and position not in self.verbal and fold not in self.small["breaks"]

    def _namelike(self, position: int) -> bool:
        """An unknown word that can belong to a name."""
        cased = self.capital[position] or not self.page.words.cased
        return cased and self._plain(position) and self.folds[position] not in self.small["common"]

    def _is_of_many(self, end: int) -> bool:
        """Whether a joined ending makes a common noun of a given name («آرمان‌های ملت»)."""
        return end < len(self.folds) and self.glued[end] and self.folds[end] in self.small["endings.plural"]

    def _spelt(self, start: int, end: int) -> tuple[str, ...]:
        """The folded tokens of a name, with its half-spaces, at which no surname begins."""
        return tuple(ZWNJ + self.folds[at] if self.glued[at] else self.folds[at] for at in range(start, end))

    def _quoted_names(self) -> None:
        """Short quoted runs of unknown words beside a title are names: «برونو رودریگز»، وزیر خارجه کوبا."""
        taken = {at for draft in self.drafts for at in range(draft.start, draft.end)}
        marks = [at for at, fold in enumerate(self.folds) if fold in self.small["quotes"]]
        for open_, close in pairwise(marks):
            inside = range(open_ + 1, close)
            free = 1 <= len(inside) <= QUOTED and not taken.intersection(inside)
            if free and all(self._namelike(at) for at in inside):
                name = self._spelt(open_ + 1, close)
                self.drafts.append(Draft(open_ + 1, close, "person", who="one", name=name, source="name"))

    def _opening_name(self) -> None:
        """Unknown words that a sentence opens with are a name, where who they are is said to speak («سمیعی: ...»)."""
        end = 0
        while end < len(self.folds) and end < NAME and end not in self.at and self._namelike(end):
            end += 1
        if not self.page.words.strangers or not end or any(draft.start < end for draft in self.drafts):
            return
        clause = self.sentence.clause_of(0)
        verb = None if clause is None else self.sentence.clauses[clause].verb
        after = self.folds[end] if end < len(self.folds) else ""
        one = verb is None or verb.person is None or verb.person.endswith("s")
        speaking = after in self.small["breaks"] and speaks(self.sentence, verb, self.page.words.language) is not None
        if after == ":" or (one and (end in self.verbal or speaking)):
            self.drafts.append(self._stranger(0, end))

    def _with_adjective(self) -> None:
        """The last draft, a stranger, takes the adjective of a state before what he is («чешский хоккеист Ян Дворжак»).

        All three stand in one case, which «в чешском городе Ян Дворжак ...» has not. So does a noun for the person last
        spoken of, which then is another («чешский дипломат»).
        """
        if len(self.drafts) < 2 or not self.page.words.cased or "demonym" not in self.small["state_first"]:
            return
        told, name, language = self.drafts[-2], self.drafts[-1], self.page.words.language
        inside = range(told.end, name.start)
        small = told.start == 0 or not self.capital[told.start]
        alone = (
            small and told.kind in ADJECTIVES and told.end - told.start == 1 and bool(name.name) <= len(inside) <= WHAT
        )
        if not alone or not told.codes or name.codes not in ((), told.codes):
            return
        words = [self.folds[at] for at in (told.start, *inside, name.start)]
        plain = all(self._plain(at) and not self.capital[at] for at in inside)
        if plain and all(agree(one, other, language) for one, other in pairwise(words)):
            name.start, name.codes, name.need, name.source = told.start, told.codes, "", told.source
            name.kind = "person" if name.name else "title"
            self.drafts.pop(-2)

    def _stranger(self, start: int, end: int, *, own: bool = False) -> Draft:
        """A person who is in no list; ``own``: whose honorific is one of the newsroom's state."""
        need = "own" if own else STRANGER if self.page.words.unlisted else ""
        return Draft(start, end, "person", need=need, who="one", name=self._spelt(start, end), source="name")
