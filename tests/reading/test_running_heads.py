"""Heads and feet of pages are left out, so that a list goes on over a page; the text at a page's edge is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import read_file
from pipeline.reading.pdf_lines import Line
from pipeline.reading.running_heads import without_running_heads

TASKS = [f"task {word}" for word in ("one", "two", "three", "four", "five", "six")]
TASKS += [f"{task} and more" for task in TASKS]


def page(texts: list[str], top: float = 700) -> list[Line]:
    return [Line(text, 50, 300, top - 20 * n, top - 20 * n + 10, 10, False) for n, text in enumerate(texts)]


def kept(*pages: list[str]) -> list[list[str]]:
    return [[line.text for line in lines] for lines in without_running_heads([page(texts) for texts in pages])]


@pytest.mark.parametrize(
    "foot",
    [
        "Policy 12.3 - Page 2 of 4", "Page 2", "2", "- 2 -", "2 of 4", "2/4", "Revised 3/2024", "Rev. 03/24",
        "Revision 3",
        "Effective Date: 1/1/2024", "Last updated March 3, 2024", "MA policy | Page 2", "Approved 2024-01-03", "p. 2",
        "Confidential", "Uncontrolled when printed", "© 2024 Mercy Clinic", "Revised: 3/2024 Page 2 of 4",
        "Version 2.1",
    ],
)  # fmt: skip
def test_a_foot_or_head_by_its_words(foot: str) -> None:
    body = [f"- {task}" for task in TASKS]
    assert kept([*body, foot], body) == [body, body]
    assert kept(body, [foot, *body], [foot, "Mercy Clinic", *body], body)[1] == body


def test_lines_that_repeat() -> None:
    one, two, three = (
        ["Mercy Clinic", "Nursing manual", *TASKS[n : n + 4], "Main St 5", "www.mercy.org"] for n in (0, 4, 8)
    )
    assert kept(one, two, three) == [TASKS[:4], TASKS[4:8], TASKS[8:]]
    # Of two pages the first head stays, which may be the title.
    assert kept(one, two) == [["Mercy Clinic", "Nursing manual", *TASKS[:4]], TASKS[4:8]]


def test_the_place_on_the_page_counts() -> None:
    pages = [page([*TASKS[:4], "Mercy Clinic"]), page([*TASKS[4:10], "Mercy Clinic"])]
    assert [len(lines) for lines in without_running_heads(pages)] == [5, 7]


@pytest.mark.parametrize(
    "line",
    [
        "- Draw blood", "Draw blood", "Revised orders are filed", "Effective communication with patients",
        "Give 2 of the tests",
        "Updated charts", "Approved tasks", "Pages the physician", "Version control of forms", "Page the nurse at once",
        "Confidential records are kept locked away from any person who is not of the staff and has no need",
    ],
)  # fmt: skip
def test_text_at_the_edge_of_a_page_stays(line: str) -> None:
    if line.startswith("Confidential"):
        line = line.replace("Confidential", "All confidential")
    assert kept([*TASKS[:6], line], TASKS[6:])[0] == [*TASKS[:6], line]
    assert kept(TASKS[:6], [line, *TASKS[6:]])[1] == [line, *TASKS[6:]]


def test_the_head_of_a_table_stays() -> None:
    pages = [["Mercy Clinic", "Task RN MA", f"{task} Yes No", f"{task} too Yes No"] for task in TASKS[:3]]
    assert kept(*pages) == [texts[1:] for texts in pages]


def test_a_bullet_in_the_same_place_of_two_pages_stays() -> None:
    pages = [["MA", *TASKS[:4], "- Draw blood"], ["RN", *TASKS[4:8], "- Draw blood"]]
    assert kept(*pages) == pages


def test_a_list_goes_on_over_a_page(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    for number, lines in enumerate(
        (["Assistants may not:", "• start IVs"], ["• give chemotherapy", "• suture wounds"])
    ):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 800, "Mercy Clinic")
        for n, line in enumerate(lines):
            canvas.drawString(72, 700 - 20 * n, line)
        canvas.drawString(72, 40, f"Policy 12.3 - Page {number + 1} of 2")
        canvas.showPage()
    canvas.save()
    found = [line for line in read_file(path).text.split("\n") if line]
    assert found == ["Mercy Clinic", "Assistants may not:", "- start IVs", "- give chemotherapy", "- suture wounds"]
