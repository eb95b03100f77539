"""Put the beginning of what ``ravabet demo`` answers into README.md, between its marks: ``make readme``."""

from __future__ import annotations

import re
from pathlib import Path

from ravabet import demo, why
from ravabet.explaining.render import render

README = Path(__file__).resolve().parent.parent / "README.md"
MARKS = re.compile(r"(<!-- sample: ravabet demo -->\n```\n).*?(```\n<!-- end of sample -->)", re.DOTALL)
ISOLATES = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
STEPS = 5


def sample() -> str:
    """The answer up to its fifth step, without the signs that isolate directions (code blocks show them)."""
    answer = render(why(*demo.question(), *demo.documents()), language="en", form="text")
    blocks = answer.translate(ISOLATES).rstrip("\n").split("\n\n")
    ends = [i for i, block in enumerate(blocks) if re.match(r"\s*\d+\. ", block)][:STEPS]
    return "\n\n".join(blocks[: ends[-1] + 1]) + "\n\n  ...\n"


def main() -> None:
    """Write the sample into the README."""
    text = README.read_text("utf-8")
    README.write_text(MARKS.sub(lambda found: found.group(1) + sample() + found.group(2), text), "utf-8")


if __name__ == "__main__":
    main()
