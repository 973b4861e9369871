"""Tables of a document: grids of answers, columns that allow and forbid, labels with their text; other rows stay lines.

What a column's head says holds for its cells alone, so a table is not read row by row where the heads carry the sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.reading.blocks import BULLET, Block
from pipeline.reading.grids import ALLOWS, DENIES, Row, joined, lines_of_grid, plain_rows, without_answers_of_notes
from pipeline.reading.people import ANOTHER, HOLDER

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
        lines = lines_of_grid(rows)
        if lines is not None:
            return [Block(line) for line in lines if line]
        rows = without_answers_of_notes(rows)
        for way in (_columns, _labels):
            blocks = way(rows)
            if blocks:
                return blocks
    return [Block(line) for line in plain_rows(rows) if line]


def _line(row: Row) -> Iterator[Block]:
    text = joined(row)
    if text:
        yield Block(text)


def _columns(rows: list[list[str]]) -> list[Block]:
    """Columns that forbid, or that are another's: each a list of its own, led in by its head."""
    head, body = rows[0], rows[1:]
    spoken = [j for j, cell in enumerate(head) if cell and len(cell.split()) <= _LABEL_WORDS]
    sense = [j for j in spoken if DENIES.search(head[j]) or ALLOWS.search(head[j])]
    people = [j for j in spoken if ANOTHER.search(head[j]) or HOLDER.search(head[j])]
    denies = any(DENIES.search(head[j]) for j in sense) and len(sense) > 1
    shared = any(ANOTHER.search(head[j]) for j in people) and len(people) > 1
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
