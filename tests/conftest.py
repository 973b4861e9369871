"""A miniature world for unit tests, and one build of the real raw/ for the tests that look at it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.commands.stages import run_ingest, run_normalise, run_publish
from pipeline.release import Release
from pipeline.store import read_raw
from pipeline.validate import validate
from schemas.vocabulary import COVERAGE_KINDS
from tests.whole import Whole

ROOT = Path(__file__).parent.parent
RAW = ROOT / "raw"
AS_OF = date(2026, 11, 26)

STATE_HEAD = """
state = "WY"

[[source]]
source_id = "wy-act"
title = "Delegation of medical acts"
publisher = "Legislature"
authority = "statute"
citation = "Wyo. Stat. § 1"
url = "https://example.org/act"
kind = "law"
text = "full"
read_on = 2026-11-26

[[source]]
source_id = "wy-board"
title = "Board statement on assistants"
publisher = "Board of Medicine"
authority = "board_guidance"
citation = "Board statement 1"
url = ""
kind = "guidance"
text = "full"
read_on = 2026-11-26
"""

RULE_TAIL = """
source = "wy-act"
authority = "statute"
checked = "primary_text"
checked_on = 2026-11-26
"""

WY_RULES = f"""
[[rule]]
id = "wy-general"
class = "general_delegation"
role = "medical_assistant"
status = "delegable"
supervision = "general"
delegators = ["physician"]
citation = "Wyo. Stat. § 1(a)"
{RULE_TAIL}
[[rule]]
id = "wy-injections"
class = "injections_not_iv"
except = ["administer_allergy_shots"]
role = "medical_assistant"
status = "conditional"
supervision = "on_site"
delegators = ["physician"]
credential = "training"
training_hours = 10
limits = "not in the neck"
citation = "Wyo. Stat. § 1(b)"
{RULE_TAIL}
[[rule]]
id = "wy-iv"
duties = ["start_iv", "administer_iv_medication"]
role = "medical_assistant"
status = "prohibited"
citation = "Wyo. Stat. § 1(c)"
{RULE_TAIL}
"""

DESCRIPTION = """
[source]
source_id = "a-school"
title = "What medical assistants do"
publisher = "A school"
url = "https://example.org/"
kind = "school_page"
licence = "Not stated; described in own words"
read_on = 2026-11-26

[[section]]
heading = "Clinical medical assistants in a physician's office"
statements = ["Draw blood and record vital signs.", "May not start intravenous lines."]

[[role_categories]]
role = "clinical_medical_assistant"
categories = ["clinical"]

[[role_skills]]
role = "medical_assistant"
skills = ["flexibility"]

[[factor]]
factor_id = "state"
label = "State of work"
"""


def coverage(kinds: tuple[str, ...] = COVERAGE_KINDS, status: str = "read") -> str:
    """Coverage entries of `kinds` with one status, and `not_looked_for` for the others."""
    out = []
    for kind in COVERAGE_KINDS:
        if kind in kinds and status == "read":
            out.append(
                f'[[coverage]]\nkind = "{kind}"\nstatus = "read"\nsources = ["wy-act"]\nlooked_on = 2026-11-26\n'
            )
        elif kind in kinds:
            out.append(f'[[coverage]]\nkind = "{kind}"\nstatus = "{status}"\nlooked_on = 2026-11-26\n')
        else:
            out.append(f'[[coverage]]\nkind = "{kind}"\nstatus = "not_looked_for"\n')
    return "\n".join(out)


def wy(rules: str = WY_RULES, cover: str | None = None) -> bytes:
    """The file of the miniature world's one coded state."""
    return (STATE_HEAD + rules + (coverage() if cover is None else cover)).encode()


@pytest.fixture(scope="session")
def shared_raw() -> dict[str, bytes]:
    """The real vocabularies and lexicon, without law and descriptions."""
    return {f: data for f, data in read_raw(RAW).items() if f.startswith(("vocabulary/", "lexicon/"))}


@pytest.fixture
def world(shared_raw: dict[str, bytes]) -> dict[str, bytes]:
    """Raw files of the miniature world: the real vocabularies, one state, one description."""
    return {**shared_raw, "states/wy.toml": wy(), "sources/a-school.toml": DESCRIPTION.encode()}


def write_raw(files: dict[str, bytes], directory: Path) -> Path:
    """Raw files on disk."""
    for name, data in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return directory


@pytest.fixture(scope="session")
def real_frames():
    """The real raw/ after the validate stage."""
    frames, digest = run_normalise(run_ingest(RAW))
    return {**validate(frames), "_digest": digest}


@pytest.fixture(scope="session")
def real_out(real_frames, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the release of the real raw/."""
    out = tmp_path_factory.mktemp("real") / "outputs"
    frames = {k: v for k, v in real_frames.items() if k != "_digest"}
    run_publish(frames, out, AS_OF, real_frames["_digest"])
    return out


@pytest.fixture(scope="session")
def real_release(real_out: Path) -> Release:
    return Release(real_out)


@pytest.fixture
def scopebook(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Whole:
    """The command, as a function of its arguments."""
    return Whole(capsys, monkeypatch)
