"""English words, verb groups and clauses."""

import pytest

from ravabet.language import analyse, keys, words
from ravabet.language.parsing import DATELINE
from ravabet.lexicon import fold


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("countries", {"country"}),
        ("sanctions", {"sanction"}),
        ("crashes", {"crash"}),
        ("denied", {"deny"}),
        ("banned", {"ban"}),
        ("imposing", {"impose"}),
        ("withdrew", {"withdraw"}),
        ("struck", {"strike"}),
        ("men", {"man"}),
        ("recognized", {"recognise"}),
        ("defense", {"defence"}),
        ("Britain's", {"britain"}),
        ("co-operate", {"cooperate"}),
        ("barring", {"bar"}),
        ("vetoed", {"veto"}),
        ("fixed", {"fix"}),
        ("banned", {"ban"}),
        ("aired", {"air"}),
    ],
)
def test_a_word_is_known_by_its_dictionary_forms(word, forms) -> None:
    assert forms <= keys(fold(word), "en")


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("press", "pres"),
        ("red", "r"),
        ("king", "k"),
        ("speed", "spe"),
        ("used", "us"),
        ("baring", "bar"),
        ("filed", "fil"),
    ],
)
def test_an_ending_is_not_taken_from_what_has_none(word, other) -> None:
    assert word in keys(word, "en")
    assert other not in keys(word, "en")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Peru's army didn't leave.", ["Peru", "'s", "army", "did", "n't", "leave", "."]),
        ("a US-brokered truce", ["a", "US", "-", "brokered", "truce"]),
        ("the Iran-Iraq border", ["the", "Iran", "-", "Iraq", "border"]),
        ("anti-American rallies", ["anti-American", "rallies"]),
        ("a long-awaited visit", ["a", "long-awaited", "visit"]),
        ("They cannot stay.", ["They", "can", "not", "stay", "."]),
    ],
)
def test_clitics_and_states_stand_apart(text, parts) -> None:
    assert [token.text for token in words(text, "en")] == parts


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "negative", "passive"),
    [
        ("Norway closed the bridge.", "closed", "past", False, False),
        ("The bridge was closed by Norway.", "closed", "past", False, True),
        ("Norway has closed the bridge.", "closed", "perfect", False, False),
        ("Norway had closed the bridge.", "closed", "pluperfect", False, False),
        ("Norway will close the bridge.", "close", "future", False, False),
        ("Norway did not close the bridge.", "close", "past", True, False),
        ("Norway could close the bridge.", "close", "subjunctive", False, False),
        ("The bridge will be closed.", "closed", "future", False, True),
        ("Norway is closing the bridge.", "closing", "present", False, False),
    ],
)
def test_a_verb_group_has_its_tense_and_voice(text, lemma, tense, negative, passive) -> None:
    verb = analyse(text, "en")[0].verbs[0]
    assert (verb.lemma, verb.tense, verb.negative, verb.passive) == (lemma, tense, negative, passive)


@pytest.mark.parametrize(
    "text",
    ["Kenya expelled hundreds of traders.", "Israeli artillery shelled a village.", "Ghana confiscated Spanish goods."],
)
def test_a_past_with_a_subject_that_acts_is_no_passive(text) -> None:
    verb = analyse(text, "en")[0].verbs[0]
    assert (verb.tense, verb.passive, verb.finite) == ("past", False, True)


@pytest.mark.parametrize(
    ("text", "lemma", "start"),
    [
        ("Oslo is to open its northern port in May.", "open", 1),
        ("Three camps are to be handed over by Chad.", "handed", 2),
        ("The two kings were to sign a treaty.", "sign", 3),
    ],
)
def test_what_is_to_be_done_is_the_verb_and_lies_ahead(text, lemma, start) -> None:
    [sentence] = analyse(text, "en")
    assert [(verb.lemma, verb.tense, verb.start) for verb in sentence.verbs] == [(lemma, "future", start)]
    assert [clause.verb for clause in sentence.clauses] == [sentence.verbs[0]]


@pytest.mark.parametrize("text", ["Oslo is open to visitors.", "The way is long to the open port.", "He is new to it."])
def test_what_is_somehow_is_not_to_be_done(text) -> None:
    assert [verb.tense for sentence in analyse(text, "en") for verb in sentence.verbs] == ["present"]


@pytest.mark.parametrize(
    "text", ["Ten killed in attack on hotel", "Two sailors released by Peru came home.", "Ships seized by Chile left."]
)
def test_who_suffers_an_act_does_not_do_it(text) -> None:
    assert analyse(text, "en")[0].verbs[0].passive


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hungary blocks aid package for Peru", "blocks"),
        ("Germany expels military attache", "expels"),
        ("Venezuelan government condemns tanker capture", "condemns"),
        ("Chile denies attempting to influence the vote.", "denies"),
        ("Egypt opposed Ghana's plan to fill the lake.", "opposed"),
        ("Thousands rally in Lima against pension reform", "rally"),
        ("Rebel court jails two miners", "jails"),
        ("The court blocks the law.", "blocks"),
        ("Nordic envoy inspects camp, hails guards", "hails"),
        ("Chad meets rebels, denounces the pact", "denounces"),
        ("Angolan police visit harbour, free sailors", "visit"),
        ("The army has agreed to free 40 miners held in the north.", "free"),
        ("Under the deal, Angola will free 16 Kenyan prisoners.", "free"),
        ("Anna Berg, on a visit to Lima, voiced support for Chad after Peru's threats.", "voiced"),
        ("Brazil's Lula hit back, saying his country would respond.", "hit"),
        ("The Danish Treasury imposed sanctions on Malta because, it said, the isle had helped Chad.", "imposed"),
    ],
)
def test_the_verb_of_a_headline_is_found(text, word) -> None:
    sentence = analyse(text, "en")[0]
    assert word in [verb.lemma for verb in sentence.verbs if verb.finite]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The attacks on the villages of Mali were condemned.", "attacks"),
        ("Peace talks opened in Oslo.", "talks"),
        ("Police closed six Serb-run post offices.", "run"),
        ("The will of the free people counts.", "free"),
        ("The minister of state spoke.", "state"),
        ("The ministry sells guns, mines and drones to Kenya.", "mines"),
        ("The report lists arrests, killings, raids and fines.", "raids"),
        ("They fear a return to force and live far from access to power.", "force"),
    ],
)
def test_a_noun_that_is_spelt_like_a_verb_is_none(text, word) -> None:
    assert word not in [verb.lemma for verb in analyse(text, "en")[0].verbs]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ministry's recently painted buses, it said, were sold to Mali.", "painted"),
        ("Because the newly appointed envoy had left, it said, talks stopped.", "appointed"),
    ],
)
def test_a_participle_before_its_noun_is_no_verb_of_a_clause(text, word) -> None:
    assert word not in [verb.lemma for verb in analyse(text, "en")[0].verbs if verb.finite]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The state that closed the bridge opened a port.", ["opened", "closed"]),
        ("The king said that the army left.", ["said", "left"]),
        ("The king came and opened the bridge.", ["came", "opened"]),
        ("When the army left, the king spoke.", ["left", "spoke"]),
    ],
)
def test_each_finite_verb_has_its_clause(text, verbs) -> None:
    clauses = analyse(text, "en")[0].clauses
    assert [clause.verb.lemma for clause in clauses if clause.verb] == verbs


def test_what_is_said_hangs_on_the_saying_that_follows_it() -> None:
    sentence = analyse("The army left the island, said the minister.", "en")[0]
    said = next(n for n, clause in enumerate(sentence.clauses) if clause.verb and clause.verb.lemma == "said")
    left = next(clause for clause in sentence.clauses if clause.verb and clause.verb.lemma == "left")
    assert (left.parent, left.link) == (said, "complement")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("OSLO (Reuters) - Chad closed its port.", 5),
        ("OSLO/TUNIS (Reuters) - Chad closed its port.", 7),
        ("Oslo, Norway (AP) — Chad closed its port.", 7),
        ("OSLO, March 3 (AFP) – Chad closed its port.", 8),
        ("OSLO — Chad closed its port.", 2),
        # a name between dashes, and one of a pair
        ("Oslo - the capital - closed its port.", 0),
        ("US - Chad talks opened.", 0),
        ("Oslo (population 700,000) - a port - is calm.", 0),
    ],
)
def test_the_place_of_a_report_is_no_part_of_its_sentence(text, words) -> None:
    [sentence] = analyse(text, "en")
    assert sentence.parse is not None
    assert [relation == DATELINE for relation in sentence.parse.relations] == [
        at < words for at in range(len(sentence.tokens))
    ]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The Kremlin on Thursday hit back at Oslo.", "past"),
        ("Chad cut ties with Oslo.", "past"),
        ("Chad cuts ties with Oslo.", "present"),
        ("Chad will cut ties with Oslo.", "future"),
    ],
)
def test_a_past_that_is_spelt_as_a_present_is_told_from_it(text, tense) -> None:
    assert analyse(text, "en")[0].verbs[0].tense == tense


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Two Nordic bombers conducted drills over Chad.", False),
        ("Chad opened the port and halted the entry of trucks.", False),
        ("Two men jailed for spying in Chad.", True),
        ("The port was opened and shut by Chad.", True),
    ],
)
def test_an_object_shows_who_acts(text, passive) -> None:
    assert analyse(text, "en")[0].verbs[-1].passive == passive


def test_a_strong_past_is_a_verb() -> None:
    assert "shook" in [verb.lemma for verb in analyse("The envoy shook hands with the rebels.", "en")[0].verbs]
    assert "shot" not in [verb.lemma for verb in analyse("The last shot of the film was long.", "en")[0].verbs]


def test_what_is_to_blame_will_not_blame() -> None:
    [verb] = analyse("Oslo was to blame for the delay.", "en")[0].verbs
    assert verb.lemma == "was"


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Somali police, who had been trained by Turkey, arrested two sailors.", "police", "arrested"),
        ("Kenya's navy, backed by Ethiopian aircraft, shelled positions of the rebels.", "navy", "shelled"),
        ("The trader, a friend of the king, opened a bank.", "trader", "opened"),
    ],
)
def test_what_is_inserted_does_not_part_a_subject_from_its_verb(text, subject, verb) -> None:
    sentence = analyse(text, "en")[0]
    words = [token.text for token in sentence.tokens]
    assert sentence.parse is not None
    assert sentence.parse.heads[words.index(subject)] == words.index(verb)
    assert sentence.parse.relations[words.index(subject)] == "nsubj"
    assert len(sentence.parse) == len(words)


@pytest.mark.parametrize(
    "text",
    ["On Monday, police, firemen and guards arrested two sailors.", "Peru, Chile and Oslo, arrested by none, signed."],
)
def test_what_is_no_insert_is_left_alone(text) -> None:
    sentence = analyse(text, "en")[0]
    assert sentence.parse is not None
    assert len(sentence.parse) == len(sentence.tokens)
    assert sum(head < 0 for head in sentence.parse.heads) == 1
