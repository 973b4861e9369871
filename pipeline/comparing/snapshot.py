"""One side of a comparison: a release directory, a database, or the raw files of a git tag built with this code."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.faults import Fault, InputFaults
from pipeline.frames import Frames
from schemas.tables import BY_NAME

NEEDED = ("states", "roles", "settings", "duties", "rules", "verdicts", "law_roles", "law_settings", "build_info")
GIT_SECONDS = 60


@dataclass(frozen=True)
class Snapshot:
    """`name`: as it was typed. `tables`: those of NEEDED, in their declared shape."""

    name: str
    tables: Frames

    @property
    def as_of(self) -> date:
        return self.tables["build_info"]["as_of"][0]

    @property
    def version(self) -> str:
        return self.tables["build_info"]["data_version"][0]


def open_snapshot(name: str, as_of: date | None = None) -> Snapshot:
    """A release directory, a .duckdb file, or `git:TAG`. as_of: for a tag; else the day of its commit.

    Raises InputFaults where it cannot be read or, for a tag, where its raw files are not valid under this code.
    """
    if name.startswith("git:"):
        return _from_git(name, name.removeprefix("git:"), as_of)
    path = Path(name)
    if path.is_file():
        return _from_database(name, path)
    return _from_release(name, path)


def _from_release(name: str, path: Path) -> Snapshot:
    from pipeline.release import Release

    release = Release(path)
    return _shaped(name, {table: release.table(table) for table in NEEDED})


def _from_database(name: str, path: Path) -> Snapshot:
    import duckdb

    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            tables = {}
            for table in NEEDED:
                fetched = connection.sql(f'SELECT * FROM "{table}"').to_arrow_table()
                tables[table] = pl.DataFrame(pl.from_arrow(fetched))
    except duckdb.Error as error:
        problem = str(error).splitlines()[0]
        fault = Fault(name, "", "", f"cannot be read as a Scopebook database: {problem}", "name a .duckdb of a release")
        raise InputFaults([fault]) from error
    return _shaped(name, tables)


def _from_git(name: str, tag: str, as_of: date | None) -> Snapshot:
    """The raw/ of a commit, unpacked aside: neither the work tree nor git's own records are touched."""
    from pipeline.commands.stages import data_version, run_ingest, run_normalise
    from pipeline.publish import assemble
    from pipeline.validate import validate

    # A name that begins with '-' would be read as an option.
    if not tag or tag.startswith("-"):
        raise InputFaults([Fault(name, "", "", "names no tag", "write git:v2026.11.26")])
    day = as_of or date.fromisoformat(_git(name, "log", "-1", "--format=%cs", tag, "--").decode().strip())
    packed = _git(name, "archive", "--format=tar", tag, "raw")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            _unpack(archive, Path(folder))
        frames, digest = run_normalise(run_ingest(Path(folder) / "raw"))
        release = assemble(validate(frames), day, data_version(day), "", digest)
    return _shaped(name, {table: release.tables[table] for table in NEEDED})


def _git(name: str, *args: str) -> bytes:
    try:
        done = subprocess.run(["git", *args], capture_output=True, timeout=GIT_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise InputFaults([Fault(name, "", "", f"git cannot be run: {error}", "install git")]) from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or ["git failed"]
        raise InputFaults([Fault(name, "", "", lines[0], "see 'git tag' for the names of releases")])
    return done.stdout


def _shaped(name: str, tables: Frames) -> Snapshot:
    """Tables with the columns and types of today's declaration; a column that an older release lacks is null."""
    out: Frames = {}
    for table, frame in tables.items():
        columns: list[pl.Expr] = []
        for column in BY_NAME[table].columns:
            found: Any = pl.col(column.name) if column.name in frame.columns else pl.lit(None)
            columns.append(found.cast(column.dtype).alias(column.name))
        try:
            out[table] = frame.select(columns)
        except pl.exceptions.PolarsError as error:
            fault = Fault(name, table, "", "is not in the shape of this version", "build it again, or use git:TAG")
            raise InputFaults([fault]) from error
    if out["build_info"].height != 1:
        raise InputFaults([Fault(name, "build_info", "", "does not hold one row", "build it again")])
    return Snapshot(name, out)


def _unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """Plain files only, and none outside the folder: what `filter="data"` does where Python has it."""
    root = folder.resolve()
    for member in archive:
        target = (folder / member.name).resolve()
        content = archive.extractfile(member) if member.isfile() and target.is_relative_to(root) else None
        if content is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())
