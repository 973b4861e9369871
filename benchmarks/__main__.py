"""`python -m benchmarks run --date 2026-11-26` measures and writes docs/benchmarks.*; see `--help` of each command.

Heavy imports stand inside the commands: the driver of measures must stay small (see processes.py).
"""

from __future__ import annotations

import json
import os
from dataclasses import fields
from pathlib import Path
from typing import Any

import click

from benchmarks.settings import Places, Sizes

ROOT = Path(__file__).parents[1]
PARTS = ("speed", "matcher", "memory", "cores", "aliases", "corpora")


@click.group(context_settings={"auto_envvar_prefix": "BENCH"})
def main() -> None:
    """Measure `scopebook tag` and its matcher; write the report."""


def _size_options(command: Any) -> Any:
    for one in reversed(fields(Sizes)):
        command = click.option(
            "--" + one.name.replace("_", "-"), type=click.IntRange(min=1), default=one.default, show_default=True,
            envvar="BENCH_" + one.name.upper(), show_envvar=True,
        )(command)  # fmt: skip
    return command


@main.command()
@click.option("--date", "day", required=True, metavar="DAY", help="Day told in the report, say 2026-11-26.")
@click.option("--only", type=click.Choice(PARTS), multiple=True, help="This part only. Repeatable. Default: all.")
@click.option("--raw", type=click.Path(path_type=Path), default=ROOT / "raw" / "lexicon", help="The lexicon.")
@click.option("--scope", type=click.Path(path_type=Path), default=ROOT / "outputs", help="A built release.")
@click.option("--work", type=click.Path(path_type=Path), default=ROOT / ".bench", envvar="BENCH_WORK",
              help="Room for inputs and outputs; kept, for the next run.")  # fmt: skip
@click.option("--corpora", type=click.Path(path_type=Path), default=ROOT.parent / "shared" / "corpora",
              envvar="BENCH_CORPORA", help="Folder of real texts, if there is one.")  # fmt: skip
@click.option("--docs", type=click.Path(path_type=Path), default=ROOT / "docs", help="Where the report goes.")
@_size_options
def run(
    day: str, only: tuple[str, ...], raw: Path, scope: Path, work: Path, corpora: Path, docs: Path, **sizes: int
) -> None:
    """Measure all parts (or some), and write benchmarks.md, .svg and .json after each."""
    from benchmarks.machine import machine
    from benchmarks.measures import MEASURES
    from benchmarks.processes import ChildFailed
    from benchmarks.processes import run as run_child

    asked = Sizes(**sizes)
    work.mkdir(parents=True, exist_ok=True)
    places = Places(raw, scope, work.resolve(), corpora if corpora.is_dir() else None)
    path = docs / "benchmarks.json"
    here = machine()
    figures: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if figures.get("machine") != here:  # figures of another machine or other versions are not mixed with these
        figures = {"machine": here, "parts": {}}
    failed = []
    for name in only or PARTS:
        click.echo(f"{name} ...")
        load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
        try:
            measured = MEASURES[name](asked, places, lambda line: click.echo(line))
        except ChildFailed as error:
            click.echo(f"{name}: {error}", err=True)
            failed.append(name)
            continue
        figures["parts"][name] = {"date": day, "load": load, "sizes": asked.as_dict(), "figures": measured}
        path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        told = run_child(["benchmarks", "report", "--docs", str(docs)]).told
        for line in told["bars"]:
            click.echo(f"  bar: {line}")
    if failed:
        raise click.ClickException(f"not measured: {', '.join(failed)}")


@main.command()
@click.option("--docs", type=click.Path(path_type=Path), default=ROOT / "docs", help="Where benchmarks.json lies.")
def report(docs: Path) -> None:
    """Write benchmarks.md and .svg from benchmarks.json."""
    from benchmarks.bars import bars
    from benchmarks.report import as_markdown

    figures = json.loads((docs / "benchmarks.json").read_text(encoding="utf-8"))
    drawn = False
    try:
        from benchmarks.picture import draw
    except ImportError:  # outside of the environment of `make bench`
        click.echo("no picture: altair is not installed", err=True)
    else:
        drawn = draw(figures, docs / "benchmarks.svg")
    drawn = drawn or (docs / "benchmarks.svg").exists()
    (docs / "benchmarks.md").write_text(as_markdown(figures, drawn), encoding="utf-8")
    click.echo(json.dumps({"bars": [bar.line() for bar in bars(figures) if bar.held is not None]}))


@main.command()
@click.option("--kind", type=click.Choice(["statements", "postings"]), default="statements", show_default=True)
@click.option("--rows", type=click.IntRange(min=1), required=True)
@click.option("--seed", type=int, default=Sizes.seed, show_default=True)
@click.option("--raw", type=click.Path(path_type=Path), default=ROOT / "raw" / "lexicon")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Directory for the file.")
def generate(kind: str, rows: int, seed: int, raw: Path, out: Path) -> None:
    """Write a Parquet file of generated texts with the truth about each; print where."""
    from benchmarks.inputs import Inputs

    inputs = Inputs(raw, out, seed, lambda line: click.echo(line, err=True))
    path = inputs.statements(rows) if kind == "statements" else inputs.postings(rows)
    click.echo(json.dumps({"path": str(path)}))


@main.command()
@click.option("--raw", type=click.Path(path_type=Path), default=ROOT / "raw" / "lexicon")
@click.option("--times", type=click.IntRange(min=1), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the lexicon; replaced.")
def grow(raw: Path, times: int, out: Path) -> None:
    """Write a lexicon with as many times the aliases."""
    from benchmarks.grown import grow as write_grown

    write_grown(raw, times, out)


@main.command()
@click.option("--name", type=click.Choice(["usajobs", "onet"]), required=True)
@click.option("--corpora", type=click.Path(path_type=Path), required=True)
@click.option("--bytes", "size", type=click.IntRange(min=1), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
def corpus(name: str, corpora: Path, size: int, out: Path) -> None:
    """Write real texts as Parquet, repeated up to a size; print where, rows and bytes."""
    from benchmarks.real_texts import write_corpus

    path, rows, text_bytes = write_corpus(name, corpora, size, out)
    click.echo(json.dumps({"path": str(path), "rows": rows, "text_bytes": text_bytes}))


@main.command("measure-text")
@click.argument("path", type=click.Path(path_type=Path))
def measure_text(path: Path) -> None:
    """Print rows and bytes of text of a Parquet file."""
    import polars as pl

    told = pl.scan_parquet(path).select(rows=pl.len(), text_bytes=pl.col("text").str.len_bytes().sum()).collect()
    click.echo(json.dumps(told.row(0, named=True)))


if __name__ == "__main__":
    main()
