"""The mutants of a file: the operators of Cosmic Ray, less those whose mutants cannot differ or cannot run.

Cosmic Ray's own runner starts a process for each mutant and changes the file on disk; here its operators alone are
used, and `checks.mutation` runs what they make. (mutmut leaves decorated functions out, and so the whole kernel.)
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cosmic_ray.ast import Visitor, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

# `is` for `==` changes nothing on small numbers and short strings; the variable operators want names to work on.
_SAME_KIND = ("Is_IsNot", "IsNot_Is")


@dataclass(frozen=True)
class Mutant:
    """One change of one file. `line`: the first that differs, with its words `before` and `after`."""

    path: str
    operator: str
    occurrence: int
    line: int
    before: str
    after: str
    source: str


Place = tuple[str, int]
"""An operator and which of its occurrences in the file."""


def places(path: Path, without: tuple[str, ...] = ()) -> list[Place]:
    """Where the operators can change a file, in a certain order. without: beginnings of operators to leave out."""
    tree = get_ast(path.read_text(encoding="utf-8"))
    found: list[Place] = []
    for name in operator_names():
        short = name.removeprefix("core/")
        if not _left_out(short) and not short.startswith(without):
            found += [(name, n) for n in range(_count(tree, get_operator(name)()))]
    return found


def mutant(path: Path, name: str, place: Place) -> Mutant | None:
    """The mutant of a place; None where it is no Python any more, or does what the file did.

    It does so where an annotation changed, or where constants come to the same number: flags that share no bit are the
    same put together with `|`, `^` or `+`.

    path: the file; name: how it is called in reports.
    """
    source = path.read_text(encoding="utf-8")
    changed = mutate_code(source, get_operator(place[0])(), place[1])
    known = _constants(path)
    meaning = _meaning(changed, known)
    if changed is None or meaning is None or meaning == _meaning(source, known):
        return None
    line, before, after = _first_change(source, changed)
    return Mutant(name, place[0].removeprefix("core/"), place[1], line, before, after, changed)


def _left_out(operator: str) -> bool:
    if operator.endswith(_SAME_KIND):
        return False
    swaps_identity = operator.startswith("ReplaceComparison") and operator.endswith(("_Is", "_IsNot"))
    return swaps_identity or operator.startswith("Variable")


class _Counter(Visitor):
    def __init__(self, operator: object) -> None:
        self.operator = operator
        self.count = 0

    def visit(self, node: object) -> object:
        self.count += sum(1 for _ in self.operator.mutation_positions(node))
        return node


def _count(tree: object, operator: object) -> int:
    counter = _Counter(operator)
    counter.walk(tree)
    return counter.count


_TELL = """
import importlib, json, sys, types
here = vars(importlib.import_module(sys.argv[1]))
numbers = lambda names, of: {of + k: int(v) for k, v in names.items() if type(v) is int}
out = numbers(here, "")
for name, value in here.items():
    if isinstance(value, types.ModuleType):
        out |= numbers(vars(value), name + ".")
print(json.dumps(out))
"""


@cache
def _constants(path: Path) -> dict[str, int]:
    """The whole numbers with names in capitals that a module holds, and those of the modules it imports (`g.AND`).

    Asked of another process: the one that forks the mutants must not have the module loaded.
    """
    package = path.resolve().parent
    while (package / "__init__.py").exists():
        package = package.parent
    module = ".".join(path.resolve().relative_to(package).with_suffix("").parts)
    told = subprocess.run(
        [sys.executable, "-c", _TELL, module], cwd=package, capture_output=True, text=True, check=False
    )
    found = json.loads(told.stdout) if told.returncode == 0 else {}
    return {name: n for name, n in found.items() if name.rpartition(".")[2].isupper()}


class _Fold(ast.NodeTransformer):
    """Puts the number in place of sums, products and unions of constants."""

    def __init__(self, known: dict[str, int]) -> None:
        self.known = known

    def visit_Name(self, node: ast.Name) -> ast.expr:
        known = isinstance(node.ctx, ast.Load) and node.id in self.known
        return ast.Constant(self.known[node.id]) if known else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        name = ast.unparse(node)
        return ast.Constant(self.known[name]) if name in self.known else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        node = self.generic_visit(node)  # pyright: ignore[reportAssignmentType]
        if not isinstance(node.left, ast.Constant) or not isinstance(node.right, ast.Constant):
            return node
        if isinstance(node.op, ast.Pow | ast.LShift) and not 0 <= node.right.value < 64:
            return node  # a number that nobody can hold
        try:
            return ast.Constant(eval(compile(ast.fix_missing_locations(ast.Expression(node)), "", "eval"), {}))
        except (ArithmeticError, TypeError, ValueError):
            return node


def _meaning(source: str | None, known: dict[str, int]) -> str | None:
    """What the file does, without annotations and docstrings, constants added up; None where it is no Python."""
    try:
        tree = ast.parse(source or "")
    except SyntaxError:
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(0)
    return ast.dump(_Fold(known).visit(tree))


def _first_change(source: str, changed: str) -> tuple[int, str, str]:
    for number, (a, b) in enumerate(_pairs(source, changed), 1):
        if a != b:
            return number, a.strip(), b.strip()
    return 0, "", ""


def _pairs(a: str, b: str) -> Iterator[tuple[str, str]]:
    return zip(a.splitlines(), b.splitlines(), strict=False)
