"""Foreign keys, those of list columns included."""

from __future__ import annotations

import difflib

import polars as pl

from pipeline.faults import Fault
from pipeline.frames import Frames
from pipeline.validate.origins import Origins
from schemas.declare import Table

SUGGESTED = 200
"""Faults of a key that come with the name that was meant; to look for it takes a millisecond each."""


def key_faults(table: Table, frames: Frames, origins: Origins) -> list[Fault]:
    """A fault for each value that its foreign key does not find."""
    frame = frames[table.name]
    faults: list[Fault] = []
    for key in table.foreign_keys:
        if key.to not in frames:
            continue
        column, target = key.columns[0], key.to_columns[0]
        known = frames[key.to].get_column(target)
        is_list = isinstance(frame.schema[column], pl.List)
        rows = frame.filter(pl.col(column).list.len() > 0).explode(column) if is_list else frame
        lost = rows.filter(pl.col(column).is_not_null() & ~pl.col(column).is_in(known.implode()))
        names = known.drop_nulls().to_list() if lost.height else []
        for number, row in enumerate(lost.iter_rows(named=True)):
            near = difflib.get_close_matches(str(row[column]), names, n=1) if number < SUGGESTED else []
            mend = f"did you mean '{near[0]}'?" if near else f"add it to {key.to} or use one that is there"
            faults.append(
                Fault(
                    origins.file(table.name, row),
                    origins.record(table.name, row),
                    column,
                    f"'{row[column]}' is not in {key.to}",
                    mend,
                )
            )
    return faults
