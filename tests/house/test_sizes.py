"""Small files and small functions, each public one told in a sentence and typed."""

import ast
import statistics

from .source import ROOT, files, modules

FILE, FUNCTION, MEDIAN = 400, 80, 12
CODE = [path for path in files() if path.suffix == ".py"]


def none(found):
    assert not found, "\n".join(found)


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(node):
    return node.end_lineno - node.lineno + 1


def test_no_file_is_long():
    counted = [(path.relative_to(ROOT), len(path.read_text("utf-8").splitlines())) for path in CODE]
    none([f"{path} has {lines} lines" for path, lines in counted if lines > FILE])


def test_no_function_is_long():
    found = [
        f"{path.relative_to(ROOT)} {node.name} has {length(node)} lines"
        for path in CODE
        for node in functions(ast.parse(path.read_text("utf-8")))
        if length(node) > FUNCTION
    ]
    none(found)


def test_most_functions_are_small():
    assert statistics.median(length(node) for tree in modules().values() for node in functions(tree)) <= MEDIAN


def public(tree):
    """Public functions, classes and methods, with whether each stands in a class."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node
            yield from (inner for inner in node.body if is_public_function(inner))
        elif is_public_function(node):
            yield node


def is_public_function(node):
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_")


def only_declared(node):
    """A member of a protocol or an overload: its body is ``...`` and its class or twin says what it is for."""
    return [ast.unparse(statement) for statement in node.body] == ["..."]


def lacks(node):
    """What a public function or class lacks."""
    if not ast.get_docstring(node) and not only_declared(node):
        yield "a docstring"
    if isinstance(node, ast.ClassDef):
        return
    if node.returns is None:
        yield "a return type"
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    if any(argument.annotation is None and argument.arg not in ("self", "cls") for argument in arguments):
        yield "the type of an argument"


def test_everything_public_is_told_and_typed():
    found = [
        f"{module}:{node.lineno} {node.name} lacks {lack}"
        for module, tree in modules().items()
        for node in public(tree)
        for lack in lacks(node)
    ]
    none(found)


def test_every_module_says_what_it_is_for():
    none([module for module, tree in modules().items() if not ast.get_docstring(tree)])
