"""Verdicts on other days: what the law coded here says before and after each date that its rules bear.

Only for the plain medical assistant in a physician's office, under each delegator: that is what a reader compares over
time, and it keeps the build quick. Only duties that a dated rule reaches are resolved anew; no other can change.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from pipeline.asking.question import DEFAULT_ROLE, DEFAULT_SETTING
from pipeline.explorer.outcomes import OutcomeBook
from pipeline.frames import Frames
from pipeline.law.jurisdiction import Jurisdiction, World
from pipeline.law.rule import Rule
from pipeline.law.spread import children_note, rules_in, verdict_row, world_of
from schemas.vocabulary import DELEGATORS

Line = list[list[int]]
"""[number of the day, outcome from that day on], in order; day -1 is the time before the first."""


def history(tables: Frames, book: OutcomeBook) -> tuple[list[str], dict[str, dict[int, Line]]]:
    """All days on which a rule begins or ends, and for each state the cells whose outcome is not always the same.

    A cell is numbered delegator * duties + duty, both sorted by id. Outcomes are numbers of `book`.
    """
    world = world_of(tables)
    chain = world.role_chain(DEFAULT_ROLE)
    rules = [r for r in rules_in(tables) if r.role_id in chain]
    duties = _Duties(tables)
    of_state = {
        state: [r for r in rules if r.state == state or r.federal] for state in tables["states"]["state"].sort()
    }
    days_of = {state: _days(found) for state, found in of_state.items()}
    days = sorted({day for found in days_of.values() for day in found})
    number = {day: n for n, day in enumerate(days)}
    changes: dict[str, dict[int, Line]] = {}
    for state, found in of_state.items():
        lines = _lines(state, found, days_of[state], world, duties, book)
        placed = {cell: [[number.get(day, -1), n] for day, n in line] for cell, line in lines.items()}
        if placed:
            changes[state] = placed
    return [day.isoformat() for day in days], changes


class _Duties:
    """Duties by number, with what lies below and above each."""

    def __init__(self, tables: Frames) -> None:
        rows = list(tables["duties"].sort("duty_id").iter_rows(named=True))
        self.ids = [d["duty_id"] for d in rows]
        self.labels = {d["duty_id"]: d["label"] for d in rows}
        self.parent = {d["duty_id"]: d["parent_duty_id"] for d in rows}
        self.children: dict[str, list[str]] = {}
        for duty in rows:
            if duty["parent_duty_id"]:
                self.children.setdefault(duty["parent_duty_id"], []).append(duty["duty_id"])

    def touched(self, rules: Iterable[Rule]) -> list[str]:
        """Duties that a dated rule reaches, and those above them, whose row tells of narrower ones."""
        reached = {d for r in rules if r.effective_from or r.effective_to for d in r.duties}
        above = {self.parent[d] for d in reached} - {None}
        return [d for d in self.ids if d in reached or d in above]


def _days(rules: Iterable[Rule]) -> list[date]:
    return sorted({day for r in rules for day in (r.effective_from, r.effective_to) if day is not None})


def _lines(
    state: str, rules: list[Rule], days: list[date], world: World, duties: _Duties, book: OutcomeBook
) -> dict[int, list[tuple[date, int]]]:
    """Cell to (day, outcome from then on), for the cells that change. The first day is the eve of the first change."""
    if not days:
        return {}
    at = {duty: n for n, duty in enumerate(duties.ids)}
    lines: dict[int, list[tuple[date, int]]] = {}
    for day in (days[0] - timedelta(days=1), *days):
        law = Jurisdiction(state, rules, world, day)
        turning = rules if day < days[0] else [r for r in rules if day in (r.effective_from, r.effective_to)]
        numbers: dict[tuple[int, str], int] = {}
        for place, delegator in enumerate(sorted(DELEGATORS)):
            for duty in duties.touched(turning):
                verdict = law.verdict(DEFAULT_ROLE, DEFAULT_SETTING, delegator, duty)
                below = [
                    (duties.labels[c], law.verdict(DEFAULT_ROLE, DEFAULT_SETTING, delegator, c))
                    for c in duties.children.get(duty, [])
                ]
                # The jurisdiction keeps its verdicts alive, so on one day an id stands for one verdict.
                known = (id(verdict), children_note(verdict, below))
                if known not in numbers:
                    numbers[known] = book.number(verdict_row(verdict, known[1]))
                line = lines.setdefault(place * len(duties.ids) + at[duty], [])
                if not line or line[-1][1] != numbers[known]:
                    line.append((day, numbers[known]))
    return {cell: line for cell, line in sorted(lines.items()) if len(line) > 1}
