"""Parquet files of statements and of whole postings, written by row groups: the memory does not grow with the rows.

A million statements are made; larger inputs repeat them, each row with an id and a posting's number of its own behind
the text ("... [4821]"), so that no row group compresses better than real text would. A file is kept and used again
where its name (rows, seed, digest of the lexicon and of the generator) is the same.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.postings import posting
from benchmarks.statements import Statement, Writer
from benchmarks.surface import Surface
from pipeline.matching import load_lexicon

GROUP_ROWS = 131_072
CHUNK = 8_192
DISTINCT_STATEMENTS, DISTINCT_POSTINGS = 1_000_000, 20_000
NUMBERS = 9_973  # prime: number and text meet anew in every repetition
_LETTERS = (
    "AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE "
    "NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY"
)
STATES = _LETTERS.split()
SCHEMA = pa.schema([("id", pa.int64()), ("text", pa.string()), ("state", pa.string()), ("truth", pa.string())])
"""`truth`: ids of the row's duties, a space between them, "-" before those denied; empty where it names none."""


class Inputs:
    """Inputs in a directory, made from the lexicon in `raw`. told: called with a line of progress."""

    def __init__(self, raw: Path, directory: Path, seed: int, told: Callable[[str], None] = lambda line: None) -> None:
        self._lexicon = load_lexicon(raw)
        self._writer: Writer | None = None
        self._directory, self._seed, self._told = directory, seed, told
        code = hashlib.sha256(self._lexicon.digest.encode())
        for path in sorted(Path(__file__).parent.glob("*.py")):
            if path.stem in ("inputs", "noise", "other_words", "postings", "statements", "surface"):
                code.update(path.read_bytes())
        self._digest = code.hexdigest()[:12]

    def statements(self, rows: int) -> Path:
        """`rows` rows of one statement each, half of them of no duty."""
        return self._file("statements", rows, DISTINCT_STATEMENTS, self._statement)

    def postings(self, rows: int) -> Path:
        """`rows` whole postings of many lines."""
        return self._file("postings", rows, DISTINCT_POSTINGS, self._posting)

    def _statement(self, rng: random.Random) -> Statement:
        return self._own_writer().statement(rng)

    def _posting(self, rng: random.Random) -> Statement:
        return posting(self._own_writer(), rng)

    def _own_writer(self) -> Writer:
        if self._writer is None:
            self._writer = Writer(Surface(self._lexicon))
        return self._writer

    def _file(self, kind: str, rows: int, most: int, make: Callable[[random.Random], Statement]) -> Path:
        path = self._directory / f"{kind}-{rows}-{self._seed}-{self._digest}.parquet"
        if path.exists():
            return path
        self._directory.mkdir(parents=True, exist_ok=True)
        distinct = min(rows, most)
        texts, states, truths = self._distinct(kind, distinct, make)
        numbers = pa.array([f" [{i:04d}]" for i in range(NUMBERS)])
        staged = path.with_suffix(".unfinished")
        with pq.ParquetWriter(staged, SCHEMA, compression="zstd", compression_level=1) as writer:
            for first in range(0, rows, GROUP_ROWS):
                ids = np.arange(first, min(first + GROUP_ROWS, rows), dtype=np.int64)
                at = pa.array(ids % distinct)
                text = pc.binary_join_element_wise(texts.take(at), numbers.take(pa.array(ids % NUMBERS)), "")
                columns = [pa.array(ids), text, states.take(at), truths.take(at)]
                writer.write_table(pa.table(columns, schema=SCHEMA), row_group_size=GROUP_ROWS)
                if first // GROUP_ROWS % 64 == 63:
                    self._told(f"  {kind}: {first + len(ids):,} rows of {rows:,} written")
        staged.rename(path)
        return path

    def _distinct(
        self, kind: str, rows: int, make: Callable[[random.Random], Statement]
    ) -> tuple[pa.Array, pa.Array, pa.Array]:
        """Texts, states and truths of the distinct rows. The first ones are the same however many there are."""
        parts: list[tuple[pa.Array, pa.Array, pa.Array]] = []
        for number, first in enumerate(range(0, rows, CHUNK)):
            rng = random.Random(f"{self._seed} {kind} {number}")
            made = [make(rng) for _ in range(min(CHUNK, rows - first))]
            parts.append(
                (
                    pa.array([s.text for s in made]),
                    pa.array([rng.choice(STATES) for _ in made]),
                    pa.array([" ".join(s.truth) for s in made]),
                )
            )
            if number % 16 == 15:
                self._told(f"  {kind}: {first + len(made):,} distinct rows of {rows:,} made")
        texts, states, truths = (pa.concat_arrays(column) for column in zip(*parts, strict=True))
        return texts, states, truths


def read_sample(path: Path, rows: int) -> Iterator[tuple[str, frozenset[str]]]:
    """Text and truth of the first `rows` rows."""
    left = rows
    for batch in pq.ParquetFile(path).iter_batches(CHUNK, columns=["text", "truth"]):
        for text, truth in zip(batch["text"][:left].to_pylist(), batch["truth"][:left].to_pylist(), strict=True):
            yield text, frozenset(truth.split())
        left -= min(left, batch.num_rows)
        if left == 0:
            return
