"""The descriptions, held to the tools of those who made the formats. They are no part of the runtime: see `docs`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest


def test_frictionless_finds_the_package_and_its_data_valid(described: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed (group docs)")
    report = frictionless.validate(str(described / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert report.valid


def test_frictionless_refuses_a_value_that_is_not_allowed(described: Path, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed (group docs)")
    broken = tmp_path / "release"
    shutil.copytree(described, broken)
    rules = broken / "csv" / "rules.csv"
    rules.write_text(rules.read_text(encoding="utf-8").replace(",prohibited,", ",perhaps,"), encoding="utf-8")
    package = json.loads((broken / "datapackage.json").read_text(encoding="utf-8"))
    resource = next(r for r in package["resources"] if r["name"] == "rules")
    for name in ("hash", "bytes"):  # the digest would tell first
        del resource[name]
    del resource["schema"]["foreignKeys"]
    report = frictionless.Resource.from_descriptor(resource, basepath=str(broken)).validate()
    assert "constraint-error" in {e[0] for e in report.flatten(["type"])}


def test_croissant_is_valid_and_its_records_can_be_read(described: Path) -> None:
    mlcroissant = pytest.importorskip("mlcroissant", reason="mlcroissant is not installed (group docs)")
    dataset = mlcroissant.Dataset(jsonld=str(described / "croissant.json"))
    assert not dataset.metadata.ctx.issues.errors
    assert not dataset.metadata.ctx.issues.warnings
    assert len(list(dataset.records("rules"))) == 4
    assert len(list(dataset.records("duties"))) > 100
