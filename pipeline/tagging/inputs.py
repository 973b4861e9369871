"""What is to be tagged: a file, a folder or a glob of CSV, JSON lines or Parquet, plain or compressed."""

from __future__ import annotations

import glob
from dataclasses import dataclass
from pathlib import Path

from pipeline.faults import Fault, InputFaults

FORMATS = {".csv": "csv", ".tsv": "tsv", ".jsonl": "json", ".ndjson": "json", ".json": "json", ".parquet": "parquet",
           ".pq": "parquet"}  # fmt: skip
COMPRESSED = {".gz": "gzip", ".gzip": "gzip", ".zst": "zstd", ".zstd": "zstd"}


@dataclass(frozen=True)
class InputFile:
    """One file. `format`: csv, tsv, json or parquet; `compression`: gzip, zstd or None."""

    path: Path
    format: str
    compression: str | None

    @property
    def fingerprint(self) -> str:
        """Changes when the file does: its path, size and time of change."""
        stat = self.path.stat()
        return f"{self.path.resolve()} {stat.st_size} {stat.st_mtime_ns}"


def find_inputs(given: str) -> list[InputFile]:
    """The input files, in the order of their names, which is the order in which rows are numbered.

    A folder is searched below; files of other kinds and links that lead out of it are passed over. Raises InputFaults
    where nothing is found or a single file is of no known kind.
    """
    path = Path(given)
    if path.is_dir():
        root = path.resolve()
        inside = [p for p in sorted(path.rglob("*")) if p.is_file() and p.resolve().is_relative_to(root)]
        found = [f for f in map(_recognise, inside) if f is not None]
    elif path.is_file():
        one = _recognise(path)
        if one is None:
            kinds = ", ".join(sorted(FORMATS))
            raise InputFaults(
                [Fault(given, "", "", "is of no known kind", f"name a file ending in {kinds} (.gz, .zst)")]
            )
        found = [one]
    else:
        matched = [Path(p) for p in sorted(glob.glob(given, recursive=True))]
        found = [f for f in map(_recognise, (p for p in matched if p.is_file())) if f is not None]
    if not found:
        raise InputFaults(
            [Fault(given, "", "", "no CSV, JSON lines or Parquet file found", "name a file, folder or glob")]
        )
    if len({f.format for f in found}) > 1:
        kinds = ", ".join(sorted({f.format for f in found}))
        raise InputFaults([Fault(given, "", "", f"files of several kinds ({kinds})", "tag one kind at a time")])
    return found


def _recognise(path: Path) -> InputFile | None:
    suffixes = [s.lower() for s in path.suffixes]
    compression = COMPRESSED.get(suffixes[-1]) if suffixes else None
    kind = FORMATS.get(suffixes[-2] if compression and len(suffixes) > 1 else (suffixes[-1] if suffixes else ""))
    if kind is None or (compression and kind == "parquet"):
        return None
    return InputFile(path, kind, compression)
