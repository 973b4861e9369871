"""Pictures of a page that answer become signs: `<img alt="No">`, `<i class="fa fa-times">`, a checked box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pipeline.reading.answers import answer

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_PICTURES = (
    "img,svg,i,span,em,b,input[type=checkbox],input[type=radio],[role=img],[class*=icon],[class*=check],[class*=cross]"
)
_WORD = re.compile(r"[a-z]+")
_YES = frozenset(
    {"yes", "check", "checkmark", "checked", "tick", "ok", "done", "allowed", "permitted", "thumbs-up", "true"}
)
_NO = frozenset({"no", "times", "xmark", "cross", "x", "close", "ban", "remove", "clear", "cancel", "thumbs-down",
                 "delete",
                 "denied", "prohibited", "forbidden", "stop", "false", "notallowed", "minus", "block"})  # fmt: skip
_UNMARKED = frozenset({"unchecked", "uncheck", "blank", "empty", "o"})
_ICON = frozenset({"fa", "fas", "far", "fal", "fab", "icon", "icons", "icn", "ico", "bi", "glyphicon", "glyph",
                 "mdi", "la",
                   "las", "ti", "ri", "dashicons", "dashicon", "material", "symbols", "symbol", "feather", "octicon",
                   "lucide", "ion", "svg", "img", "sprite", "mark", "sign", "ph", "uil", "bx", "pi",
                   "solid"})  # fmt: skip
_FILE = re.compile(r"([^/?#]*?)(?:\.\w+)?(?:[?#].*)?$")
_CHARS = 200
_PLACES = frozenset({"td", "th", "li", "dd", "dt"})
_ABOVE = 8
"""So many tags may stand between a picture and its cell."""
MARKED, CROSSED, UNMARKED = "✓", "✗", "☐"
_SIGNS = {"yes": MARKED, "no": CROSSED, "": UNMARKED}


def put_signs(body: LexborNode) -> None:
    """Put a sign in the place of each picture that answers, within cells and items of lists. Hidden ones are left."""
    for node in body.css(_PICTURES):
        if node.parent is None or _is_hidden(node) or not _in_place(node):
            continue
        told = _told(node)
        if told is not None:
            node.replace_with(f" {_SIGNS[told]} ")


def _in_place(node: LexborNode) -> bool:
    above = node.parent
    for _ in range(_ABOVE):
        if above is None or above.tag in _PLACES:
            return above is not None
        above = above.parent
    return False


def _told(node: LexborNode) -> str | None:
    """ "yes", "no", "" for an empty box; null for what is no picture of an answer."""
    tag, attributes = node.tag, node.attributes
    if tag == "input":
        return "yes" if "checked" in attributes else ""
    label = next((attributes[n] for n in ("alt", "aria-label", "title") if attributes.get(n)), "") or ""
    words = "" if tag in ("img", "svg") else node.text(deep=True).strip()
    name = (attributes.get("class") or "")[:_CHARS]
    if words and not ("material" in name and len(words.split()) == 1) and not (len(words) == 1 and not words.isalnum()):
        return None  # it has words of its own, which are read
    if label:
        return _of_label(label)
    if tag == "svg":
        title, use = node.css_first("title"), node.css_first("use")
        link = (use.attributes.get("href") or use.attributes.get("xlink:href") or "") if use else ""
        return (_of_label(title.text()) if title else None) or _of_name(f"icon {link[:_CHARS]}") or _of_name(name)
    if tag == "img":
        found = _FILE.search(unquote((attributes.get("src") or "")[-_CHARS:]))
        return _of_name(f"icon {found.group(1) if found else ''}") or _of_name(name)
    if "material" in name and words:
        return _of_name(f"icon {words}")
    return _of_name(name)


def _of_label(label: str) -> str | None:
    """What a label says: "No", "Check mark", "green tick", "Red X icon"."""
    if len(label) > _CHARS:
        return None
    told = answer(label.strip())
    return told if told else _of_name(f"icon {label}") if len(label.split()) <= 4 else None


def _of_name(name: str) -> str | None:
    """What the name of a class or file says: "fa fa-times", "icon-check", "glyphicon glyphicon-ok", "red_x"."""
    words = _WORD.findall(name.lower().replace("thumbs-", "thumbs").replace("not-allowed", "notallowed"))
    if not _ICON & set(words) or len(words) > 12:
        return None
    if {"thumbsup"} & set(words):
        return "yes"
    if {"thumbsdown"} & set(words) or _NO & set(words):
        return "no"
    if _UNMARKED & set(words) and {"square", "circle", "box", "unchecked", "check"} & set(words):
        return "" if not _YES & set(words) or "unchecked" in words or "blank" in words else "yes"
    return "yes" if _YES & set(words) else None


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", "").lower()
