"""The command as a user meets it: arguments in, status and what is printed out."""

from __future__ import annotations

import sys

import pytest

from pipeline.cli import main


class Whole:
    """Runs `scopebook` in this process, from its outermost function."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(self, *args: object) -> tuple[int, str, str]:
        """Status, standard output, standard error. Any exception but the end of the program fails the test."""
        self._monkeypatch.setattr(sys, "argv", ["scopebook", *map(str, args)])
        with pytest.raises(SystemExit) as end:
            main()
        printed = self._capsys.readouterr()
        for text in printed:
            assert "Traceback" not in text
            assert all(ch == "\n" or ch.isprintable() for ch in text)
        return int(end.value.code or 0), printed.out, printed.err
