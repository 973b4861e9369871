"""CSV of each table for spreadsheets: lists joined by ' | ', and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

from pathlib import Path

import polars as pl

_FORMULA = r"^[=+\-@\t\r]"


def write_csv(frame: pl.DataFrame, path: Path) -> None:
    """UTF-8 with a byte-order mark, which Excel needs to read names right."""
    frame.select(_cell(name, dtype) for name, dtype in frame.schema.items()).write_csv(path, include_bom=True)


def _cell(name: str, dtype: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if isinstance(dtype, pl.List):
        column = column.list.join(" | ")
    elif dtype != pl.String:
        return column
    risky = column.str.contains(_FORMULA)
    return pl.when(risky).then(pl.concat_str(pl.lit("'"), column)).otherwise(column).alias(name)
