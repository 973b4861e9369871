"""Blocks from CSV and TSV, by Arrow's streaming reader. A row with too few or too many cells is rejected."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc

from pipeline.faults import Fault, InputFaults
from pipeline.tagging.blocks import BLOCK_BYTES, ROW_BYTES, Block, Reject, choose_text_column, make_block
from pipeline.tagging.inputs import InputFile


def header_of(file: InputFile) -> list[tuple[str, bool]]:
    """(name, True) of every column, from the first line."""
    try:
        with _stream(file, lambda _row: "skip", None) as reader:
            return [(name, True) for name in reader.schema.names]
    except (pa.ArrowInvalid, OSError) as error:
        raise InputFaults([_fault(file, error)]) from error


def blocks(files: list[InputFile], text_column: str | None, keep: list[str], begin: int) -> Iterator[Block]:
    """Blocks from row `begin` of the whole input on. A row is a record after the header, quoted line ends within it."""
    base = 0
    for file in files:
        header = header_of(file)
        column = choose_text_column(text_column, header)
        for name in keep:
            choose_text_column(name, header)
        try:
            for block in _of_file(file, column, keep, base):
                base = block.first_row + block.seen
                if block.first_row >= begin:
                    yield block
        except (pa.ArrowInvalid, OSError) as error:
            raise InputFaults([_fault(file, error)]) from error


def _of_file(file: InputFile, column: str, keep: list[str], base: int) -> Iterator[Block]:
    """`base`: number of the file's first row. Arrow tells the number of a bad row, and leaves it out of the batch."""
    bad: dict[int, str] = {}

    def refuse(row: pc.InvalidRow) -> str:
        # Arrow counts lines from 1, the header among them.
        bad[base + (row.number or 2) - 2] = f"{row.actual_columns} cells, not {row.expected_columns}"
        return "skip"

    first = base
    with _stream(file, refuse, list(dict.fromkeys([column, *keep]))) as reader:
        for batch in reader:
            numbers = np.empty(batch.num_rows, np.uint64)
            rejects: list[Reject] = []
            at = first
            if bad:
                for i in range(batch.num_rows):
                    while at in bad:
                        rejects.append(Reject(str(file.path), at, bad.pop(at)))
                        at += 1
                    numbers[i] = at
                    at += 1
            else:
                numbers[:] = np.arange(first, first + batch.num_rows, dtype=np.uint64)
                at += batch.num_rows
            kept = {k: batch.column(batch.schema.get_field_index(k)) for k in keep}
            text = batch.column(batch.schema.get_field_index(column))
            yield make_block(str(file.path), first, numbers, at - first, text, kept, rejects)
            first = at
    if bad:
        left = [Reject(str(file.path), row, reason) for row, reason in sorted(bad.items())]
        last = max(bad) + 1
        empty = pa.array([], pa.large_string())
        yield Block(first, last - first, np.empty(0, np.uint64), empty, dict.fromkeys(keep, empty), tuple(left))


def _stream(
    file: InputFile, refuse: Callable[[pc.InvalidRow], str], columns: list[str] | None
) -> pc.CSVStreamingReader:
    source = pa.input_stream(str(file.path), compression=file.compression)
    parse = pc.ParseOptions(
        delimiter="\t" if file.format == "tsv" else ",", newlines_in_values=True, invalid_row_handler=refuse
    )
    types = {name: pa.binary() for name in columns or []}
    convert = pc.ConvertOptions(
        include_columns=columns, column_types=types, strings_can_be_null=True, null_values=[""], check_utf8=False
    )
    reading = pc.ReadOptions(use_threads=False, block_size=BLOCK_BYTES + ROW_BYTES)
    return pc.open_csv(source, read_options=reading, parse_options=parse, convert_options=convert)


def _fault(file: InputFile, error: Exception) -> Fault:
    return Fault(str(file.path), "", "", f"cannot be read as {file.format.upper()}: {error}", "check the file")
