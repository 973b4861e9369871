"""A document of another occupation is told; one that names several roles says as what it was judged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.checking.occupations import occupations_in, with_article
from tests.reading.makers import docx

DUTIES = "\n\nDuties:\n- Draw blood\n- Start IV lines\n"


def told(run: Any, path: Path, *words: str) -> tuple[str, str, list[str]]:
    """What the text, the HTML and the JSON say."""
    table = run("check", path, "--state", "WY", *words).stdout
    html = run("check", path, "--state", "WY", *words, "--format", "html").stdout
    found = json.loads(run("check", path, "--state", "WY", *words, "--format", "json").stdout)
    return table, html, list(dict.fromkeys(n for row in found for n in row["notes"]))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Phlebotomist", "a phlebotomist"),
        ("Patient Care Technician (PCT)", "a patient care technician"),
        ("Registered Nurse - Family Practice", "a registered nurse"),
        ("Position: Pharmacy Tech II", "a pharmacy technician"),
        ("Dental Assistant", "a dental assistant"),
        ("Certified Surgical Technologist", "a surgical technologist"),
        ("RN", "a registered nurse"),
        ("Clinic Nurse", "a clinic nurse"),
        ("X-ray Technician", "an x-ray technician"),
    ],
)
def test_another_occupation_is_told_in_every_format(title: str, name: str, run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(title + DUTIES)
    line = (
        f"This document calls its holder {name}; it is judged as medical_assistant; "
        "give --role to judge it as another role."
    )
    table, html, notes = told(run, path)
    assert f"Note: {line}" in table
    assert line in html
    assert notes == [line]


@pytest.mark.parametrize(
    "title",
    [
        "Medical Assistant",
        "Clinical Medical Assistant (reports to Registered Nurse)",
        "Physician's Office Medical Assistant",
        "Premier Physicians Group: clinical policy",
        "Tasks delegated by a registered nurse",
        "Nurse triage policy",
        "Careers",
        "- Assist the phlebotomist",
    ],
)
def test_what_names_no_other_holder_is_not_told(title: str, run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(title + DUTIES)
    table, _, notes = told(run, path)
    assert "Note:" not in table
    assert notes == []


def test_only_title_and_first_heading_count(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<title>Careers</title><p>Our team</p><h2>Phlebotomist</h2><ul><li>Draw blood</li></ul>")
    assert "calls its holder a phlebotomist" in told(run, path)[0]
    path.write_text("<h1>Medical Assistant</h1><p>Draw blood.</p><h2>Phlebotomist</h2><p>Start IV lines.</p>")
    assert "Note:" not in told(run, path)[0]
    path = tmp_path / "b.txt"
    path.write_text("Assist the registered nurse and draw blood\n")
    assert "Note:" not in told(run, path)[0]


def test_a_title_with_several_occupations_says_as_what_it_was_judged(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Medical Assistant / LPN" + DUTIES)
    table, html, notes = told(run, path)
    line = 'Its title names more than one occupation ("Medical Assistant" and "LPN"); it is judged as medical_'
    assert line in table
    assert line.split("(")[0] in html
    assert notes[0].startswith(line)
    (first, *_) = json.loads(run("check", path, "--state", "WY", "--format", "json").stdout)
    assert first["basis"]["title"] == [
        {"value": "medical_assistant", "from": "title", "words": "Medical Assistant", "start": 0, "end": 17},
        {"value": "licensed practical nurse", "from": "title", "words": "LPN", "start": 20, "end": 23},
    ]


def test_a_role_and_its_wider_role_are_one(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Medical Assistant / Clinical Medical Assistant" + DUTIES)
    assert "Note:" not in told(run, path)[0]
    path.write_text("Clinical Medical Assistant / Administrative Medical Assistant" + DUTIES)
    assert "more than one occupation" in told(run, path)[0]


def test_a_role_that_was_told_is_said_to_be_told(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Phlebotomist" + DUTIES)
    table, _, notes = told(run, path, "--role", "clinical_medical_assistant")
    assert "calls its holder a phlebotomist; it is judged as clinical_medical_assistant, as told." in table
    assert notes[0].endswith("as told.")


def test_statements_of_several_roles_are_told(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Medical Assistant\n\n- Draw blood\n- Certified medical assistants start IV lines\n"
        "- Certified medical assistants take x-rays\n"
    )
    table = told(run, path)[0]
    assert "It speaks of several roles, and is judged as each where it speaks of it: " in table
    assert "Medical assistant (1)" in table
    assert "Nationally certified medical assistant (2)" in table


def test_rows_share_a_note(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        'text\n"Phlebotomist\n\n- Draw blood"\n"Medical Assistant\n\n- Draw blood"\n"Phlebotomist\n\n- IVs"\n'
    )
    table, _, notes = told(run, path)
    assert table.count("Note:") == 1
    assert ": this document calls its holder a phlebotomist;" in table
    assert notes[0].startswith("This document calls")


def test_a_document_without_duties_is_told_of_too(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Registered Nurse\n\nFree parking.\n")
    table, html, _ = told(run, path)
    assert "calls its holder a registered nurse" in table
    assert "calls its holder a registered nurse" in html
    (tmp_path / "a.docx").write_bytes(docx())
    assert "Note:" not in told(run, tmp_path / "a.docx")[0]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Medical Assistant Phlebotomist", [("phlebotomist", True)]),
        ("Duties of surgical techs", [("surgical technician", False)]),
        ("Registered nurse vs. medical assistant", [("registered nurse", False)]),
        ("Nurses and physicians", []),
        ("Nurses", [("nurse", True)]),
        ("They work for physicians, podiatrists, dentists", []),
        ("Ophthalmic Medical Technologists", [("ophthalmic medical technologist", True)]),
        ("rn", []),
        ("Nursing Assistant, CNA", [("nursing assistant", True), ("certified nursing assistant", True)]),
    ],
)
def test_occupations_of_titles(title: str, names: list[tuple[str, bool]]) -> None:
    assert [(o.name, o.holder) for o in occupations_in(title)] == names


def test_articles() -> None:
    assert with_article("emergency medical technician") == "an emergency medical technician"
    assert with_article("unit secretary") == "a unit secretary"
    assert with_article("MRI technologist") == "an MRI technologist"
