"""What a Word document's styles say of a paragraph: heading or not, and its level in a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"^heading\s*(\d)$", re.IGNORECASE)
_LIST = re.compile(r"^list\s*(?:bullet|number|continue)?\s*(\d)?$", re.IGNORECASE)
_CHAIN = 20


class Styles:
    """Paragraph styles by id. A style without a say asks the one that it is based on."""

    def __init__(self, document: Any) -> None:
        self._by_id: dict[str, Element] = {}
        part = getattr(document.part, "_styles_part", None)
        if part is not None:
            for style in part.element.iter(f"{W}style"):
                name = style.get(f"{W}styleId")
                if name:
                    self._by_id[name] = style

    def heading(self, paragraph: Element) -> int:
        """Level of a heading from 1, or 0. A title is a heading of level 1."""
        outline = _value(paragraph, f"{W}pPr/{W}outlineLvl")
        if outline is not None and outline.isdigit() and int(outline) < 9:
            return int(outline) + 1
        for style in self._chain(paragraph):
            name = _value(style, f"{W}name") or ""
            match = _HEADING.match(name)
            if match:
                return max(int(match.group(1)), 1)
            if name.lower() == "title":
                return 1
            if name.lower() == "subtitle":
                return 2
            outline = _value(style, f"{W}pPr/{W}outlineLvl")
            if outline is not None and outline.isdigit() and int(outline) < 9:
                return int(outline) + 1
        return 0

    def list_level(self, paragraph: Element) -> int | None:
        """Level in a list from 0, or null outside lists. Numbering with id 0 takes a paragraph out of its list."""
        number = _value(paragraph, f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            level = _value(paragraph, f"{W}pPr/{W}numPr/{W}ilvl") or "0"
            return None if number == "0" else min(int(level), 8) if level.isdigit() else 0
        for style in self._chain(paragraph):
            match = _LIST.match(_value(style, f"{W}name") or "")
            if match and "paragraph" not in (_value(style, f"{W}name") or "").lower():
                return int(match.group(1) or 1) - 1
            if style.find(f"{W}pPr/{W}numPr") is not None:
                level = _value(style, f"{W}pPr/{W}numPr/{W}ilvl") or "0"
                return min(int(level), 8) if level.isdigit() else 0
        return None

    def _chain(self, paragraph: Element) -> list[Element]:
        out: list[Element] = []
        name = _value(paragraph, f"{W}pPr/{W}pStyle")
        while name in self._by_id and len(out) < _CHAIN:
            style = self._by_id[name]
            out.append(style)
            name = _value(style, f"{W}basedOn")
        return out


def _value(element: Element, path: str) -> str | None:
    found = element.find(path)
    return found.get(f"{W}val") if found is not None else None
