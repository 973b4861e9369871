"""Pandera schemas, one for each declared table, for collected Polars frames (a lazy frame would go unchecked)."""

from __future__ import annotations

from functools import cache

import pandera.polars as pa
import polars as pl

from schemas.declare import Column, Table
from schemas.tables import BY_NAME


def _list_items_within(allowed: tuple[str, ...]) -> pa.Check:
    def inside(data: pa.PolarsData) -> pl.LazyFrame:
        items = pl.col(data.key).list
        return data.lazyframe.select(items.set_difference(list(allowed)).list.len() == 0)

    return pa.Check(inside, name="items_within", error=f"every item is one of: {', '.join(allowed)}")


def _no_null_items() -> pa.Check:
    def full(data: pa.PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(
            pl.col(data.key).list.eval(pl.element().is_null().any()).list.first().fill_null(False).not_()
        )

    return pa.Check(full, name="no_null_items", error="no item of the list is null")


def _checks(column: Column) -> list[pa.Check]:
    checks: list[pa.Check] = []
    is_list = isinstance(column.dtype, pl.List)
    if is_list:
        checks.append(_no_null_items())
    if column.allowed is not None:
        checks.append(_list_items_within(column.allowed) if is_list else pa.Check.isin(list(column.allowed)))
    if column.pattern is not None:
        checks.append(pa.Check.str_matches(column.pattern))
    if column.at_least is not None:
        checks.append(pa.Check.ge(column.at_least))
    return checks


@cache
def frame_schema(name: str) -> pa.DataFrameSchema:
    """The Pandera schema of the table `name`: strict (no column more, none less, in order), the key unique."""
    table: Table = BY_NAME[name]
    return pa.DataFrameSchema(
        {
            c.name: pa.Column(c.dtype, checks=_checks(c), nullable=c.nullable, description=c.description)
            for c in table.columns
        },
        strict=True,
        ordered=True,
        unique=list(table.key),
        name=name,
        description=table.description,
    )
