"""Polars `extract_many`: literal phrases by Aho-Corasick."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from benchmarks.engines.words import literals
from benchmarks.surface import Surface
from pipeline.matching import Lexicon


class PolarsLiterals:
    """The reference for speed without gaps. Phrases are found inside of words too."""

    def __init__(self, lexicon: Lexicon, kept: Path) -> None:
        self._duties = literals(Surface(lexicon).sayings)
        self._phrases = sorted(self._duties)
        self.patterns = len(self._phrases)

    def read(self, texts: list[str]) -> pl.Series:
        return pl.Series(texts)

    def find(self, ready: pl.Series) -> pl.Series:
        frame = ready.str.to_lowercase().to_frame("text")
        return frame.select(pl.col("text").str.extract_many(self._phrases, overlapping=True))["text"]

    def found(self, answer: pl.Series) -> list[set[str]]:
        return [{duty for phrase in phrases for duty in self._duties[phrase]} for phrases in answer.to_list()]
