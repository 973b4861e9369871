"""Corners of `check`, `explain`, `evaluate` and `coding`: long documents, odd labels, what is nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest

from pipeline.checking.document import _titled, states_named
from pipeline.commands.options import Day
from pipeline.faults import InputFaults
from pipeline.normalise.context import ContextFinder, Evidence, finder_of
from pipeline.reading import ReadText
from pipeline.release import Release
from tests.conftest import DESCRIPTION, write_raw, wy
from tests.reading.makers import pdf, scanned_pdf


def faults(done: Any) -> list[str]:
    assert isinstance(done.exception, InputFaults), done.output
    return [f.line() for f in done.exception.faults]


@pytest.fixture
def finder(small_out: Path) -> ContextFinder:
    release = Release(small_out)
    return finder_of({n: release.table(n) for n in ("roles", "settings", "states", "practice_words", "not_roles")})


# check


def test_documents_are_told_apart_and_one_without_duties_says_so(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Draw blood from patients.\n")
    (tmp_path / "b.txt").write_text("Free parking and dental insurance.\n")
    shown = run("check", tmp_path, "--state", "WY").stdout
    first, _, second = shown.partition("b.txt")
    assert "1 left to the delegating practitioner" in first
    assert "No duty was found in it." in second
    assert shown.rstrip().endswith("Not legal advice.")


def test_a_duty_said_often_is_shown_at_three_places(run: Any, tmp_path: Path) -> None:
    lines = [f"- Draw blood in room {n}" for n in range(6)]
    (tmp_path / "a.txt").write_text("Duties:\n" + "\n".join(lines) + "\n")
    shown = run("check", tmp_path / "a.txt", "--state", "WY").stdout
    assert "and in 3 more places" in shown
    assert sum("in room" in line for line in shown.split("\n")) == 3


def test_a_title_of_one_state_is_not_asked_about_in_another(run: Any, tmp_path: Path, small_out: Path) -> None:
    (tmp_path / "a.txt").write_text("Draw blood\n")
    roles = Release(small_out).table("roles").filter(role_id="medical_assistant")
    assert roles["state"].to_list() == [None]
    done = run("check", tmp_path / "a.txt", "--state", "WY", "--role", "astronaut")
    assert done.exit_code == 2
    assert "astronaut" in done.output


def test_pages_that_could_not_be_read_are_told_and_the_rest_is_checked(run: Any, tmp_path: Path) -> None:
    import io

    import pypdfium2

    both = pypdfium2.PdfDocument.new()
    for part in (pdf(), scanned_pdf()):
        both.import_pages(pypdfium2.PdfDocument(part))
    out = io.BytesIO()
    both.save(out)
    (tmp_path / "a.pdf").write_bytes(out.getvalue())
    done = run("check", tmp_path / "a.pdf", "--state", "WY")
    assert done.exit_code == 1
    assert "not read: page 2" in done.stderr
    assert "run pictures through OCR" in done.stderr
    assert "perform venipuncture" in done.stdout.lower() or "blood" in done.stdout.lower()


def test_links_out_of_a_folder_are_told(run: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Draw blood\n")
    (tmp_path / "in" / "b.txt").symlink_to("/etc/hostname")
    for command in ("check", "unmatched"):
        words = ["--state", "WY"] if command == "check" else []
        done = run(command, tmp_path / "in", *words)
        assert done.exit_code == 1
        assert "b.txt: is a link that leads out of the folder" in done.stderr


def test_states_are_found_in_long_texts_cut_between_words(finder: ContextFinder) -> None:
    filler = "Draw blood from patients in the office. " * 5_000
    text = filler + "We are in Montana. " + filler + "And in Wyoming."
    found = states_named(finder, ReadText("a", text, None, "text"))
    assert [(b.value, b.words) for b in found] == [("MT", "Montana"), ("WY", "Wyoming")]
    assert all(text[b.start : b.end] == b.words for b in found)
    unbroken = "x" * 300_000 + " Montana"
    assert [b.value for b in states_named(finder, ReadText("a", unbroken, None, "text"))] == ["MT"]


def test_a_title_that_is_not_in_the_text_has_no_place() -> None:
    evidence = Evidence("WY", "Wyoming", 10, 17)
    inside = _titled(ReadText("a", "Jobs.\nAssistant Wyoming", "Assistant Wyoming", "html"), evidence)
    assert (inside.source, inside.start, inside.end) == ("title", 16, 23)
    outside = _titled(ReadText("a", "Jobs.", "Assistant Wyoming", "html"), evidence)
    assert (outside.value, outside.start) == ("WY", None)


# explain


def test_explain_shows_headings_their_cues_and_what_matches_nothing(run: Any) -> None:
    text = "# Prohibited\n- Start IV lines\n- Sing songs"
    shown = run("explain", text).stdout
    assert "under: Prohibited" in shown
    assert "(heading)" in shown
    assert "no alias of any duty matches" in shown


def test_explain_takes_no_book(run: Any) -> None:
    done = run("explain", "blood " * 20_000)
    assert done.exit_code == 2
    assert "more than 100,000 characters" in done.output


# evaluate


def test_evaluate_lists_what_was_missed_and_what_was_found_in_vain(run: Any, tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "Sing songs", "labels": [{"duty_id": "start_iv", "polarity": "affirmed"}]},
        {"id": "b", "text": "Draw blood", "labels": [], "optional": None},
    ]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, rows)))
    shown = run("evaluate", tmp_path / "x.jsonl").stdout
    assert "Missed (1 of 1):" in shown
    assert "  a: start_iv affirmed: Sing songs" in shown
    assert "False (1 of 1):" in shown
    assert "  b: perform_venipuncture affirmed: Draw blood" in shown
    right = {"id": "c", "text": "Draw blood", "labels": [{"duty_id": "perform_venipuncture", "polarity": "affirmed"}]}
    (tmp_path / "y.jsonl").write_text(json.dumps(right))
    shown = run("evaluate", tmp_path / "y.jsonl").stdout
    assert "Missed" not in shown.split("statements;")[1]


def test_evaluate_measures_the_lexicon_of_a_raw_folder(run: Any, tmp_path: Path, shared_raw: dict[str, bytes]) -> None:
    raw = write_raw({**shared_raw, "states/wy.toml": wy(), "sources/a.toml": DESCRIPTION.encode()}, tmp_path / "raw")
    right = {"id": "c", "text": "Draw blood", "labels": [{"duty_id": "perform_venipuncture", "polarity": "affirmed"}]}
    (tmp_path / "y.jsonl").write_text(json.dumps(right))
    found = json.loads(run("evaluate", tmp_path / "y.jsonl", "--raw", raw, "--format", "json").stdout)
    assert found["duty_and_polarity"]["f1"] == 1.0


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff", "is not UTF-8"),
        (b'{"text": "a", "lead_in": 3, "labels": []}', "line 000001: lead_in: is no text"),
        (b'{"text": "a", "labels": [], "optional": 3}', "line 000001: optional: is no list of objects"),
        (b'{"text": "a"}', "line 000001: labels: is no list of objects"),
        (b"", "holds no statement"),
        (b"[" * 50_000, "line 000001: is no JSON"),
    ],
)
def test_labels_that_are_not_as_they_should_be(run: Any, tmp_path: Path, data: bytes, problem: str) -> None:
    (tmp_path / "x.jsonl").write_bytes(data)
    assert any(problem in line for line in faults(run("evaluate", tmp_path / "x.jsonl")))


def test_a_file_of_labels_has_a_bound(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.checking.labelled._MOST_BYTES", 10)
    (tmp_path / "x.jsonl").write_text('{"text": "a", "labels": []}')
    assert "has more than 0 MB" in faults(run("evaluate", tmp_path / "x.jsonl"))[0]


# coding, days


def test_coding_of_what_is_coded_once(tmp_path: Path, shared_raw: dict[str, bytes]) -> None:
    from click.testing import CliRunner

    from pipeline.cli import cli

    files = {**shared_raw, "states/wy.toml": wy(), "sources/a.toml": DESCRIPTION.encode()}
    raw = write_raw(files, tmp_path / "raw")
    assert CliRunner().invoke(cli, ["coding", "--raw", str(raw)]).output == "Nothing is coded twice yet.\n"
    second = b'[[rule]]\nid = "wy-iv"\nstatus = "permitted"\n'
    from tests.conftest import WY_RULES

    more = {"coding/first/wy.toml": WY_RULES.encode(), "coding/second/wy.toml": second}
    raw = write_raw({**files, **more}, tmp_path / "two")
    shown = {by: CliRunner().invoke(cli, ["coding", "--raw", str(raw), "--by", by]).output for by in ("field", "state")}
    assert "fields differ" in shown["field"].split("\n")[0]
    assert "\nfield " in shown["field"]
    assert "\nstate " not in shown["field"]
    assert "\nstate " in shown["state"]
    assert "\nfield " not in shown["state"]


def test_days_are_days() -> None:
    from datetime import date

    assert Day().convert(date(2020, 1, 1), None, None) == date(2020, 1, 1)
    with pytest.raises(click.BadParameter, match="write it as 2026-01-31"):
        Day().convert("1/2/2020", None, None)
