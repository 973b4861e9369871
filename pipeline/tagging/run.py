"""The run: one reader, several workers, one writer; in memory stand only a few blocks at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import numpy as np
import pyarrow as pa

from pipeline.tagging import read_csv, read_lines, read_parquet
from pipeline.tagging.blocks import Block
from pipeline.tagging.inputs import InputFile
from pipeline.tagging.parts import Output, Part, Totals
from pipeline.tagging.work import Tagged, Worker

READERS = {"parquet": read_parquet.blocks, "csv": read_csv.blocks, "tsv": read_csv.blocks, "json": read_lines.blocks}


def tag(
    files: list[InputFile],
    output: Output,
    worker: Worker,
    run: dict[str, Any],
    *,
    text_column: str | None,
    keep: list[str],
    threads: int,
    restart: bool,
    told: Callable[[Totals], None],
) -> dict[str, Any]:
    """Tag all rows of `files` into `output`; goes on after the last whole part of an equal run.

    run: what makes two runs equal (input, lexicon, options). keep: columns that are carried over. threads: workers.
    told: called with the counts so far. Returns the summary. Raises InputFaults and ColumnMissing.
    """
    totals = Totals()
    done = output.begin(run, restart)
    for note in done:
        totals.add(note)
    told(totals)
    part: Part | None = None
    number = len(done)
    blocks = READERS[files[0].format](files, text_column, keep, totals.rows)
    for tagged in _in_order(blocks, worker, threads):
        if part is None:
            part = Part(output, number, tagged.block.first_row)
        part.add(tagged)
        if part.full:
            totals.add(part.close())
            told(totals)
            part, number = None, number + 1
    if part is None and number == 0:  # an empty input still gives a part, so that the output can be read
        part = Part(output, 0, 0)
        nothing = pa.array([], pa.large_string())
        part.add(worker.tag(Block(0, 0, np.empty(0, np.uint64), nothing, dict.fromkeys(keep, nothing))))
    if part is not None:
        totals.add(part.close())
        told(totals)
    return output.finish(totals, run)


def _in_order(blocks: Iterator[Block], worker: Worker, threads: int) -> Iterator[Tagged]:
    """Blocks are tagged side by side and given back in their order; reading runs ahead by a block for each worker."""
    with ThreadPoolExecutor(threads, "tag") as pool, ThreadPoolExecutor(1, "read") as reader:
        waiting: deque[Future[Tagged]] = deque()
        upcoming = reader.submit(next, blocks, None)
        while (block := upcoming.result()) is not None:
            upcoming = reader.submit(next, blocks, None)
            waiting.append(pool.submit(worker.tag, block))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
