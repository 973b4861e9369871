"""Parquet files that describe themselves: the same rows give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from schemas.declare import Table
from schemas.sql import describe


def write_parquet(table: Table, frames: Iterable[pl.DataFrame], path: Path) -> int:
    """Write frames, one row group each, with the table's description, key and columns in the schema's metadata.

    frames: collected frames in the declared shape of `table`. Returns the number of rows.
    """
    writer: pq.ParquetWriter | None = None
    rows = 0
    with ThreadPoolExecutor(1) as pool:  # the next frame is made while the last one is written
        pending: Future[None] | None = None
        try:
            for frame in frames:
                arrow = frame.to_arrow(compat_level=pl.CompatLevel.oldest())
                if writer is None:
                    writer = pq.ParquetWriter(path, _described(table, arrow.schema), compression="zstd")
                if pending is not None:
                    pending.result()
                pending = pool.submit(writer.write_table, pa.table(arrow.columns, schema=writer.schema))
                rows += frame.height
            if pending is not None:
                pending.result()
        finally:
            if writer is not None:
                writer.close()
    return rows


def _described(table: Table, schema: pa.Schema) -> pa.Schema:
    fields = [
        pa.field(
            column.name,
            schema.field(column.name).type,
            nullable=column.nullable,
            metadata={"description": describe(column), **({"unit": column.unit} if column.unit else {})},
        )
        for column in table.columns
    ]
    keys = [{"columns": list(k.columns), "to": k.to, "to_columns": list(k.to_columns)} for k in table.foreign_keys]
    metadata = {
        "description": table.description,
        "primary_key": json.dumps(list(table.key)),
        "foreign_keys": json.dumps(keys),
    }
    return pa.schema(fields, metadata=metadata)
