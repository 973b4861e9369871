"""What is published: the same in Parquet, DuckDB and CSV, described, keyed, and put in place in one step."""

from __future__ import annotations

import csv
import json
import os
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest

from pipeline.commands.stages import run_publish
from pipeline.publish.swap import clean_up, put_in_place, staging_directory
from pipeline.publish.write import CSV_LEFT_OUT
from schemas.frames import frame_schema
from schemas.tables import BY_NAME, PUBLISHED, TABLES
from tests.conftest import AS_OF


@pytest.fixture(scope="module")
def database(real_out: Path):
    with duckdb.connect(str(real_out / "scopebook.duckdb"), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("table", PUBLISHED, ids=lambda t: t.name)
def test_parquet_and_duckdb_hold_the_same_rows(table, real_out: Path, database) -> None:
    path = real_out / "parquet" / f"{table.name}.parquet"
    columns = ", ".join(f'"{c}"' for c in table.names)
    counts = database.execute(
        f"SELECT (SELECT count(*) FROM {table.name}), (SELECT count(*) FROM '{path}'), "
        f"(SELECT count(*) FROM (SELECT {columns} FROM {table.name} EXCEPT SELECT {columns} FROM '{path}'))"
        if table.name != "scope"
        else f"SELECT (SELECT count(*) FROM scope), (SELECT count(*) FROM '{path}'), (SELECT count(*) FROM "
        f"(SELECT {columns} FROM scope WHERE state IN ('CA', 'WA') EXCEPT SELECT {columns} FROM '{path}'))"
    ).fetchone()
    assert counts[0] == counts[1]
    assert counts[2] == 0


@pytest.mark.parametrize("table", [t for t in PUBLISHED if t.name != "scope"], ids=lambda t: t.name)
def test_what_is_published_passes_its_schema(table, real_out: Path) -> None:
    frame_schema(table.name).validate(pl.read_parquet(real_out / "parquet" / f"{table.name}.parquet"), lazy=True)


def test_scope_passes_its_schema_state_by_state(real_out: Path) -> None:
    scope = pl.scan_parquet(real_out / "parquet" / "scope.parquet")
    assert scope.collect_schema() == pl.Schema(BY_NAME["scope"].polars_schema)
    for state in ("CA", "WY"):
        frame_schema("scope").validate(scope.filter(pl.col("state") == state).collect(), lazy=True)


def test_scope_holds_every_combination_once(real_out: Path) -> None:
    scope = pl.scan_parquet(real_out / "parquet" / "scope.parquet")
    rows = scope.select(pl.len()).collect().item()
    parquet = {
        n: pl.read_parquet(real_out / "parquet" / f"{n}.parquet") for n in ("states", "roles", "settings", "duties")
    }
    everywhere = parquet["roles"].filter(pl.col("state").is_null()).height * parquet["states"].height
    own = parquet["roles"].filter(pl.col("state").is_not_null()).height
    assert rows == (everywhere + own) * parquet["settings"].height * 4 * parquet["duties"].height
    texas = scope.filter(pl.col("state") == "TX").select(list(BY_NAME["scope"].key)).collect()
    assert texas.n_unique() == texas.height


def test_scope_is_small(real_out: Path) -> None:
    assert (real_out / "parquet" / "scope.parquet").stat().st_size <= 15_000_000


def test_every_verdict_that_a_rule_makes_leads_to_it(real_out: Path) -> None:
    bare = (
        pl.scan_parquet(real_out / "parquet" / "scope.parquet")
        .filter(~pl.col("verdict").is_in(["silent", "not_researched", "reserved"]))
        .filter(pl.col("rule_ids").list.len() == 0)
    )
    assert bare.select(pl.len()).collect().item() == 0


def test_parquet_describes_itself(real_out: Path) -> None:
    for table in PUBLISHED:
        schema = pq.read_schema(real_out / "parquet" / f"{table.name}.parquet")
        assert schema.metadata[b"description"].decode() == table.description
        assert json.loads(schema.metadata[b"primary_key"]) == list(table.key)
        told = {c["name"]: c["description"] for c in json.loads(schema.metadata[b"columns"])}
        assert list(told) == list(table.names)


def test_the_database_has_comments_on_every_table_and_column(database) -> None:
    for kind, column in (("duckdb_tables()", "table_name"), ("duckdb_views()", "view_name")):
        rows = database.execute(f"SELECT {column} FROM {kind} WHERE NOT internal AND comment IS NULL").fetchall()
        assert rows == []
    names = [t.name for t in PUBLISHED]
    bare = database.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL "
        "AND list_contains(?, table_name)",
        [names],
    ).fetchall()
    assert bare == []


def test_the_database_has_the_declared_keys(database) -> None:
    rows = database.execute(
        "SELECT table_name, constraint_type, count(*) FROM duckdb_constraints() GROUP BY ALL"
    ).fetchall()
    count = {(t, c): n for t, c, n in rows}
    for table in TABLES:
        if table.name == "scope":
            continue
        assert count[table.name, "PRIMARY KEY"] == 1
        lists = {c.name for c in table.columns if isinstance(c.dtype, pl.List)}
        plain = sum(not lists.intersection(k.columns) for k in table.foreign_keys)
        assert count.get((table.name, "FOREIGN KEY"), 0) >= plain


def test_a_limit_on_the_office_view_is_kept(database) -> None:
    assert len(database.execute("SELECT * FROM scope_office LIMIT 2").fetchall()) == 2


def test_csv_opens_safely_and_holds_every_row(real_out: Path) -> None:
    for table in PUBLISHED:
        if table.name in CSV_LEFT_OUT:
            continue
        with (real_out / "csv" / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0] == list(table.names)
        assert len(rows) - 1 == pl.read_parquet(real_out / "parquet" / f"{table.name}.parquet").height
        text = {c.name for c in table.columns if c.dtype == pl.String or isinstance(c.dtype, pl.List)}
        for row in rows[1:]:
            for name, cell in zip(rows[0], row, strict=True):
                assert not (name in text and cell[:1] in ("=", "+", "-", "@")), (table.name, cell)


def test_a_second_build_gives_the_same_bytes(real_frames, real_out: Path, tmp_path: Path) -> None:
    frames = {k: v for k, v in real_frames.items() if k != "_digest"}
    run_publish(frames, tmp_path / "again", AS_OF, real_frames["_digest"])
    first = json.loads((real_out / "manifest.json").read_text())
    assert json.loads((tmp_path / "again" / "manifest.json").read_text()) == first
    assert {f"parquet/{t.name}.parquet" for t in PUBLISHED} <= set(first["files"])


def make_release(out: Path, digest: str, text: str) -> None:
    staging = staging_directory(out, "1")
    (staging / "parquet").mkdir()
    (staging / "parquet" / "a.parquet").write_text(text)
    put_in_place(out, staging, digest)


def test_one_rename_replaces_everything_and_the_release_before_is_kept(tmp_path: Path) -> None:
    make_release(tmp_path, "one", "1")
    opened = Path(os.path.realpath(tmp_path / "parquet"))
    make_release(tmp_path, "two", "2")
    assert (tmp_path / "parquet" / "a.parquet").read_text() == "2"
    assert (opened / "a.parquet").read_text() == "1"
    make_release(tmp_path, "three", "3")
    assert not opened.exists()
    assert sorted(p.name for p in (tmp_path / ".releases").iterdir()) == ["three", "two"]


def test_the_same_release_again_is_put_in_place(tmp_path: Path) -> None:
    for _ in range(3):
        make_release(tmp_path, "one", "1")
        assert (tmp_path / "parquet" / "a.parquet").read_text() == "1"


def test_what_a_dead_run_left_is_cleaned_up(tmp_path: Path) -> None:
    make_release(tmp_path, "one", "1")
    left = staging_directory(tmp_path, "999")
    (left / "half").write_text("half a file")
    clean_up(tmp_path)
    assert not left.exists()
    assert (tmp_path / "parquet" / "a.parquet").read_text() == "1"


def test_a_file_of_the_users_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "parquet").mkdir()
    (tmp_path / "parquet" / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        make_release(tmp_path, "one", "1")
    assert (tmp_path / "parquet" / "mine.txt").read_text() == "mine"


def test_the_day_of_the_build_is_an_argument(real_frames, tmp_path: Path) -> None:
    frames = {k: v for k, v in real_frames.items() if k != "_digest"}
    run_publish(frames, tmp_path / "old", date(2016, 1, 1), real_frames["_digest"])
    info = pl.read_parquet(tmp_path / "old" / "parquet" / "build_info.parquet")
    assert info["as_of"][0] == date(2016, 1, 1)
