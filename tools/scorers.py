"""The scorers that all figures are measured with, loaded from ``../shared/score``."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def scorer(name: str, shared: Path = SHARED) -> ModuleType:
    """A scorer by its name: ``score_events``, ``score_reasons`` or ``cer`` (rates of wrong characters)."""
    spec = importlib.util.spec_from_file_location(name, shared / "score" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
