"""The packages of a lock file as uv writes it: names, versions, hashes, and who asked for each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / "requirements.lock"
PROJECT = "scopebook"

_START = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; ([^\\]+?))? \\$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"^ +#(?: via)? +(?!-c )([a-z0-9][a-z0-9._-]*)")


@dataclass(frozen=True)
class Locked:
    """One package. `marker`: where it is installed, empty for everywhere; `via`: the packages that need it."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    via: tuple[str, ...]

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


def locked(path: Path = RUNTIME) -> list[Locked]:
    """The packages of a lock in its order. Raises ValueError for a package without a hash."""
    found: list[Locked] = []
    for block in re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip("\n")):
        lines = block.split("\n")
        start = _START.match(lines[0])
        if start is None:
            raise ValueError(f"{path.name}: cannot be understood: {lines[0]}")
        hashes = tuple(_HASH.findall(block))
        if not hashes:
            raise ValueError(f"{path.name}: {start[1]} has no hash")
        via = tuple(m[1] for line in lines if (m := _VIA.match(line)))
        found.append(Locked(start[1], start[2], (start[3] or "").strip(), hashes, via))
    return found
