"""Plain text, kept as it stands but for bullet signs, tabs, grids of answers and lines that answer for several people.

Such a line, or one of a grid, is read as other tables' are ("Give chemotherapy | No") and filled with blanks to its
length, so that what follows keeps its offset in the file. Offsets shift where a bullet's sign or a tab was there, where
a grid's gap was narrower than " | ", and in rows of which another is told before the task ("RN: triage calls").
"""

from __future__ import annotations

from pipeline.reading import limits
from pipeline.reading.encoding import decode
from pipeline.reading.named_answers import read_line
from pipeline.reading.signs import strip_bullet
from pipeline.reading.text import ReadText, refuse
from pipeline.reading.text_grids import UNTOLD, grids_of_lines

_TITLE_WORDS = 12


def read(data: bytes, file: str, text_column: str | None) -> ReadText:
    """The text with one sign for all bullets. A file of O*NET's task statements is read as the table that it is."""
    if data.startswith((b"O*NET-SOC Code\t", b"\xef\xbb\xbfO*NET-SOC Code\t")):
        from pipeline.reading.onet import read as read_onet

        return read_onet(data, file, text_column)
    text = decode(data)
    check_lines(text, limits.LINE_CHARS)
    lines, unread = _with_grids_read(text.split("\n"))
    text = "\n".join(lines)
    return ReadText(file, text, title_line(text), "text", unread=unread)


def check_lines(text: str, most: int) -> None:
    """Raises Refused for a line longer than `most` characters."""
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > most:
            refuse(f"line {number} has {len(line):,} characters; at most {most:,} are read", "break it into lines")


def title_line(text: str) -> str | None:
    """The first line that is not empty, where it is short enough for a title."""
    for line in text.split("\n"):
        words = line.strip().lstrip("#").strip()
        if words:
            fits = len(words.split()) <= _TITLE_WORDS and not line.lstrip().startswith("- ")
            return words if fits else None
    return None


def _with_grids_read(lines: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """The lines with one sign for all bullets and their grids read, and which lines are left out as untold."""
    grids = grids_of_lines(lines)
    named = (read_line(line) for line in lines)
    out = [_line(line if told is None else told.ljust(len(line))) for line, told in zip(lines, named, strict=True)]
    for grid in grids:
        over = 0  # characters by which a row is longer than its line, taken from the further lines of the row
        for number, told in grid.lines.items():
            line, room = _line(told), len(lines[number].rstrip())
            # A small letter would make it go on with the line above.
            out[number] = (line[:1].upper() + line[1:]).ljust(room if told else max(room - over, 0))
            over = max(over + len(out[number]) - room, 0)
    unread = tuple(f"lines {grid.first + 1} to {grid.last}: {UNTOLD}" for grid in grids if not grid.told)
    return out, unread


def _line(line: str) -> str:
    line = line.rstrip().expandtabs(2)
    words = line.lstrip(" ")
    behind = strip_bullet(words)
    return line if behind is None else line[: len(line) - len(words)] + "- " + behind
