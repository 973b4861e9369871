"""`scopebook check`: the duties of documents, each with its verdict and law."""

from __future__ import annotations

import contextlib
import itertools
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import OneValueEach, released_day_option, released_option
from schemas.vocabulary import VERDICTS

if TYPE_CHECKING:
    from pipeline.checking import CheckedFile, Checker
    from pipeline.checking.checker import Asked
    from pipeline.faults import Fault
    from pipeline.reading import ReadAside
    from pipeline.release import Release

_WIDTH = 100
_STATES_TOLD = 5
_MEND = "run pictures through OCR, write tables as Word or HTML, or export it anew"


@click.command(cls=OneValueEach)
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--state", default=None, help="Letters or name of the state. Default: the one that the document names.")
@click.option("--role", default=None, help="Role. Default: by the document's words, else medical_assistant.")
@click.option("--setting", default=None, help="Setting. Default: by the document's words, else physician_office.")
@click.option("--delegator", default=None, help="Who delegates: physician (default), pa, np, nurse, ...")
@released_day_option
@released_option
@click.option("--text-column", default=None, help="Of CSV, JSON lines and Parquet: the column of texts.")
@click.option("--format", "form", type=click.Choice(["table", "json", "html"]), default="table", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=None, help="File to write instead of the terminal.")
@click.option(
    "--text-out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Folder to write each document into as it was read: lines and offsets are of that text.",
)
@click.option(
    "--fail-on", multiple=True, type=click.Choice(VERDICTS), help="Exit 1 if a duty has this verdict; repeatable."
)
def check(
    paths: tuple[Path, ...],
    state: str | None,
    role: str | None,
    setting: str | None,
    delegator: str | None,
    as_of: date | None,
    released: Path,
    text_column: str | None,
    form: str,
    out: Path | None,
    text_out: Path | None,
    fail_on: tuple[str, ...],
) -> None:
    """What the law says of each duty in documents: postings, policies, pages; files or folders.

    Lines and offsets that it tells are of the text that was read from a file. That of a Word, PDF or HTML file shows
    in the HTML report, with its lines, and is written by --text-out.

    \b
    Examples:
      scopebook check posting.pdf --state TX
      scopebook check policies/ --state CA --fail-on prohibited --fail-on reserved
      scopebook check page.html --state Ohio --format html --out report.html
      scopebook check policy.docx --state TX --text-out read/
    """
    from pipeline.checking import Checker
    from pipeline.checking.law import Law
    from pipeline.commands.lexicon import released_lexicon
    from pipeline.reading import ReadAside
    from pipeline.release import Release

    missing = [p for p in paths if not p.exists()]
    if missing and len(missing) == len(paths):
        raise click.UsageError(f"There is no '{missing[0]}'.")
    with ReadAside(text_column) as reader:
        release = Release(released)
        asked = _asked(release, state, role, setting, delegator)
        day = as_of or release.table("build_info")["as_of"][0]
        checker = Checker(Law(release, day), released_lexicon(release.directory), asked)
        files, left_out, sound = _check_all(paths, checker, reader)
    if text_out:
        files = _write_texts(text_out, files)
    _put(release, files, left_out, form, out)
    wanted = any(m.asked and m.verdict in fail_on for f in files for m in f.mentions)
    if wanted or not sound:
        sys.exit(1)


def _asked(release: Release, state: str | None, role: str | None, setting: str | None, delegator: str | None) -> Asked:
    """Ids for what the command line says in plain words."""
    from pipeline.asking.question import (
        DEFAULT_DELEGATOR,
        delegator_names,
        role_in_state,
        role_names,
        setting_names,
        state_names,
    )
    from pipeline.checking.checker import Asked
    from pipeline.commands.ask import _offer
    from pipeline.plain_words import NotFound

    try:
        state_id = (
            state_names(release).find(state.strip().upper() if len(state.strip()) == 2 else state) if state else None
        )
        role_id = role_names(release).find(role) if role else None
        if role_id and state_id:
            role_in_state(release, role_id, state_id)
        return Asked(
            state_id,
            role_id,
            setting_names(release).find(setting) if setting else None,
            delegator_names().find(delegator) if delegator else DEFAULT_DELEGATOR,
        )
    except NotFound as error:
        raise click.UsageError(_offer(error)) from error


def _check_all(
    paths: tuple[Path, ...], checker: Checker, reader: ReadAside
) -> tuple[list[CheckedFile], list[Fault], bool]:
    """Every document that can be read, the fault of each other, and whether all could be read in whole.

    Each fault is one line on standard error, too.
    """
    from pipeline.checking import NoState
    from pipeline.commands.terminal import inert
    from pipeline.faults import Fault
    from pipeline.plain_words import joined
    from pipeline.reading import UnreadableFile, files_in

    files: list[CheckedFile] = []
    left_out: list[Fault] = []
    sound = True
    for found in (f for path in paths for f in files_in(path)):
        try:
            if isinstance(found, UnreadableFile):
                raise found
            read = reader.read(found)
            files.append(checker.check(read))
            for part in read.unread:
                sound = False
                click.echo(Fault(read.file, "", "", f"not read: {part}", _MEND).line(), err=True)
        except UnreadableFile as error:
            left_out.append(error.fault)
            click.echo(left_out[-1].line(), err=True)
        except NoState as error:
            named = [f"{b.value} ('{inert(b.words or '')}')" for b in error.named]
            more = len(named) - _STATES_TOLD
            told = joined(named[:_STATES_TOLD] + ([f"{more} more"] if more > 0 else []))
            problem = f"names more than one state: {told}" if named else "names no state"
            left_out.append(Fault(str(found), "", "", problem, "name it with --state"))
            click.echo(left_out[-1].line(), err=True)
    return files, left_out, sound and not left_out


def _put(release: Release, files: list[CheckedFile], left_out: list[Fault], form: str, out: Path | None) -> None:
    import io

    from pipeline.checking.labels import Labels

    lines = [fault.line() for fault in left_out]
    if form == "json":
        from pipeline.checking.as_json import as_json
        from pipeline.commands.inert_json import inert_json

        text = inert_json(as_json(files, Labels.of(release), left_out)) + "\n"
    elif form == "html":
        from pipeline.checking.as_html import as_html

        text = as_html(files, Labels.of(release), str(release.table("build_info")["data_version"][0]), lines)
    else:
        from rich.console import Console

        from pipeline.checking.as_table import show
        from pipeline.commands.terminal import console

        written = io.StringIO()
        if out:
            page = Console(file=written, width=_WIDTH, highlight=False)
            show(page, files, Labels.of(release), wrapped=True, left_out=lines)
        else:
            shown = console()
            show(shown, files, Labels.of(release), wrapped=shown.is_terminal)
        text = written.getvalue()
    if out is None:
        click.echo(text, nl=False)
    else:
        _write(out, text)


def _write_texts(directory: Path, files: list[CheckedFile]) -> list[CheckedFile]:
    """Each text as it was read, letter for letter, in a file named like its own with .txt behind it."""
    from dataclasses import replace

    directory.mkdir(parents=True, exist_ok=True)
    used: set[str] = set()
    out: list[CheckedFile] = []
    for checked in files:
        stem = Path(checked.read.file).name
        numbers = itertools.count(2)
        name = stem
        while name.casefold() in used:
            name = f"{stem}-{next(numbers)}"
        used.add(name.casefold())
        path = directory / f"{name}.txt"
        _write(path, checked.read.text)
        out.append(replace(checked, text_file=str(path)))
    return out


def _write(out: Path, text: str) -> None:
    """Written aside and put in place in one step: a reader sees the old file or the new one, whole."""
    import os

    from pipeline.faults import Fault, InputFaults

    staged = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        staged.write_text(text, encoding="utf-8", errors="replace", newline="")
        staged.replace(out)
    except OSError as error:  # the name aside would tell the user nothing
        mend = (
            "name a file, not a folder" if out.is_dir() else "name a file in a folder that is there and may be written"
        )
        raise InputFaults([Fault(str(out), "", "", f"cannot be written: {error.strerror}", mend)]) from error
    finally:
        with contextlib.suppress(OSError):
            staged.unlink()
