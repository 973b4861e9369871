"""Tables of texts: which column holds them, and one text out of all rows, each row a document of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.reading import limits
from pipeline.reading.blocks import render
from pipeline.reading.encoding import mend
from pipeline.reading.text import ReadText, refuse

_NAMES = (
    "text", "statement", "description", "job_description", "jobdescription", "duties", "responsibilities", "task",
    "tasks", "duty", "body", "content", "posting", "details", "summary", "statements",
)  # fmt: skip
_HTML = re.compile(r"</?(?:p|li|ul|ol|br|div|h[1-6]|strong|table|td)\b[^>]*>", re.IGNORECASE)
_SAMPLE = 200


def choose_column(names: Sequence[str], sample: Iterable[Mapping[str, object]], asked: str | None) -> str:
    """The column of texts: the one asked for, else by its name, else the one with the longest texts.

    Raises Refused where the table has no such column, or none that holds texts.
    """
    if asked is not None:
        if asked not in names:
            refuse(f"has no column '{asked}'", f"it has: {', '.join(map(str, names[:12]))}")
        return asked
    folded = {re.sub(r"[^a-z0-9]+", "_", str(name).lower()).strip("_"): name for name in reversed(names)}
    for name in _NAMES:
        if name in folded:
            return folded[name]
    rows = [row for row, _ in zip(sample, range(_SAMPLE), strict=False)]
    lengths = {n: sum(len(v) for r in rows if isinstance(v := r.get(n), str)) / max(len(rows), 1) for n in names}
    best = max(lengths, key=lambda n: lengths[n], default=None)
    if best is None or lengths[best] < 15:
        refuse("has no column that looks like text", "name it with --text-column")
    return best


def read_rows(file: str, kind: str, texts: Iterable[str | None]) -> ReadText:
    """One text of all rows. A row in HTML is read as HTML; a row without text has no place in it."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for number, text in enumerate(texts, start=1):
        if number > limits.ROWS:
            refuse(f"has more than {limits.ROWS:,} rows", "use 'scopebook tag' for a large table")
        if not text or not text.strip():
            continue
        clean = _row_text(text).strip("\n")
        if not clean.strip():
            continue
        parts.append(clean)
        places.append((at, at + len(clean)))
        at += len(clean) + 1
    return ReadText(file, "\n".join(parts) + ("\n" if parts else ""), None, kind, rows=tuple(places))


def _row_text(text: str) -> str:
    if "<" in text and _HTML.search(text):
        from pipeline.reading.html import blocks_of

        return render(blocks_of(text)[0])
    return mend(text.replace("\r\n", "\n").replace("\r", "\n"))
