"""A sentence as reasons see it: its clauses, its dependencies, and what holds a text of a language together."""
