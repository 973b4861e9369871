"""What is measured as a process of its own: `python -m benchmarks.child NAME ...` prints one line of JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def lowercase(source: str, out: str) -> dict[str, float]:
    """The measure of the disk: Polars reads the text and writes it lower-cased, compressed as `tag` compresses."""
    import polars as pl

    text = pl.scan_parquet(source).select(pl.col("text").str.to_lowercase())
    text.sink_parquet(out, compression="zstd", compression_level=1)
    return {}


def engine(name: str, raw: str, kept: str, source: str, rows: str) -> dict[str, float]:
    """Seconds that an engine takes for the first `rows` texts, in memory, on one thread; what it found of the truth."""
    from benchmarks.engines import ENGINES
    from benchmarks.inputs import read_sample
    from pipeline.matching import load_lexicon

    sample = list(read_sample(Path(source), int(rows)))
    begun = time.perf_counter()
    one = ENGINES[name](load_lexicon(Path(raw)), Path(kept))
    prepared = getattr(one, "prepare_seconds", time.perf_counter() - begun)  # of what was kept, that of its making
    ready = one.read([text for text, _ in sample])
    one.find(one.read([text for text, _ in sample[:50]]))
    begun = time.perf_counter()
    answer = one.find(ready)
    seconds = time.perf_counter() - begun
    return {
        "seconds": seconds,
        "prepare_seconds": prepared,
        "rows": len(sample),
        "patterns": one.patterns,
        **_held_against([truth for _, truth in sample], one.found(answer)),
    }


def _held_against(truths: list[frozenset[str]], found: list[set[str]]) -> dict[str, float]:
    """Recall of the true duties, with and without regard to denial; duties told a text; texts of none told one."""
    signed = plain = total = told = false = none = 0
    for truth, got in zip(truths, found, strict=True):
        bare = {duty.lstrip("-") for duty in got}
        signed += len(truth & got)
        plain += len({duty.lstrip("-") for duty in truth} & bare)
        total += len(truth)
        told += len(bare)
        none += not truth
        false += not truth and bool(got)
    return {
        "recall": plain / max(total, 1),
        "recall_with_denial": signed / max(total, 1),
        "duties_a_text": told / max(len(truths), 1),
        "false_share": false / max(none, 1),
    }


def scan_with(raw: str, kept: str, source: str, rows: str) -> dict[str, float]:
    """Seconds of the matcher over the first `rows` texts with the lexicon in `raw`, compiled before."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from pipeline.matching import compile_cached, load_lexicon, scan

    lexicon = load_lexicon(Path(raw))
    begun = time.perf_counter()
    compiled = compile_cached(lexicon, Path(kept))
    prepared = time.perf_counter() - begun
    batches = pq.ParquetFile(source).iter_batches(columns=["text"])
    chunks, left = [], int(rows)
    while left > 0 and (batch := next(batches, None)) is not None:
        chunks.append(batch["text"][:left])
        left -= len(chunks[-1])
    text = pa.chunked_array(chunks)
    scan(compiled, text[:1000])
    begun = time.perf_counter()
    mentions = scan(compiled, text)
    seconds = time.perf_counter() - begun
    return {
        "seconds": seconds,
        "prepare_seconds": prepared,
        "rows": len(text),
        "aliases": len(compiled.aliases),
        "families": len(compiled.thing_names),
        "mentions": len(mentions),
    }


if __name__ == "__main__":
    result = {"lowercase": lowercase, "engine": engine, "scan": scan_with}[sys.argv[1]](*sys.argv[2:])
    print(json.dumps(result))
