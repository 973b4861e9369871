"""Which verdicts turned between two releases, counted over roles, settings and delegators.

`scope` has millions of rows; `verdicts` holds the same law far smaller, with roles and settings that no rule tells
apart in one row. The two releases may tell them apart differently, so each pair (old stand-in, new stand-in) of
roles and of settings is one cell here, and stands for as many roles and settings as share it.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from pipeline.comparing.snapshot import Snapshot

CONDITIONS = ("supervision", "supervisors", "authorization", "credential", "training_hours", "limits")
_CELL = ("state", "delegator", "duty_id")


def changed_cells(old: Snapshot, new: Snapshot) -> pl.DataFrame:
    """Cells whose verdict or conditions differ.

    Columns: state, delegator, duty_id; roles and settings (lists: those for which the cell stands); verdict and
    verdict_new; `fields` (list: the condition fields that differ); rule_ids, citations and the same with `_new`. Only
    what both releases know is compared: new states, roles, settings and duties have no old verdict.
    """
    cells = (
        _pairs(old, new, "roles", "role_id")
        .join(_pairs(old, new, "settings", "setting_id"), on="state")
        .join(_side(old, ""), on=["state", "law_role_id", "law_setting_id"])
        .join(
            _side(new, "_new"),
            left_on=["state", "law_role_id_new", "law_setting_id_new", "delegator", "duty_id"],
            right_on=["state", "law_role_id", "law_setting_id", "delegator", "duty_id"],
        )
    )
    differs = [pl.col(c).ne_missing(pl.col(f"{c}_new")) for c in CONDITIONS]
    fields = pl.concat_list(pl.when(d).then(pl.lit(c)) for c, d in zip(CONDITIONS, differs, strict=True))
    return (
        cells.filter(pl.any_horizontal(pl.col("verdict") != pl.col("verdict_new"), *differs))
        .with_columns(fields.list.drop_nulls().alias("fields"))
        .select(
            *_CELL, "roles", "settings", "verdict", "verdict_new", "fields",
            "rule_ids", "rule_ids_new", "citations", "citations_new",
        )
        .sort(*_CELL, pl.col("roles").list.first(), pl.col("settings").list.first())
        .collect()
    )  # fmt: skip


def axes(old: Snapshot, new: Snapshot) -> dict[str, tuple[int, int]]:
    """State to the number of roles and of settings that both releases know there."""
    roles = _pairs(old, new, "roles", "role_id").group_by("state").agg(pl.col("roles").list.len().sum()).collect()
    settings = (
        _pairs(old, new, "settings", "setting_id").group_by("state").agg(pl.col("settings").list.len().sum()).collect()
    )
    joined = roles.join(settings, on="state").sort("state")
    return {state: (int(r), int(s)) for state, r, s in joined.iter_rows()}


def _pairs(old: Snapshot, new: Snapshot, what: str, column: str) -> pl.LazyFrame:
    """state, old stand-in, new stand-in (`_new`), and the roles or settings that both stand for, as a list."""
    law = f"law_{column}"
    name = f"law_{what}"
    both = old.tables[name].join(new.tables[name], on=["state", column], suffix="_new")
    return both.lazy().group_by("state", law, f"{law}_new").agg(pl.col(column).sort().alias(what))


def _side(snapshot: Snapshot, suffix: str) -> pl.LazyFrame:
    keep: Sequence[str] = ("verdict", *CONDITIONS, "rule_ids", "citations")
    frame = snapshot.tables["verdicts"].lazy()
    return frame.select(
        "state", "law_role_id", "law_setting_id", "delegator", "duty_id",
        *(pl.col(c).alias(f"{c}{suffix}") for c in keep),
    )  # fmt: skip
