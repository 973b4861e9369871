"""Lines broken at a width: what a line's end parts, and what it does not."""

from __future__ import annotations

import pytest

from pipeline.matching import CompiledLexicon, segment
from tests.matching.test_plain_cues import found

WIDE = "Xx xx xx xx xx xx xx xx xx draws blood"  # of 38 characters; in "blood chart" the assistant draws nothing


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{WIDE}\nchart", "bleed"),  # too narrow
        (f"Xx {WIDE}\nchart", ""),
        (f"Xx {WIDE} chart", ""),
        (f"X {WIDE}\nchart", ""),
        (f"{WIDE}  \nchart", "bleed"),  # blanks at the end are no width
        (f"Xx {WIDE}  \n  chart", ""),
        (f"Xx {WIDE}\r\nchart", ""),
        (f"Xx {WIDE}\nchart and xx xx xx xx xx xx xx xx xx xx xx", ""),  # the second line is longer by four
        (f"Xx {WIDE}\nchart and xx xx xx xx xx xx xx xx xx xx xx xx xx", "bleed"),  # "chart" had room above
        (f"Xx {WIDE} xx\nxx draws blood\nchart", "bleed, bleed"),
        (f"Xx {WIDE} xx\n\nXx draws blood\nchart", "bleed, bleed"),  # another paragraph
        (f"- Xx {WIDE}\n  chart", ""),
        (f"- Xx {WIDE}\n- xx\n  draws blood\n  chart", "bleed, bleed"),
        (f"éé {WIDE}\nchart", ""),
        (f"é {WIDE[:-2]}xx\nchart", ""),
        (f"| Xx {WIDE}\nchart", "bleed"),  # a row of a table
        (f"Xx {WIDE} |\nchart", "bleed"),
        (f"Xx {WIDE}.\nChart", "bleed"),
        (f"Xx {WIDE}\n\nchart", "bleed"),
    ],
)
def test_words_over_the_end_of_a_line(plain: CompiledLexicon, text: str, wanted: str) -> None:
    assert found(plain, text) == wanted


LONG = "Xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx"  # 44 characters
NEXT = "Yyyy" + LONG[4:]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (f"{LONG}\n{NEXT}\nZz", 1),
        (f"{LONG}\nYyyyyyyy\nZz", 3),  # the second line has room for the third
        (f"{LONG}\nYyyyyyyy", 2),  # two lines do not tell
        (f"{LONG}.\n{NEXT}.\nZz", 3),
        (f"{LONG}\n9{LONG[1:]}\nZz", 1),
        (f"{LONG}\n- {NEXT}\n- Zz", 3),
        (f"{LONG}\n# {NEXT}\nZz", 3),
        (f"{LONG}\nb) {LONG}\nZz", 3),
        (f"{LONG} | xx\n{NEXT} | xx\nZz", 3),
        (f"{LONG[:20]}\nYy {LONG[:20]}\nZz", 3),  # too narrow
        (f"- {LONG}\n  {NEXT}\n  Zz", 1),
        (f"{LONG}\n{NEXT}\nZz\n\nXx", 2),
        (f"Xx\n\n\n{LONG}\n{NEXT}\nZz", 2),
    ],
)
def test_capitals_open_no_statement_in_a_paragraph_broken_at_a_width(
    plain: CompiledLexicon, text: str, statements: int
) -> None:
    assert len(segment(plain, text)) == statements
