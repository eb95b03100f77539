"""Events that others coded (GDELT, ICEWS, POLECAT, ACLED), read from their files as rows of the project file."""

from ravabet.export.incoming.reading import KINDS, ORIGINS, Account, incoming

__all__ = ["KINDS", "ORIGINS", "Account", "incoming"]
