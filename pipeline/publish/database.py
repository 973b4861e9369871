"""The DuckDB database: tables with keys and comments, `scope` as a view over the compact tables, ready views."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from pipeline.frames import Frames
from schemas.declare import Table
from schemas.sql import comments, create_table, literal
from schemas.tables import BY_NAME, TABLES

SCOPE_VIEW = """
CREATE VIEW scope AS
SELECT v.state, r.role_id, s.setting_id, v.delegator, v.duty_id, d.category, v.verdict, v.supervision, v.supervisors,
    v."authorization", v.credential, v.training_hours, v.limits, c.duty_id IS NOT NULL AS customary,
    v.rule_ids, v.citations, v.checked, v.conflict
FROM verdicts v
JOIN law_roles r ON r.state = v.state AND r.law_role_id = v.law_role_id
JOIN law_settings s ON s.state = v.state AND s.law_setting_id = v.law_setting_id
JOIN duties d ON d.duty_id = v.duty_id
LEFT JOIN role_duties c ON c.role_id = r.role_id AND c.duty_id = v.duty_id
"""

_OFFICE = ", ".join(f'"{name}"' for name in BY_NAME["scope_office"].names)
OFFICE_VIEW = (
    f"CREATE VIEW scope_office AS SELECT {_OFFICE} FROM scope WHERE role_id = 'medical_assistant' "
    "AND setting_id = 'physician_office' AND delegator = 'physician'"
)
RULES_VIEW = """
CREATE VIEW rules_in_words AS
SELECT r.rule_id, st.name AS state_name, coalesce(d.label, c.label) AS subject, r.status, r.supervision, r.credential,
    r.limits, r.citation, r.authority, r.checked, r.url
FROM rules r LEFT JOIN states st ON st.state = r.state LEFT JOIN duties d ON d.duty_id = r.duty_id
LEFT JOIN duty_classes c ON c.class_id = r.class_id
"""


def write_database(tables: Frames, path: Path) -> None:
    """Write every table but `scope` with its keys, then the views, into a new database at `path`."""
    with duckdb.connect(str(path)) as connection:
        for table in TABLES:
            if table.name != "scope":
                _fill(connection, table, tables)
        for view, name in ((SCOPE_VIEW, "scope"), (OFFICE_VIEW, "scope_office")):
            connection.execute(view)
            for statement in comments(BY_NAME[name], "VIEW"):
                connection.execute(statement)
        connection.execute(RULES_VIEW)
        said = literal("Rules with the names of their jurisdiction and of the duty or class that they speak of.")
        connection.execute(f"COMMENT ON VIEW rules_in_words IS {said}")
        connection.execute("CHECKPOINT")


def _fill(connection: duckdb.DuckDBPyConnection, table: Table, tables: Frames) -> None:
    connection.execute(create_table(table))
    for part in _parents_first(table, tables[table.name]):
        connection.register("incoming", part.to_arrow())
        connection.execute(f'INSERT INTO "{table.name}" SELECT * FROM incoming')
        connection.unregister("incoming")
    for statement in comments(table):
        connection.execute(statement)


def _parents_first(table: Table, frame: pl.DataFrame) -> list[pl.DataFrame]:
    """The frame in parts, parents before children, where the table refers to itself; else whole."""
    for foreign in table.foreign_keys:
        if foreign.to == table.name:
            column, key = foreign.columns[0], foreign.to_columns[0]
            parents = dict(frame.select(key, column).iter_rows())
            depth = pl.Series("depth", [_depth(name, parents) for name in frame[key]])
            return [frame.filter(depth == level) for level in range((depth.max() or 0) + 1)]  # type: ignore[operator]
    return [frame]


def _depth(name: str, parents: dict[str, str | None]) -> int:
    parent = parents.get(name)
    return 0 if parent is None else 1 + _depth(parent, parents)
