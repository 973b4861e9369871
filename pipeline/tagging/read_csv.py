"""Blocks from CSV and TSV, by Arrow's streaming reader. A row with too few or too many cells is rejected."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc

from pipeline.faults import Fault, InputFaults
from pipeline.tagging.blocks import BLOCK_BYTES, ROW_BYTES, Block, Reject, after, choose_text_column, make_block
from pipeline.tagging.inputs import InputFile


def header_of(file: InputFile) -> list[tuple[str, bool]]:
    """(name, True) of every column, from the first line."""
    try:
        with _stream(file, lambda _row: "skip", None, bytewise=True) as reader:
            return [(name.encode("latin-1").decode("utf-8"), True) for name in reader.schema.names]
    except UnicodeDecodeError as error:
        fault = Fault(str(file.path), "", "", "the name of a column is not UTF-8", "save the file as UTF-8")
        raise InputFaults([fault]) from error
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
        first = base
        try:
            for block in _of_file(file, column, keep, first):
                base = block.first_row + block.seen
                if block.first_row >= begin:
                    yield block
            continue
        except (pa.ArrowInvalid, OSError) as error:
            if not _is_bad_row(error):
                raise InputFaults([_fault(file, error)]) from error
        try:  # from the row on that comes next
            for block in _of_file(file, column, keep, first, bytewise=True):
                rest = after(block, base)
                if rest is not None:
                    base = rest.first_row + rest.seen
                    if rest.first_row >= begin:
                        yield rest
        except (pa.ArrowInvalid, OSError) as error:
            raise InputFaults([_fault(file, error)]) from error


def _is_bad_row(error: Exception) -> bool:
    """Arrow cannot hand over a row with a wrong number of cells that is not UTF-8: it fails instead."""
    return "Expected" in str(error) and "columns, got" in str(error)


def _of_file(file: InputFile, column: str, keep: list[str], base: int, bytewise: bool = False) -> Iterator[Block]:
    """`base`: number of the file's first row. Arrow tells the number of a bad row, and leaves it out of the batch.

    bytewise: each byte is read as one letter, so that a row of any bytes can be told, and turned back after; slow.
    """
    bad: dict[int, str] = {}

    def refuse(row: pc.InvalidRow) -> str:
        # Arrow counts lines from 1, the header among them.
        bad[base + (row.number or 2) - 2] = f"{row.actual_columns} cells, not {row.expected_columns}"
        return "skip"

    first = base
    names = {name: _as_letters(name) if bytewise else name for name in (column, *keep)}
    with _quietly(refuse), _stream(file, refuse, list(dict.fromkeys(names.values())), bytewise) as reader:
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
            columns = {k: batch.column(batch.schema.get_field_index(there)) for k, there in names.items()}
            if bytewise:
                columns = {k: _from_letters(values) for k, values in columns.items()}
            kept, text = {k: columns[k] for k in keep}, columns[column]
            yield make_block(str(file.path), first, numbers, at - first, text, kept, rejects)
            first = at
    if bad:
        left = [Reject(str(file.path), row, reason) for row, reason in sorted(bad.items())]
        last = max(bad) + 1
        empty = pa.array([], pa.large_string())
        yield Block(first, last - first, np.empty(0, np.uint64), empty, dict.fromkeys(keep, empty), tuple(left))


@contextmanager
def _quietly(handler: Callable[[pc.InvalidRow], str]) -> Iterator[None]:
    """No word of the handler's failure on standard error, where Python would put a traceback: it is dealt with."""
    before = sys.unraisablehook
    sys.unraisablehook = lambda told: None if told.object is handler else before(told)
    try:
        yield
    finally:
        sys.unraisablehook = before


def _as_letters(name: str) -> str:
    return name.encode("utf-8").decode("latin-1")


def _from_letters(column: pa.Array) -> pa.Array:
    """The bytes again that were read as letters."""
    values = column.to_pylist()
    return pa.array([None if v is None else v.decode("utf-8").encode("latin-1") for v in values], pa.binary())


def _stream(
    file: InputFile, refuse: Callable[[pc.InvalidRow], str], columns: list[str] | None, bytewise: bool = False
) -> pc.CSVStreamingReader:
    source = pa.input_stream(str(file.path), compression=file.compression)
    parse = pc.ParseOptions(
        delimiter="\t" if file.format == "tsv" else ",", newlines_in_values=True, invalid_row_handler=refuse
    )
    types = {name: pa.binary() for name in columns or []}
    convert = pc.ConvertOptions(
        include_columns=columns, column_types=types, strings_can_be_null=True, null_values=[""], check_utf8=False
    )
    encoding = "latin-1" if bytewise else "utf8"
    reading = pc.ReadOptions(use_threads=False, block_size=BLOCK_BYTES + ROW_BYTES, encoding=encoding)
    return pc.open_csv(source, read_options=reading, parse_options=parse, convert_options=convert)


def _fault(file: InputFile, error: Exception) -> Fault:
    return Fault(str(file.path), "", "", f"cannot be read as {file.format.upper()}: {error}", "check the file")
