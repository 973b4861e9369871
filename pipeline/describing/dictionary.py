"""`dictionary.md`: the data dictionary, for people."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import polars as pl

from schemas.declare import Column, Table
from schemas.sql import sql_type


def dictionary(
    tables: Sequence[Table], rows: Mapping[str, int], in_csv: Collection[str], build_info: dict[str, Any]
) -> str:
    """Markdown: a list of the tables, then for each its columns.

    rows: table name to number of rows. in_csv: names of the tables that have a CSV file.
    """
    without = ", ".join(f"`{t.name}`" for t in tables if t.name not in in_csv)
    lines = [
        "# Data dictionary",
        "",
        f"Version {build_info['data_version']}: the law of {build_info['as_of']}. Each table is the file "
        "`parquet/NAME.parquet` and a table or view of the same name in `scopebook.duckdb`. It is `csv/NAME.csv` too"
        + (f", but for {without}: too many rows for a spreadsheet." if without else "."),
        "",
        "| table | rows | what a row is |",
        "|---|---:|---|",
    ]
    lines += [f"| [`{t.name}`](#{t.name}) | {rows[t.name]:,} | {_cell(t.description)} |" for t in tables]
    for table in tables:
        lines += ["", *_table(table, rows[table.name])]
    return "\n".join(lines) + "\n"


def _table(table: Table, rows: int) -> list[str]:
    lines = [
        f"## {table.name}",
        "",
        f"{table.description} {rows:,} rows. Key: {', '.join(f'`{k}`' for k in table.key)}.",
        "",
        "| column | type | null | meaning |",
        "|---|---|---|---|",
    ]
    for column in table.columns:
        null = "yes" if column.nullable else "no"
        lines.append(f"| `{column.name}` | {sql_type(column)} | {null} | {_meaning(column, table)} |")
    return lines


def _meaning(column: Column, table: Table) -> str:
    parts = [column.description]
    if column.unit:
        parts.append(f"Unit: {column.unit}.")
    if column.allowed:
        parts.append(f"{'Items' if isinstance(column.dtype, pl.List) else 'One of'}: "
                     f"{', '.join(f'`{a}`' for a in column.allowed)}.")  # fmt: skip
    if column.pattern:
        parts.append(f"Pattern: `{column.pattern}`.")
    for key in table.foreign_keys:
        if key.columns == (column.name,):
            parts.append(f"See [`{key.to}.{key.to_columns[0]}`](#{key.to}).")
    return _cell(" ".join(parts))


def _cell(text: str) -> str:
    """Text within a Markdown table: a bar would end the cell."""
    return text.replace("|", "\\|").replace("\n", " ")
