"""Which rule wins, step by step."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.law.jurisdiction import Jurisdiction
from pipeline.law.rule import CLASS, GENERAL
from tests.law.making import ALL_KINDS, DAY, DUTY, rule, verdict, world


def test_a_named_duty_beats_a_class_which_beats_general_delegation() -> None:
    named = rule("named", "prohibited")
    of_class = rule("class", "conditional", CLASS)
    general = rule("general", "delegable", GENERAL)
    assert verdict(named, of_class, general).rules[0] is named
    assert verdict(of_class, general).verdict == "conditional"
    assert verdict(general).verdict == "delegable"


def test_the_role_itself_beats_the_wider_role() -> None:
    wide = rule("wide", "prohibited")
    own = rule("own", "permitted", role_id="certified")
    assert verdict(wide, own, role="certified").rules[0] is own
    assert verdict(wide, own).rules[0] is wide


def test_a_title_with_its_own_scope_takes_nothing_from_the_wider_role() -> None:
    wide = rule("wide", "permitted")
    assert verdict(wide, role="wy_title").verdict == "silent"
    assert verdict(wide, role="wy_sub").verdict == "silent"
    assert verdict(wide, role="certified").verdict == "permitted"


def test_a_rule_for_the_setting_beats_one_for_any() -> None:
    anywhere = rule("any", "permitted")
    hospital = rule("hospital", "prohibited", setting_ids=frozenset({"hospital"}))
    assert verdict(anywhere, hospital, setting="hospital").verdict == "prohibited"
    assert verdict(anywhere, hospital, setting="office").verdict == "permitted"


def test_delegators_are_apart() -> None:
    physician = rule("physician", "permitted", delegators=frozenset({"physician"}))
    nurse = rule("nurse", "prohibited", delegators=frozenset({"nurse"}))
    assert verdict(physician, nurse).verdict == "permitted"
    assert verdict(physician, nurse, delegator="nurse").verdict == "prohibited"
    assert verdict(physician, nurse, delegator="np").verdict == "not_researched"
    assert verdict(physician, looked_at={"WY": ALL_KINDS | {"np_law"}}, delegator="np").verdict == "silent"


def test_a_federal_prohibition_beats_a_state_and_a_federal_permission_gives_nothing() -> None:
    state = rule("state", "permitted")
    forbids = rule("fed", "prohibited", state="US", authority="regulation")
    allows = rule("fed", "permitted", state="US", authority="regulation", limits="a certificate of waiver")
    assert verdict(state, forbids).verdict == "prohibited"
    found = verdict(state, allows)
    assert found.rules == (state,)
    assert "a certificate of waiver" in found.limits
    alone = verdict(allows)
    assert alone.verdict == "silent"
    assert alone.lost == (allows,)
    assert "a certificate of waiver" in alone.limits


def test_a_rule_of_another_state_does_not_reach() -> None:
    assert verdict(rule("other", state="MT")).verdict == "silent"


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("statute", "regulation"),
        ("regulation", "board_guidance"),
        ("board_guidance", "attorney_general"),
        ("court", "professional_body"),
    ],
)
def test_at_the_same_rank_the_higher_authority_stands_and_the_conflict_is_kept(higher: str, lower: str) -> None:
    allows = rule("allows", "permitted", authority=higher)
    forbids = rule("forbids", "prohibited", authority=lower)
    found = verdict(allows, forbids)
    assert found.verdict == "permitted"
    assert found.against == (forbids,)
    assert found.conflict


def test_at_the_same_rank_and_authority_a_prohibition_beats_a_permission() -> None:
    found = verdict(rule("a", "permitted"), rule("b", "prohibited"))
    assert found.verdict == "prohibited"
    assert [r.rule_id for r in found.against] == ["a"]


def test_the_narrower_class_of_the_same_authority_beats_the_wider() -> None:
    drugs = rule("drugs", "prohibited", CLASS, breadth=20)
    injections = rule("injections", "permitted", CLASS, breadth=5)
    assert verdict(drugs, injections).rules[0] is injections


def test_a_higher_authority_on_a_class_against_a_lower_that_names_is_a_conflict() -> None:
    guidance = rule("guidance", "permitted", authority="board_guidance")
    statute = rule("statute", "prohibited", CLASS)
    found = verdict(guidance, statute)
    assert found.verdict == "permitted"
    assert found.against == (statute,)


def test_a_lower_authority_on_a_class_is_no_conflict_with_a_higher_that_names() -> None:
    statute = rule("statute", "permitted")
    guidance = rule("guidance", "prohibited", CLASS, authority="board_guidance")
    assert verdict(statute, guidance).against == ()


def test_allowing_rules_of_the_same_rank_add_their_conditions() -> None:
    statute = rule("statute", "permitted", supervision="on_site")
    regulation = rule(
        "regulation", "conditional", authority="regulation", supervision="general", credential="training",
        training_hours=10, limits="not the neck", authorization="patient_order",
    )  # fmt: skip
    found = verdict(statute, regulation)
    assert found.verdict == "conditional"
    assert (found.supervision, found.credential, found.training_hours) == ("on_site", "training", 10)
    assert found.authorization == "patient_order"
    assert found.limits == "not the neck"
    assert [r.rule_id for r in found.rules] == ["statute", "regulation"]
    assert not found.conflict


def test_a_rule_of_lower_rank_adds_nothing() -> None:
    named = rule("named", "permitted")
    of_class = rule("class", "conditional", CLASS, credential="training")
    found = verdict(named, of_class)
    assert found.verdict == "permitted"
    assert found.credential == "none"
    assert found.lost == (of_class,)


def test_supervisors_come_with_the_supervision_that_is_added() -> None:
    plain = rule("a", "conditional")
    more = rule("b", "conditional", authority="regulation", supervision="in_room", supervisors=("nurse",))
    assert verdict(plain, more).supervisors == ("nurse",)


def test_hours_are_not_taken_from_another_credential() -> None:
    own = rule("a", "conditional", credential="state_license")
    other = rule("b", "conditional", authority="regulation", credential="training", training_hours=10)
    assert verdict(own, other).training_hours is None


def test_general_delegation_never_reaches_a_licensed_act() -> None:
    general = rule("general", "delegable", GENERAL)
    assert verdict(general, duty="diagnose").verdict == "reserved"
    assert verdict(general, duty="diagnose").lost == (general,)
    assert verdict(rule("named", "permitted"), duty="diagnose").verdict == "permitted"
    assert verdict(duty="diagnose", looked_at={}).verdict == "not_researched"


def test_silent_only_where_every_kind_was_looked_at() -> None:
    assert verdict().verdict == "silent"
    assert verdict(looked_at={"WY": frozenset({"ma_law"})}).verdict == "not_researched"
    assert verdict(reached_by={DUTY: frozenset({"laboratory"})}).verdict == "not_researched"
    assert verdict(looked_at={}).verdict == "not_researched"


def test_a_delegator_without_kinds_of_his_own_needs_those_of_the_physician() -> None:
    assert verdict(delegator="podiatrist").verdict == "silent"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 12, 31), "silent"),
        (date(2020, 1, 1), "prohibited"),
        (date(2023, 12, 31), "prohibited"),
        (date(2024, 1, 1), "permitted"),
        (date(2026, 1, 1), "silent"),
    ],
)
def test_the_law_of_the_day(day: date, expected: str) -> None:
    old = rule("old", "prohibited", effective_from=date(2020, 1, 1), effective_to=date(2024, 1, 1))
    new = rule("new", "permitted", effective_from=date(2024, 1, 1), effective_to=date(2026, 1, 1))
    assert verdict(old, new, day=day).verdict == expected


def test_every_step_is_told() -> None:
    found = verdict(rule("named", "prohibited"), rule("general", "delegable", GENERAL))
    assert found.steps[0].startswith("2 rule(s)")
    assert "named decides: it names the duty, more closely than general" in found.steps[1]
    assert "no other rule reaches it" in verdict(rule("x")).steps[1]
    assert "reserved" in verdict(duty="diagnose").steps[-1]


def test_the_order_of_the_rules_says_nothing() -> None:
    rules = [
        rule("a", "permitted", authority="regulation"),
        rule("b", "conditional", credential="training"),
        rule("c", "prohibited", authority="board_guidance"),
        rule("d", "delegable", GENERAL),
    ]
    forward, backward = verdict(*rules), verdict(*reversed(rules))
    assert forward == backward
    assert forward.rules[0].rule_id == "b"


def test_roles_and_settings_that_the_law_does_not_tell_apart_share_a_name() -> None:
    one = rule("a", setting_ids=frozenset({"hospital", "clinic"}))
    other = rule("b", setting_ids=frozenset({"school"}))
    law = Jurisdiction("WY", [one, other], world(), DAY)
    assert law.law_role("certified") == "medical_assistant"
    assert law.law_role("wy_title") == "wy_title"
    assert law.law_settings(["clinic", "home", "hospital", "office", "school"]) == {
        "clinic": "clinic",
        "home": "any",
        "hospital": "clinic",
        "office": "any",
        "school": "school",
    }
