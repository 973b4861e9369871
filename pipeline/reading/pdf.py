"""PDF by PDFium: lines with their place and size become headings, paragraphs and bullets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.reading import limits
from pipeline.reading.blocks import first_heading, render
from pipeline.reading.encoding import mend
from pipeline.reading.pdf_blocks import blocks_of
from pipeline.reading.pdf_grids import grids_of
from pipeline.reading.pdf_lines import Line, lines_of, with_drawn_signs
from pipeline.reading.text import ReadText, refuse

if TYPE_CHECKING:
    import pypdfium2

_TAIL = 2_048
_LEAST_CHARS = 20
_SCAN_SHARE = 0.5
"""A page without text of which a picture covers this share is a scan."""


def read(data: bytes, file: str, text_column: str | None) -> ReadText:
    """The document as blocks. A page that is a picture is told in `unread`."""
    import pypdfium2

    _check_whole(data)
    document = _open(pypdfium2, data)
    try:
        if len(document) > limits.PDF_PAGES:
            refuse(f"has {len(document)} pages; at most {limits.PDF_PAGES} are read", "split it")
        pages, scanned, torn = _pages(pypdfium2, document)
    finally:
        document.close()
    if sum(len(line.text) for page in pages for line in page) < _LEAST_CHARS:
        if torn:
            refuse("is a damaged PDF: its pages cannot be opened", "open it, and export it anew")
        if scanned:
            refuse("is a scan: pictures of pages, without text", "run it through text recognition (OCR) first")
        refuse("is a PDF without text", "export it anew with its text")
    blocks = blocks_of(pages)
    text = mend(render(blocks))
    lost = [n for n, page in enumerate(pages, start=1) if any(grid.rows is None for grid in grids_of(page))]
    parts = (
        (scanned, "a picture without text"),
        (torn, "damaged"),
        (lost, "a table whose columns cannot be told apart"),
    )
    unread = tuple(f"page{'s' if len(n) > 1 else ''} {_numbers(n)}: {what}" for n, what in parts if n)
    titles = [b for b in blocks if sum(ch.isalpha() for ch in b.text) >= 4]
    return ReadText(file, text, first_heading(titles), "pdf", unread=unread)


def _check_whole(data: bytes) -> None:
    """A PDF that was cut off may still open, with its last pages missing: that must not pass in silence."""
    tail = data.rstrip(b"\x00 \r\n\t")[-_TAIL:]
    if b"%%EOF" not in tail and b"startxref" not in tail:
        refuse("is a PDF that was cut off: its end is missing", "fetch or export it again")


def _open(pypdfium2: Any, data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            refuse("is protected by a password", "save a copy without the password")
        refuse("is a damaged PDF", "open it, and export it anew")


def _pages(pypdfium2: Any, document: pypdfium2.PdfDocument) -> tuple[list[list[Line]], list[int], list[int]]:
    """Lines of each page, and the numbers (from 1) of pages that are pictures, and of those that are damaged."""
    pages: list[list[Line]] = []
    scanned: list[int] = []
    torn: list[int] = []
    chars = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            torn.append(number + 1)
            continue
        count = text_page.count_chars()
        chars += max(count, 0)
        if chars > limits.PDF_CHARS:
            refuse(f"holds more than {limits.PDF_CHARS:,} characters", "split it")
        lines = with_drawn_signs(lines_of(text_page, count), page) if count > 0 else []
        if not lines and _is_picture(page):
            scanned.append(number + 1)
        pages.append(lines)
        text_page.close()
        page.close()
    return pages, scanned, torn


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    import pypdfium2.raw as raw

    width, height = page.get_size()
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) >= _SCAN_SHARE * width * height:
            return True
    return False


def _numbers(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:10]))
    return shown + (f" and {len(pages) - 10} more" if len(pages) > 10 else "")
