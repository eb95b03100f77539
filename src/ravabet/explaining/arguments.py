"""What the two sides of a reason stand for: events of the document, or a state of affairs in its words."""

from __future__ import annotations

from ravabet.model import Argument, Coding, Reason, Span


class Arguments:
    """Resolves the sides of one document's reasons so that the effect of one meets the cause of the next."""

    def __init__(self, coding: Coding) -> None:
        self._coding = coding
        self._events = {event.id: event for event in coding.events}
        self._states = self._merged_states()

    def resolve(self, reason: Reason, side: Argument) -> tuple[tuple[str, ...], tuple[Span, ...]]:
        """The ids of the events and the spans of the states of affairs that ``side`` of ``reason`` stands for."""
        events = self._named(reason, side)
        if not events:
            return (), tuple(dict.fromkeys(s for span in self._quoted(reason, side) for s in self._states[span]))
        return events, self._met(reason, side)

    def _named(self, reason: Reason, side: Argument) -> tuple[str, ...]:
        """The events of one side, less those that are only the cause of a reason told inside it."""
        anchors = side.stands_for or (side.span,)
        inside = [e.id for e in self._events.values() if any(meets(anchor, e.trigger) for anchor in anchors)]
        ids = [event for event in (*side.events, *inside) if event in self._events]
        hidden = [inner.cause.span for anchor in anchors for inner in self._told_in(reason, anchor)]
        return tuple(i for i in dict.fromkeys(ids) if not any(h.holds(self._events[i].trigger) for h in hidden))

    def _quoted(self, reason: Reason, side: Argument) -> tuple[Span, ...]:
        """The words of a side without events: its antecedents or itself; for a reason told inside it, the effect."""
        found: list[Span] = []
        for anchor in side.stands_for or (side.span,):
            inner = self._told_in(reason, anchor)
            causes = [told.cause.span for told in inner]
            last = [told.effect.span for told in inner if not any(cause.holds(told.effect.span) for cause in causes)]
            found.extend(last or [anchor])
        return tuple(dict.fromkeys(found))

    def _told_in(self, reason: Reason, anchor: Span) -> list[Reason]:
        """Other reasons told wholly inside ``anchor``, where it is no longer than their sentence."""
        return [
            other
            for other in self._coding.reasons
            if other is not reason
            and other.sentence.holds(anchor)
            and anchor.holds(other.cause.span)
            and anchor.holds(other.effect.span)
        ]

    def _met(self, reason: Reason, side: Argument) -> tuple[Span, ...]:
        """States of affairs that stand in the words of ``side`` and are the other end of another reason."""
        anchors = side.stands_for or (side.span,)
        opposite = "effect" if side is reason.cause else "cause"
        found = []
        for other in self._coding.reasons:
            end: Argument = getattr(other, opposite)
            if other is reason or self._named(other, end):
                continue
            for span in self._quoted(other, end):
                found += [s for s in self._states[span] if any(meets(anchor, s) for anchor in anchors)]
        return tuple(dict.fromkeys(found))

    def _merged_states(self) -> dict[Span, tuple[Span, ...]]:
        """Each quoted span to those that stand for it: spans that overlap are one state, a wide one all it holds."""
        spans: set[Span] = set()
        for reason in self._coding.reasons:
            for side in (reason.cause, reason.effect):
                if not self._named(reason, side):
                    spans.update(self._quoted(reason, side))
        kept: list[Span] = []
        merged: dict[Span, tuple[Span, ...]] = {}
        for span in sorted(spans, key=lambda s: (s.end - s.start, s)):
            met = tuple(sorted(other for other in kept if meets(other, span)))
            merged[span] = met or (span,)
            if not met:
                kept.append(span)
        return merged


def meets(one: Span, two: Span) -> bool:
    """Whether two spans share at least half of the shorter one."""
    shared = min(one.end, two.end) - max(one.start, two.start)
    return shared > 0 and 2 * shared >= min(one.end - one.start, two.end - two.start)
