"""Recipes of the cookbook: files with a title, a word of explanation and a query, run against a release."""

from __future__ import annotations

import ast
import contextlib
import importlib.util
import io
import re
from dataclasses import dataclass
from pathlib import Path

OPTIONAL = frozenset({"pandas"})
"""What a recipe may import that Scopebook itself does not need."""
MAX_ROWS = 25


@dataclass(frozen=True)
class Recipe:
    """`kind`: sql or py. `code`: as a reader would type it, for a release in `outputs`."""

    name: str
    kind: str
    title: str
    text: str
    code: str

    @property
    def missing(self) -> str | None:
        """A package that the recipe needs and that is not here."""
        needed = [name for name in sorted(OPTIONAL) if re.search(rf"^import {name}\b", self.code, re.MULTILINE)]
        return next((n for n in needed if importlib.util.find_spec(n) is None), None)


def read_recipes(directory: Path) -> list[Recipe]:
    """The recipes of a directory in the order of their names. Raises ValueError for one without title or code."""
    recipes = []
    for path in sorted(p for p in directory.iterdir() if p.suffix in (".sql", ".py")):
        source = path.read_text(encoding="utf-8")
        said, code = _sql(source) if path.suffix == ".sql" else _python(source)
        title, _, text = said.strip().partition("\n")
        if not title or not code.strip():
            raise ValueError(f"{path}: has no title or no code")
        recipes.append(Recipe(path.stem, path.suffix[1:], title, " ".join(text.split()), code.strip()))
    return recipes


def run(recipe: Recipe, release: Path) -> str:
    """What the recipe prints, as Markdown. release: a directory that holds parquet/ and scopebook.duckdb."""
    code = recipe.code.replace("outputs/", f"{release}/").replace('"outputs"', f'"{release}"')
    return _run_sql(code, release) if recipe.kind == "sql" else _run_python(code)


def _sql(source: str) -> tuple[str, str]:
    head, _, code = source.partition("\n\n")
    return "\n".join(line.removeprefix("--").strip() for line in head.splitlines()), code


def _python(source: str) -> tuple[str, str]:
    tree = ast.parse(source)
    first = tree.body[0]
    code = "\n".join(source.splitlines()[first.end_lineno or 0 :])
    return ast.get_docstring(tree) or "", code


def _run_sql(code: str, release: Path) -> str:
    import duckdb

    with duckdb.connect(str(release / "scopebook.duckdb"), read_only=True) as connection:
        found = connection.execute(code)
        names = [column[0] for column in found.description or []]
        rows = found.fetchmany(MAX_ROWS)
    lines = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in rows]
    return "\n".join(lines if rows else [*lines, "", "No rows."])


def _cell(value: object) -> str:
    from pipeline.comparing.words import markdown_inert

    if value is None:
        return ""
    return markdown_inert("; ".join(map(str, value)) if isinstance(value, list) else str(value))


def _run_python(code: str) -> str:
    import polars as pl

    printed = io.StringIO()
    plain = pl.Config(
        tbl_formatting="ASCII_MARKDOWN",
        tbl_hide_dataframe_shape=True,
        tbl_hide_column_data_types=True,
        tbl_width_chars=120,
        tbl_rows=MAX_ROWS,
    )
    with plain, contextlib.redirect_stdout(printed):
        exec(compile(code, "recipe", "exec"), {"__name__": "__recipe__"})
    return f"```text\n{printed.getvalue().rstrip()}\n```"
