"""`scopebook tag`: every format the same, no row lost or told twice, a killed run goes on."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.commands.lexicon import released_lexicon
from pipeline.matching import scan
from pipeline.release import Release
from pipeline.tagging.unknown_states import UnknownStates

TEXTS = [
    "Draw blood and take vital signs.",
    "May not start IVs.",
    "Competitive salary, free parking.",
    "Administer vaccines; answer phones, schedule appointments",
    "Café – measures patients’ blood pressure and draws blood",
    None,
    "",
    "Rooms patients\nand cleans exam rooms",
    'He said "collect urine specimens", twice, and left',
]
STATES = ["CA", "Texas", "zz", None, "wa", "NY", "Calif.", "DC", "MD"]


def rows(number: int) -> list[dict[str, str | int | None]]:
    return [{"id": i, "text": TEXTS[i % len(TEXTS)], "state": STATES[i % len(STATES)]} for i in range(number)]


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, ["tag", *map(str, args)])


def write(kind: str, path: Path, data: list[dict]) -> Path:
    if kind == "parquet":
        pl.DataFrame(data).write_parquet(path / "in.parquet", row_group_size=700)
        return path / "in.parquet"
    if kind.startswith("csv"):
        out = io.StringIO()
        writer = csv.DictWriter(out, ["id", "text", "state"])
        writer.writeheader()
        writer.writerows(data)
        text = out.getvalue().encode()
    else:
        text = b"".join(json.dumps(r, ensure_ascii=False).encode() + b"\n" for r in data)
    name = path / f"in.{'csv' if kind.startswith('csv') else 'jsonl'}{kind[kind.find('.') :] if '.' in kind else ''}"
    if kind.endswith(".gz"):
        name.write_bytes(gzip.compress(text))
    elif kind.endswith(".zst"):
        with pa.CompressedOutputStream(str(name), "zstd") as stream:
            stream.write(text)
    else:
        name.write_bytes(text)
    return name


@pytest.mark.parametrize("kind", ["parquet", "csv", "csv.gz", "csv.zst", "jsonl", "jsonl.gz", "jsonl.zst"])
def test_every_format_gives_the_mentions_of_the_matcher(kind: str, real_out: Path, tmp_path: Path) -> None:
    data = rows(2_000)
    source = write(kind, tmp_path, data)
    done = run(source, "--out", tmp_path / "m", "--scope", real_out, "--format", "json", "--keep", "id")
    assert done.exit_code == 0, done.output
    summary = json.loads(done.output)
    assert summary["rows"] == 2_000
    assert summary["tagged"] + summary["empty"] + summary["rejected"] == 2_000
    got = pl.read_parquet(tmp_path / "m")
    assert got.schema["row"] == pl.UInt64
    assert (got.schema["start"], got.schema["end"]) == (pl.UInt32, pl.UInt32)
    assert got.height == summary["mentions"] > 2_000
    texts = pa.array([r["text"] or None for r in data], pa.large_string())
    wanted = scan(released_lexicon(Release(real_out).directory), texts).to_polars().filter(pl.col("kind") == "duty")
    columns = ["row", "duty_id", "start", "end", "polarity", "conditional"]
    assert got.select(columns).equals(wanted.select(columns).cast(got.select(columns).schema))
    assert (got["id"].cast(pl.UInt64) == got["row"]).all()


def test_offsets_are_characters_of_the_text(real_out: Path, tmp_path: Path) -> None:
    source = write("jsonl", tmp_path, rows(len(TEXTS)))
    assert run(source, "--out", tmp_path / "m", "--scope", real_out).exit_code == 0
    for row in pl.read_parquet(tmp_path / "m").filter(duty_id="perform_venipuncture").iter_rows(named=True):
        words = (TEXTS[row["row"]] or "")[row["start"] : row["end"]].lower()
        assert "draw" in words
        assert "blood" in words


def test_the_verdict_of_the_state_stands_beside_the_mention(real_out: Path, tmp_path: Path) -> None:
    source = write("csv", tmp_path, rows(900))
    done = run(source, "--out", tmp_path / "m", "--scope", real_out, "--state-column", "state")
    assert done.exit_code == 0, done.output
    got = pl.read_parquet(tmp_path / "m")
    office = pl.read_parquet(real_out / "parquet" / "scope_office.parquet").select("state", "duty_id", wanted="verdict")
    held = got.join(office, on=["state", "duty_id"], how="left")
    assert (held.drop_nulls("state")["verdict"] == held.drop_nulls("state")["wanted"]).all()
    assert held.filter(pl.col("state").is_null())["verdict"].null_count() == held["state"].null_count()
    assert {"CA", "TX", "WA", "MD"} <= set(got["state"].drop_nulls())


def test_rows_of_unknown_states_are_counted_and_the_first_values_named(real_out: Path, tmp_path: Path) -> None:
    states = ["CA", "ZZ", None, "Texas", "Ontario", "zz", "ZZ"] + [f"Nowhere {n}" for n in range(6)]
    source = write("jsonl", tmp_path, [{"id": i, "text": "draw blood", "state": s} for i, s in enumerate(states)])
    done = run(source, "--out", tmp_path / "m", "--scope", real_out, "--state-column", "state")
    assert (
        "11 rows without a verdict: 'state' holds no state that is known (first: 'ZZ', nothing, 'Ontario', 'zz', "
        "'Nowhere 0')."
    ) in done.output.splitlines()
    summary = json.loads((tmp_path / "m.tag" / "summary.json").read_text())
    assert summary["unknown_states"] == 11 == pl.read_parquet(tmp_path / "m")["verdict"].null_count()
    assert summary["unknown_state_values"] == ["ZZ", "", "Ontario", "zz", "Nowhere 0"]
    assert "without a verdict" not in run(source, "--out", tmp_path / "n", "--scope", real_out).output
    assert "unknown_states" not in json.loads((tmp_path / "n.tag" / "summary.json").read_text())


@pytest.mark.parametrize("chars", [3, 60])
def test_unknown_states_are_the_same_however_the_rows_come(chars: int) -> None:
    values = pa.array([None if n % 7 == 3 else str(n % 9).ljust(chars, "x").encode() for n in range(200)], pa.binary())
    numbers, whole = np.arange(200), UnknownStates()
    whole.see(values.dictionary_encode(), numbers % 2 == 1, numbers)
    parts = UnknownStates()
    for at in np.array_split(np.random.default_rng(5).permutation(200), 11):
        part = UnknownStates()
        part.see(values.take(pa.array(at)), numbers[at] % 2 == 1, numbers[at])
        parts.add(json.loads(json.dumps(part.as_note(), sort_keys=True)))
    assert parts == whole
    assert (whole.rows, list(whole.first.values())) == (100, [1, 3, 5, 7, 9])
    assert max(map(len, whole.first)) == min(chars, 40)


def test_bad_rows_are_rejected_by_number_and_every_row_is_counted(real_out: Path, tmp_path: Path) -> None:
    good = [json.dumps({"text": "draw blood", "id": i}).encode() for i in range(10)]
    bad = [b"{not json", b"[1, 2]", b'{"text": 5}', b'"text"', b'{"text": "\xff"}', b"{" * 5000]
    lines = [*good[:5], *bad, *good[5:]]
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(lines) + b"\n\n")
    done = run(tmp_path / "in.jsonl", "--out", tmp_path / "m", "--scope", real_out, "--format", "json")
    assert done.exit_code == 0, done.output
    summary = json.loads(done.stdout)
    assert (summary["rows"], summary["rejected"]) == (16, 6)
    assert summary["tagged"] + summary["empty"] + summary["rejected"] == summary["rows"]
    rejected = list(csv.DictReader((tmp_path / "m.tag" / "rejects.csv").open()))
    assert [int(r["row"]) for r in rejected] == [5, 6, 7, 8, 9, 10]
    assert set(pl.read_parquet(tmp_path / "m")["row"]) == {0, 1, 2, 3, 4, 11, 12, 13, 14, 15}


def test_csv_rows_with_too_many_or_too_few_cells_are_rejected(real_out: Path, tmp_path: Path) -> None:
    lines = ["id,text"] + [f"{i},draw blood" for i in range(6)]
    lines[3] = "2,draw blood,more"
    lines[6] = "5"
    (tmp_path / "in.csv").write_text("\n".join(lines) + "\n")
    done = run(tmp_path / "in.csv", "--out", tmp_path / "m", "--scope", real_out, "--format", "json")
    assert done.exit_code == 0, done.output
    summary = json.loads(done.stdout)
    assert (summary["rows"], summary["tagged"], summary["rejected"]) == (6, 4, 2)
    assert sorted(set(pl.read_parquet(tmp_path / "m")["row"])) == [0, 1, 3, 4]
    assert [r["row"] for r in csv.DictReader((tmp_path / "m.tag" / "rejects.csv").open())] == ["2", "5"]


def test_a_folder_and_a_glob_number_rows_over_all_files(real_out: Path, tmp_path: Path) -> None:
    folder = tmp_path / "postings" / "deep"
    folder.mkdir(parents=True)
    for name in ("a", "b"):
        pl.DataFrame({"text": ["draw blood", "nothing"]}).write_parquet(folder / f"{name}.parquet")
    (folder / "notes.txt").write_text("not read")
    for source in (tmp_path / "postings", f"{tmp_path}/postings/**/*.parquet"):
        out = tmp_path / f"m{len(str(source))}"
        assert run(source, "--out", out, "--scope", real_out).exit_code == 0
        assert pl.read_parquet(out)["row"].to_list() == [0, 2]


def test_a_link_out_of_the_folder_is_not_followed(real_out: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    pl.DataFrame({"text": ["draw blood"]}).write_parquet(tmp_path / "outside.parquet")
    pl.DataFrame({"text": ["draw blood"]}).write_parquet(tmp_path / "in" / "a.parquet")
    (tmp_path / "in" / "b.parquet").symlink_to(tmp_path / "outside.parquet")
    assert run(tmp_path / "in", "--out", tmp_path / "m", "--scope", real_out).exit_code == 0
    assert pl.read_parquet(tmp_path / "m")["row"].to_list() == [0]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("x.parquet", b"PAR1 and no more", "Parquet"),
        ("x.parquet", b"", "Parquet"),
        ("x.csv.gz", b"not gzip at all", "x.csv.gz"),
        ("x.jsonl.zst", b"not zstd at all", "x.jsonl.zst"),
        ("x.pdf", b"%PDF", "no known kind"),
    ],
)
def test_a_broken_input_is_one_plain_line(name: str, data: bytes, problem: str, real_out: Path, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    done = run(tmp_path / name, "--out", tmp_path / "m", "--scope", real_out, "--text-column", "text")
    assert done.exit_code == 1
    assert problem in done.exception.faults[0].line()  # type: ignore[union-attr]


def test_a_column_that_is_not_there_is_wrong_usage(real_out: Path, tmp_path: Path) -> None:
    source = write("csv", tmp_path, rows(5))
    done = run(source, "--out", tmp_path / "m", "--scope", real_out, "--text-column", "txet")
    assert done.exit_code == 2
    assert "id, text, state" in done.output
    missing = run(source, "--out", tmp_path / "m", "--scope", real_out, "--state-column", "where")
    assert missing.exit_code == 2


def test_an_empty_input_gives_an_empty_output(real_out: Path, tmp_path: Path) -> None:
    pl.DataFrame({"text": []}, schema={"text": pl.String}).write_parquet(tmp_path / "in.parquet")
    assert run(tmp_path / "in.parquet", "--out", tmp_path / "m", "--scope", real_out).exit_code == 0
    assert pl.read_parquet(tmp_path / "m").height == 0


def test_output_of_another_run_is_not_overwritten(real_out: Path, tmp_path: Path) -> None:
    source = write("csv", tmp_path, rows(50))
    assert run(source, "--out", tmp_path / "m", "--scope", real_out).exit_code == 0
    other = run(source, "--out", tmp_path / "m", "--scope", real_out, "--keep", "id")
    assert other.exit_code == 1
    assert "--restart" in other.exception.faults[0].line()  # type: ignore[union-attr]
    assert run(source, "--out", tmp_path / "m", "--scope", real_out, "--keep", "id", "--restart").exit_code == 0
    assert "id" in pl.read_parquet(tmp_path / "m").columns
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "part-00000.parquet").write_text("mine")
    assert run(source, "--out", tmp_path / "mine", "--scope", real_out).exit_code == 1
    assert (tmp_path / "mine" / "part-00000.parquet").read_text() == "mine"


def test_the_same_parts_whatever_the_threads(real_out: Path, tmp_path: Path) -> None:
    source = write("parquet", tmp_path, rows(5_000))
    for threads in ("1", "2"):
        done = run(source, "--out", tmp_path / threads, "--scope", real_out, "--threads", threads)
        assert done.exit_code == 0, done.output
    assert parts(tmp_path / "1") == parts(tmp_path / "2")


def parts(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(out.glob("*"))}


KILLED = """
import pipeline.tagging.parts as parts
parts.PART_ROWS = 3_000
import pipeline.tagging.blocks as blocks
import pipeline.tagging.read_parquet as reader
reader.BLOCK_ROWS = 1_000
from pipeline.cli import main
main()
"""


def test_a_run_killed_again_and_again_ends_with_the_same_parts(real_out: Path, tmp_path: Path) -> None:
    source = write("parquet", tmp_path, rows(60_000))
    command = [sys.executable, "-c", KILLED, "tag", str(source), "--scope", str(real_out), "--threads", "2"]
    subprocess.run([*command, "--out", str(tmp_path / "whole")], check=True, capture_output=True)
    begun = time.monotonic()  # the second run finds the matcher compiled, as those that are killed will
    subprocess.run([*command, "--out", str(tmp_path / "timed")], check=True, capture_output=True)
    whole = time.monotonic() - begun
    chance = random.Random(7)
    kills = 0
    for _ in range(int(os.environ.get("SCOPEBOOK_KILLS", "6"))):
        process = subprocess.Popen(
            [*command, "--out", str(tmp_path / "killed")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(timeout=chance.uniform(0.3, 0.9) * whole)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
    subprocess.run([*command, "--out", str(tmp_path / "killed")], check=True, capture_output=True)
    assert kills >= 1
    assert parts(tmp_path / "killed") == parts(tmp_path / "whole")
    notes = [tmp_path / f"{name}.tag" / "summary.json" for name in ("killed", "whole")]
    assert notes[0].read_text() == notes[1].read_text()
