"""`scopebook tag` as a whole process, for the other measures."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.processes import Run, run
from benchmarks.settings import Places, Sizes


def make_input(kind: str, rows: int, sizes: Sizes, places: Places, say: Callable[[str], None]) -> Path:
    """The input file, made if absent, by a child: it needs more memory than this process may have."""
    say(f"  input of {rows:,} rows ({kind}) ...")
    return Path(run(places.input_command(kind, rows, sizes.seed)).told["path"])


def tag(
    source: Path, places: Places, *, threads: int | None = None, cpus: set[int] | None = None, text_column: str = "text"
) -> Run:
    """Parquet in, all mentions out as Parquet, nothing left of an earlier run."""
    out = places.work / "mentions"
    for path in (out, out.with_name("mentions.tag")):
        shutil.rmtree(path, ignore_errors=True)
    command = [
        "pipeline",
        "tag",
        str(source),
        "--out",
        str(out),
        "--scope",
        str(places.scope),
        "--format",
        "json",
        "--text-column",
        text_column,
    ]
    if threads is not None:
        command += ["--threads", str(threads)]
    return run(command, cpus)


def warm_up(places: Places, sizes: Sizes, say: Callable[[str], None]) -> float:
    """Seconds of a first run, in which machine code and lexicon may have to be compiled; later runs find them."""
    source = make_input("statements", 1_000, sizes, places, say)
    say("  first run: compiles if it must ...")
    return tag(source, places).seconds


def written_bytes(places: Places) -> int:
    """Size of the parts of the last run."""
    return sum(path.stat().st_size for path in (places.work / "mentions").glob("*.parquet"))
