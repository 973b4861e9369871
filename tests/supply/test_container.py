"""The container's recipe: an ordinary user, nothing fetched but what is locked, nothing written outside /tmp."""

from __future__ import annotations

import re

from checks.lock import ROOT

TEXT = (ROOT / "Containerfile").read_text()
STEPS = [line for line in TEXT.replace("\\\n", " ").split("\n") if line and not line.startswith("#")]
LAST = STEPS[max(n for n, line in enumerate(STEPS) if line.startswith("FROM")) :]


def test_the_image_runs_as_an_ordinary_user_with_a_number() -> None:
    (user,) = [line.split()[1] for line in LAST if line.startswith("USER")]
    assert user.isdigit(), "a number, so that it can be checked without the image's list of users"
    assert int(user) >= 1000
    assert any(f"useradd --system --uid {user}" in line for line in LAST)
    assert LAST.index(f"USER {user}") < next(n for n, line in enumerate(LAST) if line.startswith("ENTRYPOINT"))
    assert not any(line.startswith(("RUN", "COPY", "ADD")) for line in LAST[LAST.index(f"USER {user}") :])


def test_nothing_but_the_lock_is_installed() -> None:
    runs = [line for line in STEPS if line.startswith("RUN")]
    assert not any(re.search(r"pip3? install|curl|wget|git clone", line) for line in runs)
    assert any("make .venv/.runtime" in line for line in runs), "which installs requirements.lock with its hashes"
    assert not any(line.startswith("ADD") for line in STEPS), "ADD would fetch and unpack"


def test_all_that_is_written_is_in_tmp_and_the_way_to_run_it_read_only_is_told() -> None:
    env = " ".join(line for line in LAST if line.startswith("ENV"))
    for name in ("SCOPEBOOK_CACHE", "NUMBA_CACHE_DIR", "HOME"):
        assert re.search(rf"{name}=/tmp\b", env), name
    assert "PYTHONDONTWRITEBYTECODE=1" in env
    told = [line for line in TEXT.split("\n") if line.startswith("#") and "podman run" in line]
    assert told
    assert all("--read-only --tmpfs /tmp" in line for line in told)
    assert any("/outputs" in line and "build --out /outputs" in line for line in told)


def test_everything_that_the_recipe_copies_is_there() -> None:
    for line in STEPS:
        if line.startswith("COPY") and "--from" not in line:
            for name in line.split()[1:-1]:
                assert (ROOT / name).exists(), name
