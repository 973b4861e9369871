"""Parts of a page that speak of others: "Similar jobs", "People also viewed", "Related articles"; and `<noscript>`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.reading.blocks import HEADING, PSEUDO_LEVEL, Block

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_THINGS = (
    r"(?:jobs?|positions?|openings?|roles?|careers?|postings?|listings?|vacanc(?:y|ies)|opportunit(?:y|ies)|searches|"
    r"articles?|posts?|content|links?|pages?|stories|reading|news|resources|companies|employers|courses|programs)"
)
_OWN = re.compile(
    r"\b(?:dut(?:y|ies)|tasks?|functions?|responsibilit\w+|experience|skills?|requirements?|qualifications?|about|"
    r"required|preferred|welcome)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^(?:people|others|viewers|candidates|members|(?:job ?)?seekers|users) (?:also|who viewed|have also)\b.*"
    rf"|^(?:(?:see|view|explore|browse|find|discover|check out|show|our|the|more|other|most|latest|recent|top) )*"
    rf"(?:similar|related|"
    rf"recommended|suggested|featured|popular|trending|nearby|recently (?:viewed|posted)|recent|latest)"
    rf"(?: [\w,'’&/-]+){{0,4}} {_THINGS}\b(?: [\w,'’&./-]+){{0,4}}"
    rf"|^(?:(?:see|view|explore|browse|find|discover|check out|show) )?(?:more|other) (?:[\w-]+ ){{0,3}}{_THINGS}\b"
    rf"(?: (?:like|from|at|by|in|near|for|you)\b.*)?"
    r"|^recommended for you|^recently viewed|^(?:jobs?|things|posts|articles) (?:you|for you)\b.*"
    r"|^you (?:may|might|could|would)(?: also)? (?:like|be interested|enjoy).*|^more like this|^similar to this.*"
    r"|^read (?:more|next)|^up next|^from (?:our|the) blog",
    re.IGNORECASE,
)
_CHARS = 80
_PARTS = 50
"""No more of them are looked for: each costs a look at all that stands beside it."""
_MOST = 0.5
"""A part with more of the page's text than this is the page."""
_NAMES = "h1,h2,h3,h4,h5,h6,p,strong,b,span,div,summary,legend,dt,header"


def names_others(text: str) -> bool:
    """Whether a heading names what is no part of the document: "Similar jobs", "People also viewed"."""
    words = text.strip().rstrip(":").strip()
    return len(words) <= _CHARS and _OTHERS.fullmatch(words) is not None and not _OWN.search(words)


def drop_others(body: LexborNode) -> None:
    """Take out of the tree each part that opens with such a name, and a list that follows one."""
    whole = max(len(body.text(deep=True)), 1)
    left = _PARTS
    for node in body.css(_NAMES):
        if node.parent is None or len(node.text(deep=False)) > _CHARS or not names_others(_words(node)):
            continue
        if not left:
            return
        left -= 1
        part = _part(node, whole)
        if part is not None:
            part.decompose()
        elif node.tag not in ("h1", "h2", "h3", "h4", "h5", "h6"):
            _drop_list_behind(node)


def _words(node: LexborNode) -> str:
    text = node.text(deep=True)
    return " ".join(text.split()) if len(text) <= 2 * _CHARS else ""


def _part(name: LexborNode, whole: int) -> LexborNode | None:
    """The innermost part that opens with a name and holds more; null where that is the page, or an item of a list."""
    words = _words(name)
    node = name.parent
    while node is not None and node.tag not in ("body", "html", "main", "article", "td", "li"):
        text = node.text(deep=True)
        if len(text) > _MOST * whole or node.css_first("h1"):
            return None
        folded = " ".join(text.split())
        if not folded.startswith(words):
            return None
        if len(folded) > len(words):
            return node
        node = node.parent
    return None


def _drop_list_behind(name: LexborNode) -> None:
    behind = name.next
    while (
        behind is not None
        and (behind.is_text_node or behind.is_comment_node)
        and not (behind.text_content or "").strip()
    ):
        behind = behind.next
    if behind is not None and behind.tag in ("ul", "ol", "dl", "table"):
        behind.decompose()
        name.decompose()


def without_others(blocks: Sequence[Block]) -> list[Block]:
    """Without the sections of such headings: up to the next heading of their level, or of a higher one."""
    out: list[Block] = []
    level = 0
    for block in blocks:
        if block.kind == HEADING:
            if level and block.level > level and level != PSEUDO_LEVEL:
                continue
            level = block.level if names_others(block.text) else 0
        if not level:
            out.append(block)
    return out


_RAW = re.compile(r"<(!--|script|style|textarea|title|noscript)\b|<(!--)", re.IGNORECASE)


def without_noscript(page: str) -> str:
    """The page without what is shown where scripts do not run: a parser may take it for the begin of the body.

    One that never ends is left to the parser; so are those within scripts and comments.
    """
    small = page.lower()
    parts: list[str] = []
    at = kept = 0
    while (opened := _RAW.search(page, at)) is not None:
        name = (opened.group(1) or opened.group(2)).lower()
        closes = "-->" if name == "!--" else f"</{name}"
        end = small.find(closes, opened.end())
        if end < 0:
            break
        if name == "noscript":
            shut = small.find(">", end)
            end = len(page) if shut < 0 else shut + 1
            parts.append(page[kept : opened.start()])
            kept = at = end
        else:
            at = end + len(closes)
    return "".join([*parts, page[kept:]])
