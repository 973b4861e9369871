"""Answers that are pictures, and pictures that answer nothing."""

from __future__ import annotations

import pytest

from pipeline.reading.blocks import render
from pipeline.reading.html import blocks_of

YES = [
    '<img src="a.png" alt="Yes">', '<img alt="check">', '<img alt="Check mark">', '<img alt="green check">', "✔️",
    '<img src="/img/green-check.svg?v=2">', '<i class="fa fa-check"></i>',
    '<i class="fas fa-check-circle" aria-hidden="true"></i>',
    '<span class="icon-check" aria-label="Yes"></span>', '<span class="glyphicon glyphicon-ok"></span>', "&#10003;",
    "&#9989;",
    '<svg aria-label="Yes"><path d="m0"/></svg>', '<svg><title>Check</title></svg>',
    '<svg><use href="#icon-check"></use></svg>',
    '<i class="material-icons">check</i>', '<input type="checkbox" checked>',
    '<span role="img" aria-label="check mark">✅</span>',
    '<i class="bi bi-check-lg"></i> Yes', '<i class="fa fa-check-square-o"></i>', '<i class="far fa-thumbs-up"></i>',
]  # fmt: skip
NO = [
    '<img alt="No">', '<img alt="Red X">', '<img alt="x mark">', '<img alt="cross">', '<img alt="Not allowed">',
    "&#10060;", "❌",
    '<img src="cross.png">', '<i class="fa fa-times"></i>', '<i class="fa-solid fa-xmark"></i>',
    '<span class="icon-close"></span>',
    '<i class="fa fa-ban" aria-hidden="true"></i><span class="sr-only">No</span>', '<svg class="icon icon-x"></svg>',
    "⛔",
    '<i class="material-icons">close</i>', '<span class="glyphicon glyphicon-remove"></span>', "&#x2717;", "🚫", "✖️",
    '<i class="mdi mdi-close-circle"></i>', '<span aria-label="No" class="dot"></span>',
]  # fmt: skip


def lines_of(page: str) -> list[str]:
    return [line for line in render(blocks_of(page)[0]).split("\n") if line]


@pytest.mark.parametrize(("sign", "said"), [(x, "Yes") for x in YES] + [(x, "No") for x in NO])
def test_a_picture_answers_in_its_cell(sign: str, said: str) -> None:
    other = "<i class='fa fa-times'></i>" if said == "Yes" else "<i class='fa fa-check'></i>"
    rows = [("Task", "RN", "MA"), ("Start IVs", other, sign), ("Draw blood", "✓", "✓")]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    assert lines_of(f"<table>{cells}</table>") == ["Task | RN | MA", f"Start IVs | {said}", "Draw blood | Yes"]


def test_boxes_that_are_not_checked() -> None:
    rows = "".join(
        f"<tr><td>{task}</td><td><input type=checkbox {box}></td></tr>"
        for task, box in (("Start IVs", ""), ("Draw blood", "checked"))
    )
    page = f"<table><tr><th>Task</th><th>MA</th></tr>{rows}</table>"
    assert lines_of(page) == ["Task | MA", "Start IVs | No", "Draw blood | Yes"]


def test_pictures_in_items_of_lists() -> None:
    page = """<ul><li><i class="fa fa-times"></i> Start IVs</li><li><img alt="check"> Draw blood</li>
    <li><i class="fa fa-check" aria-hidden=true></i>Take vitals</li>
    <li><svg class="icon-close"></svg>Give chemo</li></ul>"""
    assert lines_of(page) == ["- ✗ Start IVs", "- Draw blood", "- Take vitals", "- ✗ Give chemo"]


@pytest.mark.parametrize(
    "sign",
    [
        '<img alt="Clinic">', '<img src="nurse.png">', '<i class="fa fa-phone"></i>',
        '<span class="no-wrap">daily</span>',
        '<span class="check">daily</span>', '<i>No gloves</i>', '<span class="col-x"></span>', '<img alt="">',
        '<b></b>',
        '<i class="fa fa-star" title="New"></i>', '<span class="close"></span>',
        '<i class="fa fa-times" style="display: none"></i>',
    ],
)  # fmt: skip
def test_other_pictures_say_nothing(sign: str) -> None:
    assert (
        lines_of(f"<ul><li>{sign} Draw blood</li></ul>")[0].replace("daily ", "").replace("No gloves ", "")
        == "- Draw blood"
    )


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        (
            "<tr><th rowspan=2>Task</th><th colspan=2>Role</th></tr><tr><th>RN</th><th>MA</th></tr>"
            "<tr><td>Start IVs</td><td>Yes</td><td>No</td></tr><tr><td>Draw blood</td><td>No</td><td>Yes</td></tr>",
            ["Task | RN | MA", "Start IVs | No", "Draw blood | Yes"],
        ),
        (
            "<tr><th>Task</th><th colspan=2>Role</th></tr><tr><td></td><td>RN</td><td>MA</td></tr>"
            "<tr><td>Start IVs</td><td>X</td><td></td></tr><tr><td>Draw blood</td><td>X</td><td>X</td></tr>",
            ["Task | RN | MA", "Start IVs | No", "Draw blood | Yes"],
        ),
        (
            "<tr><th rowspan=2>Task</th><th colspan=2>RN</th><th colspan=2>MA</th></tr>"
            "<tr><th>Yes</th><th>No</th><th>Yes</th><th>No</th></tr>"
            "<tr><td>Start IVs</td><td>X</td><td></td><td></td><td>X</td></tr>"
            "<tr><td>Draw blood</td><td>X</td><td></td><td>X</td><td></td></tr>",
            ["Task | RN Yes | RN No | MA Yes | MA No", "Start IVs | No", "Draw blood | Yes"],
        ),
        (
            "<tr><th>Task</th><th colspan=2>MA</th></tr><tr><td>Start IVs</td><td>No</td><td>see 4</td></tr>",
            ["Task | MA", "Start IVs | No | see 4"],
        ),
    ],
)
def test_a_head_of_two_rows(head: str, lines: list[str]) -> None:
    assert lines_of(f"<table>{head}</table>") == lines


def test_a_definition_that_answers_a_question_is_no_item_of_a_list() -> None:
    page = (
        "<dl><dt>Do assistants draw blood?</dt><dd>Yes, daily.</dd><dt>Vaccines</dt><dd>Given by nurses</dd></dl>"
        "<p>May they start IVs?</p><ul><li>Yes</li><li>No</li></ul>"
    )
    assert [line for line in render(blocks_of(page)[0]).split("\n") if line] == [
        "Do assistants draw blood?", "Yes, daily.", "Vaccines", "- Given by nurses",
        "May they start IVs?", "- Yes", "- No",
    ]  # fmt: skip
