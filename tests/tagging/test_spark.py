"""`scopebook tag --engine spark`: the rows of the local engine, on a cluster of several processes and on one."""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.faults import InputFaults
from pipeline.tagging import blocks, spark_session
from tests.tagging.test_tag import rows

try:
    spark_session.need_spark()
    WHY_NOT = ""
except InputFaults as absent:
    WHY_NOT = absent.faults[0].line()

needs_spark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)
one_worker = pytest.mark.xdist_group("spark")
MASTERS = ["local[2]", "local-cluster[2,1,1024]"]


@pytest.fixture(scope="module", params=MASTERS)
def master(request: pytest.FixtureRequest) -> Iterator[str]:
    """One Spark for the tests of a master: it takes half a minute to start."""
    from pyspark.sql import SparkSession

    before = os.environ.get("PYSPARK_PYTHON")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(request.param).config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", "localhost").config("spark.log.level", "FATAL")
    spark = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    yield request.param
    spark.stop()
    os.environ.pop("PYSPARK_PYTHON") if before is None else os.environ.update(PYSPARK_PYTHON=before)


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, ["tag", *map(str, args)])


def told(result: Result) -> list[str]:
    """The lines that the command shows for a fault."""
    return [f.line() for f in result.exception.faults] if isinstance(result.exception, InputFaults) else []


def many_kinds(number: int) -> pl.DataFrame:
    """The rows of the other tests, and columns whose types Spark does not have or writes otherwise."""
    day = dt.datetime(2026, 1, 1, 12, 30, 15, 123456)
    return pl.DataFrame(rows(number)).with_columns(
        pl.col("id").cast(pl.UInt64).add(2**63).alias("big number"),
        pl.col("id").cast(pl.UInt8, strict=False).alias("a.b`c"),
        pl.lit(day).cast(pl.Datetime("ns")).alias("nano"),
        pl.lit(day).dt.replace_time_zone("UTC").alias("Id"),  # a name that differs in its capital only
        pl.lit(day.date()).alias("day"),
        pl.col("state").cast(pl.Categorical).alias("coded"),
        (pl.col("id") % 2 == 0).alias("even"),
    )


KEPT = [a for n in ("id", "big number", "a.b`c", "nano", "Id", "day", "coded", "even") for a in ("--keep", n)]
ORDER = ["row", "start", "end", "duty_id"]


def partitions(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """As many partitions as the row groups allow: 8 of 8, or all in one."""
    from pipeline.tagging import spark

    sizes = {"openCostInBytes": "0" if number > 1 else "1", "minPartitionNum": str(number)}
    monkeypatch.setattr(spark, "SETTINGS", {**spark.SETTINGS, **{f"spark.sql.files.{k}": v for k, v in sizes.items()}})


@needs_spark
@one_worker
@pytest.mark.slow
@pytest.mark.parametrize("number", [8, 1])
def test_the_same_rows_as_the_local_engine(
    number: int, master: str, real_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in" / "state=CA"
    folder.mkdir(parents=True)
    frame = many_kinds(8_000)
    frame[:6_000].write_parquet(folder / "a.parquet", row_group_size=1_000)
    frame[6_000:6_010].write_parquet(folder / "b c%20[x]é#{1}*.parquet")
    frame[6_010:].write_parquet(folder / "c.parquet", row_group_size=1_000)
    common = ["--scope", real_out, "--state-column", "state", *KEPT, "--format", "json"]
    local = run(tmp_path / "in", "--out", tmp_path / "local", *common)
    assert local.exit_code == 0, local.output
    partitions(monkeypatch, number)
    done = run(tmp_path / "in", "--out", tmp_path / "spark", "--engine", "spark", "--master", master, *common)
    assert done.exit_code == 0, (done.output, told(done))
    assert json.loads(done.stdout) == json.loads(local.stdout)
    got, wanted = pl.read_parquet(tmp_path / "spark"), pl.read_parquet(tmp_path / "local")
    assert got.schema == wanted.schema
    assert got.sort(ORDER).equals(wanted.sort(ORDER))
    parts = sorted((tmp_path / "spark").iterdir())
    assert [p.name for p in parts] == [f"part-{i:05d}.parquet" for i in range(len(parts))]
    assert (len(parts) == 1) if number == 1 else (len(parts) >= 6)
    assert all(pl.read_parquet(p)["row"].is_sorted() for p in parts)
    again = run(tmp_path / "in", "--out", tmp_path / "spark", "--engine", "spark", "--master", master, *common)
    assert json.loads(again.stdout) == json.loads(done.stdout)


@needs_spark
@one_worker
@pytest.mark.slow
def test_over_long_and_broken_rows_are_rejected_by_number(
    master: str, real_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [b"draw blood", b"a" * (blocks.ROW_BYTES + 1), b"draw \xff blood", None, b"give injections"]
    pl.DataFrame({"text": texts}).write_parquet(tmp_path / "in.parquet")
    for name, engine in (("local", []), ("spark", ["--engine", "spark", "--master", master])):
        done = run(tmp_path / "in.parquet", "--out", tmp_path / name, "--scope", real_out, *engine)
        assert done.exit_code == 0, (done.output, told(done))
    rejects = [(tmp_path / f"{name}.tag" / "rejects.csv").read_text() for name in ("local", "spark")]
    assert rejects[0] == rejects[1]
    assert [r["row"] for r in csv.DictReader(rejects[1].splitlines())] == ["1", "2"]
    assert pl.read_parquet(tmp_path / "spark").equals(pl.read_parquet(tmp_path / "local"))


@needs_spark
@one_worker
@pytest.mark.slow
def test_a_run_that_was_killed_begins_anew_and_an_empty_input_gives_a_part(
    master: str, real_out: Path, tmp_path: Path
) -> None:
    pl.DataFrame({"text": ["draw blood"]}).write_parquet(tmp_path / "in.parquet")
    command = ["--scope", real_out, "--engine", "spark", "--master", master]
    assert told(run(tmp_path / "in.parquet", "--out", tmp_path / "m", *command)) == []
    (tmp_path / "m.tag" / "summary.json").unlink()
    (tmp_path / "m" / "task-7.unfinished").write_text("half")
    assert told(run(tmp_path / "in.parquet", "--out", tmp_path / "m", *command)) == []
    assert [p.name for p in (tmp_path / "m").iterdir()] == ["part-00000.parquet"]
    assert pl.read_parquet(tmp_path / "m")["row"].to_list() == [0]
    pl.DataFrame({"text": []}, schema={"text": pl.String}).write_parquet(tmp_path / "none.parquet")
    assert told(run(tmp_path / "none.parquet", "--out", tmp_path / "none", *command)) == []
    assert pl.read_parquet(tmp_path / "none").height == 0


def refused(result: Result) -> str:
    assert result.exit_code == 1
    assert isinstance(result.exception, InputFaults)
    assert len(result.exception.faults) == 1
    return result.exception.faults[0].line()


def test_other_formats_are_refused_in_a_line(real_out: Path, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("text\ndraw blood\n")
    line = refused(run(tmp_path / "in.csv", "--out", tmp_path / "m", "--scope", real_out, "--engine", "spark"))
    assert "Parquet only" in line
    assert "convert" in line


def test_absent_java_and_pyspark_are_named_with_how_to_get_them(
    real_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pl.DataFrame({"text": ["draw blood"]}).write_parquet(tmp_path / "in.parquet")
    command = [tmp_path / "in.parquet", "--out", tmp_path / "m", "--scope", real_out, "--engine", "spark"]
    monkeypatch.setattr(spark_session, "find_spec", lambda name: None)
    assert "pip install 'scopebook[spark]'" in refused(run(*command))
    monkeypatch.setattr(spark_session, "find_spec", lambda name: name)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert "JDK 17" in refused(run(*command))
    (tmp_path / "bin").mkdir()
    java = tmp_path / "bin" / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n")
    java.chmod(0o755)
    assert "is Java 11; Spark needs Java 17" in refused(run(*command))
    assert not (tmp_path / "m").exists()
