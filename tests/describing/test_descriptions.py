"""What a release says of itself is what it holds."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow.parquet as pq
import pytest

from pipeline.describing import DESCRIPTIONS, write_descriptions
from schemas.tables import BY_NAME, PUBLISHED

TYPES = {"string": pl.String, "integer": (pl.Int32, pl.UInt32), "boolean": pl.Boolean, "date": pl.Date,
         "number": pl.Float64, "array": pl.List}  # fmt: skip
CROISSANT_TYPES = {"sc:Text": pl.String, "sc:Integer": (pl.Int32, pl.UInt32), "sc:Boolean": pl.Boolean,
                   "sc:Date": pl.Date, "sc:Float": pl.Float64}  # fmt: skip


def read(directory: Path, name: str) -> dict[str, Any]:
    return json.loads((directory / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def package(described: Path) -> dict[str, Any]:
    return read(described, "datapackage.json")


def test_every_file_of_every_table_is_a_resource(described: Path, package: dict[str, Any]) -> None:
    files = {p.relative_to(described).as_posix() for kind in ("parquet", "csv") for p in (described / kind).iterdir()}
    assert {r["path"] for r in package["resources"]} == files
    names = [r["name"] for r in package["resources"]]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+", n) for n in names)


def test_fields_are_those_of_the_parquet_files(described: Path, package: dict[str, Any]) -> None:
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        if resource["format"] == "parquet":
            schema = pl.read_parquet_schema(described / resource["path"])
            assert [f["name"] for f in fields] == list(schema)
            for field in fields:
                assert isinstance(schema[field["name"]], TYPES[field["type"]]), (resource["name"], field["name"])
            assert resource["rowCount"] == pq.read_metadata(described / resource["path"]).num_rows


def test_fields_are_those_of_the_csv_files(described: Path, package: dict[str, Any]) -> None:
    for resource in package["resources"]:
        if resource["format"] == "csv":
            with (described / resource["path"]).open(encoding=resource["encoding"], newline="") as file:
                rows = list(csv.reader(file))
            assert rows[0] == [f["name"] for f in resource["schema"]["fields"]]
            assert resource["rows"] == len(rows) - 1


def test_every_column_is_described_by_more_than_its_name() -> None:
    bare = [
        f"{table.name}.{column.name}: {column.description}"
        for table in PUBLISHED
        for column in table.columns
        if not set(re.findall(r"[a-z0-9]+", column.description.lower()))
        - {"the", "a", "an", "of"}
        - set(column.name.removesuffix("_id").split("_"))
    ]
    assert bare == []


def test_keys_point_at_resources_and_fields_that_are_there(package: dict[str, Any]) -> None:
    fields = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"]}
    for resource in package["resources"]:
        assert set(resource["schema"]["primaryKey"]) <= set(fields[resource["name"]])
        for key in resource["schema"].get("foreignKeys", []):
            to = key["reference"]["resource"] or resource["name"]
            assert set(key["reference"]["fields"]) <= set(fields[to])


def test_croissant_has_the_columns_and_types_of_the_files(described: Path) -> None:
    document = read(described, "croissant.json")
    assert [r["name"] for r in document["recordSet"]] == [t.name for t in PUBLISHED]
    for records in document["recordSet"]:
        schema = pl.read_parquet_schema(described / "parquet" / f"{records['name']}.parquet")
        assert [f["name"] for f in records["field"]] == list(schema)
        for field in records["field"]:
            dtype = schema[field["name"]]
            assert field.get("repeated", False) == isinstance(dtype, pl.List)
            inner = dtype.inner if isinstance(dtype, pl.List) else dtype
            assert isinstance(inner() if isinstance(inner, type) else inner, CROISSANT_TYPES[field["dataType"]])


def test_the_dictionary_tells_every_table_column_and_row_count(described: Path) -> None:
    text = (described / "dictionary.md").read_text(encoding="utf-8")
    for table in PUBLISHED:
        section = text.split(f"\n## {table.name}\n")[1].split("\n## ")[0]
        rows = pq.read_metadata(described / "parquet" / f"{table.name}.parquet").num_rows
        assert f" {rows:,} rows." in section
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(table.names)


def test_datasette_metadata_tells_every_csv_column(described: Path) -> None:
    tables = read(described, "datasette.json")["databases"]["scopebook"]["tables"]
    assert set(tables) == {p.stem for p in (described / "csv").iterdir()}
    for name, told in tables.items():
        assert list(told["columns"]) == list(BY_NAME[name].names)
        assert set(told.get("facets", [])) <= set(told["columns"])


def test_the_same_tables_give_the_same_bytes(described: Path) -> None:
    before = {name: (described / name).read_bytes() for name in DESCRIPTIONS}
    info = pl.read_parquet(described / "parquet" / "build_info.parquet").row(0, named=True)
    write_descriptions(described, info)
    assert {name: (described / name).read_bytes() for name in DESCRIPTIONS} == before


def test_licence_and_version_are_stated(described: Path, package: dict[str, Any]) -> None:
    info = pl.read_parquet(described / "parquet" / "build_info.parquet").row(0, named=True)
    assert package["version"] == info["data_version"]
    assert package["licenses"][0]["name"] == info["data_licence"]
    croissant = read(described, "croissant.json")
    assert croissant["license"] == package["licenses"][0]["path"]
    assert croissant["datePublished"] == str(info["as_of"])
