"""A few words of SVG."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ravabet.web.markup import bare, isolated

Attribute = str | float | None


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a picture, in pixels where it is shown at its own size; ``kind`` is its class."""

    width: float
    height: float
    kind: str


def both(draw: Callable[[Frame], Markup], wide: Frame, narrow: Frame) -> Markup:
    """A picture twice, of which a wide window shows the one and a phone the other: letters keep their size."""
    return draw(wide) + draw(narrow)


def tag(name: str, inner: str | Markup = "", **attributes: Attribute) -> Markup:
    """An element; attribute names with ``_`` for ``-``, a trailing ``_`` is dropped, None is left out."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{told}>{escape(inner)}</{name}>" if inner else f"<{name}{told}/>")


def _value(value: str | float) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def label(text: str, x: float, y: float, anchor: str = "middle", kind: str = "soft") -> Markup:
    """A line of text that runs in its own direction wherever it stands."""
    return tag("text", isolated(text), x=x, y=y, text_anchor=anchor, class_=kind)


def title(text: str) -> Markup:
    """What a shape says when pointed at, and to a screen reader."""
    return tag("title", bare(text))


def line(points: Sequence[tuple[float, float]], kind: str) -> Markup:
    """A line through points."""
    return tag("polyline", points=_points(points), class_=kind) if len(points) > 1 else Markup()


def area(points: Sequence[tuple[float, float]], kind: str) -> Markup:
    """A closed area."""
    return tag("polygon", points=_points(points), class_=kind) if len(points) > 2 else Markup()


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def link(href: str | None, inner: Markup, says: str) -> Markup:
    """``inner`` as a link, or as it is where there is none."""
    return tag("a", inner, href=href, aria_label=bare(says)) if href else tag("g", inner)


def picture(frame: Frame, says: str, parts: Sequence[Markup]) -> Markup:
    """A whole picture; ``says`` is what it shows, for those who do not see it."""
    view = f"0 0 {frame.width:g} {frame.height:g}"
    inner = Markup().join(parts)
    return tag(
        "svg", inner, xmlns="http://www.w3.org/2000/svg", viewBox=view, width=frame.width, height=frame.height,
        class_=frame.kind, role="group", aria_label=bare(says), font_size="12",
    )  # fmt: skip
