"""Differences in plain words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipeline.comparing.rules import RuleChange
from pipeline.comparing.turns import Turn
from pipeline.comparing.words import law, rule_line, where
from schemas.vocabulary import DELEGATORS

LABELS = {
    "roles": {"medical_assistant": "Medical assistant", "cma": "Certified medical assistant"},
    "settings": {"office": "Physician's office", "clinic": "Clinic"},
    "duties": {"draw": "Draw blood"},
}


def turn(roles: set[str], settings: set[str], delegators: set[str] | None = None, **fields: Any) -> Turn:
    """A turn in all combinations of these, which are not all that there are, unless `fields` say otherwise."""
    by = set(DELEGATORS) if delegators is None else delegators
    values = {"cells": len(roles) * len(settings) * len(by), "of": 1_000, **fields}
    return Turn("WY", "draw", "permitted", "prohibited", roles=roles, settings=settings, delegators=by, **values)


def told(one: Turn) -> str:
    return where(one, LABELS, all_roles=6, all_settings=2)


def test_where_a_verdict_turned() -> None:
    some = {f"r{n}" for n in range(5)}
    both = {"office", "clinic"}
    assert told(turn(some, both, cells=1_000)) == "in all roles and settings, whoever delegates"
    assert told(turn({"cma"}, both)) == "in certified medical assistant; all settings"
    assert (
        told(turn(some, {"office"}, {"np", "physician"})) == "in 5 of 6 roles; physician's office; under physician, np"
    )
    assert told(turn(some | {"r5"}, both, {"np"})) == "in all roles and settings; under np"


def test_names_within_a_label_keep_their_capitals() -> None:
    labels = {**LABELS, "roles": {"uap": "Aide (an MA of South Carolina)"}}
    assert where(turn({"uap"}, {"office"}), labels, 6, 2).startswith("in aide (an MA of South Carolina); physician's")


def test_sets_that_do_not_combine_are_said_to_be_some_of_the_cases() -> None:
    parts = "in certified medical assistant; clinic (not every combination: 3 of 1,000"
    assert told(turn({"cma"}, {"clinic"}, cells=3)) == f"{parts}; not the usual case)"
    assert told(turn({"cma"}, {"clinic"}, cells=3, usual=True)) == f"{parts}; the usual case among them)"


@pytest.mark.parametrize(
    ("kind", "end"),
    [
        ("repealed", "; no longer in force from 2026-01-01; limits: nothing -> only adults"),
        (
            "expired",
            "; no longer in force from 2026-01-01; effective_to: nothing -> 2026-01-01; limits: nothing -> only adults",
        ),
        (
            "commenced",
            "; in force from 2025-01-01; effective_to: nothing -> 2026-01-01; limits: nothing -> only adults",
        ),
        ("added", "; effective_to: nothing -> 2026-01-01; limits: nothing -> only adults"),
    ],
)
def test_a_rule_and_what_became_of_it(kind: str, end: str) -> None:
    row = {
        "duty_id": "draw", "class_id": None, "status": "permitted", "citation": "§ 1",
        "effective_from": date(2025, 1, 1), "effective_to": date(2026, 1, 1),
    }  # fmt: skip
    fields = {"effective_to": (None, date(2026, 1, 1)), "limits": ("", "only adults")}
    change = RuleChange(kind, "wy-draw", "WY", row, fields)
    assert rule_line(change, LABELS, str) == f"wy-draw: Draw blood, permitted (§ 1){end}"


def test_lists_and_numbers_of_a_changed_field() -> None:
    row = {"duty_id": None, "class_id": "needles", "status": "permitted", "citation": "§ 1"}
    fields = {"delegators": ([], ["np", "pa"]), "training_hours": (4, None)}
    line = rule_line(RuleChange("changed", "wy-a", "WY", row, fields), LABELS, str)
    assert line == "wy-a: class needles, permitted (§ 1); delegators: nothing -> np, pa; training_hours: 4 -> nothing"


def test_the_law_that_decided_and_decides() -> None:
    def by(before: dict[str, str], after: dict[str, str]) -> str:
        one = turn({"cma"}, {"office"})
        one.before, one.after = before, after
        return law(one, str)

    assert by({}, {}) == ""
    assert by({"a": "§ 1"}, {"a": "§ 1"}) == "By § 1."
    assert by({"a": "§ 1"}, {}) == "Was by § 1."
    assert by({}, {"b": "§ 2"}) == "Now by § 2."
    assert by({"a": "§ 1"}, {"b": "§ 2", "c": "§ 2"}) == "Was by § 1; now by § 2."
    many = {str(n): f"§ {n}" for n in range(5)}
    assert by(many, many) == "By § 0, § 1, § 2 and 2 more."
