"""The page: a template, a style sheet, hand-written modules and the data, put into one file.

Nothing in it comes from the network, and its content security policy forbids that anything does. The same tables give
the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from datetime import date
from pathlib import Path
from string import Template

from pipeline.explorer.data import page_data
from pipeline.frames import Frames

STATIC = Path(__file__).parent / "static"
MODULES = (
    "dom",
    "route",
    "data",
    "terms",
    "search",
    "combo",
    "badge",
    "map",
    "map_keys",
    "rules",
    "controls",
    "dates",
    "answer",
    "view_ask",
    "view_matrix",
    "view_state",
    "view_duty",
    "view_compare",
    "view_about",
    "main",
)
"""In an order in which each stands after those that it imports from."""

STYLES = ("style", "views", "screens")
"""What holds for one screen or for print alone stands last."""

_IMPORT = re.compile(r"^import\s[^;]*?from\s*\"\./[a-z_]+\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|const|let|class)\b)", re.MULTILINE)


def write_explorer(tables: Frames, as_of: date, directory: Path) -> None:
    """Write `directory/index.html`.

    tables: the published tables but `scope`, as `Release.tables` holds them.
    as_of: the day whose law the verdicts give.
    """
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "index.html").write_text(page(tables, as_of), encoding="utf-8")


def page(tables: Frames, as_of: date) -> str:
    """The whole page as text."""
    document, cells = page_data(tables, as_of)
    atlas = json.loads((STATIC / "us_states.json").read_text(encoding="utf-8"))
    document["atlas"] = {"size": atlas["size"], "licence": atlas["licence"], "shapes": atlas["shapes"]}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    style = "".join((STATIC / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    script = bundle()
    return Template((STATIC / "page.html").read_text(encoding="utf-8")).substitute(
        policy=policy(script, style),
        style=style,
        script=script,
        data=packed(text.encode()),
        cells=packed(cells),
    )


def bundle() -> str:
    """The modules as one: imports between them are dropped, and what they export is simply there."""
    parts = []
    for name in MODULES:
        source = (STATIC / f"{name}.js").read_text(encoding="utf-8")
        parts.append(f"// {name}.js\n" + _EXPORT.sub("", _IMPORT.sub("", source)))
    script = "\n".join(parts)
    if re.search(r"^\s*(import|export)\b", script, re.MULTILINE) or "</script" in script:
        raise ValueError("a module of the explorer imports or exports in a way that bundling does not know")
    return script


def policy(script: str, style: str) -> str:
    """A content security policy under which only this script and this style run, and nothing is fetched."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def packed(data: bytes) -> str:
    """Deflated (zlib format, as `DecompressionStream("deflate")` reads it) and in base64."""
    return base64.b64encode(zlib.compress(data, 9)).decode()


def unpacked(block: str) -> bytes:
    """What `packed` packed; for tests and for those who want the data of a page."""
    return zlib.decompress(base64.b64decode(block))
