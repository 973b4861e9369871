"""What repeats at the head and foot of pages: the clinic's name, "Policy 12.3 - Page 2 of 4", "Revised 3/2024"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.reading.pdf_grids import heads_grid
from pipeline.reading.pdf_lines import Line
from pipeline.reading.signs import strip_bullet

_EDGE = 4
"""So many lines from the top or bottom of a page may be its head or foot."""
_NEAR = 6.0
"""Points by which the same line may stand higher or lower on another page."""
_BAND = 0.12
"""Of the height of what is printed: a date or page number within it is of the head or foot."""
_PAGE = re.compile(
    r"^(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$|^[-–|]\s*\d{1,4}\s*[-–|]$|\bpage\s*:?\s*\d{1,4}(?:\s*(?:of|"
    r"/)\s*\d{1,4})?\b"
    r"|\b(?:pg|p)\.\s?\d{1,4}$|\b\d{1,3} of \d{1,3}$|\|\s*\d{1,4}$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"^(?:last |date |original |form |policy )?(?:rev(?:ised|ision|iewed)?|updated?|effective|approved|issued|"
    r"version|printed|created|"
    r"adopted)\b[\s:.#]*(?:date|on|no|number)?[\s:.#]*(?:v?\d[\d./-]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)\w*\.?"
    r"(?: \d{1,2},?)? \d{4})\b.{0,30}$|^(?:confidential|internal use only|uncontrolled (?:copy )?when printed|©|"
    r"copyright\b)",
    re.IGNORECASE,
)
_WORDS = 14


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Pages without their heads and feet: what stands at the edge of half of the pages, page numbers, dates.

    Of two pages' common heads the first stays, for it may be the document's title.
    """
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for i in _edges(page):
            seen[_folded(page[i])].append((number, page[i].bottom))
    out: list[list[Line]] = []
    for number, page in enumerate(pages):
        gone: set[int] = set()
        for side in _sides(page):
            for depth, i in enumerate(side):
                if _runs(page, i, number, seen[_folded(page[i])], len(pages)):
                    gone.add(i)
                elif depth:
                    break  # what stands further in belongs to the text
        out.append([line for i, line in enumerate(page) if i not in gone])
    return out


def _sides(page: Sequence[Line]) -> tuple[range, range]:
    count = len(page)
    return range(min(_EDGE, count)), range(count - 1, max(count - 1 - _EDGE, -1), -1)


def _edges(page: Sequence[Line]) -> set[int]:
    top, bottom = _sides(page)
    return {*top, *bottom}


def _runs(page: Sequence[Line], i: int, number: int, places: Sequence[tuple[int, float]], count: int) -> bool:
    """Whether line i of a page is of its head or foot. places: where else a line with these words stands."""
    line = page[i]
    if heads_grid(page, i):
        return False  # a table's head is said anew on each page
    if _marked(page, line):
        return True
    others = {n for n, bottom in places if n != number and abs(bottom - line.bottom) <= _NEAR}
    if count > 2:
        return len(others) + 1 >= max(3, 0.5 * count)
    if not others or strip_bullet(line.text) is not None or len(line.text.split()) > _WORDS:
        return False
    middle = (page[0].bottom + page[-1].bottom) / 2
    return number > 0 or line.bottom < middle


def _marked(page: Sequence[Line], line: Line) -> bool:
    """Whether a line at the edge is a page number or a date of revision by its words."""
    if re.fullmatch(_PAGE, line.text) or re.fullmatch(r"(?:page\s*)?\d{1,4}", line.text, re.IGNORECASE):
        return True
    if len(line.text.split()) > _WORDS or strip_bullet(line.text) is not None:
        return False
    top, bottom = max(x.bottom for x in page), min(x.bottom for x in page)
    near = min(top - line.bottom, line.bottom - bottom) <= _BAND * max(top - bottom, 1)
    return near and (_PAGE.search(line.text) is not None or _DATED.match(line.text) is not None)


def _folded(line: Line) -> str:
    return re.sub(r"[0-9]+", "0", line.text.lower())
