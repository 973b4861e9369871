"""From a row back to the raw file and the record that made it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import polars as pl

from schemas.tables import BY_NAME


class Origins:
    """Looks up the file of a row. Rows made by a later stage are named by their table."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._files = {(r["table"], r["key"]): r["file"] for r in frame.iter_rows(named=True)}

    def file(self, table: str, row: Mapping[str, Any]) -> str:
        key = json.dumps([row[k] for k in BY_NAME[table].key], default=str)
        return self._files.get((table, key), f"table {table}")

    def record(self, table: str, row: Mapping[str, Any]) -> str:
        """The record's id; a rule made from a record of several duties is named by the record."""
        name = " ".join(str(row[k]) for k in BY_NAME[table].key)
        return name.split("/")[0] if table == "rules" else name
