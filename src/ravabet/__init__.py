"""Ravabet: why did relations between two countries change?"""

__version__ = "0.1.0"
