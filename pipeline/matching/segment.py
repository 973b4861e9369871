"""`segment`: the statements of one text, cut exactly where `scan` cuts."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyarrow as pa

from pipeline.matching import kernel as k
from pipeline.matching.compile import CompiledLexicon
from pipeline.matching.scan import run
from pipeline.matching.tables import new_scratch


@dataclass(frozen=True)
class Statement:
    """One sentence or bullet: offsets in characters, end exclusive; headings from the outermost in.

    `level` is 0 for running text, 1 and more for bullets by indent (and for '#' headings by their number).
    A heading line is itself a statement, with `is_heading` set.
    """

    start: int
    end: int
    text: str
    level: int
    is_heading: bool
    headings: list[str] = field(default_factory=list)
    heading_offsets: list[tuple[int, int]] = field(default_factory=list)


def segment(compiled: CompiledLexicon, text: str) -> list[Statement]:
    """Statements of a text in reading order."""
    rows = [
        r
        for _, block in run(compiled, pa.array([text], pa.large_string()), k.STATEMENTS, 0, 1, 0, new_scratch())
        for r in block.tolist()
    ]
    spans = {r[7]: r for r in rows}
    out = []
    for r in rows:
        path: list[tuple[int, int]] = []
        parent = r[k.S_PARENT]
        while parent >= 0:
            above = spans[parent]
            path.append((above[k.START], above[k.END]))
            parent = above[k.S_PARENT]
        path.reverse()
        out.append(
            Statement(
                r[k.START],
                r[k.END],
                text[r[k.START] : r[k.END]],
                r[k.S_LEVEL],
                bool(r[k.S_IS_HEADING]),
                [text[a:b] for a, b in path],
                path,
            )
        )
    return out
