"""Write the tables of columns in docs/formats.md from the files that the exports are made by.

Run: python -m tools.make_format_tables
"""

from __future__ import annotations

import re
from pathlib import Path

from ravabet.export.columns import about, columns

PAGE = Path(__file__).resolve().parents[1] / "docs" / "formats.md"
PLACE = re.compile(r"<!-- columns: ([a-z-]+) -->\n.*?<!-- end of columns -->", re.DOTALL)
WORDS = {"full": "filled", "part": "where known", "near": "approximate", "empty": "**empty**"}


def table(name: str) -> str:
    """The columns of a table as Markdown; the empty ones in one line at the end."""
    lines = [about(name), "", "| column | type | | |", "| --- | --- | --- | --- |"]
    empty = []
    for column in columns(name):
        if column.filled == "empty":
            empty.append(f"`{column.name}`")
        else:
            lines.append(f"| `{column.name}` | {column.type} | {WORDS[column.filled]} | {column.note} |")
    if empty:
        lines += ["", f"Empty: {', '.join(empty)}."]
    return "\n".join(lines)


def filled(text: str) -> str:
    """The page with its tables written anew."""
    return PLACE.sub(lambda found: f"<!-- columns: {found[1]} -->\n{table(found[1])}\n<!-- end of columns -->", text)


def main() -> None:
    """Write the page."""
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
