"""Readers and writers at the same time, in processes of their own."""

import subprocess
import sys
import threading

import pytest
from tools.kill_add import documents

from ravabet.model import UsageError
from ravabet.scale import add
from ravabet.store import Project
from ravabet.store.locking import writing

READER = """
import sys
from ravabet.store import Project
with Project.open(sys.argv[1]) as project:
    print(project.counts().documents, flush=True)
    sys.stdin.readline()
    print(project.counts().documents, flush=True)
"""
HOLDER = """
import sys
from pathlib import Path
from ravabet.store.locking import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_add_beside_a_reader_of_another_process(tmp_path):
    path = tmp_path / "p.duckdb"
    add([documents(tmp_path / "one.jsonl", 2)], path, workers=1)
    call = [sys.executable, "-c", READER, str(path)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout.readline().strip() == "2"
        assert add([documents(tmp_path / "more.jsonl", 5)], path, workers=1).added == 3
        assert reader.communicate("\n")[0].strip() == "5"


def test_reader_opens_while_another_process_adds(tmp_path):
    path = tmp_path / "p.duckdb"
    add([documents(tmp_path / "one.jsonl", 2)], path, workers=1)
    seen = []

    def look(progress):
        if progress.merging or progress.coded == 1:
            with Project.open(path) as project:
                seen.append(project.counts().documents)

    add([documents(tmp_path / "more.jsonl", 5)], path, workers=1, progress=look)
    assert seen
    assert set(seen) == {2}


def test_threads_read_while_the_file_is_replaced(tmp_path):
    path, wrong = tmp_path / "p.duckdb", []
    add([documents(tmp_path / "one.jsonl", 2)], path, workers=1)
    end = threading.Event()

    def ask(project):
        while not end.is_set():
            found = project.query("SELECT count(*), count(DISTINCT doc) FROM document")[0]
            if found not in ((2, 2), (5, 5)):
                wrong.append(found)

    with Project.open(path) as project:
        threads = [threading.Thread(target=ask, args=(project,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        add([documents(tmp_path / "more.jsonl", 5)], path, workers=1)
        end.set()
        for thread in threads:
            thread.join()
        assert project.counts().documents == 5
    assert wrong == []


def test_second_add_is_told_who_writes(tmp_path):
    path = tmp_path / "p.duckdb"
    news = documents(tmp_path / "one.jsonl", 1)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline().strip() == "held"
        with pytest.raises(UsageError, match=f"process {holder.pid} is adding"):
            add([news], path, workers=1)
        holder.communicate("\n")
    assert add([news], path, workers=1).added == 1
    with writing(path):
        assert path.with_name("p.duckdb.lock").exists()
