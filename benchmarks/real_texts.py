"""Real texts as Parquet, repeated up to a size: questionnaires of USAJOBS (whole documents), tasks of O*NET."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

GROUP_BYTES = 16_000_000


def _usajobs(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("usajobs_*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield from (json.loads(line)["description"] for line in file)


def _onet(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("onet_*/*")):
        if path.stem.lower().replace("_", " ") == "task statements":
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file, delimiter="\t" if path.suffix == ".txt" else ","):
                    yield row["Task"]
            return
    for path in sorted(folder.glob("*tasks*.jsonl")):
        with path.open(encoding="utf-8") as file:
            yield from (json.loads(line)["task"] for line in file)


SOURCES = {"usajobs": _usajobs, "onet": _onet}


def write_corpus(name: str, corpora: Path, size: int, out: Path) -> tuple[Path, int, int]:
    """(file, rows, bytes of text) of a corpus repeated until it has `size` bytes; no rows where it is not there."""
    texts = list(SOURCES[name](corpora)) if corpora.is_dir() else []
    path = out / f"{name}.parquet"
    if not texts:
        return path, 0, 0
    out.mkdir(parents=True, exist_ok=True)
    lengths = [len(text.encode()) for text in texts]
    rows = written = 0
    schema = pa.schema([("id", pa.int64()), ("text", pa.string())])
    with pq.ParquetWriter(path, schema, compression="zstd", compression_level=1) as writer:
        while written < size:
            first, group = rows, 0
            held: list[str] = []
            while group < GROUP_BYTES and written + group < size:
                at = rows % len(texts)
                held.append(texts[at])
                group += lengths[at]
                rows += 1
            writer.write_table(pa.table([pa.array(range(first, rows)), pa.array(held)], schema=schema))
            written += group
    return path, rows, written
