"""Turning TOML tables into checked records, collecting every fault on the way."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from pipeline.faults import Fault

R = TypeVar("R", bound=BaseModel)

_PLAIN = {
    "missing": ("is missing", "add it"),
    "string_type": ("must be a string", "put it in quotes"),
    "list_type": ("must be a list", "put it in square brackets"),
    "int_type": ("must be a whole number", "write it without quotes"),
    "bool_type": ("must be true or false", "write it without quotes"),
    "date_type": ("must be a date", "write it as 2026-01-31, without quotes"),
    "date_from_datetime_inexact": ("must be a date without a time", "write it as 2026-01-31"),
}


class Reader:
    """Takes the tables of one file apart. What nobody took is reported by `finish`."""

    def __init__(self, file: str, table: dict[str, Any], faults: list[Fault]) -> None:
        self.file = file
        self._left = dict(table)
        self._known: set[str] = set()
        self.faults = faults

    def records(self, key: str, model: type[R], id_field: str, required: bool = False, unique: bool = False) -> list[R]:
        """The records of `[[key]]`, each checked against `model`; the bad ones are left out and reported.

        required: at least one must be there. unique: no two may have the same `id_field`.
        """
        self._known.add(key)
        tables = self._left.pop(key, None)
        if tables is None:
            if required:
                self.faults.append(Fault(self.file, "", key, "has no record", f"add at least one [[{key}]]"))
            return []
        if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
            self.faults.append(Fault(self.file, "", key, "must be a list of tables", f"write [[{key}]]"))
            return []
        out = []
        for number, table in enumerate(tables, start=1):
            name = table.get(id_field)
            record = name if isinstance(name, str) and name else f"{key} no. {number}"
            made = self._make(record, model, table)
            if made is not None:
                out.append(made)
        if unique:
            ids = [str(t.get(id_field)) for t in tables if id_field in t]
            self.faults.extend(duplicates(self.file, ids, id_field))
        return out

    def one(self, key: str, model: type[R]) -> R | None:
        """The single record of `[key]`."""
        self._known.add(key)
        table = self._left.pop(key, None)
        if not isinstance(table, dict):
            self.faults.append(Fault(self.file, "", key, "is missing", f"add a table [{key}]"))
            return None
        return self._make(str(table.get("source_id", key)), model, table)

    def value(self, key: str) -> Any:
        """A plain value, or None."""
        self._known.add(key)
        return self._left.pop(key, None)

    def finish(self) -> None:
        """Report every key that nobody asked for: most are misspelt."""
        for key in self._left:
            near = difflib.get_close_matches(key, sorted(self._known), n=1)
            mend = f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(sorted(self._known))}"
            self.faults.append(Fault(self.file, "", key, "unknown key", mend))

    def _make(self, record: str, model: type[R], table: dict[str, Any]) -> R | None:
        try:
            return model.model_validate(table)
        except ValidationError as error:
            self.faults.extend(_faults(self.file, record, model, error))
            return None


def _faults(file: str, record: str, model: type[BaseModel], error: ValidationError) -> Iterable[Fault]:
    known = [field.alias or name for name, field in model.model_fields.items()]
    for item in error.errors(include_url=False):
        field = ".".join(str(part) for part in item["loc"])
        kind = item["type"]
        if kind == "extra_forbidden":
            near = difflib.get_close_matches(field, known, n=1)
            mend = f"did you mean '{near[0]}'?" if near else f"known keys: {', '.join(known)}"
            yield Fault(file, record, field, "unknown key", mend)
        elif kind in _PLAIN:
            problem, mend = _PLAIN[kind]
            yield Fault(file, record, field, problem, mend)
        else:
            problem = item["msg"].removeprefix("Value error, ")
            problem, _, mend = problem.partition("; ")
            yield Fault(file, record, field, problem, mend or "see the codebook for what is allowed")


def duplicates(file: str, ids: Iterable[str], field: str) -> list[Fault]:
    """A fault for each id that stands more than once."""
    seen: set[str] = set()
    out = []
    for item in ids:
        if item in seen:
            out.append(Fault(file, item, field, "duplicate id", "give each record an id of its own"))
        seen.add(item)
    return out
