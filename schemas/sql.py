"""DuckDB definitions of the declared tables: columns, keys, foreign keys, comments."""

from __future__ import annotations

import polars as pl

from schemas.declare import Column, Table

_TYPES = {
    pl.String: "VARCHAR",
    pl.Int32: "INTEGER",
    pl.UInt32: "UINTEGER",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
    pl.Float64: "DOUBLE",
}


def sql_type(column: Column) -> str:
    """DuckDB's name for the type of a column."""
    dtype = column.dtype
    if isinstance(dtype, pl.List):
        return f"{_TYPES[type(dtype.inner)]}[]"
    return _TYPES[type(dtype)]


def literal(text: str) -> str:
    """`text` as a SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def create_table(table: Table) -> str:
    """`CREATE TABLE` with primary key, not-null marks and the foreign keys of single values (lists cannot bear any)."""
    is_list = {c.name for c in table.columns if isinstance(c.dtype, pl.List)}
    lines = [
        f'    "{c.name}" {sql_type(c)}{"" if c.nullable or c.name in table.key else " NOT NULL"}' for c in table.columns
    ]
    lines.append(f"    PRIMARY KEY ({', '.join(f'{chr(34)}{k}{chr(34)}' for k in table.key)})")
    for key in table.foreign_keys:
        if not is_list.intersection(key.columns):
            here = ", ".join(f'"{c}"' for c in key.columns)
            there = ", ".join(f'"{c}"' for c in key.to_columns)
            lines.append(f'    FOREIGN KEY ({here}) REFERENCES "{key.to}" ({there})')
    return f'CREATE TABLE "{table.name}" (\n' + ",\n".join(lines) + "\n)"


def describe(column: Column) -> str:
    """The description of a column with its unit and its values, as comments and dictionaries show it."""
    text = column.description
    if column.unit:
        text += f" Unit: {column.unit}."
    if column.allowed:
        text += f" One of: {', '.join(column.allowed)}."
    return text


def comments(table: Table, kind: str = "TABLE") -> list[str]:
    """`COMMENT ON` for the table (or view) and each of its columns."""
    out = [f'COMMENT ON {kind} "{table.name}" IS {literal(table.description)}']
    out += [f'COMMENT ON COLUMN "{table.name}"."{c.name}" IS {literal(describe(c))}' for c in table.columns]
    return out
