"""Statements of documents in which the lexicon finds nothing, and that look like duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from pipeline.checking.duty_shape import looks_like_duty
from pipeline.matching import CompiledLexicon, scan, segment
from pipeline.reading import ReadText


def unknown_statements(compiled: CompiledLexicon, documents: Iterable[ReadText]) -> Iterator[tuple[str, str]]:
    """(text, file) of each, in reading order. A mention of any kind (a requirement, another's act) makes it known."""
    for read in documents:
        texts = [read.text[a:b] for a, b in read.parts]
        found = scan(compiled, pa.array(texts, type=pa.large_string()))
        known: dict[int, set[tuple[int, int]]] = {}
        columns = (found.row, found.statement_start, found.statement_end)
        for row, start, end in zip(*(c.tolist() for c in columns), strict=True):
            known.setdefault(row, set()).add((start, end))
        for number, text in enumerate(texts):
            for s in segment(compiled, text):
                if s.is_heading or (s.start, s.end) in known.get(number, ()):
                    continue
                if looks_like_duty(s.text, s.headings):
                    yield s.text, read.file
