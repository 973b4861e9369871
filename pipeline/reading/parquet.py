"""Parquet by pyarrow: the column of texts, read only after its size is known."""

from __future__ import annotations

import io

from pipeline.reading import limits
from pipeline.reading.rows import choose_column, read_rows
from pipeline.reading.text import ReadText, refuse


def read(data: bytes, file: str, text_column: str | None) -> ReadText:
    """Each row's text."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    # Arrow's own kinds, and Python's where a name, a text or a number in the file is none.
    broken = (pa.ArrowException, OSError, ValueError, KeyError, IndexError, OverflowError)
    try:
        opened = pq.ParquetFile(io.BytesIO(data))
        meta, schema = opened.metadata, opened.schema_arrow
    except broken as error:
        refuse(f"is a damaged Parquet file ({str(error)[:100]})", "write it anew")
    if meta.num_rows > limits.ROWS:
        refuse(f"has {meta.num_rows:,} rows; at most {limits.ROWS:,} are read", "use 'scopebook tag' for a large table")
    names = [f.name for f in schema if _is_text(pa, f.type)]
    if not names:
        refuse("has no column of texts", "write the texts as strings")
    if text_column is not None and text_column not in names and text_column in schema.names:
        refuse(f"column '{text_column}' holds {schema.field(text_column).type}, not text", "name another --text-column")
    _check_size(meta)
    try:
        sample = opened.read_row_group(0, columns=names).slice(0, 200).to_pylist() if meta.num_row_groups else []
        column = choose_column(names, sample, text_column)
        texts = opened.read(columns=[column]).column(column).cast(pa.large_string()).to_pylist()
    except broken as error:
        refuse(f"is a damaged Parquet file ({str(error)[:100]})", "write it anew")
    return read_rows(file, "parquet", texts)


def _is_text(pa, kind) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)


def _check_size(meta) -> None:
    # Of whole groups: asked for the size of a damaged column, Arrow ends the process.
    total = sum(meta.row_group(group).total_byte_size for group in range(meta.num_row_groups))
    if total > limits.PARQUET_COLUMN_BYTES:
        refuse(f"unpacks to {total / 1e6:,.0f} MB", "use 'scopebook tag' for a large table")
