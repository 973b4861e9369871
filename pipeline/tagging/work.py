"""From a block of rows to the mentions in it, as the output holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from pipeline.matching import KINDS, CompiledLexicon, scan
from pipeline.tagging.blocks import Block
from pipeline.tagging.law import LawTable
from pipeline.tagging.unknown_states import UnknownStates
from schemas.vocabulary import CATEGORIES, VERDICTS

DUTY = KINDS.index("duty")


@dataclass(frozen=True)
class Tagged:
    """The mentions of a block, and its counts: rows seen, tagged (with a mention), empty (without), rejected.

    `unknown`: rows whose state is not known; none without a column of states.
    """

    block: Block
    mentions: pa.Table
    tagged: int
    by_category: Counter[str]
    unknown: UnknownStates

    @property
    def empty(self) -> int:
        return len(self.block.rows) - self.tagged


@dataclass(frozen=True)
class Worker:
    """What is needed to tag a block. `categories`: of each duty, in the order of `compiled.duty_ids`.

    `law`, `state_column`: the verdicts to join, and the kept column with the jurisdiction.
    """

    compiled: CompiledLexicon
    categories: list[str]
    law: LawTable | None = None
    state_column: str | None = None

    def tag(self, block: Block) -> Tagged:
        """Every duty that the text of a row says is done or not done, one row each, in the order of the text."""
        found = scan(self.compiled, block.text)
        keep = np.flatnonzero(found.kind == DUTY)
        at = found.row[keep].astype(np.int64)
        duty = found.duty[keep].astype(np.int32)
        columns: dict[str, pa.Array] = {
            "row": pa.array(block.rows[at]),
            "duty_id": _coded(duty, self.compiled.duty_ids),
            "category": _coded(np.array([CATEGORIES.index(c) for c in self.categories], np.int32)[duty], CATEGORIES),
            "start": pa.array(found.start[keep]),
            "end": pa.array(found.end[keep]),
            "polarity": _coded(found.polarity[keep].astype(np.int32), ["affirmed", "negated"]),
            "conditional": pa.array(found.conditional[keep].astype(bool)),
            "statement_start": pa.array(found.statement_start[keep]),
            "statement_end": pa.array(found.statement_end[keep]),
        }
        without_state = UnknownStates()
        if self.law is not None and self.state_column is not None:
            by_row = self.law.state_index(block.kept[self.state_column])
            without_state.see(block.kept[self.state_column], by_row < 0, block.rows)
            state = by_row[at]
            unknown = state < 0
            verdict = self.law.verdicts[np.where(unknown, 0, state), duty].astype(np.int32)
            columns["state"] = _coded(state, self.law.states, unknown)
            columns["verdict"] = _coded(verdict, list(VERDICTS), unknown)
        for name, column in block.kept.items():
            columns[f"input_{name}" if name in columns else name] = _plain(column.take(pa.array(at)))
        counts = np.bincount(duty, minlength=len(self.categories)) if len(duty) else np.zeros(len(self.categories), int)
        by_category: Counter[str] = Counter()
        for category, number in zip(self.categories, counts, strict=True):
            if number:
                by_category[category] += int(number)
        tagged = int(np.count_nonzero(np.diff(at, prepend=-1)))  # rows come in order
        return Tagged(block, pa.table(columns), tagged, by_category, without_state)


def _coded(codes: np.ndarray, names: Sequence[str], missing: np.ndarray | None = None) -> pa.Array:
    """Codes into `names`, which must be unlike each other: Arrow writes repeated ones in no certain form."""
    indices = pa.array(np.where(missing, 0, codes) if missing is not None else codes, pa.int32(), mask=missing)
    return pa.DictionaryArray.from_arrays(indices, pa.array(names, pa.string()))


def _plain(column: pa.Array) -> pa.Array:
    """Kept columns read as bytes are given back as text."""
    if pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type):
        try:
            return column.cast(pa.string())
        except pa.ArrowInvalid:
            return pa.array([None if v is None else v.decode("utf-8", "replace") for v in column.to_pylist()])
    return column
