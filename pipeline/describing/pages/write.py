"""Writing the generated pages."""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.describing.pages.cookbook import cookbook
from pipeline.describing.pages.recipes import read_recipes
from pipeline.describing.pages.state_page import NEEDED, state_page, states_index
from pipeline.release import Release

_MARK = ".made-by-scopebook-pages"


def write_pages(release: Release, queries: Path, out: Path) -> int:
    """Make `out` anew: states/, cookbook.md, dictionary.md. Returns the number of pages.

    queries: the recipes of the cookbook. Raises FileExistsError where `out` holds something that this did not make.
    """
    if out.exists() and any(out.iterdir()) and not (out / _MARK).exists():
        raise FileExistsError(f"{out} is in the way: it was not made by 'scopebook pages'")
    tables = {name: release.table(name) for name in NEEDED}
    pages = {"states/index.md": states_index(tables)}
    for state in tables["states"].iter_rows(named=True):
        pages[f"states/{state['state'].lower()}.md"] = state_page(tables, state)
    pages["cookbook.md"] = cookbook(read_recipes(queries), release.directory)
    pages["dictionary.md"] = _dictionary(release)
    shutil.rmtree(out, ignore_errors=True)
    for name, text in pages.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (out / _MARK).touch()
    return len(pages)


def _dictionary(release: Release) -> str:
    """The dictionary of the release; made anew for a release that was published without one."""
    path = release.directory / "dictionary.md"
    if path.exists():
        return path.read_text(encoding="utf-8")
    from pipeline.describing.dictionary import dictionary
    from pipeline.describing.files import data_files
    from schemas.tables import PUBLISHED

    files = data_files(release.directory)
    rows, in_csv = {f.table.name: f.rows for f in files}, {f.table.name for f in files if f.is_csv}
    return dictionary(PUBLISHED, rows, in_csv, release.table("build_info").row(0, named=True))
