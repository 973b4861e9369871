"""`scopebook evaluate`: how well the lexicon reads labelled statements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.options import OneValueEach, released_option

if TYPE_CHECKING:
    from pipeline.matching import CompiledLexicon


@click.command(cls=OneValueEach)
@click.argument("labelled", metavar="LABELLED.jsonl", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@released_option
@click.option(
    "--raw",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="Directory of the hand-edited files: evaluates its lexicon instead of the release's.",
)
@click.option("--misses", type=click.IntRange(min=0), default=20, show_default=True, help="Misses to list.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def evaluate(labelled: Path, released: Path, raw: Path | None, misses: int, form: str) -> None:
    """Precision, recall and F1 on labelled statements, by category, with the misses.

    \b
    A line of LABELLED.jsonl: {"id", "text", "lead_in", "labels": [{"duty_id", "polarity"}], "optional": [...]}

    \b
    Examples:
      scopebook evaluate labelled.jsonl
      scopebook evaluate labelled.jsonl --raw raw --misses 100
    """
    from pipeline.checking.labelled import read_labelled
    from pipeline.evaluate import evaluate as measure

    compiled, categories = _lexicon(released, raw)
    rows = read_labelled(labelled, set(categories))
    found = measure(compiled, rows, categories).as_dict()
    shown = {**found, "misses": found["misses"][:misses], "false": found["false"][:misses]}
    if form == "json":
        from pipeline.commands.inert_json import inert_json

        click.echo(inert_json(shown))
    else:
        _show(shown, len(found["misses"]), len(found["false"]))


def _lexicon(released: Path, raw: Path | None) -> tuple[CompiledLexicon, dict[str, str]]:
    """The lexicon to measure, and the category of each duty."""
    from pipeline.commands.lexicon import compile_from, released_lexicon
    from pipeline.release import Release

    if raw is not None:
        from pipeline.commands.stages import run_ingest

        frames = run_ingest(raw)
        return compile_from(frames["lexicon_files"]), dict(frames["duties"].select("duty_id", "category").iter_rows())
    release = Release(released)
    return released_lexicon(release.directory), dict(release.table("duties").select("duty_id", "category").iter_rows())


def _show(found: dict[str, Any], misses: int, false: int) -> None:
    from rich.table import Table
    from rich.text import Text

    from pipeline.commands.terminal import console, inert

    out = console()
    table = Table("", "precision", "recall", "F1", "right", "false", "missed")
    scores = [("duty and polarity", found["duty_and_polarity"]), ("duty alone", found["duty"])]
    for name, pair in found["by_category"].items():
        scores += [(f"{name}, with polarity", pair["duty_and_polarity"]), (f"{name}, duty alone", pair["duty"])]
    for name, s in scores:
        ratios = (f"{s[key]:.3f}" for key in ("precision", "recall", "f1"))
        table.add_row(name, *ratios, *(str(s[key]) for key in ("tp", "fp", "fn")))
    out.print(table)
    empty = found["without_duty"]
    out.print(f"{found['statements']} statements; of {empty['statements']} without a duty {empty['got_one']} got one")
    for title, rows, count in (("Missed", found["misses"], misses), ("False", found["false"], false)):
        if count:
            out.print(Text(f"{title} ({len(rows)} of {count}):", style="bold"))
        for ident, duty, polarity, text in rows:
            out.print(Text(f"  {inert(ident)}: {duty} {polarity}: {inert(text)}"), soft_wrap=True)
