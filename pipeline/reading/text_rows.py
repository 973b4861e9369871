"""Rows of a plain-text grid that go over several lines: what stands beneath a cell goes on with it.

Blood gas (radial     No    Send to the
artery)                     hospital
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.reading.answers import answer
from pipeline.reading.text_cells import Cells

_GOES_ON = re.compile(r"(?:[,(/&-]|\b(?:or|and|of|the|an?|with|for|to|in|by|on|from|per|after|before))$", re.IGNORECASE)
_APART = 1
"""Signs by which a line may begin beside the cell that it goes on with."""


def with_rest(cells: list[Cells], likely: list[bool]) -> dict[int, int]:
    """Join what goes on from one line to the next into the rows of `cells`; returns for each such line its row.

    A line that might be a row, but answers nothing, goes on too; it is `likely` a row no more.
    """
    rest: dict[int, int] = {}
    for number in range(1, len(cells)):
        row, more = rest.get(number - 1, number - 1), cells[number]
        if not likely[row] or cells[row].places is None or more.places is None:
            continue
        if likely[number] and (any(map(answer, more.texts[1:])) or len(more.texts) >= len(cells[row].texts)):
            continue
        joined = _joined(cells[row], more)
        if joined is not None:
            cells[row] = joined
            rest[number], likely[number] = row, False
    return rest


def _joined(row: Cells, more: Cells) -> Cells | None:
    """The row with what stands beneath its cells; null where that is no part of it."""
    texts = list(row.texts)
    places = row.places or ()
    for text, place in zip(more.texts, more.places or (), strict=True):
        column = next((j for j, above in enumerate(places) if abs(place[0] - above[0]) <= _APART), None)
        if column is None or (column and answer(row.texts[column]) is not None):
            return None
        begun = row.texts[column]
        opened = begun.count("(") > begun.count(")")
        if not (column or opened or text[:1].islower() or _GOES_ON.search(begun)):
            return None  # a section, or another row
        texts[column] = f"{texts[column]} {text}"
    return replace(row, texts=tuple(texts)) if more.texts else None
