"""`scopebook unmatched`: what the lexicon does not know yet, clustered and ranked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import OneValueEach, released_option

if TYPE_CHECKING:
    from pipeline.checking.clusters import Cluster
    from pipeline.reading import ReadText
    from pipeline.release import Release

_EXAMPLES = 3


@click.command(cls=OneValueEach)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@released_option
@click.option("--text-column", default=None, help="Of CSV, JSON lines and Parquet: the column of texts.")
@click.option("--top", type=click.IntRange(min=1), default=30, show_default=True, help="Clusters to list.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def unmatched(paths: tuple[Path, ...], released: Path, text_column: str | None, top: int, form: str) -> None:
    """Statements that look like duties and in which the lexicon finds none: clustered, the most frequent first.

    Without PATH, the statements of the release's own sources.

    \b
    Examples:
      scopebook unmatched
      scopebook unmatched postings/ --top 10
      scopebook unmatched statements.csv --text-column duty --format json
    """
    from pipeline.checking.clusters import cluster
    from pipeline.checking.unknown import unknown_statements
    from pipeline.commands.lexicon import released_lexicon
    from pipeline.release import Release

    release = Release(released)
    faults: list[str] = []
    documents = _documents(paths, text_column, faults) if paths else _own(release)
    clusters = cluster(unknown_statements(released_lexicon(release.directory), documents))
    for line in faults:
        click.echo(line, err=True)
    if form == "json":
        from pipeline.commands.inert_json import inert_json

        click.echo(inert_json([_row(c) for c in clusters[:top]]))
    else:
        _show(clusters, top)
    if faults:
        sys.exit(1)


def _documents(paths: tuple[Path, ...], text_column: str | None, faults: list[str]) -> Iterator[ReadText]:
    """Every document that can be read; a line for each that cannot goes to `faults`."""
    from pipeline.reading import ReadAside, UnreadableFile, files_in

    with ReadAside(text_column) as reader:
        for found in (f for path in paths for f in files_in(path)):
            try:
                if isinstance(found, UnreadableFile):
                    raise found
                yield reader.read(found)
            except UnreadableFile as error:
                faults.append(error.fault.line())


def _own(release: Release) -> Iterator[ReadText]:
    """The descriptions that the release was built from."""
    from pipeline.reading import ReadText

    for row in release.table("source_texts").iter_rows(named=True):
        yield ReadText(row["source_id"], row["text"], None, "source")


def _row(found: Cluster) -> dict[str, object]:
    return {"count": found.count, "files": len(found.files), "examples": found.examples[:_EXAMPLES]}


def _show(clusters: list[Cluster], top: int) -> None:
    from rich.text import Text

    from pipeline.commands.terminal import console, inert

    out = console()
    total = sum(c.count for c in clusters)
    out.print(f"{total:,} statements look like duties and match nothing, in {len(clusters):,} clusters")
    for number, found in enumerate(clusters[:top], start=1):
        where = f" in {len(found.files)} files" if len(found.files) > 1 else ""
        times = "once" if found.count == 1 else f"{found.count} times"
        out.print(Text(f"{number:>3}. {times}{where}", style="bold"))
        for text in found.examples[:_EXAMPLES]:
            out.print(Text(f"     {inert(text)}"), soft_wrap=True)
