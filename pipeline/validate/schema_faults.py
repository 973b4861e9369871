"""Pandera's findings in plain lines."""

from __future__ import annotations

import pandera.errors
import polars as pl

from pipeline.faults import Fault
from pipeline.validate.origins import Origins
from schemas.frames import frame_schema
from schemas.tables import BY_NAME


def schema_faults(name: str, frame: pl.DataFrame, origins: Origins) -> list[Fault]:
    """Faults of a collected frame against the schema of the table `name`."""
    try:
        frame_schema(name).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        cases = error.failure_cases
        rows = frame.with_row_index("_row")
        return [_fault(name, case, rows, origins) for case in cases.iter_rows(named=True)]
    return []


def _fault(name: str, case: dict[str, object], rows: pl.DataFrame, origins: Origins) -> Fault:
    column, check = str(case.get("column") or ""), str(case.get("check") or "")
    value, index = case.get("failure_case"), case.get("index")
    file, record = f"table {name}", ""
    if isinstance(index, int) and 0 <= index < rows.height:
        row = rows.row(index, named=True)
        file, record = origins.file(name, row), origins.record(name, row)
    known = {c.name for c in BY_NAME[name].columns}
    field = column if column in known else ""
    return Fault(file, record, field, f"{value!r} fails: {check}", _mend(check))


def _mend(check: str) -> str:
    if "unique" in check or "uniqueness" in check:
        return "give each row a key of its own"
    if "isin" in check or "one of" in check:
        return "use a value of the codebook"
    if "nullable" in check or "null" in check:
        return "give a value"
    return "see the data dictionary"
