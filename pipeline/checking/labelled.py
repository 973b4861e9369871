"""Reading labelled statements, every fault told by its line."""

from __future__ import annotations

import json
from collections.abc import Set
from pathlib import Path
from typing import Any

from pipeline.faults import Fault, InputFaults
from schemas.vocabulary import POLARITIES

_MOST_BYTES = 200_000_000


def read_labelled(path: Path, duties: Set[str]) -> list[dict[str, Any]]:
    """The rows of a file of labelled statements. `duties`: the ids that labels may bear.

    Raises InputFaults with every line that is not as it should be.
    """
    file = str(path)
    if path.stat().st_size > _MOST_BYTES:
        raise InputFaults([Fault(file, "", "", f"has more than {_MOST_BYTES // 1_000_000} MB", "split it")])
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise InputFaults([Fault(file, "", "", f"is not UTF-8 ({error.reason})", "save it as UTF-8")]) from error
    rows: list[dict[str, Any]] = []
    faults: list[Fault] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"line {number:06d}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            faults.append(Fault(file, where, "", "is no JSON", "write one object a line"))
            continue
        found = list(_faults(file, where, row, duties))
        faults += found
        if not found:
            rows.append(row)
    if not rows and not faults:
        faults.append(Fault(file, "", "", "holds no statement", "write one object a line"))
    if faults:
        raise InputFaults(faults)
    return rows


def _faults(file: str, where: str, row: Any, duties: Set[str]) -> list[Fault]:
    if not isinstance(row, dict):
        return [Fault(file, where, "", "is no object", "write one object a line")]
    out: list[Fault] = []
    if not isinstance(row.get("text"), str):
        out.append(Fault(file, where, "text", "is missing or no text", "give the statement"))
    if not isinstance(row.get("lead_in"), str | None):
        out.append(Fault(file, where, "lead_in", "is no text", "give the words above the statement, or null"))
    for name in ("labels", "optional"):
        labels = row.get(name, [] if name == "optional" else None)
        if labels is None and name == "optional":
            continue
        if not isinstance(labels, list) or not all(isinstance(x, dict) for x in labels):
            out.append(Fault(file, where, name, "is no list of objects", "give duty_id and polarity of each"))
            continue
        for label in labels:
            if label.get("duty_id") not in duties:
                out.append(Fault(file, where, name, f"unknown duty {label.get('duty_id')!r}", "use an id of duties"))
            if label.get("polarity") not in POLARITIES:
                mend = f"use {' or '.join(POLARITIES)}"
                out.append(Fault(file, where, name, f"unknown polarity {label.get('polarity')!r}", mend))
    return out
