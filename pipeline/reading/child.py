"""The process that reads for `ReadAside`: a path a line comes in, a text or a fault a line goes out, both as JSON."""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pipeline.reading import limits
from pipeline.reading.read import read_file
from pipeline.reading.text import UnreadableFile


def main() -> None:
    """Answers until the input ends. Arguments: (paths of modules), seconds for each document."""
    seconds = float(sys.argv[2])
    # What a parser prints must not be taken for an answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _bound_memory()
    for line in sys.stdin.buffer:
        _wake_after(seconds + 1)
        answers.write(json.dumps(_answer(*json.loads(line))).encode() + b"\n")
        answers.flush()
        _wake_after(0)


def _answer(path: str, text_column: str | None) -> dict[str, Any]:
    try:
        return {"read": asdict(read_file(Path(path), text_column))}
    except UnreadableFile as error:
        return {"fault": [error.file, error.problem, error.mend]}


def _wake_after(seconds: float) -> None:
    """Ends this process after a time, should the one that would have ended it be gone. 0: does not."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _bound_memory() -> None:
    """A document that unpacks to more fails in its parser, which `read_file` tells; the machine goes on."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    asked = limits.MEMORY_BYTES if most == resource.RLIM_INFINITY else min(limits.MEMORY_BYTES, most)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (asked, most))
    except (OSError, ValueError):  # a system that knows no such limit
        return
