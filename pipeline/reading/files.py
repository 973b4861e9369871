"""From the paths of a command line to files: folders are walked, and nothing outside them is read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pipeline.reading import limits
from pipeline.reading.sniff import BY_SUFFIX, UNREAD_SUFFIXES
from pipeline.reading.text import UnreadableFile

ONET_TASKS = "Task Statements.txt"


def files_in(path: Path) -> Iterator[Path | UnreadableFile]:
    """The file itself, or the documents of a folder in the order of their names; faults in their place.

    In a folder, files of other kinds (by name) and hidden ones are passed over, but not documents of other word
    processors, for a policy of which nothing is said would pass for sound. A link that leads out of the folder is a
    fault. A release folder of O*NET is its task statements.
    """
    if not path.is_dir():
        yield path
        return
    if (path / ONET_TASKS).is_file():
        yield path / ONET_TASKS
        return
    root = path.resolve()
    count = 0
    for found in _walk(path):
        if found.is_symlink() and not _within(found, root):
            yield UnreadableFile(str(found), "is a link that leads out of the folder", "name the file itself")
            continue
        suffix = found.suffix.lower()
        if found.is_dir() or (suffix not in BY_SUFFIX and suffix not in UNREAD_SUFFIXES):
            continue
        count += 1
        if count > limits.FOLDER_FILES:
            yield UnreadableFile(str(path), f"holds more than {limits.FOLDER_FILES:,} documents", "name a part of it")
            return
        yield found
    if count == 0:
        yield UnreadableFile(str(path), "holds no document of a known kind", "name a file, or another folder")


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder, and links to folders, which are not followed."""
    for base, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        links = [f for f in folders if (Path(base) / f).is_symlink()]
        for name in sorted([*links, *(f for f in files if not f.startswith("."))]):
            yield Path(base) / name


def _within(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=False).is_relative_to(root)
    except (OSError, RuntimeError):
        return False
