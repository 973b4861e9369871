"""The law for many questions: each state is opened once, and each question answered once."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from pipeline.asking import Answer, Question
from pipeline.law.jurisdiction import Jurisdiction
from pipeline.release import Release


class Law:
    """Answers from the rules of a release as in force on a day."""

    def __init__(self, release: Release, day: date) -> None:
        self.release = release
        self.day = day
        self._states: dict[str, Jurisdiction] = {}
        self._answers: dict[Question, Answer] = {}

    def answer(self, state: str, duty_id: str, role_id: str, setting_id: str, delegator: str) -> Answer:
        """The answer to one question; ids throughout."""
        question = Question(state, duty_id, role_id, setting_id, delegator, self.day)
        if question not in self._answers:
            if state not in self._states:
                self._states[state] = Jurisdiction(state, self.release.rules, self.release.world, self.day)
            verdict = self._states[state].verdict(role_id, setting_id, delegator, duty_id)
            rules = (*verdict.rules, *verdict.lost, *verdict.against)
            self._answers[question] = Answer(question, verdict, {r.rule_id: self._rows[r.rule_id] for r in rules})
        return self._answers[question]

    def role_state(self, role_id: str) -> str | None:
        """The jurisdiction whose title the role is; null for roles known everywhere."""
        return self._role_states.get(role_id)

    @cached_property
    def _rows(self) -> dict[str, dict[str, Any]]:
        return {row["rule_id"]: row for row in self.release.table("rules").iter_rows(named=True)}

    @cached_property
    def _role_states(self) -> dict[str, str | None]:
        return dict(self.release.table("roles").select("role_id", "state").iter_rows())
