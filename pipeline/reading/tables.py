"""Tables of a document: grids of answers, columns that allow and forbid, labels with their text; other rows stay lines.

What a column's head says holds for its cells alone, so a table is not read row by row where the heads carry the sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.reading.blocks import BULLET, Block

Row = Sequence[str]

_DENIES = re.compile(
    r"\b(?:not|never|cannot|can['’]?t|may\s?n['’]?t|won['’]?t|prohibited|forbidden|excluded|off[- ]limits)\b"
    r"|\b(?:out|outside)(?: of)? (?:the )?scope\b|^no$",
    re.IGNORECASE,
)
_ALLOWS = re.compile(
    r"\b(?:allowed|permitted|may|can|ok|okay|performs?|does|do|delegated)\b|\b(?:in|within) scope\b|^yes$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:RNs?|LPNs?|LVNs?|MDs?|DOs?|NPs?|PAs?|APRNs?|CRNAs?|nurses?|physicians?|doctors?|providers?|practitioners?|"
    r"pharmacists?|podiatrists?|dermatologists?|clinicians?|supervisors?|managers?|physician assistants?)\b",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"\b(?:C?C?MAs?|RMAs?|UAPs?|PCTs?|assistants?|unlicensed|phlebotomists?|technicians?|techs?|aides?|externs?|students?)\b",
    re.IGNORECASE,
)
_PLAIN_HOLDER = re.compile(
    r"^(?:the |an? )?(?:medical assistants?|MAs?|assistants?|externs?|students?)\b", re.IGNORECASE
)
_YES = frozenset({"yes", "y", "x", "✓", "✔", "☑", "✅", "√", "•", "●", "■", "allowed", "permitted", "may", "can", "ok"})
_NO = frozenset({"no", "n", "✗", "✘", "✕", "☒", "❌", "–", "—", "-", "n/a", "na", "never", "prohibited", "not allowed",
                 "not permitted", "not delegated", "may not", "cannot"})  # fmt: skip
_MARKS = frozenset({"", "x", "✓", "✔", "☑", "✅", "√", "•", "●", "■", "✗", "✘", "✕", "☒", "❌", "–", "—", "-"})
_NOT_DONE = "NIC"
_OPENS = re.compile(r"^(yes|no|never|not allowed|not permitted|prohibited)\b(?=[\s,;:(–—-])", re.IGNORECASE)
_ANSWER_WORDS = 10
_SECTION = re.compile(
    r"^(?:(?:position|job|general|essential|key|main|primary|other|additional|clinical|work)\s+)*"
    r"(?:duties|responsibilities|functions|tasks|summary|purpose|overview|prohibited|not permitted|not allowed|"
    r"limits|limitations|restrictions|exclusions|does|may|qualifications|requirements|education|experience|"
    r"certifications?|licen[sc]es?|licensure|skills|training|reports? to|supervis\w+|schedule|hours|shift|salary|pay|"
    r"benefits|titles?|department|location|status|physical|front (?:desk|office)|back office|clinical|"
    r"administrative|laboratory)\b",
    re.IGNORECASE,
)
_LABEL_WORDS = 6


def blocks_of_table(rows: Sequence[Row]) -> list[Block]:
    """The rows of a table, their empty cells kept as "", as lines, or as lists led in by the heads of the columns."""
    rows = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    width = max((len(row) for row in rows), default=0)
    # A cell over the whole width names the rows below it: "Lines:" is a heading there, and no task.
    rows = [[row[0].rstrip(":") + ":"] if len(row) == 1 < width else row for row in rows]
    rows = [row + [""] * (width - len(row)) for row in rows]
    if width >= 2:
        for way in (_answers, _columns, _labels):
            blocks = way(rows)
            if blocks:
                return blocks
    return [line for row in rows for line in _line(row)]


def _line(row: Row) -> Iterator[Block]:
    text = " | ".join(cell for cell in row if cell)
    if text:
        yield Block(text)


def _answer(cell: str) -> str | None:
    """ "yes", "no" or "" for an empty cell; null for a cell that is no answer."""
    folded = cell.lower().rstrip(".*† ")
    if not folded:
        return ""
    if folded in _YES:
        return "yes"
    if folded in _NO:
        return "no"
    if len(cell) == 1 and cell.isupper():
        return "no" if cell in _NOT_DONE else "yes"  # "R" for what a role does, "I" for whom it is told
    opened = _OPENS.match(cell)
    if opened and len(cell.split()) <= _ANSWER_WORDS:
        return "yes" if opened.group(1).lower() == "yes" else "no"
    return None


def _answers(rows: list[list[str]]) -> list[Block]:
    """A grid of tasks and answers: each task with the answer of the job-holder's column."""
    head, body = (rows[0], rows[1:]) if _is_head(rows[0], rows[1:]) else ([""] * len(rows[0]), rows)
    columns = range(1, len(head))
    answers = [
        j for j in columns if len(rows) > 1 and any(r[j] for r in body) and all(_answer(r[j]) is not None for r in body)
    ]
    if not answers or not any(row[0] for row in body):
        return []
    denying = [j for j in answers if _DENIES.search(head[j]) and not _ANOTHER.search(head[j])]
    allowing = [j for j in answers if j not in denying and _ALLOWS.search(head[j]) and not _ANOTHER.search(head[j])]
    others = [j for j in answers if _ANOTHER.search(head[j])]
    holders = [j for j in answers if j not in denying and j not in others and _HOLDER.search(head[j])]
    holders.sort(key=lambda j: not _PLAIN_HOLDER.search(head[j]))
    chosen = (holders or allowing or [j for j in answers if j not in others and j not in denying])[:1]
    blocks = list(_line(head))
    for row in body:
        if row[0].endswith(":") and not any(row[1:]):
            blocks.append(Block(row[0]))
            continue
        notes = [row[j] for j in columns if j not in answers and row[j]]
        if not chosen and not denying:  # a grid of others' tasks: "RN: Starts IVs"
            blocks += _line([f"{head[others[0]]}: {row[0]}", *notes])
            continue
        said = _said(row, chosen, denying, ticked=not any(_answer(r[j]) == "no" for r in body for j in answers))
        blocks += _line([row[0], said, *notes])
    return blocks


def _is_head(head: Row, body: Sequence[Row]) -> bool:
    """Whether a grid's first row is its head: "Task | Allowed | Not allowed" over ticks, not "Give enemas | Never"."""
    told = [cell.lower() for cell in head[1:] if _answer(cell)]
    named = head[0].lower().rstrip("s") in (
        "",
        "task",
        "duty",
        "dutie",
        "procedure",
        "skill",
        "activity",
        "service",
        "#",
    )
    if not told or (named and all(row[0] for row in body)):
        return True
    marked = all(row[j].lower() in _MARKS for row in body for j in range(1, len(head)))
    return bool(body) and marked and not any(cell in _MARKS or cell in ("yes", "no") for cell in told)


def _said(row: Row, chosen: Sequence[int], denying: Sequence[int], ticked: bool) -> str:
    """What a grid answers to one task. ticked: cells are marked or empty, and an empty one means no."""
    for j in denying:
        answer = _answer(row[j])
        if answer == "yes":
            return "No"
        if answer == "no" and not chosen:
            return "Yes"
    if not chosen:
        return ""
    cell = row[chosen[0]]
    answer = _answer(cell)
    if answer == "":
        return "No" if ticked and not denying else ""
    if _OPENS.match(cell) or len(cell.split()) > 1:
        return cell  # "Yes, with training", "Not allowed"
    return "Yes" if answer == "yes" else "Never" if cell.lower() == "never" else "No"


def _columns(rows: list[list[str]]) -> list[Block]:
    """Columns that forbid, or that are another's: each a list of its own, led in by its head."""
    head, body = rows[0], rows[1:]
    spoken = [j for j, cell in enumerate(head) if cell and len(cell.split()) <= _LABEL_WORDS]
    sense = [j for j in spoken if _DENIES.search(head[j]) or _ALLOWS.search(head[j])]
    people = [j for j in spoken if _ANOTHER.search(head[j]) or _HOLDER.search(head[j])]
    denies = any(_DENIES.search(head[j]) for j in sense) and len(sense) > 1
    shared = any(_ANOTHER.search(head[j]) for j in people) and len(people) > 1
    if not body or not (denies or shared):
        return []
    lists = sense if denies else people
    blocks: list[Block] = []
    for j in lists:
        cells = [(row[0] if 0 not in lists else "", row[j]) for row in body if row[j]]
        if not cells:
            continue
        blocks.append(Block(head[j].rstrip(":") + ":"))
        blocks += [Block(f"{label}: {cell}" if label else cell, BULLET) for label, cell in cells]
    return blocks


def _labels(rows: list[list[str]]) -> list[Block]:
    """Two columns, the first with the names of sections ("Duties", "Reports to"): each its own lead-in."""
    if any(len(row) != 2 for row in rows):
        return []
    labels = [row for row in rows if row[0] and row[1] and len(row[0].split()) <= _LABEL_WORDS]
    named = [row for row in labels if _SECTION.search(row[0])]
    if len(named) < 2 or 3 * len(named) < len(labels):
        return []
    blocks: list[Block] = []
    for label, text in rows:
        if label and text and len(label.split()) <= _LABEL_WORDS:
            blocks += [Block(label.rstrip(":") + ":"), Block(text, BULLET)]
        else:
            blocks += _line((label, text))
    return blocks
