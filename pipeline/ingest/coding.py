"""The two codings of each provision, held against each other field by field, and how differences were settled."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import Any

from pipeline.faults import Fault
from pipeline.ingest.records import Reader
from pipeline.ingest.toml_files import parse_toml
from pipeline.ingest.vocabulary import Rows
from schemas import raw

FIELDS = (
    "status",
    "supervision",
    "delegators",
    "supervisors",
    "authorization",
    "credential",
    "training_hours",
    "settings",
    "effective_from",
    "effective_to",
)
NAMED = "named"
"""Whether the text names the duty (or class) at all: the one field in which an omission shows."""
ALL = "ALL"

Difference = tuple[str, str, str, str]
"""Record, field, what the first coder gave, what the second gave."""


def read_coding(files: dict[str, bytes], rows: Rows, faults: list[Fault]) -> None:
    """Append the tables `coding_agreement` and `coding_settled` from raw/coding/."""
    compared: Counter[tuple[str, str]] = Counter()
    differing: Counter[tuple[str, str]] = Counter()
    for file in sorted(f for f in files if f.startswith("coding/second/") and f.endswith(".toml")):
        state = PurePosixPath(file).stem.upper()
        first_file = f"coding/first/{state.lower()}.toml"
        first = _records(files, first_file, "rule", raw.RuleRecord, faults)
        second = _records(files, file, "rule", raw.SecondCoding, faults)
        added = _records(files, file, "added", raw.RuleRecord, faults)
        known = {r.id for r in first}
        for record in second:
            if record.id not in known:
                faults.append(Fault(file, record.id, "id", "is no record of the first coding", f"see {first_file}"))
        fields, found = compare(first, second, added)
        for field, number in fields.items():
            for key in ((state, field), (state, ALL), (ALL, field), (ALL, ALL)):
                compared[key] += number
        for _, field, _, _ in found:
            for key in ((state, field), (state, ALL), (ALL, field), (ALL, ALL)):
                differing[key] += 1
    rows["coding_agreement"].extend(
        {
            "state": state,
            "field": field,
            "compared": number,
            "differing": differing[state, field],
            "share": round(differing[state, field] / number, 6),
        }
        for (state, field), number in sorted(compared.items())
        if number
    )
    for file in sorted(f for f in files if f.startswith("coding/settled/") and f.endswith(".toml")):
        state = PurePosixPath(file).stem
        rows["coding_settled"].extend(
            {
                "settled_id": f"{state}-{number:03d}",
                "rule_id": r.id,
                "field": r.field,
                "first": r.first,
                "second": r.second,
                "settled": r.settled,
                "reason": r.reason,
            }
            for number, r in enumerate(_records(files, file, "settled", raw.SettledRecord, faults), start=1)
        )


def compare(
    first: list[raw.RuleRecord], second: list[raw.SecondCoding], added: list[raw.RuleRecord]
) -> tuple[Counter[str], list[Difference]]:
    """Fields compared, by name, and the differences. The unit is a published rule: a record's duty, or its class.

    Records that the second coder was not given to code are left out. A record that he found the text not to name
    differs in the field `named` alone, and so does each that he added.
    """
    by_unit: dict[tuple[str, str | None], raw.SecondCoding] = {}
    for record in second:
        for duty in record.duties or [None]:
            by_unit[record.id, duty] = record
    fields: Counter[str] = Counter()
    found: list[Difference] = []
    for one in first:
        for duty in one.duties or [None]:
            other = by_unit.get((one.id, duty)) or by_unit.get((one.id, None))
            if other is None:
                continue
            unit = one.id if duty is None or len(one.duties or []) == 1 else f"{one.id}/{duty}"
            fields[NAMED] += 1
            if other.absent:
                found.append((unit, NAMED, "yes", "no"))
                continue
            for field in FIELDS:
                fields[field] += 1
                a, b = shown(getattr(one, field)), shown(getattr(other, field))
                if a != b:
                    found.append((unit, field, a, b))
    for one in added:
        for duty in one.duties or [one.class_id]:
            fields[NAMED] += 1
            found.append((f"{one.id}/{duty}", NAMED, "no", "yes"))
    return fields, found


def shown(value: Any) -> str:
    """A field's value as text; the order of a list says nothing."""
    if isinstance(value, list):
        return ", ".join(sorted(str(v) for v in value))
    return "" if value is None else str(value)


def _records(files: dict[str, bytes], file: str, key: str, model: type, faults: list[Fault]) -> list[Any]:
    if file not in files:
        faults.append(Fault(file, "", "", "the file is missing", "keep both codings of a jurisdiction"))
        return []
    table, found = parse_toml(file, files[file])
    if found:
        faults.extend(f for f in found if f not in faults)
        return []
    quiet: list[Fault] = []
    records = Reader(file, {key: table.get(key, [])}, quiet).records(key, model, "id")
    faults.extend(quiet)
    return records
