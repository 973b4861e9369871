"""The project's own matcher, on one thread."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from pipeline.matching import KINDS, Lexicon, Mentions, compile_cached, scan

DUTY = KINDS.index("duty")


class Scopebook:
    """Duties, denied ones with "-" before them: polarity, cues and offsets are in what is timed."""

    def __init__(self, lexicon: Lexicon, kept: Path) -> None:
        self._compiled = compile_cached(lexicon, kept)
        self.patterns = len(self._compiled.aliases)
        scan(self._compiled, pa.array(["Draw blood."], pa.large_string()))  # loads the machine code

    def read(self, texts: list[str]) -> tuple[int, pa.Array]:
        return len(texts), pa.array(texts, pa.large_string())

    def find(self, ready: tuple[int, pa.Array]) -> tuple[int, Mentions]:
        return ready[0], scan(self._compiled, ready[1], threads=1)

    def found(self, answer: tuple[int, Mentions]) -> list[set[str]]:
        number, mentions = answer
        out: list[set[str]] = [set() for _ in range(number)]
        names = self._compiled.duty_ids
        for row, duty, denied, kind in zip(
            mentions.row.tolist(),
            mentions.duty.tolist(),
            mentions.polarity.tolist(),
            mentions.kind.tolist(),
            strict=True,
        ):
            if kind == DUTY:
                out[row].add(("-" if denied else "") + names[duty])
        return out
