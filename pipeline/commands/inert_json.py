"""JSON that can be shown: what a terminal would act on is escaped, as JSON allows; letters of any script are kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

_BEYOND_ASCII = re.compile(r"[^\n\x20-\x7e]")


def inert_json(document: object, default: Callable[[object], object] | None = None) -> str:
    """The document, indented. Control characters past ASCII, overrides of direction and lone surrogates are escaped."""
    text = json.dumps(document, indent=1, ensure_ascii=False, default=default)
    return _BEYOND_ASCII.sub(lambda m: m.group() if m.group().isprintable() else json.dumps(m.group())[1:-1], text)
