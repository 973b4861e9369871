"""The page of the real release, a page with hostile texts, and a headless Chromium where there is one."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipeline.explorer import write_explorer
from pipeline.explorer.write import unpacked
from pipeline.frames import Frames
from pipeline.release import Release
from schemas.tables import TABLES
from tests.conftest import AS_OF

HOSTILE = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>\"'&amp;</script>"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def real_tables(real_release: Release) -> Frames:
    return {table.name: real_release.table(table.name) for table in TABLES if table.name != "scope"}


@pytest.fixture(scope="session")
def real_page(real_tables: Frames, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("explorer")
    write_explorer(real_tables, AS_OF, directory)
    return directory / "index.html"


@pytest.fixture(scope="session")
def hostile_page(real_tables: Frames, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every free text of the release is hostile, and every address of a source runs a script."""
    tables = dict(real_tables)
    hostile = pl.lit(HOSTILE)
    for table, columns in {
        "rules": ("limits", "citation"),
        "sources": ("title", "publisher", "currency"),
        "duties": ("label", "definition"),
        "states": ("name",),
        "coverage_texts": ("note",),
        "conflicts": ("note",),
        "roles": ("label",),
        "settings": ("label",),
    }.items():
        tables[table] = tables[table].with_columns(hostile.alias(c) for c in columns)
    tables["sources"] = tables["sources"].with_columns(url=pl.lit("javascript:window.hacked=1"))
    verdicts = tables["verdicts"]
    tables["verdicts"] = verdicts.with_columns(
        limits=pl.when(pl.col("limits") != "").then(hostile).otherwise(pl.col("limits"))
    )
    directory = tmp_path_factory.mktemp("hostile")
    write_explorer(tables, AS_OF, directory)
    return directory / "index.html"


def blocks(page: Path) -> tuple[dict[str, Any], bytes]:
    """The document and the cells that a page holds."""
    text = page.read_text(encoding="utf-8")
    found = {name: re.search(rf'id="{name}">([^<]*)<', text) for name in ("data", "cells")}
    document, cells = (unpacked(match.group(1)) for match in found.values() if match)
    return json.loads(document), cells


def chromium_path() -> str | None:
    """Chromium by the variable CHROMIUM, or by its names on the path."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.skip("no playwright here: the explorer is not clicked through")
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium here (set CHROMIUM to its path): the explorer is not clicked through")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()
