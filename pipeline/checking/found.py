"""What a check finds: mentions with their answers, and by what they were asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.asking import Answer
from pipeline.reading import ReadText

WORST_FIRST = ("prohibited", "reserved", "not_researched", "silent", "conditional", "delegable", "permitted")
"""Verdicts in the order in which a reader needs to see them."""


@dataclass(frozen=True)
class Basis:
    """Why a role, setting or state was taken. `source`: command, statement, heading, title, document or default.

    `words`: the document's own words; `start`, `end`: their characters in the text, null for a title outside it.
    """

    value: str
    source: str
    words: str | None = None
    start: int | None = None
    end: int | None = None

    def as_json(self) -> dict[str, Any]:
        return {"value": self.value, "from": self.source, "words": self.words, "start": self.start, "end": self.end}


@dataclass(frozen=True)
class CheckedMention:
    """A duty in a document and what the law says of it. `start`, `end`: characters of the text, end exclusive.

    `conditional`: the document itself makes it hang on law, a certificate or supervision. `heading`: the lines above.
    """

    start: int
    end: int
    duty_id: str
    polarity: str
    conditional: bool
    statement: tuple[int, int]
    heading: str | None
    role: Basis
    setting: Basis
    answer: Answer

    @property
    def asked(self) -> bool:
        """False where the document denies the duty: then the law's answer does not matter to it."""
        return self.polarity == "affirmed"

    @property
    def verdict(self) -> str:
        return self.answer.verdict.verdict


@dataclass(frozen=True)
class CheckedFile:
    """One document with its mentions in reading order."""

    read: ReadText
    state: Basis
    mentions: tuple[CheckedMention, ...]

    def words(self, mention: CheckedMention) -> str:
        return self.read.text[mention.start : mention.end]


@dataclass(frozen=True)
class Entry:
    """All mentions of one duty of a document that got one answer."""

    duty_id: str
    verdict: str
    asked: bool
    mentions: tuple[CheckedMention, ...]

    @property
    def first(self) -> CheckedMention:
        return self.mentions[0]


def entries_of(checked: CheckedFile) -> list[Entry]:
    """Duties of a document, worst first, those not asked last; within a verdict in reading order."""
    groups: dict[tuple[object, ...], list[CheckedMention]] = {}
    for m in checked.mentions:
        groups.setdefault((m.asked, m.verdict, m.duty_id, m.role.value, m.setting.value), []).append(m)
    entries = [Entry(ms[0].duty_id, ms[0].verdict, ms[0].asked, tuple(ms)) for ms in groups.values()]
    return sorted(entries, key=lambda e: (not e.asked, WORST_FIRST.index(e.verdict), e.first.start, e.duty_id))


def counts_of(entries: list[Entry]) -> dict[str, int]:
    """Duties by verdict, worst first, and those not asked; verdicts that none has are left out."""
    counts = {v: sum(e.asked and e.verdict == v for e in entries) for v in WORST_FIRST}
    counts["not_asked"] = sum(not e.asked for e in entries)
    return {name: count for name, count in counts.items() if count}
