"""Lines of a text: as an editor counts them, from 1."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable


class Lines:
    """Tells in which line a character stands. Only line feeds end lines."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def at(self, offset: int) -> int:
        """The line of a character, from 1."""
        return bisect_right(self._starts, offset)


def lines_in_words(numbers: Iterable[int], most: int = 6) -> str:
    """ "line 4", "lines 4 and 9", "lines 4, 9 and 12"; at most `most` of them are named."""
    kept = [str(n) for n in dict.fromkeys(numbers)]
    if len(kept) > most:
        kept = [*kept[: most - 1], f"{len(kept) - most + 1} more"]
    if len(kept) == 1:
        return f"line {kept[0]}"
    return f"lines {', '.join(kept[:-1])} and {kept[-1]}"
