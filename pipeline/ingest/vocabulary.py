"""Vocabularies: categories, duties and their classes, roles, settings, states, skills, the O*NET crosswalk."""

from __future__ import annotations

from typing import Any

from pipeline.faults import Fault
from pipeline.ingest.records import Reader
from pipeline.ingest.toml_files import parse_toml
from schemas import raw

Rows = dict[str, list[dict[str, Any]]]

ONET_RELEASE = "release"


def _open(files: dict[str, bytes], name: str, faults: list[Fault]) -> Reader:
    file = f"vocabulary/{name}.toml"
    if file not in files:
        faults.append(Fault(file, "", "", "the file is missing", "restore it; the build needs every vocabulary"))
        return Reader(file, {}, [])
    table, found = parse_toml(file, files[file])
    faults.extend(found)
    return Reader(file, table, faults if not found else [])


def read_vocabularies(files: dict[str, bytes], faults: list[Fault]) -> Rows:
    """Rows of the vocabulary tables. `files` maps paths below raw/ to their bytes."""
    rows: Rows = {}

    reader = _open(files, "states", faults)
    rows["states"] = [
        r.model_dump() for r in reader.records("state", raw.StateRecord, "state", required=True, unique=True)
    ]
    reader.finish()

    reader = _open(files, "categories", faults)
    rows["categories"] = [
        {**r.model_dump(), "position": n}
        for n, r in enumerate(reader.records("category", raw.CategoryRecord, "category", required=True, unique=True))
    ]
    reader.finish()

    reader = _open(files, "groups", faults)
    rows["duty_groups"] = [
        {"duty_group": r.group, "label": r.label, "reached_by": r.reached_by}
        for r in reader.records("group", raw.GroupRecord, "group", required=True, unique=True)
    ]
    reader.finish()

    reader = _open(files, "duties", faults)
    rows["duties"] = [
        {
            "duty_id": r.duty_id,
            "category": r.category,
            "duty_group": r.group,
            "parent_duty_id": r.parent,
            "label": r.label,
            "definition": r.definition,
            "licensed_act": r.licensed_act,
            "position": n,
        }
        for n, r in enumerate(reader.records("duty", raw.DutyRecord, "duty_id", required=True, unique=True))
    ]
    reader.finish()

    reader = _open(files, "classes", faults)
    rows["duty_classes"], rows["duty_class_members"] = [], []
    for record in reader.records("class", raw.ClassRecord, "class_id", required=True, unique=True):
        add_class(rows, record, None)
    reader.finish()

    reader = _open(files, "roles", faults)
    roles = reader.records("role", raw.RoleRecord, "role_id", required=True, unique=True)
    rows["roles"] = [role_row(r, None) for r in roles]
    mend = "remove it, or move the title to the file of its state"
    reader.faults.extend(
        Fault(reader.file, r.role_id, "source", "a role of all states has none", mend) for r in roles if r.source
    )
    reader.finish()

    reader = _open(files, "settings", faults)
    rows["settings"] = [
        r.model_dump() for r in reader.records("setting", raw.SettingRecord, "setting_id", required=True, unique=True)
    ]
    reader.finish()

    reader = _open(files, "skills", faults)
    rows["skills"] = [
        r.model_dump() for r in reader.records("skill", raw.SkillRecord, "skill_id", required=True, unique=True)
    ]
    reader.finish()

    reader = _open(files, "onet_crosswalk", faults)
    release = reader.value(ONET_RELEASE)
    if not isinstance(release, str):
        reader.faults.append(Fault(reader.file, "", ONET_RELEASE, "is missing", 'add release = "29.3", say'))
    rows["duty_onet"] = [
        {
            "duty_id": r.duty_id,
            "onet_soc_code": r.onet_soc_code,
            "task_id": r.task_id,
            "dwa_id": dwa,
            "release": str(release),
        }
        for r in reader.records("pair", raw.CrosswalkRecord, "duty_id", required=True)
        for dwa in (r.dwa_ids or [""])
    ]
    reader.finish()
    return rows


def read_base_kinds(files: dict[str, bytes], faults: list[Fault]) -> dict[str, list[str]]:
    """The kinds of text that must have been looked at for each delegator before anything is silent."""
    reader = _open(files, "coverage_kinds", faults)
    reader.records("coverage_kind", raw.CoverageKindRecord, "kind", required=True, unique=True)
    base = reader.value("base")
    reader.finish()
    if not isinstance(base, dict):
        reader.faults.append(
            Fault(reader.file, "base", "", "is missing", "add a table [base] with a list for each delegator")
        )
        return {}
    return {str(k): [str(x) for x in v] for k, v in base.items()}


def read_context(files: dict[str, bytes], faults: list[Fault]) -> Rows:
    """Rows of `practice_words` and `not_roles`."""
    reader = _open(files, "context", faults)
    sizes = reader.records("practice_size", raw.PracticeSizeRecord, "practice_size", required=True)
    not_roles = reader.records("not_the_role", raw.NotTheRoleRecord, "words")
    reader.finish()
    return {
        "practice_words": [{"words": words, "practice_size": r.practice_size} for r in sizes for words in r.words],
        "not_roles": [
            {"words": r.words, "role_id": r.role, "states": r.states, "because": r.because} for r in not_roles
        ],
    }


def add_class(rows: Rows, record: raw.ClassRecord, state: str | None) -> None:
    """Append a class and its members."""
    rows["duty_classes"].append(
        {
            "class_id": record.class_id,
            "label": record.label,
            "definition": record.definition or record.label,
            "state": state,
            "general": record.general,
        }
    )
    rows["duty_class_members"].extend({"class_id": record.class_id, "duty_id": d} for d in record.duties)


def role_row(record: raw.RoleRecord, state: str | None) -> dict[str, Any]:
    """A role as the table holds it."""
    return {
        "role_id": record.role_id,
        "label": record.label,
        "parent_role_id": record.parent,
        "state": state,
        "soc_code": record.soc_code,
        "onet_soc_code": record.onet_soc_code,
        "isco_08": record.isco_08,
        "description": record.description,
        "aliases": record.aliases,
        "own_scope": record.own_scope,
    }
