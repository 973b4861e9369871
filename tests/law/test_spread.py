"""The law spread over two small states: every published cell against the resolver asked alone."""

from __future__ import annotations

import itertools
from typing import Any

import polars as pl
import pytest

from pipeline.law.jurisdiction import Jurisdiction
from pipeline.law.resolver import Verdict
from pipeline.law.spread import children_note, rules_in, scope_chunks, spread, verdict_row, world_of
from schemas.tables import BY_NAME
from schemas.vocabulary import DELEGATORS
from tests.law.making import DAY, table

SETTINGS = ["clinic", "hospital", "office"]
DUTIES = ["diagnose", "inject", "vaccinate", "weigh"]
BASE = {
    "role_id": "medical_assistant", "status": "permitted", "supervision": "unspecified",
    "authorization": "unspecified", "credential": "none", "authority": "statute", "checked": "primary_text",
    "supervisors": [], "delegators": [], "setting_ids": [], "limits": "",
}  # fmt: skip


def a_rule(rule_id: str, state: str, **fields: Any) -> dict[str, Any]:
    return {**BASE, "rule_id": rule_id, "state": state, "citation": f"§ {rule_id}", **fields}


@pytest.fixture(scope="module")
def tables() -> dict[str, pl.DataFrame]:
    """Montana and Wyoming: titles, settings, delegators, parents, licensed acts, conflicts, and what nobody read."""
    reach = [
        ("mt-inject", "inject", "named", 2), ("mt-inject", "vaccinate", "class", 2),
        ("mt-school", "inject", "named", 1), ("mt-title", "weigh", "named", 1), ("mt-title-no", "weigh", "named", 1),
        ("mt-not", "inject", "named", 1), ("mt-guide", "inject", "named", 1), ("mt-more", "inject", "named", 1),
        ("wy-all", "weigh", "general", 3), ("wy-all", "inject", "general", 3), ("wy-all", "diagnose", "general", 3),
        ("wy-np", "vaccinate", "named", 1), ("wy-np-too", "vaccinate", "named", 1),
        ("wy-board", "inject", "named", 1), ("wy-class", "inject", "class", 2), ("us-clia", "weigh", "named", 1),
    ]  # fmt: skip
    return {
        "states": table("states", {"state": "MT"}, {"state": "WY"}),
        "roles": table(
            "roles",
            {"role_id": "medical_assistant"},
            {"role_id": "certified", "parent_role_id": "medical_assistant"},
            {"role_id": "mt_title", "parent_role_id": "medical_assistant", "state": "MT", "own_scope": True},
        ),
        "settings": table("settings", *({"setting_id": s} for s in SETTINGS)),
        "duty_groups": table(
            "duty_groups", {"duty_group": "needles", "reached_by": ["immunization"]}, {"duty_group": "rest"}
        ),
        "duties": table(
            "duties",
            {"duty_id": "diagnose", "duty_group": "rest", "category": "specialist", "licensed_act": True},
            {"duty_id": "inject", "duty_group": "needles", "category": "clinical", "label": "Inject"},
            {
                "duty_id": "vaccinate",
                "duty_group": "needles",
                "category": "clinical",
                "label": "Vaccinate",
                "parent_duty_id": "inject",
            },
            {"duty_id": "weigh", "duty_group": "rest", "category": "clerical"},
        ),
        "rules": table(
            "rules",
            a_rule("mt-inject", "MT", status="conditional", supervision="on_site", training_hours=4, limits="arms"),
            a_rule("mt-school", "MT", setting_ids=["hospital"], delegators=["nurse"], supervisors=["nurse", "pa"]),
            a_rule("mt-title", "MT", role_id="mt_title"),
            a_rule("mt-not", "MT", status="prohibited", authority="regulation"),
            a_rule("mt-guide", "MT", status="prohibited", authority="statute", role_id="certified"),
            a_rule("wy-all", "WY", status="delegable"),
            a_rule("mt-title-no", "MT", role_id="mt_title", status="prohibited"),
            a_rule("mt-more", "MT", authority="regulation", credential="training"),
            a_rule("wy-board", "WY", authority="board_guidance", delegators=["pa"]),
            a_rule("wy-class", "WY", status="prohibited", delegators=["pa"]),
            a_rule("wy-np-too", "WY", delegators=["np"]),
            a_rule("wy-np", "WY", status="prohibited", delegators=["np"]),
            a_rule("us-clia", "US", limits="a waiver"),
        ),
        "rule_reach": table(
            "rule_reach",
            *({"rule_id": r, "duty_id": d, "reach": how, "breadth": n} for r, d, how, n in reach),
        ),
        "coverage_texts": table(
            "coverage_texts",
            {"state": "MT", "kind": "ma_law", "status": "read"},
            {"state": "MT", "kind": "immunization", "status": "not_found"},
            {"state": "WY", "kind": "ma_law", "status": "read"},
            {"state": "WY", "kind": "immunization", "status": "not_looked_for"},
        ),
        "base_kinds": table(
            "base_kinds",
            {"delegator": "physician", "kind": "ma_law"},
            {"delegator": "np", "kind": "ma_law"},
            {"delegator": "np", "kind": "pa_np_delegation"},
        ),
        "role_duties": table(
            "role_duties",
            {"role_id": "medical_assistant", "duty_id": "inject"},
            {"role_id": "certified", "duty_id": "weigh"},
        ),
    }


@pytest.fixture(scope="module")
def made(tables: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    return spread(tables, DAY)


def test_the_world_is_read_from_the_tables(tables: dict[str, pl.DataFrame]) -> None:
    world = world_of(tables)
    assert world.role_parents == {
        "medical_assistant": None, "certified": "medical_assistant", "mt_title": "medical_assistant",
    }  # fmt: skip
    assert world.own_scope == {"mt_title"}
    assert world.licensed == {"diagnose"}
    assert world.reached_by["vaccinate"] == {"immunization"}
    assert world.reached_by["weigh"] == frozenset()
    assert world.base_kinds == {"physician": {"ma_law"}, "np": {"ma_law", "pa_np_delegation"}}
    assert world.looked_at == {"MT": {"ma_law", "immunization"}, "WY": {"ma_law"}}


def test_every_cell_is_what_the_resolver_says_of_it_alone(tables: dict[str, pl.DataFrame], made) -> None:
    everything = {**tables, **made}
    chunks = [pl.DataFrame(pl.from_arrow(chunk)) for chunk in scope_chunks(everything)]
    scope = pl.concat([c.cast(BY_NAME["scope"].polars_schema) for c in chunks])
    assert scope.columns == list(BY_NAME["scope"].names)
    custom = {("medical_assistant", "inject"), ("certified", "weigh")}
    category = {"diagnose": "specialist", "inject": "clinical", "vaccinate": "clinical", "weigh": "clerical"}
    rows = {tuple(r[k] for k in BY_NAME["scope"].key): r for r in scope.iter_rows(named=True)}
    roles = {"MT": ["medical_assistant", "certified", "mt_title"], "WY": ["medical_assistant", "certified"]}
    cells = [
        (state, *rest) for state in roles for rest in itertools.product(roles[state], SETTINGS, DELEGATORS, DUTIES)
    ]
    assert len(cells) == scope.height
    world, rules = world_of(tables), rules_in(tables)
    for state, role, setting, delegator, duty in cells:
        alone = Jurisdiction(state, rules, world, DAY)
        verdict = alone.verdict(role, setting, delegator, duty)
        below = [("Vaccinate", alone.verdict(role, setting, delegator, "vaccinate"))] if duty == "inject" else []
        wanted = {
            "state": state, "role_id": role, "setting_id": setting, "delegator": delegator, "duty_id": duty,
            "category": category[duty], "customary": (role, duty) in custom,
            **verdict_row(verdict, children_note(verdict, below)),
        }  # fmt: skip
        assert rows[state, role, setting, delegator, duty] == wanted


def test_rows_stand_by_duty_delegator_setting_and_role(tables: dict[str, pl.DataFrame], made) -> None:
    for chunk in scope_chunks({**tables, **made}):
        frame = pl.DataFrame(pl.from_arrow(chunk)).select("duty_id", "delegator", "setting_id", "role_id")
        duties = frame["duty_id"].cast(pl.String).to_list()
        assert duties == sorted(duties)
        assert frame["delegator"].cast(pl.String).to_list()[: frame.height // 16] == ["np"] * (frame.height // 16)


def test_strings_of_the_scope_are_kept_once(tables: dict[str, pl.DataFrame], made) -> None:
    import pyarrow as pa

    for chunk in scope_chunks({**tables, **made}):
        for name in ("state", "verdict", "limits", "category"):
            assert pa.types.is_dictionary(chunk.schema.field(name).type), name
        assert pa.types.is_dictionary(chunk.schema.field("citations").type.value_type)
        assert chunk.schema.field("training_hours").type == pa.int32()


def test_a_state_without_verdicts_gives_no_chunk(tables: dict[str, pl.DataFrame], made) -> None:
    half = {**tables, **made, "verdicts": made["verdicts"].filter(pl.col("state") == "WY")}
    assert [chunk.column("state")[0].as_py() for chunk in scope_chunks(half)] == ["WY"]


def test_verdicts_go_no_further_than_the_law_differs(made) -> None:
    cells = made["verdicts"].select(BY_NAME["verdicts"].key)
    assert cells.n_unique() == cells.height
    assert cells.rows() == sorted(cells.rows())
    of_state = dict(cells.group_by("state").len().iter_rows())
    assert of_state == {"MT": 3 * 2 * len(DELEGATORS) * 4, "WY": 1 * 1 * len(DELEGATORS) * 4}


def test_the_roles_and_settings_that_stand_for_others(made) -> None:
    assert made["law_roles"].rows() == [
        ("MT", "certified", "certified"),
        ("MT", "medical_assistant", "medical_assistant"),
        ("MT", "mt_title", "mt_title"),
        ("WY", "certified", "medical_assistant"),
        ("WY", "medical_assistant", "medical_assistant"),
    ]
    assert made["law_settings"].rows() == [
        ("MT", "clinic", "any"),
        ("MT", "hospital", "hospital"),
        ("MT", "office", "any"),
        ("WY", "clinic", "any"),
        ("WY", "hospital", "any"),
        ("WY", "office", "any"),
    ]


def test_conflicts_are_published_once_each_and_numbered_by_state(made) -> None:
    rows = made["conflicts"].to_dicts()
    assert [(r["conflict_id"], r["kind"], r["duty_id"], r["rule_ids"], r["other_rule_ids"]) for r in rows] == [
        ("mt-found-001", "authority_against_authority", "inject", ["mt-inject"], ["mt-not"]),
        ("mt-found-002", "rule_against_rule", "weigh", ["mt-title-no"], ["mt-title"]),
        ("wy-found-001", "authority_against_authority", "inject", ["wy-board"], ["wy-class"]),
        ("wy-found-002", "rule_against_rule", "vaccinate", ["wy-np"], ["wy-np-too"]),
    ]
    assert rows[0]["note"] == "§ mt-inject (statute): conditional; § mt-not (regulation): prohibited."
    assert (rows[0]["state"], rows[0]["duty_id"], rows[0]["source_ids"]) == ("MT", "inject", [])


def test_a_row_tells_the_note_after_the_limits() -> None:
    assert verdict_row(Verdict("silent", limits="a"), "b")["limits"] == "a | b"
    assert verdict_row(Verdict("silent"), "b")["limits"] == "b"
    assert verdict_row(Verdict("silent", limits="a"))["limits"] == "a"
    assert verdict_row(Verdict("silent"))["limits"] == ""


def test_narrower_duties_are_told_where_they_differ() -> None:
    silent, given = Verdict("silent"), Verdict("permitted")
    assert children_note(silent, [("One", given), ("Two", silent), ("Three", given)]) == (
        "Narrower duties differ: One: permitted; Three: permitted"
    )
    assert children_note(silent, [("Two", silent)]) == ""
    either_way = [("One", Verdict("conditional")), ("Two", silent)]
    assert children_note(given, either_way) == "Narrower duties differ: One: conditional; Two: silent"
