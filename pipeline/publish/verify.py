"""Checking a release as it lies on disk: its digests, schemas and keys, and that DuckDB and Parquet hold the same."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import duckdb
import polars as pl

from pipeline.faults import Fault
from pipeline.frames import Frames
from pipeline.validate.keys import key_faults
from pipeline.validate.origins import Origins
from pipeline.validate.schema_faults import schema_faults
from schemas.tables import BY_NAME, PUBLISHED

SPREAD = "scope"
"""The one table that is too large to hold: it is counted, and checked through `verdicts`, of which it is the spread."""


def verify_files(directory: Path) -> list[Fault]:
    """Files that are missing, that nobody listed, or whose bytes are not those of the manifest."""
    try:
        listed = dict(json.loads((directory / "manifest.json").read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, LookupError, TypeError) as error:
        return [Fault("manifest.json", "", "", f"cannot be read: {error}", "build again")]
    faults = []
    for name, digest in sorted(listed.items()):
        path = directory / name
        if not path.is_file():
            faults.append(Fault(name, "", "", "is missing", "build again"))
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            faults.append(Fault(name, "", "", "was changed after the release", "build again"))
    there = {p.relative_to(directory).as_posix() for p in directory.rglob("*") if p.is_file()}
    for name in sorted(there - set(listed) - {"manifest.json", "scopebook.duckdb"}):
        faults.append(Fault(name, "", "", "is not part of the release", "remove it"))
    return faults


def verify_tables(directory: Path) -> list[Fault]:
    """Every table against its schema and keys, and the database against the Parquet files."""
    tables: Frames = {}
    faults: list[Fault] = []
    origins = Origins(pl.DataFrame(schema={"table": pl.String, "key": pl.String, "file": pl.String}))
    for table in PUBLISHED:
        path = directory / "parquet" / f"{table.name}.parquet"
        if table.name == SPREAD:
            continue
        try:
            tables[table.name] = pl.read_parquet(path)
        except (OSError, pl.exceptions.PolarsError) as error:
            faults.append(Fault(path.name, "", "", f"cannot be read: {error}", "build again"))
            continue
        faults.extend(schema_faults(table.name, tables[table.name], origins))
    if faults:
        return faults
    for name in tables:
        faults.extend(key_faults(BY_NAME[name], tables, origins))
    return faults + verify_database(directory)


def verify_database(directory: Path) -> list[Fault]:
    """Tables of the database that differ from their Parquet file in any row; `scope` is compared by its count."""
    faults: list[Fault] = []
    try:
        with duckdb.connect(str(directory / "scopebook.duckdb"), read_only=True) as connection:
            for table in PUBLISHED:
                path = directory / "parquet" / f"{table.name}.parquet"
                columns = ", ".join(f'"{c}"' for c in table.names)
                here = f'SELECT {columns} FROM "{table.name}"'
                # A file's name can be no parameter of a relation; it is made by us, and quoted all the same.
                there = f"SELECT {columns} FROM read_parquet('{str(path).replace(chr(39), chr(39) * 2)}')"
                question = f"SELECT (SELECT count(*) FROM ({here})), (SELECT count(*) FROM ({there}))"
                if table.name != SPREAD:
                    question += f", (SELECT count(*) FROM (({here}) EXCEPT ({there})))"
                counts = connection.execute(question).fetchone() or (0, 1)
                if counts[0] != counts[1] or (len(counts) > 2 and counts[2]):
                    faults.append(
                        Fault("scopebook.duckdb", table.name, "", "differs from its Parquet file", "build again")
                    )
    except duckdb.Error as error:
        faults.append(Fault("scopebook.duckdb", "", "", f"cannot be read: {error}", "build again"))
    return faults
