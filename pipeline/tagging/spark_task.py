"""What an executor of Spark does: the batches of one partition in, one part file and one note of it out.

Runs in Spark's Python workers. The code, the compiled lexicon and the law come by broadcast; read from storage is only
the input (by Spark), written only the part.
"""

from __future__ import annotations

import json
import socket
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.tagging.blocks import Reject, make_block
from pipeline.tagging.unknown_states import UnknownStates
from pipeline.tagging.work import Worker

HELD_BYTES = 64_000_000
"""Mentions held before they are sorted and written: bounds the memory of a worker."""


@dataclass(frozen=True)
class Job:
    """The same for all partitions. `files`: as the user named them; `types`: of the kept columns, as Arrow reads them.

    `out`: the directory of parts, on storage that the driver and all executors see.
    """

    worker: Worker
    files: list[str]
    types: dict[str, pa.DataType]
    out: str


def tag_partition(job: Job, batches: Iterator[pa.RecordBatch], attempt: int) -> dict[str, Any] | None:
    """Tag the batches of one partition; None where it holds no row.

    Columns of a batch: `file` (index of the file), `row` (in the whole input), `text`, then the kept columns in their
    order. `attempt`: no other task has this number, so that a task begun twice writes two files.
    """
    out = Path(job.out)
    note: dict[str, Any] = {"file": f"task-{attempt}.unfinished", "first_row": None, "rows": 0, "tagged": 0, "empty": 0,
                            "rejected": 0, "mentions": 0, "by_category": {}, "rejects": []}  # fmt: skip
    counts: Counter[str] = Counter()
    unknown = UnknownStates()
    writer = _Writer(out / note["file"])
    for batch in batches:
        for file, piece in _by_file(batch):
            rows = piece.column(1).to_numpy().astype(np.uint64)
            kept = {name: _typed(piece.column(3 + i), kind) for i, (name, kind) in enumerate(job.types.items())}
            block = make_block(job.files[file], int(rows[0]), rows, piece.num_rows, piece.column(2), kept, [])
            done = job.worker.tag(block)
            writer.add(done.mentions)
            first = int(rows.min())
            note["first_row"] = first if note["first_row"] is None else min(first, note["first_row"])
            note["rows"] += block.seen
            note["tagged"] += done.tagged
            note["empty"] += done.empty
            note["rejected"] += len(block.rejects)
            note["mentions"] += done.mentions.num_rows
            note["rejects"] += [_told(r) for r in block.rejects]
            counts.update(done.by_category)
            unknown.add(done.unknown.as_note())
    writer.close()
    note["by_category"] = dict(counts)
    note["unknown_states"] = unknown.as_note()
    return note if note["rows"] else None


def as_batch(note: dict[str, Any] | None) -> Iterator[pa.RecordBatch]:
    """The note as Spark carries it: one row of JSON."""
    notes = [] if note is None else [json.dumps(note)]
    yield pa.RecordBatch.from_arrays([pa.array(notes, pa.string())], ["note"])


def _by_file(batch: pa.RecordBatch) -> Iterator[tuple[int, pa.RecordBatch]]:
    """A batch may reach over the end of one file into the next."""
    if batch.num_rows == 0:
        return
    if batch.column(0).null_count:
        raise ValueError("Spark names a file that was not asked for")
    files = batch.column(0).to_numpy()
    cuts = [0, *(np.flatnonzero(np.diff(files)) + 1).tolist(), len(files)]
    for first, last in pairwise(cuts):
        yield int(files[first]), batch.slice(first, last - first)


def _typed(column: pa.Array, kind: pa.DataType) -> pa.Array:
    """A kept column in the type that the local engine reads: Spark has no unsigned numbers or nanoseconds."""
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return column if column.type == kind else column.cast(kind)


def _told(reject: Reject) -> list[str | int]:
    return [reject.file, reject.row, reject.reason]


class _Writer:
    """The part while it is written. Tables are held until many, then put in the order of rows and written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: list[pa.Table] = []
        self._bytes = 0
        self._writer: pq.ParquetWriter | None = None

    def add(self, mentions: pa.Table) -> None:
        self._held.append(mentions)
        self._bytes += mentions.nbytes
        if self._bytes >= HELD_BYTES:
            self._write()

    def close(self) -> None:
        if self._held:
            self._write()
        if self._writer is not None:
            self._writer.close()

    def _write(self) -> None:
        table = pa.concat_tables(self._held)
        rows = table.column("row").to_numpy()
        if np.any(rows[1:] < rows[:-1]):  # several pieces of files in one partition, in the order Spark likes
            table = table.take(pa.array(np.argsort(rows, kind="stable")))
        if self._writer is None:
            if not self._path.parent.is_dir():
                raise NotADirectoryError(f"{self._path.parent} is not seen on {socket.gethostname()}")
            self._writer = pq.ParquetWriter(
                self._path, table.schema, compression="zstd", compression_level=1, store_schema=False
            )
        self._writer.write_table(table)
        self._held, self._bytes = [], 0
