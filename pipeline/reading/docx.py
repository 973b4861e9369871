"""Word documents by python-docx: headings and lists by style, outline level and numbering; table rows as lines."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from pipeline.reading.blocks import (
    BULLET,
    HEADING,
    PARAGRAPH,
    Block,
    first_heading,
    one_line,
    render,
    with_headings_guessed,
    with_signs_read,
)
from pipeline.reading.docx_styles import Styles
from pipeline.reading.encoding import mend
from pipeline.reading.grid_blocks import with_text_grids
from pipeline.reading.tables import blocks_of_table
from pipeline.reading.text import ReadText, refuse
from pipeline.reading.zip_guard import check_docx

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_READ = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{W}txbxContent", _FALLBACK})
_CELL_CHARS = 200


def read(data: bytes, file: str, text_column: str | None) -> ReadText:
    """The document's body as blocks; headers, footers, notes, deleted and hidden words are left out."""
    check_docx(data)
    document = _open(data)
    styles = Styles(document)
    body = getattr(document.element, "body", None)
    if body is None:
        refuse("is a damaged Word document (it has no body)", "open it in Word, and save it anew")
    blocks = with_headings_guessed(with_text_grids([b for b in _blocks(body, styles) if b.text.strip()]))
    if not blocks:
        refuse("is a Word document without text", "if its text is in pictures, save it with text")
    title = first_heading(blocks) or one_line(document.core_properties.title or "")
    return ReadText(file, mend(render(blocks)), title or None, "docx")


def _open(data: bytes) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return docx.Document(io.BytesIO(data))
    except (OpcError, KeyError) as error:
        refuse(f"is no whole Word document ({str(error)[:120]})", "open it in Word, and save it anew")
    except (LxmlError, ValueError, AttributeError) as error:
        refuse(f"is a damaged Word document ({str(error)[:120]})", "open it in Word, and save it anew")


def _blocks(parent: Element, styles: Styles) -> Iterator[Block]:
    """Blocks below an element in reading order. XML nests at most 256 deep here, by the parser's own limit."""
    for child in parent:
        if child.tag == f"{W}p":
            yield from _paragraph(child, styles)
        elif child.tag == f"{W}tbl":
            yield from _table(child, styles)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            yield from _blocks(child, styles)


def _paragraph(paragraph: Element, styles: Styles) -> Iterator[Block]:
    words, bold = _words(paragraph)
    heading, level = styles.heading(paragraph), styles.list_level(paragraph)
    for part in words.split("\n"):
        text = part.strip()  # its tabs may part the columns of a grid; they become blanks where it is rendered
        if heading:
            yield Block(text, HEADING, heading)
        elif level is not None:
            yield with_signs_read(Block(text, BULLET, level))
        else:
            yield with_signs_read(Block(text, PARAGRAPH, 0, bold))
    for box in _boxes(paragraph):
        yield from _blocks(box, styles)


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Text boxes of a paragraph. One within another comes with that one: read here too, each depth would double it."""
    for box in paragraph.iter(f"{W}txbxContent"):
        above = list(takewhile(lambda e: e is not paragraph, box.iterancestors()))
        if not any(e.tag in (_FALLBACK, f"{W}txbxContent") for e in above):
            yield box


def _words(paragraph: Element) -> tuple[str, bool]:
    """The words of a paragraph, line breaks as newlines, and whether all are bold."""
    parts: list[str] = []
    bold = True
    waiting = [iter(paragraph)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == f"{W}t":
            parts.append(child.text or "")
            bold = bold and (not (child.text or "").strip() or _is_on(child.getparent(), "b"))
        elif child.tag in (f"{W}br", f"{W}cr"):
            parts.append("\n")
        elif child.tag == f"{W}tab":
            parts.append("\t")
        elif child.tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif child.tag not in _NOT_READ and not (child.tag == f"{W}r" and _is_on(child, "vanish")):
            waiting.append(iter(child))
    return "".join(parts), bold


def _is_on(run: Element | None, name: str) -> bool:
    """Whether a run has a property such as bold ('b') or hidden ('vanish')."""
    found = run.find(f"{W}rPr/{W}{name}") if run is not None else None
    return found is not None and found.get(f"{W}val") not in ("0", "false", "none")


def _table(table: Element, styles: Styles) -> Iterator[Block]:
    """A table of short cells is read as one; a row with longer ones gives its blocks one after the other."""
    waiting: list[list[str]] = []
    for row in table.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl"), None) is not table:
            continue  # a row of a table within a cell: it comes with its cell
        cells = [list(_blocks(cell, styles)) for cell in row.findall(f".//{W}tc") if _row_of(cell) is row]
        cells = [[b for b in cell if b.text] for cell in cells]
        plain = all(len(c) <= 1 and all(b.kind == PARAGRAPH and len(b.text) <= _CELL_CHARS for b in c) for c in cells)
        if plain and (len(cells) > 1 or waiting) and any(cells):
            waiting.append([one_line(cell[0].text) if cell else "" for cell in cells])
        else:
            yield from blocks_of_table(waiting)
            waiting = []
            for cell in cells:
                yield from cell
    yield from blocks_of_table(waiting)


def _row_of(cell: Element) -> Element | None:
    return next(cell.iterancestors(f"{W}tr"), None)
