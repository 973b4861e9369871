"""The check as JSON: a list of mentions in reading order, as outside programs rely on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.checking.found import CheckedFile
from pipeline.checking.notes import both_ways_in_words, title_note


def as_json(files: Iterable[CheckedFile]) -> list[dict[str, Any]]:
    """One object for each duty and polarity of a statement. `asked` is false where the document denies the duty.

    `line`: of the text as it was read, from 1. `places`: all words of the statement that say it, of which `start` and
    `end` are the first. `contradicted_by`: where the same document says the contrary, the first few places. `notes`: in
    plain words, that its title names an occupation that is no role here, and that it says the contrary elsewhere.
    """
    out: list[dict[str, Any]] = []
    for checked in files:
        titles = {t.start: t for t in checked.titles}
        both_ways = {key: both_ways_in_words(checked, mentions) for key, mentions in checked.both_ways.items()}
        for m in checked.mentions:
            answer = m.answer.as_json()
            a, b = m.statement
            title = titles.get(checked.part(m.start))
            out.append(
                {
                    "file": checked.read.file,
                    "text": checked.words(m),
                    "start": m.start,
                    "end": m.end,
                    "line": checked.line(m),
                    "duty_id": m.duty_id,
                    "polarity": m.polarity,
                    "verdict": m.verdict,
                    "asked": m.asked,
                    "conditional": m.conditional,
                    "statement": {
                        "text": checked.read.text[a:b],
                        "start": a,
                        "end": b,
                        "line": checked.lines.at(a),
                        "heading": m.heading,
                    },
                    "places": [_place(checked, *place) for place in m.places],
                    "contradicted_by": [_place(checked, c.start, c.end) for c in checked.against(m)],
                    "notes": [
                        *([title_note(title)] if title else []),
                        *([both_ways[checked.key(m)]] if checked.key(m) in both_ways else []),
                    ],
                    "text_file": checked.text_file,
                    **{name: answer[name] for name in ("state", "role_id", "setting_id", "delegator", "as_of")},
                    "basis": {
                        "state": checked.state.as_json(),
                        "role": m.role.as_json(),
                        "setting": m.setting.as_json(),
                        "title": [b.as_json() for b in title.in_order] if title else [],
                    },
                    **{name: answer[name] for name in _CONDITIONS},
                    "rules": answer["rules"],
                    "against": answer["against"],
                }
            )
    return out


def _place(checked: CheckedFile, start: int, end: int) -> dict[str, Any]:
    return {"text": checked.read.text[start:end], "start": start, "end": end, "line": checked.lines.at(start)}


_CONDITIONS = (
    "supervision", "supervisors", "authorization", "credential", "training_hours", "limits", "conflict",
)  # fmt: skip
