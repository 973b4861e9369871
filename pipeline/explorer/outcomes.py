"""The verdicts as numbers: every distinct outcome once, and a number for each cell.

A cell of a state stands at ((role * settings + setting) * delegators + delegator) * duties + duty, each axis sorted by
id, from the state's offset: the order in which the table `verdicts` is sorted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from pipeline.frames import Frames
from schemas.tables import BY_NAME
from schemas.vocabulary import AUTHORIZATION, CHECKED, CREDENTIALS, SUPERVISION, VERDICTS

OUTCOME = tuple(n for n in BY_NAME["verdicts"].names if n not in BY_NAME["verdicts"].key and n != "citations")
"""Columns that make an outcome. Citations follow from the rules."""
SEPARATOR = " | "
"""Joins the parts of `limits`; the resolver's own sign."""


class OutcomeBook:
    """Distinct outcomes in the order in which they were met, with their texts kept once.

    rule_at: number of each rule in the page's list of rules.
    """

    def __init__(self, rule_at: Mapping[str, int]) -> None:
        self._rule_at = rule_at
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._text_at: dict[str, int] = {}
        self.rows: list[list[Any]] = []

    @property
    def texts(self) -> list[str]:
        return list(self._text_at)

    def number(self, row: Mapping[str, Any]) -> int:
        """The number of an outcome given as the columns of `verdicts`."""
        key = tuple(tuple(v) if isinstance(v, list) else v for v in (row[name] for name in OUTCOME))
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(self._packed(row))
        return self._numbers[key]

    def _packed(self, row: Mapping[str, Any]) -> list[Any]:
        """[verdict, supervision, supervisors, authorization, credential, hours, limits, rules, checked, conflict]."""
        parts = row["limits"].split(SEPARATOR) if row["limits"] else []
        return [
            VERDICTS.index(row["verdict"]),
            _place(SUPERVISION, row["supervision"]),
            row["supervisors"],
            _place(AUTHORIZATION, row["authorization"]),
            _place(CREDENTIALS, row["credential"]),
            row["training_hours"],
            [self._text_at.setdefault(part, len(self._text_at)) for part in parts],
            [self._rule_at[rule_id] for rule_id in row["rule_ids"]],
            _place(CHECKED, row["checked"]),
            int(row["conflict"]),
        ]


def _place(values: tuple[str, ...], value: str | None) -> int:
    return -1 if value is None else values.index(value)


def numbered(verdicts: pl.DataFrame, book: OutcomeBook) -> pl.Series:
    """The outcome number of every row, as UInt16. Rows that are alike in all columns are looked at once."""
    columns = [
        pl.col(name).list.join("\x1f") if isinstance(verdicts.schema[name], pl.List) else pl.col(name).cast(pl.String)
        for name in OUTCOME
    ]
    # Grouping whole texts of 234,000 rows takes a second; grouping the numbers of their categories a tenth of that.
    codes = verdicts.select(
        c.cast(pl.Categorical).to_physical().alias(n) for c, n in zip(columns, OUTCOME, strict=True)
    )
    alike = codes.with_row_index("row").group_by(OUTCOME, maintain_order=True).first()
    rows = verdicts.select(OUTCOME)[alike["row"]].iter_rows(named=True)
    numbers = alike.drop("row").with_columns(number=pl.Series([book.number(row) for row in rows], dtype=pl.UInt16))
    return codes.join(numbers, on=OUTCOME, how="left", nulls_equal=True, maintain_order="left")["number"]


def cells_of(tables: Frames, book: OutcomeBook) -> tuple[dict[str, Any], bytes]:
    """The axes of each state's block of cells, and all cells as little-endian 16-bit numbers.

    tables: verdicts (sorted by its key), law_roles, law_settings. Raises ValueError where a state's verdicts are no
    whole block.
    """
    verdicts = tables["verdicts"]
    cells = numbered(verdicts, book)
    axes: dict[str, Any] = {}
    for (state,), rows in verdicts.with_row_index("row").group_by("state", maintain_order=True):
        roles, settings = (sorted(set(rows[c])) for c in ("law_role_id", "law_setting_id"))
        size = len(roles) * len(settings) * rows["delegator"].n_unique() * rows["duty_id"].n_unique()
        offset = rows["row"][0]
        if rows.height != size or rows["row"][-1] != offset + size - 1:
            raise ValueError(f"verdicts of {state}: {rows.height} rows are no block of {size}")
        axes[str(state)] = {
            "offset": offset,
            "settings": len(settings),
            "roleAt": _places(tables["law_roles"], str(state), "role_id", "law_role_id", roles),
            "settingAt": _places(tables["law_settings"], str(state), "setting_id", "law_setting_id", settings),
        }
    return axes, cells.to_numpy().astype("<u2").tobytes()


def _places(table: pl.DataFrame, state: str, name: str, law_name: str, axis: list[str]) -> dict[str, int]:
    rows = table.filter(pl.col("state") == state).select(name, law_name).iter_rows()
    return {thing: axis.index(stands_for) for thing, stands_for in rows}
