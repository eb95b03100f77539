"""The pattern of dates: one alternative a rule, over the one-letter codes of the items of ``datewords``."""

from __future__ import annotations

import re

_TAIL = r"(?P<tail>,?h?Y?ye*|Y?ze*|h?Y[ltxa]e*|h?Ae*|[ltx])?"
_TH = r"(?:-?h)*"
_SECOND = r"(?:[/(-][mo]\)?)?"
"""A second name of the same month (كانون الأول/ديسمبر)."""
GRAMMAR = {
    "nth": rf"D?(?P<d>n){_TH}(?P<w>N)?(?P<u>B|M[lt])|D?(?P<d2>n){_TH}(?P<w2>N)",
    "duration": r"[nzQV](?:[RBA]|[DKMYs][ltx])|V[DKMY]a",
    "then": r"(?P<w>T)|(?P<n>[nzQ])?D(?P<by>[EL])",
    "ago": r"(?P<n>[nzQ])(?P<u>[DMY])e*a|a(?P<n2>[nzQ])(?P<u2>[DMY])",
    "figures": r"(?P<f>f)|y-n-n|n-n-y",
    "label": r"(?P<g>G)",
    "day": rf"D?(?:ws*[,(]?)?D?p?(?P<d>n){_TH}(?:[c&-]n{_TH})?D?M?(?P<m>[mo]){_SECOND}M?{_TAIL}",
    "month_first": r"(?:ws*,?)?p?(?P<m>[mo])S?(?P<d>n)h?(?:[c&-]nh?)?(?P<tail>,?(?:Y?y))?",
    "month": rf"p*(?P<lead>[ltx])?(?P<before>M)?(?P<m>[mo]){_SECOND}(?P<after>M)?{_TAIL}",
    "fixed": r"p*(?P<r>[RBA])e*",
    "counted": r"p*(?:(?P<u>[MY])(?P<by>[ltxa])|(?P<u2>[Ds])(?P<by2>[ltx]))e*",
    "year": rf"p*Y(?P<y>[yz])(?:[c&-][yz])?e*|p*(?P<y2>y)(?:[c&-]y)?{_TH}e+|p*(?P<y3>y)",
    "weekday": r"D?(?P<lead>[lx])?(?P<w>w)s*(?:(?P<k>K)?(?P<by>[ltxa]))?",
    "feast": r"D?(?P<x>F)",
}
PATTERN = re.compile("|".join(f"(?P<{rule}>{body.replace('?P<', f'?P<{rule}_')})" for rule, body in GRAMMAR.items()))
