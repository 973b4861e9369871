"""What is installed: locked with hashes, under licences that go with ours, listed in a bill of materials."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from checks import licences, sbom
from checks.lock import ROOT, Locked, locked

LOCKS = sorted(ROOT.glob("requirements*.lock"))


@pytest.mark.parametrize("path", LOCKS, ids=lambda p: p.name)
def test_every_package_of_every_lock_has_hashes_and_one_version(path: Path) -> None:
    packages = locked(path)
    assert packages
    everywhere = [p.name for p in packages if not p.marker]
    assert len(everywhere) == len(set(everywhere))
    assert all(p.via for p in packages), "somebody asked for each"


def test_locks_agree_on_what_they_share() -> None:
    runtime = {(p.name, p.marker): p.version for p in locked()}
    for path in LOCKS:
        others = {(p.name, p.marker): p.version for p in locked(path)}
        assert {key: others[key] for key in runtime} == runtime, path.name


def test_a_package_without_hash_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "a.lock").write_text("click==8.0 \\\n    # via scopebook\n")
    with pytest.raises(ValueError, match="click has no hash"):
        locked(tmp_path / "a.lock")
    (tmp_path / "a.lock").write_text("click>=8.0\n")
    with pytest.raises(ValueError, match="cannot be understood"):
        locked(tmp_path / "a.lock")


def test_all_licences_are_known_and_go_with_ours() -> None:
    assert licences.faults(licences.licences(locked())) == []


def test_the_page_of_licences_is_that_of_the_lock() -> None:
    packages = locked()
    assert licences.PAGE.read_text() == licences.page(packages, licences.licences(packages)), "run 'make licences'"


@pytest.mark.parametrize(
    ("expression", "good"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("", False),
        ("MIT OR GPL-3.0-only", True),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only AND MIT", False),
        ("MIT AND (GPL-2.0-only OR BSD-3-Clause)", True),
        ("(MIT AND GPL-2.0-only) OR AGPL-3.0-only", False),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("Apache-2.0 WITH Other-exception", False),
        ("GPL-2.0-only WITH LLVM-exception", False),
        ("(MIT", False),
        ("MIT MIT", False),
        ("MIT AND", False),
    ],
)
def test_expressions_of_licences(expression: str, good: bool) -> None:
    assert licences.allowed(expression) is good


def test_an_unknown_licence_is_a_fault_with_the_name_of_its_package() -> None:
    assert licences.faults({"a": "MIT", "b": "", "c": "GPL-3.0-only"}) == [
        "b: no known licence is not among the licences that go with MIT",
        "c: GPL-3.0-only is not among the licences that go with MIT",
    ]


# The bill of materials


@pytest.fixture(scope="module")
def bill() -> dict:
    return json.loads(sbom.SBOM.read_text())


def test_the_bill_lists_the_lock_with_its_digests(bill: dict) -> None:
    listed = {
        c["purl"]: (c["name"], c["version"], {h["content"] for h in c["externalReferences"][0]["hashes"]})
        for c in bill["components"]
    }
    wanted = {p.purl: (p.name, p.version, set(p.hashes)) for p in locked()}
    assert listed == wanted, "run 'make sbom'"
    assert bill["metadata"]["component"]["name"] == "scopebook"


def test_the_bill_gives_licences_and_who_needs_whom(bill: dict) -> None:
    found = licences.licences(locked())
    assert {c["name"]: c["licenses"][0]["expression"] for c in bill["components"]} == found
    needs = {d["ref"].split("@")[0]: {p.split("@")[0] for p in d.get("dependsOn", [])} for d in bill["dependencies"]}
    assert needs["pkg:pypi/jinja2"] == {"pkg:pypi/markupsafe"}
    assert {"pkg:pypi/click", "pkg:pypi/duckdb", "pkg:pypi/numba"} <= needs["root-component"]
    assert "pkg:pypi/llvmlite" in needs["pkg:pypi/numba"]
    assert "pkg:pypi/llvmlite" not in needs["root-component"]


def test_the_bill_is_the_same_whenever_it_is_made(bill: dict) -> None:
    assert "timestamp" not in bill["metadata"]
    assert "serialNumber" not in bill
    packages = locked()
    document = {**bill, "components": [{**c, "bom-ref": "x", "description": "y"} for c in bill["components"]]}
    assert sbom.finished(document, packages, licences.licences(packages)) == bill


def test_the_bill_is_valid_cyclonedx() -> None:
    pytest.importorskip("cyclonedx", reason="cyclonedx-bom is not installed (group audit)")
    sbom.validate(sbom.SBOM.read_text())
    with pytest.raises(ValueError, match="no valid CycloneDX"):
        sbom.validate('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": 3}')


def test_no_committed_file_names_a_package_index_or_a_place_on_a_machine() -> None:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if done.returncode:
        pytest.skip("this is no git checkout")
    hosts = ("pypi" + ".org", "files.python" + "hosted.org", "registry.npm" + "js.org", "/wo" + "rk/", "/ro" + "ot/")
    for name in done.stdout.decode().split("\0"):
        path = ROOT / name
        if not path.is_file() or path.is_symlink() or name.startswith(("raw/", "tests/explorer/vendor/")):
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        assert [h for h in hosts if h in text] == [], name


def test_a_marker_stands_beside_a_package_of_some_machines_only() -> None:
    of_two = [p for p in locked() if p.name == "numpy"]
    assert [p.marker for p in of_two] == ["python_full_version < '3.12'", "python_full_version >= '3.12'"]
    assert isinstance(of_two[0], Locked)
