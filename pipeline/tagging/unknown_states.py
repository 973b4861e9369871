"""Rows whose state is none that the law knows: they get no verdict, and the summary must say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

VALUES_KEPT = 5
_VALUE_CHARS = 40


@dataclass
class UnknownStates:
    """`rows`: how many. `first`: the values that stand in them, the first few by the first row of each."""

    rows: int = 0
    first: dict[str, int] = field(default_factory=dict)

    def see(self, values: pa.Array, unknown: np.ndarray, rows: np.ndarray) -> None:
        """Take in a block: a value for each of its `rows`, and which of them are unknown."""
        at = np.flatnonzero(unknown)
        at = at[np.argsort(rows[at], kind="stable")]  # Spark gives rows in any order
        self.rows += len(at)
        met = values.take(pa.array(at))
        if pa.types.is_dictionary(met.type):
            met = met.cast(met.type.value_type)
        found: set[str] = set()
        for value in met.unique():
            if len(found) == VALUES_KEPT:  # a wrong column may hold a value for each row
                break
            found.add(_shown(value.as_py()))
            place = met.index(value).as_py() if value.is_valid else int(np.flatnonzero(met.is_null())[0])
            self._keep(_shown(value.as_py()), int(rows[at[place]]))
        self._cut()

    def add(self, note: dict[str, Any]) -> None:
        """Take in what `as_note` gave of other rows. Parts may come in any order."""
        self.rows += note["rows"]
        for value, row in note["first"].items():
            self._keep(value, row)
        self._cut()

    def as_note(self) -> dict[str, Any]:
        return {"rows": self.rows, "first": self.first}

    def _keep(self, value: str, row: int) -> None:
        self.first[value] = min(row, self.first.get(value, row))

    def _cut(self) -> None:
        self.first = dict(sorted(self.first.items(), key=lambda item: item[1])[:VALUES_KEPT])


def _shown(value: object) -> str:
    """The value as text; empty where there is none."""
    words = value.decode("utf-8", "replace") if isinstance(value, bytes) else str("" if value is None else value)
    words = words.strip()
    return words if len(words) <= _VALUE_CHARS else f"{words[: _VALUE_CHARS - 1]}…"
