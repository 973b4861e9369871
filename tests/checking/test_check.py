"""`scopebook check`: verdicts, context, outputs, and what cannot be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.reading.broken import BROKEN
from tests.reading.makers import docx, pdf

POSTING = """Medical Assistant

Responsibilities:
- Draw blood and start IV lines
- Give intramuscular injections if certified
- Take x-rays in the urgent care center
- Schedule hospital admissions

A medical assistant may not:
- Interpret test results
"""


@pytest.fixture
def posting(tmp_path: Path) -> Path:
    path = tmp_path / "posting.txt"
    path.write_text(POSTING)
    return path


def rows(run: Any, *words: object) -> list[dict[str, Any]]:
    result = run("check", *words, "--format", "json")
    return json.loads(result.stdout)


def test_json_is_as_the_interface_says(run: Any, posting: Path) -> None:
    found = rows(run, posting, "--state", "WY")
    by_duty = {r["duty_id"]: r for r in found}
    assert by_duty["start_iv"]["verdict"] == "prohibited"
    assert by_duty["perform_venipuncture"]["verdict"] == "delegable"
    assert by_duty["inject_intramuscular"]["verdict"] == "conditional"
    assert by_duty["inject_intramuscular"]["conditional"] is True
    assert by_duty["interpret_test_results"]["polarity"] == "negated"
    assert by_duty["interpret_test_results"]["asked"] is False
    for row in found:
        assert row["file"] == str(posting)
        assert POSTING[row["start"] : row["end"]] == row["text"]
        for rule in row["rules"]:
            assert {"rule_id", "status", "citation", "authority", "checked", "url", "source_id"} <= set(rule)
    assert [r["start"] for r in found] == sorted(r["start"] for r in found)


@pytest.mark.parametrize(
    ("name", "data"), [("a.pdf", pdf(pages=2)), ("a.docx", docx()), ("a.html", b"<p>Draw blood</p>")]
)
def test_offsets_point_at_the_words_of_every_reader(name: str, data: bytes, run: Any, tmp_path: Path) -> None:
    from pipeline.reading import read_file

    (tmp_path / name).write_bytes(data)
    text = read_file(tmp_path / name).text
    found = rows(run, tmp_path / name, "--state", "WY")
    assert any(r["duty_id"] == "perform_venipuncture" for r in found)
    assert all(text[r["start"] : r["end"]] == r["text"] for r in found)


def test_rows_of_a_table_are_documents_of_their_own(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('text\n"May not:\n- start IV lines"\nDraw blood from patients\n')
    found = {r["duty_id"]: r for r in rows(run, path, "--state", "WY")}
    assert found["start_iv"]["polarity"] == "negated"
    assert found["perform_venipuncture"]["polarity"] == "affirmed"
    assert found["perform_venipuncture"]["text"] == "Draw blood"


def test_context_is_taken_from_the_words_and_shown(run: Any, posting: Path) -> None:
    found = {r["duty_id"]: r for r in rows(run, posting, "--state", "WY")}
    xray = found["take_xrays"]["basis"]
    assert xray["setting"]["value"] == "urgent_care"
    assert xray["setting"]["from"] == "statement"
    assert POSTING[xray["setting"]["start"] : xray["setting"]["end"]] == "urgent care center"
    assert xray["role"] == {
        "value": "medical_assistant",
        "from": "title",
        "words": "Medical Assistant",
        "start": 0,
        "end": 17,
    }
    assert found["start_iv"]["basis"]["setting"]["from"] == "default"
    told = rows(
        run, posting, "--state", "WY", "--setting", "hospital outpatient", "--role", "clinical_medical_assistant"
    )
    assert {r["basis"]["role"]["from"] for r in told} == {"command"}


def test_an_object_is_no_doer_and_an_errand_no_place(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "- Draw blood for the administrative medical assistant\n- Schedule appointments with the hospital\n"
    )
    for row in rows(run, path, "--state", "WY"):
        assert row["role_id"] == "medical_assistant"
        assert row["setting_id"] == "physician_office"


def test_the_state_may_be_left_to_the_document(run: Any, tmp_path: Path) -> None:
    one, two, none = tmp_path / "1.txt", tmp_path / "2.txt", tmp_path / "3.txt"
    one.write_text("Our clinic in Cheyenne, Wyoming\n- Draw blood\n")
    two.write_text("Clinics in Wyoming and Texas\n- Draw blood\n")
    none.write_text("- Draw blood\n")
    result = run("check", one, two, none, "--format", "json")
    assert result.exit_code == 1
    row, *others = json.loads(result.stdout)
    assert [(r["file"], r["duty_id"]) for r in others] == [(str(two), None), (str(none), None)]
    assert row["state"] == "WY"
    assert row["basis"]["state"]["words"] == "Wyoming"
    first, second = result.stderr.splitlines()
    assert "more than one state" in first
    assert "names no state" in second


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("Wyoming, Texas and Ohio, and in Texas", "WY ('Wyoming'), TX ('Texas') and OH ('Ohio')"),
        (
            "Ohio, Iowa, Utah, Texas, Maine, Idaho and Nevada",
            "OH ('Ohio'), IA ('Iowa'), UT ('Utah'), TX ('Texas'), ME ('Maine') and 2 more",
        ),
    ],
)
def test_all_states_that_a_document_names_are_told(named: str, told: str, run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Clinics in {named}\n- Draw blood\n")
    assert run("check", path).stderr == f"{path}: names more than one state: {told} (name it with --state)\n"


def test_the_table_has_the_summary_first_and_the_worst_first(run: Any, posting: Path) -> None:
    out = run("check", posting, "--state", "WY").stdout
    assert out.index("1 prohibited") < out.index("Start intravenous lines") < out.index("Perform venipuncture")
    assert out.index("PROHIBITED") < out.index("ALLOWED ON CONDITIONS") < out.index("NOT ASKED")
    assert "Not legal advice." in out


def test_fail_on_looks_at_what_the_document_affirms(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("- Start IV lines\n")
    assert run("check", path, "--state", "WY").exit_code == 0
    assert run("check", path, "--state", "WY", "--fail-on", "prohibited").exit_code == 1
    assert run("check", path, "--state", "WY", "--fail-on", "reserved", "--fail-on", "silent").exit_code == 0
    path.write_text("Medical assistants may not start IV lines.\n")
    assert run("check", path, "--state", "WY", "--fail-on", "prohibited").exit_code == 0


def test_wrong_usage_offers_the_nearest(run: Any, posting: Path, tmp_path: Path) -> None:
    state = ("--state", "WY")
    for words, near in (
        (("--state", "Wyomin g City"), "Wyoming"),
        ((*state, "--role", "clinical assistents"), "linical"),
    ):
        result = run("check", posting, *words)
        assert result.exit_code in (0, 2)
        assert near in result.output
    assert run("check", posting, "--state", "Atlantis").exit_code == 2
    assert run("check", posting, *state, "--fail-on", "bad").exit_code == 2
    assert run("check", tmp_path / "none.txt", "--state", "WY").exit_code == 2


def test_broken_documents_are_told_and_the_others_read(run: Any, posting: Path, tmp_path: Path) -> None:
    few = [b for b in BROKEN if len(b[1]) < 1_000_000]
    for name, data, _ in few:
        (tmp_path / name).write_bytes(data)
    result = run("check", *(tmp_path / name for name, _, _ in few), posting, "--state", "WY", "--format", "json")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == [str(tmp_path / name) for name, _, _ in few]
    assert "Traceback" not in result.output
    found = json.loads(result.stdout)
    assert {r["file"] for r in found if r["duty_id"]} == {str(posting)}
    assert [r["file"] for r in found if r["problem"]] == [str(tmp_path / name) for name, _, _ in few]


HOSTILE = (
    'Draw blood <script>alert(1)</script> "><img src=x onerror=alert(2)> \x1b[31mred\x1b]0;title\x07 {{ 7*7 }}\n'
    "=cmd|' /C calc'!A0 Start IV lines\n"
)


def test_hostile_text_comes_out_inert(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "<img src=x>\x1b[2J.txt"
    path.write_text(HOSTILE)
    table = run("check", path, "--state", "WY").stdout
    assert "\x1b" not in table
    assert "\x07" not in table
    html = run("check", path, "--state", "WY", "--format", "html").stdout
    for live in ("<script", "<img", "onerror=alert(2)>", "\x1b", "<b>Stat.", "javascript:"):
        assert live not in html.replace("&lt;img src=x onerror=alert(2)&gt;", "")
    assert "{{ 7*7 }}" in html
    assert "Wyo. &lt;b&gt;Stat.&lt;/b&gt;" in html


def test_the_html_report_stands_alone_and_its_links_lead_somewhere(run: Any, posting: Path, tmp_path: Path) -> None:
    from selectolax.lexbor import LexborHTMLParser

    out = tmp_path / "report.html"
    result = run("check", posting, posting, "--state", "WY", "--format", "html", "--out", out)
    assert result.stdout == ""
    page = LexborHTMLParser(out.read_text())
    assert not page.css("script, link, img, iframe")
    ids = [n.attributes["id"] for n in page.css("[id]")]
    assert len(ids) == len(set(ids))
    links = [n.attributes["href"] or "" for n in page.css("a")]
    assert all(x.removeprefix("#") in ids for x in links if x.startswith("#"))
    assert all(x.startswith(("#", "https://", "http://")) for x in links)
    for mark in page.css("sup"):
        mark.decompose()
    assert [n.text() for n in page.css(".text")] == [POSTING, POSTING]
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_overlapping_marks_show_the_worse_verdict_and_keep_every_letter(small_out: Path) -> None:
    from datetime import date

    from pipeline.checking import Basis, CheckedFile, CheckedMention
    from pipeline.checking.as_html import pieces_of
    from pipeline.checking.found import entries_of
    from pipeline.checking.law import Law
    from pipeline.reading import ReadText
    from pipeline.release import Release

    law = Law(Release(small_out), date(2026, 11, 26))
    basis = Basis("medical_assistant", "default")

    def mention(start: int, end: int, duty: str) -> CheckedMention:
        answer = law.answer("WY", duty, "medical_assistant", "physician_office", "physician")
        return CheckedMention(start, end, duty, "affirmed", False, (0, 20), None, basis, basis, answer)

    found = (mention(2, 10, "perform_venipuncture"), mention(6, 14, "start_iv"), mention(6, 8, "give_injections"))
    checked = CheckedFile(ReadText("a", "01234567890123456789", None, "text"), Basis("WY", "command"), found)
    pieces = pieces_of(checked, entries_of(checked))
    assert "".join(p.text for p in pieces) == checked.read.text
    assert [(p.text, p.verdict) for p in pieces] == [
        ("01", ""),
        ("2345", "delegable"),
        ("67", "prohibited"),
        ("89", "prohibited"),
        ("0123", "prohibited"),
        ("456789", ""),
    ]


def test_as_of_reaches_the_law(run: Any, posting: Path) -> None:
    found = rows(run, posting, "--state", "WY", "--as-of", "2020-01-01")
    assert {r["as_of"] for r in found} == {"2020-01-01"}


@pytest.mark.parametrize(
    ("line", "setting"),
    [
        ("High school diploma required", None),
        ("Experience in a nursing home preferred", None),
        ("Does not work in the emergency department", None),
        ("Our nursing home is on Main Street", "nursing_facility"),
    ],
)
def test_what_was_learnt_or_is_wished_for_is_no_setting(
    line: str, setting: str | None, run: Any, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Medical Assistant\n\nDuties:\n- Draw blood\n\n{line}.\n")
    told = rows(run, path, "--state", "WY")[0]["basis"]["setting"]
    assert (told["value"] if told["from"] != "default" else None) == setting


def test_front_matter_of_both_kinds_is_no_text(run: Any, tmp_path: Path) -> None:
    for sign, is_ in (("---", ":"), ("+++", " =")):
        path = tmp_path / "a.md"
        path.write_text(
            f'{sign}\ntitle{is_} "Medical Assistant"\nlink{is_} "https://x/draw-blood"\n{sign}\nGives shots.\n'
        )
        assert [r["duty_id"] for r in rows(run, path, "--state", "WY")] == ["give_injections"]
