"""People who share a leader's surname: a document that tells of one of them means them by the bare surname, too."""

from __future__ import annotations

from collections.abc import Iterator

from ravabet.coding.mentions.draft import STRANGER, Draft
from ravabet.language import keys


def as_namesakes(drafted: list[list[Draft]], language: str) -> None:
    """Make a bare surname that of the stranger whom the document names in full («Ариэль Кастро ... Кастро»).

    It stays the leader's where the document names them in full or by office, or their state at all.
    """
    told = [draft for drafts in drafted for draft in drafts]
    strangers = {key for draft in told if draft.need == STRANGER for key in _surname(draft, language)}
    if not strangers:
        return
    named = {code for draft in told if not _bare(draft) for code in draft.codes}
    for draft in told:
        if _bare(draft) and named.isdisjoint(draft.codes) and not strangers.isdisjoint(keys(draft.name[-1], language)):
            draft.codes, draft.sector, draft.need, draft.source = (), None, STRANGER, "name"


def _surname(draft: Draft, language: str) -> Iterator[str]:
    """The dictionary forms of the surname of somebody named in full."""
    if len(draft.name) > 1:
        yield from keys(draft.name[-1], language)


def _bare(draft: Draft) -> bool:
    """Whether a phrase is the surname alone of a person whose state is known."""
    return draft.kind == "person" and len(draft.name) == 1 and not draft.role and bool(draft.codes)
