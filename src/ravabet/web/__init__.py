"""The local site: the answer, its sources and the lexicon as pages that work without a script and without a network."""
