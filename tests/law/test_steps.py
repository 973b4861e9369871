"""What is told on the way to a verdict (`scopebook ask --explain`), word by word, and who decides in close cases."""

from __future__ import annotations

import dataclasses

import pytest

from pipeline.law.resolver import Candidate, Verdict
from pipeline.law.rule import CLASS, GENERAL, Rule
from tests.law.making import rule, verdict

HOSPITAL = frozenset({"hospital"})


@pytest.mark.parametrize(
    ("winner", "second", "told"),
    [
        (rule("a"), rule("b", reach=CLASS), "it names the duty, more closely than b"),
        (rule("a", reach=CLASS), rule("b", reach=GENERAL), "it names a class that holds the duty, more closely than b"),
        (rule("a", role_id="certified"), rule("b"), "it speaks of this very role"),
        (rule("a", setting_ids=HOSPITAL), rule("b", "prohibited"), "it speaks of this setting"),
        (
            rule("a", "prohibited", state="US", authority="court"),
            rule("b"),
            "a federal prohibition goes before a state's rule",
        ),
        (rule("a"), rule("b", "prohibited", authority="regulation"), "its authority is higher"),
        (rule("a", reach=CLASS), rule("b", "prohibited", CLASS, breadth=6), "its class is narrower"),
        (rule("a", "conditional"), rule("b"), "at the same rank the stricter rule stands"),
        (rule("a"), rule("b"), "it names the duty; b says the same at the same rank"),
        (
            rule("a", "delegable", GENERAL),
            rule("b", "delegable", GENERAL),
            "only a general delegation reaches the duty; b says the same at the same rank",
        ),
    ],
)
def test_why_the_first_rule_decides(winner: Rule, second: Rule, told: str) -> None:
    last = rule("z", "delegable", GENERAL, authority="professional_body")
    for rules in ((winner, second), (second, winner), (last, second, winner)):
        found = verdict(*rules, role="certified", setting="hospital")
        assert found.steps[:2] == (f"{len(rules)} rule(s) in force reach the duty.", f"a decides: {told}.")
        assert found.rules[0] is winner


@pytest.mark.parametrize(
    ("only", "told"),
    [
        (rule("a"), "it names the duty"),
        (rule("a", reach=CLASS), "it names a class that holds the duty"),
        (rule("a", reach=GENERAL), "only a general delegation reaches the duty"),
    ],
)
def test_a_rule_alone_decides(only: Rule, told: str) -> None:
    assert verdict(only).steps[1:] == (f"a decides: {told}, and no other rule reaches it.",)


def test_the_rule_of_a_setting_is_milder_and_stands_there_all_the_same() -> None:
    anywhere = rule("any", "prohibited")
    hospital = rule("hospital", authority="regulation", setting_ids=HOSPITAL)
    found = verdict(anywhere, hospital, setting="hospital")
    assert (found.verdict, found.rules) == ("permitted", (hospital,))
    assert found.against == (anywhere,), "a statute against a regulation, though of any setting"
    assert verdict(anywhere, hospital).verdict == "prohibited"
    assert Candidate(hospital, 0, 0).names_setting is True
    assert Candidate(anywhere, 0, 0).names_setting is False


def test_no_rule_is_told_as_what_it_means() -> None:
    asked = "0 rule(s) in force reach the duty."
    silent = "The texts that could reach it were looked at, and no rule does: silent."
    reserved = "No rule gives this licensed act to the role: reserved."
    unknown = "Not all kinds of text that could reach it were looked at: not researched."
    assert verdict().steps == (asked, silent)
    assert verdict(duty="diagnose").steps == (asked, reserved)
    assert verdict(looked_at={}).steps == (asked, unknown)
    assert verdict(duty="diagnose", looked_at={}).steps == (asked, unknown)


def test_a_general_delegation_is_told_to_miss_a_licensed_act() -> None:
    missed = "It is a licensed act, which no general delegation reaches."
    general = rule("general", "delegable", GENERAL)
    assert missed in verdict(general, duty="diagnose").steps
    assert missed not in verdict(general).steps
    assert missed not in verdict(rule("a"), duty="diagnose").steps
    assert missed not in verdict(rule("a", reach=CLASS), duty="diagnose").steps
    both = verdict(rule("a", reach=CLASS), general, duty="diagnose")
    assert (both.verdict, missed in both.steps) == ("permitted", True)


def test_federal_floors_are_told_and_add_their_limits_to_what_is_allowed() -> None:
    floor = rule("us-a", state="US", limits="a certificate of waiver", citation="42 CFR")
    plain = rule("us-b", state="US")
    told = "us-a is federal and gives no permission; what it asks is told in the limits."
    found = verdict(plain, floor, rule("a", limits="only adults"))
    assert told in found.steps
    assert found.limits == "only adults | Federal law (42 CFR): a certificate of waiver"
    assert found.lost == (floor, plain)
    assert verdict(floor).limits == "Federal law (42 CFR): a certificate of waiver"
    forbidden = verdict(floor, rule("a", "prohibited", limits="never"))
    assert forbidden.limits == "never"
    assert not forbidden.conflict


def test_what_another_rule_adds_is_told_in_order() -> None:
    more = rule(
        "b", "conditional", authority="regulation", supervision="on_site", supervisors=("nurse",),
        authorization="standing_order", credential="training", training_hours=8, limits="not the neck",
    )  # fmt: skip
    found = verdict(rule("a", limits="only adults"), more)
    added = "supervision, authorization, credential, training_hours, its condition"
    assert found.steps[2:] == (f"b stands at the same rank and adds {added}.",)
    assert found.limits == "only adults | not the neck"
    assert (found.supervision, found.supervisors, found.authorization) == ("on_site", ("nurse",), "standing_order")
    assert (found.credential, found.training_hours, found.verdict) == ("training", 8, "conditional")


def test_only_what_is_missing_is_added() -> None:
    full = rule(
        "a", "conditional", supervision="in_room", supervisors=("pa",), authorization="patient_order",
        credential="training", training_hours=4, limits="both arms; not the neck",
    )  # fmt: skip
    more = rule(
        "b", "conditional", authority="regulation", supervision="general", supervisors=("nurse",),
        authorization="standing_order", credential="state_license", training_hours=8, limits="not the neck",
    )  # fmt: skip
    found = verdict(full, more)
    assert found.steps[2:] == ()
    assert found.rules == (full,)
    assert found.lost == (more,)
    assert (found.supervision, found.supervisors, found.training_hours) == ("in_room", ("pa",), 4)
    assert found.limits == full.limits


def test_limits_are_not_said_twice() -> None:
    first = rule("a", "conditional", limits="adults; not the neck")
    again = rule("b", "conditional", authority="regulation", supervision="on_site", limits="not the neck")
    without = rule("c", "conditional", authority="court", credential="training")
    assert verdict(first, again, without).limits == "adults; not the neck"


def test_two_conditions_make_no_new_one_and_two_permissions_none() -> None:
    second = {"authority": "regulation", "supervision": "on_site"}
    told = "b stands at the same rank and adds supervision."
    found = verdict(rule("a", "conditional"), rule("b", "conditional", **second))
    assert (found.verdict, found.steps[2:]) == ("conditional", (told,))
    found = verdict(rule("a"), rule("b", **second))
    assert (found.verdict, found.steps[2:]) == ("permitted", (told,))


def test_supervisors_stay_with_their_supervision() -> None:
    nurse = {"authority": "regulation", "supervisors": ("nurse",)}
    own = verdict(
        rule("a", "conditional", supervision="on_site"), rule("b", "conditional", supervision="general", **nurse)
    )
    assert own.supervisors == ()
    named = verdict(
        rule("a", "conditional", supervisors=("pa",)), rule("b", "conditional", supervision="general", **nurse)
    )
    assert (named.supervision, named.supervisors) == ("general", ("pa",))


def test_hours_come_with_their_credential_only() -> None:
    for own, other in (("training", "state_license"), ("state_license", "training")):
        more = rule("b", "conditional", authority="regulation", credential=other, training_hours=10)
        assert verdict(rule("a", "conditional", credential=own), more).training_hours is None
    same = rule("b", "conditional", authority="regulation", credential="training", training_hours=10)
    found = verdict(rule("a", "conditional", credential="training"), same)
    assert (found.training_hours, found.steps[2]) == (10, "b stands at the same rank and adds training_hours.")


def test_a_rule_that_forbids_neither_adds_nor_takes_conditions() -> None:
    forbids = rule("b", "prohibited", authority="regulation", supervision="on_site", limits="never")
    found = verdict(rule("a"), forbids)
    assert (found.supervision, found.limits, found.lost) == ("unspecified", "", (forbids,))
    found = verdict(rule("a", "prohibited"), rule("b", authority="regulation", supervision="on_site"))
    assert (found.verdict, found.supervision) == ("prohibited", "unspecified")


def test_rules_behind_one_that_adds_nothing_still_add() -> None:
    forbids = rule("b", "prohibited", authority="regulation")
    last = rule("c", "conditional", authority="board_guidance", credential="training")
    found = verdict(rule("a"), forbids, last)
    assert (found.verdict, found.credential) == ("conditional", "training")
    assert found.steps[2:] == (
        "c stands at the same rank and adds credential, its condition.",
        "b says otherwise (prohibited, regulation): a conflict, published.",
    )


def test_what_is_no_conflict() -> None:
    named = rule("a", "prohibited")
    assert not verdict(named, rule("b", reach=CLASS)).conflict, "the same authority, less closely"
    assert not verdict(named, rule("b", reach=GENERAL)).conflict
    assert not verdict(rule("a", "prohibited", authority="court"), rule("b", reach=GENERAL)).conflict
    assert not verdict(rule("a", state="US", status="prohibited"), rule("b")).conflict, "federal law goes before"
    by_class = rule("b", "prohibited", CLASS, state="US")
    assert not verdict(rule("a", authority="court"), by_class).conflict, "a state's rule against a federal one"
    own = rule("a", "prohibited", role_id="certified", authority="court")
    assert not verdict(own, rule("b"), role="certified").conflict, "of another role"
    wide = rule("a", "prohibited", authority="court")
    narrow = rule("b", reach=CLASS, role_id="certified")
    assert not verdict(wide, narrow, role="certified").conflict, "of a narrower role"


def test_a_verdict_tells_how_its_deciding_rule_was_checked() -> None:
    first = rule("a", "conditional", checked="secondary_text")
    assert (
        verdict(first, rule("b", "conditional", authority="regulation", supervision="on_site")).checked
        == "secondary_text"
    )
    assert verdict().checked is None


def test_cells_share_verdicts_which_nobody_can_change() -> None:
    found = verdict(rule("a"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.verdict = "prohibited"  # pyright: ignore[reportAttributeAccessIssue]
    assert Verdict("silent", steps=("one way",)) == Verdict("silent", steps=("another way",))
    assert Verdict("silent") != Verdict("reserved")
