"""What the page holds is what the release holds, cell by cell, and the same input makes the same page."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from pipeline.asking.question import DEFAULT_ROLE, DEFAULT_SETTING
from pipeline.explorer.data import page_data
from pipeline.explorer.outcomes import OUTCOME
from pipeline.explorer.write import page
from pipeline.law.jurisdiction import Jurisdiction
from pipeline.law.spread import rules_in, spread, world_of
from schemas.vocabulary import AUTHORIZATION, CHECKED, CREDENTIALS, DELEGATORS, SUPERVISION, VERDICTS
from tests.conftest import AS_OF
from tests.explorer.conftest import blocks

SAMPLE = ("CA", "MD", "ND", "WA", "WY")


@pytest.fixture(scope="module")
def held(real_page: Path):
    document, cells = blocks(real_page)
    return document, np.frombuffer(cells, "<u2")


def opened(document: dict, number: int) -> dict:
    """An outcome of the page in the columns of `verdicts`."""
    verdict, supervision, supervisors, authorization, credential, hours, limits, rules, checked, conflict = document[
        "outcomes"
    ][number]

    def named(values: tuple[str, ...], at: int) -> str | None:
        return None if at < 0 else values[at]

    return {
        "verdict": VERDICTS[verdict],
        "supervision": named(SUPERVISION, supervision),
        "supervisors": supervisors,
        "authorization": named(AUTHORIZATION, authorization),
        "credential": named(CREDENTIALS, credential),
        "training_hours": hours,
        "limits": " | ".join(document["texts"][n] for n in limits),
        "rule_ids": [document["rules"][n]["rule_id"] for n in rules],
        "checked": named(CHECKED, checked),
        "conflict": bool(conflict),
    }


@pytest.mark.parametrize("state", SAMPLE)
def test_every_cell_of_a_state_is_the_verdict_of_the_table(state: str, held, real_tables) -> None:
    document, cells = held
    rows = real_tables["verdicts"].filter(state=state)
    offset = document["law"][state]["offset"]
    for place, row in enumerate(rows.iter_rows(named=True)):
        found = opened(document, cells[offset + place])
        assert found == {name: row[name] for name in OUTCOME}, (state, row["law_role_id"], row["duty_id"])


def test_a_role_and_a_setting_lead_to_the_cell_that_speaks_for_them(held, real_tables) -> None:
    document, cells = held
    duties, delegators = document["dutyOrder"], document["codes"]["delegators"]
    assert duties == sorted(duties)
    assert delegators == sorted(DELEGATORS)
    for state in SAMPLE:
        law = document["law"][state]
        stands_role = dict(real_tables["law_roles"].filter(state=state).select("role_id", "law_role_id").iter_rows())
        stands_setting = dict(
            real_tables["law_settings"].filter(state=state).select("setting_id", "law_setting_id").iter_rows()
        )
        keys = ("law_role_id", "law_setting_id", "delegator", "duty_id")
        rows = real_tables["verdicts"].filter(state=state)
        verdict = {tuple(r[k] for k in keys): r["verdict"] for r in rows.iter_rows(named=True)}
        for role, role_at in law["roleAt"].items():
            for setting, setting_at in law["settingAt"].items():
                for d, delegator in enumerate(delegators):
                    for n, duty in enumerate(duties):
                        at = ((role_at * law["settings"] + setting_at) * len(delegators) + d) * len(duties) + n
                        found = VERDICTS[document["outcomes"][cells[law["offset"] + at]][0]]
                        assert found == verdict[stands_role[role], stands_setting[setting], delegator, duty]


def test_history_is_what_the_resolver_says_of_each_day(held, real_tables) -> None:
    document, _ = held
    world, rules = world_of(real_tables), rules_in(real_tables)
    days, duties = document["history"]["days"], document["dutyOrder"]
    assert days == sorted(days)
    for state in sorted(document["history"]["changes"])[::7]:
        lines = document["history"]["changes"][state]
        for day in days:
            law = Jurisdiction(state, rules, world, AS_OF.fromisoformat(day))
            for cell, line in lines.items():
                delegator, duty = divmod(int(cell), len(duties))
                current = [outcome for at, outcome in line if at < 0 or days[at] <= day][-1]
                found = opened(document, current)
                told = law.verdict(DEFAULT_ROLE, DEFAULT_SETTING, sorted(DELEGATORS)[delegator], duties[duty])
                assert found["verdict"] == told.verdict, (state, day, duties[duty])
                assert found["rule_ids"] == [r.rule_id for r in told.rules]


def test_history_holds_every_cell_that_changes_and_agrees_with_the_present(held, real_tables) -> None:
    document, cells = held
    days, duties = document["history"]["days"], document["dutyOrder"]
    for state, law in document["law"].items():
        block = law["roleAt"][DEFAULT_ROLE] * law["settings"] + law["settingAt"][DEFAULT_SETTING]
        start = law["offset"] + block * len(DELEGATORS) * len(duties)
        for cell, line in document["history"]["changes"].get(state, {}).items():
            current = [outcome for at, outcome in line if at < 0 or days[at] <= document["asOf"]][-1]
            assert opened(document, current) == opened(document, cells[start + int(cell)]), (state, cell)
    past = spread(real_tables, AS_OF.fromisoformat(days[len(days) // 2]))["verdicts"]
    rows = past.filter(law_role_id=DEFAULT_ROLE).filter(state="SC").iter_rows(named=True)
    lines = document["history"]["changes"].get("SC", {})
    for row in rows:
        if row["law_setting_id"] != "any":
            continue
        cell = sorted(DELEGATORS).index(row["delegator"]) * len(duties) + duties.index(row["duty_id"])
        line = lines.get(str(cell))
        if line:
            current = [outcome for at, outcome in line if at < 0 or days[at] <= days[len(days) // 2]][-1]
            assert opened(document, current)["verdict"] == row["verdict"]


def test_every_rule_that_decides_has_its_source_in_the_page(held) -> None:
    document, _ = held
    sources = {s["source_id"] for s in document["sources"]}
    assert {r["source_id"] for r in document["rules"]} <= sources
    assert {i for c in document["coverage"] for i in c.get("source_ids", [])} <= sources


def test_the_same_tables_make_the_same_bytes(real_page: Path, real_tables) -> None:
    assert page(real_tables, AS_OF) == real_page.read_text(encoding="utf-8")


def test_the_page_is_small_and_fetches_nothing(real_page: Path) -> None:
    text = real_page.read_text(encoding="utf-8")
    assert len(text.encode()) < 1_500_000
    assert "default-src 'none'" in text
    markup = re.sub(r"<script\b.*?</script>|<style>.*?</style>", "", text, flags=re.DOTALL)
    assert not re.search(r"\b(?:src|srcset)=|<link|@import|url\((?!#)", markup)


def test_hostile_texts_stay_inside_the_data(hostile_page: Path) -> None:
    text = hostile_page.read_text(encoding="utf-8")
    assert "window.hacked" not in text
    document, _ = blocks(hostile_page)
    assert "<script>" in document["rules"][0]["citation"]


def test_a_state_without_rules_is_still_told(real_tables) -> None:
    bare = {**real_tables, **{n: real_tables[n].clear() for n in ("conflicts", "role_duties", "coding_agreement")}}
    document, _ = page_data(bare, AS_OF)
    assert document["conflicts"] == []
    assert len(document["states"]) == real_tables["states"].height
