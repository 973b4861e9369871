"""A release, a stage or a raw folder that is not as it should be: what is told, and that nothing is half done."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import polars as pl
import pytest
from click.testing import CliRunner
from filelock import FileLock

from pipeline.cli import cli
from pipeline.commands.lexicon import cache_directory, compile_from
from pipeline.faults import InputFaults
from pipeline.publish import guard, write
from pipeline.publish.assemble import Release as Assembled
from pipeline.publish.swap import clean_up, staging_directory
from pipeline.publish.verify import verify_database, verify_files, verify_tables
from pipeline.release import Release
from pipeline.store import leave, read_raw, take
from pipeline.validate.origins import Origins
from pipeline.validate.schema_faults import schema_faults
from tests.law.making import table


def told(caught: pytest.ExceptionInfo[InputFaults]) -> str:
    return caught.value.faults[0].line()


# Raw files and stages


def test_raw_files_are_read_without_links_and_what_editors_leave(tmp_path: Path) -> None:
    (tmp_path / "states").mkdir()
    (tmp_path / "states" / "wy.toml").write_text("a = 1")
    for left in (".hidden", "wy.toml~", ".git"):
        (tmp_path / left).write_text("x")
    assert read_raw(tmp_path) == {"states/wy.toml": b"a = 1"}
    (tmp_path / "states" / "mt.toml").symlink_to("/etc/hostname")
    with pytest.raises(InputFaults) as caught:
        read_raw(tmp_path)
    assert told(caught) == "states/mt.toml: is a link (put the file itself into raw/)"


def test_a_raw_folder_of_too_many_files_is_some_other_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.store.MAX_RAW_FILES", 2)
    for name in "abc":
        (tmp_path / name).write_text("x")
    with pytest.raises(InputFaults) as caught:
        read_raw(tmp_path)
    assert "more than 2 files" in told(caught)


def test_a_stage_finds_what_the_one_before_left_or_says_which_to_run(tmp_path: Path) -> None:
    with pytest.raises(InputFaults) as caught:
        take(tmp_path / "ingest", "normalise", "ingest")
    assert "run 'scopebook ingest' first" in told(caught)
    leave({"a": pl.DataFrame({"x": [1]}), "b": pl.DataFrame({"y": ["z"]})}, tmp_path / "ingest")
    leave({"a": pl.DataFrame({"x": [2]})}, tmp_path / "ingest")
    found = take(tmp_path / "ingest", "normalise", "ingest")
    assert {name: frame.rows() for name, frame in found.items()} == {"a": [(2,)]}
    assert [p.name for p in tmp_path.iterdir()] == ["ingest"]


# Reading a release


def test_a_table_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "parquet").mkdir()
    (tmp_path / "parquet" / "rules.parquet").write_text("no parquet")
    for name in ("rules", "duties"):
        with pytest.raises(InputFaults) as caught:
            Release(tmp_path).table(name)
        assert told(caught).startswith(f"{tmp_path}/parquet/{name}.parquet: cannot be read:")
        assert told(caught).endswith("(build again)")


def test_a_folder_without_release_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["ask", "--state", "CA", "--duty", "draw blood", "--scope", str(tmp_path)])
    assert isinstance(done.exception, InputFaults)
    assert "holds no release" in done.exception.faults[0].line()


def test_a_lexicon_without_files_is_told_and_the_cache_is_where_it_was_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InputFaults) as caught:
        compile_from(pl.DataFrame(schema={"file": pl.String, "text": pl.String}))
    assert told(caught) == "lexicon/: holds no file (restore raw/lexicon/)"
    monkeypatch.setenv("SCOPEBOOK_CACHE", str(tmp_path))
    assert cache_directory() == tmp_path
    monkeypatch.delenv("SCOPEBOOK_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_directory() == tmp_path / "scopebook"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    assert cache_directory() == tmp_path / "me" / ".cache" / "scopebook"


# Checking a release


def test_a_manifest_that_is_missing_or_torn_is_one_fault(tmp_path: Path) -> None:
    for content in (None, "{", "[]", "{}", '{"files": 3}', '{"files": ["a"]}'):
        if content is not None:
            (tmp_path / "manifest.json").write_text(content)
        (fault,) = verify_files(tmp_path)
        assert fault.line().startswith("manifest.json: cannot be read:")


def test_files_that_are_missing_changed_or_unlisted(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    (tmp_path / "b").write_text("b")
    (tmp_path / "manifest.json").write_text(json.dumps({"files": {"a": "0" * 64, "gone": "0" * 64}}))
    assert [f.line() for f in verify_files(tmp_path)] == [
        "a: was changed after the release (build again)",
        "gone: is missing (build again)",
        "b: is not part of the release (remove it)",
    ]


def test_tables_that_cannot_be_read_are_told_all_together(real_out: Path, tmp_path: Path) -> None:
    shutil.copytree(Release(real_out).directory / "parquet", tmp_path / "parquet")
    (tmp_path / "parquet" / "rules.parquet").write_text("no parquet")
    (tmp_path / "parquet" / "duties.parquet").unlink()
    found = [f.line() for f in verify_tables(tmp_path)]
    assert sorted(line.split(":")[0] for line in found) == ["duties.parquet", "rules.parquet"]
    (fault,) = verify_database(tmp_path)
    assert fault.line().startswith("scopebook.duckdb: cannot be read:")


def test_a_database_that_lacks_a_row_is_told(real_out: Path, tmp_path: Path) -> None:
    shutil.copytree(Release(real_out).directory, tmp_path / "r")
    with duckdb.connect(str(tmp_path / "r" / "scopebook.duckdb")) as connection:
        connection.execute("DELETE FROM coding_settled WHERE settled_id = (SELECT min(settled_id) FROM coding_settled)")
    found = [f.line() for f in verify_database(tmp_path / "r")]
    assert found == ["scopebook.duckdb: coding_settled: differs from its Parquet file (build again)"]


def test_rows_against_their_schema_are_told_by_record_and_column() -> None:
    origins = Origins(pl.DataFrame([("states", '["WY"]', "vocabulary/states.toml")], orient="row",
                                   schema={"table": pl.String, "key": pl.String, "file": pl.String}))  # fmt: skip
    good = {"state": "WY", "name": "Wyoming", "fips": "56"}
    assert schema_faults("states", table("states", good), origins) == []
    (fault,) = schema_faults("states", table("states", {**good, "fips": "5"}), origins)
    assert (fault.file, fault.record, fault.field) == ("vocabulary/states.toml", "WY", "fips")
    assert fault.line().startswith("vocabulary/states.toml: WY: fips: '5' fails: ")
    nulls = table("states", good).with_columns(name=pl.lit(None, pl.String))
    (fault,) = schema_faults("states", nulls, origins)
    assert (fault.field, fault.mend) == ("name", "give a value")
    twice = schema_faults("states", table("states", good, good), origins)
    assert {f.mend for f in twice} == {"give each row a key of its own"}
    (fault,) = schema_faults("duty_onet", table("duty_onet", {"onet_soc_code": "x", "duty_id": "a"}), origins)
    assert fault.file == "table duty_onet"
    group = {"duty_group": "a", "reached_by": ["nothing"]}
    found = schema_faults("duty_groups", table("duty_groups", group), origins)
    assert found
    category = {"category": "culinary"}
    found = schema_faults("categories", table("categories", category), origins)
    assert [f.mend for f in found if f.field == "category"] == ["use a value of the codebook"]


# Publishing


def test_what_dead_builds_left_is_removed(tmp_path: Path) -> None:
    staging = staging_directory(tmp_path, "7")
    (staging / "half").write_text("x")
    assert list(staging_directory(tmp_path, "7").iterdir()) == []
    (tmp_path / ".link-csv").symlink_to("nowhere")
    clean_up(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [".releases"]
    assert list((tmp_path / ".releases").iterdir()) == []


def test_a_last_release_that_cannot_be_read_guards_nothing(tmp_path: Path) -> None:
    (tmp_path / "parquet").mkdir()
    (tmp_path / "parquet" / "rules.parquet").write_text("torn")
    states = pl.DataFrame({"state": [f"s{n}" for n in range(51)]})
    tables = {"states": states, **dict.fromkeys(guard.TOTALS, pl.DataFrame())}
    assert guard.guard_faults(tables, tmp_path) == []


@pytest.fixture
def assembled() -> Assembled:
    return Assembled({"states": pl.DataFrame({"state": [f"s{n}" for n in range(51)]})}, None)  # type: ignore[arg-type]


def test_a_lock_that_is_held_is_told(assembled: Assembled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "LOCK_SECONDS", 0)
    with FileLock(tmp_path / ".lock"), pytest.raises(InputFaults) as caught:
        write.publish_release(assembled, tmp_path)
    assert "another build has held its lock for 0 s" in told(caught)


def test_a_release_whose_database_differs_is_not_put_in_place(
    assembled: Assembled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "_write", lambda _release, _staging: 0)
    monkeypatch.setattr(write, "guard_faults", lambda *_: [])
    with pytest.raises(InputFaults) as caught:
        write.publish_release(assembled, tmp_path)
    assert told(caught).startswith("scopebook.duckdb: cannot be read:")
    assert not (tmp_path / ".current").exists()
