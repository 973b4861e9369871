"""The lines of a PDF page, with their place, size and weight."""

from __future__ import annotations

import ctypes
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.reading.signs import strip_bullet

if TYPE_CHECKING:
    import pypdfium2

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
DRAWN_SIGN = "•"
_LEAST_SIGN, _LARGEST_SIGN = 1.5, 8.0
"""Points from edge to edge of a drawn bullet."""
_SIGN_REACH = 2.0
"""A bullet stands at most so many font sizes before its line."""
_MOST_PATHS = 5_000
"""So many drawings of a page are looked at: a map has tens of thousands, and no list."""
HYPHEN = "\u00ad"
"""Ends a line whose last word goes on in the next; PDFium marks it as U+0002 or U+FFFE."""


@dataclass(frozen=True)
class Line:
    """Lengths in points, from the left and the bottom of the page. `size`: of the font."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool


def lines_of(text_page: pypdfium2.PdfTextPage, count: int) -> list[Line]:
    """Lines of a page in the order in which PDFium reads them. `count`: characters of the page."""
    import pypdfium2.raw as raw

    chars = (ctypes.c_ushort * (count + 1))()
    got = raw.FPDFText_GetText(text_page, 0, count, chars)
    text = bytes(chars)[: 2 * max(got - 1, 0)].decode("utf-16-le", errors="replace")
    out: list[Line] = []
    start = 0
    # Offsets in the text are indices of PDFium's characters, but for those past U+FFFF: these only shift a place.
    for piece in re.split(r"(\r\n|\r|\n|\x0b|\x0c)", text):
        for first, part in _told_apart(text_page, piece, start, count):
            line = _line(text_page, part, first, count)
            if line is not None:
                out.append(line)
        start += len(piece)
    return with_whole_words(out)


def _told_apart(text_page: pypdfium2.PdfTextPage, piece: str, start: int, count: int) -> Iterator[tuple[int, str]]:
    """Lines that PDFium made one, a space of its own between them, each with the index of its first character."""
    import pypdfium2.raw as raw

    begin = 0
    for space in re.finditer(r"(?<=\S) (?=\S)", piece):
        k = start + space.start()
        if k + 1 >= count or raw.FPDFText_IsGenerated(text_page, k) != 1:
            continue
        left, bottom, _, top = _box(text_page, k - 1)
        if _box(text_page, k + 1)[0] < left and _box(text_page, k + 1)[3] <= (bottom + top) / 2:
            yield start + begin, piece[begin : space.start()]
            begin = space.end()
    if piece[begin:].strip():
        yield start + begin, piece[begin:]


def with_whole_words(lines: list[Line]) -> list[Line]:
    """Lines with the words whole that PDFium breaks in a joined letter ("staff" as "staf" and "f").

    Such pieces stand at one height, with no room between.
    """
    out: list[Line] = []
    for line in lines:
        before = out[-1] if out else None
        beside = before is not None and before.size == line.size and abs(line.bottom - before.bottom) < 0.1 * line.size
        if before is not None and beside and abs(line.left - before.right) < 0.1 * line.size:
            out[-1] = replace(before, text=before.text + line.text, right=line.right)
        else:
            out.append(line)
    return out


def with_drawn_signs(lines: list[Line], page: pypdfium2.PdfPage) -> list[Line]:
    """Lines with a bullet sign where a disc or square is drawn before them, as browsers print lists."""
    import pypdfium2.raw as raw

    drawn = itertools.islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3), _MOST_PATHS)
    signs = [(right, (bottom + top) / 2) for left, bottom, right, top in (path.get_bounds() for path in drawn)
             if _LEAST_SIGN <= top - bottom <= _LARGEST_SIGN and abs((right - left) - (top - bottom)) < 1]  # fmt: skip

    def signed(line: Line) -> bool:
        reach = _SIGN_REACH * line.size
        return strip_bullet(line.text) is None and any(
            line.bottom < y < line.top and 0 <= line.left - x < reach for x, y in signs
        )

    return [replace(x, text=f"{DRAWN_SIGN} {x.text}") if signs and signed(x) else x for x in lines]


def _line(text_page: pypdfium2.PdfTextPage, piece: str, start: int, count: int) -> Line | None:
    import pypdfium2.raw as raw

    words = piece.rstrip().replace("\x02", HYPHEN).replace("\ufffe", HYPHEN).replace("\x00", "")
    first = start + len(piece) - len(piece.lstrip())
    last = start + len(piece.rstrip()) - 1
    # A bullet sign is set in a font of its own: the size is that of the words behind it.
    middle = min(first + 4, last, count - 1)
    if not words.strip() or first >= count:
        return None
    left, bottom, _, top = _box(text_page, first)
    _, low, right, high = _box(text_page, min(last, count - 1))
    weight = raw.FPDFText_GetFontWeight(text_page, middle)
    size = raw.FPDFText_GetFontSize(text_page, middle)
    _, m_low, _, m_high = _box(text_page, middle)
    if size <= 1.5:  # a font of size 1, scaled by the page: the height of its letters tells more
        size = (m_high - m_low) * 1.3
    bold = weight >= _BOLD_WEIGHT or bool(_BOLD.search(_font(text_page, middle)))
    return Line(words.strip(), left, right, min(bottom, low), max(top, high), round(size, 1), bold)


def _box(text_page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of one character; loose, so that all letters of a line have one height."""
    return text_page.get_charbox(index, loose=True)


def _font(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    import pypdfium2.raw as raw

    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text_page, index, name, 128, ctypes.byref(flags))
    return name.raw[: max(min(length, 128) - 1, 0)].decode("utf-8", errors="replace")
