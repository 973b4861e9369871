"""A rule as the resolver sees it, and the ranks by which rules are held against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from schemas.vocabulary import ALLOWING, AUTHORITIES, FEDERAL

NAMED, CLASS, GENERAL = 0, 1, 2
REACH = ("named", "class", "general")

_AUTHORITY_RANK = {name: rank for rank, name in enumerate(AUTHORITIES)}
_STRICTNESS = {"prohibited": 0, "conditional": 1, "permitted": 2, "delegable": 3}


@dataclass(frozen=True, eq=False)
class Rule:
    """One row of the table `rules`, with the duties that it reaches."""

    rule_id: str
    state: str
    role_id: str
    status: str
    delegators: frozenset[str]
    supervision: str
    supervisors: tuple[str, ...]
    authorization: str
    credential: str
    training_hours: int | None
    limits: str
    setting_ids: frozenset[str]
    citation: str
    authority: str
    checked: str
    effective_from: date | None
    effective_to: date | None
    reach: dict[str, int]
    breadth: int

    @property
    def duties(self) -> frozenset[str]:
        return frozenset(self.reach)

    @property
    def allows(self) -> bool:
        return self.status in ALLOWING

    @property
    def federal(self) -> bool:
        return self.state == FEDERAL

    @property
    def authority_rank(self) -> int:
        return _AUTHORITY_RANK[self.authority]

    @property
    def strictness(self) -> int:
        return _STRICTNESS[self.status]

    def in_force(self, day: date) -> bool:
        """True from `effective_from` on and before `effective_to`; an unknown date does not bound it."""
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day < self.effective_to)


def rules_of(rows: Iterable[dict[str, Any]], reach_rows: Iterable[dict[str, Any]]) -> list[Rule]:
    """Rules from rows of the tables `rules` and `rule_reach`, in the order of the former."""
    reach: dict[str, dict[str, int]] = {}
    breadth: dict[str, int] = {}
    for row in reach_rows:
        reach.setdefault(row["rule_id"], {})[row["duty_id"]] = REACH.index(row["reach"])
        breadth[row["rule_id"]] = row["breadth"]
    return [
        Rule(
            rule_id=row["rule_id"],
            state=row["state"],
            role_id=row["role_id"],
            status=row["status"],
            delegators=frozenset(row["delegators"]),
            supervision=row["supervision"],
            supervisors=tuple(row["supervisors"]),
            authorization=row["authorization"],
            credential=row["credential"],
            training_hours=row["training_hours"],
            limits=row["limits"],
            setting_ids=frozenset(row["setting_ids"]),
            citation=row["citation"],
            authority=row["authority"],
            checked=row["checked"],
            effective_from=row["effective_from"],
            effective_to=row["effective_to"],
            reach=reach.get(row["rule_id"], {}),
            breadth=breadth.get(row["rule_id"], 0),
        )
        for row in rows
    ]
