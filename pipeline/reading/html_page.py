"""What of a page is not its text: scripts, navigation, headers and footers of the site, forms, hidden parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.reading.html_others import drop_others

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

DROPPED = (
    "script,style,noscript,template,iframe,object,embed,applet,svg,math,canvas,audio,video,map,nav,dialog,"
    "input,select,textarea,button,datalist,output,progress,meter,menu[type=toolbar],"
    "[hidden],[role=navigation],[role=search],[role=banner],[role=contentinfo],[role=dialog],[role=alertdialog]"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_SITE = re.compile(
    r"(?:^|[\s_-])(?:(?:site|page|main|global|top|bottom|primary|secondary|left|right|sub|mobile|off-?canvas|wp|footer|"
    r"header|nice|drop-?down|quick)[_-]?)?"
    r"(?:nav|navs|navi|navbar|navigation|menu|menus|menubar|breadcrumb|breadcrumbs|footer|sidebar|masthead|skip|"
    r"skip-?links?|quick-?links?|cookie|cookies|cookie-?(?:banner|notice|bar|consent)|gdpr|social|"
    r"social-?(?:media|links|icons)|share|sharing|share-?buttons|addthis|pagination|pager|newsletter|subscribe|related-?(?:posts|jobs|articles|links)|"
    r"similar-?jobs|advert|advertisement|ads|adsbygoogle|popup|modal|comments|comment-?form|search-?form|copyright)"
    r"\d*(?:$|[\s_]|-(?:wrap|wrapper|container|inner|list|links|bar|area|block|region|left|right|top|bottom|main)\b)",
    re.IGNORECASE,
)
_SITE_HEADER = re.compile(
    r"^(?:(?:site|page|main|global|top)[_-]?)?header(?:[_-]?(?:wrap|wrapper|inner|top|bar))?$", re.IGNORECASE
)
_MOST = 0.4
"""A part with more of the page's text than this is the page, whatever its class says."""
_LINKS = 0.85
_LINK_CHARS = 28
_NAME_CHARS = 300
"""Of a class, no more is looked at."""


def drop_boilerplate(body: LexborNode) -> None:
    """Take from the tree what is not the text of the document."""
    for node in body.css(DROPPED):
        _drop(node)
    drop_others(body)
    # Attributes are read once for every element, so that a large page costs one walk.
    marked = list(body.css("[style],[aria-hidden=true],[class],[id],header,footer,aside,form"))
    whole = max(_length(body), 1)
    for node in marked:
        if node.parent is None or node.tag in ("body", "html", "main", "article", "h1"):
            continue
        if _is_hidden(node) or (_is_site(node) and _length(node) / whole < _MOST and not node.css_first("h1")):
            _drop(node)
    _drop_link_lists(body)


def _drop(node: LexborNode) -> None:
    if node.parent is not None:
        node.decompose()


def _length(node: LexborNode) -> int:
    return len(node.text(deep=True, separator=" "))


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if attributes.get("aria-hidden") == "true" and not node.css_first("h1,h2,p,li"):
        return True
    return bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))


def _is_site(node: LexborNode) -> bool:
    if node.tag in ("footer", "form", "header"):
        return not _in_article(node) or node.tag == "form"
    attributes = node.attributes
    for name in (attributes.get("id"), attributes.get("class"), attributes.get("role")):
        if name and (_SITE.search(name[:_NAME_CHARS]) or any(_SITE_HEADER.match(word) for word in name.split())):
            return True
    return False


def _in_article(node: LexborNode) -> bool:
    current = node.parent
    while current is not None:
        if current.tag in ("article", "main"):
            return True
        current = current.parent
    return False


def _drop_link_lists(body: LexborNode) -> None:
    """Parts of which nearly all is short links, several of them: menus that no class tells of."""
    seen: set[int] = set()
    for link in body.css("a"):
        block = link.parent
        while block is not None and block.tag not in ("ul", "ol", "table", "div", "center", "p", "body"):
            block = block.parent
        if block is None or block.tag == "body" or block.mem_id in seen:
            continue
        seen.add(block.mem_id)
        links = block.css("a")
        if len(links) < 3:
            continue
        inside = sum(_length(a) for a in links)
        if inside >= _LINKS * max(_length(block), 1) and inside / len(links) <= _LINK_CHARS:
            _drop(block)
