"""Blocks of rows, the same on every run: what the readers give and the workers take."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.faults import Fault, InputFaults

BLOCK_ROWS = 131_072
BLOCK_BYTES = 24_000_000
ROW_BYTES = 8_000_000
"""A longer text is rejected: no posting is eight million bytes long, and one row must not fill the memory."""

TEXT_NAMES = ("text", "description", "job_description", "statement", "body", "content", "posting", "duties")


@dataclass(frozen=True)
class Reject:
    """A row that could not be read. `row`: number in the whole input, from 0."""

    file: str
    row: int
    reason: str


@dataclass(frozen=True)
class Block:
    """Consecutive rows. `rows`: their numbers in the whole input (uint64); `text`: large_string, null where empty.

    `kept`: the columns that are carried over, of the same length. `seen`: rows read for this block, rejects included.
    """

    first_row: int
    seen: int
    rows: np.ndarray
    text: pa.Array
    kept: dict[str, pa.Array] = field(default_factory=dict)
    rejects: tuple[Reject, ...] = ()


class ColumnMissing(Exception):
    """The column asked for is not there, or the text column cannot be told."""

    def __init__(self, wanted: str | None, there: list[str]) -> None:
        self.wanted, self.there = wanted, there
        super().__init__(f"no column {wanted}")


class ColumnTwice(Exception):
    """Two columns have the name that is meant."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"two columns {name}")


def choose_text_column(wanted: str | None, columns: list[tuple[str, bool]]) -> str:
    """The text column. columns: (name, whether it holds text). Raises ColumnMissing where it cannot be told."""
    chosen = _choose(wanted, columns)
    if sum(n == chosen for n, _ in columns) > 1:
        raise ColumnTwice(chosen)
    return chosen


def _choose(wanted: str | None, columns: list[tuple[str, bool]]) -> str:
    names = [n for n, _ in columns]
    if wanted is not None:
        if wanted not in names:
            raise ColumnMissing(wanted, names)
        return wanted
    by_name = {n.lower(): n for n in names}
    for name in TEXT_NAMES:
        if name in by_name:
            return by_name[name]
    texts = [n for n, is_text in columns if is_text]
    if len(texts) == 1:
        return texts[0]
    raise ColumnMissing(None, names)


def make_block(
    file: str, first_row: int, rows: np.ndarray, seen: int, text: pa.Array, kept: dict[str, pa.Array],
    rejects: list[Reject],
) -> Block:  # fmt: skip
    """A block of texts that are valid UTF-8 and not over-long; the others become rejects."""
    text, bad = _as_text(file, text)
    kept = {name: _shown(column) for name, column in kept.items()}
    lengths = pc.call_function("binary_length", [text]).fill_null(0).to_numpy(zero_copy_only=False)
    long = np.flatnonzero(lengths > ROW_BYTES)
    reasons = {int(i): "not UTF-8" for i in bad}
    reasons.update({int(i): f"text of {int(lengths[i])} bytes, more than {ROW_BYTES}" for i in long})
    if reasons:
        keep = np.ones(len(rows), bool)
        keep[list(reasons)] = False
        rejects = [*rejects, *(Reject(file, int(rows[i]), reason) for i, reason in sorted(reasons.items()))]
        mask = pa.array(keep)
        text, rows = text.filter(mask), rows[keep]
        kept = {name: column.filter(mask) for name, column in kept.items()}
    return Block(first_row, seen, rows, text, kept, tuple(sorted(rejects, key=lambda r: r.row)))


def after(block: Block, row: int) -> Block | None:
    """What of a block lies from a row on; None where nothing does."""
    if row <= block.first_row:
        return block
    end = block.first_row + block.seen
    if row >= end:
        return None
    mask = pa.array(block.rows >= row)
    kept = {name: column.filter(mask) for name, column in block.kept.items()}
    rejects = tuple(r for r in block.rejects if r.row >= row)
    return Block(row, end - row, block.rows[block.rows >= row], block.text.filter(mask), kept, rejects)


def _as_text(file: str, text: pa.Array) -> tuple[pa.Array, list[int]]:
    """The column as large_string, and the places of values that are not UTF-8 (null in the result).

    Raises InputFaults where it holds lists, records or other things that are no text.
    """
    if pa.types.is_dictionary(text.type):
        text = text.dictionary_decode()
    if not _is_bytes(text.type):
        try:
            text = text.cast(pa.large_string())
        except (pa.ArrowNotImplementedError, pa.ArrowInvalid) as error:
            problem = f"the column of texts holds {text.type}, not text"
            raise InputFaults([Fault(file, "", "", problem, "name another --text-column")]) from error
        if _is_valid(text):
            return text, []
    values: list[str | None] = []
    bad: list[int] = []
    raw = text.cast(pa.large_binary())
    try:
        return raw.cast(pa.large_string()), []
    except pa.ArrowInvalid:
        pass
    for i, value in enumerate(raw.to_pylist()):
        try:
            values.append(None if value is None else value.decode("utf-8"))
        except UnicodeDecodeError:
            values.append(None)
            bad.append(i)
    return pa.array(values, pa.large_string()), bad


def _is_bytes(kind: pa.DataType) -> bool:
    return pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_binary_view(kind)


def _is_valid(text: pa.Array) -> bool:
    """Whether strings are UTF-8. Arrow takes a file's word for it, in Parquet and in JSON."""
    try:
        text.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _shown(column: pa.Array) -> pa.Array:
    """A kept column; of strings that are not UTF-8 the wrong bytes become the replacement sign."""
    kind = column.type
    strings = pa.types.is_string(kind) or pa.types.is_large_string(kind)
    if not strings or _is_valid(column):
        return column
    raw = column.cast(pa.large_binary() if pa.types.is_large_string(kind) else pa.binary())
    return pa.array([None if v is None else v.decode("utf-8", "replace") for v in raw.to_pylist()], kind)
