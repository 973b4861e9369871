"""How the command ends: its status, and plain lines where another program would show a traceback."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import click
import pytest

from pipeline import cli as command
from pipeline.faults import Fault, InputFaults


def ends(monkeypatch: pytest.MonkeyPatch, *words: str) -> int | str | None:
    monkeypatch.setattr(sys, "argv", ["scopebook", *words])
    with pytest.raises(SystemExit) as ended:
        command.main()
    return ended.value.code


def raises(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int | str | None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(command.cli, "main", fail)
    return ends(monkeypatch)


def test_help_and_version_end_well(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(monkeypatch, "--version") == 0
    assert capsys.readouterr().out.startswith("scopebook, version ")
    assert ends(monkeypatch, "--help") == 0
    shown = capsys.readouterr().out
    for name, (_, what) in command.COMMANDS.items():
        assert name in shown
        assert what.split(":")[0] in shown


def test_commands_are_told_to_programs_that_complete_words() -> None:
    listed = command.cli.list_commands(click.Context(command.cli))
    assert listed == list(command.COMMANDS)
    assert all(isinstance(command.cli.get_command(click.Context(command.cli), name), click.Command) for name in listed)


def test_a_misspelt_command_is_answered_with_the_nearest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends(monkeypatch, "biuld") == 2
    assert "Did you mean 'build'?" in capsys.readouterr().err
    assert ends(monkeypatch, "zzzzzz") == 2
    told = capsys.readouterr().err
    assert "No such command 'zzzzzz'." in told
    assert "Did you mean" not in told


def test_faults_are_told_one_a_line_and_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert ends(monkeypatch, "ingest", "--raw", str(tmp_path / "none")) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.split("\n") == [
        f"{tmp_path / 'none'}: no such directory (name the raw directory with --raw)", "1 fault.", "",
    ]  # fmt: skip
    two = InputFaults([Fault("a", "", "", "is wrong", "mend it"), Fault("b", "", "", "is wrong", "mend it")])
    assert raises(monkeypatch, two) == 1
    assert capsys.readouterr().err.split("\n")[2] == "2 faults."


def test_a_stop_from_the_keyboard_and_a_full_disk(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert raises(monkeypatch, click.Abort()) == 1
    assert capsys.readouterr().err == "Stopped.\n"
    assert raises(monkeypatch, OSError(errno.ENOSPC, "No space left on device", "outputs/a")) == 1
    assert capsys.readouterr().err == "outputs/a: No space left on device\n"
    assert raises(monkeypatch, OSError("odd")) == 1
    assert capsys.readouterr().err == "file: odd\n"
    assert raises(monkeypatch, click.exceptions.Exit(3)) == 3
    assert raises(monkeypatch, click.UsageError("no")) == 2


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "pipeline", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("scopebook, version ")
