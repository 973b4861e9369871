"""Putting a release in place in one step.

`out` holds `.releases/<digest>/` and a link `.current` to one of them; each published name is a link through `.current`
that never changes. One rename of `.current` replaces everything, and a reader sees the old release or the new one.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

KEPT = 2
"""Releases kept after a publication: the new one, and the one before, which readers may still have open."""


def staging_directory(out: Path, name: str) -> Path:
    """An empty directory beside the releases, to build in."""
    staging = out / ".releases" / f".staging-{name}"
    if staging.exists():
        shutil.rmtree(staging)
    staging.mkdir(parents=True)
    return staging


def clean_up(out: Path) -> None:
    """Remove what a run that died has left. Call with the lock held."""
    releases = out / ".releases"
    if releases.is_dir():
        for left in releases.glob(".staging-*"):
            shutil.rmtree(left, ignore_errors=True)
        for left in (*out.glob(".current-*"), *out.glob(".link-*")):
            left.unlink(missing_ok=True)


def put_in_place(out: Path, staging: Path, digest: str) -> None:
    """Make the finished directory `staging` the current release. Call with the lock held."""
    for path in sorted(staging.rglob("*")):
        if path.is_file():
            _sync(path)
    target = out / ".releases" / digest
    if target.exists():
        if (out / ".current").exists() and os.readlink(out / ".current") == f".releases/{digest}":
            # The same bytes are published already, but the database may have been damaged: replace by another name.
            target = out / ".releases" / f"{digest}-again"
            shutil.rmtree(target, ignore_errors=True)
        else:
            shutil.rmtree(target)
    os.replace(staging, target)
    _sync(target.parent)
    for name in sorted(p.name for p in target.iterdir()):
        _link(out, name, f".current/{name}")
    _link(out, ".current", f".releases/{target.name}")
    _sync(out)
    _forget_old(out, target.name)


def current_release(out: Path) -> Path | None:
    """The directory of the current release, or None where nothing is published."""
    link = out / ".current"
    return out / os.readlink(link) if link.is_symlink() and link.exists() else None


def _link(out: Path, name: str, to: str) -> None:
    path = out / name
    if path.is_symlink() and os.readlink(path) == to:
        return
    if path.exists() and not path.is_symlink():
        raise FileExistsError(f"{path} is in the way: it was not made by a build; move it and build again")
    fresh = out / f".link-{name.lstrip('.')}"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(to)
    os.replace(fresh, path)


def _forget_old(out: Path, current: str) -> None:
    releases = [p for p in (out / ".releases").iterdir() if p.is_dir() and p.name != current]
    releases.sort(key=lambda p: (p.stat().st_mtime_ns, p.name), reverse=True)
    for old in releases[KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
