"""The run on Spark: the same matcher over Arrow batches, on as many machines as the master has.

Input and output lie on storage that the driver and all executors see under the same path. Each task writes a part of
its own; the driver takes those whose tasks Spark counts as done, and names them in the order of their rows. Parts hold
what Spark put into a partition; a run that was killed begins anew.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlparse

import numpy as np
import pyarrow as pa

from pipeline.tagging import read_parquet, spark_code
from pipeline.tagging.blocks import BLOCK_ROWS, Block, choose_text_column
from pipeline.tagging.inputs import InputFile
from pipeline.tagging.parts import Output, Part, Totals, _inert, _write
from pipeline.tagging.spark_session import fail, need_spark, session
from pipeline.tagging.spark_task import Job
from pipeline.tagging.work import Worker

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession  # pyright: ignore[reportMissingImports]

BATCH_BYTES = 64_000_000
SETTINGS = {
    "spark.sql.caseSensitive": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.legacy.parquet.nanosAsLong": "true",
    "spark.sql.parquet.mergeSchema": "false",
    "spark.sql.files.openCostInBytes": "262144",  # text is packed tightly: small files are still worth sharing out
    "spark.sql.files.ignoreCorruptFiles": "false",
    "spark.sql.files.ignoreMissingFiles": "false",
    "spark.sql.execution.arrow.maxBytesPerBatch": str(BATCH_BYTES),
}


def tag_with_spark(
    files: list[InputFile], out: Path, worker: Worker, run: dict[str, Any], text_column: str | None, keep: list[str],
    master: str, restart: bool,
) -> dict[str, Any]:  # fmt: skip
    """Tag all rows of `files` into `out`: the rows of the local engine, whatever the partitions. Returns the summary.

    run: what makes two runs equal. keep: columns that are carried over. master: Spark's URL; passed over where
    a session is active. Raises InputFaults and ColumnMissing.
    """
    from filelock import FileLock, Timeout

    if files[0].format != "parquet":
        raise fail(
            str(files[0].path), f"is {files[0].format}, and --engine spark reads Parquet only",
            "convert it to Parquet first, or use --engine local",
        )  # fmt: skip
    need_spark()
    plan = _Plan(files, text_column, keep)
    run = {**run, "engine": "spark"}
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(out.with_name(out.name + ".lock"), timeout=0):
            output = Output(out)
            if output.begin(run, restart):
                finished = output.notes / "summary.json"
                if finished.exists():
                    return json.loads(finished.read_text(encoding="utf-8"))
                output.begin(run, True)
            try:
                notes = _notes(plan, worker, out, master) if plan.rows else []
                return _finish(output, notes, plan, worker, run)
            finally:
                for path in out.glob("*.unfinished"):
                    path.unlink(missing_ok=True)
    except Timeout as error:
        raise fail(str(out), "another run is writing here", "wait for it or name another --out") from error


class _Plan:
    """What the footers tell the driver: the row each file begins at, its columns, rows a batch."""

    def __init__(self, files: list[InputFile], text_column: str | None, keep: list[str]) -> None:
        self.shown = [str(f.path) for f in files]
        self.paths = [os.path.abspath(f.path) for f in files]
        self.begins: list[int] = []
        self.batch_rows = BLOCK_ROWS
        self.rows = 0
        texts, kinds = set(), set()
        for file, path in zip(files, self.paths, strict=True):
            if Path(path).name[0] in "._":
                raise fail(str(file.path), "begins with . or _: Spark passes such files over", "rename it")
            if ":" in Path(path).name:
                raise fail(str(file.path), "has a colon in its name: Spark cannot open it", "rename it")
            columns = read_parquet.columns_of(file)
            self.text = choose_text_column(text_column, columns)
            texts.add(self.text)
            for name in keep:
                choose_text_column(name, columns)
            self.begins.append(self.rows)
            opened = read_parquet._open(file)
            kinds.add(tuple(opened.schema_arrow.field(name).type for name in keep))
            self.types = dict(zip(keep, (opened.schema_arrow.field(name).type for name in keep), strict=True))
            self.rows += opened.metadata.num_rows
            for group in range(opened.metadata.num_row_groups):
                info = opened.metadata.row_group(group)
                self.batch_rows = min(self.batch_rows, read_parquet._block_rows(info.num_rows, info.total_byte_size))
        if len(set(self.paths)) < len(self.paths):
            raise fail(self.shown[0], "a file is named twice", "mend the glob")
        if len(texts) > 1:
            raise fail(
                self.shown[0], f"the files' text columns differ ({', '.join(sorted(texts))})", "use --text-column"
            )
        if len(kinds) > 1:
            raise fail(self.shown[0], "the files' kept columns differ in type", "write them alike first")


def _notes(plan: _Plan, worker: Worker, out: Path, master: str) -> list[dict[str, Any]]:
    """Run the tasks; the notes of their parts, in the order of rows."""
    from py4j.protocol import Py4JError  # pyright: ignore[reportMissingImports]
    from pyspark import cloudpickle  # pyright: ignore[reportMissingImports]
    from pyspark.errors import PySparkException  # pyright: ignore[reportMissingImports]

    settings = {**SETTINGS, "spark.sql.execution.arrow.maxRecordsPerBatch": str(plan.batch_rows)}
    job = Job(worker, plan.shown, plan.types, os.path.abspath(out))
    cloudpickle.register_pickle_by_value(spark_code)  # else the workers would look for it before it can be found
    try:
        with session(master, settings) as spark:
            rows = _run(spark, plan, job)
    except (PySparkException, Py4JError) as error:
        raise fail(master, f"Spark could not finish: {_cause(str(error))}", "see Spark's log") from error
    finally:
        cloudpickle.unregister_pickle_by_value(spark_code)
    return sorted((json.loads(row["note"]) for row in rows), key=lambda note: note["first_row"])


def _run(spark: SparkSession, plan: _Plan, job: Job) -> list[Any]:
    code, digest = spark_code.pack()
    sent_code = spark.sparkContext.broadcast(code)
    sent_job = spark.sparkContext.broadcast(job)
    make_importable = spark_code.make_importable

    def task(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from pyspark import TaskContext  # pyright: ignore[reportMissingImports]

        make_importable(sent_code.value, digest)
        from pipeline.tagging.spark_task import as_batch, tag_partition

        context = TaskContext.get()
        assert context is not None
        return as_batch(tag_partition(sent_job.value, batches, context.taskAttemptId()))

    try:
        return _numbered(spark, plan).mapInArrow(task, "note string").collect()
    finally:
        sent_code.destroy()
        sent_job.destroy()


def _numbered(spark: SparkSession, plan: _Plan) -> DataFrame:
    """Columns `file`, `row` (in the whole input), `text`, then those that are kept; no row changes its partition."""
    from pyspark.sql import functions as f  # pyright: ignore[reportMissingImports]

    # Escaped, for Spark takes paths for globs (its own switch against that reads some files twice).
    source = spark.read.parquet(*("file:" + re.sub(r"([\\{}\[\]*?])", r"\\\1", path) for path in plan.paths))
    place = {path: i for i, path in enumerate(plan.paths)}
    known: list[dict[str, Any]] = []
    for uri in source.inputFiles():  # file:///a%20b here, file:/a%20b in the column of each row: the path is the key
        coded = urlparse(uri).path
        i = place.get(unquote(coded))
        if i is not None:
            known.append({"coded": coded, "file": i, "begin": plan.begins[i]})
    table = f.from_json(f.lit(json.dumps(known)), "array<struct<coded: string, file: int, begin: bigint>>")
    files = spark.range(1).select(f.inline(table))  # not createDataFrame, which would start Python for it
    meta = source.metadataColumn("_metadata")
    kept = [_column(source, name).alias(f"kept_{i}") for i, name in enumerate(plan.types)]
    read = source.select(
        f.regexp_replace(meta["file_path"], "^file:/+", "/").alias("coded"),
        meta["row_index"].alias("at"),
        _column(source, plan.text).alias("text"),
        *kept,
    )
    return read.join(f.broadcast(files), "coded", "left").select(
        "file", (f.col("begin") + f.col("at")).alias("row"), "text", *(f"kept_{i}" for i in range(len(kept)))
    )


def _column(source: DataFrame, name: str) -> Any:
    return source["`" + name.replace("`", "``") + "`"]


def _finish(
    output: Output, notes: list[dict[str, Any]], plan: _Plan, worker: Worker, run: dict[str, Any]
) -> dict[str, Any]:
    """Name the parts in the order of their rows, write their notes, the rejects and the summary."""
    if sum(note["rows"] for note in notes) != plan.rows:
        read = sum(note["rows"] for note in notes)
        raise fail(str(output.out), f"Spark read {read} rows of {plan.rows}", "were files changed meanwhile?")
    rejects = sorted((r for note in notes for r in note["rejects"]), key=lambda reject: reject[1])
    totals = Totals()
    for number, note in enumerate(notes):
        written = output.out / note.pop("file")
        del note["rejects"]
        if not written.is_file():
            mend = "name an --out on storage that the driver and all executors share"
            raise fail(str(output.out), "an executor wrote its part where the driver does not see it", mend)
        _name(output, written, number, note, rejects if number == 0 else [])
        totals.add(note)
    if not notes:
        part = Part(output, 0, 0)
        nothing = pa.array([], pa.large_string())
        part.add(worker.tag(Block(0, 0, np.empty(0, np.uint64), nothing, dict.fromkeys(plan.types, nothing))))
        totals.add(part.close())
    return output.finish(totals, run)


def _name(output: Output, written: Path, number: int, note: dict[str, Any], rejects: list[list[Any]]) -> None:
    """Put a part in place, then its note, as the local engine does."""
    stem = f"part-{number:05d}"
    _write(
        output.notes / f"{stem}.rejects.json", [[_inert(file), row, _inert(reason)] for file, row, reason in rejects]
    )
    os.replace(written, output.out / f"{stem}.parquet")
    _write(output.notes / f"{stem}.json", {"part": f"{stem}.parquet", **note})


def _cause(message: str) -> str:
    """The one line of Spark's many that says what went wrong: that of Python, else the last cause, else the first."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    python = [line for line in lines if re.match(r"(?!.*spark)[\w.]*(Error|Exception|Missing)\b.*:", line)]
    causes = [line for line in lines if line.startswith("Caused by:")]
    return (python or causes or lines or ["no reason given"])[-1 if python or causes else 0][:300]
