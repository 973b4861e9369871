"""Compiling the lexicon: from the texts that the ingest stage took in, or those that a release carries."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import polars as pl

from pipeline.faults import Fault, InputFaults
from pipeline.matching import CompiledLexicon, LexiconFaults, compile_cached, kept_lexicon, lexicon_digest, load_lexicon
from pipeline.private import writable_folder


def compile_from(lexicon_files: pl.DataFrame) -> CompiledLexicon:
    """The compiled lexicon of `lexicon_files` (columns file, text). Raises InputFaults where it is not valid."""
    if lexicon_files.height == 0:
        raise InputFaults([Fault("lexicon/", "", "", "holds no file", "restore raw/lexicon/")])
    texts = sorted((Path(file).name, text.encode()) for file, text in lexicon_files.select("file", "text").iter_rows())
    kept = kept_lexicon(lexicon_digest(t for t in texts if t[0].endswith(".toml")), cache_directory())
    if kept is not None:
        return kept
    with tempfile.TemporaryDirectory() as folder:
        for row in lexicon_files.iter_rows(named=True):
            path = Path(folder) / row["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(row["text"], encoding="utf-8")
        try:
            return compile_cached(load_lexicon(Path(folder) / "lexicon"), cache_directory())
        except LexiconFaults as error:
            raise InputFaults(
                Fault(f"lexicon/{Path(file).name}", record, field, problem, mend)
                for file, record, field, problem, mend in error.faults
            ) from error


def cache_directory() -> Path:
    """Where compiled lexicons are kept, by digest: SCOPEBOOK_CACHE, the user's cache directory, or one in /tmp."""
    named = os.environ.get("SCOPEBOOK_CACHE")
    if named:
        wanted = Path(named)
    elif base := os.environ.get("XDG_CACHE_HOME"):
        wanted = Path(base) / "scopebook"
    else:
        home = os.path.expanduser("~")  # stays "~" for a user without a home
        wanted = None if home == "~" else Path(home) / ".cache" / "scopebook"
    return writable_folder(wanted, "scopebook-cache")


def released_lexicon(release: Path) -> CompiledLexicon:
    """The lexicon of a release directory, as it was when the release was built."""
    return compile_from(pl.read_parquet(release / "parquet" / "lexicon_files.parquet"))
