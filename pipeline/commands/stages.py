"""The four stages, one command each; `build` runs the same functions in a row."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from pipeline.commands.options import (
    OneValueEach,
    accept_changes_option,
    as_of_option,
    out_option,
    raw_option,
    stages_option,
)
from pipeline.frames import Frames


def run_ingest(raw: Path) -> Frames:
    """Stage 1 on the files of a directory."""
    from pipeline.ingest import ingest as stage
    from pipeline.store import read_raw

    return stage(read_raw(raw))


def run_normalise(frames: Frames) -> tuple[Frames, str]:
    """Stage 2 with the lexicon that stage 1 took in; also the digest of that lexicon."""
    from pipeline.commands.lexicon import compile_from
    from pipeline.normalise import normalise as stage

    compiled = compile_from(frames["lexicon_files"])
    return stage(frames, compiled), compiled.digest


def run_publish(frames: Frames, out: Path, as_of: date, lexicon_sha256: str, accept_changes: bool = False) -> int:
    """Stage 4: make the release, write it aside, put it in place. Returns the number of rows in `scope`."""
    from pipeline.publish import assemble
    from pipeline.publish.write import publish_release

    release = assemble(frames, as_of, data_version(as_of), version("scopebook"), lexicon_sha256)
    return publish_release(release, out, accept_changes)


def data_version(as_of: date) -> str:
    """Data are versioned by the day whose law they give."""
    return f"{as_of:%Y.%m.%d}"


@click.command(cls=OneValueEach)
@raw_option
@stages_option
def ingest(raw: Path, stages: Path) -> None:
    """Stage 1: read the hand-edited files and leave them as frames.

    \b
    Example: scopebook ingest --raw raw
    """
    from pipeline.store import leave

    frames = run_ingest(raw)
    leave(frames, stages / "ingest")
    click.echo(f"Ingested {frames['rules'].height} rules and {frames['sources'].height} sources.")


@click.command(cls=OneValueEach)
@stages_option
def normalise(stages: Path) -> None:
    """Stage 2: find the duties in statements, and the duties that each rule reaches.

    \b
    Example: scopebook normalise
    """
    import polars as pl

    from pipeline.store import leave, take

    frames, digest = run_normalise(take(stages / "ingest", "normalise", "ingest"))
    leave({**frames, "lexicon_digest": pl.DataFrame({"sha256": [digest]})}, stages / "normalise")
    click.echo(f"Found {frames['mentions'].height} duties in {frames['statements'].height} statements.")


@click.command(cls=OneValueEach)
@stages_option
def validate(stages: Path) -> None:
    """Stage 3: check every table and key; all faults are told at once.

    \b
    Example: scopebook validate
    """
    from pipeline.store import leave, take
    from pipeline.validate import validate as stage

    frames = stage(take(stages / "normalise", "validate", "normalise"))
    leave(frames, stages / "validate")
    click.echo(f"Valid; {frames['issues'].height} findings are published in the table issues.")


@click.command(cls=OneValueEach)
@stages_option
@out_option
@as_of_option
@accept_changes_option
def publish(stages: Path, out: Path, as_of: date | None, accept_changes: bool) -> None:
    """Stage 4: resolve the law, write DuckDB, Parquet and CSV aside, and put them in place in one step.

    \b
    Example: scopebook publish --as-of 2026-07-01
    """
    from pipeline.store import take

    frames = take(stages / "validate", "publish", "validate")
    digest = frames.pop("lexicon_digest")["sha256"][0]
    rows = run_publish(frames, out, as_of or date.today(), digest, accept_changes)
    click.echo(f"Published {rows:,} verdicts in {out}.")
