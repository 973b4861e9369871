"""Installing from the lock with the network cut: first the locked wheels are fetched, then nothing more is asked for.

Minutes and hundreds of megabytes: run by `make trust`, which sets SCOPEBOOK_INSTALL.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checks.lock import ROOT, RUNTIME, locked

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("SCOPEBOOK_INSTALL" not in os.environ, reason="set SCOPEBOOK_INSTALL, or run 'make trust'"),
]


def without_network() -> list[str]:
    """Words that run a command in a network of its own, with nobody else in it; none where that is not allowed."""
    words = ["unshare", "--net"]
    if shutil.which("unshare") and subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
        return words
    return []


def test_the_lock_installs_with_no_network_beyond_the_index(tmp_path: Path) -> None:
    wheels, fresh, tree = tmp_path / "wheels", tmp_path / "venv", tmp_path / "tree"
    fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--require-hashes", "--only-binary", ":all:"]
    subprocess.run([*fetch, "--no-deps", "-r", str(RUNTIME), "-d", str(wheels)], check=True, timeout=1800)
    for name in ("pipeline", "schemas", "scopebook"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA"):
        shutil.copy(ROOT / name, tree)
    subprocess.run([sys.executable, "-m", "venv", str(fresh)], check=True)
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1"}
    cut = without_network()

    def alone(*words: str) -> str:
        command = [*cut, str(fresh / "bin" / words[0]), *words[1:]]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=900, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    alone("pip", "install", "--quiet", "--require-hashes", "--find-links", str(wheels), "-r", str(RUNTIME))
    alone("pip", "install", "--quiet", "--no-deps", "--no-build-isolation", str(tree))
    alone("pip", "check")
    assert "Commands:" in alone("scopebook", "--help")
    assert alone("scopebook", "--version").startswith("scopebook, version ")
    installed = {line.split("==")[0].lower().replace("_", "-") for line in alone("pip", "freeze", "--all").split("\n")}
    assert {p.name for p in locked()} <= installed


def test_a_wheel_with_another_digest_is_refused(tmp_path: Path) -> None:
    package = next(p for p in locked() if p.name == "mdurl")
    lines = f"{package.name}=={package.version} --hash=sha256:{'0' * 64}\n"
    (tmp_path / "wrong.lock").write_text(lines)
    fetch = [sys.executable, "-m", "pip", "download", "--require-hashes", "--no-deps", "-d", str(tmp_path)]
    done = subprocess.run([*fetch, "-r", str(tmp_path / "wrong.lock")], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "DO NOT MATCH THE HASHES" in done.stderr
