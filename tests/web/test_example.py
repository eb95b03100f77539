"""The bundled example among the caches of the user."""

import os

from ravabet.web import example


def test_only_old_examples_of_other_versions_are_removed(tmp_path):
    names = ("demo-mine.duckdb", "demo-new.duckdb", "demo-old.duckdb", "other-old.duckdb")
    for name in names:
        (tmp_path / name).touch()
    for name in ("demo-mine.duckdb", "demo-old.duckdb", "other-old.duckdb"):
        os.utime(tmp_path / name, (0, 0))
    example._clear(tmp_path / "demo-mine.duckdb")
    assert {path.name for path in tmp_path.iterdir()} == set(names) - {"demo-old.duckdb"}
