"""A folder of compiled kernels for each state of their sources.

Numba's cache looks at the file of the function it holds, not at the files of the functions it calls: after an edit
of `parse.py` a cached `kernel.py` would go on with the old code, and with arrays laid out otherwise it would crash.
So the cache lies in a folder named by the digest of all kernel files; two versions at once do not meet.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from numba.core import config as numba_config

from pipeline.private import writable_folder

config: Any = numba_config  # its settings are made when it is loaded

_COMPILES = "Compiling the matcher for this machine: about a minute, the first time only."
_FILES = (
    "folding.py",
    "jit.py",
    "tables.py",
    "grammar.py",
    "tokens.py",
    "acting.py",
    "parse.py",
    "taught.py",
    "match.py",
    "find.py",
    "clauses.py",
    "compete.py",
    "cues.py",
    "scope.py",
    "opening.py",
    "others.py",
    "labels.py",
    "passives.py",
    "subjects.py",
    "whom.py",
    "theirs.py",
    "denials.py",
    "titles.py",
    "lines.py",
    "wraps.py",
    "headings.py",
    "answers.py",
    "series.py",
    "led.py",
    "kernel.py",
)


def code_digest(*more: str) -> str:
    """Digest of the kernel's sources and of `more` files beside them."""
    here = Path(__file__).parent
    return hashlib.sha256(b"".join((here / name).read_bytes() for name in (*_FILES, *more))).hexdigest()[:16]


def kernel_folder() -> Path:
    """Where this state's compiled kernels lie: NUMBA_CACHE_DIR, beside the sources, or a temporary folder."""
    here = Path(__file__).parent
    wanted = Path(config.CACHE_DIR) if config.CACHE_DIR else here / "__pycache__"
    base = writable_folder(wanted, "scopebook-kernels")
    return base / f"kernels-{code_digest()}"


def _compiled(folder: Path) -> bool:
    """Whether there is machine code for this Python, or none is asked for."""
    version = f"py{sys.version_info.major}{sys.version_info.minor}"
    return bool(config.DISABLE_JIT) or any(folder.rglob(f"*.{version}.nbi"))


@contextmanager
def own_cache() -> Iterator[None]:
    """Within: functions decorated with `njit(cache=True)` keep their machine code in `kernel_folder()`.

    Where it holds none yet, what follows compiles it: a user at a terminal is told, as the wait looks like a fault.
    """
    before = config.CACHE_DIR
    folder = kernel_folder()
    if not _compiled(folder) and sys.stderr is not None and sys.stderr.isatty():
        print(_COMPILES, file=sys.stderr, flush=True)
    config.CACHE_DIR = str(folder)
    try:
        yield
    finally:
        config.CACHE_DIR = before
