"""Faults of the input: each names the file, the record, the field, what is wrong and what would mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    file: str
    record: str
    field: str
    problem: str
    mend: str

    def line(self) -> str:
        """The fault on one line; control characters are shown, never sent to the terminal."""
        where = ": ".join(part for part in (self.file, self.record, self.field) if part)
        text = f"{where}: {self.problem}" + (f" ({self.mend})" if self.mend else "")
        return "".join(ch if ch.isprintable() else repr(ch)[1:-1] for ch in text)


class InputFaults(Exception):
    """The input is not valid. Carries every fault that was found, in the order of files and records."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__(f"{len(self.faults)} fault(s)")
