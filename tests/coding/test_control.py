"""Whose verb it is by the dependencies: the side that English grammar gives each mention of an act."""

import pytest

from ravabet.coding import scene
from ravabet.coding.place import Place
from ravabet.coding.sides.features import sides_taken
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.stand import stand


def sides(text: str, kind: str) -> dict[str, str]:
    """The sides that the first act of a type gives to the states of its sentence, by their codes."""
    laid = scene(text, "en", None)
    places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
    place = next(place for place in places if place.frame.type == kind)
    here = [c for c in candidates(place) if not c.back]
    return {code: stand(place, c).side.partition("-")[0] for c in here for code in c.mention.codes}


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        # told to do it, by the object or by "on"
        ("Oslo urged Tunisia to free two Swedish prisoners.", "RETREAT", "TUN", "SWE"),
        ("Oslo called on Tunisia to expel the Swedish envoy.", "SANCTION", "TUN", "SWE"),
        ("Oslo promised Tunisia to expel the Swedish envoy.", "SANCTION", "NOR", "SWE"),
        # whose decision it is
        ("Oslo's decision to expel the Swedish envoy surprised Tunisia.", "SANCTION", "NOR", "SWE"),
        # what a participle or a relative clause is about
        ("Oslo spoke of the ban imposed on Sweden by Tunisia.", "COERCE", "agent:TUN", "SWE"),
        ("Oslo named a Swedish company that Tunisia had accused of theft.", "ACCUSE", "TUN", "SWE"),
        ("Oslo met the Swedish envoy who had accused Tunisia of theft.", "ACCUSE", "SWE", "TUN"),
        ("Swedish sailors detained by Tunisia wrote to Oslo.", "COERCE", "agent:TUN", "SWE"),
        # a participle that goes on with the subject
        ("Oslo closed its port on Monday, accusing Sweden of theft.", "ACCUSE", "NOR", "SWE"),
        ("Oslo condemned Sweden for arresting a Tunisian sailor.", "COERCE", "SWE", "TUN"),
        # who is to act is asked for it
        ("Oslo demanded that Sweden compensate Tunisia.", "REQUEST", "NOR", "SWE"),
        # whoever says it accuses the subject
        ("Oslo said Sweden was to blame for the delay.", "ACCUSE", "agent:NOR", "SWE"),
        ("Oslo said on Monday that Sweden was wrong to leave.", "ACCUSE", "agent:NOR", "SWE"),
        ("Oslo said Sweden must lift the ban.", "REQUEST", "agent:NOR", "SWE"),
        # any passive turns the sides
        ("Swedish assets in Oslo were frozen by Tunisia.", "SANCTION", "agent:TUN", "SWE"),
    ],
)
def test_the_grammar_gives_each_its_side(text, kind, actor, recipient) -> None:
    found = sides(text, kind)
    side, _, code = actor.rpartition(":")
    assert found[code] == (side or "actor"), found
    assert found[recipient] == "recipient", found


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        # where the report was written
        ("OSLO (Reuters) - Six Swedish sailors condemned Tunisia on Monday.", "ACCUSE", "NOR"),
        ("OSLO, March 3 (AFP) — Swedish sailors condemned Tunisia.", "ACCUSE", "NOR"),
        # another noun is the subject
        ("Two monitors whom Oslo knew condemned Tunisia.", "ACCUSE", "NOR"),
        # the subject of a passive is no state
        ("Oslo said sanctions were imposed on Tunisia.", "SANCTION", "NOR"),
        # part of the words of another act
        ("Swedish guards were wounded in a Norwegian raid on Chad.", "ASSAULT", "SWE"),
        # an apposition is whose name it explains
        ("Olaf Scholz, the chancellor of Germany, condemned Tunisia.", "ACCUSE", "TUN"),
        ("In Oslo, Sweden condemned Tunisia.", "ACCUSE", "NOR"),
    ],
)
def test_who_stands_by_does_not_act(text, kind, code) -> None:
    assert sides(text, kind)[code] != "actor"


def test_what_the_verb_has_for_an_object_is_known() -> None:
    def taken(text: str) -> str:
        laid = scene(text, "en", None)
        place = Place(laid, 0, laid.acts[0][0])
        return sides_taken(place, [stand(place, candidate) for candidate in candidates(place)])

    assert taken("Norway condemned Sweden.") == "actor+recipient"
    assert taken("Norway condemned the move.") == "actor+noun"
    assert taken("Norway apologised.") == "actor+no"


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Chad and Niger accused each other of theft.", True),
        ("Chad traded barbs with Niger over the well.", True),
        ("Chad accused Niger of theft.", False),
    ],
)
def test_accusations_that_are_traded_have_both_on_both_sides(text, both) -> None:
    laid = scene(text, "en", None)
    found = [Place(laid, 0, act).between_equals for act in laid.acts[0] if "accus" in act.expression.frame]
    assert found
    assert any(found) == both


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Chad, Niger condemn coup.", True),
        ("Mali condemns Chad, Niger.", True),
        ("In Chad, Niger condemned the coup.", False),
        ("After the vote in Chad, Niger condemned the coup.", False),
    ],
)
def test_a_headline_lists_states_with_a_comma(text, joined) -> None:
    mentions = scene(text, "en", None).mentions[0]
    assert mentions[-1].joined == joined


@pytest.mark.parametrize(
    ("text", "word", "within"),
    [
        ("Qatar announced the release of forty men, thanking Oman for its help.", "help", False),
        ("Qatar announced money, medicine and other help for Oman.", "help", True),
    ],
)
def test_an_act_does_not_reach_into_what_is_told_beside_it(text, word, within) -> None:
    laid = scene(text, "en", None)
    tokens = laid.sentences[0].tokens
    last = [tokens[act.tokens[-1]].text for act in laid.acts[0] if tokens[act.tokens[0]].text == "announced"]
    assert (word in last) == within


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # what is refused is not done
        ("Oslo will not extradite two Swedish traders, its ministry said.", {"REJECT"}),
        ("Oslo will extradite two Swedish traders, its ministry said.", {"COERCE"}),
        ("Oslo did not send troops to Chad.", {"MOBILIZE"}),
        # the verb of another clause is no noun of an act
        ("Oslo struck what it called a nest of rebels.", {"ASSAULT"}),
    ],
)
def test_an_act_is_told_by_its_own_verb(text, kinds) -> None:
    laid = scene(text, "en", None)
    found = {Place(laid, 0, act).frame.type for act in laid.acts[0] if act.verb is not None}
    assert found & {"REJECT", "COERCE", "MOBILIZE", "ASSAULT", "PROTEST"} == kinds


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Norway hit back at Sweden, accusing it of theft.", ("SWE",)),
        ("Norway criticised Sweden. Oslo had accused it of theft.", ("SWE",)),
        ("Norway said it would leave Sweden.", None),
        ("The Norwegian king met the Danish queen and thanked her.", ("DNK",)),
        ("The Norwegian king came and the Danish queen thanked him.", ("NOR",)),
    ],
)
def test_a_pronoun_is_not_who_acts_on_it(text, codes) -> None:
    found = [m for mentioned in scene(text, "en", None).mentions for m in mentioned if m.kind == "pronoun"]
    assert [mention.codes for mention in found] == ([codes] if codes else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fighters of the Rapid Support Forces left Khartoum.", []),
        ("Oslo voiced support for the Rapid Support Forces.", ["voiced support"]),
    ],
)
def test_the_name_of_a_group_tells_no_act(text, words) -> None:
    laid = scene(text, "en", None)
    tokens = laid.sentences[0].tokens
    told = {" ".join(tokens[n].text for n in act.tokens) for act in laid.acts[0]}
    assert not any(word.startswith("Support") for word in told)
    assert all(any(word in one for one in told) for word in words)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Burkina Faso, Mali and Niger said they were leaving.", ("BFA", "MLI", "NER")),
        ("Mali condemned Burkina Faso and Niger. Then they left.", ("NER",)),
    ],
)
def test_they_are_those_who_act_together(text, codes) -> None:
    [found] = [m for mentioned in scene(text, "en", None).mentions for m in mentioned if m.kind == "pronoun"]
    assert found.codes == codes


def test_the_words_before_a_verb_are_of_its_clause() -> None:
    laid = scene("Greece rescued 77 migrants off Crete, while a smuggler was arrested.", "en", None)
    tokens = laid.sentences[0].tokens
    told = [[tokens[n].text for n in act.tokens] for act in laid.acts[0]]
    assert not any("migrants" in words and "arrested" in words for words in told)
    assert any("rescued" in words for words in told)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Oslo spoke at length on Sunday, calling Chad a friend.", []),
        ("Oslo spoke at length, calling on Chad to pay.", ["REQUEST"]),
        ("Oslo spoke of sanctions imposed on Chad.", ["SANCTION"]),
    ],
)
def test_what_follows_a_verb_does_not_stand_before_its_present_participle(text, kinds) -> None:
    laid = scene(text, "en", None)
    assert [Place(laid, 0, act).frame.type for act in laid.acts[0] if act.verb is not None] == kinds
