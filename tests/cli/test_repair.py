"""``ravabet repair`` as somebody uses it who only wants their text back."""

import json

import pytest
from click.testing import CliRunner

from ravabet.cli import main
from ravabet.cli.repair import DAMAGED

SOUND = (
    "وزیر خارجه تونس دوشنبه در طرابلس با همتای لیبیایی خود دیدار کرد.\nدو طرف درباره بازگشایی گذرگاه گفت‌وگو کردند.\n"
)
TURNED = "\n".join(line[::-1] for line in SOUND.split("\n"))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "sound.txt").write_text(SOUND, "utf-8")
    (tmp_path / "in" / "turned.txt").write_text(TURNED, "utf-8")
    return tmp_path


def run(*words):
    return CliRunner().invoke(main, ["repair", *map(str, words)])


def test_a_folder_is_checked(folder):
    done = run("--check", folder / "in")
    assert done.exit_code == DAMAGED
    assert "turned.txt: " in done.stdout and "sound.txt" not in done.stdout
    assert run("--check", folder / "in" / "sound.txt").exit_code == 0


def test_a_folder_is_repaired_into_another_and_nothing_overwritten(folder):
    assert run("--into", folder / "out", folder / "in").exit_code == 0
    texts = sorted(path.read_text("utf-8") for path in (folder / "out").iterdir())
    assert len(texts) == 2 and all(text.startswith("وزیر خارجه تونس دوشنبه") for text in texts)
    assert (folder / "in" / "turned.txt").read_text("utf-8") == TURNED
    again = run("--into", folder / "out", folder / "in")
    assert again.exit_code == 1 and "is there already" in again.stderr


def test_the_plan_is_given_as_json(folder):
    record = json.loads(run("--format", "json", folder / "in" / "turned.txt").stdout)
    assert record["original"] == TURNED and record["damages"] and record["steps"]
    assert len(record["offsets"]) == len(record["text"])


def test_half_spaces_are_put_into_sound_text_only_when_asked(folder):
    place = folder / "old.txt"
    place.write_text("دولت میخواهد راه را باز کند و همه راضی هستند.\n", "utf-8")
    assert run(place).stdout == place.read_text("utf-8")
    assert "می\u200cخواهد" in run("--half-spaces", place).stdout
