"""What is made of the lexicon is kept on the machine: as if made anew, and so made when what it is made of changed."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from ravabet.coding.mentions.words import words
from ravabet.lexicon import actors
from ravabet.lexicon.kept import VERSIONS, folder, kept, stamp

ASKED = "from ravabet.lexicon import actors; print(*(e.code for e in actors('tr') if e.form == 'Ruritanya'))"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path


def made_of(counted):
    """A kept function of its own that counts how often it is made."""

    def letters(word):
        counted.append(word)
        return tuple(word)

    return kept(letters)


def asked(home, **environment):
    """What a process of its own answers."""
    known = {**os.environ, "XDG_CACHE_HOME": str(home / "caches"), **environment}
    told = subprocess.run([sys.executable, "-c", ASKED], env=known, capture_output=True, text=True, check=True)
    return told.stdout.strip()


@pytest.mark.usefixtures("home")
def test_made_once_and_read_after_that():
    counted = []
    assert made_of(counted)("اب") == made_of(counted)("اب") == ("ا", "ب")
    assert counted == ["اب"]
    assert [path.name for path in folder().iterdir()] == [f"{__name__}-letters-اب-{stamp()}.pickle"]


def test_what_is_read_is_what_was_made():
    assert pickle.loads(pickle.dumps(words("tr"))) == words("tr")
    assert actors("fa") == actors.__wrapped__("fa")


@pytest.mark.usefixtures("home")
def test_a_spoilt_file_is_made_again():
    counted = []
    made_of(counted)("ab")
    (path,) = folder().iterdir()
    for spoilt in (b"", path.read_bytes()[:-3], b"no pickle"):
        path.write_bytes(spoilt)
        assert made_of(counted)("ab") == ("a", "b")
    assert len(counted) == 4


def test_nothing_can_be_kept_where_no_folder_can_be_made(home):
    (home / "caches").write_text("a file where the folder would be", encoding="utf-8")
    counted = []
    assert made_of(counted)("ab") == made_of(counted)("ab")
    assert len(counted) == 2


@pytest.mark.usefixtures("home")
def test_only_the_newest_makings_stay():
    made_of([])("ab")
    place = folder()
    for number in range(VERSIONS + 2):
        old = place / f"{__name__}-letters-ab-{number:016}.pickle"
        old.write_bytes(b"")
        os.utime(old, (number, number))
    next(place.glob(f"*{stamp()}*")).unlink()
    made_of([])("ab")
    assert len(list(place.iterdir())) == VERSIONS
    assert next(place.glob(f"*{stamp()}*"))


def test_a_new_entry_of_the_users_own_is_known_at_once(home):
    own = home / "own"
    own.mkdir()
    table: Path = own / "actors.csv"
    table.write_text("language,code,form\ntr,RUR,Ruritanya\n", encoding="utf-8")
    assert asked(home, RAVABET_LEXICON=str(own)) == "RUR"
    assert asked(home, RAVABET_LEXICON=str(own)) == "RUR"
    table.write_text("language,code,form\ntr,RU2,Ruritanya\n", encoding="utf-8")
    os.utime(table, (1, 1))
    assert asked(home, RAVABET_LEXICON=str(own)) == "RU2"
    assert asked(home) == ""
