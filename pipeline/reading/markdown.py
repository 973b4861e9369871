"""Markdown by markdown-it: headings, lists, tables, paragraphs; markup inside a line is dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.reading import limits
from pipeline.reading.blocks import (
    BULLET,
    HEADING,
    Block,
    first_heading,
    render,
    with_headings_guessed,
    with_signs_read,
)
from pipeline.reading.encoding import decode
from pipeline.reading.grid_blocks import blocks_with_grids
from pipeline.reading.html_others import without_others
from pipeline.reading.plain import check_lines
from pipeline.reading.signs import strip_bullet
from pipeline.reading.tables import blocks_of_table
from pipeline.reading.text import ReadText, refuse

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)


def read(data: bytes, file: str, text_column: str | None) -> ReadText:
    """The document as blocks. HTML inside it is read as HTML."""
    if len(data) > limits.MARKDOWN_BYTES:
        refuse(f"is Markdown of more than {limits.MARKDOWN_BYTES // 1_000_000} MB", "split it, or name it .txt")
    text = decode(data)
    check_lines(text, limits.MARKDOWN_LINE_CHARS)
    title = None
    front = _FRONT.match(text)
    if front:
        named = _TITLE.search(front.group(2))
        title = named.group(1) if named else None
        text = text[front.end() :]
    blocks = without_others(with_headings_guessed(blocks_of(text)))
    return ReadText(file, render(blocks), first_heading(blocks) or title, "markdown")


def blocks_of(text: str) -> list[Block]:
    """Blocks of a Markdown text."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    return _blocks(parser.parse(text))


def _blocks(tokens: Sequence[Token]) -> list[Block]:
    out: list[Block] = []
    lists = 0
    heading = 0
    row: list[str] | None = None
    table: list[list[str]] = []
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        elif token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "heading_close":
            heading = 0
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            table.append(row)
            row = None
        elif token.type == "table_close":
            out.extend(blocks_of_table(table))
            table = []
        elif token.type == "html_block":
            from pipeline.reading.html import blocks_of as html_blocks

            out.extend(html_blocks(token.content)[0])
        elif token.type in ("fence", "code_block"):
            lines = token.content.split("\n")
            out.extend(blocks_with_grids(lines) or (Block(line) for line in lines if line.strip()))
        elif token.type == "inline":
            words, bold = _inline(token.children or [])
            if row is not None:
                row.append(words.replace("\n", " "))
                continue
            grid = None if heading or lists else blocks_with_grids(token.content.split("\n"))
            if grid is not None:
                out.extend(grid)
                continue
            kind = HEADING if heading else BULLET if lists else "paragraph"
            level = heading or max(lists - 1, 0)
            parts = [words.replace("\n", " ")] if kind == HEADING else words.split("\n")
            out.extend(with_signs_read(Block(part.strip(), kind, level, bold)) for part in parts if part.strip())
    return out


def _inline(children: Sequence[Token]) -> tuple[str, bool]:
    """Words of a line, hard breaks as newlines, and whether all of them are bold."""
    parts: list[str] = []
    strong = 0
    bold = True
    for number, child in enumerate(children):
        if child.type == "strong_open":
            strong += 1
        elif child.type == "strong_close":
            strong -= 1
        elif child.type in ("text", "code_inline"):
            parts.append(child.content)
            bold = bold and (strong > 0 or not child.content.strip())
        elif child.type == "softbreak":
            # Lines that begin with a sign Markdown does not know as a bullet ("•") are a list all the same.
            behind = children[number + 1].content if number + 1 < len(children) else ""
            parts.append(" " if strip_bullet(behind) is None else "\n")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower().startswith("<br")):
            parts.append("\n")
    words = "".join(parts)
    return words, bold and bool(words.strip())
