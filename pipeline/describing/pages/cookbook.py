"""The cookbook: every recipe with its code and what it prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.describing.pages.recipes import Recipe, run

_HEAD = """# Cookbook

Each recipe is run when this page is made, and by the tests; what it prints stands below it. SQL runs in
`duckdb outputs/scopebook.duckdb`, Python where Scopebook is installed.
"""
_LANGUAGES = {"sql": "sql", "py": "python"}


def cookbook(recipes: Sequence[Recipe], release: Path) -> str:
    """Markdown. release: a directory that holds parquet/ and scopebook.duckdb."""
    parts = [_HEAD]
    for number, recipe in enumerate(recipes, start=1):
        parts.append(
            f"## {number}. {recipe.title}\n\n{recipe.text}\n\n```{_LANGUAGES[recipe.kind]}\n{recipe.code}\n```\n"
        )
        if recipe.missing:
            parts.append(f"Not run when this page was made: {recipe.missing} was not installed.\n")
        else:
            parts.append(run(recipe, release) + "\n")
    return "\n".join(parts)
