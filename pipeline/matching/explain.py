"""`explain`: every candidate in a text, which won, and why the others fell."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from pipeline.matching import kernel as k
from pipeline.matching.compile import CompiledLexicon
from pipeline.matching.grammar import KINDS, REASONS
from pipeline.matching.scan import run
from pipeline.matching.tables import new_scratch


@dataclass(frozen=True)
class Candidate:
    """One alias found in a text. `kept` says whether `scan` gives it; `reason` why, or why not."""

    duty_id: str
    alias: str
    start: int
    end: int
    words: str
    kept: bool
    reason: str
    polarity: str
    kind: str
    conditional: bool
    statement: tuple[int, int]


def explain(compiled: CompiledLexicon, text: str) -> list[Candidate]:
    """All candidates of a text in reading order, those that lost included."""
    out = []
    for _, block in run(compiled, pa.array([text], pa.large_string()), k.CANDIDATES, 0, 1, 0, new_scratch()):
        for r in block.tolist():
            alias = int(compiled.alias_of[r[k.ALIAS]])
            out.append(
                Candidate(
                    compiled.duty_ids[r[k.DUTY]],
                    compiled.aliases[alias],
                    r[k.START],
                    r[k.END],
                    text[r[k.START] : r[k.END]],
                    r[k.WHY] == 0,
                    REASONS[r[k.WHY]],
                    "negated" if r[k.POLARITY] else "affirmed",
                    KINDS[r[k.KIND]],
                    bool(r[k.CONDITIONAL]),
                    (r[k.ST_START], r[k.ST_END]),
                )
            )
    return out
