"""The verdict beside each mention: a table of jurisdictions by duties, for one role, setting and delegator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from pipeline.asking.question import state_names
from pipeline.law.jurisdiction import Jurisdiction
from pipeline.release import Release
from schemas.vocabulary import VERDICTS


@dataclass(frozen=True)
class LawTable:
    """`verdicts[state, duty]` holds an index into VERDICTS; states and duties are indexed as in the two lists."""

    states: list[str]
    verdicts: np.ndarray
    names: dict[str, int]

    def state_index(self, values: pa.Array) -> np.ndarray:
        """For each value the index of its jurisdiction, or -1. Letters and names are known, in any case."""
        encoded = values.dictionary_encode() if not pa.types.is_dictionary(values.type) else values
        known = np.array([self._find(v) for v in encoded.dictionary.to_pylist()] + [-1], np.int32)
        places = encoded.indices.fill_null(len(known) - 1).to_numpy(zero_copy_only=False)
        return known[places]

    def _find(self, value: object) -> int:
        words = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
        return self.names.get(words.strip().lower().replace(".", ""), -1)


def law_table(
    release: Release, duty_ids: list[str], role_id: str, setting_id: str, delegator: str, day: date
) -> LawTable:
    """The verdicts of all jurisdictions for one role, setting, delegator and day. duty_ids: the matcher's order."""
    labels = state_names(release)
    states = release.table("states")["state"].to_list()
    verdicts = np.zeros((len(states), len(duty_ids)), np.int8)
    for i, state in enumerate(states):
        law = Jurisdiction(state, release.rules, release.world, day)
        for j, duty in enumerate(duty_ids):
            verdicts[i, j] = VERDICTS.index(law.verdict(role_id, setting_id, delegator, duty).verdict)
    names: dict[str, int] = {}
    for name, state in labels.by_name.items():
        names[name.replace(".", "")] = states.index(state)
    names.update({s.lower(): i for i, s in enumerate(states)})
    return LawTable(states, verdicts, names)
