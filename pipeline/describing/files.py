"""The files of a release as descriptions need them: sizes, digests, numbers of rows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from schemas.declare import Table
from schemas.tables import PUBLISHED


@dataclass(frozen=True)
class DataFile:
    """One file of one table. `path` is relative to the release, with '/'; `size` is in bytes."""

    table: Table
    path: str
    size: int
    sha256: str
    rows: int

    @property
    def is_csv(self) -> bool:
        return self.path.endswith(".csv")


def data_files(directory: Path) -> list[DataFile]:
    """The Parquet file, and the CSV file where there is one, of every published table in the order of declaration.

    directory: a release (it holds parquet/ and csv/). Raises FileNotFoundError where a table has no Parquet file.
    """
    out = []
    for table in PUBLISHED:
        parquet = directory / "parquet" / f"{table.name}.parquet"
        rows = pq.read_metadata(parquet).num_rows
        out.append(_data_file(table, directory, parquet, rows))
        csv = directory / "csv" / f"{table.name}.csv"
        if csv.exists():  # a table with too many rows for a spreadsheet has none
            out.append(_data_file(table, directory, csv, rows))
    return out


def _data_file(table: Table, directory: Path, path: Path, rows: int) -> DataFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return DataFile(table, path.relative_to(directory).as_posix(), path.stat().st_size, digest, rows)
