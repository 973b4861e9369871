"""The real law: questions whose answers are known from the texts, the counts that must hold, the days that matter."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from pipeline.asking import Question, ask
from pipeline.release import Release
from schemas.vocabulary import COVERAGE_KINDS
from tests.conftest import AS_OF


def answer(
    release: Release,
    state: str,
    duty: str,
    *,
    delegator: str = "physician",
    role: str = "medical_assistant",
    setting: str = "physician_office",
    day: date = AS_OF,
):
    return ask(release, Question(state, duty, role, setting, delegator, day)).verdict


def cited(verdict) -> str:
    return "; ".join(r.citation for r in verdict.rules)


def test_every_jurisdiction_has_rules_and_an_entry_for_every_kind_of_text(real_release: Release) -> None:
    coverage = real_release.table("coverage")
    assert coverage.height == 51
    assert coverage.filter(pl.col("rules") == 0).height == 0
    texts = real_release.table("coverage_texts").filter(pl.col("state") != "US")
    assert texts.height == 51 * len(COVERAGE_KINDS)


def test_the_counts_that_the_release_promises(real_release: Release) -> None:
    rules = real_release.table("rules")
    assert rules.height >= 1_500
    named = rules.filter(pl.col("status") != "delegable")
    assert named.filter(pl.col("checked") == "primary_text").height / named.height >= 0.85
    assert rules.filter(pl.col("checked") == "unchecked").height == 0
    for column in ("citation", "authority", "source_id", "checked"):
        assert rules[column].null_count() == 0
        assert rules.filter(pl.col(column) == "").height == 0


def test_silent_is_said_only_where_every_kind_was_looked_at(real_release: Release) -> None:
    silent = real_release.table("verdicts").filter(pl.col("verdict") == "silent")
    looked = {
        (r["state"], r["kind"])
        for r in real_release.table("coverage_texts").iter_rows(named=True)
        if r["status"] != "not_looked_for"
    }
    for state in silent["state"].unique():
        for kind in ("ma_law", "physician_delegation", "medical_board_rules", "medical_board_guidance"):
            assert (state, kind) in looked


def test_california_starts_no_intravenous_line_and_draws_blood_after_ten_hours(real_release: Release) -> None:
    assert answer(real_release, "CA", "start_iv").verdict == "prohibited"
    blood = answer(real_release, "CA", "perform_venipuncture")
    assert (blood.verdict, blood.supervision, blood.training_hours) == ("conditional", "on_site", 10)
    assert "2070" in cited(blood)


def test_maryland_starts_a_line_with_the_physician_on_site(real_release: Release) -> None:
    line = answer(real_release, "MD", "start_iv")
    assert (line.verdict, line.supervision) == ("conditional", "on_site")
    assert "10.32.12.04" in cited(line)


def test_washington_titles_are_apart(real_release: Release) -> None:
    roles = real_release.table("roles").filter(pl.col("state") == "WA")
    assert roles.height == 5
    by_label = {r["label"].lower(): r["role_id"] for r in roles.iter_rows(named=True)}
    certified = next(i for label, i in by_label.items() if "certified" in label)
    registered = next(i for label, i in by_label.items() if "registered" in label)
    phlebotomist = next(i for label, i in by_label.items() if "phlebotomist" in label)
    duty = "perform_venipuncture"
    assert answer(real_release, "WA", duty, role=certified).verdict in ("permitted", "conditional")
    assert answer(real_release, "WA", duty, role=phlebotomist).verdict in ("permitted", "conditional")
    assert answer(real_release, "WA", duty, role=registered).verdict == "prohibited"
    assert answer(real_release, "WA", duty).verdict == "conditional"
    assert answer(real_release, "WA", "administer_iv_medication", role=registered).verdict == "prohibited"


def test_new_york_gives_no_injection(real_release: Release) -> None:
    assert answer(real_release, "NY", "give_injections").verdict == "prohibited"
    assert answer(real_release, "NY", "measure_vital_signs").verdict in ("permitted", "conditional")


def test_connecticut_vaccines_came_later_and_other_injections_did_not(real_release: Release) -> None:
    assert answer(real_release, "CT", "administer_vaccines").verdict == "conditional"
    assert answer(real_release, "CT", "inject_intramuscular").verdict == "prohibited"
    assert answer(real_release, "CT", "administer_vaccines", day=date(2020, 1, 1)).verdict != "conditional"


def test_florida_names_venipuncture_and_injections_but_no_line(real_release: Release) -> None:
    assert answer(real_release, "FL", "perform_venipuncture").verdict == "conditional"
    assert answer(real_release, "FL", "give_injections").verdict in ("permitted", "conditional")
    assert answer(real_release, "FL", "start_iv").verdict != "permitted"


def test_south_dakota_lost_its_chapter(real_release: Release) -> None:
    then = answer(real_release, "SD", "give_injections", day=date(2019, 6, 1))
    now = answer(real_release, "SD", "give_injections")
    assert then.verdict in ("permitted", "conditional")
    assert now.verdict == "silent"


def test_ohio_differs_by_delegator(real_release: Release) -> None:
    verdicts = {d: answer(real_release, "OH", "administer_medication", delegator=d) for d in ("physician", "np", "pa")}
    assert {v.verdict for v in verdicts.values()} <= {"conditional", "permitted"}
    assert len({cited(v) for v in verdicts.values()}) == 3
    assert answer(real_release, "OH", "administer_iv_medication", delegator="np").verdict == "prohibited"


def test_illinois_sunset(real_release: Release) -> None:
    rules = real_release.table("rules").filter((pl.col("state") == "IL") & pl.col("citation").str.contains("54.2"))
    assert rules.filter(pl.col("effective_to") == date(2027, 1, 1)).height > 0
    assert answer(real_release, "IL", "measure_vital_signs").verdict == "delegable"
    assert answer(real_release, "IL", "measure_vital_signs", day=date(2027, 6, 1)).verdict != "delegable"


def test_new_jersey_asks_for_a_certificate(real_release: Release) -> None:
    assert answer(real_release, "NJ", "inject_intramuscular").credential == "national_certification"
    assert answer(real_release, "NJ", "administer_iv_medication").verdict == "prohibited"


def test_north_dakota_medication_has_its_own_titles(real_release: Release) -> None:
    assert real_release.table("roles").filter(pl.col("state") == "ND").height >= 1


def test_georgia_publishes_its_conflict_on_presence(real_release: Release) -> None:
    conflicts = real_release.table("conflicts").filter(pl.col("state") == "GA")
    assert conflicts.height >= 1
    assert any("presen" in n or "site" in n or "premises" in n for n in conflicts["note"])


@pytest.mark.parametrize("state", ["OK", "OH", "AZ", "MD", "SC"])
def test_delegators_are_apart(state: str, real_release: Release) -> None:
    verdicts = real_release.table("verdicts").filter(
        (pl.col("state") == state)
        & (pl.col("law_role_id") == "medical_assistant")
        & (pl.col("law_setting_id") == "any")
        & (pl.col("duty_id") == "administer_medication")
    )
    assert verdicts["verdict"].n_unique() > 1


def test_no_state_lets_a_medical_assistant_diagnose_or_prescribe(real_release: Release) -> None:
    verdicts = real_release.table("verdicts").filter(
        pl.col("duty_id").is_in(["diagnose_conditions", "prescribe_medication", "perform_surgery"])
    )
    assert set(verdicts["verdict"]) <= {"reserved", "prohibited", "not_researched"}


def test_letters_of_medication_aides_are_no_medical_assistants(real_release: Release) -> None:
    from pipeline.normalise.context import finder_of

    names = ("roles", "settings", "states", "practice_words", "not_roles")
    finder = finder_of({n: real_release.table(n) for n in names})
    text = "A CMA gives oral medication."
    in_oregon = finder.find(text, 0, len(text), "OR")
    elsewhere = finder.find(text, 0, len(text), "CA")
    assert in_oregon.role is None
    assert elsewhere.role is not None
    assert elsewhere.role.value == "certified_medical_assistant"


def test_federal_law_permits_nothing_by_itself(real_release: Release) -> None:
    verdicts = real_release.table("verdicts").filter(pl.col("verdict").is_in(["permitted", "conditional", "delegable"]))
    first = verdicts["rule_ids"].list.first()
    assert not first.str.starts_with("us-").any()


def test_conflicts_name_real_rules_and_sources_on_their_sides(real_release: Release) -> None:
    conflicts = real_release.table("conflicts")
    assert conflicts.height >= 40
    sides = conflicts.filter(
        (pl.col("rule_ids").list.len() + pl.col("other_rule_ids").list.len() + pl.col("source_ids").list.len()) == 0
    )
    assert sides.height == 0
