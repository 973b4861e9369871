"""The lines of a PDF page, with their place, size and weight."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
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
        if piece.strip():
            line = _line(text_page, piece, start, count)
            if line is not None:
                out.append(line)
        start += len(piece)
    return out


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
