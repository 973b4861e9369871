"""A checkout that cannot be written to, and a user without a home: questions and builds work all the same."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks.lock import ROOT
from pipeline.private import writable_folder
from tests.conftest import DESCRIPTION, write_raw, wy

NOBODY = 65534


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder that every user may walk into, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="scopebook-test-"))
    folder.chmod(0o755)
    yield folder
    subprocess.run(["chmod", "-R", "u+w", str(folder)], check=True)
    shutil.rmtree(folder)


def as_nobody() -> list[str]:
    """Words that run a command as the user nobody; none where the tests are run by an ordinary user."""
    if os.getuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv is not on this machine")
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


@pytest.mark.slow
def test_a_build_from_a_read_only_checkout_by_a_user_without_home(room: Path, shared_raw: dict[str, bytes]) -> None:
    tree, out, temporary = room / "tree", room / "out", room / "tmp"
    for name in ("pipeline", "schemas", "scopebook"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    write_raw({**shared_raw, "states/wy.toml": wy(), "sources/a-school.toml": DESCRIPTION.encode()}, tree / "raw")
    subprocess.run(["chmod", "-R", "a+rX,a-w", str(tree)], check=True)
    for folder in (out, temporary):
        folder.mkdir()
        folder.chmod(0o777)
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tree), "TMPDIR": str(temporary)}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [*as_nobody(), sys.executable, "-m", "pipeline", *words]
        return subprocess.run(command, cwd=room, env=env, capture_output=True, text=True, check=False)

    done = run("build", "--raw", str(tree / "raw"), "--out", str(out / "o"), "--as-of", "2026-11-26")
    assert done.returncode == 0, done.stderr
    answer = run("ask", "--scope", str(out / "o"), "--state", "WY", "--duty", "start iv")
    assert answer.returncode == 0, answer.stderr
    assert "PROHIBITED" in answer.stdout
    assert run("verify", str(out / "o")).returncode == 0
    assert not list(tree.rglob("__pycache__")), "nothing was written into the checkout"
    kept = {p.name.rsplit("-", 1)[0]: p for p in temporary.iterdir()}
    assert set(kept) == {"scopebook-kernels", "scopebook-cache"}
    assert all(stat.S_IMODE(p.stat().st_mode) == 0o700 for p in kept.values())


def test_a_folder_that_can_be_written_to_is_taken_as_it_is(tmp_path: Path) -> None:
    assert writable_folder(tmp_path / "a" / "b", "x") == tmp_path / "a" / "b"
    assert (tmp_path / "a" / "b").is_dir()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "t").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    return tmp_path / "t"


def test_elsewhere_a_folder_of_the_user_alone_is_taken(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    own = temporary / f"x-{os.getuid()}"
    for wanted in (None, tmp_path / "file", tmp_path / "file" / "below"):
        assert writable_folder(wanted, "x") == own
    assert stat.S_IMODE(own.stat().st_mode) == 0o700


def test_a_folder_that_others_can_write_to_is_not_believed(tmp_path: Path, temporary: Path) -> None:
    """What lies in it is run as it is found; anybody may make a folder of that name in /tmp."""
    own = temporary / f"x-{os.getuid()}"
    own.mkdir()
    own.chmod(0o777)
    first, second = writable_folder(None, "x"), writable_folder(None, "x")
    assert len({own, first, second}) == 3
    assert stat.S_IMODE(first.stat().st_mode) == 0o700
    own.rmdir()
    (tmp_path / "planted").mkdir()
    own.symlink_to(tmp_path / "planted")
    assert writable_folder(None, "x") not in (own, tmp_path / "planted")
    own.unlink()
    own.write_text("no folder")
    assert writable_folder(None, "x").is_dir()


@pytest.mark.skipif(os.getuid() != 0, reason="only the superuser can give a folder away")
def test_a_folder_of_somebody_else_is_not_believed(temporary: Path) -> None:
    own = temporary / f"x-{os.getuid()}"
    own.mkdir(mode=0o700)
    os.chown(own, NOBODY, NOBODY)
    assert writable_folder(None, "x") != own
