"""What a check finds: mentions with their answers, and by what they were asked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from pipeline.asking import Answer
from pipeline.checking.lines import Lines
from pipeline.reading import ReadText

_AGAINST_KEPT = 5
CheckedKey = tuple[int, str, str, str]
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
    """A duty in a statement of a document and what the law says of it. `start`, `end`: characters, end exclusive.

    `conditional`: the document itself makes it hang on law, a certificate or supervision. `heading`: the lines above.
    `again`: places of more words of the same statement that say the same duty ("phlebotomy and blood draws").
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
    again: tuple[tuple[int, int], ...] = ()

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where the statement says it, in reading order."""
        return ((self.start, self.end), *self.again)

    @property
    def asked(self) -> bool:
        """False where the document denies the duty: then the law's answer does not matter to it."""
        return self.polarity == "affirmed"

    @property
    def verdict(self) -> str:
        return self.answer.verdict.verdict


@dataclass(frozen=True)
class Title:
    """A title that names an occupation that is no role here, or more than one. `start`: where its part begins.

    `roles`: of the vocabulary, `others`: not of it, whose `value` is a plain name; both in the order of the title.
    `holder`: it calls its holder so, and does not only speak of one. `judged`: the roles that its part was judged as;
    `told`: by the command line.
    """

    start: int
    roles: tuple[Basis, ...]
    others: tuple[Basis, ...]
    holder: bool
    judged: tuple[str, ...]
    told: bool = False

    @property
    def in_order(self) -> list[Basis]:
        """All that the title names, from left to right."""
        return sorted((*self.roles, *self.others), key=lambda b: b.start or 0)


@dataclass(frozen=True)
class CheckedFile:
    """One document with its mentions in reading order. `text_file`: where its text was written, null if nowhere.

    `beside`: (first character, duty) of duties that it names only as asked for or taught, each once a part.
    """

    read: ReadText
    state: Basis
    mentions: tuple[CheckedMention, ...]
    titles: tuple[Title, ...] = ()
    text_file: str | None = None
    beside: tuple[tuple[int, str], ...] = ()

    def words(self, mention: CheckedMention) -> str:
        return self.read.text[mention.start : mention.end]

    @cached_property
    def lines(self) -> Lines:
        """Lines of the text that was read."""
        return Lines(self.read.text)

    def line(self, mention: CheckedMention) -> int:
        return self.lines.at(mention.start)

    def part(self, start: int) -> int:
        """Where the part (a row, or all of the text) begins in which a character stands."""
        rows = self._row_starts
        return rows[max(bisect_right(rows, start) - 1, 0)] if rows else 0

    @cached_property
    def _row_starts(self) -> list[int]:
        return [a for a, _ in self.read.rows or ()]

    @cached_property
    def both_ways(self) -> dict[CheckedKey, tuple[CheckedMention, ...]]:
        """What one document both affirms and denies of the same role in the same setting: its mentions.

        A statement that does both by itself makes an exception ("all vaccines except ..."), and contradicts none.
        """
        said: dict[tuple[CheckedKey, tuple[int, int]], list[CheckedMention]] = {}
        for m in self.mentions:
            said.setdefault((self.key(m), m.statement), []).append(m)
        groups: dict[CheckedKey, list[CheckedMention]] = {}
        for (key, _), ms in said.items():
            if len({m.polarity for m in ms}) == 1:
                groups.setdefault(key, []).extend(ms)
        return {k: tuple(ms) for k, ms in groups.items() if len({m.polarity for m in ms}) > 1}

    def key(self, mention: CheckedMention) -> CheckedKey:
        """What two mentions must share to contradict each other: document, duty, role, setting."""
        return self.part(mention.start), mention.duty_id, mention.role.value, mention.setting.value

    def against(self, mention: CheckedMention) -> list[CheckedMention]:
        """The first mentions that say the contrary of this one."""
        found = (m for m in self.both_ways.get(self.key(mention), ()) if m.polarity != mention.polarity)
        return list(islice(found, _AGAINST_KEPT))


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
    """Duties of a document, worst first, those not asked last; within a verdict in reading order.

    Mentions for several roles or settings are one entry where the same rules decide them in the same way.
    """
    groups: dict[tuple[object, ...], list[CheckedMention]] = {}
    for m in checked.mentions:
        how = decided_by(m.answer) if m.asked else ()
        groups.setdefault((m.asked, m.duty_id, how), []).append(m)
    entries = [Entry(ms[0].duty_id, ms[0].verdict, ms[0].asked, tuple(ms)) for ms in groups.values()]
    return sorted(entries, key=_rank)


def _rank(entry: Entry) -> tuple[bool, int, int, str]:
    worst = WORST_FIRST.index(entry.verdict) if entry.asked else 0
    return not entry.asked, worst, entry.first.start, entry.duty_id


def decided_by(answer: Answer) -> tuple[object, ...]:
    """What an answer says and by which rules; answers that share it read the same."""
    v = answer.verdict
    said = (v.verdict, v.supervision, v.authorization, v.credential, v.training_hours, v.limits)
    return (*said, tuple(r.rule_id for r in v.rules), tuple(r.rule_id for r in v.against))


def alike(entries: list[Entry]) -> list[list[Entry]]:
    """Entries of which the same law says the same, so that it is told once."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_law_told(entry) if entry.asked else (), []).append(entry)
    return list(groups.values())


def _law_told(entry: Entry) -> tuple[object, ...]:
    v, details = entry.first.answer.verdict, entry.first.answer.details
    rows = [details[r.rule_id] for r in v.rules]
    law = tuple((r["citation"], r["authority"], r["checked"], r["url"]) for r in rows)
    said = (v.verdict, v.supervision, v.authorization, v.credential, v.training_hours, v.limits)
    return (*said, law, tuple((r.citation, r.status) for r in v.against))


def counts_of(entries: list[Entry]) -> dict[str, int]:
    """Duties by verdict, worst first, and those not asked; verdicts that none has are left out."""
    counts = {v: sum(e.asked and e.verdict == v for e in entries) for v in WORST_FIRST}
    counts["not_asked"] = sum(not e.asked for e in entries)
    return {name: count for name, count in counts.items() if count}
