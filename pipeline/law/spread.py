"""The law spread over states, roles, settings, delegators and duties: `verdicts`, `law_roles`, `law_settings`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

from pipeline.frames import Frames, declared_frame
from pipeline.law.jurisdiction import Jurisdiction, World
from pipeline.law.resolver import Verdict
from pipeline.law.rule import Rule, rules_of
from schemas.tables import BY_NAME
from schemas.vocabulary import CATEGORIES, DELEGATORS


def world_of(frames: Frames) -> World:
    """What the resolver needs, from the published tables."""
    group_kinds = {r["duty_group"]: frozenset(r["reached_by"]) for r in frames["duty_groups"].iter_rows(named=True)}
    looked: dict[str, set[str]] = {}
    for row in frames["coverage_texts"].iter_rows(named=True):
        if row["status"] != "not_looked_for":
            looked.setdefault(row["state"], set()).add(row["kind"])
    base: dict[str, set[str]] = {}
    for row in frames["base_kinds"].iter_rows(named=True):
        base.setdefault(row["delegator"], set()).add(row["kind"])
    roles = list(frames["roles"].iter_rows(named=True))
    duties = list(frames["duties"].iter_rows(named=True))
    return World(
        role_parents={r["role_id"]: r["parent_role_id"] for r in roles},
        own_scope=frozenset(r["role_id"] for r in roles if r["own_scope"]),
        licensed=frozenset(d["duty_id"] for d in duties if d["licensed_act"]),
        reached_by={d["duty_id"]: group_kinds[d["duty_group"]] for d in duties},
        base_kinds={k: frozenset(v) for k, v in base.items()},
        looked_at={k: frozenset(v) for k, v in looked.items()},
    )


def rules_in(frames: Frames) -> list[Rule]:
    """All rules of the tables `rules` and `rule_reach`."""
    return rules_of(frames["rules"].iter_rows(named=True), frames["rule_reach"].iter_rows(named=True))


def spread(frames: Frames, as_of: date) -> Frames:
    """Tables `verdicts`, `law_roles`, `law_settings` and the conflicts of rules, for the law of `as_of`.

    frames: the tables of the validate stage (states, roles, settings, duties, duty_groups, rules, rule_reach,
    coverage_texts, base_kinds).
    """
    world, rules = world_of(frames), rules_in(frames)
    role_rows = list(frames["roles"].iter_rows(named=True))
    setting_ids = frames["settings"]["setting_id"].to_list()
    duties = list(frames["duties"].iter_rows(named=True))
    children: dict[str, list[str]] = {}
    for duty in duties:
        if duty["parent_duty_id"]:
            children.setdefault(duty["parent_duty_id"], []).append(duty["duty_id"])
    labels = {d["duty_id"]: d["label"] for d in duties}
    cells = _Cells()
    law_roles: list[dict[str, str]] = []
    law_settings: list[dict[str, str]] = []
    clashes: dict[tuple[str, str, str], dict[str, Any]] = {}
    for state in frames["states"]["state"]:
        law = Jurisdiction(state, rules, world, as_of)
        role_ids = [r["role_id"] for r in role_rows if r["state"] in (None, state)]
        role_of = {r: law.law_role(r) for r in role_ids}
        setting_of = law.law_settings(setting_ids)
        law_roles += [{"state": state, "role_id": r, "law_role_id": role_of[r]} for r in role_ids]
        law_settings += [{"state": state, "setting_id": s, "law_setting_id": setting_of[s]} for s in setting_ids]
        for role in sorted(set(role_of.values())):
            for setting in sorted(set(setting_of.values())):
                for delegator in DELEGATORS:
                    found = {d["duty_id"]: law.verdict(role, setting, delegator, d["duty_id"]) for d in duties}
                    for duty_id, verdict in found.items():
                        note = children_note(verdict, [(labels[c], found[c]) for c in children.get(duty_id, [])])
                        cells.add((state, role, setting, delegator, duty_id), verdict, note)
                        for opposed in verdict.against:
                            pair = (duty_id, verdict.rules[0].rule_id, opposed.rule_id)
                            clashes.setdefault(pair, _clash(state, duty_id, verdict.rules[0], opposed))
    return {
        "verdicts": cells.frame(),
        "law_roles": declared_frame("law_roles", law_roles),
        "law_settings": declared_frame("law_settings", law_settings),
        "conflicts": declared_frame("conflicts", _numbered(clashes.values())),
    }


class _Cells:
    """Cells with their verdicts. The same verdict is kept once: a hundred times fewer than there are cells."""

    def __init__(self) -> None:
        self._keys: list[tuple[str, ...]] = []
        self._outcome: list[int] = []
        self._number: dict[tuple[int, str], int] = {}
        self._rows: list[dict[str, Any]] = []
        self._alive: list[Verdict] = []

    def add(self, key: tuple[str, ...], verdict: Verdict, note: str) -> None:
        known = (id(verdict), note)
        if known not in self._number:
            self._number[known] = len(self._rows)
            self._rows.append(verdict_row(verdict, note))
            self._alive.append(verdict)  # an id is only its own while the object lives
        self._keys.append(key)
        self._outcome.append(self._number[known])

    def frame(self) -> pl.DataFrame:
        table = BY_NAME["verdicts"]
        schema = table.polars_schema
        keys = pl.DataFrame(self._keys, schema={k: schema[k] for k in table.key}, orient="row")
        rest = {k: t for k, t in schema.items() if k not in table.key}
        outcomes = pl.DataFrame(self._rows, schema=rest)
        return pl.concat([keys, outcomes[self._outcome]], how="horizontal").sort(list(table.key))


def verdict_row(verdict: Verdict, note: str = "") -> dict[str, Any]:
    """The columns of a verdict, as `verdicts` and `scope` hold them."""
    limits = verdict.limits
    if note:
        limits = f"{limits} | {note}" if limits else note
    return {
        "verdict": verdict.verdict,
        "supervision": verdict.supervision,
        "supervisors": list(verdict.supervisors),
        "authorization": verdict.authorization,
        "credential": verdict.credential,
        "training_hours": verdict.training_hours,
        "limits": limits,
        "rule_ids": [r.rule_id for r in verdict.rules],
        "citations": [r.citation for r in verdict.rules],
        "checked": verdict.checked,
        "conflict": verdict.conflict,
    }


def children_note(parent: Verdict, children: Iterable[tuple[str, Verdict]]) -> str:
    """For a duty with narrower ones: which of them the law treats otherwise."""
    differing = [f"{label}: {v.verdict}" for label, v in children if v.verdict != parent.verdict]
    return "Narrower duties differ: " + "; ".join(differing) if differing else ""


def _clash(state: str, duty_id: str, winner: Rule, opposed: Rule) -> dict[str, Any]:
    return {
        "kind": "rule_against_rule" if winner.authority == opposed.authority else "authority_against_authority",
        "state": state,
        "duty_id": duty_id,
        "rule_ids": [winner.rule_id],
        "other_rule_ids": [opposed.rule_id],
        "source_ids": [],
        "note": (
            f"{winner.citation} ({winner.authority}): {winner.status}; "
            f"{opposed.citation} ({opposed.authority}): {opposed.status}."
        ),
    }


def _numbered(clashes: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    ordered = sorted(clashes, key=lambda c: (c["state"], c["duty_id"], c["rule_ids"], c["other_rule_ids"]))
    counts: dict[str, int] = {}
    out = []
    for clash in ordered:
        counts[clash["state"]] = counts.get(clash["state"], 0) + 1
        out.append({"conflict_id": f"{clash['state'].lower()}-found-{counts[clash['state']]:03d}", **clash})
    return out


def scope_chunks(tables: Frames) -> Iterator[pa.Table]:
    """The table `scope`, one Arrow table for each jurisdiction in turn, so that it is never whole in memory.

    Strings are dictionary-encoded.

    tables: states, verdicts, law_roles, law_settings, duties, role_duties. Rows are ordered by duty, delegator, setting
    and role, so that equal ones stand together.
    """
    categories = dict(tables["duties"].select("duty_id", "category").iter_rows())
    custom = set(tables["role_duties"].select("role_id", "duty_id").iter_rows())
    for state in tables["states"]["state"]:
        verdicts = tables["verdicts"].filter(pl.col("state") == state)
        if verdicts.height:
            of_state = {name: tables[name].filter(pl.col("state") == state) for name in ("law_roles", "law_settings")}
            yield _scope_of(state, verdicts, of_state["law_roles"], of_state["law_settings"], categories, custom)


def _scope_of(
    state: str,
    verdicts: pl.DataFrame,
    law_roles: pl.DataFrame,
    law_settings: pl.DataFrame,
    categories: dict[str, str],
    custom: set[tuple[str, str]],
) -> pa.Table:
    """`verdicts` hold every combination once: they are a block (duty, delegator, setting, role), spread by two maps."""
    axes = [sorted(set(verdicts[c])) for c in ("duty_id", "delegator", "law_setting_id", "law_role_id")]
    block = np.arange(verdicts.height).reshape([len(axis) for axis in axes])
    ordered = verdicts.sort("duty_id", "delegator", "law_setting_id", "law_role_id")
    settings, roles = law_settings["setting_id"].to_list(), law_roles["role_id"].to_list()
    setting_at = np.array([axes[2].index(s) for s in law_settings["law_setting_id"]])
    role_at = np.array([axes[3].index(r) for r in law_roles["law_role_id"]])
    rows = block[:, :, setting_at[:, None], role_at[None, :]]
    duty, delegator, setting, role = (n.ravel() for n in np.indices(rows.shape, dtype=np.int32))
    is_custom = np.array([[(r, d) in custom for r in roles] for d in axes[0]], dtype=bool)
    columns: dict[str, pa.Array | pa.ChunkedArray] = {
        "state": _repeated([state], np.zeros(rows.size, np.int32)),
        "role_id": _repeated(roles, role),
        "setting_id": _repeated(settings, setting),
        "delegator": _repeated(axes[1], delegator),
        "duty_id": _repeated(axes[0], duty),
        "category": _repeated(list(CATEGORIES), np.array([CATEGORIES.index(categories[d]) for d in axes[0]])[duty]),
        "customary": pa.array(is_custom[duty, role]),
    }
    names = BY_NAME["scope"].names
    rest = [n for n in names if n not in columns]
    outcomes = ordered.select(rest).to_arrow(compat_level=pl.CompatLevel.oldest()).combine_chunks()
    at = pa.array(rows.ravel())
    columns.update({name: _encoded(outcomes.column(name)).take(at) for name in rest})
    return pa.table([columns[n] for n in names], names=list(names))


def _repeated(values: list[str], at: np.ndarray) -> pa.Array:
    """Values by their places. They must be unlike each other: Arrow writes repeated ones in no certain form."""
    return pa.DictionaryArray.from_arrays(pa.array(at, pa.int32()), pa.array(values, pa.large_string()))


def _encoded(column: pa.ChunkedArray) -> pa.Array:
    """Strings, and strings in lists, as numbers into a dictionary: a hundred times quicker to repeat and to write."""
    array = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    if pa.types.is_large_string(array.type):
        return array.dictionary_encode()
    if pa.types.is_large_list(array.type):
        return pa.LargeListArray.from_arrays(array.offsets, array.values.dictionary_encode())
    return array
