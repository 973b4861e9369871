"""What became of each rule between two releases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.comparing.snapshot import Snapshot
from schemas.tables import BY_NAME

KINDS = ("repealed", "removed", "expired", "added", "commenced", "changed")
"""repealed: the row stays and says now that it is no longer in force. removed: the row is gone. expired, commenced: the
row is as it was, and the later day lies past its last (first) day in force."""

_FIELDS = tuple(c.name for c in BY_NAME["rules"].columns if c.name != "rule_id")
MINOR = frozenset({"checked_on", "url", "source_id"})
"""Fields that tell how a rule was read; a change in nothing but these changes no law."""


@dataclass(frozen=True)
class RuleChange:
    """`fields`: field to (old, new), for those that differ. `row`: the newest row there is of the rule."""

    kind: str
    rule_id: str
    state: str
    row: dict[str, Any]
    fields: dict[str, tuple[Any, Any]]

    @property
    def minor(self) -> bool:
        return self.kind == "changed" and MINOR.issuperset(self.fields)

    def as_json(self) -> dict[str, Any]:
        names = ("duty_id", "class_id", "role_id", "status", "citation", "authority", "url")
        return {
            "kind": self.kind,
            "rule_id": self.rule_id,
            "state": self.state,
            **{n: self.row[n] for n in names},
            "effective_from": _plain(self.row["effective_from"]),
            "effective_to": _plain(self.row["effective_to"]),
            "minor": self.minor,
            "fields": {f: {"old": _plain(a), "new": _plain(b)} for f, (a, b) in self.fields.items()},
        }


def compare_rules(old: Snapshot, new: Snapshot) -> list[RuleChange]:
    """Every rule that is not the same on both sides, by state, kind and id. A rule is known by its `rule_id`."""
    before = {r["rule_id"]: r for r in old.tables["rules"].iter_rows(named=True)}
    after = {r["rule_id"]: r for r in new.tables["rules"].iter_rows(named=True)}
    changes = []
    for rule_id in sorted(before.keys() | after.keys()):
        was, now = before.get(rule_id), after.get(rule_id)
        if was is None and now is not None:
            changes.append(RuleChange("added", rule_id, now["state"], now, {}))
        elif now is None and was is not None:
            changes.append(RuleChange("removed", rule_id, was["state"], was, {}))
        elif was is not None and now is not None:
            fields = {f: (was[f], now[f]) for f in _FIELDS if was[f] != now[f]}
            kind = _kind(was, now, fields, old.as_of, new.as_of)
            if kind:
                changes.append(RuleChange(kind, rule_id, now["state"], now, fields))
    return sorted(changes, key=lambda c: (c.state, KINDS.index(c.kind), c.rule_id))


def _kind(
    was: dict[str, Any], now: dict[str, Any], fields: dict[str, tuple[Any, Any]], old_day: date, new_day: date
) -> str | None:
    held, holds = _in_force(was, old_day), _in_force(now, new_day)
    if held and not holds and "effective_to" in fields:
        return "repealed"
    if fields:
        return "changed"
    if held != holds:
        return "expired" if held else "commenced"
    return None


def _in_force(row: dict[str, Any], day: date) -> bool:
    begun = row["effective_from"] is None or row["effective_from"] <= day
    return begun and (row["effective_to"] is None or day < row["effective_to"])


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
