"""Headings, paragraphs and bullets: what the readers of structured formats find, and the text made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.reading.named_answers import read_line
from pipeline.reading.signs import strip_bullet

PARAGRAPH, BULLET, HEADING = "paragraph", "bullet", "heading"

PSEUDO_LEVEL = 6
"""Level of lines that only look like headings: below every heading that the document marks as one."""
HEADING_WORDS = 9
_RUN = 3


@dataclass(frozen=True)
class Block:
    """One line of the read text. `level`: of a heading, from 1; of a bullet, from 0. `bold`: all of it is bold."""

    text: str
    kind: str = PARAGRAPH
    level: int = 0
    bold: bool = False


def one_line(text: str) -> str:
    """Text with every run of white space as one space."""
    return " ".join(text.replace("\u200b", "").replace("\xad", "").split())


def with_signs_read(block: Block) -> Block:
    """A paragraph that begins with a bullet sign is a bullet; a bullet that repeats its sign loses it."""
    if block.kind == HEADING:
        return block
    words = strip_bullet(block.text)
    if words is None:
        return block
    return replace(block, text=words, kind=BULLET, level=block.level if block.kind == BULLET else 0)


def with_headings_guessed(blocks: Sequence[Block]) -> list[Block]:
    """Short bold paragraphs become headings, unless several stand in a row: those are emphasis, or a list."""
    out = list(blocks)
    at = 0
    while at < len(out):
        end = at
        while end < len(out) and looks_like_heading(out[end]):
            end += 1
        if 0 < end - at < _RUN and end < len(out):
            for i in range(at, end):
                out[i] = replace(out[i], kind=HEADING, level=PSEUDO_LEVEL)
        at = max(end, at + 1)
    return out


def looks_like_heading(block: Block) -> bool:
    return (
        block.bold
        and block.kind == PARAGRAPH
        and len(block.text.split()) <= HEADING_WORDS
        and not block.text.endswith((".", ";", ",", "!"))
    )


def render(blocks: Sequence[Block]) -> str:
    """The text: a line for each block, an empty line before headings and around paragraphs."""
    lines: list[str] = []
    before = ""
    for block in blocks:
        text = one_line(block.text)
        if not text:
            continue
        text = (read_line(text) if block.kind != HEADING else None) or text
        if lines and (block.kind == HEADING or PARAGRAPH in (block.kind, before)):
            lines.append("")
        if block.kind == HEADING:
            lines.append("#" * min(max(block.level, 1), 6) + " " + text)
        elif block.kind == BULLET:
            lines.append("  " * min(block.level, 20) + "- " + text)
        else:
            lines.append(_plain(text))
        before = block.kind
    return "\n".join(lines) + ("\n" if lines else "")


def _plain(text: str) -> str:
    """A paragraph that happens to begin like a heading is set off, so that it is not taken for one."""
    return re.sub(r"^#+(?=\s)", lambda m: m.group().replace("#", "№"), text) if text.startswith("#") else text


def first_heading(blocks: Sequence[Block]) -> str | None:
    return next((one_line(b.text) for b in blocks if b.kind == HEADING and b.text.strip()), None)
