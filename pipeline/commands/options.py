"""What several commands share: options, and how options are taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click


class OneValueEach(click.Command):
    """The class of all commands: an option of one value that is given twice is refused, not its last value taken."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _, _, given = self.make_parser(ctx).parse_args(args=list(args))
        for param, times in Counter(given).items():
            several = isinstance(param, click.Option) and (param.multiple or param.count or param.is_flag)
            if isinstance(param, click.Option) and times > 1 and not several:
                raise click.UsageError(f"{param.opts[0]} is given {times} times; it takes one value.", ctx)
        return super().parse_args(ctx, args)


class Day(click.ParamType):
    """A day written as 2026-01-31."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"'{value}' is no day; write it as 2026-01-31.", param, ctx)


def raw_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--raw",
        type=click.Path(path_type=Path),
        default=Path("raw"),
        show_default=True,
        help="Directory of the hand-edited files.",
    )(command)


def out_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--out",
        type=click.Path(path_type=Path),
        default=Path("outputs"),
        show_default=True,
        help="Directory to publish into.",
    )(command)


def stages_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--stages",
        type=click.Path(path_type=Path),
        default=Path(".stages"),
        show_default=True,
        help="Directory in which one stage leaves its tables for the next.",
    )(command)


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--as-of", type=Day(), default=None, help="Day whose law is asked for, as 2026-01-31. Default: today."
    )(command)


def released_day_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--as-of", type=Day(), default=None, help="Day whose law is asked for, as 2026-01-31. Default: the release's."
    )(command)


def released_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--scope",
        "released",
        type=click.Path(path_type=Path),
        default=Path("outputs"),
        show_default=True,
        envvar="SCOPEBOOK_OUTPUTS",
        show_envvar=True,
        help="Directory of the published release.",
    )(command)


def accept_changes_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--accept-changes",
        is_flag=True,
        help="Publish even where the data fall or jump far against the last release.",
    )(command)
