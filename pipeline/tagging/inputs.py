"""What is to be tagged: a file, a folder or a glob of CSV, JSON lines or Parquet, plain or compressed."""

from __future__ import annotations

import glob
from dataclasses import dataclass
from itertools import takewhile
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


def find_inputs(given: str, passed_over: list[Fault] | None = None) -> list[InputFile]:
    """The input files, in the order of their names, which is the order in which rows are numbered.

    A folder is searched below; files of other kinds are passed over, and links that lead out of the folder, or of that
    in which a glob begins: `passed_over` gets a line for each. Raises InputFaults where nothing is found or a single
    file is of no known kind.
    """
    path = Path(given)
    passed_over = [] if passed_over is None else passed_over
    if path.is_dir():
        inside = _inside(path, sorted(path.rglob("*")), passed_over)
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
        inside = _inside(_fixed(path), matched, passed_over)
        found = [f for f in map(_recognise, inside) if f is not None]
    if not found:
        raise InputFaults(
            [Fault(given, "", "", "no CSV, JSON lines or Parquet file found", "name a file, folder or glob")]
        )
    if len({f.format for f in found}) > 1:
        kinds = ", ".join(sorted({f.format for f in found}))
        raise InputFaults([Fault(given, "", "", f"files of several kinds ({kinds})", "tag one kind at a time")])
    return found


def _inside(folder: Path, paths: list[Path], passed_over: list[Fault]) -> list[Path]:
    """The files among `paths` that lie in the folder, when every link is followed."""
    root = folder.resolve()
    inside: list[Path] = []
    for path in paths:
        try:
            there = path.resolve()
        except (OSError, RuntimeError):  # a circle of links
            continue
        if there.is_relative_to(root):
            inside += [path] if path.is_file() else []
        elif _recognise(path) is not None:
            problem = "is a link that leads out of the folder; it is passed over"
            passed_over.append(Fault(str(path), "", "", problem, "name the file itself"))
    return inside


def _fixed(pattern: Path) -> Path:
    """The folder in which a glob begins: its parts before the first that holds a sign of a glob."""
    return Path(*takewhile(lambda part: not glob.has_magic(part), pattern.parts[:-1]))


def _recognise(path: Path) -> InputFile | None:
    suffixes = [s.lower() for s in path.suffixes]
    compression = COMPRESSED.get(suffixes[-1]) if suffixes else None
    kind = FORMATS.get(suffixes[-2] if compression and len(suffixes) > 1 else (suffixes[-1] if suffixes else ""))
    if kind is None or (compression and kind == "parquet"):
        return None
    return InputFile(path, kind, compression)
