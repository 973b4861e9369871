"""The law of one jurisdiction from its file under raw/states/."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from pipeline.faults import Fault
from pipeline.ingest.records import Reader
from pipeline.ingest.toml_files import parse_toml
from pipeline.ingest.vocabulary import Rows, add_class, role_row
from schemas import raw

LAW_LICENCE = "Text of public law or of an official body; own description"
REPORT_LICENCE = "Not stated; own description"


def read_state(file: str, data: bytes, rows: Rows, faults: list[Fault]) -> None:
    """Append the sources, titles, classes, rules, conflicts and coverage of one file to `rows`."""
    table, found = parse_toml(file, data)
    faults.extend(found)
    if found:
        return
    reader = Reader(file, table, faults)
    letters = PurePosixPath(file).stem.upper()
    state = reader.value("state")
    if state != letters:
        faults.append(
            Fault(
                file, "", "state", f"is {state!r} in a file named {letters.lower()}.toml", f'write state = "{letters}"'
            )
        )
    urls: dict[str, str | None] = {}
    for source in reader.records("source", raw.LawSource, "source_id", unique=True):
        urls[source.source_id] = source.url or None
        rows["sources"].append(_source_row(source, letters))
    for role in reader.records("role", raw.RoleRecord, "role_id", unique=True):
        rows["roles"].append(role_row(role, letters))
        if role.source is not None and role.source not in urls:
            faults.append(_lost_source(file, role.role_id, role.source, urls))
    for record in reader.records("class", raw.ClassRecord, "class_id", unique=True):
        add_class(rows, record, letters)
    for rule in reader.records("rule", raw.RuleRecord, "id", unique=True):
        rows["rules"].extend(_rule_rows(rule, letters, urls))
    conflicts = reader.records("conflict", raw.ConflictRecord, "note")
    rows["conflicts"].extend(_conflict_rows(conflicts, letters))
    for entry in reader.records("coverage", raw.CoverageRecord, "kind", unique=True):
        rows["coverage_texts"].append(
            {
                "state": letters,
                "kind": entry.kind,
                "status": entry.status,
                "source_ids": entry.sources,
                "looked_on": entry.looked_on,
                "note": entry.note,
            }
        )
    reader.finish()


def _lost_source(file: str, role_id: str, source: str, known: Iterable[str]) -> Fault:
    """No table holds the source of a title, so no key finds it: it is looked up here, among those of the file."""
    near = difflib.get_close_matches(source, list(known), n=1)
    mend = f"did you mean '{near[0]}'?" if near else "name a [[source]] of this file"
    return Fault(file, role_id, "source", f"'{source}' is no source of this file", mend)


def _source_row(source: raw.LawSource, state: str) -> dict[str, Any]:
    return {
        "source_id": source.source_id,
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind,
        "state": state,
        "url": source.url or None,
        "citation": source.citation,
        "authority": source.authority,
        "licence": source.licence or (REPORT_LICENCE if source.text == "report" else LAW_LICENCE),
        "text_read": source.text,
        "currency": source.currency or None,
        "changed_since": source.changed_since or None,
        "text_digest": source.text_digest,
        "read_on": source.read_on,
    }


def rule_ids(rule: raw.RuleRecord) -> list[str]:
    """Ids of the published rules that one record makes: its own id, or one for each of several duties."""
    if rule.duties is None or len(rule.duties) == 1:
        return [rule.id]
    return [f"{rule.id}/{duty}" for duty in rule.duties]


def _rule_rows(rule: raw.RuleRecord, state: str, urls: dict[str, str | None]) -> list[dict[str, Any]]:
    shared = {
        "state": state,
        "role_id": rule.role,
        "class_id": rule.class_id,
        "excepted_duty_ids": rule.excepted,
        "status": rule.status,
        "delegators": rule.delegators,
        "supervision": rule.supervision,
        "supervisors": rule.supervisors,
        "authorization": rule.authorization,
        "credential": rule.credential,
        "training_hours": rule.training_hours,
        "limits": rule.limits,
        "setting_ids": rule.settings,
        "citation": rule.citation,
        "authority": rule.authority,
        "source_id": rule.source,
        "url": urls.get(rule.source),
        "checked": rule.checked,
        "checked_on": rule.checked_on,
        "effective_from": rule.effective_from,
        "effective_to": rule.effective_to,
    }
    return [
        {"rule_id": rule_id, "duty_id": duty, **shared}
        for rule_id, duty in zip(rule_ids(rule), rule.duties or [None], strict=True)
    ]


def _conflict_rows(records: list[raw.ConflictRecord], state: str) -> list[dict[str, Any]]:
    return [
        {
            "conflict_id": f"{state.lower()}-recorded-{n:02d}",
            "kind": record.kind,
            "state": state,
            "duty_id": record.duty,
            "rule_ids": record.rules,
            "other_rule_ids": record.other_rules,
            "source_ids": record.sources,
            "note": record.note,
        }
        for n, record in enumerate(records, start=1)
    ]
