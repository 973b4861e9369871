"""For every declared table: a good row passes, and for every column and key a bad one fails."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pandera.errors
import polars as pl
import pytest

from schemas.declare import Column, Table
from schemas.frames import frame_schema
from schemas.sql import create_table, describe
from schemas.tables import BY_NAME, PUBLISHED, TABLES

SAMPLES = {
    r"^[A-Z]{2}$": "WY",
    r"^\d{2}$": "12",
    r"^\d{6}$": "123456",
    r"^[a-z][a-z0-9_]*$": "abc",
    r"^[a-z0-9][a-z0-9._-]*$": "abc",
    r"^\d\d-\d{4}\.\d\d$": "31-9092.00",
    r"^[0-9a-f]{64}$": "0" * 64,
}


def good_value(column: Column) -> Any:
    if isinstance(column.dtype, pl.List):
        return [column.allowed[0] if column.allowed else "abc"]
    if column.dtype == pl.String:
        if column.allowed:
            return column.allowed[0]
        return SAMPLES[column.pattern] if column.pattern else "abc"
    return {pl.Int32: 3, pl.UInt32: 3, pl.Boolean: True, pl.Date: date(2026, 1, 1), pl.Float64: 0.5}[type(column.dtype)]


def good_row(table: Table) -> dict[str, Any]:
    return {c.name: good_value(c) for c in table.columns}


def frame(table: Table, *rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame({c.name: [r[c.name] for r in rows] for c in table.columns}, schema=table.polars_schema)


def fails(table: Table, data: pl.DataFrame) -> bool:
    try:
        frame_schema(table.name).validate(data, lazy=True)
    except (pandera.errors.SchemaErrors, pandera.errors.SchemaError):
        return True
    return False


@pytest.mark.parametrize("table", PUBLISHED, ids=lambda t: t.name)
def test_a_good_row_passes(table: Table) -> None:
    assert not fails(table, frame(table, good_row(table)))


BAD = [
    (table, column, kind)
    for table in PUBLISHED
    for column in table.columns
    for kind in (
        *(["null"] if not column.nullable else []),
        *(["allowed"] if column.allowed else []),
        *(["pattern"] if column.pattern else []),
        *(["small"] if column.at_least is not None else []),
        *(["null item"] if isinstance(column.dtype, pl.List) else []),
    )
]


@pytest.mark.parametrize(("table", "column", "kind"), BAD, ids=lambda x: getattr(x, "name", x))
def test_a_bad_value_fails(table: Table, column: Column, kind: str) -> None:
    is_list = isinstance(column.dtype, pl.List)
    bad: Any = {
        "null": None,
        "allowed": ["no such value"] if is_list else "no such value",
        "pattern": "!",
        "small": (column.at_least or 0) - 1,
        "null item": [None],
    }[kind]
    assert fails(table, frame(table, {**good_row(table), column.name: bad}))


@pytest.mark.parametrize("table", PUBLISHED, ids=lambda t: t.name)
def test_a_repeated_key_fails(table: Table) -> None:
    assert fails(table, frame(table, good_row(table), good_row(table)))


@pytest.mark.parametrize("table", PUBLISHED, ids=lambda t: t.name)
def test_a_missing_and_an_extra_column_fail(table: Table) -> None:
    data = frame(table, good_row(table))
    assert fails(table, data.drop(table.columns[0].name))
    assert fails(table, data.with_columns(extra=pl.lit(1)))


@pytest.mark.parametrize("table", PUBLISHED, ids=lambda t: t.name)
def test_a_wrong_type_fails(table: Table) -> None:
    name = table.columns[0].name
    assert fails(table, frame(table, good_row(table)).with_columns(pl.lit(1.5).alias(name)))


def test_every_key_and_foreign_key_names_columns_that_are_there() -> None:
    for table in PUBLISHED:
        assert set(table.key) <= set(table.names), table.name
        for key in table.foreign_keys:
            assert set(key.columns) <= set(table.names), table.name
            assert set(key.to_columns) <= set(BY_NAME[key.to].names), table.name


def test_every_description_says_more_than_the_name() -> None:
    for table in PUBLISHED:
        assert len(table.description.split()) >= 3, table.name
        for column in table.columns:
            words = column.description.rstrip(".").lower().split()
            assert words, (table.name, column.name)
            assert column.description.endswith("."), (table.name, column.name)
            assert " ".join(words) != column.name.replace("_", " ") or column.name in ("state", "role", "duty")


def test_tables_stand_after_those_they_refer_to() -> None:
    seen: set[str] = set()
    for table in TABLES:
        seen.add(table.name)
        for key in table.foreign_keys:
            assert key.to in seen or key.to == table.name, (table.name, key.to)


def test_sql_names_units_and_values() -> None:
    rules = BY_NAME["rules"]
    assert "PRIMARY KEY" in create_table(rules)
    hours = next(c for c in rules.columns if c.name == "training_hours")
    assert "hours" in describe(hours)


def test_schemas_import_nothing_of_the_pipeline() -> None:
    code = (
        "import sys, schemas.tables, schemas.frames, schemas.sql, schemas.raw;"
        "print([m for m in sys.modules if m.split('.')[0] == 'pipeline'])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
