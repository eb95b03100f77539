from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.explaining.rivers import TEXT

from ravabet import __version__
from ravabet.cli.main import VERBS, main
from ravabet.model import Coding, Document

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


def test_why_prints_the_answer_and_nothing_else(rivers: Path) -> None:
    done = run("why", "TKM", "UZB", rivers)
    assert done.exit_code == 0
    assert done.stdout.startswith("Why did relations between Turkmenistan and Uzbekistan change?\n")
    assert "[rivers.txt, line 6;" in done.stdout
    assert done.stderr == ""


def test_why_takes_names_of_any_language(rivers: Path) -> None:
    assert run("why", "ترکمنستان", "Uzbekistan", rivers).stdout == run("why", "TKM", "uzb", rivers).stdout


@pytest.mark.parametrize(("lang", "word"), [("fa", "چرا روابط"), ("ar", "لماذا"), ("ru", "почему")])
def test_why_answers_in_the_readers_language(rivers: Path, lang: str, word: str) -> None:
    assert word in run("why", "TKM", "UZB", rivers, "--lang", lang).stdout


def test_why_formats(rivers: Path) -> None:
    assert json.loads(run("why", "TKM", "UZB", rivers, "--format", "json").stdout)["a"] == "TKM"
    assert run("why", "TKM", "UZB", rivers, "--format", "md").stdout.startswith("# Why")
    assert run("why", "TKM", "UZB", rivers, "--format", "html").stdout.startswith("<!DOCTYPE html>")


def test_why_bounds(rivers: Path) -> None:
    def steps(*options: str) -> int:
        return len(json.loads(run("why", "TKM", "UZB", rivers, "--format", "json", *options).stdout)["steps"])

    assert steps() == 7
    assert steps("--depth", "1") == 3
    assert steps("--until", "2024-04-30", "--published", "2024-06-01") == 6
    assert steps("--since", "2024-05-15", "--published", "2024-06-01") == 1


def test_why_writes_to_a_file(rivers: Path, tmp_path: Path) -> None:
    place = tmp_path / "answer.txt"
    done = run("why", "TKM", "UZB", rivers, "-o", place)
    assert done.stdout == ""
    assert place.read_text(encoding="utf-8").startswith("Why did")


def test_code_writes_a_line_a_document_in_order(rivers: Path, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    rows = [
        {"id": "one", "text": TEXT, "language": "fa"},
        {"id": "two"},
        {"id": "three", "text": TEXT, "language": "fa"},
    ]
    news.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = run("code", news, rivers, "--published", "2024-05-01")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in records][::2] == ["one", "three"]
    assert [bool(record["error"]) for record in records] == [False, True, False, False]
    assert {record["published"] for record in records if not record["error"]} == {"2024-05-01"}
    assert len(records[0]["events"]) == 4
    assert done.exit_code == 3
    assert "news.jsonl:2" in done.stderr


def test_code_reads_standard_input(rivers: Path) -> None:
    done = run("code", "-", stdin=rivers.read_bytes())
    assert done.exit_code == 0
    assert json.loads(done.stdout)["text"] == TEXT


def test_language_without_coding_is_said(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    place.write_text(json.dumps({"id": "x", "text": "Das ist ein Satz.", "language": "de"}), encoding="utf-8")
    done = run("code", place)
    assert "is in a language (de) that is read but not yet coded" in json.loads(done.stdout)["error"]["what"]
    assert done.exit_code == 1


@pytest.mark.usefixtures("rivers")
def test_fault_in_one_document_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from ravabet import pipeline

    sound = pipeline._coding

    def faulty(document: Document, *, fast: bool, wide: bool) -> Coding:
        if document.title == "bad":
            raise ZeroDivisionError
        return sound(document, fast=fast, wide=wide)

    monkeypatch.setattr(pipeline, "_coding", faulty)
    rows = [{"id": "1", "text": TEXT, "title": "bad"}, {"id": "2", "text": TEXT}]
    done = run("code", "-", stdin="\n".join(json.dumps(row) for row in rows).encode())
    first, second = map(json.loads, done.stdout.splitlines())
    assert "ZeroDivisionError" in first["error"]["what"]
    assert second["error"] is None
    assert done.exit_code == 3


BAD = {
    "missing file": (None, "there is no such file"),
    "empty file": (b"", "is empty"),
    "only blanks": (b" \n\n", "is empty"),
    "picture called .txt": (PNG, "picture"),
    "bytes that are no text": (bytes(range(128, 256)) * 40, ""),
}


@pytest.mark.parametrize("verb", [["why", "RUS", "KGZ"], ["code"], ["read"], ["repair"]], ids=lambda verb: verb[0])
@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD)
def test_bad_input_is_told_in_one_sentence(tmp_path: Path, verb: list[str], content: bytes | None, said: str) -> None:
    place = tmp_path / "bad.txt"
    if content is not None:
        place.write_bytes(content)
    done = run(*verb, place)
    assert done.exit_code == 1
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(str(place))
    assert isinstance(done.exception, SystemExit)


def test_some_bad_input_ends_with_3(rivers: Path, tmp_path: Path) -> None:
    done = run("why", "TKM", "UZB", rivers, tmp_path / "missing.txt")
    assert done.exit_code == 3
    assert "not coded: 1" in done.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ["why", "Kirgyzstan", "RUS", "x.txt"],
            "no country or body is called 'Kirgyzstan': did you mean Kyrgyzstan (KGZ)",
        ),
        (["why", "Briten", "RUS", "x.txt"], "did you mean United Kingdom (GBR)"),
        (["why", "RUS", "RUS", "{rivers}"], "both sides are RUS"),
        (["code"], "Missing argument 'INPUT...'"),
        (
            ["why", "RUS", "KGZ", "x.txt", "--since", "yesterday"],
            "'yesterday' is not a day; write it as in 2025-05-14, 2025-05 or 2025",
        ),
        (["why", "RUS", "KGZ", "x.txt", "--lang", "de"], "'de' is not one of"),
        (["why", "RUS", "KGZ", "x.txt", "--depth", "0"], "0 is not in the range"),
        (["fly"], "No such command 'fly'"),
    ],
)
def test_wrong_use_ends_with_2(rivers: Path, args: list[str], said: str) -> None:
    done = run(*(arg.format(rivers=rivers) for arg in args))
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_version() -> None:
    assert run("--version").stdout == f"ravabet, version {__version__}\n"


@pytest.mark.parametrize("verb", [[verb] for verb in VERBS if verb != "lexicon"] + [["lexicon", "check"]], ids=" ".join)
def test_help_shows_an_example_that_names_the_verb(verb: list[str]) -> None:
    assert re.search(rf"^ +ravabet {' '.join(verb)}\b", run(*verb, "--help").stdout, flags=re.MULTILINE)


def test_lexicon_check_tells_each_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ravabet.cli.lexicon.lint", lambda match: [f"a.yaml: {match.__name__}", "b.yaml: other"])
    done = run("lexicon", "check")
    assert done.stdout.splitlines() == ["a.yaml: _named", "b.yaml: other"]
    assert done.exit_code == 1
    monkeypatch.setattr("ravabet.cli.lexicon.lint", lambda _: [])
    assert run("lexicon", "check").exit_code == 0


def test_read_and_repair_leave_a_sound_text_alone(rivers: Path) -> None:
    assert run("read", rivers).stdout == TEXT
    assert run("repair", rivers).stdout == TEXT
    assert run("repair", "--explain", rivers).stdout == "Nothing to repair: the text reads as it should.\n"
    assert run("repair", "--diff", rivers).stdout == ""


def test_read_json_gives_the_document(rivers: Path) -> None:
    record = json.loads(run("read", rivers, "--format", "json", "--published", "2024-05-01").stdout)
    assert (record["language"], record["published"], record["text"]) == ("fa", "2024-05-01", TEXT)


def test_demo_asks_its_question() -> None:
    done = run("demo", "--format", "json")
    assert done.exit_code == 0
    record = json.loads(done.stdout)
    assert {record["a"], record["b"]} == {"RUS", "KGZ"}
    assert len(record["documents"]) >= 10


def test_broken_pipe_is_quiet(tmp_path: Path) -> None:
    place = tmp_path / "long.txt"
    place.write_text("متن بلند\n" * 100_000, encoding="utf-8")
    program = f"import sys; from ravabet.cli import main; main(['read', {str(place)!r}])"
    command = f'{sys.executable} -c "{program}" | head -1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env={**os.environ}, check=False)
    assert done.stdout == "متن بلند\n"
    assert done.stderr == ""


def test_every_verb_and_option_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    for verb in VERBS:
        command = main.get_command(None, verb)  # type: ignore[arg-type]
        part = re.split(r"^## ", page.split(f"## ravabet {verb}\n")[1], flags=re.MULTILINE)[0]
        for below in getattr(command, "commands", ()):
            assert re.search(rf"ravabet (--lexicon \S+ )?{verb} {below}\b", part)
        for param in command.params if command else ():
            for name in param.opts:
                assert f"`{name}`" in part or name.isidentifier(), f"{verb}: {name} is not in docs/cli.md"


@pytest.mark.parametrize("words", [(), ("lexicon",), ("judgements",)])
def test_no_summary_of_a_verb_is_cut(words: tuple[str, ...]) -> None:
    listed = run(*words, "--help").stdout.partition("Commands:")[2].partition("\n\n")[0]
    assert len(listed.splitlines()) > 2
    assert "..." not in listed
