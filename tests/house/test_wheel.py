"""The wheel holds the code, the knowledge and the licence, and works away from the repository."""

import os
import subprocess
import sys
import zipfile

import pytest

from .source import PACKAGE, ROOT, files


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed: make setup")
    place = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(place)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = place.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "site")
    return place / "site"


def test_it_holds_every_file_of_the_package(unpacked):
    wanted = {path.relative_to(ROOT / "src") for path in files() if path.is_relative_to(PACKAGE)}
    assert [str(path) for path in sorted(wanted) if not (unpacked / path).exists()] == []


def test_it_carries_licence_and_notice(unpacked):
    assert {path.name for path in unpacked.rglob("*") if path.parent.name == "licenses"} == {"LICENSE", "NOTICE"}


def test_it_reads_its_own_articles_away_from_the_repository(unpacked, tmp_path):
    asked = (
        "import ravabet.demo as d, ravabet.lexicon as l\n"
        "print(d.__file__, len(d.documents()), len(l.actors('fa')) > 0, d.question())"
    )
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    told = subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout.startswith(str(unpacked))
    assert "11 True ('RUS', 'KGZ')" in told.stdout
