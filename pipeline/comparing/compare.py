"""Two releases held against each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.comparing.rules import KINDS, RuleChange, compare_rules
from pipeline.comparing.snapshot import Snapshot
from pipeline.comparing.turns import GROUPS, Turn, turns_by_state

_VOCABULARY = {"states": "state", "roles": "role_id", "settings": "setting_id", "duties": "duty_id"}


@dataclass(frozen=True)
class Difference:
    """`vocabulary`: table to (ids added, ids gone). `rules`: by state. `turns`: state to turns, worst first."""

    old: Snapshot
    new: Snapshot
    vocabulary: dict[str, tuple[list[str], list[str]]]
    rules: list[RuleChange]
    turns: dict[str, list[Turn]]

    @property
    def empty(self) -> bool:
        return not (self.vocabulary or self.rules or self.turns)

    def rule_counts(self) -> dict[str, int]:
        return {kind: n for kind in KINDS if (n := sum(c.kind == kind for c in self.rules))}

    def turn_counts(self) -> dict[str, int]:
        """Group to duties that turned so, summed over states."""
        every = [t for turns in self.turns.values() for t in turns]
        return {group: n for group in GROUPS if (n := sum(t.group == group for t in every))}

    def labels(self, table: str) -> dict[str, str]:
        """Id to label, of the newer release where both have it."""
        key, label = _VOCABULARY[table], "name" if table == "states" else "label"
        out: dict[str, str] = {}
        for side in (self.old, self.new):
            out.update(dict(side.tables[table].select(key, label).iter_rows()))
        return out

    def as_json(self) -> dict[str, Any]:
        return {
            "old": {"name": self.old.name, "data_version": self.old.version, "as_of": self.old.as_of.isoformat()},
            "new": {"name": self.new.name, "data_version": self.new.version, "as_of": self.new.as_of.isoformat()},
            "vocabulary": {t: {"added": a, "removed": r} for t, (a, r) in self.vocabulary.items()},
            "rules": [c.as_json() for c in self.rules],
            "verdicts": [{"state": s, "turns": [t.as_json() for t in turns]} for s, turns in self.turns.items()],
            "counts": {"rules": self.rule_counts(), "verdicts": self.turn_counts()},
        }


def compare(old: Snapshot, new: Snapshot) -> Difference:
    """Rules added, changed, repealed or gone, and verdicts that turned."""
    vocabulary = {}
    for table, key in _VOCABULARY.items():
        before, after = set(old.tables[table][key]), set(new.tables[table][key])
        if before != after:
            vocabulary[table] = (sorted(after - before), sorted(before - after))
    return Difference(old, new, vocabulary, compare_rules(old, new), turns_by_state(old, new))
