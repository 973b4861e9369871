"""Statements and mentions of one document, by the one matcher."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from pipeline.matching import CompiledLexicon, Statement, scan, segment
from pipeline.normalise.context import Context, ContextFinder


@dataclass(frozen=True)
class Mention:
    """A duty in a text. `start`, `end`: characters of the text, end exclusive."""

    duty_id: str
    polarity: str
    start: int
    end: int
    words: str
    conditional: bool


@dataclass(frozen=True)
class ReadStatement:
    """A statement with its context and the duties found in it."""

    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    list_level: int
    context: Context
    mentions: tuple[Mention, ...]


def read_statements(
    compiled: CompiledLexicon, finder: ContextFinder, text: str, state: str | None
) -> list[ReadStatement]:
    """Every statement of `text` with its duties. `state`: the jurisdiction that the document as a whole speaks of."""
    found = scan(compiled, pa.array([text], type=pa.large_string())).to_polars().filter(kind="duty")
    by_statement: dict[tuple[int, int], list[Mention]] = {}
    for row in found.iter_rows(named=True):
        mention = Mention(
            str(row["duty_id"]),
            str(row["polarity"]),
            row["start"],
            row["end"],
            text[row["start"] : row["end"]],
            row["conditional"],
        )
        by_statement.setdefault((row["statement_start"], row["statement_end"]), []).append(mention)
    return [
        _statement(s, text, finder, state, by_statement)
        for s in segment(compiled, text)
        if not s.is_heading or (s.start, s.end) in by_statement
    ]


def _statement(
    statement: Statement,
    text: str,
    finder: ContextFinder,
    state: str | None,
    mentions: dict[tuple[int, int], list[Mention]],
) -> ReadStatement:
    context = finder.find(text, statement.start, statement.end, state)
    for start, end in reversed(statement.heading_offsets):
        context = context.over(finder.find(text, start, end, state))
    return ReadStatement(
        statement.start,
        statement.end,
        text[statement.start : statement.end],
        tuple(statement.headings),
        0 if statement.is_heading else statement.level,
        context,
        tuple(sorted(mentions.get((statement.start, statement.end), []), key=lambda m: (m.start, m.end, m.duty_id))),
    )
