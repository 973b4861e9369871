"""Hyperscan: one regular expression for each order of each line, with gaps that end with the sentence.

In its favour: the texts are lowered and their words parted by single spaces before the clock starts, gaps may be of any
length (bounded ones are slower), and each expression is told once a text.
"""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import hyperscan

from benchmarks.engines.words import orders, words
from benchmarks.surface import Surface
from pipeline.matching import Lexicon

GAP = "(?: .*)? "


class HyperscanGaps:
    """Compiling takes minutes: the database is kept in `kept`, by the digest of its expressions, with its seconds."""

    def __init__(self, lexicon: Lexicon, kept: Path) -> None:
        self._duties: list[str] = []
        expressions: list[bytes] = []
        for saying in Surface(lexicon).sayings:
            for order in orders(saying):
                expressions.append((" " + GAP.join(f"(?:{'|'.join(some)})" for some in order) + " ").encode())
                self._duties.append(saying.alias.duty)
        self.patterns = len(expressions)
        name = hashlib.sha256(b"\n".join([hyperscan.__version__.encode(), *expressions])).hexdigest()[:16]
        path = kept / f"hyperscan-{name}.db"
        if path.exists():
            self._database = hyperscan.loadb(path.read_bytes(), mode=hyperscan.HS_MODE_BLOCK)
        else:
            begun = time.perf_counter()
            self._database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
            flags = [hyperscan.HS_FLAG_SINGLEMATCH] * len(expressions)
            self._database.compile(
                expressions=expressions, ids=list(range(len(expressions))), elements=len(expressions), flags=flags
            )
            kept.mkdir(parents=True, exist_ok=True)
            path.with_suffix(".seconds").write_text(str(time.perf_counter() - begun))
            path.write_bytes(hyperscan.dumpb(self._database))
        self.prepare_seconds = float(path.with_suffix(".seconds").read_text())
        if getattr(self._database, "scratch", None) is None:
            self._database.scratch = hyperscan.Scratch(self._database)

    def read(self, texts: list[str]) -> list[bytes]:
        return [f" {' '.join(words(text))} ".encode() for text in texts]

    def find(self, ready: list[bytes]) -> tuple[int, list[tuple[int, int]]]:
        hits: list[tuple[int, int]] = []

        def hit(pattern: int, start: int, end: int, flags: int, row: int) -> None:
            hits.append((row, pattern))

        scan = self._database.scan
        for row, text in enumerate(ready):
            scan(text, match_event_handler=hit, context=row)
        return len(ready), hits

    def found(self, answer: tuple[int, list[tuple[int, int]]]) -> list[set[str]]:
        out: list[set[str]] = [set() for _ in range(answer[0])]
        for row, pattern in answer[1]:
            out[row].add(self._duties[pattern])
        return out
