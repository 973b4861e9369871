"""The task statements of an O*NET release: a row for each occupation, its title as heading, its tasks as bullets."""

from __future__ import annotations

from pipeline.reading.encoding import decode
from pipeline.reading.text import ReadText, refuse

_NEEDED = ("O*NET-SOC Code", "Title", "Task")


def read(data: bytes, file: str, text_column: str | None) -> ReadText:
    """Occupations in the order of the file. Raises Refused for a file of the release that holds no tasks."""
    lines = decode(data).split("\n")
    names = lines[0].split("\t")
    if not set(_NEEDED) <= set(names):
        refuse("is a file of O*NET without tasks", "name 'Task Statements.txt', or the folder of the release")
    code, title, task = (names.index(name) for name in _NEEDED)
    occupations: dict[str, list[str]] = {}
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(names):
            refuse(f"line {number} has {len(cells)} cells, not {len(names)}", "fetch the release again")
        occupations.setdefault(cells[code], [f"# {cells[title]}"]).append(f"- {' '.join(cells[task].split())}")
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for block in occupations.values():
        text = "\n".join(block)
        parts.append(text)
        places.append((at, at + len(text)))
        at += len(text) + 1
    return ReadText(file, "\n".join(parts) + "\n", None, "onet", rows=tuple(places))
