"""Turned verdicts, gathered: one line for a duty and a turn, ranked worst first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipeline.comparing.snapshot import Snapshot
from pipeline.comparing.verdicts import axes, changed_cells
from schemas.vocabulary import ALLOWING, DELEGATORS

FORBIDDING = ("prohibited", "reserved")
UNSAID = ("silent", "not_researched")
GROUPS = ("closed", "opened", "shifted", "unsaid", "conditions")
"""closed: was allowed, is forbidden. opened: the other way. shifted: one way of allowing (forbidding) to another.
unsaid: to or from silence or what nobody has looked at. conditions: the verdict stands, its conditions do not."""

_MILD = ("permitted", "conditional", "delegable")


@dataclass
class Turn:
    """A duty whose verdict turned from `old` to `new`, in `cells` combinations of role, setting and delegator of `of`.

    `usual`: the case that most people ask about is among them: a medical assistant, in a physician's office, under a
    physician. `roles`, `settings`, `delegators`: those in which it turned; `everywhere`: in all of the state's.
    `whole`: the three sets combine fully, so that naming them says it all. `fields`: conditions that changed.
    `before`, `after`: rule id to citation of the deciding rules.
    """

    state: str
    duty_id: str
    old: str
    new: str
    of: int
    cells: int = 0
    usual: bool = False
    roles: set[str] = field(default_factory=set)
    settings: set[str] = field(default_factory=set)
    delegators: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)

    @property
    def everywhere(self) -> bool:
        return self.cells == self.of

    @property
    def whole(self) -> bool:
        return self.cells == len(self.roles) * len(self.settings) * len(self.delegators)

    @property
    def group(self) -> str:
        if self.old == self.new:
            return "conditions"
        if self.old in UNSAID or self.new in UNSAID:
            return "unsaid"
        if self.old in ALLOWING and self.new in FORBIDDING:
            return "closed"
        if self.old in FORBIDDING and self.new in ALLOWING:
            return "opened"
        return "shifted"

    @property
    def rank(self) -> tuple[Any, ...]:
        """Worst first: permitted to prohibited leads; then the usual case, then the more combinations the worse."""
        order = (*_MILD, *FORBIDDING, *UNSAID)
        first, second = order.index(self.old), order.index(self.new)
        return (GROUPS.index(self.group), first, second, not self.usual, -self.cells, self.duty_id)

    def as_json(self) -> dict[str, Any]:
        return {
            "group": self.group,
            "duty_id": self.duty_id,
            "old": self.old,
            "new": self.new,
            "combinations": self.cells,
            "of": self.of,
            "everywhere": self.everywhere,
            "usual": self.usual,
            "roles": sorted(self.roles),
            "settings": sorted(self.settings),
            "delegators": [d for d in DELEGATORS if d in self.delegators],
            "fields": sorted(self.fields),
            "old_rules": self.before,
            "new_rules": self.after,
        }


def turns_by_state(old: Snapshot, new: Snapshot) -> dict[str, list[Turn]]:
    """State to its turns, worst first; the state with the worst turn first."""
    sizes = axes(old, new)
    turns: dict[tuple[str, str, str, str], Turn] = {}
    for row in changed_cells(old, new).iter_rows(named=True):
        key = (row["state"], row["duty_id"], row["verdict"], row["verdict_new"])
        if key not in turns:
            roles, settings = sizes[row["state"]]
            turns[key] = Turn(*key, of=roles * settings * len(DELEGATORS))
        _add(turns[key], row)
    states: dict[str, list[Turn]] = {}
    for turn in sorted(turns.values(), key=lambda t: t.rank):
        states.setdefault(turn.state, []).append(turn)
    return dict(sorted(states.items(), key=lambda item: (item[1][0].rank[:3], item[0])))


def _add(turn: Turn, row: dict[str, Any]) -> None:
    turn.cells += len(row["roles"]) * len(row["settings"])
    turn.usual |= row["delegator"] == "physician" and (
        "medical_assistant" in row["roles"] and "physician_office" in row["settings"]
    )
    turn.roles.update(row["roles"])
    turn.settings.update(row["settings"])
    turn.delegators.add(row["delegator"])
    if turn.old == turn.new:
        turn.fields.update(row["fields"])
    if row["rule_ids"]:
        turn.before.setdefault(row["rule_ids"][0], row["citations"][0])
    if row["rule_ids_new"]:
        turn.after.setdefault(row["rule_ids_new"][0], row["citations_new"][0])
