"""A fault put into a raw file gives its own line with file and record, exit 1, and leaves the outputs as they were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import cli
from pipeline.commands.stages import run_normalise
from pipeline.faults import Fault, InputFaults
from pipeline.ingest import ingest
from pipeline.validate import validate
from tests.conftest import DESCRIPTION, WY_RULES, coverage, write_raw, wy

Files = dict[str, bytes]


def sub(files: Files, file: str, old: str, new: str) -> Files:
    text = files[file].decode()
    assert old in text, old
    return {**files, file: text.replace(old, new, 1).encode()}


def in_state(old: str, new: str) -> Callable[[Files], Files]:
    return lambda files: sub(files, "states/wy.toml", old, new)


def in_file(file: str, old: str, new: str) -> Callable[[Files], Files]:
    return lambda files: sub(files, file, old, new)


def faults_of(files: Files) -> list[str]:
    try:
        frames, _ = run_normalise(ingest(files))
        validate(frames)
    except InputFaults as error:
        return [f.line() for f in error.faults]
    return []


TITLE = b"""
[[role]]
role_id = "wy_title"
label = "Wyoming aide"
parent_role_id = "medical_assistant"
source = "wy-act"
description = "A title of this state."
"""


def in_montana(old: str, new: str) -> bytes:
    """The state file of Wyoming as one of Montana, with one thing changed."""
    text = wy().decode().replace("WY", "MT").replace('"wy-', '"mt-')
    assert old in text, old
    return text.replace(old, new, 1).encode()


CASES: dict[str, tuple[Callable[[Files], Files], list[str]]] = {
    "unknown duty": (in_state('"start_iv"', '"start_ivy"'), ["states/wy.toml: wy-iv", "start_ivy", "start_iv"]),
    "unknown class": (
        in_state('class = "injections_not_iv"', 'class = "injections_not_ivy"'),
        ["states/wy.toml: wy-injections", "injections_not_ivy", "did you mean"],
    ),
    "unknown role": (in_state('role = "medical_assistant"', 'role = "medic"'), ["wy-general", "medic"]),
    "unknown source": (in_state('source = "wy-act"', 'source = "wy-acts"'), ["wy-general", "wy-acts", "wy-act"]),
    "title of an unknown source": (
        lambda files: {**files, "states/wy.toml": wy() + TITLE.replace(b'"wy-act"', b'"wy-acts"')},
        ["states/wy.toml: wy_title: source", "'wy-acts' is no source of this file", "did you mean 'wy-act'?"],
    ),
    "source of a role of all states": (
        in_file("vocabulary/roles.toml", 'role_id = "medical_assistant"', 'role_id = "medical_assistant"\nsource = "wy-act"'),
        ["vocabulary/roles.toml: medical_assistant: source"],
    ),
    "missing citation": (
        in_state('citation = "Wyo. Stat. § 1(b)"\n', ""),
        ["states/wy.toml: wy-injections: citation", "is missing"],
    ),
    "bad date": (
        in_state("checked_on = 2026-11-26", 'checked_on = "26/11/2026"'),
        ["states/wy.toml: wy-general: checked_on", "date"],
    ),
    "impossible date": (in_state("checked_on = 2026-11-26", "checked_on = 2026-13-26"), ["states/wy.toml", "TOML"]),
    "dates the wrong way round": (
        in_state('citation = "Wyo. Stat. § 1(b)"', 'citation = "x"\neffective_from = 2020-01-01\neffective_to = 2019-01-01'),
        ["wy-injections", "effective_to"],
    ),
    "duplicate rule id": (in_state('id = "wy-iv"', 'id = "wy-injections"'), ["states/wy.toml", "wy-injections"]),
    "the same rule twice at one time": (
        in_state('[[rule]]\nid = "wy-iv"', WY_RULES.split("\n\n[[rule]]")[0].strip().replace('"wy-general"', '"wy-general-2"') + '\n\n[[rule]]\nid = "wy-iv"'),
        ["states/wy.toml: wy-general-2", "overlaps"],
    ),
    "misspelt key": (in_state('supervision = "on_site"', 'supervison = "on_site"'), ["wy-injections: supervison", "supervision"]),
    "value that does not exist": (in_state('"on_site"', '"on_sight"'), ["wy-injections: supervision", "on_sight", "on_site"]),
    "status of general delegation": (
        in_state('status = "delegable"', 'status = "permitted"'),
        ["wy-general", "general delegation"],
    ),
    "duties and class together": (
        in_state('class = "injections_not_iv"', 'class = "injections_not_iv"\nduties = ["start_iv"]'),
        ["wy-injections", "not both"],
    ),
    "everything excepted": (
        in_state('except = ["administer_allergy_shots"]', 'except = ["give_injections", "inject_intramuscular", "inject_subcutaneous", "inject_intradermal", "administer_vaccines", "administer_allergy_shots"]'),
        ["wy-injections: except", "no duty"],
    ),
    "wrong state in file": (in_state('state = "WY"', 'state = "MT"'), ["states/wy.toml", "state", "WY"]),
    "report as primary text": (
        in_state('text = "full"', 'text = "report"'),
        ["wy-general: checked", "report"],
    ),
    "read without a source": (
        in_state('status = "read"\nsources = ["wy-act"]', 'status = "read"\nsources = []'),
        ["states/wy.toml: ma_law", "source"],
    ),
    "missing coverage": (
        lambda files: {**files, "states/wy.toml": wy(cover=coverage().split("[[coverage]]")[0])},
        ["states/wy.toml: coverage", "ma_law"],
    ),
    "unclosed table": (in_state("[[rule]]", "[[rule]"), ["states/wy.toml", "line", "not valid TOML"]),
    "unclosed string": (in_state('limits = "not in the neck"', 'limits = "not in the neck'), ["states/wy.toml: wy-injections"]),
    "wrong encoding": (
        lambda files: {**files, "states/wy.toml": files["states/wy.toml"].decode().encode("utf-16")},
        ["states/wy.toml", "UTF-8"],
    ),
    "latin-1": (
        lambda files: {**files, "states/wy.toml": files["states/wy.toml"].decode().encode("latin-1")},
        ["states/wy.toml: line", "UTF-8"],
    ),
    "empty state file": (lambda files: {**files, "states/wy.toml": b"  \n"}, ["states/wy.toml", "empty"]),
    "file of NULs": (lambda files: {**files, "states/wy.toml": b"\0" * 64}, ["states/wy.toml", "TOML"]),
    "unknown top key": (in_state('state = "WY"', 'state = "WY"\nsate = 1'), ["states/wy.toml: sate", "state"]),
    "record list that is a value": (
        lambda files: {**files, "states/wy.toml": b'state = "WY"\nrule = 3\n' + coverage(status="not_found").encode()},
        ["states/wy.toml: rule", "list of tables"],
    ),
    "missing vocabulary": (
        lambda files: {f: d for f, d in files.items() if f != "vocabulary/duties.toml"},
        ["vocabulary/duties.toml", "missing"],
    ),
    "empty vocabulary": (lambda files: {**files, "vocabulary/roles.toml": b""}, ["vocabulary/roles.toml", "empty"]),
    "duplicate duty": (
        in_file("vocabulary/duties.toml", 'duty_id = "greet_visitors"', 'duty_id = "answer_phones"'),
        ["vocabulary/duties.toml", "answer_phones"],
    ),
    "parent that does not exist": (
        in_file("vocabulary/duties.toml", 'parent = "give_injections"', 'parent = "give_injection"'),
        ["vocabulary/duties.toml", "give_injection", "did you mean"],
    ),
    "circle of duties": (
        in_file("vocabulary/duties.toml", 'duty_id = "administer_medication"', 'duty_id = "administer_medication"\nparent = "give_injections"'),
        ["ancestor", "give_injections"],
    ),
    "class with unknown duty": (
        in_file("vocabulary/classes.toml", '    "take_xrays",', '    "take_x_rays",'),
        ["vocabulary/classes.toml", "take_x_rays"],
    ),
    "bad fips": (in_file("vocabulary/states.toml", 'fips = "56"', 'fips = "5"'), ["vocabulary/states.toml: WY: fips"]),
    "fips without quotes": (in_file("vocabulary/states.toml", 'fips = "56"', "fips = 56"), ["WY: fips", "string"]),
    "unknown skill": (
        lambda files: sub(files, "sources/a-school.toml", '"flexibility"', '"flexibilty"'),
        ["sources/a-school.toml", "flexibilty", "flexibility"],
    ),
    "description without sections": (
        lambda files: {**files, "sources/a-school.toml": DESCRIPTION.split("[[section]]")[0].encode()},
        ["sources/a-school.toml", "section"],
    ),
    "description without source": (
        lambda files: {**files, "sources/a-school.toml": ("[[section]]" + DESCRIPTION.split("[[section]]")[1]).encode()},
        ["sources/a-school.toml", "source"],
    ),
    "a file that no stage reads": (lambda files: {**files, "notes/x.toml": b"a = 1"}, ["notes/x.toml", "no stage"]),
    "no state at all": (lambda files: {f: d for f, d in files.items() if not f.startswith("states/")}, ["states/"]),
    "file too large": (
        lambda files: {**files, "states/wy.toml": files["states/wy.toml"] + b"#" * 8_000_000},
        ["states/wy.toml", "file of 8", "under 8000000 bytes"],
    ),
    "table declared twice": (in_state('state = "WY"', 'state = "WY"\n[x]\na = 1\n[x]'), ["states/wy.toml", "remove the repeated key"]),
    "nested beyond reading": (
        lambda files: {**files, "states/wy.toml": b"a = " + b"[" * 100_000},
        ["states/wy.toml", "not valid TOML"],
    ),
    "duty named twice": (in_state('["start_iv", "administer_iv_medication"]', '["start_iv", "start_iv"]'), ["wy-iv", "names a duty twice"]),
    "looked for on no day": (
        lambda files: sub(files, "states/wy.toml", 'sources = ["wy-act"]\nlooked_on = 2026-11-26\n', 'sources = ["wy-act"]\n'),
        ["states/wy.toml: ma_law", "needs 'looked_on'"],
    ),
    "no release of the crosswalk": (
        lambda files: {**files, "vocabulary/onet_crosswalk.toml": b"\n".join(line for line in files["vocabulary/onet_crosswalk.toml"].split(b"\n") if not line.startswith(b"release"))},
        ["vocabulary/onet_crosswalk.toml", "release", "is missing"],
    ),
    "no base kinds": (
        in_file("vocabulary/coverage_kinds.toml", "[base]", "[bass]"),
        ["vocabulary/coverage_kinds.toml", "base", "is missing"],
    ),
    "broken description": (lambda files: {**files, "sources/a-school.toml": b"[source"}, ["sources/a-school.toml", "not valid TOML"]),
    "title of another state": (
        lambda files: {**files, "states/wy.toml": files["states/wy.toml"] + TITLE, "states/mt.toml": in_montana('role = "medical_assistant"', 'role = "wy_title"')},
        ["states/mt.toml: mt-general: role", "is a title of WY"],
    ),
    "delegation clause that nobody read": (
        lambda files: sub(files, "states/wy.toml", 'checked = "primary_text"', 'checked = "unchecked"'),
        ["wy-general: checked", "must be read"],
    ),
    "second coding of an unknown record": (
        lambda files: {**files, "coding/first/wy.toml": b'state = "WY"\n' + WY_RULES.encode(), "coding/second/wy.toml": b'[[rule]]\nid = "wy-nothing"\nstatus = "permitted"\n'},
        ["coding/second/wy.toml", "wy-nothing", "no record of the first coding"],
    ),
    "second coding without the first": (
        lambda files: {**files, "coding/second/wy.toml": b'[[rule]]\nid = "wy-iv"\nstatus = "prohibited"\n'},
        ["coding/first/wy.toml", "missing"],
    ),
    "second coding that says nothing": (
        lambda files: {**files, "coding/first/wy.toml": b'state = "WY"\n' + WY_RULES.encode(), "coding/second/wy.toml": b'[[rule]]\nid = "wy-iv"\n'},
        ["coding/second/wy.toml", "absent = true"],
    ),
    "broken second coding": (
        lambda files: {**files, "coding/first/wy.toml": b'state = "WY"\n' + WY_RULES.encode(), "coding/second/wy.toml": b'[[rule]'},
        ["coding/second/wy.toml", "not valid TOML"],
    ),
    "lexicon fault": (
        lambda files: {**files, "lexicon/verbs.toml": files["lexicon/verbs.toml"] + b"\n[[nonsense]]\nx = 1\n"},
        ["lexicon/verbs.toml"],
    ),
    "lexicon's duty unknown": (
        in_file("lexicon/duties_exam.toml", "[room_patients]\n", "[room_pateints.says]\n\"escort_or_usher + blood\" = [\"Escorts blood\"]\n\n[room_patients]\n"),
        ["lexicon/duties_exam.toml: room_pateints", "is no duty of the vocabulary", "did you mean 'room_patients'?"],
    ),
    "broken lexicon file": (
        lambda files: {**files, "lexicon/verbs.toml": b"[[verb"},
        ["lexicon/verbs.toml"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told(world: Files, name: str) -> None:
    spoil, wanted = CASES[name]
    lines = faults_of(spoil(world))
    assert any(all(part in line for part in wanted) for line in lines), lines


def test_the_miniature_world_has_no_fault(world: Files) -> None:
    assert faults_of(world) == []


def test_all_faults_of_a_run_are_told_together(world: Files) -> None:
    files = in_state('citation = "Wyo. Stat. § 1(b)"\n', "")(world)
    files = in_file("vocabulary/states.toml", 'fips = "56"', 'fips = "5"')(files)
    lines = faults_of(files)
    assert len(lines) >= 2
    assert any("citation" in line for line in lines)
    assert any("fips" in line for line in lines)


def test_a_fault_is_one_line_and_inert() -> None:
    line = Fault("a.toml", "x\x1b[31m", "f", "two\nlines", "mend").line()
    assert "\n" not in line
    assert "\x1b" not in line


def test_a_failed_build_exits_1_and_leaves_the_outputs(world: Files, tmp_path: Path) -> None:
    raw, out = write_raw(world, tmp_path / "raw"), tmp_path / "outputs"
    run = CliRunner().invoke
    args = ["build", "--raw", str(raw), "--out", str(out), "--as-of", "2026-11-26"]
    assert run(cli, args, catch_exceptions=False).exit_code == 0
    before = {p: p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
    (raw / "states/wy.toml").write_text('state = "WY"\n[[rule')
    failed = run(cli, args)
    assert isinstance(failed.exception, InputFaults)
    after = {p: p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
    assert before == after
