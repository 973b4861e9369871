"""`scopebook verify`: a release against its digests and schemas, offline."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.commands.options import OneValueEach


@click.command(cls=OneValueEach)
@click.argument("release", type=click.Path(path_type=Path), default=Path("outputs"), envvar="SCOPEBOOK_OUTPUTS")
def verify(release: Path) -> None:
    """Check that a release is whole: the digest of every file, every schema and key, the database against Parquet.

    Without RELEASE, the one that SCOPEBOOK_OUTPUTS names, else outputs.

    \b
    Examples:
      scopebook verify
      scopebook verify outputs-2024
    """
    import json

    from pipeline.faults import InputFaults
    from pipeline.publish.verify import verify_files, verify_tables
    from pipeline.release import Release

    directory = Release(release).directory
    faults = verify_files(directory) or verify_tables(directory)
    if faults:
        raise InputFaults(faults)
    digest = json.loads((directory / "manifest.json").read_text(encoding="utf-8"))["digest"]
    click.echo(f"Whole: every file, schema and key holds. Digest {digest}")
