"""A font as a word processor uses it: words shaped into glyphs, and what each glyph stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

SIZE = 13
"""Points."""
_AS_SEEN = " ()«»[]{}"


@dataclass
class Font:
    """A font file, its shaper, and the glyphs used so far with the text and width of each."""

    path: Path
    text_of: dict[int, str] = field(default_factory=dict)
    width_of: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.data = self.path.read_bytes()
        face = hb.Face(self.data)
        self.shaper, self.units = hb.Font(face), face.upem
        table = TTFont(self.path)
        self.seen = {table.getGlyphID(n): chr(c) for c, n in table.getBestCmap().items() if chr(c) in _AS_SEEN}
        self.space = self.shaper.get_nominal_glyph(ord(" "))

    def shape(self, line: str, start: int, length: int, backward: bool) -> list[tuple[int, float]]:
        """Glyphs and widths (points) of a part of a line in screen order, joined as in the whole line."""
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(c) for c in line], start, length)
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if backward else "ltr"
        hb.shape(self.shaper, buffer, {})
        edges = [*sorted({info.cluster for info in buffer.glyph_infos}), start + length]
        glyphs = []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            letters = line[info.cluster : edges[edges.index(info.cluster) + 1]]
            self.text_of.setdefault(info.codepoint, self.seen.get(info.codepoint) or letters)
            self.width_of[info.codepoint] = place.x_advance * 1000 / self.units
            glyphs.append((info.codepoint, place.x_advance * SIZE / self.units))
        return glyphs

    def measure(self, line: str, backward: bool) -> float:
        """The width of a line in points."""
        return sum(width for _, width in self.shape(line, 0, len(line), backward))
