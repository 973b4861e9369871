"""`scopebook diff`: what changed between two releases."""

from __future__ import annotations

from datetime import date

import click

from pipeline.commands.options import Day, OneValueEach


@click.command(cls=OneValueEach)
@click.argument("old")
@click.argument("new")
@click.option("--as-of", type=Day(), default=None, help="Day whose law a git:TAG is built for. Default: its commit's.")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
def diff(old: str, new: str, as_of: date | None, form: str) -> None:
    """Rules added, changed, repealed or gone, and verdicts that turned, the worst first.

    OLD and NEW are each a release directory, a .duckdb file, or git:TAG, whose raw files are built aside with this
    code. The exit status is 0 whether or not anything changed.

    \b
    Examples:
      scopebook diff outputs-2025 outputs
      scopebook diff outputs-2025/scopebook.duckdb outputs/scopebook.duckdb --format json
      scopebook diff git:v2026.11.26 outputs --format markdown
    """
    from pipeline.comparing import compare, open_snapshot

    difference = compare(open_snapshot(old, as_of), open_snapshot(new, as_of))
    if form == "json":
        from pipeline.commands.inert_json import inert_json

        click.echo(inert_json(difference.as_json()))
        return
    from pipeline.comparing.report import as_markdown, as_text

    click.echo((as_text if form == "text" else as_markdown)(difference), nl=False)
