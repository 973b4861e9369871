"""Grids of answers on a PDF page, whose lines have lost their columns ("Remove sutures Yes No Yes")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.pdf_lines import Line

_MARK = r"(?:Yes|No|YES|NO|Y|N|X|✓|✔|☑|✗|✘|☒|–|—)"
_ROW = re.compile(rf"^(?P<task>\S.*?[^\W\d_].*?)(?P<answers>(?:\s+{_MARK})+)$")
_NAMES = re.compile(
    r"\b(?:(?:lead |senior |certified )?medical assistants?|(?:lead )?C?C?MAs?|RMAs?|UAPs?|PCTs?|RNs?|LPNs?|"
    r"LVNs?|NPs?|PAs?|MDs?|nurses?|physicians?|providers?|not allowed|not permitted|"
    r"allowed|permitted|prohibited|may not|may)\b",
    re.IGNORECASE,
)
_ROWS = 2
_HEAD_WORDS = 3
"""A line with more words besides the names of columns is no head ("What students may do at the site")."""


@dataclass(frozen=True)
class Grid:
    """Lines first to last (end exclusive) of a page. `rows`: with their head, null where it cannot be told."""

    first: int
    last: int
    rows: tuple[tuple[str, ...], ...] | None


def grids_of(lines: Sequence[Line]) -> list[Grid]:
    """Runs of two and more lines that end in answers, with the line of names above them."""
    out: list[Grid] = []
    at = 0
    while at < len(lines):
        end = at
        found = []
        while end < len(lines) and (row := _ROW.match(lines[end].text)):
            found.append((row["task"], *row["answers"].split()))
            end += 1
        if len(found) >= _ROWS:
            out.append(_grid(lines, at, end, found))
        at = max(end, at + 1)
    return out


def heads_grid(lines: Sequence[Line], number: int) -> bool:
    """Whether a line names the columns of answers that follow it."""
    behind = lines[number + 1].text if number + 1 < len(lines) else ""
    return _ROW.match(behind) is not None and _NAMES.search(lines[number].text) is not None


def _grid(lines: Sequence[Line], first: int, last: int, found: list[tuple[str, ...]]) -> Grid:
    widths = {len(row) - 1 for row in found}
    head = lines[first - 1].text if first else ""
    names = _NAMES.findall(head) if len(_NAMES.sub("", head).split()) <= _HEAD_WORDS else []
    if len(widths) == 1 and len(names) == widths.pop():
        return Grid(first - 1, last, (("", *names), *found))
    plain = all(len(row) == 2 and row[1].lower() in ("yes", "no") for row in found)
    return Grid(first, last, tuple(found) if plain else None)
