"""Small rules, worlds and tables for the tests of the law."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from pipeline.law.jurisdiction import Jurisdiction, World
from pipeline.law.resolver import Verdict
from pipeline.law.rule import CLASS, GENERAL, NAMED, Rule
from schemas.tables import BY_NAME

DAY = date(2026, 11, 26)
ALL_KINDS = frozenset({"ma_law", "board"})
DUTY = "draw_blood"


def rule(
    rule_id: str, status: str = "permitted", reach: int = NAMED, breadth: int | None = None, **fields: Any
) -> Rule:
    """A rule of Wyoming on `draw_blood` and `diagnose` that says nothing but its status, less what `fields` say."""
    values: dict[str, Any] = {
        "state": "WY",
        "role_id": "medical_assistant",
        "delegators": frozenset(),
        "supervision": "unspecified",
        "supervisors": (),
        "authorization": "unspecified",
        "credential": "none",
        "training_hours": None,
        "limits": "",
        "setting_ids": frozenset(),
        "citation": f"§ {rule_id}",
        "authority": "statute",
        "checked": "primary_text",
        "effective_from": None,
        "effective_to": None,
        **fields,
    }
    return Rule(
        rule_id=rule_id,
        status=status,
        reach={DUTY: reach, "diagnose": reach},
        breadth=breadth or {NAMED: 1, CLASS: 5, GENERAL: 90}[reach],
        **values,
    )


def world(**fields: Any) -> World:
    """A world of four roles, of which `wy_title` has a scope of its own; every kind of text was looked at in WY."""
    values: dict[str, Any] = {
        "role_parents": {
            "medical_assistant": None,
            "certified": "medical_assistant",
            "wy_title": "medical_assistant",
            "wy_sub": "wy_title",
        },
        "own_scope": frozenset({"wy_title"}),
        "licensed": frozenset({"diagnose"}),
        "reached_by": {DUTY: frozenset()},
        "base_kinds": {"physician": ALL_KINDS, "np": ALL_KINDS | {"np_law"}},
        "looked_at": {"WY": ALL_KINDS},
        **fields,
    }
    return World(**values)


def verdict(
    *rules: Rule,
    role: str = "medical_assistant",
    setting: str = "office",
    delegator: str = "physician",
    duty: str = DUTY,
    day: date = DAY,
    **fields: Any,
) -> Verdict:
    """What these rules say of one cell in the small world, changed by `fields`."""
    return Jurisdiction("WY", rules, world(**fields), day).verdict(role, setting, delegator, duty)


def table(name: str, *rows: dict[str, Any]) -> pl.DataFrame:
    """Rows of a declared table of which the test says only what matters: the rest is empty."""
    empty = {pl.String: "", pl.Boolean: False, pl.Int32: 1, pl.List: [], pl.Date: date(2026, 1, 1)}
    declared = BY_NAME[name]
    filled = [
        {c.name: row.get(c.name, None if c.nullable else empty[type(c.dtype)]) for c in declared.columns}
        for row in rows
    ]
    return pl.DataFrame(filled, schema=declared.polars_schema)
