"""What the documents promise is there: commands, links, versions; the Makefile works from a fresh clone."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

import ravabet
from ravabet.cli import main

from .source import ROOT, files

PAPERS = [path for path in files() if path.suffix == ".md" and path.parent in (ROOT, ROOT / "docs")]
TARGETS = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def make(*words, folder=ROOT):
    """What make says, as for a person: untouched by the make that may have started these tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    told = subprocess.run(["make", *words], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return told.stdout


def ids(path):
    return str(path.relative_to(ROOT))


def code_in(path):
    """The commands in a paper's blocks and spans of code."""
    text = re.sub(r"<!-- sample.*?end of sample -->", "", path.read_text("utf-8"), flags=re.DOTALL)
    blocks = re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    return [line.strip() for block in blocks for line in block.splitlines()] + spans


@pytest.mark.parametrize("path", PAPERS, ids=ids)
def test_every_make_target_named_exists(path):
    named = {found.group(1) for line in code_in(path) if (found := re.match(r"make ([a-z-]+)", line))}
    assert named <= TARGETS


@pytest.mark.parametrize("path", PAPERS, ids=ids)
def test_every_verb_named_exists(path):
    named = {found.group(1) for line in code_in(path) if (found := re.match(r"ravabet ([a-z]+)\b", line))}
    assert named <= set(main.list_commands(None))


@pytest.mark.parametrize("path", PAPERS, ids=ids)
def test_every_file_linked_or_named_exists(path):
    text = path.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if not link.startswith("http")]
    named = re.findall(r"`((?:src|tools|tests|docs)/[\w./-]+)`", text)
    assert [link for link in links if not (path.parent / link).exists()] == []
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_readme_promises_what_make_can_do():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "make demo" in readme
    assert "make test" in readme


def test_the_sample_is_an_answer():
    sample = re.search(
        r"<!-- sample: ravabet demo -->\n```\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    )
    lines = sample.group(1).splitlines()
    assert lines[0] == "Why did relations between Russia and Kyrgyzstan change?"
    assert any("confidence" in line for line in lines)


def test_one_version_everywhere():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert str(citation["version"]) == ravabet.__version__
    assert f"## [{ravabet.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_licence_is_whole_and_the_notice_names_the_treebanks():
    assert "END OF TERMS AND CONDITIONS" in (ROOT / "LICENSE").read_text("utf-8")
    notice = (ROOT / "NOTICE").read_text("utf-8")
    assert all(name in notice for name in ("CC BY-SA 4.0", "PerDT", "Seraji", "src/ravabet/repairing/data/"))


def test_the_help_names_every_target():
    told = make()
    declared = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE).group(1).split()
    assert {line.split()[1] for line in told.splitlines()} == set(declared) == TARGETS


def test_training_leaves_no_tool_out():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert [path.name for path in (ROOT / "tools").glob("train_*.py") if path.stem not in makefile] == []


@pytest.mark.parametrize("target", ["demo", "test"])
def test_a_fresh_clone_would_set_itself_up(tmp_path, target):
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    plan = make("-n", target, folder=tmp_path)
    assert plan.index("venv") < plan.index(".[dev]") < plan.index("ravabet demo" if target == "demo" else "pytest")
    assert "shared" not in plan


def test_setting_up_again_does_nothing(tmp_path):
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    ready = tmp_path / ".venv" / ".ready"
    ready.parent.mkdir()
    ready.touch()
    told = make("setup", folder=tmp_path)
    assert "venv" not in told


def test_the_check_before_landing_runs_tests_then_lint():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", str(script)], check=True)
    text = script.read_text("utf-8")
    assert text.index("make test") < text.index("make lint")
    assert Path(ROOT / ".pre-commit-config.yaml").exists()
