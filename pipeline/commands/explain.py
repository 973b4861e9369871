"""`scopebook explain`: which words matched which alias, what won, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.options import OneValueEach, released_option

if TYPE_CHECKING:
    from pipeline.release import Release

_MOST_CHARS = 100_000


class _WithBullets(OneValueEach):
    """Takes a line of a list as it is pasted ("- Draw blood") for text, not for an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        pasted = [arg for arg in args if arg.startswith("- ")]
        if pasted and "--" not in args:
            args = [*(arg for arg in args if not arg.startswith("- ")), "--", *pasted]
        return super().parse_args(ctx, args)


@click.command(cls=_WithBullets)
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
@released_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def explain(words: tuple[str, ...], released: Path, form: str) -> None:
    """Which words of a text matched which alias of which duty, what won and why, and which cues bear on it.

    \b
    Examples:
      scopebook explain "Draws blood; may not start IVs"
      scopebook explain "Assists the physician with suturing" --format json
    """
    from pipeline.release import Release

    text = " ".join(words)
    if not text.strip():
        raise click.UsageError("TEXT is empty.")
    if len(text) > _MOST_CHARS:
        raise click.UsageError(f"TEXT has more than {_MOST_CHARS:,} characters; use 'scopebook check' for documents.")
    release = Release(released)
    statements = _explained(release, text)
    if form == "json":
        from pipeline.commands.inert_json import inert_json

        click.echo(inert_json({"text": text, "statements": statements}))
    else:
        _show(statements)


def _explained(release: Release, text: str) -> list[dict[str, Any]]:
    """The statements of the text, each with its candidates and cues."""
    from dataclasses import asdict

    from pipeline.checking.cues import CueFinder
    from pipeline.commands.lexicon import released_lexicon
    from pipeline.matching import explain as candidates_of
    from pipeline.matching import segment

    compiled = released_lexicon(release.directory)
    cues = CueFinder(release.table("lexicon_files"))
    by_statement: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for candidate in candidates_of(compiled, text):
        row = asdict(candidate)
        by_statement.setdefault(tuple(row.pop("statement")), []).append(row)
    out: list[dict[str, Any]] = []
    for s in segment(compiled, text):
        found = cues.find(text, s.start, s.end, s.is_heading)
        for a, b in s.heading_offsets:
            found += cues.find(text, a, b, True)
        out.append(
            {
                "text": s.text,
                "start": s.start,
                "end": s.end,
                "is_heading": s.is_heading,
                "headings": s.headings,
                "candidates": by_statement.pop((s.start, s.end), []),
                "cues": [asdict(cue) for cue in found],
            }
        )
    return out


def _show(statements: list[dict[str, Any]]) -> None:
    from rich.text import Text

    from pipeline.commands.terminal import console, inert

    out = console()
    for s in statements:
        mark = "heading" if s["is_heading"] else "statement"
        out.print(Text(f'{mark} {s["start"]}-{s["end"]}: "{inert(s["text"])}"', style="bold"), soft_wrap=True)
        if s["headings"]:
            out.print(Text(f"  under: {inert(' > '.join(s['headings']))}"), soft_wrap=True)
        for c in sorted(s["candidates"], key=lambda c: (not c["kept"], c["start"])):
            says = c["polarity"] + (", conditional" if c["conditional"] else "")
            says += "" if c["kind"] == "duty" else f", counts as {c['kind'].replace('_', ' ')}, not as a duty"
            head, style = ("+", "green") if c["kept"] else ("-", "dim")
            out.print(
                Text(f"  {head} {c['duty_id']}: \"{inert(c['words'])}\" by alias '{inert(c['alias'])}'", style=style)
            )
            out.print(Text(f"      {says}" if c["kept"] else f"      fell: {c['reason']}", style=style))
        for cue in s["cues"]:
            where = " (heading)" if cue["in_heading"] else ""
            out.print(Text(f'  cue "{inert(cue["words"])}"{where}: {cue["effect"]}', style="dim"))
        if not s["candidates"] and not s["is_heading"]:
            out.print(Text("  no alias of any duty matches"))
