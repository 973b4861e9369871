"""What one stage leaves for the next: a folder of Parquet files. Only commands call this."""

from __future__ import annotations

import shutil
from pathlib import Path

import polars as pl

from pipeline.faults import Fault, InputFaults
from pipeline.frames import Frames

MAX_RAW_FILES = 5_000
MAX_RAW_BYTES = 200_000_000
"""Of all raw files; those of 51 jurisdictions have a hundredth of it."""


def read_raw(directory: Path) -> dict[str, bytes]:
    """The files below raw/, by path with '/'. Hidden files and editors' backups are passed over, links not followed."""
    if not directory.is_dir():
        raise InputFaults([Fault(str(directory), "", "", "no such directory", "name the raw directory with --raw")])
    files: dict[str, bytes] = {}
    size = 0
    for path in sorted(directory.rglob("*")):
        parts = path.relative_to(directory).parts
        if any(p.startswith(".") or p.endswith(("~", ".swp")) for p in parts):
            continue
        if path.is_symlink():
            raise InputFaults([Fault("/".join(parts), "", "", "is a link", "put the file itself into raw/")])
        if path.is_file():
            size += path.stat().st_size
            if size > MAX_RAW_BYTES:
                problem = f"brings the files to more than {MAX_RAW_BYTES // 1_000_000} MB"
                raise InputFaults([Fault("/".join(parts), "", "", problem, "take out what is no raw file")])
            files["/".join(parts)] = path.read_bytes()
            if len(files) > MAX_RAW_FILES:
                raise InputFaults(
                    [Fault(str(directory), "", "", f"more than {MAX_RAW_FILES} files", "name raw/ itself")]
                )
    return files


def leave(frames: Frames, directory: Path) -> None:
    """Write every frame, replacing what the stage left before."""
    fresh = directory.with_name(directory.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, frame in frames.items():
        frame.write_parquet(fresh / f"{name}.parquet")
    shutil.rmtree(directory, ignore_errors=True)
    fresh.rename(directory)


def take(directory: Path, stage: str, before: str) -> Frames:
    """The frames that a stage left, or a fault that says which command makes them."""
    if not directory.is_dir():
        fault = Fault(str(directory), "", "", f"nothing there for {stage}", f"run 'scopebook {before}' first")
        raise InputFaults([fault])
    return {path.stem: pl.read_parquet(path) for path in sorted(directory.glob("*.parquet"))}
