"""The check as JSON: a list of mentions in reading order, as outside programs rely on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.checking.found import CheckedFile, CheckedMention, Title
from pipeline.checking.labels import Labels
from pipeline.checking.notes import beside_note, both_ways_in_words, title_note
from pipeline.faults import Fault

_CONDITIONS = (
    "supervision", "supervisors", "authorization", "credential", "training_hours", "limits", "conflict",
)  # fmt: skip
_WITHOUT_DUTY: dict[str, Any] = {
    **dict.fromkeys(("file", "text", "start", "end", "line", "duty_id", "polarity", "verdict", "asked", "conditional")),
    "statement": None,
    **{name: [] for name in ("places", "contradicted_by", "notes", "unread")},
    "problem": None,
    **dict.fromkeys(("text_file", "state", "role_id", "setting_id", "delegator", "as_of", "basis")),
    **dict.fromkeys(_CONDITIONS),
    **{name: [] for name in ("supervisors", "rules", "against")},
}


def as_json(files: Iterable[CheckedFile], labels: Labels, left_out: Iterable[Fault] = ()) -> list[dict[str, Any]]:
    """One object for each duty and polarity of a statement. `asked` is false where the document denies the duty.

    `line`: of the text as it was read, from 1. `places`: all words of the statement that say it, of which `start` and
    `end` are the first. `contradicted_by`: where the same document says the contrary, the first few places. `notes`: in
    plain words, that its title names an occupation that is no role here, that it says the contrary elsewhere, and which
    duties it names only as asked for or taught. `unread`: parts of its document that could not be read.

    What is to be told of a document without a duty, or of a row of a table, stands in an object whose `duty_id` is
    null; so does, behind all others, the `problem` of each document in `left_out`: one that could not be checked.
    """
    out = [row for checked in files for row in _rows(checked, labels)]
    for fault in left_out:
        problem = f"{fault.problem} ({fault.mend})" if fault.mend else fault.problem
        out.append({**_WITHOUT_DUTY, "file": fault.file, "problem": problem})
    return out


def _rows(checked: CheckedFile, labels: Labels) -> list[dict[str, Any]]:
    titles = {t.start: t for t in checked.titles}
    both_ways = {key: both_ways_in_words(checked, mentions) for key, mentions in checked.both_ways.items()}
    besides = _besides(checked, labels)
    told = {checked.part(m.start) for m in checked.mentions}
    places = dict(checked.read.parts)
    silent = {*besides, *titles} - told
    if not told and not silent and checked.read.unread:
        silent = {0}
    out = [_without_duty(checked, a, places.get(a, a), titles.get(a), besides.get(a)) for a in sorted(silent)]
    for m in checked.mentions:
        part = checked.part(m.start)
        notes = (both_ways.get(checked.key(m)), besides.get(part))
        out.append(_mention(checked, m, titles.get(part), [note for note in notes if note]))
    return sorted(out, key=lambda row: row["start"])


def _besides(checked: CheckedFile, labels: Labels) -> dict[int, str]:
    """For each part that names duties only as asked for or taught, by its first character: the note on them."""
    parts: dict[int, list[tuple[int, str]]] = {}
    for start, duty_id in checked.beside:
        parts.setdefault(checked.part(start), []).append((start, duty_id))
    return {part: beside_note(checked, labels, found) for part, found in parts.items()}


def _without_duty(
    checked: CheckedFile, start: int, end: int, title: Title | None, beside: str | None
) -> dict[str, Any]:
    return {
        **_WITHOUT_DUTY,
        "file": checked.read.file,
        "start": start,
        "end": end,
        "line": checked.lines.at(start),
        "notes": [*([title_note(title)] if title else []), *([beside] if beside else [])],
        "unread": list(checked.read.unread),
        "text_file": checked.text_file,
        "state": checked.state.value,
        "basis": {"state": checked.state.as_json(), "role": None, "setting": None, "title": _title(title)},
    }


def _mention(checked: CheckedFile, m: CheckedMention, title: Title | None, notes: Sequence[str]) -> dict[str, Any]:
    answer = m.answer.as_json()
    a, b = m.statement
    return {
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
        "notes": [*([title_note(title)] if title else []), *notes],
        "unread": list(checked.read.unread),
        "problem": None,
        "text_file": checked.text_file,
        **{name: answer[name] for name in ("state", "role_id", "setting_id", "delegator", "as_of")},
        "basis": {
            "state": checked.state.as_json(),
            "role": m.role.as_json(),
            "setting": m.setting.as_json(),
            "title": _title(title),
        },
        **{name: answer[name] for name in _CONDITIONS},
        "rules": answer["rules"],
        "against": answer["against"],
    }


def _title(title: Title | None) -> list[dict[str, Any]]:
    return [b.as_json() for b in title.in_order] if title else []


def _place(checked: CheckedFile, start: int, end: int) -> dict[str, Any]:
    return {"text": checked.read.text[start:end], "start": start, "end": end, "line": checked.lines.at(start)}
