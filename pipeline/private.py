"""Folders for what a run may keep for the next: found where they can be written to, and nobody else can write."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path


def writable_folder(wanted: Path | None, name: str) -> Path:
    """`wanted`, made where it is missing; or, where it cannot be written to, a folder `name` of this user's in /tmp.

    What is kept there is run as it is found (compiled code, pickles): a folder in /tmp that somebody else owns or may
    write to is not used, and a fresh one taken for this run.
    """
    if wanted is not None:
        try:
            wanted.mkdir(parents=True, exist_ok=True)
            if os.access(wanted, os.W_OK | os.X_OK):
                return wanted
        except OSError:
            pass
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"{name}-{user}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return Path(tempfile.mkdtemp(prefix=f"{name}-"))
    own = stat.S_ISDIR(found.st_mode) and (os.name == "nt" or found.st_uid == user)
    if own and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return folder
    return Path(tempfile.mkdtemp(prefix=f"{name}-"))
