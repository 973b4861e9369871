"""`datapackage.json`: a Frictionless Data Package over every Parquet and CSV file of a release."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl

from pipeline.describing.about import (
    CREATOR,
    CSV_NOTE,
    DATA_LICENCE,
    DESCRIPTION,
    KEYWORDS,
    NAME,
    ONET_SOURCE,
    TITLE,
)
from pipeline.describing.files import DataFile
from schemas.declare import Column, ForeignKey, Table
from schemas.sql import describe

_TYPES = {
    pl.String: "string",
    pl.Int32: "integer",
    pl.UInt32: "integer",
    pl.Boolean: "boolean",
    pl.Date: "date",
    pl.Float64: "number",
}


def data_package(files: Sequence[DataFile], build_info: dict[str, Any]) -> dict[str, Any]:
    """The descriptor. files: of the release; build_info: the one row of the table `build_info`."""
    tables = {f.table.name for f in files if f.is_csv}
    return {
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": str(build_info["data_version"]),
        # The day whose law the data give: a build has no clock of its own, so that the same input gives the same bytes.
        "created": f"{build_info['as_of']}T00:00:00Z",
        "keywords": list(KEYWORDS),
        "licenses": [DATA_LICENCE],
        "contributors": [{"title": CREATOR, "role": "author"}],
        "sources": [ONET_SOURCE],
        "resources": [_resource(f, tables) for f in files],
    }


def _resource(file: DataFile, in_csv: set[str]) -> dict[str, Any]:
    kind = "csv" if file.is_csv else "parquet"
    resource: dict[str, Any] = {
        "name": resource_name(file.table.name, kind),
        "title": f"{file.table.name} ({kind.upper() if file.is_csv else 'Parquet'})",
        "description": f"{file.table.description} {CSV_NOTE}" if file.is_csv else file.table.description,
        "path": file.path,
        # Frictionless reads lists in Parquet as arrays of NumPy, which its own types refuse: to its validator the
        # Parquet files are files with a size and a digest, and the CSV files are the tables. Both bear the schema.
        "type": "table" if file.is_csv else "file",
        "profile": "tabular-data-resource" if file.is_csv else "data-resource",
        "format": kind,
        "mediatype": "text/csv" if file.is_csv else "application/vnd.apache.parquet",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        # Frictionless counts the `rows` of tables; of a mere file it cannot.
        "rows" if file.is_csv else "rowCount": file.rows,
        "licenses": [DATA_LICENCE],
        "schema": table_schema(file.table, kind, in_csv),
    }
    if file.is_csv:
        # utf-8-sig: the file begins with a byte-order mark, without which Excel misreads names.
        resource["encoding"] = "utf-8-sig"
        resource["dialect"] = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True}
    return resource


def resource_name(table: str, kind: str) -> str:
    """CSV resources bear the name of their table (foreign keys point at them); Parquet ones end in '-parquet'."""
    plain = table.replace("_", "-")
    return plain if kind == "csv" else f"{plain}-parquet"


def table_schema(table: Table, kind: str, in_csv: set[str]) -> dict[str, Any]:
    """Table Schema of a table in one of its two forms. in_csv: tables that have a CSV file, to which keys may point."""
    schema: dict[str, Any] = {
        "fields": [_field(c, table, kind) for c in table.columns],
        "primaryKey": list(table.key),
    }
    keys = [_foreign_key(k, table, kind) for k in table.foreign_keys if _single(k, table) and k.to in in_csv]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _single(key: ForeignKey, table: Table) -> bool:
    """Table Schema has no foreign keys of list items; those are told in the field's description."""
    lists = {c.name for c in table.columns if isinstance(c.dtype, pl.List)}
    return not lists.intersection(key.columns)


def _foreign_key(key: ForeignKey, table: Table, kind: str) -> dict[str, Any]:
    to = "" if key.to == table.name else resource_name(key.to, kind)  # '' is the table itself
    return {"fields": list(key.columns), "reference": {"resource": to, "fields": list(key.to_columns)}}


def _field(column: Column, table: Table, kind: str) -> dict[str, Any]:
    is_list = isinstance(column.dtype, pl.List)
    field: dict[str, Any] = {
        "name": column.name,
        "title": column.name.replace("_", " "),
        "description": describe(column) + _list_note(column, table, kind),
    }
    constraints: dict[str, Any] = {}
    if is_list and kind == "csv":
        field["type"] = "string"
    elif is_list:
        field["type"] = "array"
        items = {"constraints": {"enum": list(column.allowed)}} if column.allowed else {}
        field["arrayItem"] = {"type": "string", **items}
    else:
        field["type"] = _TYPES[type(column.dtype)]
        if column.allowed:
            constraints["enum"] = list(column.allowed)
    if column.unit:
        field["unit"] = column.unit
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.at_least is not None:
        constraints["minimum"] = int(column.at_least) if int(column.at_least) == column.at_least else column.at_least
    elif isinstance(column.dtype, pl.UInt32):
        constraints["minimum"] = 0
    if not column.nullable and not _may_be_empty(column, kind):
        constraints["required"] = True
    if constraints:
        field["constraints"] = constraints
    if kind == "csv" and not column.nullable and _may_be_empty(column, kind):
        field["missingValues"] = []
    return field


def _may_be_empty(column: Column, kind: str) -> bool:
    """In CSV, empty text and an empty list are read as missing: such columns cannot be called required there."""
    text = isinstance(column.dtype, pl.List) or (
        column.dtype == pl.String() and not column.allowed and not column.pattern
    )
    return kind == "csv" and text


def _list_note(column: Column, table: Table, kind: str) -> str:
    if not isinstance(column.dtype, pl.List):
        return ""
    note = " A list" + (", joined by ' | '" if kind == "csv" else "") + "."
    for key in table.foreign_keys:
        if key.columns == (column.name,):
            note += f" Items are `{key.to_columns[0]}` of the table `{key.to}`."
    return note
