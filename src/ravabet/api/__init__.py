"""Ravabet from Python: a project to ask, and rows as frames of Arrow, pandas or polars."""

from ravabet.api.frame import Frame
from ravabet.api.project import Project, Reply

__all__ = ["Frame", "Project", "Reply"]
