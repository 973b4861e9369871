"""Rows and files at the edge of what `tag` takes: nothing is lost in silence, and what is wrong is told plainly."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.faults import InputFaults
from pipeline.tagging import blocks as block_module
from pipeline.tagging import read_csv, read_lines, read_parquet
from pipeline.tagging.blocks import Block, ColumnMissing, choose_text_column, make_block
from pipeline.tagging.inputs import find_inputs
from pipeline.tagging.parts import Output
from pipeline.tagging.work import _plain


def told(caught: pytest.ExceptionInfo[InputFaults]) -> str:
    return caught.value.faults[0].line()


def texts(found: list[Block]) -> list[tuple[int, str | None]]:
    """(row, text) of all blocks."""
    return [pair for b in found for pair in zip(b.rows.tolist(), b.text.to_pylist(), strict=True)]


def rejected(found: list[Block]) -> list[tuple[int, str]]:
    return [(r.row, r.reason) for b in found for r in b.rejects]


# Which column, which kind of text


def test_the_only_column_of_text_is_taken_whatever_its_name() -> None:
    assert choose_text_column(None, [("id", False), ("words", True)]) == "words"
    assert choose_text_column(None, [("Body", True), ("words", True)]) == "Body"
    assert choose_text_column("id", [("id", False)]) == "id"
    for columns in ([("a", True), ("b", True)], [("a", False)], []):
        with pytest.raises(ColumnMissing) as caught:
            choose_text_column(None, columns)
        assert caught.value.there == [name for name, _ in columns]


def one_block(text: pa.Array) -> Block:
    rows = np.arange(10, 10 + len(text), dtype=np.uint64)
    return make_block("in", 10, rows, len(text), text, {"id": pa.array(range(len(text)))}, [])


@pytest.mark.parametrize(
    "text",
    [
        pa.array(["a", None, "b"]),
        pa.array(["a", None, "b"], pa.large_string()),
        pa.array(["a", None, "b"], pa.string_view()),
        pa.array(["a", None, "b"]).dictionary_encode(),
        pa.array([b"a", None, b"b"], pa.binary()),
        pa.array([b"a", None, b"b"], pa.large_binary()),
    ],
    ids=lambda t: str(t.type)[:12],
)
def test_every_way_to_keep_texts_is_read(text: pa.Array) -> None:
    assert texts([one_block(text)]) == [(10, "a"), (11, None), (12, "b")]


def test_numbers_and_nulls_are_texts_too() -> None:
    assert texts([one_block(pa.array([1, None]))]) == [(10, "1"), (11, None)]
    assert texts([one_block(pa.nulls(2))]) == [(10, None), (11, None)]


def test_bytes_that_are_no_text_and_texts_too_long_are_rejected_and_their_columns_with_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(block_module, "ROW_BYTES", 5)
    block = one_block(pa.array([b"a", b"\xff", None, b"123456", b"b"]))
    assert texts([block]) == [(10, "a"), (12, None), (14, "b")]
    assert rejected([block]) == [(11, "not UTF-8"), (13, "text of 6 bytes, more than 5")]
    assert block.kept["id"].to_pylist() == [0, 2, 4]
    assert block.seen == 5


def test_kept_bytes_that_are_no_text_are_shown_with_signs_in_their_place() -> None:
    assert _plain(pa.array([b"a", None])).to_pylist() == ["a", None]
    assert _plain(pa.array([b"a\xff", None])).to_pylist() == ["a�", None]
    assert _plain(pa.array([1])).to_pylist() == [1]


# JSON lines


def lines_file(tmp_path: Path, data: bytes, name: str = "in.jsonl") -> list:
    (tmp_path / name).write_bytes(data)
    return find_inputs(str(tmp_path / name))


def test_the_text_field_is_guessed_from_the_first_line_that_is_a_record(tmp_path: Path) -> None:
    files = lines_file(tmp_path, b'no json\n[1]\n{"id": 1, "words": "Draw blood"}\n')
    found = list(read_lines.blocks(files, None, [], 0))
    assert texts(found) == [(2, "Draw blood")]
    assert [row for row, _ in rejected(found)] == [0, 1]
    with pytest.raises(ColumnMissing):
        list(read_lines.blocks(lines_file(tmp_path, b"no json\n" + b"[" * 90_000), None, [], 0))


def test_a_last_line_without_an_end_is_read_and_blank_lines_are_no_rows(tmp_path: Path) -> None:
    files = lines_file(tmp_path, b'{"text": "a"}\n\n   \n{"text": "b"}')
    assert texts(list(read_lines.blocks(files, None, [], 0))) == [(0, "a"), (1, "b")]


def test_lines_go_on_from_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_lines, "BLOCK_BYTES", 40)
    data = b"".join(b'{"text": "row %d"}\n' % n for n in range(10))
    whole = list(read_lines.blocks(lines_file(tmp_path, data), "text", [], 0))
    assert texts(whole) == [(n, f"row {n}") for n in range(10)]
    middle = whole[2].first_row
    again = list(read_lines.blocks(lines_file(tmp_path, data), "text", [], middle))
    assert texts(again) == texts(whole)[middle:]


def test_a_line_without_end_is_one_rejected_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_lines, "BLOCK_BYTES", 100)
    monkeypatch.setattr(read_lines, "ROW_BYTES", 40)
    data = b'{"text": "a"}\n{"text": "' + b"x" * 5_000 + b'"}\n{"text": "b"}\n'
    found = list(read_lines.blocks(lines_file(tmp_path, data), "text", [], 0))
    assert texts(found) == [(0, "a"), (2, "b")]
    assert len(rejected(found)) == 1
    assert rejected(found)[0][0] == 1
    assert sum(b.seen for b in found) == 3


def test_values_that_are_no_text_are_kept_as_json_and_odd_letters_made_sound(tmp_path: Path) -> None:
    data = b'{"text": "\\ud800 a", "id": 5}\n{"text": null, "id": [1]}\n{"text": "b"}\nno\n{"text": ' + b"[" * 50_000
    found = list(read_lines.blocks(lines_file(tmp_path, data), "text", ["id"], 0))
    assert texts(found) == [(0, "? a"), (1, None), (2, "b")]
    assert [value for b in found for value in b.kept["id"].to_pylist()] == ["5", "[1]", None]
    assert [row for row, _ in rejected(found)] == [3, 4]
    assert rejected(found)[1][1].startswith(("nested too deeply", "not valid JSON"))


# CSV and Parquet


def test_csv_goes_on_from_a_row_and_numbers_rejected_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_csv, "BLOCK_BYTES", 100)
    monkeypatch.setattr(read_csv, "ROW_BYTES", 100)
    lines = ["text"] + [f"row number {n}" for n in range(40)]
    lines[8] = "one,two"
    (tmp_path / "in.csv").write_text("\n".join(lines) + "\n")
    whole = list(read_csv.blocks(find_inputs(str(tmp_path / "in.csv")), "text", [], 0))
    assert len(whole) > 2
    assert [row for row, _ in texts(whole)] == [n for n in range(40) if n != 7]
    assert rejected(whole) == [(7, "2 cells, not 1")]
    begin = whole[1].first_row
    again = list(read_csv.blocks(find_inputs(str(tmp_path / "in.csv")), "text", [], begin))
    assert texts(again) == [pair for pair in texts(whole) if pair[0] >= begin]


def test_a_gzip_that_breaks_off_is_told(tmp_path: Path) -> None:
    import random

    chance = random.Random(7)
    rows = "text\n" + "".join(f"row {chance.random()}\n" for _ in range(100_000))
    (tmp_path / "in.csv.gz").write_bytes(gzip.compress(rows.encode())[:-5_000])
    with pytest.raises(InputFaults) as caught:
        list(read_csv.blocks(find_inputs(str(tmp_path / "in.csv.gz")), "text", [], 0))
    assert told(caught).startswith(f"{tmp_path}/in.csv.gz")


def test_a_parquet_file_damaged_in_a_row_group_is_told_by_its_group(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    table = pa.table({"text": [f"row {n} {n * 7919}" for n in range(2_000)]})
    pq.write_table(table, path, row_group_size=1_000, use_dictionary=False, compression="zstd")
    start = pq.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 600] = b"\xff" * 600
    path.write_bytes(data)
    read = read_parquet.blocks(find_inputs(str(path)), None, [], 0)
    assert texts([next(read)])[0] == (0, "row 0 0")
    with pytest.raises(InputFaults) as caught:
        list(read)
    assert "row group 1" in told(caught)


def test_parquet_goes_on_within_a_row_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_parquet, "BLOCK_ROWS", 300)
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table({"text": [f"row {n}" for n in range(2_000)]}), path, row_group_size=1_000)
    whole = list(read_parquet.blocks(find_inputs(str(path)), None, [], 0))
    again = list(read_parquet.blocks(find_inputs(str(path)), None, [], 1_300))
    assert texts(again) == [(n, f"row {n}") for n in range(1_300, 2_000)]
    assert [b.first_row for b in again] == [b.first_row for b in whole if b.first_row >= 1_300]


def test_an_empty_row_group_has_blocks_of_the_usual_size() -> None:
    assert read_parquet._block_rows(0, 0) == read_parquet.BLOCK_ROWS
    assert read_parquet._block_rows(10, 0) == read_parquet.BLOCK_ROWS
    assert read_parquet._block_rows(10, 10 * read_parquet.BLOCK_BYTES) == 256


def test_a_field_that_no_record_has_is_told(tmp_path: Path) -> None:
    files = lines_file(tmp_path, b'no json\n{"id": 1, "b\\u006fdy": "Draw blood"}\n')
    assert texts(list(read_lines.blocks(files, "body", ["id"], 0))) == [(1, "Draw blood")]
    for column, keep in (("bodi", []), ("body", ["idd"])):
        with pytest.raises(ColumnMissing) as caught:
            list(read_lines.blocks(files, column, keep, 0))
        assert (caught.value.wanted, caught.value.there) == (keep[0] if keep else "bodi", ["id", "body"])


def test_a_field_may_be_absent_from_some_files_and_all_empty_ones(tmp_path: Path) -> None:
    first = lines_file(tmp_path, b'{"body": "Draw blood"}\n', "a.jsonl")
    second = lines_file(tmp_path, b'{"body": "Give shots", "state": "OH"}\n', "b.jsonl")
    assert len(texts(list(read_lines.blocks([*first, *second], "body", ["state"], 0)))) == 2
    assert list(read_lines.blocks(lines_file(tmp_path, b"\n", "c.jsonl"), "body", [], 0)) == []


# Files


def test_nothing_to_tag_and_several_kinds_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputFaults) as caught:
        find_inputs(str(tmp_path))
    assert "no CSV, JSON lines or Parquet file found" in told(caught)
    (tmp_path / "a.csv").write_text("text\n")
    (tmp_path / "b.jsonl").write_text("{}\n")
    with pytest.raises(InputFaults) as caught:
        find_inputs(str(tmp_path))
    assert "files of several kinds (csv, json)" in told(caught)
    with pytest.raises(InputFaults):
        find_inputs(f"{tmp_path}/*.parquet")


def test_what_a_killed_run_left_unfinished_is_removed(tmp_path: Path) -> None:
    output, run = Output(tmp_path / "m"), {"lexicon": "x"}
    assert output.begin(run, restart=False) == []
    for name in ("part-00000.unfinished", "part-00000.parquet", "part-00001.parquet"):
        (output.out / name).write_text("half")
    (output.notes / "part-00000.json").write_text(json.dumps({"part": "part-00000.parquet"}))
    assert output.begin(run, restart=False) == [{"part": "part-00000.parquet"}]
    assert [p.name for p in output.out.iterdir()] == ["part-00000.parquet"]


# The command


def tag(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, ["tag", *map(str, args)])


def test_rejected_rows_are_counted_and_their_file_named(real_out: Path, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "draw blood"}\n{"text": 1}\n')
    done = tag(tmp_path / "in.jsonl", "--out", tmp_path / "m", "--scope", real_out)
    assert done.exit_code == 0
    assert "2 rows: 1 with a duty, 0 without, 1 rejected; 1 mentions" in done.output
    assert f"Rejected rows and reasons: {tmp_path}/m.tag/rejects.csv" in done.output


@pytest.mark.parametrize("name", ["in.jsonl", "in.csv"])
def test_a_column_that_is_not_there_is_told_with_the_option_that_named_it(
    name: str, real_out: Path, tmp_path: Path
) -> None:
    (tmp_path / name).write_text('{"body": "draw blood"}\n' if name.endswith("l") else "body\ndraw blood\n")
    for option, mend in (("--text-column", "Use --text-column."), ("--keep", "See --keep and --state-column.")):
        words = [*(["--text-column", "body"] if option == "--keep" else []), option, "nope"]
        done = tag(tmp_path / name, "--out", tmp_path / "m", "--scope", real_out, *words)
        assert done.exit_code == 2
        assert f"no column 'nope'; there are: body. {mend}" in done.output


def test_two_runs_into_one_output_do_not_mix(real_out: Path, tmp_path: Path) -> None:
    from filelock import FileLock

    (tmp_path / "in.csv").write_text("text\ndraw blood\n")
    with FileLock(tmp_path / "m.lock"):
        done = tag(tmp_path / "in.csv", "--out", tmp_path / "m", "--scope", real_out)
    assert isinstance(done.exception, InputFaults)
    assert "another run is writing here" in done.exception.faults[0].line()
    assert not (tmp_path / "m").exists()


def test_roles_settings_and_delegators_are_found_by_their_words(real_out: Path, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("text,state\ndraw blood,OH\ngive medication,OH\n")
    where = ["--scope", real_out, "--state-column", "state", "--setting", "urgent care", "--delegator", "np"]
    done = tag(tmp_path / "in.csv", "--out", tmp_path / "m", "--role", "certified medical assistant", *where)
    assert done.exit_code == 0, done.output
    assert pl.read_parquet(tmp_path / "m")["verdict"].null_count() == 0
    wrong = tag(tmp_path / "in.csv", "--out", tmp_path / "n", "--role", "astronaut", *where)
    assert wrong.exit_code == 2
    assert "Cannot tell which role 'astronaut' is. Nearest: " in wrong.output


def test_options_of_the_verdict_without_a_state_are_wrong_usage(real_out: Path, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("text\ndraw blood\n")
    words = [tmp_path / "in.csv", "--out", tmp_path / "m", "--scope", real_out]
    done = tag(*words, "--role", "cma", "--as-of", "2020-01-01")
    assert done.exit_code == 2
    assert "--role and --as-of: of the verdict, which is told with --state-column only." in done.output
    assert not (tmp_path / "m").exists()


def test_a_column_of_lists_is_no_text(real_out: Path, tmp_path: Path) -> None:
    pl.DataFrame({"text": [["draw blood"]], "id": [1]}).write_parquet(tmp_path / "in.parquet")
    done = tag(tmp_path / "in.parquet", "--out", tmp_path / "m", "--scope", real_out)
    assert isinstance(done.exception, InputFaults)
    assert "the column of texts holds large_list" in done.exception.faults[0].line()


def test_progress_is_shown_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.commands.tag import Progress
    from pipeline.tagging.parts import Totals

    with Progress(10) as progress:
        progress.told(Totals(rows=5))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with Progress(2_000) as progress:
        progress.told(Totals(rows=1_500))
    shown = capsys.readouterr().err
    assert "1,500 rows" in shown
    assert "rows/s" in shown
