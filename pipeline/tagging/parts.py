"""Parts of the output: each is written aside and renamed when whole, with a note of what it holds.

A run that is killed leaves whole parts and perhaps one that is not; the next goes on after the last whole one.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.faults import Fault, InputFaults
from pipeline.tagging.blocks import Reject
from pipeline.tagging.unknown_states import UnknownStates
from pipeline.tagging.work import Tagged

PART_ROWS = 1_000_000
PART_BYTES = 256_000_000


@dataclass
class Totals:
    """Counts over the input. rows = tagged + empty + rejected. `unknown`: rows, among these, of unknown states."""

    rows: int = 0
    tagged: int = 0
    empty: int = 0
    rejected: int = 0
    mentions: int = 0
    by_category: Counter[str] = field(default_factory=Counter)
    unknown: UnknownStates = field(default_factory=UnknownStates)

    def add(self, note: dict[str, Any]) -> None:
        for name in ("rows", "tagged", "empty", "rejected", "mentions"):
            setattr(self, name, getattr(self, name) + note[name])
        self.by_category.update(note["by_category"])
        self.unknown.add(note["unknown_states"])


class Output:
    """The directory of parts, and beside it `<out>.tag/` with notes and rejects, so that the first holds parts only."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.notes = out.with_name(out.name + ".tag")

    def begin(self, run: dict[str, Any], restart: bool) -> list[dict[str, Any]]:
        """Notes of the whole parts of an earlier, equal run. Parts of another are refused, or removed on `restart`."""
        remembered = self.notes / "run.json"
        known = _read(remembered)
        if restart or (known != run and not self._foreign()):  # nothing of worth is there
            shutil.rmtree(self.notes, ignore_errors=True)
            self._remove_parts()
        elif known != run:
            fault = Fault(
                str(self.out), "", "", "holds the output of another run (input, lexicon or options differ)",
                "name another --out, or give --restart to replace it",
            )  # fmt: skip
            raise InputFaults([fault])
        self.out.mkdir(parents=True, exist_ok=True)
        self.notes.mkdir(parents=True, exist_ok=True)
        if not remembered.exists():
            _write(remembered, run)
        done = list(self._whole_parts())
        for path in self.out.glob("*.unfinished"):
            path.unlink()
        kept = {n["part"] for n in done}
        for path in self.out.glob("part-*.parquet"):
            if path.name not in kept:
                path.unlink()
        return done

    def finish(self, totals: Totals, run: dict[str, Any]) -> dict[str, Any]:
        """Write the summary and gather the rejects."""
        summary = {
            "rows": totals.rows,
            "tagged": totals.tagged,
            "empty": totals.empty,
            "rejected": totals.rejected,
            "mentions": totals.mentions,
            "by_category": dict(sorted(totals.by_category.items())),
            "lexicon": run["lexicon"],
        }
        if run["law"] is not None:
            summary["unknown_states"] = totals.unknown.rows
            summary["unknown_state_values"] = list(totals.unknown.first)
        with (self.notes / "rejects.csv.new").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["file", "row", "reason"])
            for path in sorted(self.notes.glob("part-*.rejects.json")):
                writer.writerows(json.loads(path.read_text(encoding="utf-8")))
        os.replace(self.notes / "rejects.csv.new", self.notes / "rejects.csv")
        _write(self.notes / "summary.json", summary)
        return summary

    def _whole_parts(self) -> Iterator[dict[str, Any]]:
        for number in range(1_000_000):
            note = _read(self.notes / f"part-{number:05d}.json")
            if note is None or not (self.out / note["part"]).is_file():
                return
            yield note

    def _foreign(self) -> bool:
        """Whether the output holds anything."""
        return self.out.exists() and (not self.out.is_dir() or any(self.out.iterdir()))

    def _remove_parts(self) -> None:
        if self.out.is_dir():
            for path in (*self.out.glob("part-*.parquet"), *self.out.glob("*.unfinished")):
                path.unlink()


class Part:
    """One part while it is written."""

    def __init__(self, output: Output, number: int, first_row: int) -> None:
        self._output = output
        self.number = number
        self._unfinished = output.out / f"part-{number:05d}.unfinished"
        self._writer: pq.ParquetWriter | None = None
        self._rejects: list[Reject] = []
        self._unknown = UnknownStates()
        self.bytes = 0
        self.note: dict[str, Any] = {
            "part": f"part-{number:05d}.parquet", "first_row": first_row, "rows": 0, "tagged": 0, "empty": 0,
            "rejected": 0, "mentions": 0, "by_category": {}, "unknown_states": self._unknown.as_note(),
        }  # fmt: skip

    @property
    def full(self) -> bool:
        return self.note["rows"] >= PART_ROWS or self.bytes >= PART_BYTES

    def add(self, done: Tagged) -> None:
        """Write the mentions of a block."""
        if self._writer is None:
            schema = done.mentions.schema
            # Every row's number is another: a dictionary of them costs time and room. Statistics serve to find rows.
            options: dict[str, Any] = {
                "use_dictionary": [name for name in schema.names if name != "row"], "write_statistics": ["row"],
            }  # fmt: skip
            self._writer = pq.ParquetWriter(
                self._unfinished, schema, compression="zstd", compression_level=1, store_schema=False, **options
            )
        self._writer.write_table(done.mentions)
        self.bytes += done.block.text.nbytes
        self._rejects.extend(done.block.rejects)
        note = self.note
        note["rows"] += done.block.seen
        note["tagged"] += done.tagged
        note["empty"] += done.empty
        note["rejected"] += len(done.block.rejects)
        note["mentions"] += done.mentions.num_rows
        note["by_category"] = dict(Counter(note["by_category"]) + done.by_category)
        self._unknown.add(done.unknown.as_note())
        note["unknown_states"] = self._unknown.as_note()

    def close(self) -> dict[str, Any]:
        """Put the part in place, then its note: a part counts once the note is there."""
        assert self._writer is not None
        self._writer.close()
        stem = f"part-{self.number:05d}"
        _write(
            self._output.notes / f"{stem}.rejects.json",
            [[_inert(r.file), r.row, _inert(r.reason)] for r in self._rejects],
        )
        os.replace(self._unfinished, self._output.out / f"{stem}.parquet")
        _write(self._output.notes / f"{stem}.json", self.note)
        return self.note


def _inert(text: str) -> str:
    """Reasons quote the input: no control character, and nothing that a spreadsheet takes for a formula."""
    shown = "".join(ch if ch.isprintable() else repr(ch)[1:-1] for ch in text)
    return f"'{shown}" if shown[:1] in ("=", "+", "-", "@") else shown


def _write(path: Path, document: Any) -> None:
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(json.dumps(document, sort_keys=True), encoding="utf-8")
    os.replace(fresh, path)


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
