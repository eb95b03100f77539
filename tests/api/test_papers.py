"""What the documentation shows is run: the tutorial, and every block of Python in docs/python.md."""

import os
import re
import sys
from pathlib import Path

import pytest

import ravabet

DOCS = Path(__file__).parents[2] / "docs"
NEWS = "Kenya accused Uganda of smuggling on 3 May 2024. In response, Uganda recalled its ambassador."


@pytest.fixture(scope="module", autouse=True)
def example():
    """The example made once, so that nobody waits for it inside a kernel."""
    with ravabet.example() as project:
        yield project


def test_the_blocks_on_python_run(tmp_path, monkeypatch, capsys):
    for package in ("pandas", "polars", "pyarrow"):
        pytest.importorskip(package)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(NEWS, encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", (DOCS / "python.md").read_text("utf-8"), re.DOTALL)
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/python.md", "exec"), names)
    told = capsys.readouterr().out
    assert "ACCUSE ('KEN',) ('UGA',)" in told
    assert "Why did relations between Russia and Kyrgyzstan change?" in told
    assert {"events.parquet", "events.tsv", "relations.duckdb"} <= {path.name for path in tmp_path.iterdir()}
    for name in ("project", "graph", "frame"):
        assert name in names


def test_the_tutorial_runs(tmp_path):
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    pytest.importorskip("pandas")
    book = nbformat.read(DOCS / "tutorial.ipynb", as_version=4)
    assert not any(cell.get("outputs") for cell in book.cells), "outputs are made where it is run"
    kernels = tmp_path / "kernels" / "python3"
    kernels.mkdir(parents=True)
    (kernels / "kernel.json").write_text(
        f'{{"argv": ["{sys.executable}", "-m", "ipykernel_launcher", "-f", "{{connection_file}}"], '
        '"display_name": "Python 3", "language": "python"}',
        encoding="utf-8",
    )
    searched = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("JUPYTER_PATH")]))
    beside = os.pathsep.join(path for path in sys.path if path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", searched)
        patch.setenv("PYTHONPATH", beside)
        nbclient.NotebookClient(book, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [output for cell in book.cells for output in cell.get("outputs", [])]
    pages = [output["data"]["text/html"] for output in shown if "text/html" in output.get("data", {})]
    assert any('dir="auto"' in page for page in pages)
    assert any("srcdoc=" in page for page in pages)
    assert any("events_evidence.tsv" in output.get("text", "") for output in shown)
