"""A small release: the real vocabularies and lexicon, the law of one miniature state."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.commands.stages import run_ingest, run_normalise
from pipeline.validate import validate
from tests.conftest import AS_OF, DESCRIPTION, WY_RULES, write_raw, wy

RULES = WY_RULES.replace('citation = "Wyo. Stat. § 1(c)"', 'citation = "Wyo. <b>Stat.</b> § 1(c)"')


@pytest.fixture(scope="session")
def small_out(shared_raw: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables that questions and checks read, without the spread of all verdicts: made in a second."""
    files = {**shared_raw, "states/wy.toml": wy(RULES), "sources/a-school.toml": DESCRIPTION.encode()}
    return write_small(files, tmp_path_factory.mktemp("small"))


def write_small(files: dict[str, bytes], directory: Path) -> Path:
    """Such tables from raw files, in a folder."""
    frames, _ = run_normalise(run_ingest(write_raw(files, directory / "raw")))
    tables = validate(frames)
    tables["build_info"] = pl.DataFrame({"as_of": [AS_OF], "data_version": ["2026.11.26"]})
    (directory / "outputs" / "parquet").mkdir(parents=True)
    for name, frame in tables.items():
        frame.write_parquet(directory / "outputs" / "parquet" / f"{name}.parquet")
    return directory / "outputs"


class Runner:
    """Runs a command on the small release."""

    def __init__(self, out: Path) -> None:
        self.out = out

    def __call__(self, *words: str | Path) -> Result:
        return CliRunner().invoke(cli, [*map(str, words), "--scope", str(self.out)])


@pytest.fixture
def run(small_out: Path) -> Runner:
    return Runner(small_out)
