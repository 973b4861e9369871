"""Cells of a line of plain text: parted by bars, by tabs, by dotted leaders, or by runs of blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LEADER = re.compile(r"(?:\.(?:[ \xa0]?[.…]){2,}|…+|_{3,}|·{3,}|-{4,}|–{3,})[ \xa0.]*")
_BLANKS = re.compile(r"[ \xa0]{2,}")
_BAR = re.compile(r"[|¦│║┃]")
_RULE = re.compile(r"[\s|+:=_.─━═┼├┤┬┴│—–-]*")
_PREFIX = re.compile(r"\s*(?:(?:[-*+•·●▪◦○■□–»>➤▸►✓✔]|\(?\d{1,2}[.)]|[a-zA-Z][.)])\s+)?")
_TAB = 8
_LONGEST = 400
_SLACK = 3
"""Signs by which cells of one column may begin, end, or have their middle, apart."""


@dataclass(frozen=True)
class Cells:
    """The cells of one line and, where blanks part them, the columns of signs from which and to which each goes.

    `prefix`: the indent and the sign of a list before them. `wide`: behind the first stands more than two blanks.
    """

    prefix: str
    texts: tuple[str, ...]
    places: tuple[tuple[int, int], ...] | None = None
    wide: bool = True


def is_rule(line: str) -> bool:
    """Whether a line is drawn, and says nothing: "-----  ----", "+====+", or empty."""
    return _RULE.fullmatch(line) is not None


def cells_of(line: str) -> Cells:
    """The cells of a line; one for a line without columns, or too long to have any."""
    if len(line) > _LONGEST:
        return Cells("", (line,))
    match = _PREFIX.match(line)
    prefix = match.group() if match else ""
    words = line[len(prefix) :].rstrip()
    if _BAR.search(words):
        inner = words[_BAR.match(words) is not None : len(words) - (_BAR.match(words, len(words) - 1) is not None)]
        return Cells(prefix, tuple(cell.strip() for cell in _BAR.split(inner)))
    if "\t" in words.strip("\t"):
        return Cells(prefix, tuple(c.strip() for c in words.split("\t")))
    leader = _LEADER.search(words, 1)
    if leader and leader.end() < len(words):
        parts = _LEADER if _LEADER.search(words, leader.end()) else _BLANKS
        behind = (cell.strip() for cell in parts.split(words[leader.end() :]))
        return Cells(prefix, (words[: leader.start()].strip(), *behind))
    return _by_blanks(prefix, words)


def with_tabs_as_blanks(line: str) -> Cells:
    """The cells of a line whose tabs only carry its words to the next stop."""
    match = _PREFIX.match(line)
    prefix = match.group() if match else ""
    spread = line.rstrip().expandtabs(_TAB)
    return _by_blanks(prefix, spread[len(prefix.expandtabs(_TAB)) :], len(prefix.expandtabs(_TAB)))


def _by_blanks(prefix: str, words: str, at: int | None = None) -> Cells:
    at = len(prefix) if at is None else at
    texts: list[str] = []
    places: list[tuple[int, int]] = []
    start = 0
    for gap in (*_BLANKS.finditer(words), None):
        end = gap.start() if gap else len(words)
        if words[start:end].strip():
            texts.append(words[start:end])
            places.append((at + start, at + end))
        start = gap.end() if gap else end
    wide = len(places) > 1 and places[1][0] - places[0][1] > 2
    return Cells(prefix, tuple(texts), tuple(places), wide)


def in_columns(rows: Sequence[Cells]) -> list[list[str]] | None:
    """The rows with as many cells each, those that are empty as ""; null where the columns do not line up."""
    width = max(len(row.texts) for row in rows)
    if any(row.places is None for row in rows):
        # What is parted by signs of its own has its empty cells; at the end they may be left out, but not of all rows.
        lengths = [len(row.texts) for row in rows]
        if min(lengths) < width - 1 or (len(rows) > 2 and all(length < lengths[0] for length in lengths[1:])):
            return None
        padded = [[*row.texts, *[""] * (width - len(row.texts))] for row in rows]
        kept = [j for j in range(width) if any(row[j] for row in padded)]
        return [[row[j] for j in kept] for row in padded]
    model = next(row.places for row in rows if len(row.texts) == width) or ()
    out: list[list[str]] = []
    for row in rows:
        cells = [""] * width
        behind = 0
        for text, place in zip(row.texts, row.places or (), strict=True):
            column = next((j for j in range(behind, width) if _beneath(place, model[j], first=j == 0)), None)
            if column is None:
                return None
            cells[column], behind = text, column + 1
        out.append(cells)
    return out


def _beneath(place: tuple[int, int], above: tuple[int, int], *, first: bool) -> bool:
    starts, ends = abs(place[0] - above[0]), abs(place[1] - above[1])
    middles = abs(sum(place) - sum(above)) / 2
    return starts <= _SLACK if first else min(starts, ends, middles) <= _SLACK
