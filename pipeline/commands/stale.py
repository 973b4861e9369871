"""`scopebook stale`: what to read next."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.options import Day, OneValueEach, released_option

if TYPE_CHECKING:
    from pipeline.release import Release


@click.command(cls=OneValueEach)
@released_option
@click.option("--today", type=Day(), default=None, help="Day from which ages are counted. Default: today.")
@click.option(
    "--days", type=click.IntRange(min=0), default=365, show_default=True, help="List rules read longer ago than this."
)
@click.option("--state", default=None, help="Only this jurisdiction: NJ, New Jersey; US: federal law.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def stale(released: Path, today: date | None, days: int, state: str | None, form: str) -> None:
    """List sources whose text is known to have changed, rules by the age of their reading, and reports to trace.

    \b
    Examples:
      scopebook stale
      scopebook stale --state NJ --days 90
    """
    from pipeline.release import Release

    release = Release(released)
    found = findings(release, today or date.today(), days, _jurisdiction(release, state) if state else None)
    if form == "json":
        from pipeline.commands.inert_json import inert_json

        click.echo(inert_json(found, default=str))
        return
    for title, key, shape in (
        (
            "Sources whose text is known to have changed since it was read",
            "changed",
            "{state} {source_id}: {changed_since}",
        ),
        (
            f"Rules read more than {days} days ago",
            "old",
            "{state} {rule_id}: read {checked_on}, {age_days} days ago ({citation})",
        ),
        (
            "Rules known from a report only: read the provision",
            "reports",
            "{state} {rule_id}: {citation} ({source_id})",
        ),
        ("Rules that end within a year", "ending", "{state} {rule_id}: ends {effective_to} ({citation})"),
    ):
        click.echo(f"{title}: {len(found[key])}")
        for row in found[key]:
            click.echo("  " + shape.format(**row))


def _jurisdiction(release: Release, words: str) -> str:
    """Its letters. Words that name none are no jurisdiction of which nothing is stale."""
    from pipeline.asking.question import state_names
    from pipeline.commands.ask import _offer
    from pipeline.plain_words import NotFound
    from schemas.vocabulary import FEDERAL

    short = words.strip().upper()
    if short == FEDERAL:
        return FEDERAL
    try:
        return state_names(release).find(short if len(short) == 2 else words)
    except NotFound as error:
        raise click.UsageError(_offer(error)) from error


def findings(release: Any, today: date, days: int, state: str | None) -> dict[str, list[dict[str, Any]]]:
    """What a maintainer should read again, oldest and gravest first. Rows of `sources` and `rules`, with `age_days`."""
    import polars as pl

    from pipeline.commands.terminal import inert

    def rows(frame: pl.DataFrame) -> list[dict[str, Any]]:
        return [{k: inert(v) if isinstance(v, str) else v for k, v in r.items()} for r in frame.iter_rows(named=True)]

    rules, sources = release.table("rules"), release.table("sources")
    if state is not None:
        rules, sources = rules.filter(pl.col("state") == state), sources.filter(pl.col("state") == state)
    rules = rules.with_columns(age_days=(pl.lit(today) - pl.col("checked_on")).dt.total_days())
    in_force = rules.filter(pl.col("effective_to").is_null() | (pl.col("effective_to") > today))
    soon = in_force.filter((pl.col("effective_to") - pl.lit(today)).dt.total_days() <= 365)
    return {
        "changed": rows(sources.filter(pl.col("changed_since").is_not_null()).sort("state", "source_id")),
        "old": rows(in_force.filter(pl.col("age_days") > days).sort("age_days", "rule_id", descending=[True, False])),
        "reports": rows(in_force.filter(pl.col("checked") != "primary_text").sort("state", "rule_id")),
        "ending": rows(soon.sort("effective_to", "rule_id")),
    }
