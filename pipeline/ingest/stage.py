"""The ingest stage: which file holds what, and where each record came from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import polars as pl

from pipeline.faults import Fault, InputFaults
from pipeline.frames import Frames, declared_frame
from pipeline.ingest.coding import read_coding
from pipeline.ingest.descriptions import read_description
from pipeline.ingest.states import read_state
from pipeline.ingest.vocabulary import Rows, read_base_kinds, read_context, read_vocabularies
from schemas.tables import BY_NAME

Ingested = Frames
"""Published tables as far as raw/ gives them, and the stage's own: `origins`, `lexicon_files`, `settings_of_build`."""

KNOWN_VOCABULARIES = frozenset(
    f"vocabulary/{name}.toml"
    for name in (
        "states",
        "categories",
        "groups",
        "duties",
        "classes",
        "roles",
        "settings",
        "skills",
        "onet_crosswalk",
        "coverage_kinds",
        "context",
    )
)
_APPENDED = (
    "sources",
    "source_texts",
    "role_categories",
    "role_skills",
    "job_factors",
    "rules",
    "conflicts",
    "coverage_texts",
    "coding_agreement",
    "coding_settled",
)


def ingest(files: dict[str, bytes]) -> Ingested:
    """Read raw files into frames.

    files: path below raw/ (with '/') to the bytes of the file.
    Raises InputFaults with every fault found in any file.
    """
    faults: list[Fault] = []
    rows = read_vocabularies(files, faults)
    rows.update({name: [] for name in _APPENDED})
    base_kinds = read_base_kinds(files, faults)
    rows.update(read_context(files, faults))
    origins = _Origins()
    origins.note("vocabulary", rows)
    for file in sorted(files):
        if file.startswith("states/") and file.endswith(".toml"):
            origins.watch(file, rows, faults, lambda f=file: read_state(f, files[f], rows, faults))
        elif file.startswith("sources/") and file.endswith(".toml"):
            origins.watch(file, rows, faults, lambda f=file: read_description(f, files[f], rows, faults))
        elif not _belongs(file):
            faults.append(
                Fault(file, "", "", "no stage reads this file", "move it to a known folder of raw/ or remove it")
            )
    if not any(f.startswith("states/") for f in files):
        faults.append(Fault("states/", "", "", "holds no file", "add a file for at least one jurisdiction"))
    read_coding(files, rows, faults)
    _expand_conflicts(rows)
    if faults:
        raise InputFaults(faults)
    frames = {name: declared_frame(name, table_rows) for name, table_rows in rows.items()}
    frames["raw_files"] = _raw_files(files)
    frames["origins"] = origins.frame()
    frames["lexicon_files"] = declared_frame(
        "lexicon_files",
        [
            {"file": f, "text": data.decode("utf-8", "replace")}
            for f, data in files.items()
            if f.startswith("lexicon/") and f.endswith(".toml")
        ],
    )
    frames["base_kinds"] = declared_frame(
        "base_kinds", [{"delegator": d, "kind": kind} for d, kinds in base_kinds.items() for kind in kinds]
    )
    return frames


def _belongs(file: str) -> bool:
    return file in KNOWN_VOCABULARIES or file.startswith(("lexicon/", "coding/")) or file.endswith(".md")


def _raw_files(files: dict[str, bytes]) -> pl.DataFrame:
    return declared_frame(
        "raw_files",
        [
            {"file": f, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for f, data in sorted(files.items())
        ],
    )


class _Origins:
    """For each row of each table, the file from which it came, so that later faults can name it."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str, str]] = []

    def note(self, file: str, rows: Rows) -> None:
        names = {
            "states": "states",
            "categories": "categories",
            "duty_groups": "groups",
            "duties": "duties",
            "duty_classes": "classes",
            "duty_class_members": "classes",
            "roles": "roles",
            "settings": "settings",
            "skills": "skills",
            "duty_onet": "onet_crosswalk",
        }
        for table, name in names.items():
            for row in rows.get(table, []):
                self._add(table, row, f"{file}/{name}.toml")

    def watch(self, file: str, rows: Rows, faults: list[Fault], read: Callable[[], None]) -> None:
        before = {table: len(table_rows) for table, table_rows in rows.items()}
        read()
        for table, table_rows in rows.items():
            for row in table_rows[before[table] :]:
                self._add(table, row, file)

    def _add(self, table: str, row: dict[str, Any], file: str) -> None:
        key = json.dumps([row[k] for k in BY_NAME[table].key])
        self._rows.append((table, key, file))

    def frame(self) -> pl.DataFrame:
        return pl.DataFrame(self._rows, schema={"table": pl.String, "key": pl.String, "file": pl.String}, orient="row")


def _expand_conflicts(rows: Rows) -> None:
    """A conflict may name the record of several duties; the published row names the rules that the record made."""
    by_record: dict[str, list[tuple[str, str | None]]] = {}
    for rule in rows["rules"]:
        record = rule["rule_id"].split("/")[0] if "/" in rule["rule_id"] else rule["rule_id"]
        by_record.setdefault(record, []).append((rule["rule_id"], rule["duty_id"]))
    for conflict in rows["conflicts"]:
        for field in ("rule_ids", "other_rule_ids"):
            expanded: list[str] = []
            for name in conflict[field]:
                made = by_record.get(name)
                if not made:
                    expanded.append(name)
                    continue
                of_duty = [rule_id for rule_id, duty in made if duty == conflict["duty_id"]]
                expanded.extend(of_duty or [rule_id for rule_id, _ in made])
            conflict[field] = expanded
