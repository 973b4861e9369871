"""What an answer holds, as plain typed values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Verdict = Literal["permitted", "conditional", "delegable", "prohibited", "reserved", "silent", "not_researched"]


@dataclass(frozen=True)
class Rule:
    """A rule behind an answer, as in the table `rules`.

    `authority`: rank of its text (statute, regulation, board_guidance, attorney_general, court, professional_body).
    `checked`: primary_text where the coder read the provision, secondary_text where a report of it, else unchecked.
    `effective_from`, `effective_to`: first day in force, first day no longer; None where unknown.
    """

    rule_id: str
    status: str
    citation: str
    authority: str
    checked: str
    url: str | None
    source_id: str
    limits: str
    effective_from: date | None
    effective_to: date | None


@dataclass(frozen=True)
class Answer:
    """What the law of `as_of` says of one duty. Ids throughout.

    `supervision`, `authorization`, `credential`: None where no rule decides. `training_hours`: hours, None where no
    text states a number. `rules`: those that made the verdict, the deciding one first. `against`: rules of weight that
    say otherwise. `steps`: how they were weighed, in words.
    """

    state: str
    duty_id: str
    role_id: str
    setting_id: str
    delegator: str
    as_of: date
    verdict: Verdict
    supervision: str | None
    supervisors: tuple[str, ...]
    authorization: str | None
    credential: str | None
    training_hours: int | None
    limits: str
    conflict: bool
    rules: tuple[Rule, ...]
    against: tuple[Rule, ...]
    steps: tuple[str, ...]

    @property
    def allowed(self) -> bool | None:
        """True for permitted, conditional and delegable; False for prohibited and reserved; None: no text says."""
        if self.verdict in ("silent", "not_researched"):
            return None
        return self.verdict in ("permitted", "conditional", "delegable")

    @property
    def citations(self) -> tuple[str, ...]:
        """Citations of `rules`, in their order."""
        return tuple(rule.citation for rule in self.rules)


def answer_of(document: dict[str, Any]) -> Answer:
    """From the document that `scopebook ask --format json --explain` prints."""
    values = {name: document[name] for name in Answer.__dataclass_fields__}
    values["as_of"] = date.fromisoformat(document["as_of"])
    values["supervisors"] = tuple(document["supervisors"])
    values["steps"] = tuple(document["steps"])
    for name in ("rules", "against"):
        values[name] = tuple(_rule(rule) for rule in document[name])
    return Answer(**values)


def _rule(document: dict[str, Any]) -> Rule:
    values = {name: document[name] for name in Rule.__dataclass_fields__}
    for name in ("effective_from", "effective_to"):
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    return Rule(**values)
