"""Other ways to find duties, given the same lexicon: each is prepared once, then timed over texts in memory.

An engine is made from a lexicon and a directory for what it may keep, and has `read(texts)`, which brings texts into
the form it likes best (not timed), `find(ready)`, which is timed, and `found(answer)`: for each text the set of duties.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from pipeline.matching import Lexicon


class Engine(Protocol):
    """`patterns`: how many it looks for."""

    patterns: int

    def read(self, texts: list[str]) -> Any: ...

    def find(self, ready: Any) -> Any: ...

    def found(self, answer: Any) -> list[set[str]]: ...


def _scopebook(lexicon: Lexicon, kept: Path) -> Engine:
    from benchmarks.engines.scopebook import Scopebook

    return Scopebook(lexicon, kept)


def _hyperscan(lexicon: Lexicon, kept: Path) -> Engine:
    from benchmarks.engines.hyperscan_gaps import HyperscanGaps

    return HyperscanGaps(lexicon, kept)


def _spacy_matcher(lexicon: Lexicon, kept: Path) -> Engine:
    from benchmarks.engines.spacy_matchers import SpacyGaps

    return SpacyGaps(lexicon, kept)


def _spacy_phrases(lexicon: Lexicon, kept: Path) -> Engine:
    from benchmarks.engines.spacy_matchers import SpacyPhrases

    return SpacyPhrases(lexicon, kept)


def _polars(lexicon: Lexicon, kept: Path) -> Engine:
    from benchmarks.engines.polars_literals import PolarsLiterals

    return PolarsLiterals(lexicon, kept)


ENGINES: dict[str, Callable[[Lexicon, Path], Engine]] = {
    "scopebook": _scopebook,
    "hyperscan": _hyperscan,
    "spacy_matcher": _spacy_matcher,
    "spacy_phrases": _spacy_phrases,
    "polars_literals": _polars,
}
