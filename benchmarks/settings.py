"""Sizes and places of a run."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FULL_ROWS, FULL_LARGE_ROWS, FULL_REPEATS = 10_000_000, 100_000_000, 5
"""What the bars of the issue ask for; a smaller run tells its figures and passes no bar."""


@dataclass(frozen=True)
class Sizes:
    """How much is measured.

    Rows of statements (small, usual, large) and of whole postings; bytes of text of each corpus; rows of the matcher's
    sample and of those of slower engines; repeats of each timing, fewer for the large input.
    """

    small_rows: int = 1_000_000
    rows: int = FULL_ROWS
    large_rows: int = FULL_LARGE_ROWS
    posting_rows: int = 200_000
    corpus_bytes: int = 500_000_000
    sample_rows: int = 1_000_000
    hyperscan_rows: int = 50_000
    spacy_rows: int = 1_000
    repeats: int = FULL_REPEATS
    large_repeats: int = 3
    seed: int = 5

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


@dataclass(frozen=True)
class Places:
    """`raw`: the lexicon; `scope`: a release; `work`: room for inputs and outputs; `corpora`: real texts or None."""

    raw: Path
    scope: Path
    work: Path
    corpora: Path | None

    @property
    def kept(self) -> Path:
        """What is compiled once."""
        return self.work / "compiled"

    def input_command(self, kind: str, rows: int, seed: int) -> list[str]:
        """The child that makes an input and prints where it lies."""
        return [
            "benchmarks",
            "generate",
            "--kind",
            kind,
            "--rows",
            str(rows),
            "--seed",
            str(seed),
            "--raw",
            str(self.raw),
            "--out",
            str(self.work / "inputs"),
        ]


Figures = dict[str, Any]
