"""Files read in a process of its own: a parser that hangs, crashes or fills the memory costs one document, no run."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from pipeline.reading import limits
from pipeline.reading.text import ReadText, UnreadableFile

# No folder of the user's is searched for modules: the paths are those of this process, and no others.
_CHILD = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from pipeline.reading.child import main; main()"


class ReadAside:
    """Reads files one after the other. The process is begun once, and anew only after a document that ended it.

    `seconds`: for each document; null: limits.SECONDS. To be used as a context manager.
    """

    def __init__(self, text_column: str | None = None, seconds: float | None = None) -> None:
        self._text_column, self._seconds = text_column, limits.SECONDS if seconds is None else seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> ReadAside:
        self._child = self._begin()  # now, so that it loads while the caller loads what it needs itself
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, path: Path) -> ReadText:
        """As `read_file`. Raises UnreadableFile, and nothing else, where the file cannot be read in the time given."""
        if self._child is None or self._child.poll() is not None:
            self._end()
            self._child = self._begin()
        answer, late = self._ask(self._child, path)
        if "read" in answer:
            return _read_text(answer["read"])
        if "fault" in answer:
            raise UnreadableFile(*answer["fault"])
        self._end()
        if late:
            problem = f"took more than {self._seconds:g} seconds to read"
            raise UnreadableFile(str(path), problem, "split it, or save it as text")
        raise UnreadableFile(str(path), "cannot be read: its parser broke down", "open it, and save it anew")

    def _begin(self) -> subprocess.Popen[bytes]:
        code = [sys.executable, "-I", "-S", "-c", _CHILD, json.dumps([p for p in sys.path if p]), str(self._seconds)]
        return subprocess.Popen(code, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def _ask(self, child: subprocess.Popen[bytes], path: Path) -> tuple[dict[str, Any], bool]:
        """The child's answer, empty where it gives none; and whether it was ended for being late."""
        assert child.stdin is not None
        assert child.stdout is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self._seconds, end)
        timer.daemon = True
        timer.start()
        try:
            child.stdin.write(json.dumps([str(path), self._text_column]).encode() + b"\n")
            child.stdin.flush()
            line = child.stdout.readline()
        except OSError:
            line = b""
        finally:
            timer.cancel()
        return (json.loads(line) if line.endswith(b"\n") else {}), late.is_set()

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()  # it holds nothing that must be put away
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was still to be written has no reader
                    pipe.close()
        child.wait()


def _read_text(told: dict[str, Any]) -> ReadText:
    rows = told["rows"]
    return ReadText(
        told["file"],
        told["text"],
        told["title"],
        told["kind"],
        rows=None if rows is None else tuple((a, b) for a, b in rows),
        unread=tuple(told["unread"]),
    )
