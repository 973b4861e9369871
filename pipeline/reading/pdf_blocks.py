"""From the lines of PDF pages to blocks: wrapped lines re-joined, hyphens mended, headings told by their shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.reading.blocks import BULLET, HEADING, HEADING_WORDS, PARAGRAPH, Block
from pipeline.reading.pdf_grids import grids_of
from pipeline.reading.pdf_lines import HYPHEN, Line
from pipeline.reading.running_heads import without_running_heads
from pipeline.reading.signs import BULLET_SIGNS, strip_bullet
from pipeline.reading.tables import blocks_of_table

_LARGER = 1.12
_GAP = 1.75
"""A line further below the one before than this many font sizes begins a paragraph."""
_FULL = 0.8
"""A line that ends before this share of the page's width was not wrapped: the next one begins anew."""
_INDENT = 5.0
_LIST_INDENT = 50.0
_AROUND = 6
_WRAPPED = 0.4
_LONE_SIGN = re.compile(rf"^(?:[{re.escape(BULLET_SIGNS)}*o]|-)$")
_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s+(?=\S)")


def blocks_of(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """Blocks of a whole document; what repeats at the head or foot of pages is left out."""
    kept = _with_signs_joined(without_running_heads(pages))
    lines = [line for page in kept for line in page]
    if not lines:
        return []
    body = _body_size(lines)
    sizes = sorted({round(x.size) for x in lines if x.size >= body * _LARGER}, reverse=True)
    left = min(x.left for x in lines)
    width = max(x.right for x in lines) - left
    out: list[Block] = []
    depths: list[float] = []
    before: Line | None = None
    for page in kept:
        grids = {grid.first: grid for grid in grids_of(page)}
        passed = 0
        for number, line in enumerate(page):
            if number in grids:
                out += blocks_of_table(grids[number].rows or ())
                passed = grids[number].last
                before, depths = None, []
            if number < passed:
                continue
            level = _heading_level(line, body, sizes)
            words = _behind_sign(line.text)
            if level:
                if before is not None and out[-1].level == level and _heading_goes_on(out[-1], before, line):
                    out[-1] = replace(out[-1], text=_joined(out[-1].text, line.text))
                else:
                    out.append(Block(line.text, HEADING, level))
                    depths = []
            elif words is not None:
                while depths and line.left < depths[-1] - _INDENT:
                    depths.pop()
                if not depths or line.left > depths[-1] + _INDENT:
                    depths.append(line.left)
                out.append(Block(words, BULLET, len(depths) - 1))
            elif before is not None and _continues(
                out[-1], before, line, number == 0, left + _FULL * width, _short(before, page, number)
            ):
                out[-1] = replace(out[-1], text=_joined(out[-1].text, line.text))
            else:
                out.append(Block(line.text, PARAGRAPH))
            before = line
    return [replace(b, text=b.text.replace(HYPHEN, "-")) for b in out]


def _behind_sign(text: str) -> str | None:
    """Words behind a bullet sign or a number; null for other lines."""
    words = strip_bullet(text)
    if words is not None:
        return words
    match = _NUMBER.match(text)
    return text[match.end() :] if match else None


def _short(line: Line, page: Sequence[Line], number: int) -> float:
    """Where a line must end to have been wrapped: the lines around it, that begin where it does or an indent before."""
    around = (*page[max(number - _AROUND, 0) : number + _AROUND],)
    right = max((x.right for x in around if line.left - _LIST_INDENT <= x.left <= line.left + _INDENT), default=0.0)
    return line.left + (right - line.left) * _WRAPPED


def _continues(block: Block, before: Line, line: Line, new_page: bool, full: float, short: float) -> bool:
    """True where the line goes on with the block that the line before belongs to."""
    if block.kind == HEADING:
        return False
    if new_page or line.bottom > before.bottom + 2 * before.size:  # the next column begins higher up
        return line.text[:1].islower() or before.text.endswith((HYPHEN, ","))
    if before.text.endswith((":", ";")) or (before.right < short and not before.text.endswith((HYPHEN, ","))):
        return False  # "start an IV", "expose radiographs": items of a list that lost its signs
    if not _close(before, line) or abs(before.size - line.size) > 0.15 * before.size or before.bold != line.bold:
        return line.text[:1].islower() and _close(before, line)
    if before.text.endswith(HYPHEN) or line.text[:1].islower():
        return True
    return before.right >= full


def _heading_goes_on(block: Block, before: Line, line: Line) -> bool:
    alike = before.text.isupper() == line.text.isupper() and before.size == line.size
    return block.kind == HEADING and alike and _close(before, line) and not before.text.endswith(":")


def _close(before: Line, line: Line) -> bool:
    """True where the line stands just below the one before, or beside it."""
    return -0.5 * before.size <= before.bottom - line.bottom <= _GAP * max(before.size, line.size)


def _joined(text: str, more: str) -> str:
    if text.endswith(HYPHEN):
        return text[:-1] + more
    # A hyphen that the author wrote stays ("follow-" + "up"); a typesetter's is marked and mended above.
    return text + ("" if text.endswith("-") and more[:1].islower() else " ") + more


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return min(sizes, key=lambda s: (-sizes[s], s))


def _heading_level(line: Line, body: float, sizes: Sequence[int]) -> int:
    """Level by size, then for bold lines and lines in capitals; 0 for what is no heading."""
    words = line.text.split()
    listed = strip_bullet(line.text) is not None  # a number may open a heading: "3. What the assistant may not do"
    if len(words) > HEADING_WORDS + 3 or line.text.endswith((".", ";", ",", HYPHEN)) or listed:
        return 0
    if not any(ch.isalpha() for ch in line.text):
        return 0
    if line.size >= body * _LARGER:
        return min(sizes.index(round(line.size)) + 1 if round(line.size) in sizes else len(sizes), 4)
    if line.bold and len(words) <= HEADING_WORDS:
        return 5
    letters = [ch for ch in line.text if ch.isalpha()]
    if _NUMBER.match(line.text):
        return 0
    if len(letters) >= 4 and len(words) <= HEADING_WORDS and all(ch.isupper() for ch in letters):
        return 5
    return 0


def _with_signs_joined(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """A bullet sign that stands on a line of its own is put before the words that follow it."""
    out: list[list[Line]] = []
    for page in pages:
        lines: list[Line] = []
        sign: Line | None = None
        for line in page:
            if _LONE_SIGN.match(line.text):
                sign = line
                continue
            if sign is not None:
                line = replace(line, text=f"• {line.text}", left=sign.left)
                sign = None
            lines.append(line)
        out.append(lines)
    return out
