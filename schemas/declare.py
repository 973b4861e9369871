"""The words in which tables are declared: a column, a key, a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import polars as pl

TEXT = pl.String()
WHOLE = pl.Int32()
SIZE = pl.UInt32()
FLAG = pl.Boolean()
DAY = pl.Date()
SHARE = pl.Float64()
TEXTS = pl.List(pl.String())


@dataclass(frozen=True)
class Column:
    """One column. `unit` is empty for labels and ids; `allowed` closes the set of values (of list items, for lists)."""

    name: str
    dtype: Any
    description: str
    nullable: bool = False
    allowed: tuple[str, ...] | None = None
    unit: str = ""
    pattern: str | None = None
    at_least: float | None = None


@dataclass(frozen=True)
class ForeignKey:
    """`columns` of this table hold a value of `to_columns` of the table `to`, or null. Lists hold such values."""

    columns: tuple[str, ...]
    to: str
    to_columns: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One published table. `key` names the columns that tell its rows apart."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = field(default=())

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def polars_schema(self) -> dict[str, Any]:
        return {column.name: column.dtype for column in self.columns}


def refers(column: str, to: str, to_column: str | None = None) -> ForeignKey:
    """A foreign key of one column, to the column of the same name unless another is given."""
    return ForeignKey((column,), to, (to_column or column,))
