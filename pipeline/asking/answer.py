"""The answer: verdict, conditions, the rules behind it, and the steps by which they were weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.asking.question import Question, role_in_state
from pipeline.law.jurisdiction import Jurisdiction
from pipeline.law.resolver import Verdict
from pipeline.law.rule import Rule
from pipeline.release import Release


@dataclass(frozen=True)
class Answer:
    """`details`: rows of the table `rules` by id, for every rule that made the verdict, lost or stands against it."""

    question: Question
    verdict: Verdict
    details: dict[str, dict[str, Any]]

    def as_json(self, explain: bool = False) -> dict[str, Any]:
        """The document that `ask --format json` prints."""
        q, v = self.question, self.verdict
        document = {
            "state": q.state,
            "duty_id": q.duty_id,
            "role_id": q.role_id,
            "setting_id": q.setting_id,
            "delegator": q.delegator,
            "as_of": q.as_of.isoformat(),
            "verdict": v.verdict,
            "supervision": v.supervision,
            "supervisors": list(v.supervisors),
            "authorization": v.authorization,
            "credential": v.credential,
            "training_hours": v.training_hours,
            "limits": v.limits,
            "conflict": v.conflict,
            "rules": [self._rule(r) for r in v.rules],
            "against": [self._rule(r) for r in v.against],
        }
        if explain:
            document["steps"] = list(v.steps)
            document["lost"] = [self._rule(r) for r in v.lost]
        return document

    def _rule(self, rule: Rule) -> dict[str, Any]:
        row = self.details[rule.rule_id]
        names = ("rule_id", "status", "citation", "authority", "checked", "url", "source_id", "limits")
        return {
            **{name: row[name] for name in names},
            "effective_from": row["effective_from"].isoformat() if row["effective_from"] else None,
            "effective_to": row["effective_to"].isoformat() if row["effective_to"] else None,
        }


def ask(release: Release, question: Question) -> Answer:
    """Answer a question from the rules of a release, for any day and any delegator.

    Raises NotFound where the role is a title of another state.
    """
    role_in_state(release, question.role_id, question.state)
    law = Jurisdiction(question.state, release.rules, release.world, question.as_of)
    verdict = law.verdict(question.role_id, question.setting_id, question.delegator, question.duty_id)
    wanted = {r.rule_id for r in (*verdict.rules, *verdict.lost, *verdict.against)}
    details = {r["rule_id"]: r for r in release.table("rules").iter_rows(named=True) if r["rule_id"] in wanted}
    return Answer(question, verdict, details)
