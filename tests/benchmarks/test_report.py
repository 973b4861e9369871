"""The report from a file of figures; nothing is timed here."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.__main__ import main
from benchmarks.bars import bars
from benchmarks.machine import machine
from benchmarks.processes import ChildFailed, Run, rounds, run, spread
from benchmarks.report import as_markdown
from benchmarks.settings import Figures, Sizes
from tests.conftest import ROOT

TIMES = spread([1.0, 2.0, 4.0, 1.5, 3.0])


def figures(rows: int = 10_000_000) -> Figures:
    """Every part measured, all bars kept."""
    engine = {"rows": 10, "rate": TIMES, "first_prepare_seconds": 1.0, "recall_of_scopebook": 0.97, "patterns": 5,
              "recall": 0.97, "recall_with_denial": 0.96, "duties_a_text": 0.8, "false_share": 0.0}  # fmt: skip
    names = ("scopebook", "hyperscan", "spacy_matcher", "spacy_phrases", "polars_literals")
    sizes = [{"rows": n, "input_bytes": n, "peak_bytes": 400_000_000 + n, "seconds": TIMES, "rate": TIMES}
             for n in (rows // 10, rows, rows * 10)]  # fmt: skip
    lexicons = [{"times": n, "seconds": TIMES, "compile_seconds": 1.0, "aliases": n, "families": n, "mentions": n}
                for n in (1, 4, 16)]  # fmt: skip
    corpus = {"name": "onet", "rows": 5, "text_bytes": 500, "mentions": 3, "seconds": TIMES, "rows_a_second": 2.0,
              "megabytes_a_second": 1.0, "peak_bytes": 1}  # fmt: skip
    found: dict[str, Figures] = {
        "speed": {"rows": rows, "input_bytes": 5, "output_bytes": 5, "mentions": 7, "rows_tagged": 4, "ratio": 3.2,
                  "first_run_seconds": 60.0, "start_seconds": TIMES, "seconds": {"polars": TIMES, "tag": TIMES},
                  "peak_bytes": {"polars": 1, "tag": 1}},
        "matcher": {"engines": dict.fromkeys(names, engine),
                    "times_faster": dict.fromkeys(names, 1.0) | {"hyperscan": 20.0, "spacy_matcher": 900.0}},
        "memory": {"sizes": sizes, "ratio": 1.1},
        "cores": {"rows": rows, "bound": True, "seconds": {"one": TIMES, "two": TIMES}, "times": 1.8},
        "aliases": {"rows": rows, "lexicons": lexicons, "slower": 1.4},
        "corpora": {"corpora": [corpus]},
    }  # fmt: skip
    told = Sizes(rows=rows).as_dict()
    parts = {n: {"date": "2026-11-26", "sizes": told, "figures": f} for n, f in found.items()}
    return {"machine": machine(), "parts": parts}


def test_bars_tell_kept_broken_small_and_missing_ones_apart() -> None:
    assert {bar.outcome for bar in bars(figures())} == {"passed"}
    broken = figures()
    broken["parts"]["speed"]["figures"]["ratio"] = 4.01
    broken["parts"]["cores"]["figures"]["times"] = 1.69
    assert [bar.held for bar in bars(broken)].count(False) == 2
    assert bars(broken)[0].outcome == "failed"
    small = figures(rows=1_000)
    assert bars(small)[0].outcome == "not at full size (passed at this one)"
    few = figures()
    few["parts"]["matcher"]["sizes"]["repeats"] = 2
    assert bars(few)[1].outcome.startswith("not at full size")
    nothing = {"machine": machine(), "parts": {}}
    assert {bar.outcome for bar in bars(nothing)} == {"not measured"}


def test_the_command_writes_the_page_from_the_figures(tmp_path: Path) -> None:
    (tmp_path / "benchmarks.json").write_text(json.dumps(figures()))
    done = CliRunner().invoke(main, ["report", "--docs", str(tmp_path)])
    assert done.exit_code == 0, done.output
    page = (tmp_path / "benchmarks.md").read_text()
    for words in ("3.20 times", "passed", "2026-11-26", "O*NET tasks", "x16", "Hyperscan", machine()["processor"]):
        assert words in page
    assert str(tmp_path) not in page
    lines = page.splitlines()
    for above, line in pairwise(lines):
        assert not line.startswith("| ---") or line.count("|") == above.count("|")


def test_the_published_page_is_that_of_the_published_figures() -> None:
    docs = ROOT / "docs"
    told = json.loads((docs / "benchmarks.json").read_text(encoding="utf-8"))
    page = (docs / "benchmarks.md").read_text(encoding="utf-8")
    assert page == as_markdown(told, (docs / "benchmarks.svg").exists())


def test_the_picture_is_drawn_where_altair_is(tmp_path: Path) -> None:
    pytest.importorskip("altair")
    pytest.importorskip("vl_convert")
    from benchmarks.picture import draw

    assert draw(figures(), tmp_path / "a.svg")
    assert draw(figures(), tmp_path / "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert not draw({"machine": machine(), "parts": {}}, tmp_path / "c.svg")


def test_rounds_change_the_order() -> None:
    order: list[str] = []

    def task(name: str) -> Run:
        order.append(name)
        return Run(1.0, 1, {})

    done = rounds({"a": lambda: task("a"), "b": lambda: task("b")}, 3, lambda line: None)
    assert order == ["a", "b", "b", "a", "a", "b"]
    assert {name: len(runs) for name, runs in done.items()} == {"a": 3, "b": 3}
    assert spread([3.0, 1.0, 2.0]) == {"min": 1.0, "median": 2.0, "max": 3.0, "n": 3}


def test_a_process_that_fails_is_told_with_its_last_lines() -> None:
    with pytest.raises(ChildFailed, match="No module named"):
        run(["no_such_module_of_benchmarks"])
