"""A MkDocs hook: pages take the worker that search needs on file:// from beside them, not from the network."""

from __future__ import annotations

from typing import Any

REMOTE = "https://unpkg.com/iframe-worker/shim"
LOCAL = "assets/iframe-worker.js"


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Called by MkDocs with each finished page."""
    up = "../" * page.url.count("/")
    return output.replace(REMOTE, up + LOCAL)


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """Called by MkDocs with each page that is made of no Markdown; 404.html is met on a server only."""
    return output_content.replace(REMOTE, "/" + LOCAL)
