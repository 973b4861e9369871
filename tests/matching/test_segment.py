"""Where texts are cut."""

from __future__ import annotations

import pytest

from pipeline.matching import segment


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Draw blood. Take vitals.", 2),
        ("Takes approx. 20 calls a day.", 1),
        ("Works with Dr. Smith on exams.", 1),
        ("Open 8 a.m. to 5 p.m. daily", 1),
        ("Records EKG/ECG, i.e. the 12-lead kind", 1),
        ("Draw blood\nTake vitals", 2),
        ("One line that goes\non in lower case", 1),
        ("", 0),
        ("   \n\n", 0),
        ("Really? Yes! Done.", 3),
        ("• Draw blood • Take vitals", 2),
    ],
)
def test_number_of_statements(compiled, text, count):
    assert len(segment(compiled, text)) == count


def test_headings_and_levels(compiled):
    text = "# Job\nIntro text here.\n## Duties\n- Draw blood\n  - From adults\n## Benefits\n- Dental"
    got = [(s.text, s.level, s.headings) for s in segment(compiled, text) if not s.is_heading]
    assert got == [
        ("Intro text here", 0, ["Job"]),
        ("Draw blood", 1, ["Job", "Duties"]),
        ("From adults", 2, ["Job", "Duties"]),
        ("Dental", 1, ["Job", "Benefits"]),
    ]


def test_colon_line_leads_its_bullets(compiled):
    statements = segment(compiled, "You will:\n- Draw blood\n- Take vitals")
    assert [s.headings for s in statements if not s.is_heading] == [["You will"], ["You will"]]


def test_offsets_lead_back_to_the_words(compiled):
    text = "# Aufgaben für Ärzte\n- Blut 🩸 abnehmen\n- Draw blood"
    for s in segment(compiled, text):
        assert text[s.start : s.end] == s.text
        assert [text[a:b] for a, b in s.heading_offsets] == s.headings
    assert segment(compiled, text)[-1].text == "Draw blood"
