"""Tables in documents: whose answer counts, which column allows, what is a label; grids of a PDF without columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import read_file
from pipeline.reading.blocks import render
from pipeline.reading.pdf_blocks import blocks_of
from pipeline.reading.pdf_grids import grids_of
from pipeline.reading.pdf_lines import Line
from pipeline.reading.tables import blocks_of_table


# Rows parted by "//", cells by "|", and the lines that are made of them.
@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("Task|RN|MA // Start IVs|Yes|No", ["Task | RN | MA", "Start IVs | No"]),
        ("Task|MA|RN // Start IVs|N|Y // Vitals|Y|N", ["Task | MA | RN", "Start IVs | No", "Vitals | Yes"]),
        ("Task|RN|MA // Start IVs|✓| // Vitals|✓|✓", ["Task | RN | MA", "Start IVs | No", "Vitals | Yes"]),
        ("Task|Lead MA|MA // Sutures|Yes|No // Vitals|No|Yes", ["Task | Lead MA | MA", "Sutures | No", "Vitals | Yes"]),
        ("Task|RN|LPN // Start IVs|Yes|No", ["Task | RN | LPN", "RN: Start IVs"]),
        ("Task|RN|MA // Lines // IVs|X| // Blood|X|X", ["Task | RN | MA", "Lines:", "IVs | No", "Blood | Yes"]),
        ("Task|RN|MA // Blood|X|X // Wounds|| // IVs|X|", ["Task | RN | MA", "Blood | Yes", "Wounds | No", "IVs | No"]),
        ("Task|RN|MA // Calls|R|— // BP|R|R // Dose|R|I", ["Task | RN | MA", "Calls | No", "BP | Yes", "Dose | No"]),
        ("Task|MA|Note // IVs|No|see 4 // Vitals|Yes|", ["Task | MA | Note", "IVs | No | see 4", "Vitals | Yes"]),
        ("Task|MA // Shots|Yes, with training // IVs|✗", ["Task | MA", "Shots | Yes, with training", "IVs | No"]),
        ("Task|MA // Enemas|Never // IVs|N/A // Vitals|", ["Task | MA", "Enemas | Never", "IVs | No", "Vitals"]),
        ("Task|Allowed|Not allowed // Blood|X| // IVs||X", ["Task | Allowed | Not allowed", "Blood | Yes", "IVs | No"]),
        ("Task|Prohibited? // Blood|No // IVs|Yes", ["Task | Prohibited?", "Blood | Yes", "IVs | No"]),
        ("Skill|MA performs|RN only // ECG|X| // IVs||X", ["Skill | MA performs | RN only", "ECG | Yes", "IVs | No"]),
        ("Skill|MA|RN only // ECG|X| // IVs||", ["Skill | MA | RN only", "ECG | Yes", "IVs | No"]),
        ("Enemas|Not allowed // Blood|Yes", ["Enemas | Not allowed", "Blood | Yes"]),
        ("Task|Allowed // IVs|No", ["Task | Allowed", "IVs | No"]),
        ("|Allowed // IVs|No", ["Allowed", "IVs | No"]),
        ("Permitted|Prohibited // Blood|IVs // Vitals|", ["Permitted:", "- Blood", "- Vitals", "Prohibited:", "- IVs"]),
        ("Area|May do|May not do // Lab|Blood|IVs", ["May do:", "- Lab: Blood", "May not do:", "- Lab: IVs"]),
        ("MA|Physician // Draws blood|Prescribes", ["MA:", "- Draws blood", "Physician:", "- Prescribes"]),
        ("MA|Physician // Draws blood|", ["MA:", "- Draws blood"]),
        ("Nurse|Notes // Draws blood|daily", ["Nurse | Notes", "Draws blood | daily"]),
        ("Allowed|Days // Blood|daily", ["Allowed | Days", "Blood | daily"]),
        ("Permitted|Prohibited", ["Permitted | Prohibited"]),
        ("Duties|Draws blood // Prohibited|IVs // Pay|", ["Duties:", "- Draws blood", "Prohibited:", "- IVs", "Pay"]),
        ("Duties|Blood // Town|Rome // Road|5 // Sea|6", ["Duties | Blood", "Town | Rome", "Road | 5", "Sea | 6"]),
        ("Duties|Blood // Pay|$9 // Town|Rome", ["Duties:", "- Blood", "Pay:", "- $9", "Town:", "- Rome"]),
        ("Duties|Blood|1 // Education|GED|2", ["Duties | Blood | 1", "Education | GED | 2"]),
        ("1|Rooms patients|40 // 2|Draws blood|20", ["1 | Rooms patients | 40", "2 | Draws blood | 20"]),
        ("Id|Task|Why|MA // S-1|IVs|x2|No // S-2|BP||Yes", ["Id Task | Why | MA", "S-1 IVs | No | x2", "S-2 BP | Yes"]),
        ("#|Task|MA // 1.2|IVs|No // 1.3|BP|Yes", ["№ Task | MA", "1.2 IVs | No", "1.3 BP | Yes"]),
        ("#|Task|MA // 1|IVs|No // Two|BP|Yes", ["№ | Task | MA", "1 | No | IVs", "Two | Yes | BP"]),
        (
            "Task|Who|Note // Botox|MD|MAs may not // Calls|MD|",
            ["Task | Who | Note", "Botox | MD | MAs may not", "Another employee: Calls"],
        ),
        ("Draws blood // Gives shots", ["Draws blood", "Gives shots"]),
        (" | // Draws blood|", ["Draws blood"]),
        ("", []),
    ],
)  # fmt: skip
def test_tables(table: str, lines: list[str]) -> None:
    rows = [row.split("|") for row in table.split(" // ")] if table else []
    assert [line for line in render(blocks_of_table(rows)).split("\n") if line] == lines


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.docx"])
def test_every_reader_reads_a_grid_by_its_columns(name: str, tmp_path: Path) -> None:
    rows = [("Task", "RN", "MA"), ("Start IVs", "Yes", "No"), ("Draw blood", "Yes", "Yes")]
    path = tmp_path / name
    if name == "a.html":
        cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
        path.write_text(f"<h1>Policy</h1><table>{cells}</table><p>Done.</p>")
    elif name == "a.md":
        lines = [f"| {' | '.join(row)} |" for row in rows]
        path.write_text("\n".join(["# Policy", "", lines[0], "|---|---|---|", *lines[1:], "", "Done."]))
    else:
        import docx

        document = docx.Document()
        document.add_heading("Policy", 1)
        table = document.add_table(3, 3)
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                table.cell(i, j).text = cell
        document.add_paragraph("Done.")
        document.save(str(path))
    lines = [line for line in read_file(path).text.split("\n") if line]
    assert lines == ["# Policy", "Task | RN | MA", "Start IVs | No", "Draw blood | Yes", "Done."]


def line(text: str, bottom: float, left: float = 50, right: float = 500, size: float = 10) -> Line:
    return Line(text, left, right, bottom, bottom + 10, size, False)


# Lines of a page, and the rows of the grid that is found in them; none: its columns cannot be told.
@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            ["Policy.", "Task RN MA", "Start IVs Yes No", "Draw blood Yes Yes"],
            (("", "RN", "MA"), ("Start IVs", "Yes", "No"), ("Draw blood", "Yes", "Yes")),
        ),
        (["Draw blood Yes", "Start IVs No"], (("Draw blood", "Yes"), ("Start IVs", "No"))),
        (
            [
                "Task RN MA",
                "Start IVs Yes No",
                "Take X rays Yes Yes, after training",
                "Draw blood Yes (any) Y – if able",
            ],
            (
                ("", "RN", "MA"),
                ("Start IVs", "Yes", "No"),
                ("Take X rays", "Yes", "Yes, after training"),
                ("Draw blood", "Yes (any)", "Y – if able"),
            ),
        ),
        (
            ["RN MA", "Teach Yes, alone No, only RNs", "Swab Yes after training Yes", "Start IVs Yes –"],
            (
                ("", "RN", "MA"),
                ("Teach", "Yes, alone", "No, only RNs"),
                ("Swab", "Yes after training", "Yes"),
                ("Start IVs", "Yes", "–"),
            ),
        ),
        (["Skill Student does Student sees", "ECG X", "Catheters X"], None),
        (["Task RN Nobody", "Start IVs Yes No", "Draw blood Yes Yes"], None),
    ],
)
def test_grids_of_a_pdf(lines: list[str], rows: tuple[tuple[str, ...], ...] | None) -> None:
    grid, *others = grids_of([line(text, 700 - 12 * n) for n, text in enumerate(lines)])
    assert not others
    assert grid.rows == rows
    assert grid.last == len(lines)


def test_one_line_that_ends_in_a_word_like_an_answer_is_no_grid() -> None:
    assert grids_of([line("The answer is No", 700), line("Draw blood", 688)]) == []


@pytest.mark.parametrize(
    "texts",
    [
        ["Medical assistants", "Can they start IVs? No, only RNs.", "Can they draw blood? Yes, after training."],
        ["Medical assistants", "May they start IVs? No", "Can they draw blood? Yes, after training."],
        ["RN MA", "We say Yes, and mean it", "We say No, and mean it No"],
    ],
)
def test_questions_with_answers_are_no_grid(texts: list[str]) -> None:
    assert grids_of([line(text, 700 - 12 * n) for n, text in enumerate(texts)]) == []


def test_a_note_on_an_answer_loses_no_grid(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    rows = ("Task RN MA", "Start IVs Yes No", "Draw blood Yes Yes, after training", "ECG Yes Yes", "Triage Yes No")
    for n, text in enumerate(rows):
        canvas.drawString(72, 700 - 20 * n, text)
    canvas.save()
    found = read_file(path)
    assert found.unread == ()
    lines = [text for text in found.text.split("\n") if text]
    assert lines == ["RN | MA", "Start IVs | No", "Draw blood | Yes, after training", "ECG | Yes", "Triage | No"]


def test_a_grid_stands_in_its_place_and_one_without_columns_is_left_out() -> None:
    texts = ["Above.", "Task RN MA", "Start IVs Yes No", "Draw blood Yes Yes", "Below.", "ECG X", "Catheters X", "End."]
    blocks = blocks_of([[line(text, 700 - 30 * n) for n, text in enumerate(texts)]])
    assert [b.text for b in blocks] == ["Above.", "RN | MA", "Start IVs | No", "Draw blood | Yes", "Below.", "End."]


def test_a_grid_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    for n, text in enumerate(("What students may do at the site", "12-lead ECG X", "Urinary catheters X", "The end.")):
        canvas.drawString(72, 700 - 20 * n, text)
    canvas.save()
    found = read_file(path)
    assert found.unread == ("page 1: a table whose columns cannot be told apart",)
    assert "catheters" not in found.text


def test_pdf_columns_numbers_and_lists_without_signs() -> None:
    page = [
        line("3. Limits of the role", 700, size=14),
        line("The assistant may not:", 680, right=180),
        line("start an IV", 668, left=70, right=130),
        line("give chemotherapy", 656, left=70, right=160),
        line("Nobody here allows assistants to start", 640),
        line("lines, or to triage calls.", 705, left=320, right=420),
    ]
    lines = [text for text in render(blocks_of([page])).split("\n") if text]
    assert lines == [
        "# 3. Limits of the role",
        "The assistant may not:",
        "start an IV",
        "give chemotherapy",
        "Nobody here allows assistants to start lines, or to triage calls.",
    ]
