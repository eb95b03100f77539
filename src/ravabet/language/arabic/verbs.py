"""Arabic verb groups: a verb with the small words before it that tell its time and whether it happened.

Without vowel signs many a past is spelt like a noun (رفض, تعاون): such a form is a verb only where its neighbours say so.
"""

from __future__ import annotations

from ravabet.language.arabic.forms import Form, counted, in_hamza, participles, table
from ravabet.language.arabic.words import ARTICLE, closed, counts, keys, name_pairs, names, titled
from ravabet.language.sentence import Tense, Verb
from ravabet.language.text import Token
from ravabet.lexicon import fold, read_yaml


def _set(name: str) -> frozenset[str]:
    return frozenset(map(fold, _DATA[name]))


_DATA = read_yaml("ar", "verbs.yaml")
NOT_PAST, NOT_FUTURE = fold(_DATA["not_past"]), fold(_DATA["not_future"])
WHICH = fold(_DATA["which"])
COMMAS = frozenset({"،", ",", "؛", ";"})
_QUOTES = frozenset({'"', "«", "»", "“", "”"})
_SHORTENING = _set("shortening")
NEGATIVE, FUTURE, SUBJUNCTIVE = _set("negative"), _set("future"), _set("subjunctive")
_BEFORE = NEGATIVE | FUTURE | _set("done")
_VERBAL = _set("verbal")
_WHO, _THAT, _BELOW = fold(_DATA["who"]), fold(_DATA["that"]), "إ"
_IN_IT = _set("in_it")
_AND, _CONJUNCTIONS, _TIMES = _set("and"), _set("conjunctions"), _set("times")
_SAFE_STARTS = ("ا", "ی")
_DAMMA = "\u064f"
_SIGNS = "".join(map(chr, range(0x064B, 0x0653)))
_FOURTH = 4
"""Letters of a verb that begins with أ and its noun with إ."""
_HAMZA = ("أ", "ئ", "ؤ")
"""What no small word ends in: هنأ is no هنا."""
_NOUN_ENDS = ("اء", "ائ", "اؤ")
_BEGINNING = (_VERBAL - _set("pronouns")) | _AND | _CONJUNCTIONS
"""After one of these another verb may begin in its clause."""
_TANWIN = fold("ا")
_OPENERS = _set("openers")
_SUBJECT = 5
"""Words before a verb among which what stands before its subject is looked for."""
_SUBJECT_BEFORE, _MANY = _set("subject_before"), _set("many")
_HOURS, _DAYS = _set("hours"), _set("days")
_ADJECTIVES = _set("adjectives")
_PEOPLE, _AGENTS = _set("people"), _set("agents")
_RELATED = fold("ي")
_WANTING, _WANTING_NOUNS = _set("wanting"), _set("wanting_nouns")
_SMALL_VERBS = {fold(word): fold(brings) for word, brings in _DATA["small_verbs"].items()}
_ISSUED = _set("issued")
_SECOND_OBJECTS = {fold(verb): frozenset(map(fold, nouns)) for verb, nouns in _DATA["second_objects"].items()}
_DOUBLED = "\N{ARABIC SHADDA}"
"""The sign of a doubled letter, which a verb may bear and the small word that is spelt as it never does."""
_SUBJECT_LONG = 10
"""Words of a subject between a verb that is spelt as a small word and what it brings in."""
TEN, YEAR = 10, 4
"""The last number behind which a noun is told in the plural, and the digits of a year."""
_CHAIN = 14
"""Words of the genitives behind a noun of deciding, among which another noun of action is looked for."""


def verbs(tokens: tuple[Token, ...]) -> tuple[Verb, ...]:
    """The verb groups of one sentence in order."""
    found: list[Verb] = []
    for at, token in enumerate(tokens):
        options = _options(tokens, at, told=_is_told(tokens, at, found)) if _may_be_verb(token) else ()
        if options:
            found.append(_group(tokens, at, options))
    return tuple(found)


def _may_be_verb(token: Token) -> bool:
    """Whether a word is in the tables, or bears a pronoun behind ت; of most words nothing more needs to be asked."""
    return token.fold in table() or token.fold in participles() or token.text.endswith("ت")


def _is_told(tokens: tuple[Token, ...], at: int, found: list[Verb]) -> bool:
    """Whether the clause has its verb already: nothing that may begin another stands between it and token ``at``."""
    last = next((verb for verb in reversed(found) if verb.finite), None)
    if last is None:
        return False
    free = COMMAS if last.lemma in _WANTING else frozenset[str]()
    return not any(
        token.fold in _BEGINNING or (not token.is_word and token.fold not in free) for token in tokens[last.end : at]
    )


def _is_wanted(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun of deciding, whose genitives stand between, has the one at ``at`` for its object."""
    for back in range(at - 1, max(at - 2 - _CHAIN, -1), -1):
        token = tokens[back]
        if token.fold in _WANTING_NOUNS:
            return back < at - 1
        if not token.is_word or not (_is_definite(token) or token.fold in _AND or token.fold in titled()):
            return False
    return False


def _options(tokens: tuple[Token, ...], at: int, *, told: bool) -> tuple[Form, ...]:
    """The verb forms that token ``at`` may be where it stands, the likeliest first; none where it is a noun or name."""
    word = _written(tokens, at, told=told)
    options = _spelt_so(tokens[at].text.rstrip(_SIGNS), table().get(word, ()))
    options = options if at and tokens[at - 1].fold in _SHORTENING else _in_full(options)
    if at and tokens[at - 1].fold in FUTURE | {NOT_PAST}:  # «ستدخل» is of دخل alone, not of تدخل
        options = tuple(form for form in options if form.tense == "present") or options
    small = word in closed() and not tokens[at].text.rstrip(_SIGNS).endswith(_HAMZA) and not _brings(tokens, at)
    adjective = word in _ADJECTIVES and not any(sign in tokens[at].text[1:] for sign in _HAMZA)
    named = word in names() or (at + 1 < len(tokens) and (word, tokens[at + 1].fold) in name_pairs())
    if not options or small or adjective or named:
        return _participle(tokens, at)
    past = options[0].tense == "past"
    if (past and not _could_be_noun(word, options[0])) or (not past and word[0] not in "تن"):
        return options
    if _is_time(tokens, at) or not _stands_as_verb(tokens, at, past=past, told=told):
        return _participle(tokens, at)
    if at and tokens[at - 1].fold in NEGATIVE | FUTURE:
        return tuple(sorted(options, key=lambda form: form.tense != "present"))
    return options


def _brings(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what is spelt as a small word is a verb: it opens its clause, and behind a subject stands what it brings
    in («وعبر وزير الخارجية عن قلقه», not «عبر بيان صادر عن الوزارة»)."""
    brings = _SMALL_VERBS.get(tokens[at].fold)
    if brings is not None and _DOUBLED in tokens[at].text:  # «عبّر» is no «عبر»
        return True
    before = tokens[at - 1].fold if at else ""
    opens = at == 0 or not tokens[at - 1].is_word or (before in _AND and (at == 1 or not tokens[at - 2].is_word))
    if (
        brings is None
        or not (opens or before in _BEGINNING)
        or at + 2 >= len(tokens)
        or tokens[at + 1].fold in closed()
    ):
        return False
    for there in range(at + 2, min(at + 2 + _SUBJECT_LONG, len(tokens))):
        token = tokens[there]
        if token.fold == brings:
            return keys(tokens[there - 1].fold).isdisjoint(_ISSUED)
        if not token.is_word and token.fold not in COMMAS and token.fold not in _QUOTES:
            return False
        if (
            token.fold in table()
            and token.fold not in names()
            and not _could_be_noun(token.fold, table()[token.fold][0])
        ):
            return False
    return False


def _written(tokens: tuple[Token, ...], at: int, *, told: bool) -> str:
    """The folded word; of one that bears a pronoun behind ت the verb (نشرته), where its place or the counts say so."""
    token = tokens[at]
    if not (token.fold.endswith("ه") and token.text.endswith("ت") and at):
        return token.fold
    form = token.fold[:-1] + "ت"
    noun = counts().get(token.fold, 0) + counts().get(ARTICLE + token.fold, 0)
    begins = not told and (not tokens[at - 1].is_word or _is_definite(tokens[at - 1]) or tokens[at - 1].fold in _AND)
    verbal = tokens[at - 1].fold in _VERBAL and (tokens[at - 1].fold != _THAT or _tells_time(tokens, at - 1))
    behind = keys(tokens[at + 2].fold) if at + 2 < len(tokens) and tokens[at + 1].glued else frozenset[str]()
    verbal = verbal or not behind.isdisjoint(_SECOND_OBJECTS.get(form, ()))
    return form if verbal or (begins and counts().get(form, 0) > noun) else token.fold


def _in_full(options: tuple[Form, ...]) -> tuple[Form, ...]:
    """The forms that have lost no vowel, where there are any: تستعد is "prepares", only behind لم "regained"."""
    return tuple(form for form in options if not form.short) or options


def _spelt_so(text: str, options: tuple[Form, ...]) -> tuple[Form, ...]:
    """The forms that may be spelt with a hamza where the word is: لجأ and جاء, not استدعى (استدعاء), أعاد, not إعادة.

    So are nouns of four-letter verbs with their pronoun («إدانته»); longer ones are often misspelt («إعتقل»).
    """
    if text.startswith(_BELOW):
        options = tuple(form for form in options if form.tense != "past" or len(form.lemma) != _FOURTH)
    if not text.endswith(_NOUN_ENDS):
        return options
    return tuple(form for form in options if form.lemma in in_hamza())


def _participle(tokens: tuple[Token, ...], at: int) -> tuple[Form, ...]:
    """The participle that token ``at`` is where it tells what a subject does meanwhile («..., محذرا من»)."""
    word = tokens[at].fold
    options = participles().get(word, ())
    if not options or word in closed() or word in names() or at == 0 or word in _PEOPLE:
        return ()
    joined = tokens[at - 1].fold == "و" and at > 1
    parted = not tokens[at - 2 if joined else at - 1].is_word
    opens = at + 1 < len(tokens) and tokens[at + 1].fold in _OPENERS
    if word.endswith(_TANWIN):
        return options if opens or parted or word.startswith("م") else ()
    return options if parted or (joined and opens) else ()


def _is_time(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a form names a time of the day that follows: «فجر اليوم» is no "he blew up"."""
    return tokens[at].fold in _HOURS and at + 1 < len(tokens) and tokens[at + 1].fold in _DAYS


def _could_be_noun(word: str, form: Form) -> bool:
    """Whether a past is spelt as a noun may be: the bare stem, unless it begins with an alef as no such noun does."""
    bare = word == form.lemma
    return bare and (not word.startswith(_SAFE_STARTS) or len(word) < 4)


def _stands_as_verb(tokens: tuple[Token, ...], at: int, *, past: bool, told: bool) -> bool:
    """Whether the words before a form make it a verb: a particle, the end of a definite phrase, or nothing.

    ``told``: the clause has a verb already, so that behind a definite phrase a noun is likelier (أعلن الرئيس رفض).
    """
    if at == 0 or not tokens[at - 1].is_word:
        return not (past and told) and at + 1 < len(tokens) and _can_follow(tokens, at + 1)
    before = tokens[at - 1].fold
    if past and (_counts(before) or _is_agent(tokens, at)):
        return False  # «169 طالب لجوء»
    if past and at + 2 < len(tokens) and tokens[at + 1].fold in _IN_IT and tokens[at + 2].glued:
        return True
    if not past and before in SUBJUNCTIVE:
        return ARTICLE + tokens[at].fold not in counts()
    if not past and tokens[at].fold[0] == "ن" and ARTICLE + tokens[at].fold in counts():
        return False
    if past and before == _THAT and not _tells_time(tokens, at - 1):
        return False
    if before in _VERBAL:
        return before != _WHO or not past
    if before in _AND:
        small = at > 1 and not tokens[at - 2].glued and tokens[at - 2].fold in closed()  # على وشك
        opens = at == 1 or not tokens[at - 2].is_word or (_is_definite(tokens[at - 2]) and not small)
        return opens and at + 1 < len(tokens) and _can_follow(tokens, at + 1)
    if before in closed() or before in _CONJUNCTIONS:
        return False
    held = tokens[at - 1].glued and at > 1 and tokens[at - 2].fold in closed()  # لها, no noun with a pronoun
    return _is_definite(tokens[at - 1]) and not held and not (past and (told or _is_wanted(tokens, at)))


def _counts(word: str) -> bool:
    """Whether a number has a noun in the singular behind it: above ten, and no year."""
    return word.isdecimal() and int(word) > TEN and not (len(word) == YEAR and word[0] in "12")


def _is_agent(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun for somebody who does something has an adjective behind it («إنه طالب كيني»)."""
    after = tokens[at + 1].fold if at + 1 < len(tokens) else ""
    related = after.endswith(_RELATED) and not after.startswith(ARTICLE) and after not in closed()
    return tokens[at].fold in _AGENTS and related


def _tells_time(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether أن at ``at`` may bring in a past («بعد أن رفض», «سبق أن رفض»); else a noun follows («أكد أن رفض طهران»)."""
    return at > 0 and not tokens[at].text.startswith(_BELOW) and tokens[at - 1].fold in _TIMES


def _can_follow(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether token ``at`` can stand behind a verb: a noun, a name, a number or a preposition, no mark."""
    return tokens[at].is_word or tokens[at].fold in _QUOTES - {"»", "”"}


def _is_definite(token: Token) -> bool:
    return token.fold.startswith(ARTICLE) or token.fold in names() or token.glued or token.fold[0].isdigit()


def _group(tokens: tuple[Token, ...], at: int, options: tuple[Form, ...]) -> Verb:
    """The group of the verb at ``at`` with its particles."""
    form, start = options[0], at
    while start and tokens[start - 1].fold in _BEFORE:
        start -= 1
    particles = {one.fold for one in tokens[start:at]}
    if form.tense == "past" and _is_which(tokens, start):
        particles.discard(WHICH)
    opener = tokens[start - 1].fold if start else ""
    others = frozenset(other.lemma for other in options) - {form.lemma}
    return Verb(
        start, at + 1, form.lemma, _tense(form, particles, opener), bool(particles & NEGATIVE), _passive(tokens, at, form),
        form.person, others,
    )  # fmt: skip


def _is_which(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether ما is no denial but points back at what was told: «..., ما أدى إلى مقتل جندي»."""
    before = tokens[start - 1].fold if start else ""
    return tokens[start].fold == WHICH and (before in COMMAS or before in closed() - _AND)


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
    return (after[0].isdigit() or after in _MANY) and not _has_subject(tokens, at)


def _has_subject(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the verb's subject stands before it: behind أن and the like, or as the noun of a relative pronoun."""
    for token in reversed(tokens[max(0, at - _SUBJECT) : at]):
        if not token.is_word:
            return False
        if token.fold in _SUBJECT_BEFORE:
            return True
    return False
