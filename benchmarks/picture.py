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
        # Points, not bars: a logarithmic scale has no zero for a bar to begin at.
        base = alt.Chart(alt.Data(values=rates), title="Statements a second, one thread, in memory").encode(
            x=alt.X(
                "rate:Q", scale=alt.Scale(type="log", nice=True), title=None, axis=alt.Axis(format="~s", tickCount=5)
            ),
            y=alt.Y("engine:N", sort="-x", title=None, axis=alt.Axis(labelLimit=260, grid=True)),
            color=alt.condition("datum.own", alt.value(TEAL), alt.value(GREY)),
        )
        words = base.mark_text(align="left", dx=10).encode(text=alt.Text("rate:Q", format=",.3~s"))
        panels.append((base.mark_circle(size=110, opacity=1) + words).properties(width=520, height=130))
    if "memory" in parts:
        peaks = [{"rows": one["rows"], "peak": one["peak_bytes"] / 1e6} for one in parts["memory"]["figures"]["sizes"]]
        panels.append(
            alt.Chart(alt.Data(values=peaks), title="Peak memory in MB by rows of the input")
            .mark_line(point=alt.OverlayMarkDef(color=TEAL), color=TEAL)
            .encode(
                x=alt.X("rows:Q", scale=alt.Scale(type="log"), title=None, axis=alt.Axis(format="~s", tickCount=5)),
                y=alt.Y("peak:Q", title=None, scale=alt.Scale(zero=True)),
            )
            .properties(width=520, height=130)
        )
    if not panels:
        return False
    alt.vconcat(*panels).configure_view(stroke=None).save(path, format="svg")
    return True
