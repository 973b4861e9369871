"""All published tables from the validated ones, for the law of one day. A pure function; nothing is written here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from pipeline.faults import Fault, InputFaults
from pipeline.frames import Frames, declared_frame
from pipeline.law.spread import spread
from pipeline.validate.keys import key_faults
from pipeline.validate.origins import Origins
from pipeline.validate.schema_faults import schema_faults
from schemas.tables import BY_NAME, TABLES
from schemas.vocabulary import COVERAGE_KINDS, DELEGATORS

DATA_LICENCE = "CC-BY-4.0"
CODE_LICENCE = "MIT"


@dataclass(frozen=True)
class Release:
    """What is published: every declared table but `scope`, which is spread from `verdicts` when it is written."""

    tables: Frames
    as_of: date


def assemble(frames: Frames, as_of: date, data_version: str, code_version: str, lexicon_sha256: str) -> Release:
    """Resolve the law of `as_of` and make every published table.

    frames: the tables of the validate stage. Raises InputFaults where a made table breaks its schema or its keys.
    """
    law = spread(frames, as_of)
    tables = {table.name: frames[table.name] for table in TABLES if table.name in frames}
    recorded = frames["conflicts"]
    tables.update(law)
    tables["conflicts"] = pl.concat([recorded, law["conflicts"]]).sort("conflict_id")
    tables["coverage"] = _coverage(frames)
    tables["build_info"] = _build_info(frames, as_of, data_version, code_version, lexicon_sha256)
    _check(tables)
    return Release({table.name: tables[table.name] for table in TABLES if table.name != "scope"}, as_of)


def _coverage(frames: Frames) -> pl.DataFrame:
    texts: dict[str, list[dict[str, Any]]] = {}
    for row in frames["coverage_texts"].iter_rows(named=True):
        texts.setdefault(row["state"], []).append(row)
    rules = frames["rules"]
    reach = frames["rule_reach"].filter(pl.col("reach") != "general")
    named = (
        reach.join(rules.select("rule_id", "state"), on="rule_id").group_by("state").agg(pl.col("duty_id").n_unique())
    )
    duties_named = dict(named.iter_rows())
    checked = {(s, c): n for s, c, n in rules.group_by("state", "checked").len().iter_rows()}
    rows = []
    for state in frames["states"]["state"]:
        entries = texts.get(state, [])
        status = {e["kind"]: e["status"] for e in entries}
        looked = [e["looked_on"] for e in entries if e["looked_on"] is not None]
        counts = {c: checked.get((state, c), 0) for c in ("primary_text", "secondary_text", "unchecked")}
        rows.append(
            {
                "state": state,
                **{kind: status.get(kind, "not_looked_for") for kind in COVERAGE_KINDS},
                "kinds_looked_at": sum(s != "not_looked_for" for s in status.values()),
                "looked_on": max(looked, default=None),
                "rules": sum(counts.values()),
                "duties_named": duties_named.get(state, 0),
                **counts,
            }
        )
    return declared_frame("coverage", rows)


def _build_info(frames: Frames, as_of: date, data_version: str, code_version: str, lexicon: str) -> pl.DataFrame:
    digest = hashlib.sha256()
    for row in frames["raw_files"].iter_rows(named=True):
        digest.update(f"{row['file']} {row['sha256']}\n".encode())
    total = frames["coding_agreement"].filter((pl.col("state") == "ALL") & (pl.col("field") == "ALL"))
    compared, differing = total.select("compared", "differing").row(0) if total.height else (0, 0)
    looked = frames["coverage_texts"].filter(pl.col("status") != "not_looked_for")
    states = set(frames["states"]["state"]) & set(looked["state"])
    row = {
        "data_version": data_version,
        "code_version": code_version,
        "as_of": as_of,
        "raw_sha256": digest.hexdigest(),
        "lexicon_sha256": lexicon,
        "rules": frames["rules"].height,
        "states_researched": len(states),
        "coding_compared": compared,
        "coding_differing": differing,
        "data_licence": DATA_LICENCE,
        "code_licence": CODE_LICENCE,
    }
    return declared_frame("build_info", [row])


def _check(tables: Frames) -> None:
    """Schemas and keys of what this stage made, and that every verdict which a rule makes names it."""
    origins = Origins(pl.DataFrame(schema={"table": pl.String, "key": pl.String, "file": pl.String}))
    faults: list[Fault] = []
    for name in ("verdicts", "law_roles", "law_settings", "conflicts", "coverage", "build_info"):
        faults.extend(schema_faults(name, tables[name], origins))
        faults.extend(key_faults(BY_NAME[name], tables, origins))
    ruled = ["permitted", "conditional", "delegable", "prohibited"]
    bare = tables["verdicts"].filter(pl.col("verdict").is_in(ruled) & (pl.col("rule_ids").list.len() == 0)).height
    if bare:
        faults.append(Fault("table verdicts", "", "rule_ids", f"{bare} verdicts lead to no rule", "mend the resolver"))
    if faults:
        raise InputFaults(faults)


def scope_rows(tables: Frames) -> int:
    """How many rows `scope` must have: roles by settings by delegators by duties, over the jurisdictions."""
    roles = tables["law_roles"].group_by("state").len("roles")
    settings = tables["law_settings"].group_by("state").len("settings")
    pairs = roles.join(settings, on="state").select((pl.col("roles").cast(pl.Int64) * pl.col("settings")).sum()).item()
    return (pairs or 0) * len(DELEGATORS) * tables["duties"].height
