"""What the page holds, as one document for JSON and one block of cells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl

from pipeline.explorer.history import history
from pipeline.explorer.outcomes import OutcomeBook, cells_of
from pipeline.explorer.words import word_index
from pipeline.frames import Frames
from schemas.vocabulary import (
    AUTHORIZATION,
    CHECKED,
    COVERAGE_KINDS,
    CREDENTIALS,
    DELEGATORS,
    PRACTITIONERS,
    SUPERVISION,
    VERDICTS,
)

_NO_SOURCE_TEXT = {"licence", "text_digest", "state"}
CODES = {
    "verdicts": VERDICTS,
    "supervision": SUPERVISION,
    "authorization": AUTHORIZATION,
    "credentials": CREDENTIALS,
    "checked": CHECKED,
    "practitioners": PRACTITIONERS,
    "delegators": tuple(sorted(DELEGATORS)),
    "coverageKinds": COVERAGE_KINDS,
}
"""Closed sets, in the order by which outcomes and cells number them."""


def page_data(tables: Frames, as_of: date) -> tuple[dict[str, Any], bytes]:
    """The document and the cells (little-endian 16-bit numbers of outcomes).

    tables: the published tables but `scope`. Texts stand as they are; the page sets them as text, never as HTML.
    """
    rules = list(_rules(tables))
    book = OutcomeBook({rule["rule_id"]: n for n, rule in enumerate(rules)})
    law, cells = cells_of(tables, book)
    days, changes = history(tables, book)
    document = {
        "asOf": as_of.isoformat(),
        "codes": CODES,
        "info": _plain(next(tables["build_info"].iter_rows(named=True))),
        "states": _rows(tables["states"].sort("name")),
        "categories": _rows(tables["categories"].sort("position")),
        "groups": _rows(tables["duty_groups"]),
        "duties": _rows(tables["duties"].sort("position")),
        "dutyOrder": tables["duties"]["duty_id"].sort().to_list(),
        "classes": _rows(tables["duty_classes"]),
        "roles": _rows(tables["roles"].drop("soc_code", "onet_soc_code", "isco_08")),
        "settings": _rows(tables["settings"].select("setting_id", "label", "aliases")),
        "baseKinds": _grouped(tables["base_kinds"], "delegator", "kind"),
        "law": law,
        "outcomes": book.rows,
        "texts": book.texts,
        "rules": rules,
        "sources": _rows(_cited(tables)),
        "coverage": _rows(tables["coverage_texts"]),
        "conflicts": _rows(tables["conflicts"]),
        "agreement": _rows(tables["coding_agreement"].filter(pl.col("field") == "ALL")),
        "customary": _customary(tables),
        "history": {"days": days, "changes": changes},
        "words": word_index(tables),
    }
    return document, cells


def _rows(frame: pl.DataFrame) -> list[dict[str, Any]]:
    return [_plain(row) for row in frame.iter_rows(named=True)]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row for JSON: days as text; nothing, empty and false are left out."""
    out = {k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()}
    return {k: v for k, v in out.items() if v not in (None, "", [], False)}


def _rules(tables: Frames) -> Iterator[dict[str, Any]]:
    """Rules with the duties that each reaches by name or class; `general` marks a delegation clause."""
    reach = tables["rule_reach"].filter(pl.col("reach") != "general").sort("rule_id", "duty_id")
    reached = _grouped(reach, "rule_id", "duty_id")
    general = set(tables["duty_classes"].filter(pl.col("general"))["class_id"])
    # The address of a rule is that of its source.
    for row in tables["rules"].sort("rule_id").drop("url").iter_rows(named=True):
        rule = _plain(row)
        # A rule that reaches the duty it names and no other needs no list.
        if row["class_id"] is not None or reached.get(row["rule_id"], []) != [row["duty_id"]]:
            rule["reach"] = reached.get(row["rule_id"], [])
        if row["class_id"] in general:
            rule["general"] = True
        yield rule


def _grouped(frame: pl.DataFrame, key: str, value: str) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for k, v in frame.select(key, value).iter_rows():
        out.setdefault(k, []).append(v)
    return out


def _cited(tables: Frames) -> pl.DataFrame:
    """Sources of law: those that a rule, a conflict or the coverage names."""
    named = pl.concat(
        [
            tables["rules"].select("source_id"),
            *(
                tables[t].select(source_id=pl.col("source_ids").explode()).drop_nulls()
                for t in ("conflicts", "coverage_texts")
            ),
        ]
    ).unique()
    kept = tables["sources"].join(named, on="source_id", how="semi").sort("source_id")
    return kept.drop(sorted(_NO_SOURCE_TEXT))


def _customary(tables: Frames) -> dict[str, int]:
    """Duties that sources describe as usual for any medical assistant, with the number of sources."""
    rows = tables["role_duties"].filter(pl.col("role_id") == "medical_assistant").sort("duty_id")
    return dict(rows.select("duty_id", "source_count").iter_rows())
