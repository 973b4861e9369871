"""Which duties a rule reaches, and how closely."""

from __future__ import annotations

from typing import Any

from pipeline.law.reach import descendants, rule_reach

DUTIES = [
    {"duty_id": "inject", "parent_duty_id": None},
    {"duty_id": "vaccinate", "parent_duty_id": "inject"},
    {"duty_id": "flu_shot", "parent_duty_id": "vaccinate"},
    {"duty_id": "botox", "parent_duty_id": "inject"},
    {"duty_id": "weigh", "parent_duty_id": None},
]
CLASSES = [{"class_id": "all", "general": True}, {"class_id": "needles", "general": False}]
MEMBERS = [
    {"class_id": "needles", "duty_id": "inject"},
    {"class_id": "needles", "duty_id": "flu_shot"},
    {"class_id": "all", "duty_id": "weigh"},
    {"class_id": "all", "duty_id": "inject"},
]


def reached(**rule: Any) -> dict[str, tuple[str, int]]:
    row = {"rule_id": "r", "duty_id": None, "class_id": None, "excepted_duty_ids": [], **rule}
    rows = rule_reach([row], DUTIES, CLASSES, MEMBERS)
    assert {r["rule_id"] for r in rows} <= {"r"}
    return {r["duty_id"]: (r["reach"], r["breadth"]) for r in rows}


def test_a_duty_is_named_and_those_below_it_are_reached_as_a_class() -> None:
    of_class = ("class", 4)
    assert reached(duty_id="inject") == {
        "inject": ("named", 4), "vaccinate": of_class, "flu_shot": of_class, "botox": of_class,
    }  # fmt: skip
    assert reached(duty_id="flu_shot") == {"flu_shot": ("named", 1)}


def test_a_class_reaches_its_members_and_nothing_below_them() -> None:
    assert reached(class_id="needles") == {"inject": ("class", 2), "flu_shot": ("class", 2)}
    assert reached(class_id="all") == {"weigh": ("general", 2), "inject": ("general", 2)}
    assert reached(class_id="unheard_of") == {}


def test_what_is_excepted_is_not_reached_and_makes_the_rule_narrower() -> None:
    assert reached(duty_id="inject", excepted_duty_ids=["botox", "flu_shot"]) == {
        "inject": ("named", 2), "vaccinate": ("class", 2),
    }  # fmt: skip
    assert reached(class_id="all", excepted_duty_ids=["weigh"]) == {"inject": ("general", 1)}


def test_every_rule_has_its_own_reach() -> None:
    rules = [
        {"rule_id": "a", "duty_id": "weigh", "class_id": None, "excepted_duty_ids": []},
        {"rule_id": "b", "duty_id": None, "class_id": "needles", "excepted_duty_ids": ["inject"]},
    ]
    assert rule_reach(rules, DUTIES, CLASSES, MEMBERS) == [
        {"rule_id": "a", "duty_id": "weigh", "reach": "named", "breadth": 1},
        {"rule_id": "b", "duty_id": "flu_shot", "reach": "class", "breadth": 1},
    ]


def test_descendants_are_the_duty_and_all_below() -> None:
    assert descendants("a", {"a": ["b", "d"], "b": ["c"]}) == ["a", "b", "c", "d"]
    assert descendants("c", {"a": ["b"]}) == ["c"]
