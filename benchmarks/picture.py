"""The picture beside the report: an SVG of two panels, words and all in the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import altair as alt

from benchmarks.report import NAMES
from benchmarks.settings import Figures

TEAL, GREY = "#00796b", "#9e9e9e"


def draw(figures: Figures, path: Path) -> bool:
    """Write the picture; False where no part that it shows was measured."""
    parts = figures["parts"]
    panels: list[Any] = []
    if "matcher" in parts:
        rates = [
            {"engine": NAMES[key].replace("`", ""), "rate": one["rate"]["median"], "own": key == "scopebook"}
            for key, one in parts["matcher"]["figures"]["engines"].items()
        ]
        panels.append(
            alt.Chart(alt.Data(values=rates), title="Statements a second, one thread, in memory")
            .mark_bar()
            .encode(
                x=alt.X("rate:Q", scale=alt.Scale(type="log"), title=None),
                y=alt.Y("engine:N", sort="-x", title=None, axis=alt.Axis(labelLimit=260)),
                color=alt.condition("datum.own", alt.value(TEAL), alt.value(GREY)),
            )
            .properties(width=520, height=130)
        )
    if "memory" in parts:
        peaks = [{"rows": one["rows"], "peak": one["peak_bytes"] / 1e6} for one in parts["memory"]["figures"]["sizes"]]
        panels.append(
            alt.Chart(alt.Data(values=peaks), title="Peak memory in MB by rows of the input")
            .mark_line(point=True, color=TEAL)
            .encode(
                x=alt.X("rows:Q", scale=alt.Scale(type="log"), title=None),
                y=alt.Y("peak:Q", title=None, scale=alt.Scale(zero=True)),
            )
            .properties(width=520, height=130)
        )
    if not panels:
        return False
    alt.vconcat(*panels).configure_view(stroke=None).save(path, format="svg")
    return True
