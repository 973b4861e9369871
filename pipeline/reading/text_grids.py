"""Grids in plain text, whose columns stand apart by runs of blanks, tabs, dotted leaders or bars.

    Task                MA     RN
    Give chemotherapy   No     Yes
    Draw blood ........ Yes

Strict, for prose may be laid out in two columns too: two and more neighbouring rows, their columns beneath each other
or parted by signs of their own, and every cell behind the first a short answer or the name of an occupation. Only the
last may be a note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.reading.answers import answer
from pipeline.reading.grids import TASKS, is_head, lines_of_grid
from pipeline.reading.people import is_names, names_people
from pipeline.reading.text_cells import Cells, cells_of, in_columns, is_rule, with_tabs_as_blanks
from pipeline.reading.text_rows import with_rest
from pipeline.reading.who_tables import who_column

_CELL_CHARS, _CELL_WORDS, _NOTE_CHARS, _TASK_CHARS = 40, 6, 80, 120
_SECTION_WORDS = 6
_COLUMNS = 12
_RUN = 300
"""Lines that are looked at together, so that the time stays linear; a longer grid is read as several."""
_ROWS = 2
_NAMED_ROWS = 3
"""Rows that name people under no head: fewer may be anything ("Author   RN")."""
_HOW = re.compile(
    r"^(?:general|direct|indirect|immediate|personal|on[- ]?site|off[- ]?site|in[- ](?:the )?room|remote|available|"
    r"standing order|protocol|(?:written |verbal )?order|delegated|supervised|independent(?:ly)?|yearly|annual(?:ly)?|"
    r"daily|weekly|monthly|once|at hire)\b",
    re.IGNORECASE,
)
"""Beside an answer: how the task is supervised, ordered or checked."""
_NO_HEAD = re.compile(r"[.:;]$|\bpage\b|\d[./-]\d", re.IGNORECASE)
UNTOLD = "a table whose columns cannot be told apart"


@dataclass(frozen=True)
class TextGrid:
    """What lines of a text are read as: `lines` by their numbers, "" for one that is left out.

    `told`: false where it has several columns of answers and none says whose they are; its rows are left out.
    """

    first: int
    last: int
    lines: dict[int, str]
    told: bool = True


def grids_of_lines(lines: Sequence[str]) -> list[TextGrid]:
    """The grids among the lines of a text."""
    cells = [cells_of(line) for line in lines]
    likely = [_is_row(row) for row in cells]
    rest = with_rest(cells, likely)
    out: list[TextGrid] = []
    at = 0
    while at < len(lines):
        who = _who_grid(lines, cells, at)
        if who is not None:
            out.append(who)
            at = who.last
            continue
        if not likely[at]:
            at += 1
            continue
        found = _rows_from(lines, cells, likely, rest, at)
        grid = _grid(lines, cells, found, out[-1].last if out else 0) if len(found) >= _ROWS else None
        if grid is not None:
            grid = _with_rest(grid, rest)
            out.append(grid)
        at = grid.last if grid is not None else found[-1] + 1
    return out


def _who_grid(lines: Sequence[str], cells: Sequence[Cells], at: int) -> TextGrid | None:
    """A grid that bars part and whose head says who does what, whatever its cells hold; null for none."""
    if "|" not in lines[at] or is_rule(lines[at]) or (at and "|" in lines[at - 1]):
        return None
    numbers = []
    for number in range(at, min(at + _RUN, len(lines))):
        if "|" not in lines[number] or (
            not is_rule(lines[number]) and len(cells[number].texts) != len(cells[at].texts)
        ):
            break
        if not is_rule(lines[number]):
            numbers.append(number)
    rows = [list(cells[number].texts) for number in numbers]
    who = who_column(rows) if len(rows) > _ROWS else None
    read = lines_of_grid(rows) if who is not None and who[1] else None
    if read is None:
        return None
    told = zip(numbers, read, strict=True)
    return TextGrid(at, numbers[-1] + 1, {n: cells[n].prefix + line if line else "" for n, line in told})


def _with_rest(grid: TextGrid, rest: Mapping[int, int]) -> TextGrid:
    """The grid, its rows' further lines empty: what stood in them is read with the rows."""
    further = {number: "" for number, row in rest.items() if row in grid.lines}
    last = max([grid.last, *(number + 1 for number in further)])
    return replace(grid, last=last, lines=dict(sorted({**grid.lines, **further}.items())))


def _rows_from(
    lines: Sequence[str], cells: Sequence[Cells], likely: Sequence[bool], rest: Mapping[int, int], at: int
) -> list[int]:
    """Numbers of the rows that stand together from line `at` on, with sections of a few words between them."""
    found: list[int] = []
    between = 0
    for number in range(at, min(at + _RUN, len(lines))):
        words = lines[number].strip()
        if likely[number]:
            if found and cells[number].texts[0].lower().rstrip("s") in TASKS:
                break  # the head of another
            if len(found) > 1 and found[-1] < number - 1 and not _alike(cells[found[-1]], cells[number]):
                break
            found.append(number)
            between = 0
        elif not is_rule(words) and number not in rest:
            between += 1
            if (
                between > 1
                or len(words.split()) > _SECTION_WORDS
                or words[-1:] in ".;,"
                or len(cells[number].texts) > 1
            ):
                break
    return found


def _alike(row: Cells, other: Cells) -> bool:
    """Whether two rows with lines between them may be of one grid: parted alike, and both of answers or of people."""
    kinds = [answer(x.texts[1]) is not None for x in (row, other) if x.texts[1]]
    return (row.places is None) == (other.places is None) and len(set(kinds)) < 2


def _is_row(cells: Cells) -> bool:
    texts = [text for text in cells.texts if text]
    if not 2 <= len(cells.texts) <= _COLUMNS or len(texts) < 2 or not cells.texts[0]:
        return False
    if names_people(cells.texts[0]):
        return False  # a head without a word over the tasks
    if len(cells.texts[0]) > _TASK_CHARS or cells.texts[0].endswith(":") or not any(map(str.isalpha, cells.texts[0])):
        return False
    *most, last = cells.texts[1:]
    if not all(_is_short(cell) or (j > 0 and _HOW.match(cell)) for j, cell in enumerate(most)):
        return False
    return _is_short(last) and bool(last or most) if not any(most) else _is_short(last) or len(last) <= _NOTE_CHARS


def _is_short(cell: str) -> bool:
    if len(cell) > _CELL_CHARS or len(cell.split()) > _CELL_WORDS:
        return False
    return answer(cell) is not None or is_names(cell)


def _grid(lines: Sequence[str], cells: Sequence[Cells], found: Sequence[int], above: int) -> TextGrid | None:
    """The grid of rows that stand together. above: the line from which on its head may be looked for."""
    head = _head(lines, cells, found[0], above)
    for last in sorted({len(found), len(found) - 1, len(found) // 2, _ROWS}, reverse=True):
        # The last rows may be of another grid, or of none; the line above may be no head.
        for over in ([head], []) if head is not None and last >= _ROWS else ([],) if last >= _ROWS else ():
            numbers = [*over, *found[:last]]
            columns = _columns_of(lines, numbers, [cells[n] for n in numbers], headed=bool(over))
            if columns is not None:
                return _read(numbers, columns, [cells[n].prefix for n in numbers], headed=bool(over))
    return None


def _read(
    numbers: Sequence[int], columns: list[list[str]], prefixes: Sequence[str], *, headed: bool
) -> TextGrid | None:
    body = columns[1:]
    if not headed:
        named = all(is_names(c) for c in columns[0][1:] if c) and any(answer(c) for row in body for c in row[1:])
        headed = named or (any(map(answer, columns[0][1:])) and is_head(columns[0], body))
    answers = [j for j in range(1, len(columns[0])) if all(answer(row[j]) is not None for row in columns)]
    first, last = numbers[0], numbers[-1] + 1
    if not headed and not answers and len(columns) < _NAMED_ROWS:
        return None
    if not headed and len(answers) > 1:
        if any(len({answer(row[j]) for j in answers}) > 1 for row in columns):
            return TextGrid(first, last, dict.fromkeys(numbers, ""), told=False)
        columns = [row[:2] for row in columns]
    read = lines_of_grid(columns)
    if read is None:
        return None
    told = zip(numbers, prefixes, read, strict=True)
    return TextGrid(first, last, {n: prefix + line if line else "" for n, prefix, line in told})


def _columns_of(
    lines: Sequence[str], numbers: Sequence[int], rows: Sequence[Cells], *, headed: bool
) -> list[list[str]] | None:
    """The cells of the rows by their columns; tabs are taken for blanks where they part no equal numbers of cells."""
    if headed and len(rows[0].texts) + 1 == max(len(row.texts) for row in rows[1:]) and rows[0].places is None:
        rows = [Cells("", ("", *rows[0].texts)), *rows[1:]]
    if any("\t" in lines[n].strip() for n in numbers) and len({len(row.texts) for row in rows}) > 1:
        rows = [with_tabs_as_blanks(lines[n]) for n in numbers]
        if not all(_is_row(row) for row in rows[headed:]):
            return None
    elif 2 * sum(row.wide for row in rows) < len(rows):
        return None
    if headed and rows[0].places is not None and any(row.places is None for row in rows[1:]):
        rows = [Cells("", rows[0].texts), *rows[1:]]
    if headed and rows[0].places is not None:
        task = min((row.places[0] for row in rows[1:] if row.places), default=(0, 0))
        if rows[0].places[0][0] > task[0] + 3:  # no word stands over the tasks
            rows = [Cells("", ("", *rows[0].texts), (task, *rows[0].places)), *rows[1:]]
    return in_columns(rows)


def _head(lines: Sequence[str], cells: Sequence[Cells], first: int, above: int) -> int | None:
    """The line over the first row that names its columns; null where there is none."""
    number = first - 1
    while number >= above and is_rule(lines[number]):
        number -= 1
    if number < above:
        return None
    texts = [text for text in cells[number].texts if text]
    short = all(len(text) <= _CELL_CHARS and len(text.split()) <= _CELL_WORDS for text in texts)
    return number if short and len(texts) >= 2 and not any(map(_NO_HEAD.search, texts)) else None
