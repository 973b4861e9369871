"""The command `scopebook`. Each subcommand is loaded when it is called, so that start-up is quick."""

from __future__ import annotations

import importlib
import io
import sys
from typing import Any

import click

COMMANDS = {
    "build": ("pipeline.commands.build", "All stages: ingest, normalise, validate, publish."),
    "ingest": ("pipeline.commands.stages", "Stage 1: read raw/ into frames."),
    "normalise": ("pipeline.commands.stages", "Stage 2: find duties in statements, and what rules reach."),
    "validate": ("pipeline.commands.stages", "Stage 3: check every table and key."),
    "publish": ("pipeline.commands.stages", "Stage 4: write DuckDB, Parquet and CSV, in one step."),
    "verify": ("pipeline.commands.verify", "Is a release whole and unchanged?"),
    "tag": ("pipeline.commands.tag", "Duties in every row of a large input."),
    "coding": ("pipeline.commands.coding", "How far the two codings of the law agree."),
    "stale": ("pipeline.commands.stale", "What to read next: old readings, changed texts, reports."),
    "ask": ("pipeline.commands.ask", "What does the law say of a duty in a state?"),
    "diff": ("pipeline.commands.diff", "What changed between two releases, the worst first."),
    "pages": ("pipeline.commands.pages", "The generated pages of the documentation."),
    "check": ("pipeline.commands.check", "What does the law say of each duty in a posting, policy or page?"),
    "explain": ("pipeline.commands.explain", "Which words matched what, what won, and why."),
    "unmatched": ("pipeline.commands.unmatched", "What looks like a duty and the lexicon does not know."),
    "evaluate": ("pipeline.commands.evaluate", "How well the lexicon reads labelled statements."),
}


class LazyGroup(click.Group):
    """Lists its commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        return getattr(module, cmd_name.replace("-", "_"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            if near:
                raise click.UsageError(f"{error.message} Did you mean '{near[0]}'?", ctx) from error
            raise


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="scopebook", prog_name="scopebook")
def cli() -> None:
    """What a medical assistant may do in each US state, duty by duty, with the law that says so.

    \b
    First steps:
      scopebook build
      scopebook ask --state CA --duty "draw blood"
    """


def _inert(text: str) -> str:
    """Names of files and columns come from others: what a terminal would act on is shown, not sent."""
    return "".join(ch if ch.isprintable() else repr(ch)[1:-1] for ch in text)


def main() -> None:
    """Run the command; faults of the input become plain lines and exit status 1."""
    from pipeline.faults import InputFaults

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without a letter of the text shows its number
    try:
        # Without standalone mode Click gives back the status of a command that asks to end, and raises all else.
        status = cli.main(standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except InputFaults as error:
        for fault in error.faults:
            click.echo(fault.line(), err=True)
        count = len(error.faults)
        click.echo(f"{count} fault{'' if count == 1 else 's'}.", err=True)
        sys.exit(1)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(1)
    except click.ClickException as error:
        inert = "\n".join(_inert(line) for line in error.message.split("\n"))
        vars(error)["message"] = inert
        error.show()
        sys.exit(error.exit_code)
    except OSError as error:
        click.echo(_inert(f"{error.filename or 'file'}: {error.strerror or error}"), err=True)
        sys.exit(1)
