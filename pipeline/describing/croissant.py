"""`croissant.json`: MLCommons Croissant (JSON-LD) over the Parquet files of a release."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl

from pipeline.describing.about import CREATOR, CREDIT, DATA_LICENCE, DESCRIPTION, KEYWORDS, NAME, TITLE
from pipeline.describing.files import DataFile
from schemas.declare import Column, Table
from schemas.sql import describe

CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context of the specification, 1.0."""

_TYPES = {
    pl.String: "sc:Text",
    pl.Int32: "sc:Integer",
    pl.UInt32: "sc:Integer",
    pl.Boolean: "sc:Boolean",
    pl.Date: "sc:Date",
    pl.Float64: "sc:Float",
}


def croissant(files: Sequence[DataFile], build_info: dict[str, Any]) -> dict[str, Any]:
    """The JSON-LD document. The DuckDB file is left out: its bytes differ between builds, so it has no digest."""
    parquet = [f for f in files if not f.is_csv]
    version = str(build_info["data_version"])
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "name": NAME,
        "alternateName": TITLE,
        "description": DESCRIPTION,
        "license": DATA_LICENCE["path"],
        "citeAs": CREDIT.format(version=version),
        "creator": {"@type": "sc:Organization", "name": CREATOR},
        "datePublished": str(build_info["as_of"]),
        "inLanguage": "en",
        "keywords": list(KEYWORDS),
        "version": _version(version),
        "isLiveDataset": False,
        "distribution": [_file_object(f) for f in parquet],
        "recordSet": [_record_set(f.table) for f in parquet],
    }


def _version(version: str) -> str:
    """Croissant asks for three numbers as in semantic versions, which have no leading zeros: 2026.7.1."""
    return ".".join(str(int(part)) for part in version.split("."))


def _file_object(file: DataFile) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": f"{file.table.name}.parquet",
        "description": file.table.description,
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file.sha256,
    }


def _record_set(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(c, table) for c in table.columns],
    }


def _field(column: Column, table: Table) -> dict[str, Any]:
    dtype = column.dtype
    is_list = isinstance(dtype, pl.List)
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": describe(column) + _reference(column, table),
        "dataType": _TYPES[type(dtype.inner if isinstance(dtype, pl.List) else dtype)],
        "source": {
            "fileObject": {"@id": f"parquet/{table.name}.parquet"},
            "extract": {"column": column.name},
        },
    }
    if is_list:
        field["repeated"] = True
    return field


def _reference(column: Column, table: Table) -> str:
    """Foreign keys in words: given as `references`, mlcroissant joins the tables on reading, and fails at it."""
    for key in table.foreign_keys:
        if key.columns == (column.name,):
            return f" Refers to {key.to}/{key.to_columns[0]}."
    return ""
