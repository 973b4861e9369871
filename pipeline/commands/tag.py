"""`scopebook tag`: duties in every row of a large input."""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.options import OneValueEach, released_day_option, released_option

if TYPE_CHECKING:
    from pipeline.faults import Fault
    from pipeline.tagging.parts import Totals


@click.command(cls=OneValueEach)
@click.argument("source", metavar="INPUT")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Directory for the parts.")
@click.option(
    "--text-column", default=None, help="Column with the text. Default: text, description, ... or the only one."
)
@click.option("--keep", multiple=True, metavar="COLUMN", help="Column to carry over to each mention. Repeatable.")
@click.option(
    "--state-column", default=None, metavar="COLUMN", help="Column with the state: adds the verdict of its law."
)
@released_option
@click.option("--role", default=None, help="Role for the verdict. Default: medical_assistant.")
@click.option("--setting", default=None, help="Setting for the verdict. Default: physician_office.")
@click.option("--delegator", default=None, help="Delegator for the verdict. Default: physician.")
@released_day_option
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True)
@click.option("--master", default=None, help="Spark's master URL, for --engine spark. Default: local[*].")
@click.option("--threads", type=click.IntRange(min=1), default=None, help="Workers. Default: one a core.")
@click.option("--restart", is_flag=True, help="Begin anew where the output holds parts of another run.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def tag(
    source: str,
    out: Path,
    text_column: str | None,
    keep: tuple[str, ...],
    state_column: str | None,
    released: Path,
    role: str | None,
    setting: str | None,
    delegator: str | None,
    as_of: date | None,
    engine: str,
    master: str | None,
    threads: int | None,
    restart: bool,
    form: str,
) -> None:
    """Find duties in every row of CSV, JSON lines or Parquet: a file, a folder or a glob, plain, gzip or zstd.

    Writes OUT/part-*.parquet, a row for each mention; notes, rejected rows and a summary stand in OUT.tag/. A run that
    was killed goes on from its last finished part when the same command is given again.

    \b
    Examples:
      scopebook tag postings.parquet --out mentions
      scopebook tag "postings/*.jsonl.gz" --out mentions --text-column body --keep id
      scopebook tag postings.csv --out mentions --state-column state --keep posted_on
    """
    from pipeline.commands.lexicon import released_lexicon
    from pipeline.commands.terminal import inert
    from pipeline.release import Release
    from pipeline.tagging.blocks import ColumnMissing, ColumnTwice
    from pipeline.tagging.inputs import find_inputs
    from pipeline.tagging.work import Worker

    idle = {"--role": role, "--setting": setting, "--delegator": delegator, "--as-of": as_of}
    if state_column is None and (given := [name for name, value in idle.items() if value is not None]):
        raise click.UsageError(f"{' and '.join(given)}: of the verdict, which is told with --state-column only.")
    passed_over: list[Fault] = []
    files = find_inputs(source, passed_over)
    for fault in passed_over:
        click.echo(fault.line(), err=True)
    release = Release(released)
    compiled = released_lexicon(release.directory)
    categories = dict(release.table("duties").select("duty_id", "category").iter_rows())
    law = None
    if state_column is not None:
        law = _law(release, compiled.duty_ids, role, setting, delegator, as_of)
    worker = Worker(compiled, [categories[d] for d in compiled.duty_ids], law, state_column)
    kept: list[str] = list(dict.fromkeys([*keep, *([state_column] if state_column else [])]))
    run = {
        "input": [f.fingerprint for f in files],
        "lexicon": compiled.digest,
        "text_column": text_column,
        "keep": kept,
        "law": None if law is None else _digest(law.verdicts.tobytes()),
        "version": 2,
    }
    try:
        if engine == "spark":
            from pipeline.tagging.spark import tag_with_spark

            summary = tag_with_spark(files, out, worker, run, text_column, kept, master or "local[*]", restart)
        else:
            summary = _locally(files, out, worker, run, text_column, kept, threads or os.cpu_count() or 1, restart)
    except ColumnMissing as error:
        what = f"no column '{error.wanted}'" if error.wanted else "cannot tell which column holds the text"
        there = f"there are: {', '.join(error.there)}" if error.there else "no line is a record with named fields"
        mend = "See --keep and --state-column" if error.wanted in kept else "Use --text-column"
        raise click.UsageError(inert(f"{files[0].path}: {what}; {there}. {mend}.")) from error
    except ColumnTwice as error:
        raise click.UsageError(inert(f"{files[0].path}: two columns are named '{error.name}'; rename one.")) from error
    if form == "json":
        click.echo(json.dumps(summary, indent=1))
        return
    click.echo(
        f"{summary['rows']:,} rows: {summary['tagged']:,} with a duty, {summary['empty']:,} without, "
        f"{summary['rejected']:,} rejected; {summary['mentions']:,} mentions in {out}."
    )
    if summary.get("unknown_states"):
        named = ", ".join(f"'{inert(v)}'" if v else "nothing" for v in summary["unknown_state_values"])
        click.echo(
            f"{summary['unknown_states']:,} rows without a verdict: '{state_column}' holds no state that is known "
            f"(first: {named})."
        )
    for category, number in summary["by_category"].items():
        click.echo(f"  {category:<15}{number:>14,}")
    if summary["rejected"]:
        click.echo(f"Rejected rows and reasons: {out}.tag/rejects.csv", err=True)


def _locally(
    files: list[Any], out: Path, worker: Any, run: dict[str, Any], text_column: str | None, keep: list[str],
    threads: int, restart: bool,
) -> dict[str, Any]:  # fmt: skip
    from filelock import FileLock, Timeout

    from pipeline.faults import Fault, InputFaults
    from pipeline.tagging.parts import Output
    from pipeline.tagging.read_parquet import count_rows
    from pipeline.tagging.run import tag as tag_files

    total = count_rows(files) if files[0].format == "parquet" else None
    out.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(out.with_name(out.name + ".lock"), timeout=0)
    try:
        with lock, Progress(total) as progress:
            return tag_files(
                files, Output(out), worker, run, text_column=text_column, keep=keep, threads=threads, restart=restart,
                told=progress.told,
            )  # fmt: skip
    except Timeout as error:
        raise InputFaults(
            [Fault(str(out), "", "", "another run is writing here", "wait for it or name another --out")]
        ) from error


def _law(
    release: Any, duty_ids: list[str], role: str | None, setting: str | None, delegator: str | None, day: date | None
) -> Any:
    from pipeline.asking.question import (
        DEFAULT_DELEGATOR,
        DEFAULT_ROLE,
        DEFAULT_SETTING,
        delegator_names,
        role_names,
        setting_names,
    )
    from pipeline.plain_words import NotFound
    from pipeline.tagging.law import law_table

    try:
        return law_table(
            release,
            duty_ids,
            role_names(release).find(role) if role else DEFAULT_ROLE,
            setting_names(release).find(setting) if setting else DEFAULT_SETTING,
            delegator_names().find(delegator) if delegator else DEFAULT_DELEGATOR,
            day or release.table("build_info")["as_of"][0],
        )
    except NotFound as error:
        offers = "; ".join(i for i, _ in error.offers)
        raise click.UsageError(f"Cannot tell which {error.what} '{error.words}' is. Nearest: {offers}") from error


def _digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


class Progress:
    """Rows, rate and time left, on a terminal only."""

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._bar: Any = None
        self._begun = time.monotonic()

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar

            self._bar = Bar(
                TextColumn("{task.completed:,.0f} rows"), BarColumn(), TextColumn("{task.fields[rate]}"),
                TimeRemainingColumn(), console=Console(stderr=True),
            )  # fmt: skip
            self._bar.start()
            self._task = self._bar.add_task("tag", total=self._total, rate="")
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def told(self, totals: Totals) -> None:
        if self._bar is not None:
            seconds = max(time.monotonic() - self._begun, 1e-9)
            self._bar.update(self._task, completed=totals.rows, rate=f"{totals.rows / seconds:,.0f} rows/s")
