"""`scopebook build`: the four stages in a row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pipeline.commands.options import OneValueEach, accept_changes_option, as_of_option, out_option, raw_option


@click.command(cls=OneValueEach)
@raw_option
@out_option
@as_of_option
@accept_changes_option
def build(raw: Path, out: Path, as_of: date | None, accept_changes: bool) -> None:
    """All stages: ingest, normalise, validate, publish. A run that fails leaves the last release as it was.

    \b
    Examples:
      scopebook build
      scopebook build --as-of 2024-01-01 --out outputs-2024
    """
    from rich.console import Console

    from pipeline.commands.stages import run_ingest, run_normalise, run_publish
    from pipeline.validate import validate

    console = Console(stderr=True)
    with console.status("Ingest: reading raw files") as status:
        frames = run_ingest(raw)
        status.update("Normalise: finding duties in statements")
        frames, digest = run_normalise(frames)
        status.update("Validate: checking tables and keys")
        frames = validate(frames)
        status.update("Publish: resolving the law and writing the release")
        rows = run_publish(frames, out, as_of or date.today(), digest, accept_changes)
    rules, sources = frames["rules"].height, frames["sources"].height
    click.echo(f"Published {rows:,} verdicts from {rules} rules and {sources} sources in {out}.")
