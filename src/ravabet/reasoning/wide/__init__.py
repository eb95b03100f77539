"""The wide profile: reasons in the sense of the Causal News Corpus, told by the whole sentence and by its parse.

There every second sentence gives a reason, a third of them without a word that says so, and words such as "to", "in"
and "with" mean one or not. Therefore the stretches that may be a cause or an effect are told by their edges
(``edges``), beside those round a cue; every pair of them is described (``pairs``) and weighed among its rivals
(``numbers``, ``rank``), and the sentence says how likely it gives a reason at all (``whole``).
"""
