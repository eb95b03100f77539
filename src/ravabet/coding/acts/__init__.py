"""Which words of a sentence name what somebody does."""
