"""Every input that ever broke the pipeline, through the whole command: no traceback, in time, no row lost."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path

import pytest

from tests.conftest import write_raw
from tests.whole import Whole

HERE = Path(__file__).parent / "regressions"
SECONDS = 20

DOCUMENTS = {
    "nested-boxes.docx": (0, "Draw blood"),  # each depth of text boxes doubled the work
    "no-body.docx": (1, "no body"),
    "punycode.html": (0, "Draw blood"),  # a charset of quadratic time
    "statistics.parquet": (0, "Draw blood"),  # Arrow ended the process, asked for the size of another column
    "states.txt": (0, "Draw blood"),  # all states named were sought anew behind each
    "torn-data.docx": (1, "damaged"),
    "torn-directory.docx": (1, "damaged"),
    "torn-page.pdf": (1, "damaged"),
}
RAW = {
    "brackets.toml": "nested more than",  # the record was told as 'line 400', from the words of the message
    "control.toml": "wy-x: limits: holds the control character U+001B",
    "number.toml": "4300 digits",
    "parts.toml": "line 2: a name of more than 32 parts",
}
# Status; rows, tagged, empty, rejected and numbers of the rejected, or words of the fault.
TABLES: dict[str, tuple[int, tuple[list[int], list[int]] | str]] = {
    "blank.jsonl": (0, ([0, 0, 0, 0], [])),
    "bytes.jsonl": (0, ([2, 1, 0, 1], [0])),
    "bytes.parquet": (0, ([2, 1, 0, 1], [0])),
    "escape.csv": (2, r"there are: a\x1b[31m, b"),
    "header.csv": (1, "the name of a column is not UTF-8"),
    "lists.parquet": (1, "holds list<element: string>, not text"),
    "statistics.parquet": (0, ([3, 2, 1, 0], [])),  # Arrow ended the process, asked for a size
    "statistics-text.parquet": (1, "row group 0: cannot be read"),
    "twice.csv": (2, "two columns are named 'text'"),
    "twice.parquet": (2, "two columns are named 'text'"),
    "two-on-a-line.jsonl": (0, ([2, 1, 0, 1], [0])),
    "wide-bytes.csv": (0, ([3, 1, 0, 2], [0, 1])),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_checked_or_told(name: str, scopebook: Whole, real_out: Path) -> None:
    begun = time.monotonic()
    status, out, err = scopebook("check", HERE / "documents" / name, "--state", "TX", "--scope", real_out)
    wanted, words = DOCUMENTS[name]
    assert status == wanted
    assert words in out + err
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("name", RAW)
def test_a_raw_file_is_told(name: str, scopebook: Whole, world: dict[str, bytes], tmp_path: Path) -> None:
    raw = write_raw({**world, "states/wy.toml": (HERE / "raw" / name).read_bytes()}, tmp_path / "raw")
    begun = time.monotonic()
    status, _, err = scopebook("ingest", "--raw", raw, "--stages", tmp_path / "stages")
    assert status == 1
    assert "states/wy.toml: " in err
    assert RAW[name] in err
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("name", TABLES)
def test_a_table_gives_every_row_or_a_fault(name: str, scopebook: Whole, real_out: Path, tmp_path: Path) -> None:
    table = HERE / "tables" / name
    status, out, err = scopebook("tag", table, "--out", tmp_path / "m", "--scope", real_out, "--format", "json")
    wanted, given = TABLES[name]
    assert status == wanted
    if isinstance(given, str):
        assert given in err
        return
    summary = json.loads(out)
    assert [summary[k] for k in ("rows", "tagged", "empty", "rejected")] == given[0]
    with (tmp_path / "m.tag" / "rejects.csv").open() as file:
        assert [int(r["row"]) for r in csv.DictReader(file)] == given[1]


def test_every_file_of_the_corpus_is_run() -> None:
    named = {f"documents/{n}" for n in DOCUMENTS} | {f"raw/{n}" for n in RAW} | {f"tables/{n}" for n in TABLES}
    there = {p.relative_to(HERE).as_posix() for p in HERE.rglob("*") if p.is_file() and p.name != "README.md"}
    assert there == named
