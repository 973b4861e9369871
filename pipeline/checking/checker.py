"""`Checker`: the duties of a read document, each answered by the law."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pyarrow as pa

from pipeline.asking.question import DEFAULT_DELEGATOR, DEFAULT_ROLE, DEFAULT_SETTING
from pipeline.checking.document import DocumentContext, Said, states_named
from pipeline.checking.found import Basis, CheckedFile, CheckedMention
from pipeline.checking.law import Law
from pipeline.checking.titles import TitleReader
from pipeline.matching import CompiledLexicon, Mentions, Statement, scan, segment
from pipeline.matching.grammar import DUTY, EDUCATION, REQUIREMENT
from pipeline.normalise.context import ContextFinder, Evidence, finder_of
from pipeline.reading import ReadText

_BESIDE = (REQUIREMENT, EDUCATION)
_CONTEXT_TABLES = ("roles", "settings", "states", "practice_words", "not_roles")


class NoState(Exception):
    """No state was given, and the document names none (`named` is empty) or more than one."""

    def __init__(self, named: list[Basis]) -> None:
        self.named = named
        super().__init__("the document does not name one state")


@dataclass(frozen=True)
class Asked:
    """What the command line says; null where it leaves a thing to the document."""

    state: str | None = None
    role_id: str | None = None
    setting_id: str | None = None
    delegator: str = DEFAULT_DELEGATOR


class Checker:
    """Checks documents with one lexicon and one body of law."""

    def __init__(self, law: Law, compiled: CompiledLexicon, asked: Asked) -> None:
        self._law, self._compiled, self._asked = law, compiled, asked
        self._finder: ContextFinder = finder_of({name: law.release.table(name) for name in _CONTEXT_TABLES})
        roles = law.release.table("roles").select("role_id", "parent_role_id", "state")
        self._titles = TitleReader(self._finder, roles.iter_rows())

    def check(self, read: ReadText) -> CheckedFile:
        """Every duty of a document. Raises NoState where it cannot be told whose law is asked for."""
        state = self._state(read)
        found = self._mentions(read)
        mentions: list[CheckedMention] = []
        for (start, end), by_statement in zip(read.parts, _by_statement(found, len(read.parts)), strict=True):
            if by_statement:
                mentions += self._part(read, start, end, by_statement, state.value)
        mentions.sort(key=lambda m: (m.start, m.end, m.duty_id))
        checked = CheckedFile(read, state, tuple(mentions))
        checked = replace(checked, beside=_beside(found, checked))
        return replace(checked, titles=tuple(self._titles.titles(checked, self._asked.role_id)))

    def _state(self, read: ReadText) -> Basis:
        if self._asked.state:
            return Basis(self._asked.state, "command")
        named = states_named(self._finder, read)
        if len(named) != 1:
            raise NoState(named)
        return named[0]

    def _mentions(self, read: ReadText) -> Mentions:
        """Of all parts, a row each: they go through the matcher in one pass."""
        return scan(self._compiled, pa.array([read.text[a:b] for a, b in read.parts], type=pa.large_string()))

    def _part(
        self, read: ReadText, start: int, end: int, found: dict[tuple[int, int], list], state: str
    ) -> list[CheckedMention]:
        """Mentions of one part (a row, or all of the text) with their context and answers."""
        statements = [_moved(s, start) for s in segment(self._compiled, read.text[start:end])]
        moved = {(a + start, b + start): rows for (a, b), rows in found.items()}
        elsewhere = [s for s in statements if (s.start, s.end) not in moved]
        context = DocumentContext(self._finder, read, state, lambda e: self._fits(e, state), elsewhere)
        headings = {(s.start, s.end): tuple(s.heading_offsets) for s in statements}
        out: list[CheckedMention] = []
        for place, rows in moved.items():
            above = headings.get(place, ())
            said = Said(*place, first=start + min(r[0] for r in rows), headings=above)
            role = self._role(context, said)
            setting = self._setting(context, said)
            for (a, b), duty_id, polarity, conditional, again in _once_each(rows):
                answer = self._law.answer(state, duty_id, role.value, setting.value, self._asked.delegator)
                heading = " > ".join(read.text[x:y].strip() for x, y in above) or None
                told = (duty_id, polarity, conditional, place, heading, role, setting, answer)
                more = tuple((x + start, y + start) for x, y in again)
                out.append(CheckedMention(a + start, b + start, *told, more))
        return out

    def _fits(self, evidence: Evidence, state: str) -> bool:
        """Another state's own title is no role here."""
        return self._law.role_state(evidence.value) in (None, state)

    def _role(self, context: DocumentContext, said: Said) -> Basis:
        if self._asked.role_id:
            return Basis(self._asked.role_id, "command")
        return context.role(said) or Basis(DEFAULT_ROLE, "default")

    def _setting(self, context: DocumentContext, said: Said) -> Basis:
        if self._asked.setting_id:
            return Basis(self._asked.setting_id, "command")
        return context.setting(said) or Basis(DEFAULT_SETTING, "default")


def _by_statement(found: Mentions, parts: int) -> list[dict[tuple[int, int], list]]:
    """For each part: statement's place to (start, end, duty_id, polarity, conditional), all within the part."""
    out: list[dict[tuple[int, int], list]] = [{} for _ in range(parts)]
    columns = (found.row, found.kind, found.statement_start, found.statement_end, found.start, found.end)
    told = (found.duty, found.polarity, found.conditional)
    for row, kind, s0, s1, a, b, duty, polarity, conditional in zip(*(c.tolist() for c in columns + told), strict=True):
        if kind == DUTY:
            mention = (a, b, found.duty_ids[duty], "negated" if polarity else "affirmed", bool(conditional))
            out[row].setdefault((s0, s1), []).append(mention)
    return out


def _beside(found: Mentions, checked: CheckedFile) -> tuple[tuple[int, str], ...]:
    """Duties of each part that it names only as asked for or taught, with the place where it first does."""
    parts = checked.read.parts
    told = {(checked.part(m.start), m.duty_id) for m in checked.mentions}
    out: dict[tuple[int, str], list[int]] = {}
    for row, kind, start, duty, negated in zip(
        *(c.tolist() for c in (found.row, found.kind, found.start, found.duty, found.polarity)), strict=True
    ):
        key = (parts[row][0], found.duty_ids[duty])
        if kind in _BESIDE and not negated and key not in told:
            out.setdefault(key, []).append(parts[row][0] + start)
    return tuple(sorted((min(places), duty_id) for (_, duty_id), places in out.items()))


def _once_each(rows: list) -> list[tuple[tuple[int, int], str, str, bool, list[tuple[int, int]]]]:
    """Each duty and polarity of a statement once: (its first place, duty, polarity, conditional, its other places).

    A place that lies within another of the same duty is no place of its own.
    """
    groups: dict[tuple[str, str], list[tuple[int, int, bool]]] = {}
    for a, b, duty_id, polarity, conditional in rows:
        groups.setdefault((duty_id, polarity), []).append((a, b, conditional))
    out = []
    for (duty_id, polarity), found in groups.items():
        places: list[tuple[int, int]] = []
        for a, b, _ in sorted(found, key=lambda f: (f[0], -f[1])):
            if not places or b > places[-1][1]:
                places.append((a, b))
        out.append((places[0], duty_id, polarity, any(c for _, _, c in found), places[1:]))
    return out


def _moved(statement: Statement, by: int) -> Statement:
    if by == 0:
        return statement
    offsets = [(a + by, b + by) for a, b in statement.heading_offsets]
    return replace(statement, start=statement.start + by, end=statement.end + by, heading_offsets=offsets)
