"""`datasette.json`: titles, descriptions and facets, for those who look at the tables with Datasette."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.describing.about import DATA_LICENCE, DESCRIPTION, NAME, TITLE
from schemas.declare import Table
from schemas.sql import describe

_FACETS = {
    "rules": ["state", "status", "authority", "checked"],
    "scope_office": ["state", "verdict", "category"],
    "sources": ["kind", "state"],
    "conflicts": ["kind", "state"],
    "coverage_texts": ["kind", "status"],
    "duties": ["category", "duty_group"],
}
_LABELS = {"states": "name", "duties": "label", "roles": "label", "settings": "label", "sources": "title"}


def datasette_metadata(tables: Sequence[Table], build_info: dict[str, Any]) -> dict[str, Any]:
    """Metadata for a SQLite database named after the dataset that was filled from the CSV files.

    tables: those that have a CSV file.
    """
    return {
        "title": TITLE,
        "description": f"{DESCRIPTION} Version {build_info['data_version']}.",
        "license": DATA_LICENCE["name"],
        "license_url": DATA_LICENCE["path"],
        "databases": {NAME: {"tables": {t.name: _table(t) for t in tables}}},
    }


def _table(table: Table) -> dict[str, Any]:
    out: dict[str, Any] = {
        "description": table.description,
        "columns": {c.name: describe(c) for c in table.columns},
    }
    if table.name in _FACETS:
        out["facets"] = _FACETS[table.name]
    if table.name in _LABELS:
        out["label_column"] = _LABELS[table.name]
    return out
