"""What must hold among rules: periods, sources, reach, titles, circles, vocabularies in use."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import Any

from pipeline.faults import Fault
from pipeline.frames import Frames
from pipeline.validate.origins import Origins
from schemas.vocabulary import COVERAGE_KINDS, FEDERAL

_SAME_RULE = (
    "state",
    "role_id",
    "duty_id",
    "class_id",
    "citation",
    "source_id",
    "delegators",
    "setting_ids",
)


def law_faults(frames: Frames, origins: Origins) -> list[Fault]:
    """Faults that only show when tables are held together."""
    return [
        *_circles(frames, origins, "duties", "duty_id", "parent_duty_id"),
        *_circles(frames, origins, "roles", "role_id", "parent_role_id"),
        *_periods(frames, origins),
        *_rules(frames, origins),
        *_coverage(frames, origins),
    ]


def _circles(frames: Frames, origins: Origins, table: str, key: str, parent: str) -> list[Fault]:
    parents = dict(frames[table].select(key, parent).iter_rows())
    faults = []
    for row in frames[table].iter_rows(named=True):
        seen, current = {row[key]}, parents.get(row[key])
        while current is not None and current not in seen:
            seen.add(current)
            current = parents.get(current)
        if current == row[key]:
            faults.append(Fault(origins.file(table, row), row[key], parent, "is its own ancestor", "break the circle"))
    return faults


def _periods(frames: Frames, origins: Origins) -> list[Fault]:
    """The same rule twice at the same time: one clause, role, duty, delegators and settings, overlapping days."""
    same: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in frames["rules"].iter_rows(named=True):
        key = tuple(tuple(row[f]) if isinstance(row[f], list) else row[f] for f in _SAME_RULE)
        same[key].append(row)
    faults = []
    for rows in same.values():
        rows.sort(key=lambda r: (r["effective_from"] or date.min, r["rule_id"]))
        for earlier, later in pairwise(rows):
            if earlier["effective_to"] is None or (later["effective_from"] or date.min) < earlier["effective_to"]:
                faults.append(
                    Fault(
                        origins.file("rules", later),
                        later["rule_id"],
                        "effective_from",
                        f"overlaps in time with the same rule {earlier['rule_id']}",
                        "end the earlier with 'effective_to', or tell them apart by citation, delegators or settings",
                    )
                )
    return faults


def _rules(frames: Frames, origins: Origins) -> list[Fault]:
    sources = {r["source_id"]: r for r in frames["sources"].iter_rows(named=True)}
    roles = {r["role_id"]: r["state"] for r in frames["roles"].iter_rows(named=True)}
    classes = {r["class_id"]: r for r in frames["duty_classes"].iter_rows(named=True)}
    states = set(frames["states"]["state"]) | {FEDERAL}
    reached = set(frames["rule_reach"]["rule_id"]) if "rule_reach" in frames else None
    faults = []
    for row in frames["rules"].iter_rows(named=True):
        file, name = origins.file("rules", row), row["rule_id"].split("/")[0]
        source = sources.get(row["source_id"])
        if row["state"] not in states:
            faults.append(Fault(file, name, "state", f"'{row['state']}' is no jurisdiction", "use its postal letters"))
        if source is not None and row["checked"] == "primary_text" and source["text_read"] == "report":
            faults.append(
                Fault(file, name, "checked", "is primary_text, but its source is a report", "write secondary_text")
            )
        if source is not None and source["state"] not in (row["state"], FEDERAL):
            faults.append(Fault(file, name, "source", f"speaks of {source['state']}", "cite a source of this state"))
        if roles.get(row["role_id"]) not in (None, row["state"]):
            faults.append(
                Fault(file, name, "role", f"is a title of {roles[row['role_id']]}", "use a role of this state")
            )
        of_class = classes.get(row["class_id"]) if row["class_id"] else None
        if of_class is not None and of_class["state"] not in (None, row["state"]):
            faults.append(Fault(file, name, "class", f"is a class of {of_class['state']}", "use a class of this state"))
        if of_class is not None and of_class["general"] and row["status"] not in ("delegable", "prohibited"):
            faults.append(
                Fault(file, name, "status", f"a general delegation cannot be {row['status']}", "write delegable")
            )
        if row["status"] == "delegable" and row["checked"] == "unchecked":
            faults.append(Fault(file, name, "checked", "a delegation clause must be read", "read it or leave it out"))
        if reached is not None and row["rule_id"] not in reached:
            faults.append(Fault(file, name, "except", "leaves no duty of the class", "mend 'except' or drop the rule"))
    return faults


def _coverage(frames: Frames, origins: Origins) -> list[Fault]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in frames["coverage_texts"].iter_rows(named=True):
        kinds[row["state"]].add(row["kind"])
    coded = set(frames["rules"]["state"]) - {FEDERAL}
    return [
        Fault(
            f"states/{state.lower()}.toml",
            "",
            "coverage",
            f"says nothing of: {', '.join(k for k in COVERAGE_KINDS if k not in kinds[state])}",
            "add a [[coverage]] entry for each kind, 'not_looked_for' where nobody looked",
        )
        for state in sorted(coded)
        if not set(COVERAGE_KINDS) <= kinds[state]
    ]
