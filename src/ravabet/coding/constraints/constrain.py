"""Who cannot be on a side of an act, or is likelier to be: what the whole sentence says beyond one mention's own facts.

Each rule takes an act with its scored mentions and gives them back, some with another probability or left out.
``RULES`` are applied in their order, which matters: a later one sees what an earlier one ruled out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from ravabet.coding.acts.act import Act
from ravabet.coding.acts.compounds import GENITIVE
from ravabet.coding.constraints.agents import AGENTS
from ravabet.coding.constraints.assembly import VISITS, by_body, by_host
from ravabet.coding.constraints.charges import CHARGES
from ravabet.coding.constraints.claimed import by_claim
from ravabet.coding.constraints.necessary import by_need
from ravabet.coding.constraints.spared import HOSTED, by_clauses, by_medium, by_meeting_place, by_nearness, by_suffix
from ravabet.coding.constraints.strangers import by_allegiance, by_unknown
from ravabet.coding.constraints.unclaimed import by_unclaimed
from ravabet.coding.grammar.syntax import markers
from ravabet.coding.grammar.tree import top
from ravabet.coding.learned.linear import log_odds, probability
from ravabet.coding.mentions.document import PLACES, SEVERAL
from ravabet.coding.mentions.words import assemblies, words
from ravabet.coding.place import Place
from ravabet.coding.sides.doing import BLOWS, struck
from ravabet.coding.sides.features import ACTING
from ravabet.coding.sides.outcomes import NEVER, Scored, codes_of, shifted
from ravabet.coding.sides.stand import stand
from ravabet.coding.sides.subjects import ASKING
from ravabet.language import verb_tokens
from ravabet.lexicon import frames

AT_PLACE = (2.5, 2.0)
"""By how much those of the place are likelier to act, and the people of another state less, where these people are
detained or set free and nobody is told to have done it ("the arrest of Danish citizens in Oslo")."""
BEFORE = (1.5, -1.5)
"""By how much the subject of the sentence before is likelier to act, and less likely to suffer it, where this one tells
only who suffers it."""
GROUP = 2.5
"""By how much a group acts less likely on some of its own ("two spies were caught and some of them detained")."""
GATHERING = "multilateral"
"""The PLOVER mode of meetings of many."""
DEEDS = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
"""PLOVER types of deeds that others condemn."""
SAID = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""PLOVER types of acts that are done by saying something."""
PEOPLE = frozenset({"CVL", "JRN", "EDU", "BUS"})
"""Sectors of people who hold no office, to whom such acts are done."""

Options = list[Scored]


def constrained(place: Place, options: Options) -> Options:
    """The mentions of an act after all rules; those whom nobody knows (without a code) are left out."""
    for rule in RULES:
        options = rule(place, options)
    return options


def _by_judging(place: Place, options: Options) -> Options:
    """Who condemns a deed in its own clause did not do it, nor suffer it («X حمله به Y را محکوم کرد»).

    In a headline of a language of fixed order it may well have suffered it ("Chad condemns capture of tanker"). Nor did
    those do it who were hurt in it («سه سرباز X در حمله‌ای کشته شدند»).
    """
    if place.form != "noun" or place.frame.type not in DEEDS:
        return options
    acts, clause = place.scene.acts[place.number], place.act.clause
    told = [a for a in acts if a.verb and a.verb.finite and a.clause == clause]
    judged, hurt = any(map(_judges, told)) or _is_discussed(place), any(map(_hurts, told))
    if not judged and not hurt:
        return options
    subjects = [o for o in options if o.stand.clause == "same" and o.candidate.free and o.side not in ACTING]
    if judged and not markers(place.scene.language).fixed_order:
        return [replace(o, actor=NEVER, recipient=NEVER) if o in subjects else o for o in options]
    return [replace(o, actor=NEVER) if o in subjects else o for o in options]


def _is_discussed(place: Place) -> bool:
    """Whether a deed stands in the clause of a verb by which one speaks of it («اعتبر البابا الهجمات ...»)."""
    sentence, clause = place.scene.sentences[place.number], place.act.clause
    verb = None if clause is None else sentence.clauses[clause].verb
    return verb is not None and not verb.passive and verb.lemma in markers(place.scene.language).discussing


def _hurts(act: Act) -> bool:
    return act.passive and frames()[act.expression.frame].type in BLOWS


def _judges(act: Act) -> bool:
    return not act.passive and frames()[act.expression.frame].type == "ACCUSE"


def _by_deed(place: Place, options: Options) -> Options:
    """Whom a condemned deed was done to is not condemned («осудил нападение на X», «حمله به X را محکوم کرد»)."""
    scene = place.scene
    if place.frame.type != "ACCUSE" or (place.form == "noun" and not markers(scene.language).verb_first):
        return options
    deeds = [Place(scene, place.number, act) for act in scene.acts[place.number] if _told_with(place, act)]
    deeds = [deed for deed in deeds if deed.frame.type in DEEDS]
    near = [o for o in options if not o.candidate.back]
    doers = [o for o in near if o.candidate.hold.governor in markers(scene.language).by]
    hurt = [o for o in near if o not in doers and any(_suffers(deed, o, bool(doers)) for deed in deeds)]
    spared = [*hurt, *(o for o in near if hurt and o.side in ACTING)]  # nor who condemns it beside another
    return [replace(o, recipient=NEVER) if o in spared else o for o in options]


def _told_with(place: Place, act: Act) -> bool:
    """Whether an act may be what another judges: a noun of its clause, or of what follows before the next verb."""
    if not markers(place.scene.language).verb_first:
        return act.verb is None and act.clause == place.act.clause and set(act.tokens).isdisjoint(place.act.tokens)
    first, own = act.tokens[0], place.act
    told = verb_tokens(place.scene.sentences[place.number], finite=True)
    return own.tokens[0] < first and told.isdisjoint(range(own.tokens[-1] + 1, first + 1))


def _suffers(deed: Place, option: Scored, done: bool) -> bool:
    """Whether the grammar of a deed makes somebody the one it is done to, by a word of its own or as its genitive.

    ``done``: somebody is told to have done it, so that the genitive has not («تحریم شرکت‌های X از سوی Y»); nor has it
    where nothing else marks who suffers it («обстрел Газы», but «нападение Чада на Перу»).
    """
    marked = deed.act.expression.markers
    brought = option.candidate.hold.governor in marked or (GENITIVE in marked and (done or len(marked) == 1))
    if deed.act.verb is None and brought and stand(deed, option.candidate).relation == "after:marker":
        return True
    return struck(deed, option.candidate)


def _by_assembly(place: Place, options: Options) -> Options:
    """Where a body of many meets, the place is no party («саммит ШОС в Сантьяго»)."""
    if place.frame.mode != GATHERING:
        return options
    bodies = [o for o in options if o.codes <= assemblies() and not o.mention.locative and not o.candidate.back]
    there = [o for o in options if o.mention.locative and o.mention.kind in PLACES and not o.candidate.back]
    return [o for o in options if o not in there] if bodies else options


def _by_table(place: Place, options: Options) -> Options:
    """Where several act together, or a body of many, the place where they do is no party ("signed an accord in Oslo").

    In a language of fixed order; not of visits, whose place is who is visited.
    """
    known = markers(place.scene.language)
    if not place.frame.symmetric or not known.fixed_order or place.frame.mode in VISITS:
        return options
    where = words(place.scene.language).small["place_markers"]
    here = [o for o in options if not o.candidate.back]
    there = [o for o in here if o.candidate.hold.governor in where and o.mention.kind in PLACES and o.mention.locative]
    acting = [o for o in here if o.side in ACTING and o not in there]
    groups = Counter(o.candidate.group for o in acting)
    many = any(o.codes <= assemblies() for o in acting) or any(count > 1 for count in groups.values())
    many |= any(_in_list(place, o) for o in acting)
    out = [o for o in there if o.candidate.group not in groups] if many else []
    return [o for o in options if o not in out]


def _in_list(place: Place, option: Scored) -> bool:
    """Whether a mention is joined to another noun, also one that stands for nobody known ("Prince X and Oslo")."""
    parse = place.scene.sentences[place.number].parse
    if parse is None:
        return False
    at = top(parse, option.mention.start, option.mention.end)
    return parse.relations[at] == "conj" or any(parse.relations[child] == "conj" for child in parse.children(at))


def _by_count(place: Place, options: Options) -> Options:
    """Where it is told how many do it together, nobody of another sentence is one more («سه کشور ... امضا کردند»).

    Nor is whose deed they do it about («سه کشور سند این طرح را امضا کردند»).
    """
    counted = any(o.stand.clause == "same" and _rule_of(o) in SEVERAL for o in options)
    if not place.between_equals or not counted:
        return options
    return [o for o in options if not o.candidate.back and _rule_of(o) != "deed"]


def _rule_of(option: Scored) -> str:
    """The rule that gave a mention its codes, where it is no name (``pair``, ``deed``)."""
    return option.mention.source.partition(":")[0]


def _by_exception(place: Place, options: Options) -> Options:
    """Who is excepted takes no part («все соседи, за исключением Чада, подписали договор»)."""
    excepted = [o for o in options if not o.candidate.back and _is_excepted(place, o)]
    return [replace(o, actor=NEVER, recipient=NEVER) if o in excepted else o for o in options]


def _is_excepted(place: Place, option: Scored) -> bool:
    known = markers(place.scene.language)
    if option.candidate.hold.governor in known.excluding:
        return True
    before = [token.fold for token in place.scene.sentences[place.number].tokens[: option.mention.start]]
    return any(before[-len(row) :] == row for row in map(str.split, known.excluding))


def _by_guests(place: Place, options: Options) -> Options:
    """Where people of one state are hurt, another that only is the place did not do it («سربازان X در Y کشته شدند»).

    In a language of fixed order it was not done to that one either, whatever brings it in ("Danes were shot in Mali").
    """
    if place.frame.type not in BLOWS:
        return options
    told = [o for o in options if o.side == "recipient"]
    felled = [o for o in told if o.candidate.subject == "own" and place.turned]
    fixed = bool(felled) and markers(place.scene.language).fixed_order
    hurt = codes_of(felled if fixed else told)
    there = [o for o in options if o.mention.locative and o.codes.isdisjoint(hurt) and (o.side == "no" or fixed)]
    if not hurt:
        return options
    if fixed:
        there = [o for o in there if o.side in ("no", "recipient")]
        return [replace(o, actor=NEVER, recipient=NEVER) if o in there else o for o in options]
    return [replace(o, actor=NEVER) if o in there else o for o in options]


def _by_target(place: Place, options: Options) -> Options:
    """Where it is told whose the target is, the place is not hit ("struck American bases in Kuwait and Jordan")."""
    if place.frame.type not in BLOWS or place.form != "active" or not markers(place.scene.language).fixed_order:
        return options
    where = words(place.scene.language).small["place_markers"]
    told = [o for o in options if o.side == "recipient" and not o.candidate.back]
    there = [o for o in told if o.candidate.hold.governor in where and o.mention.kind in PLACES]
    hit = codes_of([o for o in told if o not in there and o.candidate.hold.object and o.mention.kind != "anaphor"])
    spared = [o for o in there if o.codes.isdisjoint(hit)]
    return [replace(o, recipient=NEVER) if hit and o in spared else o for o in options]


def _by_venue(place: Place, options: Options) -> Options:
    """Where somebody says something, it is not said to the place ("pledged in Oslo to open talks").

    In a language of fixed order, and only of a place that stands at the verb itself: «denounced the raids in Mali».
    """
    verb, parse = place.act.verb, place.scene.sentences[place.number].parse
    if verb is None or parse is None or place.frame.type not in SAID or not markers(place.scene.language).fixed_order:
        return options
    where = words(place.scene.language).small["place_markers"].difference(place.act.expression.markers)
    there = [o for o in options if o.mention.locative and o.mention.kind in PLACES and not o.candidate.back]
    behind = {n for n, relation in enumerate(parse.relations) if n > verb.start and relation == "obj"}
    there = [o for o in there if o.candidate.hold.governor in where]
    there = [o for o in there if behind.isdisjoint(range(verb.end, o.mention.start))]
    heads = (parse.heads[top(parse, o.mention.start, o.mention.end)] for o in there)
    venues = [o for o, head in zip(there, heads, strict=True) if verb.start <= head < verb.end]
    return [replace(o, recipient=NEVER) if o in venues else o for o in options]


def _by_asked(place: Place, options: Options) -> Options:
    """Where it is told who is asked, nobody in what is wanted is («از شهروندانش خواست به روسیه سفر نکنند»)."""
    if place.frame.type not in ASKING or place.form != "active":
        return options
    asked = any(o.side == "recipient" and o.stand.clause == "same" for o in options)
    wanted = [o for o in options if o.side == "no" and (o.stand.clause == "same" or o.stand.clause.startswith("child"))]
    return [replace(o, recipient=NEVER) if asked and o in wanted else o for o in options]


def _by_place(place: Place, options: Options) -> Options:
    """Those of the place act on the people of another state, who are told as recipient.

    Of an act that is done where one is called to, the institution there («вызван в МИД»).
    """
    if not _done_at_home(place) or any(option.side.startswith(("actor", "agent")) for option in options):
        return options
    called = place.frame.hosted
    guests = [o for o in options if o.side == "recipient" and (called or o.mention.sector in PEOPLE)]
    there = [o for o in options if not o.candidate.back and o.side != "recipient"]
    where = words(place.scene.language).small["place_markers"]
    hosts = [
        o for o in there if (o.mention.sector == "GOV" and o.stand.governor in where if called else o.mention.locative)
    ]
    if not guests or not hosts or codes_of(guests) & codes_of(hosts):
        return options
    theirs = [o for o in options if o.codes <= codes_of(guests)]  # and the embassy that tells of it
    shifts = {id(o): AT_PLACE[0] for o in hosts} | {id(o): -AT_PLACE[1] for o in theirs}
    return [_likelier(o, shifts.get(id(o), 0.0)) for o in options]


def _done_at_home(place: Place) -> bool:
    return place.frame.type in HOSTED or place.frame.hosted


def _by_participle(place: Place, options: Options) -> Options:
    """Who is named by what was done to them did not do it («около половины задержанных», «семья убитого»)."""
    verb, own = place.act.verb, set(place.act.tokens)
    if verb is None or not place.act.passive or verb.tense != "participle":
        return options
    named = [o for o in options if not o.candidate.back and own < set(range(o.mention.start, o.mention.end))]
    return [replace(o, actor=NEVER) if o in named else o for o in options]


def _by_group(_: Place, options: Options) -> Options:
    """A group told in the sentence is not who acts on some of it, the subject of a passive."""
    told = [o for o in options if o.side == "recipient" and o.candidate.subject == "own"]
    some = codes_of([o for o in told if _rule_of(o) == "some"])
    if not some:
        return options
    group = [o for o in options if o.side == "no" and not o.candidate.back and o.codes <= some]
    return [_likelier(o, -GROUP) if o in group else o for o in options]


def _by_before(place: Place, options: Options) -> Options:
    """Where a sentence tells only whom it is done to, the subject of the one before does it («Ему вручили ноту»)."""
    here = [o for o in options if not o.candidate.back]
    told = [o for o in here if o.side == "recipient"]
    if (
        place.between_equals
        or place.form != "active"
        or not told
        or any(o.side in ACTING or o.candidate.free for o in here)
    ):
        return options
    before = [o for o in options if o.candidate.subject == "before" and o.codes.isdisjoint(codes_of(told))]
    return [shifted(o, *BEFORE) if o in before else o for o in options]


def _by_list(place: Place, options: Options) -> Options:
    """Of a list of those to whom the grammar says it is done none acts on the others («تسليم كينيين وغانيين»).

    Nor is it done to one of a list of those who do it («پرو و شیلی رزمایش برگزار کردند», "a Danish-Finnish raid").
    """
    if place.between_equals:
        return options
    if markers(place.scene.language).verb_first:
        told = _listed(options, "recipient")
        return [replace(o, actor=NEVER) if o in told else o for o in options]
    told = [o for o in _listed(options, "actor") if o.candidate.subject == "own"] + _listed(options, "modifier")
    return [replace(o, recipient=NEVER) if o in told else o for o in options]


def _listed(options: Options, side: str) -> Options:
    """Those of a side that are told in a list with others of it."""
    told = [o for o in options if o.side == side and not o.candidate.back]
    groups = Counter(o.candidate.group for o in told)
    return [o for o in told if groups[o.candidate.group] > 1]


def _likelier(option: Scored, by: float) -> Scored:
    return replace(option, actor=probability(log_odds(option.actor) + by))


RULES: tuple[Callable[[Place, Options], Options], ...] = (
    by_medium,
    *AGENTS,
    *CHARGES,
    _by_judging,
    _by_deed,
    _by_assembly,
    by_body,
    by_host,
    _by_table,
    by_meeting_place,
    _by_count,
    by_unknown,
    by_allegiance,
    by_unclaimed,
    by_claim,
    _by_exception,
    by_nearness,
    by_suffix,
    _by_guests,
    _by_target,
    _by_venue,
    _by_asked,
    by_need,
    _by_place,
    _by_participle,
    _by_group,
    _by_list,
    _by_before,
    by_clauses,
)
