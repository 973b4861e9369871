"""JSON lines, and a JSON document that is a list of objects or one object: the field of texts."""

from __future__ import annotations

import json
from typing import Any

from pipeline.reading import limits
from pipeline.reading.encoding import decode
from pipeline.reading.rows import choose_column, read_rows
from pipeline.reading.text import ReadText, refuse

_MEND = "see to its quotes and commas"


def read(data: bytes, file: str, text_column: str | None) -> ReadText:
    """Each object's text; a bare string is a text of its own."""
    text = decode(data)
    lines = text.split("\n")
    records = _whole(text) if file.lower().endswith(".json") else None
    if records is None:
        records = [_parse(line, f"line {n}") for n, line in enumerate(lines, start=1) if line.strip()]
    records = [{"text": r} if isinstance(r, str) else r for r in records]
    wrong = next((n for n, r in enumerate(records, start=1) if not isinstance(r, dict)), None)
    if wrong is not None:
        refuse(f"record {wrong} is no object and no string", "write one object a line, with a field of text")
    names = list(dict.fromkeys(name for record in records[:1000] for name in record))
    column = choose_column(names, records, text_column)
    return read_rows(file, "jsonl", (_as_text(record.get(column)) for record in records))


def _whole(text: str) -> list[Any] | None:
    """The records of one JSON document; null where it is JSON lines under the name of JSON."""
    first = text.split("\n", 1)[0].strip()
    if first.startswith("{") and first.endswith("}") and text.strip() != first:
        return None
    whole = _parse(text, "the document")
    if isinstance(whole, list):
        return whole
    return [whole]


def _parse(text: str, what: str) -> Any:
    _check_depth(text, what)
    try:
        return json.loads(text)
    except ValueError as error:
        refuse(f"{what} is no JSON ({str(error)[:100]})", _MEND)


def _check_depth(text: str, what: str) -> None:
    """Raises Refused where brackets outside strings nest too deep; the parser would give up less clearly."""
    if text.count("{") + text.count("[") <= limits.JSON_DEPTH:
        return
    depth, in_string, escaped = 0, False, False
    for ch in text:
        if in_string:
            if escaped:
                escaped = False
            elif ch == "\\":
                escaped = True
            elif ch == '"':
                in_string = False
        elif ch == '"':
            in_string = True
        elif ch in "{[":
            depth += 1
            if depth > limits.JSON_DEPTH:
                refuse(f"{what} nests more than {limits.JSON_DEPTH} deep", "write one flat object a line")
        elif ch in "}]":
            depth -= 1


def _as_text(value: object) -> str | None:
    """A text, or a list of texts as bullets."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return "\n".join(f"- {v}" for v in value)
    return None
