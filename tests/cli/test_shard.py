"""``code --shard I/N``: the parts together are the whole."""

import json

import pytest
from click.testing import CliRunner

from ravabet.cli.code import command


def coded(path, *options):
    """The lines that coding gives."""
    done = CliRunner().invoke(command, [str(path), *options])
    assert done.exit_code == 0, done.output
    return [line for line in done.stdout.splitlines() if line.startswith("{")]


def test_parts_together_are_the_whole(tmp_path):
    path = tmp_path / "news.jsonl"
    rows = ({"id": f"n{n}", "text": f"Kenya thanked Uganda for {n} cows.", "language": "en"} for n in range(5))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    whole, parts = coded(path), [coded(path, "--shard", f"{n}/2") for n in (1, 2)]
    assert [len(part) for part in parts] == [3, 2]
    assert sorted(parts[0] + parts[1]) == sorted(whole)
    assert parts[0] == whole[::2]


@pytest.mark.parametrize("share", ["0/2", "3/2", "two", "1/0"])
def test_what_is_no_part_is_told(tmp_path, share):
    (tmp_path / "a.txt").write_text("Text.")
    done = CliRunner().invoke(command, [str(tmp_path / "a.txt"), "--shard", share])
    assert done.exit_code == 2
    assert "is no part" in done.output


def test_fast_is_as_full_where_nothing_needs_to_be_parsed(tmp_path):
    path = tmp_path / "news.jsonl"
    rows = ({"id": f"n{n}", "text": f"ایران {n} دیپلمات فرانسه را اخراج کرد.", "language": "fa"} for n in range(2, 4))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert coded(path, "--fast") == coded(path)


@pytest.mark.parametrize("options", [[], ["--explain"]])
def test_any_number_of_workers_gives_the_same_lines_in_the_same_order(tmp_path, options):
    path = tmp_path / "news.jsonl"
    rows = [{"id": f"n{n}", "text": f"Kenya thanked Uganda for {n} cows.", "language": "en"} for n in range(5)]
    rows[2]["language"] = "xx"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "not a record\n", encoding="utf-8")
    one, two = (CliRunner().invoke(command, [str(path), "--workers", n, *options]) for n in "12")
    assert one.exit_code == two.exit_code == 3
    assert one.stdout == two.stdout
    assert one.stdout.count("\n") >= 6
    assert sorted(one.stderr.splitlines()) == sorted(two.stderr.splitlines())


def test_a_document_that_no_process_survives_is_told_in_its_place(tmp_path, monkeypatch):
    monkeypatch.setattr("ravabet.scale.coding.PATIENCE", 0.0)
    monkeypatch.setattr("ravabet.scale.coding.PER_CHARACTER", 0.0)
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"id": "n1", "text": "Kenya thanked Uganda.", "language": "en"}), encoding="utf-8")
    done = CliRunner().invoke(command, [str(path), "--workers", "2"])
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert told["id"] == "n1"
    assert "seconds" in told["error"]["what"]
