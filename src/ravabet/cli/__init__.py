"""The command line: thin commands, one a verb."""

from ravabet.cli.main import main

__all__ = ["main"]
