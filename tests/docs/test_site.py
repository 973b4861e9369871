"""The site as MkDocs makes it: without a warning, and without anything from the network."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.describing.pages import write_pages
from pipeline.release import Release
from tests.conftest import ROOT

FETCHED = re.compile(r"""<(?:script|img|iframe|source)[^>]*\ssrc=["']?https?:|<link[^>]*href=["']?https?:""")


def test_the_site_is_built_strictly_and_fetches_nothing(real_release: Release, tmp_path: Path) -> None:
    pytest.importorskip("material", reason="mkdocs-material is not installed (group docs)")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("generated"))
    write_pages(real_release, ROOT / "docs" / "queries", tmp_path / "docs" / "generated")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 60
    for page in pages:
        assert FETCHED.search(page.read_text(encoding="utf-8")) is None, page.name
    assert (tmp_path / "site" / "assets" / "iframe-worker.js").exists()
    assert not (tmp_path / "site" / "queries").exists()
