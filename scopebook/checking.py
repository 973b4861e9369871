"""`Release.check`: the duties of a text as a frame.

One row for each duty and polarity of a statement, in reading order. Columns: `start`, `end` (characters of the text,
end exclusive), `text` (the words), `duty_id`, `polarity` (affirmed, negated: a text that says it is not done asks
nothing of the law), `state`, `role_id`, `setting_id`, `delegator`, `verdict`, `supervision`, `authorization`,
`credential`, `training_hours` (hours), `limits`, `rule_ids`, `citations` (lists, the deciding rule first), `conflict`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

if TYPE_CHECKING:
    from pipeline.matching import CompiledLexicon
    from pipeline.release import Release

SCHEMA: dict[str, Any] = {
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
    "duty_id": pl.String,
    "polarity": pl.String,
    "state": pl.String,
    "role_id": pl.String,
    "setting_id": pl.String,
    "delegator": pl.String,
    "verdict": pl.String,
    "supervision": pl.String,
    "authorization": pl.String,
    "credential": pl.String,
    "training_hours": pl.Int32,
    "limits": pl.String,
    "rule_ids": pl.List(pl.String),
    "citations": pl.List(pl.String),
    "conflict": pl.Boolean,
}


def check_text(
    release: Release,
    lexicon: CompiledLexicon,
    text: str,
    *,
    state: str,
    role_id: str | None,
    setting_id: str | None,
    delegator: str | None,
    day: date,
) -> pl.DataFrame:
    """A frame in SCHEMA. Ids throughout; a null role or setting is taken from the text, else the default."""
    from pipeline.asking.question import DEFAULT_DELEGATOR
    from pipeline.checking import Checker
    from pipeline.checking.as_json import as_json
    from pipeline.checking.checker import Asked
    from pipeline.checking.labels import Labels
    from pipeline.checking.law import Law
    from pipeline.reading import ReadText

    asked = Asked(state, role_id, setting_id, delegator or DEFAULT_DELEGATOR)
    checked = Checker(Law(release, day), lexicon, asked).check(ReadText("text", text, None, "text"))
    rows = []
    for found in as_json([checked], Labels.of(release)):
        if found["duty_id"] is None:  # of a text that only asks for or teaches duties: a note, and no row
            continue
        rules = found["rules"]
        row = {
            **found,
            "rule_ids": [r["rule_id"] for r in rules],
            "citations": [r["citation"] for r in rules],
        }
        rows.append({name: row[name] for name in SCHEMA})
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")
