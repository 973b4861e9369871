"""`scopebook coding`: how far the two codings of each provision agree."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.commands.options import OneValueEach, raw_option


@click.command(cls=OneValueEach)
@raw_option
@click.option("--by", type=click.Choice(["field", "state"]), default=None, help="Show only one of the two tables.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def coding(raw: Path, by: str | None, form: str) -> None:
    """Hold the two codings of each provision against each other, field by field.

    Two people coded each provision without seeing each other's work; the share of fields in which they differed, before
    anything was settled, is printed by field and by jurisdiction.

    \b
    Examples:
      scopebook coding
      scopebook coding --by state --format json
    """
    from pipeline.commands.stages import run_ingest

    agreement = run_ingest(raw)["coding_agreement"]
    rows = list(agreement.iter_rows(named=True))
    total = next((r for r in rows if r["state"] == "ALL" and r["field"] == "ALL"), None)
    fields = [r for r in rows if r["state"] == "ALL" and r["field"] != "ALL"]
    states = [r for r in rows if r["state"] != "ALL" and r["field"] == "ALL"]
    if form == "json":
        document = {
            "total": total,
            **({} if by == "state" else {"fields": fields}),
            **({} if by == "field" else {"states": states}),
        }
        click.echo(json.dumps(document, indent=1))
        return
    if total is None:
        click.echo("Nothing is coded twice yet.")
        return
    click.echo(
        f"{total['differing']:,} of {total['compared']:,} fields differ: {100 * total['share']:.1f} in 100, "
        f"in {len(states)} jurisdictions."
    )
    if by != "state":
        _table("field", fields)
    if by != "field":
        _table("state", states)


def _table(key: str, rows: list[dict[str, object]]) -> None:
    click.echo(f"\n{key:<16}{'compared':>9}{'differing':>11}{'in 100':>8}")
    for row in sorted(rows, key=lambda r: (-float(str(r["share"])), str(r[key]))):
        click.echo(f"{row[key]!s:<16}{row['compared']:>9}{row['differing']:>11}{100 * float(str(row['share'])):>8.1f}")
