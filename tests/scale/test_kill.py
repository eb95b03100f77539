"""Killed at any moment: whole documents or none, none twice, and the next run completes what is missing.

``make bench-kill`` does the same a hundred times.
"""

import random

from tools.kill_add import documents, found, killed

from ravabet.store import Project


def test_killed_add_leaves_whole_documents_and_is_completed(tmp_path):
    news, project = documents(tmp_path / "news.jsonl", 40), tmp_path / "p.duckdb"
    chance = random.Random(3)
    for merging in (False, True, True):
        killed(news, project, chance.uniform(0, 0.1) if merging else 2.5, workers=1, merging=merging)
        assert found(project) == []
    assert killed(news, project, 300, workers=1), "the last run ends by itself"
    assert found(project) == []
    with Project.open(project) as opened:
        assert opened.query("SELECT count(*), count(DISTINCT id) FROM document") == [(40, 40)]
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"news.jsonl", "p.duckdb"}
