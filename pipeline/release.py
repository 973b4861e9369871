"""A published release, opened for reading: the tables that questions need, from the Parquet files."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

import polars as pl

from pipeline.faults import Fault, InputFaults
from pipeline.frames import Frames
from pipeline.law.jurisdiction import World
from pipeline.law.rule import Rule
from pipeline.law.spread import rules_in, world_of


class Release:
    """The current release in a directory. The directory is resolved once, so that all tables are of one release."""

    def __init__(self, directory: Path) -> None:
        self.directory = (
            Path(os.path.realpath(directory / ".current")) if (directory / ".current").exists() else directory
        )
        if not (self.directory / "parquet").is_dir():
            mend = "run 'scopebook build' there, or name the folder of one with --scope or SCOPEBOOK_OUTPUTS"
            raise InputFaults([Fault(os.path.abspath(directory), "", "", "holds no release", mend)])
        self._frames: Frames = {}

    def table(self, name: str) -> pl.DataFrame:
        """The published table `name`, read once."""
        if name not in self._frames:
            path = self.directory / "parquet" / f"{name}.parquet"
            try:
                self._frames[name] = pl.read_parquet(path)
            except (OSError, pl.exceptions.PolarsError) as error:
                fault = Fault(str(path), "", "", f"cannot be read: {error}", "build again")
                raise InputFaults([fault]) from error
        return self._frames[name]

    @cached_property
    def world(self) -> World:
        """Roles, licensed acts, coverage: what the resolver needs beside rules."""
        names = ("roles", "duties", "duty_groups", "coverage_texts", "base_kinds")
        return world_of({name: self.table(name) for name in names})

    @cached_property
    def rules(self) -> list[Rule]:
        """All rules, of every day."""
        return rules_in({name: self.table(name) for name in ("rules", "rule_reach")})
