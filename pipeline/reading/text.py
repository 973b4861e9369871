"""What every reader gives, and what it raises where it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

from pipeline.faults import Fault


@dataclass(frozen=True)
class ReadText:
    """One file as plain text; offsets of statements and mentions are characters in `text`, end exclusive.

    Structure is kept as Markdown writes it: '# Heading', '- bullet' with two spaces for each level of indent.
    `title`: what the document calls itself, null where it does not. `kind`: how it was read (text, html, pdf, ...).
    `rows`: for tables, the place in `text` of each row that held text; rows are documents of their own.
    `unread`: parts that could not be read, each in a few words (a scanned page).
    """

    file: str
    text: str
    title: str | None
    kind: str
    rows: tuple[tuple[int, int], ...] | None = None
    unread: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """Places of what is read by itself: the rows, or the whole text."""
        return self.rows if self.rows is not None else ((0, len(self.text)),)


class UnreadableFile(Exception):
    """A file that cannot be read: which, what is wrong with it, and what would mend it."""

    def __init__(self, file: str, problem: str, mend: str) -> None:
        self.file, self.problem, self.mend = file, problem, mend
        super().__init__(problem)

    @property
    def fault(self) -> Fault:
        return Fault(self.file, "", "", self.problem, self.mend)


class Refused(Exception):
    """A reader's own refusal; it knows the bytes, not the file. `read_file` turns it into UnreadableFile."""

    def __init__(self, problem: str, mend: str) -> None:
        self.problem, self.mend = problem, mend
        super().__init__(problem)


def refuse(problem: str, mend: str) -> NoReturn:
    raise Refused(problem, mend)
