"""How deep the tags of a page nest, told before it is parsed: the parser takes quadratic time in the depth."""

from __future__ import annotations

import re

from pipeline.reading import limits
from pipeline.reading.text import refuse

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)|<!--")
# These have no end tag, or one that is often left out; the next of their kind closes them.
_NOT_COUNTED = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "rp", "rt", "colgroup",
    "caption", "html", "head", "body",
))  # fmt: skip
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed", "noframes"})


def without_server_code(page: str) -> str:
    """The page without the code of a server ('<?php ... ?>', '<% ... %>'), which a parser would show in part."""
    for opens, closes in (("<?", "?>"), ("<%", "%>")):
        parts: list[str] = []
        at = 0
        while (start := page.find(opens, at)) >= 0:
            parts.append(page[at:start])
            end = page.find(closes, start + 2)
            at = len(page) if end < 0 else end + 2
        page = "".join(parts) + page[at:]
    return page


def _end_of(name: str, page: str, at: int) -> int | None:
    """Where the raw text of a script or style ends; null where it runs to the end of the page."""
    ends = re.compile(rf"</{name}", re.IGNORECASE).search(page, at)
    return ends.start() if ends else None


def check_depth(page: str) -> None:
    """Raises Refused where tags nest too deep, or so many stand so deep that parsing would take minutes."""
    depth = work = at = 0
    while (tag := _TAG.search(page, at)) is not None:
        at = tag.end()
        name = (tag.group(2) or "").lower()
        if not name:
            end = page.find("-->", at)
            if end < 0:
                return
            at = end + 3
        elif name in _RAW and not tag.group(1):
            end = _end_of(name, page, at)
            if end is None:
                return
            at = end
        elif name in _NOT_COUNTED:
            work += depth
        elif tag.group(1):
            depth = max(depth - 1, 0)
        else:
            depth += 1
            work += depth
        if depth > limits.HTML_DEPTH:
            refuse(f"nests tags more than {limits.HTML_DEPTH:,} deep", "save the page as text or PDF")
        if work > limits.HTML_WORK:
            refuse("is too large and too deeply nested to be read", "save the page as text or PDF")
