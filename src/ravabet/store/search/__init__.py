"""Search over documents and quotes: folded and stemmed alike for all languages."""

from ravabet.store.search.finding import Hit, Results, search
from ravabet.store.search.indexing import index, postings
from ravabet.store.search.query import Query, parse

__all__ = ["Hit", "Query", "Results", "index", "parse", "postings", "search"]
