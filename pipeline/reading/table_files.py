"""CSV and tab-separated files: the column of texts."""

from __future__ import annotations

import csv
import io

from pipeline.reading import limits
from pipeline.reading.encoding import decode
from pipeline.reading.rows import choose_column, read_rows
from pipeline.reading.text import ReadText, refuse

_DELIMITERS = ",;\t|"


def read(data: bytes, file: str, text_column: str | None) -> ReadText:
    """Each row's text. The first line names the columns; a file of one column without a name is read all the same."""
    if data.startswith((b"O*NET-SOC Code\t", b"\xef\xbb\xbfO*NET-SOC Code\t")):
        from pipeline.reading.onet import read as read_onet

        return read_onet(data, file, text_column)
    text = decode(data)
    csv.field_size_limit(limits.LINE_CHARS)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        refuse(f"is no CSV that can be read ({error})", "see to its quotes")
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        refuse("holds no rows", "name a table that has some")
    names = [name.strip() for name in rows[0]]
    wide = next((n for n, row in enumerate(rows, start=1) if len(row) > len(names)), None)
    if wide is not None and len(names) > 1:
        refuse(f"row {wide} has {len(rows[wide - 1])} cells under {len(names)} names", "quote cells that hold commas")
    if len(names) == 1 and text_column is None:
        column, body = 0, rows if len(names[0].split()) > 3 else rows[1:]
    else:
        body = rows[1:]
        sample = (dict(zip(names, row, strict=False)) for row in body)
        column = names.index(choose_column(names, sample, text_column))
    # A first column of one name only: cells past it are text that was not quoted.
    texts = ((",".join(row) if len(names) == 1 else row[column]) if len(row) > column else None for row in body)
    return read_rows(file, "csv", texts)


def _delimiter(text: str) -> str:
    head = text[: text.find("\n")] if "\n" in text else text
    return max(_DELIMITERS, key=lambda d: (head.count(d), -_DELIMITERS.index(d)))
