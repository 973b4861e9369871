"""`read_file`: one file to one text, whatever it is. No fault of a file gets out other than as UnreadableFile."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from pipeline.reading import limits
from pipeline.reading.encoding import inert
from pipeline.reading.sniff import kind_of
from pipeline.reading.text import ReadText, Refused, UnreadableFile, refuse

# kind: module with a function `read(data, file, text_column)`; loaded when such a file is met.
READERS = {
    "text": "pipeline.reading.plain",
    "markdown": "pipeline.reading.markdown",
    "html": "pipeline.reading.html",
    "pdf": "pipeline.reading.pdf",
    "docx": "pipeline.reading.docx",
    "csv": "pipeline.reading.table_files",
    "jsonl": "pipeline.reading.json_files",
    "json": "pipeline.reading.json_files",
    "parquet": "pipeline.reading.parquet",
}
Reader = Callable[[bytes, str, str | None], ReadText]


def read_file(path: Path, text_column: str | None = None) -> ReadText:
    """The text of a file. `text_column`: of a table, the column that holds the texts; else it is guessed.

    Raises UnreadableFile, and nothing else, where the file cannot be read.
    """
    file = str(path)
    try:
        data = _bytes(path)
    except Refused as error:
        raise UnreadableFile(file, error.problem, error.mend) from error
    except OSError as error:
        raise UnreadableFile(file, error.strerror or str(error), "see that it is there and may be read") from error
    except MemoryError as error:
        raise UnreadableFile(file, "is too large to be read", "split it") from error
    return read_bytes(data, file, text_column)


def read_bytes(data: bytes, file: str, text_column: str | None = None) -> ReadText:
    """The text of a file's bytes; else as `read_file`."""
    try:
        reader: Reader = import_module(READERS[kind_of(file, data)]).read
        read = reader(data, file, text_column)
        read = replace(read, text=inert(read.text), title=inert(read.title) if read.title else read.title)
        _check(read)
    except Refused as error:
        raise UnreadableFile(file, error.problem, error.mend) from error
    except (MemoryError, RecursionError) as error:
        raise UnreadableFile(file, "is too large or too deeply nested to be read", "split it") from error
    except Exception as error:
        # Parsers of broken documents raise whatever they like; one document must not stop the run for the others.
        problem = f"cannot be read: {type(error).__name__}: {str(error)[:200]}"
        raise UnreadableFile(file, problem, "open it, save it anew, and try again") from error
    return read


def _bytes(path: Path) -> bytes:
    """The file's bytes. Opened without waiting, so that a pipe without a writer does not hang the run."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as opened:
        status = os.fstat(opened.fileno())
        if not stat.S_ISREG(status.st_mode):
            refuse("is no regular file", "name a document")
        if status.st_size > limits.FILE_BYTES:
            refuse(
                f"has {status.st_size / 1e6:,.0f} MB; at most {limits.FILE_BYTES // 1_000_000} MB are read",
                "split it, or use 'scopebook tag' for a large table",
            )
        return opened.read(limits.FILE_BYTES + 1)


def _check(read: ReadText) -> None:
    if not read.text.strip():
        refuse("holds no text", "name a document that has text")
    if max((b - a for a, b in read.parts), default=0) > limits.TEXT_CHARS:
        refuse(f"holds more than {limits.TEXT_CHARS:,} characters", "split it")
    longest = max(map(len, read.text.split("\n")))
    if longest > limits.LINE_CHARS:
        refuse(f"has a line of {longest:,} characters; at most {limits.LINE_CHARS:,} are read", "break it into lines")
