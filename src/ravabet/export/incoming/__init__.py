"""Events that others coded (GDELT, ICEWS, POLECAT, ACLED), read from their files as rows of the project file."""

from ravabet.export.incoming.reading import KINDS, Account, incoming

__all__ = ["KINDS", "Account", "incoming"]
