"""Findings that do not stop a build and are published in the table `issues`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.frames import Frames
from pipeline.validate.origins import Origins


def findings(frames: Frames, origins: Origins) -> list[dict[str, Any]]:
    """Rows of `issues`, numbered in their order."""
    found = [*_unused_classes(frames), *_sources(frames, origins), *_thin_states(frames)]
    return [{"issue_id": f"{n:04d}", **row} for n, row in enumerate(found, start=1)]


def _issue(severity: str, file: str, record: str, field: str, problem: str) -> dict[str, Any]:
    return {"severity": severity, "file": file, "record": record, "field": field, "problem": problem}


def _unused_classes(frames: Frames) -> Iterator[dict[str, Any]]:
    used = set(frames["rules"]["class_id"].drop_nulls())
    for row in frames["duty_classes"].iter_rows(named=True):
        if row["class_id"] not in used:
            where = f"states/{row['state'].lower()}.toml" if row["state"] else "vocabulary/classes.toml"
            yield _issue("note", where, row["class_id"], "", "no rule speaks of this class")


def _sources(frames: Frames, origins: Origins) -> Iterator[dict[str, Any]]:
    used = set(frames["rules"]["source_id"])
    for table, column in (("coverage_texts", "source_ids"), ("conflicts", "source_ids")):
        used |= set(frames[table][column].explode().drop_nulls())
    used |= set(frames["source_texts"]["source_id"])
    for row in frames["sources"].iter_rows(named=True):
        file = origins.file("sources", row)
        if row["source_id"] not in used:
            yield _issue("note", file, row["source_id"], "", "no rule, coverage entry or statement uses this source")
        if row["changed_since"]:
            yield _issue("warning", file, row["source_id"], "changed_since", row["changed_since"])
    for row in frames["rules"].filter(frames["rules"]["checked"] != "primary_text").iter_rows(named=True):
        yield _issue(
            "warning", origins.file("rules", row), row["rule_id"], "checked", f"known by {row['checked']} only"
        )


def _thin_states(frames: Frames) -> Iterator[dict[str, Any]]:
    coded = set(frames["rules"]["state"])
    for state in frames["states"]["state"]:
        if state not in coded:
            yield _issue("warning", f"states/{state.lower()}.toml", state, "", "no rule is coded: not researched")
