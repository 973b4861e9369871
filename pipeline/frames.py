"""Frames in the declared shape of their tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from schemas.tables import BY_NAME

Frames = dict[str, pl.DataFrame]


def declared_frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Rows as a frame with the columns, order and types of the declared table `name`, sorted by its key.

    Rows: mappings that hold every column of the table. A row that lacks one raises KeyError.
    """
    table = BY_NAME[name]
    columns = {c.name: [] for c in table.columns}
    for row in rows:
        for column in columns:
            columns[column].append(row[column])
    return pl.DataFrame(columns, schema=table.polars_schema).sort(list(table.key))
