"""Print texts with every maker of PDF files that is here, read them back with every reader, and write the table.

    make bench-text
    python -m tools.bench_text [--texts FOLDER]... [--keep FOLDER] [--to FILE]

Figures are character error rates in per cent, against the text that was printed: after NFKC and without half-spaces,
and, for Ravabet, with half-spaces counted too. A maker or reader that is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from tools.bench.producers import PRODUCERS, MissingError, Text, slug, texts
from tools.bench.readers import Reader, available
from tools.bench.scoring import error_rate, plain, whole

from ravabet.reading.pdf import read_pdf

OWN = Path(__file__).parent / "bench" / "texts"
HOLDS_HALF_SPACES = "half-spaces counted"
Printed = dict[tuple[str, str], Path]
Rates = dict[tuple[str, str, str], list[float]]

HEAD = """# Text read from PDF files

`make bench-text` makes this table. {texts} texts of our own ({languages}: news, lists, interviews, figures; in
`tools/bench/texts`) are printed by {makers} makers of PDF files and read back. Character error rates in per cent, after
NFKC and without half-spaces; the last row counts half-spaces too. Each cell: mean over {cells}.
{missing}
"""
SPEED = "\nRavabet read {pages} pages of {letters} characters on average, {rate:.0f} a second of processor time.\n"


def main() -> int:
    """Runs the comparison."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--texts", type=Path, action="append", help="a folder of texts (default: our own)")
    asked.add_argument("--keep", type=Path, help="a folder for the PDF files, used again if they are there")
    asked.add_argument("--to", type=Path, help="the file for the table (default: standard output)")
    given = asked.parse_args()
    printed_texts = texts(given.texts or [OWN])
    with tempfile.TemporaryDirectory() as folder:
        kept = given.keep or Path(folder)
        kept.mkdir(parents=True, exist_ok=True)
        files, missing = print_all(printed_texts, kept)
        readers, absent = available()
        for name in absent:
            print(f"skipped: {name} is not installed", file=sys.stderr)
        rates = read_all(printed_texts, files, readers)
        page = table(printed_texts, rates, list(readers), [*missing, *absent]) + speed(files)
    if given.to:
        given.to.write_text(page, encoding="utf-8")
    else:
        print(page)
    return 0


def print_all(printed: list[Text], folder: Path) -> tuple[Printed, list[str]]:
    """Every text printed by every maker, and what is missing."""
    files: Printed = {}
    missing = []
    for producer, make in PRODUCERS.items():
        for text in printed:
            out = folder / f"{text.name}.{slug(producer)}.pdf"
            try:
                if not out.exists():
                    make(text, out)
            except MissingError as lack:
                print(f"skipped: {producer}, for want of {lack}", file=sys.stderr)
                missing.append(producer)
                break
            files[text.name, producer] = out
    return files, missing


def read_all(printed: list[Text], files: Printed, readers: dict[str, Reader]) -> Rates:
    """Error rates by reader, maker and language; a reader that fails has read nothing."""
    rates: Rates = defaultdict(list)
    by_name = {text.name: text for text in printed}
    for (name, producer), path in files.items():
        text = by_name[name]
        true = "\n".join(text.paragraphs)
        for reader, read in readers.items():
            try:
                found = read(path)
            except Exception as fault:
                print(f"{reader} failed on {path.name}: {type(fault).__name__}", file=sys.stderr)
                found = ""
            rates[reader, producer, text.language].append(100 * error_rate(plain(true), plain(found)))
            if reader == "Ravabet":
                rates[HOLDS_HALF_SPACES, producer, text.language].append(100 * error_rate(whole(true), whole(found)))
    return rates


def table(printed: list[Text], rates: Rates, readers: list[str], missing: list[str]) -> str:
    """The page with the table."""
    languages = sorted({text.language for text in printed}, key=["fa", "ar", "ru", "en"].index)
    makers = [p for p in PRODUCERS if any(key[1] == p for key in rates)]
    head = HEAD.format(
        texts=len(printed),
        languages=", ".join(f"{sum(t.language == c for t in printed)} {c}" for c in languages),
        makers=len(makers),
        cells=" / ".join(languages),
        missing=f"\nNot installed, so left out: {', '.join(missing)}.\n" if missing else "",
    )
    rows = [["reader", *makers], ["---"] * (len(makers) + 1)]
    rows += [
        [reader, *(_cell(rates, reader, maker, languages) for maker in makers)]
        for reader in [*readers, HOLDS_HALF_SPACES]
    ]
    rows[-1][0] = f"Ravabet, {HOLDS_HALF_SPACES}"
    return head + "\n".join("| " + " | ".join(row) + " |" for row in rows) + "\n"


def _cell(rates: Rates, reader: str, maker: str, languages: list[str]) -> str:
    means = [rates.get((reader, maker, language)) for language in languages]
    return " / ".join("-" if mean is None else f"{statistics.mean(mean):.1f}" for mean in means)


def speed(files: Printed) -> str:
    """How fast Ravabet reads the same files, in processor time, in one sentence."""
    loaded = [path.read_bytes() for path in files.values()]
    start = time.process_time()
    read = [read_pdf(data) for data in loaded]
    seconds = time.process_time() - start
    pages = sum(len(found.layout.sizes) for found in read)
    letters = sum(len(found.text) for found in read) // max(1, pages)
    return SPEED.format(pages=pages, letters=letters, rate=pages / seconds)


if __name__ == "__main__":
    sys.exit(main())
