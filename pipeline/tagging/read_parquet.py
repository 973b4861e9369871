"""Blocks from Parquet. Whole row groups before the row to begin at are not read."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.faults import Fault, InputFaults
from pipeline.tagging.blocks import BLOCK_BYTES, BLOCK_ROWS, Block, choose_text_column, make_block
from pipeline.tagging.inputs import InputFile

BROKEN = (pa.ArrowException, OSError, ValueError, KeyError, IndexError, OverflowError)
"""What Arrow raises on a damaged file: its own kinds, and Python's where a name or a number in it is none."""


def _open(file: InputFile) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(file.path)
    except BROKEN as error:
        fault = Fault(str(file.path), "", "", f"not a readable Parquet file: {error}", "check the file")
        raise InputFaults([fault]) from error


def count_rows(files: list[InputFile]) -> int:
    """Rows of all files, from their footers."""
    return sum(_open(f).metadata.num_rows for f in files)


def columns_of(file: InputFile) -> list[tuple[str, bool]]:
    """(name, whether it holds text) of every column."""
    schema = _open(file).schema_arrow
    return [(f.name, pa.types.is_string(f.type) or pa.types.is_large_string(f.type) or pa.types.is_string_view(f.type))
            for f in schema]  # fmt: skip


def blocks(files: list[InputFile], text_column: str | None, keep: list[str], begin: int) -> Iterator[Block]:
    """Blocks from row `begin` of the whole input on. They never cross a row group: the same on every run."""
    base = 0
    for file in files:
        opened = _open(file)
        column = choose_text_column(text_column, columns_of(file))
        for name in keep:
            choose_text_column(name, columns_of(file))
        _check_text(file, opened.schema_arrow.field(column))
        meta = opened.metadata
        wanted = list(dict.fromkeys([column, *keep]))
        for group in range(meta.num_row_groups):
            try:
                info = meta.row_group(group)
                if base + info.num_rows <= begin:
                    base += info.num_rows
                    continue
                rows = _block_rows(info.num_rows, _size(opened, group, column))
                for batch in opened.iter_batches(rows, row_groups=[group], columns=wanted):
                    if base >= begin:
                        numbers = np.arange(base, base + batch.num_rows, dtype=np.uint64)
                        kept = {n: batch.column(batch.schema.get_field_index(n)) for n in keep}
                        text = batch.column(batch.schema.get_field_index(column))
                        yield make_block(str(file.path), base, numbers, batch.num_rows, text, kept, [])
                    base += batch.num_rows
            except BROKEN as error:
                fault = Fault(str(file.path), f"row group {group}", "", f"cannot be read: {error}", "check the file")
                raise InputFaults([fault]) from error


def _check_text(file: InputFile, field: pa.Field) -> None:
    kind = field.type.value_type if pa.types.is_dictionary(field.type) else field.type
    texts = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null,
             pa.types.is_binary, pa.types.is_large_binary, pa.types.is_binary_view)  # fmt: skip
    if not any(is_text(kind) for is_text in texts):
        fault = Fault(
            str(file.path),
            "",
            field.name,
            f"the column of texts holds {field.type}, not text",
            "name another --text-column",
        )
        raise InputFaults([fault])


def _size(opened: pq.ParquetFile, group: int, column: str) -> int:
    """Bytes of a column in a row group, uncompressed. Raises what Arrow raises where it is damaged."""
    # Asked for its size, a damaged column ends the process; read, it raises. So a row of it is read first.
    next(opened.iter_batches(1, row_groups=[group], columns=[column]), None)
    schema = opened.metadata.schema
    place = next((i for i in range(len(schema)) if schema.column(i).path.split(".")[0] == column), None)
    return 0 if place is None else opened.metadata.row_group(group).column(place).total_uncompressed_size


def _block_rows(rows: int, size: int) -> int:
    """Rows a block, so that its text stays near BLOCK_BYTES. Depends on the file alone."""
    if rows == 0 or size == 0:
        return BLOCK_ROWS
    return max(256, min(BLOCK_ROWS, int(BLOCK_BYTES / (size / rows))))
