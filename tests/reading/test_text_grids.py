"""Grids in plain text: found by their columns, and read as other grids are; prose in columns is let alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import read_file
from pipeline.reading.text_grids import grids_of_lines

# A text, and what its lines are read as, without blanks at their ends.
GRIDS = [
    ("Delegation grid\n\tMA\tRN\nThroat swab\tY\tY\nStart IV\tN\tY\nX-ray\tN\tN",
     "Delegation grid\n  MA | RN\nThroat swab | Yes\nStart IV | No\nX-ray | No"),
    ("| Who | What |\n| --- | --- |\n| MA | vitals, EKG |\n| RN | triage, IV starts |\n| Front desk | phones |",
     "Who | What\n| --- | --- |\nMA | vitals, EKG\nRN: triage, IV starts\nAnother employee: phones"),
    ("Task            MA    How       Notes\nBlood gas (the  No    --        Send it to\n"
     "radial one)                     the lab\nTake vitals     Yes   General   Repeat by",
     "Task | MA | How | Notes\nBlood gas (the radial one) | No | -- | Send it to the lab\n\n"
     "Take vitals | Yes | General | Repeat by"),
    ("Task            MA      RN\nGive chemo or   No      Yes\n  biologics\nTake vitals     Yes     Yes",
     "Task | MA | RN\nGive chemo or | No\n  biologics\nTake vitals | Yes"),  # indented by two: not beneath the cell
    ("Task            MA      RN\nGive chemo or   No      Yes\nBiologics\nTake vitals     Yes     Yes",
     "Task | MA | RN\nGive chemo or Biologics | No\n\nTake vitals | Yes"),
    ("Task            MA      RN\nGive chemo      No      Yes\nvia a port\nor a line\nTake vitals     Yes     Yes",
     "Task | MA | RN\nGive chemo via a port or a line | No\n\n\nTake vitals | Yes"),
    ("Task            MA      RN\nGive chemo      No      Yes\nRooming\nTake vitals     Yes     Yes",
     "Task | MA | RN\nGive chemo | No\nRooming\nTake vitals | Yes"),
    ("Task            MA      RN\nGive chemo      No      Yes\nTake vitals     Yes     Yes",
     "Task | MA | RN\nGive chemo | No\nTake vitals | Yes"),
    ("Task            RN      MA\nGive chemo      Yes     No\nTake vitals     Yes     Yes",
     "Task | RN | MA\nGive chemo | No\nTake vitals | Yes"),
    ("Give chemo ........ No\nTake vitals ....... Yes", "Give chemo | No\nTake vitals | Yes"),
    ("Give chemo . . . . . No\nTake vitals. . . . . Yes", "Give chemo | No\nTake vitals | Yes"),
    ("Give chemo\tNo\nTake vitals\tYes", "Give chemo | No\nTake vitals | Yes"),
    ("Task\tMA\tRN\nGive chemo\tNo\tYes\nTake vitals\tYes\tYes", "Task | MA | RN\nGive chemo | No\nTake vitals | Yes"),
    ("Task\tMA\tRN\nGive chemo\t\tX\nTake vitals\tX\tX", "Task | MA | RN\nGive chemo | No\nTake vitals | Yes"),
    ("Task\t\tMA\tRN\nGive chemo\tNo\tYes\nTake vitals\tYes\tYes",
     "Task | MA | RN\nGive chemo | No\nTake vitals | Yes"),
    ("Give chemo          No\nTake vitals         Yes", "Give chemo | No\nTake vitals | Yes"),
    ("Task            MA      RN\nGive chemo              X\nTake vitals     X       X",
     "Task | MA | RN\nGive chemo | No\nTake vitals | Yes"),
    ("                MA      RN\nGive chemo              ✓\nTake vitals      ✓      ✓",
     "                MA | RN\nGive chemo | No\nTake vitals | Yes"),
    ("Task          MA    RN\n----------    ---   ---\nGive chemo    No    Yes\n\nVitals        Yes   Yes",
     "Task | MA | RN\n----------    ---   ---\nGive chemo | No\n\nVitals | Yes"),
    ("| Task | MA | RN |\n|---|---|---|\n| Give chemo | No | Yes |\n| Vitals | Yes | Yes |",
     "Task | MA | RN\n|---|---|---|\nGive chemo | No\nVitals | Yes"),
    ("Task | MA | RN\nGive chemo | | X\nVitals | X | X", "Task | MA | RN\nGive chemo | No\nVitals | Yes"),
    ("| Skill | MA performs | RN only |\n| ECG | X | |\n| IVs | | X |",
     "Skill | MA performs | RN only\nECG | Yes\nIVs | No"),
    ("Task  |  MA\nIVs  |  No\nBlood  |  Yes\nTable 2\nTask  |  RN  |  MA\nSutures | Yes | No\nCasts | No | Yes",
     "Task | MA\nIVs | No\nBlood | Yes\nTable 2\nTask | RN | MA\nSutures | No\nCasts | Yes"),
    ("Task            Who\nTriage calls    RN\nTake vitals     MA or RN",
     "Task | Who\nRN: Triage calls\nTake vitals | MA or RN"),
    ("Triage calls    RN only\nTake vitals     MA\nShots           Front desk",
     "RN: Triage calls\nTake vitals | MA\nAnother employee: Shots"),
    ("Task         RN   LPN   MA\nCalls        R    I     I\nTake vitals  I    R     R",
     "Task | RN | LPN | MA\nCalls | No\nTake vitals | Yes"),
    ("Task        Allowed     Not allowed\nGive chemo                  X\nVitals         X",
     "Task | Allowed | Not allowed\nGive chemo | No\nVitals | Yes"),
    ("- Give chemo      No\n- Take vitals     Yes", "- Give chemo | No\n- Take vitals | Yes"),
    ("Task          MA     Notes\nGive chemo    No     see policy 4\nTake vitals   Yes    at each visit",
     "Task | MA | Notes\nGive chemo | No | see policy 4\nTake vitals | Yes | at each visit"),
    ("Task          MA\nLines\nStart IVs     No\nBlood\nDraw blood    Yes",
     "Task | MA\nLines\nStart IVs | No\nBlood\nDraw blood | Yes"),
    ("Policy 12.3        Page 2\nGive chemo      No\nTake vitals     Yes",
     "Policy 12.3        Page 2\nGive chemo | No\nTake vitals | Yes"),
    ("Policy 12.3   Page 2   of 4\n\nGive chemo      No\nTake vitals     Yes",
     "Policy 12.3   Page 2   of 4\n\nGive chemo | No\nTake vitals | Yes"),
    ("Task            Who\nTriage calls    RN\nBlood           MA\n\nGive chemo ..... No\nVitals ......... Yes",
     "Task | Who\nRN: Triage calls\nBlood | MA\n\nGive chemo | No\nVitals | Yes"),
    ("Triage calls    RN\nBlood           MA\nShots           MA\n\nGive chemo      No\nVitals          Yes",
     "RN: Triage calls\nBlood | MA\nShots | MA\n\nGive chemo | No\nVitals | Yes"),
    ("give chemo      No\ntake vitals     Yes", "Give chemo | No\nTake vitals | Yes"),
    ("Give chemo      Not performed here\nTake vitals     Yes",
     "Give chemo | No, Not performed here\nTake vitals | Yes"),
]  # fmt: skip
OTHERS = [
    "Draw blood and take the         Benefits: paid leave,\nvital signs of patients.        health insurance, and\n"
    "Room patients.                  a plan for retirement.",
    "Draw blood                      RN\nTake vital signs                on call",
    "Give chemo        No",
    "Draw blood.  Yes\nTake vitals.  No",
    "Title:        Medical Assistant\nReports to:   Nurse Manager\nDepartment:   Nursing",
    "Position      Medical Assistant\nReports to    Nurse Manager\nShift         Days",
    "Step one of the plan    MA\nStep two of the plan    RN",
    "Author        RN\nReviewer      MA",
    "Monday        8-5\nTuesday       9-6",
    "Draws blood .......... page 4\nTakes vitals ......... page 5",
    "Draws blood          daily\nTakes vitals         Yes",
    "1. Duties ........................ 3\n2. Limits ........................ 4",
    "Draw blood   Take vitals\nGive shots   Room patients",
    "Salary        $20\nDraws blood   well",
]  # fmt: skip


def read(tmp_path: Path, text: str) -> str:
    path = tmp_path / "a.txt"
    path.write_text(text)
    return read_file(path).text


@pytest.mark.parametrize(("text", "lines"), GRIDS)
def test_grids(text: str, lines: str, tmp_path: Path) -> None:
    around = f"Policy of the clinic.\n\n{text}\n\nSigned by all."
    found = read(tmp_path, around)
    assert [x.rstrip() for x in found.split("\n")] == [
        "Policy of the clinic.",
        "",
        *lines.split("\n"),
        "",
        "Signed by all.",
    ]


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_grid_is_let_alone(text: str, tmp_path: Path) -> None:
    assert grids_of_lines(text.split("\n")) == []
    assert read(tmp_path, text) == text


def test_offsets_stay_those_of_the_file(tmp_path: Path) -> None:
    text = (
        "Policy\n\nTask            MA      RN\nGive chemo      No      Yes\nTake vitals     Yes     Yes\n\nThe end.\n"
    )
    found = read(tmp_path, text)
    assert len(found) == len(text)
    for words in ("Policy", "Task", "Give chemo", "Take vitals", "The end."):
        assert found.index(words) == text.index(words)


def test_rows_of_several_lines_leave_the_offsets_behind_them(tmp_path: Path) -> None:
    text = "Task            MA   Notes\nGive chemo or   No   Ask any one of\nbiologics            the staff\n"
    text += "Take vitals     Yes\n\nThe end.\n"
    found = read(tmp_path, text)
    assert "Give chemo or biologics | No | Ask any one of the staff\n" in found
    assert len(found) == len(text)
    for words in ("Give chemo", "Take vitals", "The end."):
        assert found.index(words) == text.index(words)


def test_a_grid_without_a_head_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Policy\n\nGive chemo      No      Yes\nTake vitals     Yes     No\n\nThe end.\n")
    found = read_file(path)
    assert found.text.split() == ["Policy", "The", "end."]
    assert found.unread == ("lines 3 to 4: a table whose columns cannot be told apart",)


GRID = "Task            MA      RN\nGive chemo      No      Yes\nTake vitals     Yes     Yes"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"# Policy\n\n```\n{GRID}\n```\n\nDone."),
        ("a.md", f"# Policy\n\n{GRID}\n\nDone."),
        ("a.md", "# Policy\n\n    " + GRID.replace("\n", "\n    ") + "\n\nDone."),
        ("a.html", f"<h1>Policy</h1><pre>\n{GRID}\n</pre><p>Done.</p>"),
    ],
)
def test_grids_of_text_within_other_formats(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text)
    lines = [line for line in read_file(path).text.split("\n") if line]
    assert lines == ["# Policy", "Task | MA | RN", "Give chemo | No", "Take vitals | Yes", "Done."]


@pytest.mark.parametrize("gap", ["\t", " ........ ", "\t\t", "      "])
def test_grids_of_paragraphs_in_word(gap: str, tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("Policy", 1)
    for line in (f"Give chemo{gap}No", f"Do vitals {gap}Yes".replace(" \t", "\t"), "Done."):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    lines = [line for line in read_file(tmp_path / "a.docx").text.split("\n") if line]
    assert lines == ["# Policy", "Give chemo | No", "Do vitals | Yes", "Done."]
