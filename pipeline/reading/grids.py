"""Grids of tasks and answers, row for row: each task with the answer of the job-holder's column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.reading.answers import ANSWER_WORDS, CONDITION, MARKS, answer, denies, said
from pipeline.reading.people import ANOTHER, HOLDER, PLAIN_HOLDER, another, names_assistant
from pipeline.reading.who_tables import row_of, who_column

Row = Sequence[str]
DENIES = re.compile(
    r"\b(?:not|never|cannot|can['’]?t|may\s?n['’]?t|won['’]?t|prohibited|forbidden|excluded|off[- ]limits)\b"
    r"|\b(?:out|outside)(?: of)? (?:the )?scope\b|^no$",
    re.IGNORECASE,
)
ALLOWS = re.compile(
    r"\b(?:allowed|permitted|may|can|ok|okay|performs?|does|do|delegated)\b|\b(?:in|within) scope\b|^yes$",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"\b(?:notes?|comments?|remarks?|restrictions?|exceptions?|limit(?:s|ations?)|conditions?|frequency|"
    r"(?:supervision|training|order|consent|certification|competency|signature)(?: (?:is )?(?:required|needed))?|"
    r"required|polic(?:y|ies)|references?|dates?|initials?)\??$",
    re.IGNORECASE,
)
"""Heads of columns whose "No" and "N/A" do not answer whether the task may be done."""
_CODE = re.compile(r"^[A-Za-z]{0,4}[-. ]?\d+(?:[-.]\d+)*[a-z]?[.)]?$")
_NOTHING = frozenset({"no", "n", "n/a", "na", "none", "-", "–", "—"})
TASKS = frozenset(
    {"", "task", "duty", "dutie", "procedure", "skill", "activity", "activitie", "service", "#", "function", "item"}
)


def lines_of_grid(rows: Sequence[Row]) -> list[str | None] | None:
    """A line for each row, null for one that is left out; null where the rows are no grid of answers or of people.

    `rows`: of one length, but for sections of one cell ("Lines:", padded). Cells are stripped; empty ones are "".
    """
    rows = without_answers_of_notes(rows)
    who = who_column(rows)
    kept: list[list[str] | None] = [list(row) for row in rows]
    if who is not None:
        column, first = who
        head = rows[0][column] if first else ""
        apart = any(names_assistant(row[column]) for row in rows[first:])
        kept[first:] = [row_of(row, column, head, apart) for row in rows[first:]]
    left = [row for row in kept if row is not None]
    lines = _answers(left) or (plain_rows(left) if who is not None else None)
    if lines is None:
        return None
    told = iter(lines)
    return [None if row is None else next(told) for row in kept]


def without_answers_of_notes(rows: Sequence[Row]) -> list[list[str]]:
    """Without "N/A" under "Restrictions" and "No" under "Training required": said of those, and not of the task."""
    notes = [bool(_NOTES.search(cell)) and not HOLDER.search(cell) for cell in rows[0]]
    return [["" if notes[j] and c.lower() in _NOTHING else c for j, c in enumerate(row)] for row in rows]


def plain_rows(rows: Sequence[Row]) -> list[str]:
    """The cells of each row in one line. A cell behind the first that denies in words gets a "No" before it.

    The first row may be a head ("Task | RN only"): it is a task's where it stands in brackets or others below it deny.
    """
    lines: list[str] = []
    for number, row in enumerate(rows):
        cells = [
            said(cell) if j and denies(cell) and (number or _is_told(rows, j)) else cell for j, cell in enumerate(row)
        ]
        lines.append(joined(cells))
    return lines


def _is_told(rows: Sequence[Row], column: int) -> bool:
    return rows[0][column].startswith("(") or any(len(row) > column and denies(row[column]) for row in rows[1:])


def joined(cells: Row) -> str:
    return " | ".join(cell for cell in cells if cell)


def _answers(rows: Sequence[Row]) -> list[str] | None:
    """A line for each row of a grid of tasks and answers; null for rows that are none."""
    if not rows:
        return None
    rows = _with_conditions(rows)
    if _coded(rows):
        rows = [[" ".join(cell for cell in row[:2] if cell), *row[2:]] for row in rows]
    head, body = (rows[0], rows[1:]) if is_head(rows[0], rows[1:]) else ([""] * len(rows[0]), rows)
    columns = range(1, len(head))
    answers = [j for j in columns if len(rows) > 1 and _is_column(head[j], [r[j] for r in body])]
    if not answers or not any(row[0] for row in body):
        return None
    denying = [j for j in answers if DENIES.search(head[j]) and not ANOTHER.search(head[j])]
    allowing = [j for j in answers if j not in denying and ALLOWS.search(head[j]) and not ANOTHER.search(head[j])]
    others = [j for j in answers if ANOTHER.search(head[j])]
    holders = [j for j in answers if j not in denying and j not in others and HOLDER.search(head[j])]
    holders.sort(key=lambda j: not PLAIN_HOLDER.search(head[j]))
    chosen = (holders or allowing or [j for j in answers if j not in others and j not in denying])[:1]
    ticked = not any(answer(r[j]) == "no" for r in body for j in answers)
    lines = [joined(head)] if body is not rows else []
    for row in body:
        notes = [row[j] for j in columns if j not in answers and row[j]]
        if row[0].endswith(":") and not any(row[1:]):
            lines.append(row[0])
        elif not chosen and not denying:  # a grid of others' tasks: "RN: Starts IVs"
            name = next((head[j] for j in others if another(head[j])), head[others[0]])
            lines.append(joined([f"{name}: {row[0]}", *notes]))
        else:
            told = _said(row, chosen, denying, others, ticked)
            # "Not applicable at this site" over the columns of dates
            told = told or next((said(row[j]) for j in answers if j not in others and denies(row[j])), "")
            lines.append(joined([row[0], told, *notes]))
    return lines


def _with_conditions(rows: Sequence[Row]) -> Sequence[Row]:
    """Among "Y" and "N" a "C" or "I" says yes, on a condition or independently; where "R" does a task, they do not."""
    letters = {cell for row in rows[1:] for cell in row[1:] if len(cell) == 1}
    if not letters & {"Y", "N"} or letters & {"R", "A"}:
        return rows
    return [rows[0], *([row[0], *("Y" if cell in ("C", "I") else cell for cell in row[1:])] for row in rows[1:])]


def _coded(rows: Sequence[Row]) -> bool:
    """Whether the first column only numbers the tasks of the second ("SO-7", "3.2", "No.")."""
    cells = [row[0] for row in rows[1:] if any(row[1:])]
    return len(rows[0]) > 2 and bool(cells) and all(map(_CODE.match, cells)) and bool(answer(rows[0][1]) is None)


def _is_column(head: str, cells: Sequence[str]) -> bool:
    """Whether a column holds answers: all of its cells, or most of them, beside a few words ("With an order")."""
    if _NOTES.search(head) and not HOLDER.search(head):
        return False
    filled = [cell for cell in cells if answer(cell) != ""]
    unclear = [cell for cell in filled if answer(cell) is None]
    if not all(CONDITION.match(cell) and len(cell.split()) <= ANSWER_WORDS for cell in unclear):
        return False
    return any(cells) and (not unclear or 2 * len(unclear) < len(filled))


def is_head(head: Row, body: Sequence[Row]) -> bool:
    """Whether a grid's first row is its head: "Task | Allowed | Not allowed" over ticks, not "Give enemas | Never"."""
    told = [cell.lower() for cell in head[1:] if answer(cell)]
    if not told or (head[0].lower().rstrip("s") in TASKS and all(row[0] for row in body)):
        return True
    marked = all(row[j].lower() in MARKS for row in body for j in range(1, len(head)))
    return bool(body) and marked and not any(cell in MARKS or cell in ("yes", "no") for cell in told)


def _said(row: Row, chosen: Sequence[int], denying: Sequence[int], others: Sequence[int], ticked: bool) -> str:
    """What a grid answers to one task. ticked: cells are marked or empty, and an empty one means no.

    An empty cell also means no where another's column of the same row is marked: the task is that one's.
    """
    for j in denying:
        told = answer(row[j])
        if told == "yes":
            return "No"
        if told == "no" and not chosen:
            return "Yes"
    if not chosen:
        return ""
    cell = row[chosen[0]]
    if answer(cell) == "":
        theirs = any(answer(row[j]) == "yes" for j in others)
        return "No" if (ticked or theirs) and not denying else ""
    return said(cell)
