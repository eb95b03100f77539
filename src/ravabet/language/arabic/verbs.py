"""Arabic verb groups: a verb with the small words before it that tell its time and whether it happened.

Without vowel signs many a past is spelt like a noun (رفض, تعاون): such a form is a verb only where its neighbours say so.
"""

from __future__ import annotations

from ravabet.language.arabic.forms import Form, counted, table
from ravabet.language.arabic.words import ARTICLE, closed, names
from ravabet.language.sentence import Tense, Verb
from ravabet.language.text import Token
from ravabet.lexicon import fold

NOT_PAST, NOT_FUTURE = fold("لم"), fold("لن")
NEGATIVE = frozenset(map(fold, ("لا", "لم", "لن", "ما")))
FUTURE = frozenset(map(fold, ("س", "سوف", "لن")))
SUBJUNCTIVE = frozenset(map(fold, ("أن", "ل", "كي", "لكي", "حتى")))
"""What makes a present a wish or aim when it stands right before it."""
_BEFORE = NEGATIVE | FUTURE | frozenset(map(fold, ("قد", "لقد")))
_VERBAL = frozenset(map(fold, (
    "قد", "لقد", "لا", "لم", "لن", "ما", "كما", "حيث", "حين", "حينما", "عندما", "بينما", "فيما", "الذي", "التي", "الذين", "اللذين",
    "ثم", "هو", "هي", "هم", "كان", "كانت", "كانوا", "ه", "ها", "مما", "من", "إذ", "إذا", "لو", "سوف", "س", "كلما", "أن",
)))  # fmt: skip
_WHO = fold("من")
_AND = frozenset({"و", "ف"})
_CONJUNCTIONS = frozenset(map(fold, ("إن", "أن", "أو", "لكن", "أم", "بل")))
_SAFE_STARTS = ("ا", "ی")
_DAMMA = "\u064f"
_MANY = frozenset(map(fold, (
    "عشرات", "مئات", "عدد", "نحو", "حوالي", "شخص", "شخصان", "أشخاص", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة",
    "عشرة", "اثنان", "جندي", "جنود", "جنديان", "مدني", "مدنيون", "مدنيان",
)))  # fmt: skip


def verbs(tokens: tuple[Token, ...]) -> tuple[Verb, ...]:
    """The verb groups of one sentence in order."""
    found: list[Verb] = []
    for at, token in enumerate(tokens):
        form = _form(tokens, at)
        if form is not None:
            found.append(_group(tokens, at, form, token))
    return tuple(found)


def _form(tokens: tuple[Token, ...], at: int) -> Form | None:
    """The verb form that token ``at`` is where it stands; None where it is likelier a noun or a name."""
    word = tokens[at].fold
    options = table().get(word)
    if options is None or word in closed() or word in names():
        return None
    past = options[0].tense == "past"
    if past and not _could_be_noun(word, options[0]):
        return options[0]
    if not past and word[0] not in "تن":
        return options[0]
    if not _stands_as_verb(tokens, at, past=past):
        return None
    if at and tokens[at - 1].fold in NEGATIVE | FUTURE:
        return next((form for form in options if form.tense == "present"), options[0])
    return options[0]


def _could_be_noun(word: str, form: Form) -> bool:
    """Whether a past is spelt as a noun may be: the bare stem, unless it begins with an alef as no such noun does."""
    bare = word == form.lemma
    return bare and (not word.startswith(_SAFE_STARTS) or len(word) < 4)


def _stands_as_verb(tokens: tuple[Token, ...], at: int, *, past: bool) -> bool:
    """Whether the words before a form make it a verb: a particle, the end of a definite phrase, or nothing."""
    if at == 0 or not tokens[at - 1].is_word:
        return at + 1 < len(tokens) and _can_follow(tokens, at + 1)
    before = tokens[at - 1].fold
    if before in _VERBAL:
        return before != _WHO or not past
    if before in _AND:
        opens = at == 1 or not tokens[at - 2].is_word or _is_definite(tokens[at - 2])
        return opens and at + 1 < len(tokens) and _can_follow(tokens, at + 1)
    if before in closed() or before in _CONJUNCTIONS:
        return False
    return _is_definite(tokens[at - 1])


def _can_follow(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether token ``at`` can stand behind a verb: a noun, a name, a number or a preposition, no mark."""
    return tokens[at].is_word or tokens[at].fold in ('"', "«", "“")


def _is_definite(token: Token) -> bool:
    return token.fold.startswith(ARTICLE) or token.fold in names() or token.glued or token.fold[0].isdigit()


def _group(tokens: tuple[Token, ...], at: int, form: Form, token: Token) -> Verb:
    """The group of the verb at ``at`` with its particles."""
    start = at
    while start and tokens[start - 1].fold in _BEFORE:
        start -= 1
    particles = {one.fold for one in tokens[start:at]}
    opener = tokens[start - 1].fold if start else ""
    options = table()[token.fold]
    others = frozenset(other.lemma for other in options) - {form.lemma}
    return Verb(
        start, at + 1, form.lemma, _tense(form, particles, opener), bool(particles & NEGATIVE), _passive(tokens, at, form),
        form.person, others,
    )  # fmt: skip


def _tense(form: Form, particles: set[str], opener: str) -> Tense:
    if particles & FUTURE:
        return "future"
    if NOT_PAST in particles:
        return "past"
    return "subjunctive" if form.tense == "present" and opener in SUBJUNCTIVE else form.tense


def _passive(tokens: tuple[Token, ...], at: int, form: Form) -> bool:
    """Whether the letters, a vowel sign on the first, or a number that follows tell the passive."""
    text = tokens[at].text
    if form.passive or (form.tense == "past" and text[1:2] == _DAMMA):
        return True
    if form.tense != "past" or form.lemma not in counted() or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1].fold
    return after[0].isdigit() or after in _MANY
