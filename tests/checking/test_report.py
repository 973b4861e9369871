"""The report: one row for each duty, its places with their lines, what stands both ways, and the text that was read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.checking.lines import Lines, lines_in_words
from pipeline.cli import cli
from pipeline.faults import InputFaults
from tests.reading.makers import docx, pdf

BOTH = "Medical Assistant\n\n- Start IV lines\n- Draw blood\n\nMedical assistants may not start IV lines.\n"
LONG = "answer telephones, greet patients and visitors, room patients, clean exam rooms, stock exam rooms"


def rows(run: Any, *words: object) -> list[dict[str, Any]]:
    return json.loads(run("check", *words, "--state", "WY", "--format", "json").stdout)


def write(tmp_path: Path, text: str, name: str = "a.txt") -> Path:
    path = tmp_path / name
    path.write_text(text)
    return path


# one row


def test_a_duty_that_a_statement_says_twice_is_one_row_with_its_places(run: Any, tmp_path: Path) -> None:
    text = "Medical Assistant\n\nPerforms phlebotomy and blood draws, drawing blood.\n"
    (row,) = [r for r in rows(run, write(tmp_path, text)) if r["duty_id"] == "perform_venipuncture"]
    assert [p["text"] for p in row["places"]] == ["Performs phlebotomy", "blood draws", "drawing blood"]
    assert (row["start"], row["end"], row["text"]) == (19, 38, "Performs phlebotomy")
    assert all(text[p["start"] : p["end"]] == p["text"] and p["line"] == 3 for p in row["places"])


def test_places_within_places_are_none() -> None:
    from pipeline.checking.checker import _once_each

    found = [(0, 4, "a", "affirmed", False), (0, 9, "a", "affirmed", True), (5, 9, "a", "affirmed", False)]
    found += [(0, 9, "a", "negated", False), (12, 14, "a", "affirmed", False)]
    assert _once_each(found) == [
        ((0, 9), "a", "affirmed", True, [(12, 14)]),
        ((0, 9), "a", "negated", False, []),
    ]


def test_the_same_words_in_several_lines_are_shown_once_with_their_lines(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, "Duties:\n- Draw blood\n- Take x-rays\n- Draw blood\n- Draw blood daily\n")
    shown = run("check", path, "--state", "WY").stdout
    assert shown.count("Perform venipuncture") == 1
    assert 'lines 2 and 4: "Draw blood"' in shown
    assert 'line 5: "Draw blood daily"' in shown


def test_places_past_the_third_are_told_by_their_lines(run: Any, tmp_path: Path) -> None:
    lines = "\n".join(f"- Draw blood in room {n}" for n in range(6))
    path = write(tmp_path, f"Duties:\n{lines}\n")
    assert "and in 3 more places: lines 5, 6 and 7" in run("check", path, "--state", "WY").stdout
    assert ">7</a>" in run("check", path, "--state", "WY", "--format", "html").stdout


def test_roles_that_the_same_rules_decide_in_the_same_way_share_a_row(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, "Medical Assistant\n\n- Draw blood\n- Certified medical assistants draw blood\n")
    shown = run("check", path, "--state", "WY").stdout
    assert shown.count("Perform venipuncture") == 1
    assert "[Medical assistant, physician's office; Nationally certified medical assistant, physician's" in shown


def test_long_statements_are_shown_around_the_duty(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, f"Medical assistants {LONG}, draw blood, {LONG}.\n")
    shown = run("check", path, "--state", "WY").stdout.partition("Perform venipuncture")[2]
    line = next(x for x in shown.split("\n") if "line 1" in x)
    assert "draw blood" in line
    assert ': "… ' in line
    assert line.endswith('…"')
    assert len(line) < 200


# the law


def test_the_law_has_its_link_and_what_it_decides_together_is_told_once(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, "- Draw blood\n- Perform EKGs\n- Start IV lines\n")
    shown = run("check", path, "--state", "WY").stdout
    assert "For these 2 duties:" in shown
    assert shown.count("Wyo. Stat. § 1(a)") == 1
    assert "\n         http" in shown


def test_a_licensed_act_without_rule_says_so(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, "- Diagnose patients\n")
    for form in ("table", "html"):
        out = run("check", path, "--state", "WY", "--format", form).stdout
        assert "No text that was read gives this licensed act to the role." in out


def test_a_file_is_wrapped_and_a_pipe_is_not(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, f"Medical assistants {LONG}, draw blood.\n")
    run("check", path, "--state", "WY", "--out", tmp_path / "o.txt")
    lines = (tmp_path / "o.txt").read_text().split("\n")
    assert max(len(x) for x in lines if "http" not in x and str(tmp_path) not in x) <= 100
    assert any(len(x) > 100 for x in run("check", path, "--state", "WY").stdout.split("\n"))


# what is only taught or asked for


def test_what_is_only_taught_or_asked_for_is_told(run: Any, tmp_path: Path) -> None:
    wanted = "Requirements\n\n- Experience drawing blood\n- Experience performing EKGs\n"
    path = write(tmp_path, f"Medical Assistant\n\n- Draw blood\n\n{wanted}")
    words = "Named only as asked for or taught, and so not asked of the law: Record electrocardiogram (line 8)."
    for form in ("table", "html"):
        assert words in run("check", path, "--state", "WY", "--format", form).stdout
    taught = write(tmp_path, "# Module 3\n\nStudents will learn to:\n\n- Draw blood\n", "b.md")
    shown = run("check", taught, "--state", "WY").stdout
    assert "so not asked of the law: Perform venipuncture (line 5)." in shown
    assert "No duty was found in it." in shown
    assert "not asked of the law" not in run("check", write(tmp_path, "- Draw blood\n"), "--state", "WY").stdout


def test_each_row_of_a_table_is_told_of_by_itself(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, "text\nDraw blood\nMust have experience drawing blood\n", "a.csv")
    assert "the law: Perform venipuncture (line 2)." in run("check", path, "--state", "WY").stdout


def test_json_tells_too_what_is_only_taught_or_asked_for(run: Any, tmp_path: Path) -> None:
    note = "Named only as asked for or taught, and so not asked of the law: Perform venipuncture (line 3)."
    taught = write(tmp_path, "Students will learn to:\n\n- Draw blood\n")
    (row,) = rows(run, taught)
    assert (row["duty_id"], row["verdict"], row["places"], row["notes"]) == (None, None, [], [note])
    done = write(tmp_path, "Duties\n\n- Start IV lines\n\nRequirements\n\n- Experience drawing blood\n", "b.txt")
    (row,) = rows(run, done)
    assert row["duty_id"] == "start_iv"
    assert row["notes"] == [note.replace("line 3", "line 7")]
    table = write(tmp_path, "text\nStart IV lines\nTake x-rays\nMust have experience drawing blood\n", "a.csv")
    told = [(r["line"], r["duty_id"], len(r["notes"])) for r in rows(run, table)]
    assert told == [(1, "start_iv", 0), (2, "take_xrays", 0), (3, None, 1)]


# what was not read


def test_what_of_a_document_was_not_read_stands_in_every_report(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, "Policy\n\nGive chemo      No      Yes\nTake vitals     Yes     No\n\n- Draw blood\n")
    assert "a table whose columns cannot be told apart" in run("check", path, "--state", "WY").stderr
    for form in ("table", "html"):
        assert "Not read: lines" in run("check", path, "--state", "WY", "--format", form).stdout


def test_documents_that_could_not_be_checked_stand_in_the_report(run: Any, tmp_path: Path) -> None:
    good, bad = write(tmp_path, "- Draw blood\n"), write(tmp_path, "", "<b>.pdf")
    page = run("check", good, bad, "--state", "WY", "--format", "html").stdout
    assert "Not checked: " in page
    assert "&lt;b&gt;.pdf: is empty" in page
    run("check", good, bad, "--state", "WY", "--out", tmp_path / "o.txt")
    assert f"Not checked: {tmp_path}" in " ".join((tmp_path / "o.txt").read_text().split())
    run("check", good, write(tmp_path, "- Draw blood in Ohio and Texas\n", "b.txt"), "--out", tmp_path / "o.txt")
    assert "b.txt: names more than one state" in " ".join((tmp_path / "o.txt").read_text().split())
    assert "Not checked" not in run("check", good, bad, "--state", "WY").stdout, "told on standard error already"


def test_json_tells_what_was_not_read_and_what_could_not_be_checked(run: Any, tmp_path: Path) -> None:
    grid = "Policy\n\nGive chemo      No      Yes\nTake vitals     Yes     No\n"
    none, some = write(tmp_path, grid, "none.txt"), write(tmp_path, f"{grid}\n- Draw blood\n", "some.txt")
    bad = write(tmp_path, "", "bad.pdf")
    silent, found, failed = rows(run, none, some, bad)
    for row in (silent, found):
        assert ["a table whose columns cannot be told apart" in part for part in row["unread"]] == [True]
    assert (silent["file"], silent["duty_id"], silent["problem"]) == (str(none), None, None)
    assert (found["duty_id"], found["problem"]) == ("perform_venipuncture", None)
    assert (failed["file"], failed["duty_id"], failed["unread"]) == (str(bad), None, [])
    assert failed["problem"].startswith("is empty")
    assert list(silent) == list(found) == list(failed), "the same fields everywhere"


def test_a_text_that_only_asks_for_duties_gives_no_row_in_python(small_out: Path) -> None:
    from scopebook import Release

    assert Release(small_out).check("Students will learn to:\n\n- Draw blood\n", state="WY").is_empty()


# both ways


def test_what_stands_both_as_done_and_as_forbidden_is_told(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, BOTH)
    words = "tands both as done and as forbidden: done in line 3, forbidden in line 6."
    table = run("check", path, "--state", "WY").stdout
    assert f"Note: Start intravenous lines: s{words}" in table
    assert table.count(f"    S{words}") == 2
    assert f"S{words}" in run("check", path, "--state", "WY", "--format", "html").stdout
    found = {(r["duty_id"], r["polarity"]): r for r in rows(run, path)}
    done, denied = found["start_iv", "affirmed"], found["start_iv", "negated"]
    assert done["notes"] == denied["notes"] == [f"S{words}"]
    assert [c["line"] for c in done["contradicted_by"]] == [6]
    assert [c["line"] for c in denied["contradicted_by"]] == [3]
    assert found["perform_venipuncture", "affirmed"]["contradicted_by"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Medical assistants start IV lines.\nAdministrative medical assistants may not start IV lines.\n",
        "Medical assistants start IV lines.\nMedical assistants may not draw blood.\n",
        "Medical assistants give vaccines.\nMedical assistants give all vaccines except travel vaccines.\n",
    ],
)
def test_other_roles_and_other_duties_do_not_contradict(text: str, run: Any, tmp_path: Path) -> None:
    assert "both as done" not in run("check", write(tmp_path, text), "--state", "WY").stdout


def test_rows_of_a_table_do_not_contradict_each_other(run: Any, tmp_path: Path) -> None:
    path = write(tmp_path, "text\nStart IV lines\nMay not start IV lines\n", "a.csv")
    found = rows(run, path)
    assert {r["polarity"] for r in found} == {"affirmed", "negated"}
    assert all(r["contradicted_by"] == [] for r in found)


# the text that was read


def test_lines_are_told_and_the_text_is_written(run: Any, tmp_path: Path) -> None:
    for name, data in (("a.docx", docx()), ("a.pdf", pdf()), ("a.html", b"<p>Hello</p><p>Draw blood</p>")):
        path = tmp_path / name
        path.write_bytes(data)
        found = rows(run, path, "--text-out", tmp_path / "read")
        written = tmp_path / "read" / f"{name}.txt"
        text = written.read_bytes().decode()
        assert found
        for row in found:
            assert row["text_file"] == str(written)
            assert text[row["start"] : row["end"]] == row["text"]
            assert row["text"].split("\n")[0] in text.split("\n")[row["line"] - 1]
        assert str(written) in run("check", path, "--state", "WY", "--text-out", tmp_path / "read").stdout
        assert "--text-out writes it" in run("check", path, "--state", "WY").stdout


def test_files_of_one_name_are_written_apart(run: Any, tmp_path: Path) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, f"Draw blood in {folder}\n")
    found = rows(run, *(tmp_path / f / "a.txt" for f in "abc"), "--text-out", tmp_path / "read")
    assert sorted(p.name for p in (tmp_path / "read").iterdir()) == ["a.txt-2.txt", "a.txt-3.txt", "a.txt.txt"]
    for row in found:
        text = Path(row["text_file"]).read_text()
        assert text == Path(row["file"]).read_text()
        assert text[row["start"] : row["end"]] == row["text"]


def test_the_html_report_counts_the_lines_of_the_text(run: Any, tmp_path: Path) -> None:
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(run("check", write(tmp_path, BOTH), "--state", "WY", "--format", "html").stdout)
    for mark in page.css("sup"):
        mark.decompose()
    assert [n.text() for n in page.css(".line")] == BOTH.splitlines(keepends=True)


def test_lines() -> None:
    lines = Lines("ab\n\nc\u2028d\r\n")
    assert [lines.at(n) for n in (0, 2, 3, 4, 6, 8, 9)] == [1, 1, 2, 3, 3, 3, 4]
    assert lines_in_words([3]) == "line 3"
    assert lines_in_words([3, 5, 3]) == "lines 3 and 5"
    assert lines_in_words(range(1, 10), most=4) == "lines 1, 2, 3 and 6 more"


@pytest.mark.parametrize(
    ("out", "mend"),
    [("no/such/o.html", "in a folder that is there"), ("", "not a folder"), ("a.txt/o.html", "in a folder")],
)
def test_a_report_that_cannot_be_written_names_its_own_file(out: str, mend: str, run: Any, tmp_path: Path) -> None:
    done = run("check", write(tmp_path, BOTH), "--state", "WY", "--out", tmp_path / out)
    assert isinstance(done.exception, InputFaults)
    line = done.exception.faults[0].line()
    assert line.startswith(f"{tmp_path / out}: cannot be written: ")
    assert mend in line
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


# the release


def test_a_folder_without_release_is_named_with_what_mends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SCOPEBOOK_OUTPUTS", raising=False)
    write(tmp_path, BOTH)
    done = CliRunner().invoke(cli, ["check", "a.txt", "--state", "WY"])
    assert isinstance(done.exception, InputFaults)
    line = done.exception.faults[0].line()
    assert line.startswith(f"{tmp_path / 'outputs'}: holds no release (")
    assert "--scope" in line
    assert "SCOPEBOOK_OUTPUTS" in line


def test_the_variable_names_the_release(tmp_path: Path, small_out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCOPEBOOK_OUTPUTS", str(small_out))
    write(tmp_path, BOTH)
    assert CliRunner().invoke(cli, ["check", "a.txt", "--state", "WY"]).exit_code == 0
