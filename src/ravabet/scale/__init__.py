"""Many documents at once: coded in shards by processes of this machine, merged into the project file."""

from ravabet.scale.add import Progress, RunReport, add

__all__ = ["Progress", "RunReport", "add"]
