"""A tag of a repository is built aside, and the repository is left as it was."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.comparing import open_snapshot
from tests.conftest import write_raw, wy

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *args: str) -> str:
    settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *settings, *args], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_a_tag_is_built_for_the_day_of_its_commit(
    shared_raw: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_raw({**shared_raw, "states/wy.toml": wy()}, tmp_path / "raw")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-03-04T12:00:00Z")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "raw")
    git(tmp_path, "commit", "-q", "-m", "one")
    git(tmp_path, "tag", "v1")
    monkeypatch.chdir(tmp_path)
    snapshot = open_snapshot("git:v1")
    assert str(snapshot.as_of) == "2025-03-04"
    assert snapshot.tables["rules"].height == 4
    assert git(tmp_path, "status", "--short") == ""
    assert git(tmp_path, "worktree", "list").count("\n") == 1
