"""Generated inputs: tables whose rows are known, texts of words the matcher looks for, raw files, changed bytes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.faults import Fault, InputFaults
from pipeline.frames import Frames
from pipeline.ingest import ingest
from pipeline.reading.read import read_bytes
from tests.conftest import wy
from tests.fuzz import targets
from tests.whole import Whole

quick = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
WORDS = [
    "draw", "draws", "blood", "may not", "start IVs", "unless", "under supervision", "and", "or", ",", ";", ".", ":",
    "(", ")", "\n", "\n- ", "\n# ", "\n\n", "  ", "•", "\u00a0", "\u200b", "é", "😀", "Texas", "medical assistant",
    "-", "/", "’",
    "injections", "administers", "vaccines", "in the hospital", "e.g.", "1.", "a)", "\t", "—", "\ufffd", "|",
]  # fmt: skip
sayings = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=30).map(" ".join)


@pytest.fixture(autouse=True)
def release(real_out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "RELEASE", real_out)


@quick
@given(text=sayings)
def test_statements_and_mentions_lie_in_their_text(text: str) -> None:
    targets.split(text.encode("utf-8", "replace"))
    targets.match(text.encode("utf-8", "replace"))


@settings(quick, max_examples=15)
@given(text=sayings)
def test_any_text_is_checked_in_all_forms(text: str) -> None:
    targets.check(b"x" + text.encode("utf-8", "replace"))
    targets.check(b"A " + text.encode("utf-8", "replace"))


# Too many letters of other scripts, or a NUL, and the whole table is refused as no text in English.
cells = st.none() | st.lists(st.sampled_from([w for w in WORDS if w.isascii()]), max_size=12).map(" ".join)


@quick
@given(rows=st.lists(st.tuples(st.integers(), cells), min_size=1, max_size=12), kind=st.sampled_from(["csv", "jsonl"]))
def test_a_table_that_was_written_is_read_row_for_row(rows: list[tuple[int, str | None]], kind: str) -> None:
    """What of each row is read is what was written, in its order: a row is not split, merged or moved."""
    said = [" ".join(f"row{n} {text or ''}".split()) for n, (_, text) in enumerate(rows)]
    if kind == "csv":
        written = io.StringIO()
        csv.writer(written).writerows([["id", "text"], *([i, s] for (i, _), s in zip(rows, said, strict=True))])
        data = written.getvalue().encode("utf-8")
    else:
        lines = [json.dumps({"id": i, "text": s}) for (i, _), s in zip(rows, said, strict=True)]
        data = "\n".join(lines).encode("utf-8")
    read = read_bytes(data, f"x.{kind}")
    assert read.rows is not None
    assert [read.text[a:b].split()[0] for a, b in read.rows] == [f"row{n}" for n in range(len(rows))]


# What stands in a table that was not written by a program, with the number of rows that each piece adds.
CSV_PIECES = {
    b"1,draw blood\n": 1, b'2,"a\nb"\n': 1, b"3\n": 1, b"4,a,b\n": 1, b"5,\xff\n": 1, b"6,\xff,x\n": 1, b"\n": 0,
    b'7,"a ""b"""\n': 1, b"8,\n": 1, b",\n": 1, b"9,\xe2\x80\xae=1\n": 1, b"\n\n": 0, b"10,\x00\n": 1, b"\r\n": 0,
}  # fmt: skip
LINE_PIECES = {
    b'{"text":"draw blood"}\n': 1, b'{"text":"a"}{"text":"b"}\n': 1, b"\n": 0, b" \n": 0, b"\xff\n": 1, b"[]\n": 1,
    b'{"text":"\xff"}\n': 1, b'{"text":5}\n': 1, b'{"text":null}\n': 1, b"{}\n": 1, b"{\n": 1, b'"text":"x"}\n': 1,
    b'{"text":"\\ud800"}\n': 1, b'{"text":"x","text":"y"}\n': 1, b'{"state":[1],"text":"x"}\r\n': 1, b"\r\n": 0,
    b'{"text":"a","x":' + b"[" * 2_000 + b"]" * 2_000 + b"}\n": 1,
}  # fmt: skip


@quick
@given(pieces=st.lists(st.sampled_from(sorted(CSV_PIECES)), max_size=12))
def test_no_row_of_a_csv_is_lost_or_told_twice(pieces: list[bytes], tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"state,text\n" + b"".join(pieces))
    seen, _ = targets.account(tmp_path / "x.csv")
    assert seen == sum(CSV_PIECES[p] for p in pieces)


@quick
@given(pieces=st.lists(st.sampled_from(sorted(LINE_PIECES)), max_size=12))
def test_no_row_of_json_lines_is_lost_or_told_twice(pieces: list[bytes], tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(b'{"text":"first","state":"CA"}\n' + b"".join(pieces))
    seen, rejected = targets.account(tmp_path / "x.jsonl")
    assert seen == 1 + sum(LINE_PIECES[p] for p in pieces)
    assert rejected <= seen - 1


@quick
@given(values=st.lists(st.none() | st.binary(max_size=8) | st.just(b"draw blood"), max_size=20), size=st.integers(1, 7))
def test_no_row_of_parquet_is_lost_or_told_twice(values: list[bytes | None], size: int, tmp_path: Path) -> None:
    """Bytes under the name of strings: Arrow writes and reads them as they are."""
    raw = pa.array(values, pa.binary())
    text = pa.Array.from_buffers(pa.string(), len(raw), raw.buffers(), raw.null_count)
    state = pa.array(["CA"] * len(values), pa.string())
    pq.write_table(pa.table({"text": text, "state": state}), tmp_path / "x.parquet", row_group_size=size)
    seen, rejected = targets.account(tmp_path / "x.parquet")
    assert seen == len(values)
    assert rejected == sum(not _is_utf8(v) for v in values if v is not None)


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True


@settings(quick, max_examples=12)
@given(pieces=st.lists(st.sampled_from(sorted(LINE_PIECES)), min_size=1, max_size=9), blocks=st.integers(20, 90))
def test_the_sums_of_a_whole_run_hold_whatever_the_blocks(
    pieces: list[bytes], blocks: int, real_out: Path, tmp_path: Path, scopebook: Whole
) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'{"text":"draw blood"}\n' + b"".join(pieces))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.tagging.read_lines.BLOCK_BYTES", blocks)
        patch.setattr("pipeline.tagging.parts.PART_ROWS", 3)
        args = (tmp_path / "in.jsonl", "--out", tmp_path / "m", "--scope", real_out, "--restart", "--format", "json")
        status, out, _ = scopebook("tag", *args)
    summary = json.loads(out)
    assert status == 0
    rows = 1 + sum(LINE_PIECES[p] for p in pieces)
    assert summary["rows"] == rows == summary["tagged"] + summary["empty"] + summary["rejected"]
    with (tmp_path / "m.tag" / "rejects.csv").open(newline="") as file:
        rejected = [int(r["row"]) for r in csv.DictReader(file)]
    tagged = pl.read_parquet(tmp_path / "m" / "*.parquet")["row"].unique().to_list()
    assert len(rejected) == len(set(rejected)) == summary["rejected"]
    assert len(tagged) == summary["tagged"]
    assert not {*tagged} & {*rejected}
    assert all(0 <= row < rows for row in (*tagged, *rejected))


TOML_PIECES = [b"[[", b"]]", b'"""', b"=", b"\n[[rule]]\n", b"\\u0000", b"9" * 5000]


@quick
@given(
    at=st.floats(0, 1), junk=st.binary(max_size=6) | st.sampled_from(TOML_PIECES), drop=st.integers(0, 30)
)  # fmt: skip
def test_a_raw_file_with_something_put_in_gives_rows_or_faults(
    at: float, junk: bytes, drop: int, shared_raw: dict[str, bytes]
) -> None:
    data = wy()
    place = int(at * len(data))
    files = {**shared_raw, "states/wy.toml": data[:place] + junk + data[place + drop :]}
    faults: list[Fault] = []
    frames: Frames = {}
    try:
        frames = ingest(files)
    except InputFaults as error:
        faults = error.faults
    assert bool(frames) != bool(faults)
    for fault in faults:
        targets.hold_fault(fault)


@quick
@given(
    name=st.sampled_from(sorted(n for n in targets.TARGETS if n not in ("check", "tag: gzip"))),
    number=st.integers(0, 9),
    at=st.floats(0, 1),
    junk=st.binary(min_size=1, max_size=8),
)
def test_the_targets_of_the_fuzzer_hold_on_their_seeds_with_bytes_changed(
    name: str, number: int, at: float, junk: bytes
) -> None:
    target = targets.TARGETS[name]
    data = bytearray(target.seeds[number % len(target.seeds)])
    target.run(bytes(data))
    start = int(at * len(data))
    data[start : start + len(junk)] = junk
    target.run(bytes(data))


def test_the_shares_of_the_fuzzer_are_of_all_targets() -> None:
    assert sum(t.share for t in targets.TARGETS.values()) == pytest.approx(1_000, abs=20)
