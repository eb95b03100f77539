"""Many documents at once: coded in shards by processes of this machine, merged into the project file."""

from ravabet.scale.adding import Progress, RunReport, add
from ravabet.scale.bringing import bring
from ravabet.scale.planning import Plan, plan

__all__ = ["Plan", "Progress", "RunReport", "add", "bring", "plan"]
