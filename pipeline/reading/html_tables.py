"""Tables of data on a page: their cells by row, a head of two rows as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.reading.blocks import one_line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LAYOUT = "table,ul,ol,p,div,h1,h2,h3,h4,h5,h6,li,br"
_CELL_CHARS = 200
_COLUMNS = 50


def rows_of(table: LexborNode) -> list[list[str]]:
    """Cells of a table of data, by row; none where a row holds structure of its own, or a table."""
    rows = [row for row in table.css("tr") if row.css_first("td,th")]
    data = [is_data(row) for row in rows]
    if sum(data) < 2 or not all(known or _is_section(row) for known, row in zip(data, rows, strict=True)):
        return []
    cells = [_cells(row) for row in rows]
    head = _head_of_two(cells[0], cells[1])
    texts = [[one_line(c.text(deep=True, separator=" ")) for c in row] for row in cells]
    return [head, *texts[2:]] if head else texts


def _cells(row: LexborNode) -> list[LexborNode]:
    return [c for c in row.iter() if c.tag in ("td", "th")]


def _head_of_two(over: Sequence[LexborNode], under: Sequence[LexborNode]) -> list[str] | None:
    """The head of columns whose names stand in two rows, "Task" beside "Role" over "RN" and "MA"; null for others.

    The upper name is kept where there are several ("MA Yes", "MA No", "RN Yes", "RN No").
    """
    wide = sum(_span(cell, "colspan") > 1 for cell in over)
    names = [one_line(cell.text(deep=True, separator=" ")) for cell in under]
    down = [cell for cell in over if _span(cell, "rowspan") > 1]
    width = sum(_span(cell, "colspan") for cell in over)
    if not wide or width > _COLUMNS or any(_span(cell, "colspan") > 1 for cell in under):
        return None
    if not down and (len(names) != width or names[0]):
        return None
    if down and len(names) != width - sum(_span(cell, "colspan") for cell in down):
        return None
    out: list[str] = []
    left = iter(names)
    for cell in over:
        text, span = one_line(cell.text(deep=True, separator=" ")), _span(cell, "colspan")
        for _ in range(span):
            name = text if _span(cell, "rowspan") > 1 else next(left)
            out.append(f"{text} {name}" if wide > 1 and span > 1 else name or text)
    return out


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or ""
    return int(value) if value.isdecimal() and len(value) < 4 and int(value) else 1


def _is_section(row: LexborNode) -> bool:
    """True for a row of one short cell, which names the rows below it."""
    cells = _cells(row)
    return len(cells) == 1 and not row.css_first(_LAYOUT) and len(cells[0].text(deep=True)) <= _CELL_CHARS


def is_data(row: LexborNode) -> bool:
    """True for a row of short cells without structure of their own: it is read as one line."""
    cells = _cells(row)
    if len(cells) < 2 or row.css_first(_LAYOUT):
        return False
    return all(len(c.text(deep=True)) <= _CELL_CHARS for c in cells)
