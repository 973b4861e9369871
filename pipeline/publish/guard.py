"""Guard rails: how far a release may fall behind the last one without somebody saying that it is meant."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pipeline.faults import Fault
from pipeline.frames import Frames

JURISDICTIONS = 51
TOTALS = {"rules": 0.10, "duties": 0.05, "sources": 0.10, "roles": 0.10, "settings": 0.10, "statements": 0.25}
"""Tables, and the share of rows by which each may fall or, but for the first release, jump threefold."""
STATE_FALL = 0.5
STATE_LEAST = 6
"""A jurisdiction with at least so many rules may not lose more than STATE_FALL of them at once."""
JUMP = 3.0
MEND = "if it is meant, build with --accept-changes"


def guard_faults(tables: Frames, last: Path | None) -> list[Fault]:
    """Faults of the new tables against the last release, and against what every release must hold.

    last: directory of the last release, or None. A last release that cannot be read guards nothing.
    """
    faults = []
    if tables["states"].height != JURISDICTIONS:
        what = f"{tables['states'].height} jurisdictions, not {JURISDICTIONS}"
        faults.append(Fault("vocabulary/states.toml", "", "", what, "list fifty states and DC"))
    before = {} if last is None else _read(last, (*TOTALS,))
    for name, share in TOTALS.items():
        if name not in before:
            continue
        was, now = before[name].height, tables[name].height
        if now < was * (1 - share):
            faults.append(Fault(f"table {name}", "", "", f"fell from {was} rows to {now}", MEND))
        elif was >= 20 and now > was * JUMP:
            faults.append(Fault(f"table {name}", "", "", f"jumped from {was} rows to {now}", MEND))
    if "rules" in before:
        was_by_state = dict(before["rules"].group_by("state").len().iter_rows())
        now_by_state = dict(tables["rules"].group_by("state").len().iter_rows())
        for state, was in sorted(was_by_state.items()):
            now = now_by_state.get(state, 0)
            if was >= STATE_LEAST and now < was * STATE_FALL:
                faults.append(Fault(f"states/{state.lower()}.toml", "", "", f"fell from {was} rules to {now}", MEND))
    return faults


def _read(last: Path, names: tuple[str, ...]) -> Frames:
    out: Frames = {}
    for name in names:
        try:
            out[name] = pl.read_parquet(last / "parquet" / f"{name}.parquet")
        except (OSError, pl.exceptions.PolarsError):
            continue
    return out
