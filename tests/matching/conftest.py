"""One compiled lexicon for all tests of the matcher."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.matching import CompiledLexicon, Lexicon, compile_cached, compile_lexicon, explain, load_lexicon
from tests.matching.plain import plain_compiled, plain_lexicon

RAW = Path(__file__).parents[2] / "raw" / "lexicon"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(RAW)


@pytest.fixture(scope="session")
def compiled(lexicon: Lexicon) -> CompiledLexicon:
    kept = os.environ.get("SCOPEBOOK_TEST_LEXICONS")  # set where the tests are run hundreds of times, for mutants
    return compile_cached(lexicon, kept) if kept else compile_lexicon(lexicon)


@pytest.fixture(scope="session")
def duties(compiled: CompiledLexicon):
    """Duties of the job-holder in a text, a minus before those denied."""

    def found(text: str) -> set[str]:
        return {
            ("-" if c.polarity == "negated" else "") + c.duty_id
            for c in explain(compiled, text)
            if c.kept and c.kind == "duty"
        }

    return found


@pytest.fixture(scope="session")
def plain_words(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """The lexicon of few words, which no change of raw/lexicon touches."""
    return plain_lexicon(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="session")
def plain(plain_words: Lexicon) -> CompiledLexicon:
    return plain_compiled(plain_words)
