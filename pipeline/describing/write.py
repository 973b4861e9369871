"""Writing the files by which a release describes itself. The hook that the publish stage calls."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.describing.croissant import croissant
from pipeline.describing.datapackage import data_package
from pipeline.describing.datasette import datasette_metadata
from pipeline.describing.dictionary import dictionary
from pipeline.describing.files import data_files
from schemas.tables import PUBLISHED

DESCRIPTIONS = ("croissant.json", "datapackage.json", "datasette.json", "dictionary.md")


def write_descriptions(directory: Path, build_info: dict[str, Any]) -> None:
    """Write DESCRIPTIONS into a release whose tables are written.

    directory: holds parquet/ and csv/. build_info: the one row of the table `build_info`. The same tables give the same
    bytes: all is made of `schemas/`, of the files, and of build_info, and no clock is read.
    """
    files = data_files(directory)
    rows = {f.table.name: f.rows for f in files}
    in_csv = {f.table.name for f in files if f.is_csv}
    _write_json(directory / "datapackage.json", data_package(files, build_info))
    _write_json(directory / "croissant.json", croissant(files, build_info))
    _write_json(
        directory / "datasette.json", datasette_metadata([t for t in PUBLISHED if t.name in in_csv], build_info)
    )
    (directory / "dictionary.md").write_text(dictionary(PUBLISHED, rows, in_csv, build_info), encoding="utf-8")


def _write_json(path: Path, document: dict[str, Any]) -> None:
    path.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
