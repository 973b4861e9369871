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
# "Yes, after training", "No (RN only)", "Y – once checked": up to the next answer.
_NOTE = rf"(?:\s*[,;:(/]|\s+[–—-](?=\s+[a-z])|\s+(?=[a-z]))(?:(?!\s{_MARK}(?:[\s,;:(/]|$)).)*"
_CELL = rf"\s+({_MARK}(?:{_NOTE})?)(?=\s|$)"
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
        if (noted := _noted_grid(lines, at)) is not None:
            out.append(noted)
            at = noted.last
            continue
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
    if _ROW.match(behind):
        return _NAMES.search(lines[number].text) is not None
    return _noted_grid(lines, number) is not None


def _noted_grid(lines: Sequence[Line], head: int) -> Grid | None:
    """The grid below a line of names some of whose answers have a note; null where there is none.

    Only the number of columns tells where such cells part; and of questions and answers a text may have lines as well.
    """
    names = [] if _ROW.match(lines[head].text) else _names(lines[head].text)
    found: list[tuple[str, ...]] = []
    noted = 0
    while names and head + 1 + len(found) < len(lines):
        text = lines[head + 1 + len(found)].text
        row = _ROW.match(text)
        if row is not None and len(row["answers"].split()) == len(names):
            found.append((row["task"], *row["answers"].split()))
        elif (cells := _noted_row(text, len(names))) is not None:
            found.append(cells)
            noted += 1
        else:
            break
    if not 0 < noted < len(found):
        return None
    return Grid(head, head + 1 + len(found), (("", *names), *found))


def _noted_row(text: str, columns: int) -> tuple[str, ...] | None:
    """The task and its answers, as many as there are columns, with their notes."""
    row = re.match(rf"^(?P<task>\S.*?[^\W\d_].*?)(?P<answers>(?:{_CELL}){{{columns}}})$", text)
    if row is None or "?" in row["task"]:
        return None
    return (row["task"], *re.findall(_CELL, row["answers"]))


def _grid(lines: Sequence[Line], first: int, last: int, found: list[tuple[str, ...]]) -> Grid:
    widths = {len(row) - 1 for row in found}
    head = lines[first - 1].text if first else ""
    names = _names(head)
    if len(widths) == 1 and len(names) == widths.pop():
        return Grid(first - 1, last, (("", *names), *found))
    plain = all(len(row) == 2 and row[1].lower() in ("yes", "no") for row in found)
    return Grid(first, last, tuple(found) if plain else None)


def _names(head: str) -> list[str]:
    """The names of columns in a line that holds little else."""
    return _NAMES.findall(head) if len(_NAMES.sub("", head).split()) <= _HEAD_WORDS else []
