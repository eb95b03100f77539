"""``python -m ravabet``: the same program as ``ravabet``."""

from ravabet.cli import main

main(prog_name="ravabet")
