"""Kernel: paragraphs broken into lines at a width, whose line ends part no words ("takes blood" / "pressure")."""

from __future__ import annotations

from pipeline.matching.jit import inner
from pipeline.matching.lines import LINE_PLAIN, line_kind

LEAST_WIDTH = 40  # of the longest line, in characters; shorter ones are a list's
LEAST_LINES = 3  # of which one can tell that they are broken at a width


@inner
def _length(buf, start, stop):
    """Characters of buf[start:stop] without blanks at its end."""
    while stop > start and (buf[stop - 1] == 32 or buf[stop - 1] == 13 or buf[stop - 1] == 9):
        stop -= 1
    n = 0
    for k in range(start, stop):
        n += buf[k] & 0xC0 != 0x80
    return n


@inner
def broken(buf, start, at, end, width):
    """Whether the line buf[start:at] ends at byte `at` since the next word had no room within `width` characters."""
    k = at + 1
    while k < end and (buf[k] == 32 or buf[k] == 9):
        k += 1
    first = k
    while k < end and buf[k] != 32 and buf[k] != 10 and buf[k] != 13:
        k += 1
    return width >= LEAST_WIDTH and k > first and _length(buf, start, at) + 1 + _length(buf, first, k) > width


@inner
def broken_at(buf, at, base, end, width):
    """The same for the newline at byte `at` of a text that begins at byte `base`."""
    start = at
    while start > base and buf[start - 1] != 10:
        start -= 1
    return broken(buf, start, at, end, width)


@inner
def paragraph(buf, i, end):
    """(first byte behind it, width in characters, all lines broken at it) of the paragraph opened at byte i.

    It ends at an empty line, a bullet or a heading with "#". Rows of a table have no width.
    """
    width = 0
    lines = 0
    cells = False
    j = i
    while j < end:
        k = j
        while k < end and buf[k] != 10:
            cells = cells or buf[k] == 124
            k += 1
        size = _length(buf, j, k)
        if size == 0 or (lines > 0 and line_kind(buf, j, k)[0] != LINE_PLAIN):
            j = k + 1 if lines == 0 else j
            break
        width = max(width, size)
        lines += 1
        j = k + 1
    stop = min(j, end)
    if cells:
        return stop, 0, False
    whole = lines >= LEAST_LINES and width >= LEAST_WIDTH
    j = i
    for _ in range(lines - 1):
        k = j
        while buf[k] != 10:
            k += 1
        whole = whole and broken(buf, j, k, end, width)
        j = k + 1
    return stop, width, whole
