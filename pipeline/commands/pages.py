"""`scopebook pages`: the pages of the documentation that are made from a release."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.commands.options import OneValueEach, released_option


@click.command(cls=OneValueEach)
@released_option
@click.option(
    "--queries",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path("docs/queries"),
    show_default=True,
    help="Directory of the cookbook's recipes.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("docs/generated"),
    show_default=True,
    help="Directory to write the pages into; it is made anew.",
)
def pages(released: Path, queries: Path, out: Path) -> None:
    """A page for each jurisdiction, the cookbook with what each recipe prints, and the data dictionary.

    \b
    Example:
      scopebook pages --scope outputs --out docs/generated
    """
    from pipeline.describing.pages import write_pages
    from pipeline.release import Release

    count = write_pages(Release(released), queries, out)
    click.echo(f"Wrote {count} pages in {out}.")
