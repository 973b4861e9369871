"""A small release with its descriptions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.commands.stages import run_ingest, run_normalise, run_publish
from pipeline.describing import write_descriptions
from pipeline.release import Release
from pipeline.validate import validate
from tests.conftest import AS_OF, DESCRIPTION, write_raw, wy


@pytest.fixture(scope="session")
def described(shared_raw: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a release of the miniature world, described anew (whether or not publishing has done so already)."""
    base = tmp_path_factory.mktemp("described")
    files = {**shared_raw, "states/wy.toml": wy(), "sources/a-school.toml": DESCRIPTION.encode()}
    frames, digest = run_normalise(run_ingest(write_raw(files, base / "raw")))
    run_publish(validate(frames), base / "outputs", AS_OF, digest)
    release = Release(base / "outputs")
    copy = base / "release"
    shutil.copytree(release.directory, copy)
    write_descriptions(copy, release.table("build_info").row(0, named=True))
    return copy
