"""Blocks from JSON lines: cut at line ends, parsed by Arrow; a line that is no record is rejected by its number."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import IO, Any

import numpy as np
import pyarrow as pa
import pyarrow.json as pj

from pipeline.faults import Fault, InputFaults
from pipeline.tagging.blocks import (
    BLOCK_BYTES,
    ROW_BYTES,
    Block,
    ColumnMissing,
    Reject,
    choose_text_column,
    make_block,
)
from pipeline.tagging.inputs import InputFile


def open_bytes(file: InputFile) -> IO[bytes]:
    """The file's bytes, decompressed."""
    stream = pa.input_stream(str(file.path), compression=file.compression)
    return io.BufferedReader(stream, 1 << 20)  # type: ignore[arg-type]


def blocks(files: list[InputFile], text_column: str | None, keep: list[str], begin: int) -> Iterator[Block]:
    """Blocks from row `begin` of the whole input on. A row is a line that is not blank. Raises ColumnMissing."""
    _named_somewhere(files, [*([text_column] if text_column is not None else []), *keep])
    base = 0
    for file in files:
        column = text_column
        for piece in _pieces(file):
            if not piece.strip():
                continue
            column = _guess(file) if column is None else column
            block = _block(file, base, piece, column, keep)
            if base >= begin:
                yield block
            base += block.seen


def _named_somewhere(files: list[InputFile], wanted: list[str]) -> None:
    """Raises ColumnMissing for a field that no record at the beginning of any file has.

    A record may leave out a field that is null, and a file may hold no such record; but a name that none of them has is
    a slip of the hand, and would pass for a million rows without a duty.
    """
    there: list[str] = []
    for file in files:
        if not wanted:
            return
        piece = next(_pieces(file), b"")
        wanted = [name for name in wanted if json.dumps(name, ensure_ascii=False).encode() not in piece]
        for record in _records(piece) if wanted else ():
            there = there or list(record)
            wanted = [name for name in wanted if name not in record]
    if wanted and there:
        raise ColumnMissing(wanted[0], there)


def _records(piece: bytes) -> Iterator[dict[str, Any]]:
    for line in piece.split(b"\n"):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield record


def _pieces(file: InputFile) -> Iterator[bytes]:
    """Whole lines, about BLOCK_BYTES together. Of a line over the limit only the beginning, which is rejected later."""
    rest = b""
    try:
        with open_bytes(file) as stream:
            while data := stream.read(BLOCK_BYTES):
                rest += data
                cut = rest.rfind(b"\n") + 1
                if cut:
                    yield rest[:cut]
                    rest = rest[cut:]
                elif len(rest) > 2 * ROW_BYTES:
                    while (more := stream.readline(1 << 20)) and not more.endswith(b"\n"):
                        pass
                    yield rest[: 2 * ROW_BYTES] + b"\n"
                    rest = b""
    except (OSError, pa.ArrowInvalid) as error:
        fault = Fault(str(file.path), "", "", f"cannot be read: {error}", "check the file")
        raise InputFaults([fault]) from error
    if rest.strip():
        yield rest + b"\n"


def _guess(file: InputFile) -> str:
    """The text column by the first line that is a record."""
    for record in (r for piece in _pieces(file) for r in _records(piece)):
        return choose_text_column(None, [(k, isinstance(v, str)) for k, v in record.items()])
    raise ColumnMissing(None, [])


def _one_a_line(piece: bytes) -> bool:
    """Whether every line begins and ends as a record does: Arrow also takes two on a line, and one on two lines."""
    lines = piece.count(b"\n")
    begun = piece.count(b"\n{") + piece.startswith(b"{")
    return begun == lines == piece.count(b"}\n") + piece.count(b"}\r\n")


def _block(file: InputFile, base: int, piece: bytes, column: str, keep: list[str]) -> Block:
    wanted = list(dict.fromkeys([column, *keep]))
    fields = [pa.field(name, pa.string()) for name in wanted]
    options = pj.ParseOptions(explicit_schema=pa.schema(fields), unexpected_field_behavior="ignore")
    reading = pj.ReadOptions(use_threads=False, block_size=len(piece) + 1)
    try:
        if not _one_a_line(piece):
            raise pa.ArrowInvalid("some line is no record")
        table = pj.read_json(io.BytesIO(piece), reading, options)
        if table.num_rows != piece.count(b"\n"):
            raise pa.ArrowInvalid("rows and lines differ")
        table = table.combine_chunks()
        numbers = np.arange(base, base + table.num_rows, dtype=np.uint64)
        kept = {k: _whole(table.column(k)) for k in keep}
        return make_block(str(file.path), base, numbers, len(numbers), _whole(table.column(column)), kept, [])
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        lines = [line for line in piece.split(b"\n") if line.strip()]
        return _one_by_one(file, base, lines, column, wanted, keep)


def _one_by_one(
    file: InputFile, base: int, lines: list[bytes], column: str, wanted: list[str], keep: list[str]
) -> Block:
    """A block in which some line is at fault: each is read by itself."""
    good: list[int] = []
    values: dict[str, list[Any]] = {name: [] for name in wanted}
    rejects: list[Reject] = []
    for i, line in enumerate(lines):
        try:
            record = json.loads(line)
            problem = None if isinstance(record, dict) else "not a JSON object"
            if problem is None and not isinstance(record.get(column), str | None):
                problem = f"'{column}' is no text"
        except RecursionError:
            record, problem = {}, "nested too deeply"
        except ValueError as error:
            record, problem = {}, f"not valid JSON: {error}"
        cells: list[str | None] = []
        if problem is None:
            try:
                cells = [_cell(record.get(name)) for name in wanted]
            except RecursionError:
                problem = "nested too deeply"
        if problem is not None:
            rejects.append(Reject(str(file.path), base + i, problem))
            continue
        good.append(i)
        for name, cell in zip(wanted, cells, strict=True):
            values[name].append(cell)
    numbers = np.array(good, np.uint64) + np.uint64(base)
    arrays = {name: _strings(values[name]) for name in wanted}
    return make_block(str(file.path), base, numbers, len(lines), arrays[column], {k: arrays[k] for k in keep}, rejects)


def _cell(value: Any) -> str | None:
    return value if isinstance(value, str) or value is None else json.dumps(value)


def _strings(values: list[Any]) -> pa.Array:
    """Strings; lone surrogates, which JSON can spell and UTF-8 cannot, become the replacement sign."""
    clean = [None if v is None else v.encode("utf-8", "replace").decode() for v in values]
    return pa.array(clean, pa.large_string())


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks or [pa.array([], column.type)])
