"""The user's own entries: added, checked, found, and taking the place of ours."""

import json
import os
import subprocess
import sys

import pytest


def ravabet(*words, own=None, text=None):
    command = [sys.executable, "-m", "ravabet", *(["--lexicon", str(own)] if own else []), *words]
    clean = {key: value for key, value in os.environ.items() if key != "RAVABET_LEXICON"}
    return subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", env=clean, check=False)


def test_an_actor_of_ones_own_takes_part(tmp_path):
    line = json.dumps({"id": "a", "text": "وزیر خارجه زرقابستان با همتای لیبیایی خود در طرابلس دیدار کرد."})
    before = json.loads(ravabet("code", "-", text=line).stdout)
    added = ravabet("lexicon", "add", "actor", "--language", "fa", "--code", "TJK", "زرقابستان", own=tmp_path)
    assert added.returncode == 0, added.stderr
    after = json.loads(ravabet("code", "-", own=tmp_path, text=line).stdout)
    assert not any("TJK" in event["actor"] for event in before["events"])
    assert [set(event["actor"]) for event in after["events"]] == [{"TJK", "LBY"}]


def test_an_act_of_ones_own_is_found_and_shown(tmp_path):
    added = ravabet("lexicon", "add", "act", "--language", "fa", "--frame", "cut-ties", "طناب دوستی", own=tmp_path)
    assert added.returncode == 0, added.stderr
    shown = ravabet("lexicon", "show", "طناب دوستی", own=tmp_path).stdout
    assert f"act\tfa\tcut-ties:طناب دوستی\t{tmp_path / 'acts.csv'}:2" in shown.splitlines()


def test_an_empty_code_takes_ours_away(tmp_path):
    (tmp_path / "actors.csv").write_text("language,code,form\nfa,,زامبیا\n", "utf-8")
    assert "\tزامبیا\t" in ravabet("lexicon", "show", "زامبیا").stdout
    assert "\tزامبیا\t" not in ravabet("lexicon", "show", "زامبیا", own=tmp_path).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "act", "--language", "fa", "--frame", "no-such-frame", "آزمون"), "no frame 'no-such-frame'"),
        (("add", "act", "--language", "fa", "--frame", "cut-ties", "... گسست"), "gap at an end"),
        (("add", "act", "--language", "fa", "--frame", "cut-ties", "پیوند فلانیدن*"), "verbs.tsv has not"),
        (("add", "actor", "--language", "fa", "--code", "QQQ", "ناکجا"), "has no name in any language"),
        (("add", "actor", "--language", "fa", "--code", "IRN", "--since", "1403", "کسی"), "written like 2024-12-27"),
    ],
)
def test_a_wrong_entry_is_refused_in_a_sentence(tmp_path, words, said):
    done = ravabet("lexicon", *words, own=tmp_path)
    assert done.returncode == 1 and said in done.stderr and not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("actors.csv", "language,code,name\nfa,IRN,x\n", "unknown columns name"),
        ("actors.csv", "language,code,form\nfa,IRN,\n", "actors.csv:2: a row needs a language and form"),
        ("acts.csv", "language,frame,words\nfa,nothing,x\n", "no frame 'nothing'"),
        ("frames.yaml", "ACCUSE: {id: x}", "a list of frames under it"),
        ("frames.yaml", "ACCUSE: [{id: x}]", "lacks its id or gloss"),
    ],
)
def test_a_broken_file_is_told(tmp_path, name, text, said):
    (tmp_path / name).write_text(text, "utf-8")
    done = ravabet("lexicon", "show", "x", own=tmp_path)
    assert done.returncode == 1 and said in done.stdout + done.stderr


def test_without_a_folder_there_is_nowhere_to_write():
    done = ravabet("lexicon", "add", "actor", "--language", "fa", "--code", "IRN", "نام")
    assert done.returncode == 1 and "--lexicon" in done.stderr
