"""Grids of plain text within other formats: code and paragraphs of Markdown, `<pre>` of pages, paragraphs of Word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.reading.blocks import PARAGRAPH, Block, with_signs_read
from pipeline.reading.text_cells import is_rule
from pipeline.reading.text_grids import grids_of_lines

_COLUMNED = re.compile(r"\t|\.{4}|…|_{4}| {3}")
_PROSE = "Prose."


def blocks_with_grids(lines: Sequence[str]) -> list[Block] | None:
    """A block for each line, its grids read; null where the lines hold none that can be told."""
    grids = [grid for grid in grids_of_lines(lines) if grid.told]
    if not grids:
        return None
    read = {number: line for grid in grids for number, line in grid.lines.items()}
    found = (read.get(number, line).strip() for number, line in enumerate(lines))
    return [with_signs_read(Block(line)) for line in found if line and not is_rule(line)]


def with_text_grids(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with those read that stand in columns by tabs or leaders ("Give chemotherapy<tab>No")."""
    if not any(map(_COLUMNED.search, (block.text for block in blocks))):
        return list(blocks)
    # Bars are those of tables that are read already.
    lines = [b.text if b.kind == PARAGRAPH and "|" not in b.text else _PROSE for b in blocks]
    out = list(blocks)
    for grid in grids_of_lines(lines):
        for number, line in grid.lines.items() if grid.told else ():
            out[number] = replace(blocks[number], text=line, bold=False)
    return [block for block in out if block.text]
