"""Data flows one way: a room imports only from rooms before it.

``demo``, ``pipeline`` and ``evaluation`` tie the core together and stand after its last room: they may import any room
before them, and only ``scale``, ``web``, ``api`` and ``cli`` (and the package itself, which loads ``pipeline`` and
``api`` when asked) may import them. So neither ``scale`` nor ``web`` is ever imported by the core.

Coding and reasoning are houses of their own, whose rooms stand in order, too.
"""

import ast

import pytest

from .source import modules

ROOMS = [
    *("model", "lexicon", "reading", "repairing", "language", "coding", "reasoning", "relating", "explaining"),
    *("store", "export", "demo", "pipeline", "evaluation", "scale", "web", "api", "cli", "__main__"),
]
WITHIN = {
    "ravabet.coding": [
        *("learned", "grammar", "acts", "telling", "mentions", "scene", "place", "sides", "constraints", "judging"),
        *("dates", "circumstances", "merge", "coder", "explain"),
    ],
    "ravabet.reasoning": ["linear", "sentences", "cues", "sides", "linking", "judging", "wide", "woods", "find"],
}
PACKAGE = "ravabet"


def room_of(module, package=PACKAGE):
    """The room of a dotted module name within a package; None for the package itself."""
    return module.removeprefix(f"{package}.").split(".")[0] if module.startswith(f"{package}.") else None


def imports_of(module, tree, package=PACKAGE, rooms=ROOMS):
    """Every room of a package that a module imports, with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                base = ".".join([*module.split(".")[: -node.level or None], *([base] if base else [])])
            names = [f"{base}.{alias.name}" for alias in node.names] if base == package else [base]
        else:
            continue
        for name in names:
            if room_of(name, package) in rooms:
                yield room_of(name, package), node.lineno


def wrong_imports(trees):
    """Sentences on every import against the direction."""
    for module, tree in trees.items():
        room = room_of(module)
        for target, line in imports_of(module, tree):
            allowed = target in ("pipeline", "api") if room is None else ROOMS.index(target) <= ROOMS.index(room)
            if not allowed:
                yield f"{module}:{line} imports {target}"


def test_every_room_has_its_place():
    assert {room_of(module) for module in modules()} - {None} <= set(ROOMS)


def test_imports_run_one_way():
    wrong = list(wrong_imports(modules()))
    assert not wrong, "\n".join(wrong)


def wrong_within(package, trees):
    """Sentences on every import within a room of many modules against its own direction."""
    rooms = WITHIN[package]
    for module, tree in trees.items():
        room = room_of(module, package)
        if room is None:
            continue
        for target, line in imports_of(module, tree, package, rooms):
            if rooms.index(target) > rooms.index(room):
                yield f"{module}:{line} imports {target}"


@pytest.mark.parametrize("package", WITHIN)
def test_within_a_room_imports_run_one_way(package):
    assert {room_of(module, package) for module in modules()} - {None} == set(WITHIN[package])
    wrong = list(wrong_within(package, modules()))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("module", "text", "wrong"),
    [
        ("ravabet.coding.acts.x", "from ravabet.coding.judging.y import z", 1),
        ("ravabet.coding.acts.x", "from ravabet.coding import coder", 1),
        ("ravabet.coding.judging.x", "from ravabet.coding.acts.y import z\nfrom ravabet.coding.judging import y", 0),
    ],
)
def test_the_check_within_a_room_sees_what_it_must(module, text, wrong):
    assert len(list(wrong_within("ravabet.coding", {module: ast.parse(text)}))) == wrong


@pytest.mark.parametrize(
    ("module", "text", "wrong"),
    [
        ("ravabet.reading.x", "from ravabet.coding import code", 1),
        ("ravabet.reading.x", "def f():\n    import ravabet.cli.main", 1),
        ("ravabet.reading.x", "from ravabet import explaining", 1),
        ("ravabet.explaining.x", "from ravabet.pipeline import why", 1),
        ("ravabet", "from ravabet.coding import code", 1),
        ("ravabet.coding.x", "from ravabet.reading import read\nfrom ravabet.coding.y import z\nimport json", 0),
        ("ravabet.cli.x", "from ravabet import __version__, pipeline", 0),
        ("ravabet.pipeline", "from ravabet import coding, explaining", 0),
    ],
)
def test_the_check_sees_what_it_must(module, text, wrong):
    assert len(list(wrong_imports({module: ast.parse(text)}))) == wrong
