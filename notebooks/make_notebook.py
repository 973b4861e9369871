"""Makes and runs `three_questions.ipynb`. Needs nbformat, nbclient, ipykernel, altair, vl-convert-python.

    python notebooks/make_notebook.py outputs

The cells are here, as text that a diff can show; the notebook is what comes out, with its charts as SVG.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
SETUP = """\
import altair as alt
import polars as pl

import scopebook

alt.renderers.enable("svg")  # the chart itself is kept in the notebook, and needs no script to be seen
release = scopebook.load("outputs")
release"""
CELLS: list[tuple[str, str]] = [
    (
        "md",
        """\
# Three questions

1. Where may a medical assistant draw blood, give injections and start an IV?
2. Does it matter who delegates?
3. What is usual work of a medical assistant, and yet forbidden?

Run it from the folder that holds `outputs/`. Not legal advice.""",
    ),
    ("py", SETUP),
    (
        "md",
        """\
## 1. Where may a medical assistant draw blood, give injections and start an IV?

In a physician's office, under a physician. `silent` and `not_researched` are not "no": they are shown apart.""",
    ),
    (
        "py",
        """\
colours = {
    "permitted": "#1b7837",
    "conditional": "#5aae61",
    "delegable": "#a6dba0",
    "prohibited": "#b35806",
    "reserved": "#7f3b08",
    "silent": "#bdbdbd",
    "not_researched": "#eeeeee",
}
order = list(colours)
labels = release.table("duties").select("duty_id", "label")
asked = ["perform_venipuncture", "give_injections", "start_iv"]
office = release.table("scope_office").filter(pl.col("duty_id").is_in(asked)).join(labels, on="duty_id")
counts = office.group_by("label", "verdict").len("states").sort("label", "verdict")
alt.Chart(counts, width=420).mark_bar().encode(
    y=alt.Y("label:N", title=None),
    x=alt.X("states:Q", title="jurisdictions"),
    color=alt.Color("verdict:N", sort=order, scale=alt.Scale(domain=order, range=list(colours.values()))),
    order=alt.Order("rank:Q"),
).transform_calculate(rank=f"indexof({order}, datum.verdict)")""",
    ),
    (
        "py",
        """\
with pl.Config(tbl_rows=20, fmt_str_lengths=80, tbl_hide_dataframe_shape=True):
    forbidden = office.filter(verdict="prohibited").sort("state", "label")
    print(forbidden.select("state", "label", pl.col("citations").list.first()))""",
    ),
    (
        "md",
        """\
## 2. Does it matter who delegates?

Jurisdictions in which intramuscular injections are allowed, on conditions or not, under each delegator.""",
    ),
    (
        "py",
        """\
allowed = ["permitted", "conditional", "delegable"]
shots = release.scope(duty="inject_intramuscular", role="medical_assistant", setting="physician_office")
answers = (
    shots.with_columns(
        pl.when(pl.col("verdict").is_in(allowed))
        .then(pl.lit("allowed"))
        .when(pl.col("verdict").is_in(["prohibited", "reserved"]))
        .then(pl.lit("forbidden"))
        .otherwise(pl.lit("no text says, or nobody looked"))
        .alias("answer")
    )
    .group_by("delegator", "answer")
    .len("states")
    .sort("delegator", "answer")
)
alt.Chart(answers, width=420).mark_bar().encode(
    y=alt.Y("delegator:N", sort=["physician", "pa", "np", "nurse"], title=None),
    x=alt.X("states:Q", title="jurisdictions"),
    color=alt.Color("answer:N", scale=alt.Scale(range=["#1b7837", "#b35806", "#cccccc"])),
)""",
    ),
    (
        "md",
        """\
## 3. What is usual work of a medical assistant, and yet forbidden?

Sources describe these duties as customary; the bar is the number of jurisdictions in which a text forbids them.""",
    ),
    (
        "py",
        """\
custom = release.table("scope_office").filter(pl.col("customary"), verdict="prohibited").join(labels, on="duty_id")
forbidden = custom.group_by("label").len("states").sort(["states", "label"], descending=[True, False]).head(12)
alt.Chart(forbidden, width=420).mark_bar().encode(
    y=alt.Y("label:N", sort="-x", title=None), x=alt.X("states:Q", title="jurisdictions that forbid it")
)""",
    ),
]


def main(outputs: Path) -> None:
    """Write the notebook, run it in a folder where `outputs` is the release, and keep its results."""
    notebook = nbformat.v4.new_notebook()
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for number, (kind, text) in enumerate(CELLS):
        make = nbformat.v4.new_markdown_cell if kind == "md" else nbformat.v4.new_code_cell
        cell = make(text)
        cell.id = f"cell-{number}"  # else drawn by chance, and each run would differ
        notebook.cells.append(cell)
    run_in = outputs.absolute().parent
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(run_in)}}).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # the clock
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("text/plain", None) if "image/svg+xml" in output.get("data", {}) else None
    notebook.metadata.language_info = {"name": "python"}
    nbformat.validate(notebook)
    nbformat.write(notebook, HERE / "three_questions.ipynb")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "outputs"))
