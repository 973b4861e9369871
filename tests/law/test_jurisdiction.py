"""Roles, settings and rules of one jurisdiction on one day."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from pipeline.law.jurisdiction import Jurisdiction
from pipeline.law.rule import CLASS
from tests.law.making import ALL_KINDS, DAY, DUTY, rule, verdict, world


def law(*rules, **fields) -> Jurisdiction:
    return Jurisdiction("WY", rules, world(**fields), DAY)


def test_rules_of_the_state_and_the_nation_in_force_are_taken() -> None:
    own, federal, other, last = rule("a"), rule("b", state="US"), rule("c", state="MT"), rule("g", state="ZZ")
    ended, later = rule("d", effective_to=DAY), rule("e", effective_from=date(2027, 1, 1))
    today = rule("f", effective_from=DAY)
    assert law(own, federal, other, last, ended, later, today).rules == [own, federal, today]


def test_the_chain_of_roles_ends_at_a_scope_of_its_own_and_at_a_ring() -> None:
    assert world().role_chain("certified") == ["certified", "medical_assistant"]
    assert world().role_chain("wy_sub") == ["wy_sub", "wy_title"]
    assert world().role_chain("wy_title") == ["wy_title"]
    assert world().role_chain("nobody") == ["nobody"]
    assert world(role_parents={"a": "b", "b": "a"}).role_chain("a") == ["a", "b"]


def test_the_role_that_stands_for_another_is_the_nearest_of_which_a_rule_speaks() -> None:
    assert law(rule("a", role_id="certified")).law_role("certified") == "certified"
    assert law(rule("a")).law_role("certified") == "medical_assistant"
    assert law().law_role("wy_sub") == "wy_title"
    assert law(rule("a", role_id="wy_sub")).law_role("wy_sub") == "wy_sub"
    assert law().law_role("nobody") == "nobody"
    parents = {"certified": "medical_assistant", "medical_assistant": "staff", "staff": "people"}
    assert law(role_parents=parents).law_role("certified") == "medical_assistant", "whether a rule speaks of it or not"
    assert law(rule("a"), role_parents=parents).law_role("certified") == "medical_assistant"
    assert (
        law(role_parents=parents, own_scope=frozenset({"medical_assistant"})).law_role("certified")
        == "medical_assistant"
    )
    parents = {"aide": "helper", "helper": "person", "person": None}
    assert law(role_parents=parents).law_role("aide") == "person"
    parents = {"aide": "helper", "helper": None}
    assert law(role_parents=parents).law_role("aide") == "helper", "the widest where no rule speaks of any"
    assert law(rule("a", role_id="aide"), role_parents=parents).law_role("aide") == "aide"


def test_the_nearer_role_decides_and_each_step_away_counts() -> None:
    parents = {"medical_assistant": None, "certified": "medical_assistant", "expert": "certified"}
    wide, near = rule("wide", "prohibited"), rule("near", role_id="certified")
    assert verdict(wide, near, role="expert", role_parents=parents).rules == (near,)
    found = law(wide, near, role_parents=parents).candidates("expert", "office", "physician", DUTY)
    assert [(c.rule.rule_id, c.role_distance, c.reach) for c in found] == [("wide", 2, 0), ("near", 1, 0)]
    assert verdict(rule("narrow", role_id="expert"), role="certified", role_parents=parents).verdict == "silent"


def test_a_rule_limited_to_settings_or_delegators_reaches_no_other_cell() -> None:
    settings = frozenset({"clinic", "school"})
    limited = rule("a", setting_ids=settings, delegators=frozenset({"np", "pa"}))
    looked = {"WY": ALL_KINDS | {"np_law"}}
    for setting, delegator, expected in (
        ("clinic", "np", "permitted"),
        ("school", "pa", "permitted"),
        ("office", "np", "silent"),
        ("clinic", "physician", "silent"),
    ):
        assert verdict(limited, setting=setting, delegator=delegator, looked_at=looked).verdict == expected


def test_one_jurisdiction_answers_every_cell_for_itself() -> None:
    hospital = rule("a", "prohibited", setting_ids=frozenset({"hospital"}))
    nurse = rule("b", "conditional", CLASS, delegators=frozenset({"nurse"}))
    here = law(hospital, nurse, rule("c", role_id="certified"))
    asked = [
        (("medical_assistant", "hospital", "physician", DUTY), "prohibited"),
        (("medical_assistant", "office", "physician", DUTY), "silent"),
        (("medical_assistant", "office", "nurse", DUTY), "conditional"),
        (("medical_assistant", "office", "nurse", "diagnose"), "conditional"),
        (("medical_assistant", "office", "physician", "diagnose"), "reserved"),
        (("certified", "office", "physician", DUTY), "permitted"),
        (("medical_assistant", "office", "np", DUTY), "not_researched"),
        (("medical_assistant", "office", "np", "weigh"), "not_researched"),
        (("medical_assistant", "office", "physician", "weigh"), "silent"),
    ]
    for _ in range(2):
        assert [here.verdict(*cell).verdict for cell, _ in asked] == [expected for _, expected in asked]


def test_settings_and_delegators_that_rules_tell_apart_are_not_mixed_up() -> None:
    here = law(
        rule("a", "prohibited", setting_ids=frozenset({"hospital"}), delegators=frozenset({"physician"})),
        rule("b", "conditional", setting_ids=frozenset({"school"}), delegators=frozenset({"physician"})),
        rule("c", "permitted", setting_ids=frozenset({"school"}), delegators=frozenset({"chiropractor"})),
    )
    found = {
        (setting, by): here.verdict("medical_assistant", setting, by, DUTY).verdict
        for setting in ("hospital", "school", "office")
        for by in ("physician", "chiropractor")
    }
    assert found == {
        ("hospital", "physician"): "prohibited", ("hospital", "chiropractor"): "silent",
        ("school", "physician"): "conditional", ("school", "chiropractor"): "permitted",
        ("office", "physician"): "silent", ("office", "chiropractor"): "silent",
    }  # fmt: skip


def test_cells_that_the_law_does_not_tell_apart_share_one_verdict() -> None:
    here = law(rule("a", setting_ids=frozenset({"hospital"}), delegators=frozenset({"nurse"})))
    one = here.verdict("medical_assistant", "office", "physician", DUTY)
    assert here.verdict("medical_assistant", "clinic", "podiatrist", DUTY) is one
    assert here.verdict("certified", "clinic", "pa", DUTY) is one
    assert here.verdict("medical_assistant", "hospital", "nurse", DUTY) is not one


def test_what_must_have_been_looked_at_before_a_duty_is_silent() -> None:
    small = world(reached_by={DUTY: frozenset({"laboratory"})}, looked_at={"WY": ALL_KINDS | {"laboratory", "more"}})
    assert small.unruled("WY", "physician", DUTY) == "silent"
    assert small.unruled("MT", "physician", DUTY) == "not_researched"
    assert small.unruled("WY", "np", DUTY) == "not_researched"
    assert small.unruled("WY", "chiropractor", "a duty of no group") == "silent"
    both = world(reached_by={DUTY: frozenset({"board", "laboratory"})}, looked_at={"WY": {"ma_law", "laboratory"}})
    assert both.unruled("WY", "physician", DUTY) == "not_researched", "a kind that is asked for twice is asked for"
    nothing = world(base_kinds={}, looked_at={})
    assert nothing.unruled("WY", "physician", "a duty of no group") == "silent"


def test_a_world_is_not_changed_once_made() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        world().licensed = frozenset()  # pyright: ignore[reportAttributeAccessIssue]
