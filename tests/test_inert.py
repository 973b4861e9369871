"""What others wrote comes out inert: in the terminal, in JSON, CSV and HTML; and no SQL is made of it."""

from __future__ import annotations

import ast
import csv
import json
import re
from pathlib import Path

import duckdb
import pytest

from pipeline.publish.csv_files import write_csv
from tests.conftest import ROOT, WY_RULES, write_raw, wy
from tests.whole import Whole

ESCAPE, OVERRIDE, C1 = "\x1b[31m\x1b]0;x\x07", "\u202e", "\x9b31m"
SCRIPT = "<script>alert(1)</script>"
HOSTILE = (
    f"# {SCRIPT} {ESCAPE}{OVERRIDE}{C1}\n\n- Draw blood {ESCAPE} {OVERRIDE}{SCRIPT} &lt;img src=x onerror=a()&gt;\n"
    "<p>give &#27;[31m&#x202e; injections</p>\n"
)
NAME = f"=cmd {ESCAPE}{OVERRIDE} <b onclick=x>.md"


@pytest.fixture
def posting(tmp_path: Path) -> Path:
    path = tmp_path / "in" / NAME
    path.parent.mkdir()
    path.write_text(HOSTILE)
    return path


@pytest.mark.parametrize("form", ["table", "json", "html"])
def test_check(form: str, posting: Path, scopebook: Whole, real_out: Path) -> None:
    status, out, _ = scopebook("check", posting.parent, "--state", "TX", "--scope", real_out, "--format", form)
    assert status == 0
    assert "raw" in out.lower()
    if form == "json":
        assert json.loads(out)[0]["file"] == str(posting)
    if form == "html":
        assert not re.search(r"<(script|img|b onclick)", out)
        assert "&lt;b onclick=x&gt;" in out


def test_a_name_that_is_not_utf8_is_no_traceback(tmp_path: Path, scopebook: Whole, real_out: Path) -> None:
    path = tmp_path / "na\udcffme.md"
    path.write_text("Draw blood")
    for form in ("table", "json", "html"):
        report = tmp_path / f"report.{form}"
        status, *_ = scopebook(
            "check", path, "--state", "TX", "--scope", real_out, "--format", form, "--out", report
        )  # fmt: skip
        assert status == 0
        assert "me.md" in report.read_text(encoding="utf-8")


def test_faults_of_files_and_commands(tmp_path: Path, scopebook: Whole, real_out: Path) -> None:
    (tmp_path / f"{ESCAPE}.pdf").write_bytes(b"no PDF")
    status, _, err = scopebook("check", tmp_path / f"{ESCAPE}.pdf", "--state", "TX", "--scope", real_out)
    assert (status, err.count("\n")) == (1, 1)
    status, _, err = scopebook("check", tmp_path / f"none{ESCAPE}", "--scope", real_out)
    assert status == 2
    assert r"none\x1b[31m" in err
    status, _, err = scopebook("ask", "--state", f"T{ESCAPE}", "--duty", f"d{C1}", "--scope", real_out)
    assert status == 2


def test_explain_and_unmatched(posting: Path, scopebook: Whole, real_out: Path) -> None:
    posting.write_text(f"- Frobs the {ESCAPE}widgets{OVERRIDE} daily\n- Frobs widgets {SCRIPT}\n")
    for form in ("table", "json"):
        status, out, _ = scopebook(
            "explain", f"Draw blood {ESCAPE}{OVERRIDE}{C1}", "--scope", real_out, "--format", form
        )
        assert status == 0
        assert "perform_venipuncture" in out
        status, out, _ = scopebook("unmatched", posting, "--scope", real_out, "--format", form)
        assert status == 0


def test_tag_and_its_rejects(tmp_path: Path, scopebook: Whole, real_out: Path) -> None:
    table = tmp_path / f"=1+1{ESCAPE}.jsonl"
    table.write_text('{"text": "draw blood"}\n=cmd|x\n{"te\\u001bxt": 1, "=a": \n')
    status, *_ = scopebook("tag", table, "--out", tmp_path / "m", "--scope", real_out)
    assert status == 0
    with (tmp_path / "m.tag" / "rejects.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [r["row"] for r in rows] == ["1", "2"]
    for cell in (c for row in rows for c in row.values()):
        assert cell.isprintable()
        assert cell[0] not in "=+-@"


def test_links_out_of_where_a_glob_begins_are_passed_over_and_told(
    tmp_path: Path, scopebook: Whole, real_out: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "outside.jsonl").write_text('{"text": "draw blood"}\n')
    (tmp_path / "in" / "a.jsonl").write_text('{"text": "draw blood"}\n')
    (tmp_path / "in" / "b.jsonl").symlink_to(tmp_path / "outside.jsonl")
    (tmp_path / "in" / "c.jsonl").symlink_to(tmp_path / "in" / "c.jsonl")
    for number, source in enumerate((tmp_path / "in", tmp_path / "in" / "*.jsonl", tmp_path / "i*" / "**")):
        args = ("tag", source, "--out", tmp_path / f"m{number}", "--scope", real_out, "--format", "json")
        status, out, err = scopebook(*args)
        assert status == 0
        inside = number < 2  # the last begins in the folder above, in which the other file lies
        assert json.loads(out)["rows"] == (1 if inside else 2)
        assert ("b.jsonl: is a link that leads out" in err) == inside


def test_csv_has_no_formula(tmp_path: Path) -> None:
    import polars as pl

    risky = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"]
    write_csv(pl.DataFrame({"a": risky, "b": [[x, "y"] for x in risky]}), tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            assert all(cell.startswith("'") for cell in row.values())


def test_raw_files_may_hold_no_control_and_too_much_is_not_read(
    world: dict[str, bytes], tmp_path: Path, scopebook: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = WY_RULES.replace("not in the neck", r"a\u001b[2J\u202e")
    raw = write_raw({**world, "states/wy.toml": wy(hostile)}, tmp_path / "raw")
    status, _, err = scopebook("ingest", "--raw", raw, "--stages", tmp_path / "s")
    assert status == 1
    assert "wy-injections: limits: holds the control character" in err
    monkeypatch.setattr("pipeline.store.MAX_RAW_BYTES", 1_000)
    status, _, err = scopebook("ingest", "--raw", raw, "--stages", tmp_path / "s")
    assert status == 1
    assert "more than 0 MB" in err


def test_quotes_and_sql_in_raw_files_stay_words(world: dict[str, bytes], tmp_path: Path, scopebook: Whole) -> None:
    words = "x'); DROP TABLE rules; --"
    hostile = WY_RULES.replace("not in the neck", words).replace("Wyo. Stat. § 1(c)", f"=1+1 {SCRIPT}")
    raw = write_raw({**world, "states/wy.toml": wy(hostile)}, tmp_path / "raw")
    status, *_ = scopebook("build", "--raw", raw, "--out", tmp_path / "out", "--as-of", "2026-11-26")
    assert status == 0
    with duckdb.connect(str(tmp_path / "out" / "scopebook.duckdb"), read_only=True) as connection:
        found = connection.execute("SELECT limits FROM rules WHERE rule_id = 'wy-injections'").fetchone()
    assert found == (words,)
    assert "\"'=1+1 <script>" in (tmp_path / "out" / "csv" / "rules.csv").read_text("utf-8").replace(",'=", ",\"'=")
    page = (tmp_path / "out" / "explorer" / "index.html").read_text("utf-8")
    assert SCRIPT not in page


SQL_MADE_OF_OUR_OWN_NAMES = {
    "pipeline/comparing/snapshot.py": 1,  # a table of NEEDED
    "pipeline/describing/pages/recipes.py": 1,  # docs/queries
    "pipeline/publish/database.py": 8,  # declared tables and their comments
    "pipeline/publish/verify.py": 1,  # declared tables, and the path of the release, quoted
}


def test_sql_is_made_in_few_places_and_of_no_input() -> None:
    """A new place that makes SQL has to be put on the list above, with what it is made of."""
    found: dict[str, int] = {}
    for path in sorted((ROOT / "pipeline").rglob("*.py")) + sorted((ROOT / "scopebook").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
                continue
            if node.func.attr in ("execute", "sql", "query") and not isinstance(node.args[0], ast.Constant):
                name = path.relative_to(ROOT).as_posix()
                found[name] = found.get(name, 0) + 1
    assert found.keys() == SQL_MADE_OF_OUR_OWN_NAMES.keys()
    assert all(number <= SQL_MADE_OF_OUR_OWN_NAMES[name] for name, number in found.items()), found
