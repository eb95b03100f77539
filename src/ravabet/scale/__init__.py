"""Shards: one manifest of documents coded by many processes, on one machine or on many, with the same output."""
