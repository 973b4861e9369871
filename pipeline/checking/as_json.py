"""The check as JSON: a list of mentions in reading order, as outside programs rely on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.checking.found import CheckedFile


def as_json(files: Iterable[CheckedFile]) -> list[dict[str, Any]]:
    """One object for each mention. `asked` is false where the document denies the duty."""
    out: list[dict[str, Any]] = []
    for checked in files:
        for m in checked.mentions:
            answer = m.answer.as_json()
            a, b = m.statement
            out.append(
                {
                    "file": checked.read.file,
                    "text": checked.words(m),
                    "start": m.start,
                    "end": m.end,
                    "duty_id": m.duty_id,
                    "polarity": m.polarity,
                    "verdict": m.verdict,
                    "asked": m.asked,
                    "conditional": m.conditional,
                    "statement": {"text": checked.read.text[a:b], "start": a, "end": b, "heading": m.heading},
                    **{name: answer[name] for name in ("state", "role_id", "setting_id", "delegator", "as_of")},
                    "basis": {
                        "state": checked.state.as_json(),
                        "role": m.role.as_json(),
                        "setting": m.setting.as_json(),
                    },
                    **{name: answer[name] for name in _CONDITIONS},
                    "rules": answer["rules"],
                    "against": answer["against"],
                }
            )
    return out


_CONDITIONS = (
    "supervision", "supervisors", "authorization", "credential", "training_hours", "limits", "conflict",
)  # fmt: skip
