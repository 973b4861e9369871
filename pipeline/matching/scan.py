"""`scan`: Arrow strings in, columns of mentions out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from pipeline.matching import kernel as k
from pipeline.matching.compile import CompiledLexicon
from pipeline.matching.tables import new_scratch

if TYPE_CHECKING:
    import polars as pl

PIECE = 32_768  # rows of one call of the kernel: bounds the output buffer
_EMPTY = np.zeros(1, np.uint8)


@dataclass(frozen=True)
class Mentions:
    """Columns of equal length, ordered by row, then sentence, then position of the alias's anchor.

    row u64 (input row, from 0); start, end u32 (characters in the row's text, end exclusive); duty u16 (index into
    `duty_ids`); polarity u8 (0 affirmed, 1 negated); kind u8 (index into grammar.KINDS; only 0, `duty`, says that
    the job-holder does it); conditional u8; alias u32 (index into CompiledLexicon.aliases); statement_start,
    statement_end u32 (the sentence or bullet it stands in).
    """

    row: np.ndarray
    start: np.ndarray
    end: np.ndarray
    duty: np.ndarray
    polarity: np.ndarray
    kind: np.ndarray
    conditional: np.ndarray
    alias: np.ndarray
    statement_start: np.ndarray
    statement_end: np.ndarray
    duty_ids: list[str]

    def __len__(self) -> int:
        return len(self.row)

    def to_polars(self) -> pl.DataFrame:
        """The same columns as a frame, with `duty_id` and names for polarity and kind (Enum columns)."""
        import polars as pl

        from pipeline.matching.grammar import KINDS

        def named(codes: np.ndarray, names: list[str]) -> pl.Series:
            return pl.Series(names, dtype=pl.String).gather(codes.astype(np.uint32))

        return pl.DataFrame(
            {
                "row": self.row,
                "start": self.start,
                "end": self.end,
                "duty_id": named(self.duty, self.duty_ids),
                "polarity": named(self.polarity, ["affirmed", "negated"]),
                "kind": named(self.kind, list(KINDS)),
                "conditional": self.conditional.astype(np.bool_),
                "alias": self.alias,
                "statement_start": self.statement_start,
                "statement_end": self.statement_end,
            }
        )


def buffers(chunk: pa.Array) -> tuple[np.ndarray, np.ndarray, np.ndarray, bool, int]:
    """(text bytes, int64 or int32 offsets of the rows, validity bits, any null, first bit) of a string chunk."""
    wide = pa.types.is_large_string(chunk.type)
    validity, offsets, data = chunk.buffers()
    kind = np.int64 if wide else np.int32
    width = 8 if wide else 4
    spans: np.ndarray
    if offsets is None or offsets.size == 0:
        spans = np.zeros(len(chunk) + 1, kind)
    else:
        spans = np.frombuffer(offsets, kind, len(chunk) + 1, chunk.offset * width)
    text = np.frombuffer(data, np.uint8) if data is not None and data.size else _EMPTY
    has_valid = validity is not None and chunk.null_count > 0
    bits = np.frombuffer(validity, np.uint8) if validity is not None and has_valid else _EMPTY
    return text, spans, bits, has_valid, chunk.offset


def as_chunks(strings: pa.Array | pa.ChunkedArray) -> list[pa.Array]:
    """Chunks of a column as string or large_string arrays. Raises TypeError on any other type."""
    chunks = strings.chunks if isinstance(strings, pa.ChunkedArray) else [strings]
    out = []
    for chunk in chunks:
        if pa.types.is_string_view(chunk.type):
            chunk = chunk.cast(pa.large_string())
        elif pa.types.is_dictionary(chunk.type):
            chunk = chunk.dictionary_decode()
        elif pa.types.is_null(chunk.type):
            chunk = chunk.cast(pa.large_string())
        if not (pa.types.is_string(chunk.type) or pa.types.is_large_string(chunk.type)):
            raise TypeError(f"a string column is needed, not {chunk.type}")
        out.append(chunk)
    return out


def run(
    compiled: CompiledLexicon, chunk: pa.Array, mode: int, first: int, last: int, base: int, scratch: object
) -> list[tuple[int, np.ndarray]]:
    """Kernel over rows first..last of one chunk; blocks of int32[n, COLUMNS] with the row that their
    rows count from."""
    text, spans, bits, has_valid, bit0 = buffers(chunk)
    spans = spans.astype(np.int64, copy=False)  # one compiled kernel for both widths
    blocks = []
    size = max(4096, 4 * min(PIECE, last - first))
    out = np.empty((size, k.COLUMNS), np.int32)
    at = first
    while at < last:
        stop = min(at + PIECE, last)
        n, after = k.scan_rows(
            compiled.tables.i, compiled.tables.w, scratch, text, spans, bits, has_valid, bit0, at, stop, mode, out
        )
        if n:
            blocks.append((base, out[:n].copy()))
        if after == at and n == 0 and after < stop:
            out = np.empty((out.shape[0] * 4, k.COLUMNS), np.int32)
        at = after
    return blocks


def _gather(blocks: list[tuple[int, np.ndarray]], compiled: CompiledLexicon) -> Mentions:
    table = np.concatenate([b for _, b in blocks]) if blocks else np.empty((0, k.COLUMNS), np.int32)
    rows = table[:, k.ROW].astype(np.uint64)
    at = 0
    for base, block in blocks:
        rows[at : at + len(block)] += np.uint64(base)
        at += len(block)

    def col(i: int, kind: type) -> np.ndarray:
        return table[:, i].astype(kind)

    return Mentions(
        rows,
        col(k.START, np.uint32),
        col(k.END, np.uint32),
        col(k.DUTY, np.uint16),
        col(k.POLARITY, np.uint8),
        col(k.KIND, np.uint8),
        col(k.CONDITIONAL, np.uint8),
        compiled.alias_of[table[:, k.ALIAS]],
        col(k.ST_START, np.uint32),
        col(k.ST_END, np.uint32),
        compiled.duty_ids,
    )


def scan(compiled: CompiledLexicon, strings: pa.Array | pa.ChunkedArray, threads: int = 1) -> Mentions:
    """Every mention of a duty in a column of texts (a row: one statement or a whole document).

    The same mentions whatever the chunks and the threads. Raises TypeError where `strings` is no string column.
    """
    jobs = []
    base = 0
    for chunk in as_chunks(strings):
        share = max(1024, -(-len(chunk) // max(1, threads)))
        for first in range(0, len(chunk), share):
            jobs.append((chunk, first, min(first + share, len(chunk)), base))
        base += len(chunk)
    if threads <= 1 or len(jobs) <= 1:
        scratch = new_scratch()
        found = [run(compiled, c, k.MENTIONS, a, b, o, scratch) for c, a, b, o in jobs]
    else:
        with ThreadPoolExecutor(threads) as pool:
            found = list(pool.map(lambda j: run(compiled, j[0], k.MENTIONS, j[1], j[2], j[3], new_scratch()), jobs))
    return _gather([block for part in found for block in part], compiled)
