"""The project's own code on the workers of Spark: packed by the driver, unpacked once on each machine.

These functions travel to the workers by value, before anything of the project can be imported there: they use the
standard library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGES = ("pipeline", "schemas")


def pack() -> tuple[bytes, str]:
    """The project's modules as a zip file, and the digest by which a worker knows an equal installation."""
    root = Path(__file__).parents[2]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _modules(root):
            archive.write(path, path.relative_to(root).as_posix())
    return packed.getvalue(), _digest(root)


def make_importable(packed: bytes, digest: str) -> None:
    """On a worker: take an equal installation, or else the driver's code from the user's cache directory.

    The place is the same on every run, so that the kernel's machine code is found again beside it.
    """
    if getattr(sys, "scopebook_code", None) == digest:
        return
    found = importlib.util.find_spec("pipeline")
    installed = Path(found.origin).parents[1] if found is not None and found.origin else None
    if installed is None or _digest(installed) != digest:
        for name in [m for m in sys.modules if m.split(".")[0] in PACKAGES]:
            del sys.modules[name]
        sys.path.insert(0, str(_unpack(packed, digest)))
    sys.scopebook_code = digest  # type: ignore[attr-defined]


def _unpack(packed: bytes, digest: str) -> Path:
    base = os.environ.get("SCOPEBOOK_CACHE") or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "scopebook"
    )
    place = Path(base) / f"code-{digest}"
    if place.is_dir() and _digest(place) == digest:
        return place
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix="code-", dir=place.parent))
    except OSError:  # no home that can be written: code and machine code last as long as this worker
        staged = Path(tempfile.mkdtemp(prefix="scopebook-code-"))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(staged)
    if staged.parent != place.parent:
        return staged
    try:
        staged.rename(place)
    except OSError:  # another worker was first, or what stood there is not whole
        if _digest(place) != digest:
            return staged
        shutil.rmtree(staged, ignore_errors=True)
    return place


def _modules(root: Path) -> list[Path]:
    return [path for package in PACKAGES for path in sorted((root / package).rglob("*.py"))]


def _digest(root: Path) -> str:
    total = hashlib.sha256()
    for path in _modules(root):
        total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:32]
