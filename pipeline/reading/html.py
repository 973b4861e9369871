"""HTML by Lexbor: headings, lists, paragraphs and table rows of the page; what is not its text is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from pipeline.reading.encoding import decode
from pipeline.reading.grid_blocks import blocks_with_grids
from pipeline.reading.html_depth import check_depth, without_server_code
from pipeline.reading.html_others import without_noscript, without_others
from pipeline.reading.html_page import drop_boilerplate
from pipeline.reading.html_signs import put_signs
from pipeline.reading.html_tables import is_data, rows_of
from pipeline.reading.tables import blocks_of_table
from pipeline.reading.text import ReadText, refuse

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCK_TAGS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tfoot", "tr",
    "td", "th", "caption", "ul",
))  # fmt: skip
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD = frozenset({"b", "strong"})


def read(data: bytes, file: str, text_column: str | None) -> ReadText:
    """The page as blocks; its title is its first heading, else what its head says."""
    blocks, title = blocks_of(decode(data, declares=True))
    if not blocks:
        refuse("is a page without text", "open it in a browser; if the text is made by scripts, save it as PDF")
    return ReadText(file, render(blocks), first_heading(blocks) or title, "html")


def blocks_of(page: str) -> tuple[list[Block], str | None]:
    """Blocks of a page or of a piece of HTML, and the title in its head."""
    from selectolax.lexbor import LexborHTMLParser

    page = without_noscript(without_server_code(page))
    check_depth(page)
    tree = LexborHTMLParser(page)
    named = tree.css_first("head > title")
    title = one_line(named.text()) if named else ""
    body = tree.body
    if body is None:
        return [], title or None
    put_signs(body)
    drop_boilerplate(body)
    walk = _Walk()
    walk.through(body)
    return without_others(with_headings_guessed(walk.blocks)), title or None


class _Walk:
    """Goes through the tree without recursion, and gathers the words of one block at a time."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._all_bold = True
        self._bold = 0
        self._lists = 0
        self._items = 0
        self._told = 0  # of the items, those that tell of a term (dd)
        self._heading = 0

    def through(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        while node is not None:
            inside = self._enter(node)
            if inside and node.child is not None:
                node = node.child
                continue
            if inside:
                self._leave(node)
            while node is not None and node.mem_id != root.mem_id and node.next is None:
                node = node.parent
                if node is not None:
                    self._leave(node)
            if node is None or node.mem_id == root.mem_id:
                break
            node = node.next
        self._flush()

    def _enter(self, node: LexborNode) -> bool:
        """Take the node in; false where its children are not to be walked."""
        tag = node.tag
        if node.is_text_node:
            self._add(node.text_content or "")
            return False
        if node.is_comment_node or tag in ("-comment", "!doctype"):
            return False
        if tag in ("br", "hr"):
            self._flush()
            return False
        if tag in _BLOCK_TAGS:
            self._flush()
            rows = rows_of(node) if tag == "table" else []
            if rows:
                self.blocks += blocks_of_table(rows)
                return False
            grid = blocks_with_grids(node.text(deep=True).split("\n")) if tag == "pre" else None
            if grid is not None:
                self.blocks += grid
                return False
            if tag == "tr" and is_data(node):
                cells = (one_line(c.text(deep=True, separator=" ")) for c in node.iter())
                self.blocks.append(Block(" | ".join(c for c in cells if c)))
                return False
        self._count(tag, 1)
        return True

    def _leave(self, node: LexborNode) -> None:
        if node.tag in _BLOCK_TAGS:
            self._flush()
        self._count(node.tag, -1)

    def _count(self, tag: str | None, step: int) -> None:
        if tag in _LISTS:
            self._lists += step
        elif tag in ("li", "dd"):
            self._items += step
            self._told += step if tag == "dd" else 0
        elif tag in _HEADINGS:
            self._heading = _HEADINGS[tag] if step > 0 else 0
        elif tag in _BOLD:
            self._bold += step

    def _add(self, words: str) -> None:
        if words.strip():
            self._all_bold = self._all_bold and self._bold > 0
        self._words.append(words)

    def _flush(self) -> None:
        text = one_line("".join(self._words))
        bold = self._all_bold
        self._words, self._all_bold = [], True
        if not text:
            return
        if self._heading:
            self.blocks.append(Block(text, HEADING, self._heading))
        elif self._told and self._told == self._items and self.blocks and self.blocks[-1].text.endswith("?"):
            self.blocks.append(Block(text))  # a question's answer, and no item of a list
        elif self._items:
            self.blocks.append(with_signs_read(Block(text, BULLET, max(self._lists - 1, 0))))
        else:
            self.blocks.append(with_signs_read(Block(text, PARAGRAPH, 0, bold)))
