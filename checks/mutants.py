"""The mutants of a file: the operators of Cosmic Ray, less those whose mutants cannot differ or cannot run.

Cosmic Ray's own runner starts a process for each mutant and changes the file on disk; here its operators alone are
used, and `checks.mutation` runs what they make. (mutmut leaves decorated functions out, and so the whole kernel.)
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
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


def mutants(path: Path, name: str, without: tuple[str, ...] = ()) -> list[Mutant]:
    """All mutants of a file in order of lines.

    path: the file; name: how it is called in reports; without: beginnings of operators that are left out.
    """
    source = path.read_text(encoding="utf-8")
    original = _meaning(source)
    out: dict[str, Mutant] = {}
    for operator_name in operator_names():
        short = operator_name.removeprefix("core/")
        if _left_out(short) or short.startswith(without):
            continue
        operator = get_operator(operator_name)()
        for occurrence in range(_count(source, operator)):
            changed = mutate_code(source, operator, occurrence)
            meaning = _meaning(changed)
            if changed is None or meaning is None or meaning == original:
                continue  # no Python any more, or only an annotation is another
            line, before, after = _first_change(source, changed)
            out.setdefault(meaning, Mutant(name, short, occurrence, line, before, after, changed))
    return sorted(out.values(), key=lambda m: (m.line, m.operator, m.occurrence))


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


def _count(source: str, operator: object) -> int:
    counter = _Counter(operator)
    counter.walk(get_ast(source))
    return counter.count


def _meaning(source: str | None) -> str | None:
    """What the file does, without annotations and docstrings; None where it is no Python."""
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
    return ast.dump(tree)


def _first_change(source: str, changed: str) -> tuple[int, str, str]:
    for number, (a, b) in enumerate(_pairs(source, changed), 1):
        if a != b:
            return number, a.strip(), b.strip()
    return 0, "", ""


def _pairs(a: str, b: str) -> Iterator[tuple[str, str]]:
    return zip(a.splitlines(), b.splitlines(), strict=False)
