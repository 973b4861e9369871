"""Parquet files that describe themselves: the same rows give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from schemas.declare import Table
from schemas.sql import describe


def write_parquet(table: Table, frames: Iterable[pl.DataFrame | pa.Table], path: Path) -> int:
    """Write frames, one row group each. Returns the number of rows.

    frames: collected frames, or Arrow tables whose strings may be dictionary-encoded, in the declared shape of `table`.
    The schema's metadata hold the description of the table, its keys, and its columns with descriptions and units.
    """
    writer: pq.ParquetWriter | None = None
    rows = 0
    with ThreadPoolExecutor(1) as pool:  # the next frame is made while the last one is written
        pending: Future[None] | None = None
        try:
            for frame in frames:
                arrow = (
                    frame.to_arrow(compat_level=pl.CompatLevel.oldest()) if isinstance(frame, pl.DataFrame) else frame
                )
                if writer is None:
                    schema = _described(table, arrow.schema)
                    # Without Arrow's own schema in the file, encoded strings are read back as plain ones.
                    plain = not any(pa.types.is_dictionary(t) for t in schema.types)
                    # The large table is written quickly, with the statistics by which a state is found.
                    small: dict[str, Any] = {"compression": "zstd"}
                    fast: dict[str, Any] = {"compression": "snappy", "write_statistics": list(table.key[:1])}
                    writer = pq.ParquetWriter(path, schema, store_schema=plain, **(small if plain else fast))
                if pending is not None:
                    pending.result()
                pending = pool.submit(writer.write_table, pa.table(arrow.columns, schema=writer.schema))
                rows += arrow.num_rows
            if pending is not None and writer is not None:
                pending.result()
                if any(pa.types.is_dictionary(t) for t in writer.schema.types):
                    writer.add_key_value_metadata(writer.schema.metadata)  # else lost with Arrow's schema
        finally:
            if writer is not None:
                writer.close()
    return rows


def _described(table: Table, schema: pa.Schema) -> pa.Schema:
    fields = []
    columns = []
    for column in table.columns:
        told = {"description": describe(column), **({"unit": column.unit} if column.unit else {})}
        fields.append(pa.field(column.name, schema.field(column.name).type, nullable=column.nullable, metadata=told))
        columns.append({"name": column.name, **told})
    keys = [{"columns": list(k.columns), "to": k.to, "to_columns": list(k.to_columns)} for k in table.foreign_keys]
    metadata = {
        "description": table.description,
        "primary_key": json.dumps(list(table.key)),
        "foreign_keys": json.dumps(keys),
        "columns": json.dumps(columns),
    }
    return pa.schema(fields, metadata=metadata)
