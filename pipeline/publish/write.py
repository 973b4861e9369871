"""Writing a release aside and putting it in place: one lock, one rename."""

from __future__ import annotations

import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polars as pl
from filelock import FileLock, Timeout

from pipeline.describing import write_descriptions
from pipeline.explorer import write_explorer
from pipeline.faults import Fault, InputFaults
from pipeline.frames import Frames
from pipeline.law.spread import scope_chunks
from pipeline.publish.assemble import Release, scope_rows
from pipeline.publish.csv_files import write_csv
from pipeline.publish.database import write_database
from pipeline.publish.guard import guard_faults
from pipeline.publish.parquet import write_parquet
from pipeline.publish.swap import clean_up, current_release, put_in_place, staging_directory
from pipeline.publish.verify import verify_database
from schemas.tables import BY_NAME

LOCK_SECONDS = 60
CSV_LEFT_OUT = frozenset({"scope", "verdicts"})
"""Too many rows for a spreadsheet; `scope_office` is what people open there."""


def publish_release(release: Release, out: Path, accept_changes: bool = False) -> int:
    """Write all outputs into a directory beside the current release, then make it the current one.

    accept_changes: publish even where the data fall or jump far against the last release. Returns the number of rows in
    `scope`. Raises InputFaults; then the last release stands.
    """
    out.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(out / ".lock", timeout=LOCK_SECONDS):
            clean_up(out)
            if not accept_changes and (faults := guard_faults(release.tables, current_release(out))):
                raise InputFaults(faults)
            staging = staging_directory(out, str(os.getpid()))
            rows = _write(release, staging)
            manifest = manifest_of(staging)
            (staging / "manifest.json").write_text(
                json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8"
            )
            if faults := verify_database(staging):
                raise InputFaults(faults)
            put_in_place(out, staging, str(manifest["digest"])[:16])
            return rows
    except Timeout as error:
        fault = Fault(
            str(out), "", "", f"another build has held its lock for {LOCK_SECONDS} s", "wait for it and build again"
        )
        raise InputFaults([fault]) from error


def _write(release: Release, staging: Path) -> int:
    """All files of the release; returns the number of rows in `scope`."""
    parquet, csv = staging / "parquet", staging / "csv"
    parquet.mkdir()
    csv.mkdir()
    tables = release.tables
    with ThreadPoolExecutor(2) as pool:  # both spend their time outside Python
        database = pool.submit(write_database, tables, staging / "scopebook.duckdb")
        scope = pool.submit(write_parquet, BY_NAME["scope"], scope_chunks(tables), parquet / "scope.parquet")
        for name, frame in {**tables, "scope_office": office_rows(tables)}.items():
            write_parquet(BY_NAME[name], [frame], parquet / f"{name}.parquet")
            if name not in CSV_LEFT_OUT:
                write_csv(frame, csv / f"{name}.csv")
        write_explorer(tables, release.as_of, staging / "explorer")
        rows = scope.result()
        database.result()
    if rows != scope_rows(tables):
        raise InputFaults([Fault("table scope", "", "", f"{rows} rows, not {scope_rows(tables)}", "mend the spread")])
    write_descriptions(staging, tables["build_info"].row(0, named=True))
    return rows


def office_rows(tables: Frames) -> pl.DataFrame:
    """`scope` for a medical assistant in a physician's office under a physician, without the columns that are fixed."""
    of_office = {
        **tables,
        "law_roles": tables["law_roles"].filter(pl.col("role_id") == "medical_assistant"),
        "law_settings": tables["law_settings"].filter(pl.col("setting_id") == "physician_office"),
        "verdicts": tables["verdicts"].filter(pl.col("delegator") == "physician"),
    }
    schema = BY_NAME["scope_office"].polars_schema
    frames = [
        pl.DataFrame(pl.from_arrow(chunk)).select(list(schema)).cast(pl.Schema(schema))
        for chunk in scope_chunks(of_office)
    ]
    return pl.concat(frames)


def manifest_of(directory: Path) -> dict[str, object]:
    """Digests of every file whose bytes the same input gives again (a DuckDB file's are not among them)."""
    files = {}
    for path in sorted(directory.rglob("*")):
        name = path.relative_to(directory).as_posix()
        if path.is_file() and path.suffix != ".duckdb" and name != "manifest.json":
            files[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    total = hashlib.sha256("".join(f"{n} {d}\n" for n, d in files.items()).encode()).hexdigest()
    return {"digest": total, "files": files}
