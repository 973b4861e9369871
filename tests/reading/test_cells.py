"""Cells of tables: what they answer in words and signs, and whom they name."""

from __future__ import annotations

import pytest

from pipeline.reading.answers import answer, denies, said
from pipeline.reading.blocks import render
from pipeline.reading.people import excludes, his, is_names
from pipeline.reading.tables import blocks_of_table

NO = [
    "No", "n", "N/A", "n/a", "✗", "❌", "❎", "✖️", "🚫", "–", "Not applicable", "(not performed here)", "[not done]",
    "Not applicable at this site", "Not at this clinic", "Not in our office", "Out of scope",
    "outside scope of practice",
    "Beyond the MA scope", "Provider only", "RN only", "RN/LPN only", "physicians only", "Only by the RN",
    "Not delegated",
    "Refer to provider", "Reserved for RN", "May not perform", "✗ Not here", "No - RN task", "Not for MAs", "Never",
    "Not performed by MA", "Prohibited.", "Can't", "N (nurse only)", "N - RN", "Licensed staff only", "no*", "I",
]  # fmt: skip
YES = [
    "Yes", "y", "X", "✓", "✔️", "✅", "☑", "[x]", "(X)", "👍", "Allowed", "Yes, with training", "✓ with an order", "R",
    "Yes – RN present", "In scope", "Check mark", "Y, once checked", "Y; with RN", "OK", "✓*",
]  # fmt: skip
NONE = [
    "RN", "MA", "Not required", "not to exceed 3 tries", "Not until week 6", "MA only", "Only MAs",
    "No more than 3 daily",
    "With an order", "Draw blood", "daily", "Notes", "only on Mondays", "Front office", "By appointment only", "3",
    "N of 3", "Y2 form", "Y,",
]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "told"),
    [(c, "no") for c in NO]
    + [(c, "yes") for c in YES]
    + [(c, None) for c in NONE]
    + [(c, "") for c in ("", "☐", "[ ]")],
)
def test_answers(cell: str, told: str | None) -> None:
    assert answer(cell) == told


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("(not performed here)", "No, not performed here"),
        ("Not at this clinic.", "No, Not at this clinic"),
        ("Provider only", "No, Provider only"),
        ("✗ Not here", "No, Not here"),
        ("✗ No", "No"),
        ("✓ Yes", "Yes"),
        ("✓ with an order", "Yes, with an order"),
        ("Not allowed", "Not allowed"),
        ("Never", "Never"),
        ("No - RN task", "No - RN task"),
        ("N/A", "No"),
        ("N (nurse only)", "No, nurse only"),
        ("Y, once checked", "Yes, once checked"),
        ("With an order", "With an order"),
    ],
)
def test_what_is_said(cell: str, words: str) -> None:
    assert said(cell) == words


@pytest.mark.parametrize(
    "cell", ["Not fasting", "N/A", "No", "Not daily", "Never on Mondays", "Do not shake the tube", "MA only", "RN", ""]
)
def test_a_note_does_not_deny(cell: str) -> None:
    assert not denies(cell)


HIS = [
    "MA", "CMA", "Medical assistant", "RN or MA", "MA/LPN", "MAs, RNs", "All clinical staff", "Anyone", "Everyone",
    "any staff", "All staff", "Clinical staff", "nursing staff", "MA under RN supervision", "All", "MA only",
    "Certified medical assistant", "MA (after training)", "Phlebotomist", "Any trained team member",
]  # fmt: skip
ANOTHERS = [
    "RN", "RN only", "Provider", "Front desk", "RN or LPN", "Physician", "Nurse", "All providers", "Any RN", "Not MA",
    "Anyone except MAs", "RN (not the MA)", "RN or LPN; MA may not", "Licensed staff", "Physician assistant", "Manager",
    "Front office staff", "Receptionist", "Billing specialist", "Lab",
]  # fmt: skip


@pytest.mark.parametrize(("cell", "is_his"), [(c, True) for c in HIS] + [(c, False) for c in ANOTHERS])
def test_people(cell: str, is_his: bool) -> None:
    assert his(cell) == is_his
    assert is_names(cell) or "after" in cell or "not" in cell


@pytest.mark.parametrize(
    "cell", ["Draws blood", "Assist the provider", "Phone", "Within 2 hours", "Sue", "Yes", "", "2"]
)
def test_what_is_no_name(cell: str) -> None:
    assert not is_names(cell)
    assert not excludes(cell)


# Rows parted by "//", cells by "|", and the lines that are made of them.
@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("Task|Who // Calls|RN // Vitals|MA", ["Task | Who", "RN: Calls", "Vitals | MA"]),
        (
            "Task|Responsible // Calls|Front desk // Vitals|MA or RN",
            ["Task | Responsible", "Another employee: Calls", "Vitals | MA or RN"],
        ),
        (
            "Duty|Performed by|Notes // Calls|Provider|daily // Vitals|All clinical staff|",
            ["Duty | Performed by | Notes", "Provider: Calls | daily", "Vitals | All clinical staff"],
        ),
        ("Who|Task // RN|Calls // MA|Vitals", ["Who | Task", "RN: Calls", "MA | Vitals"]),
        ("Role|Responsibility // RN|Calls // MA|Vitals", ["Role | Responsibility", "RN: Calls", "MA | Vitals"]),
        ("Calls|RN // Vitals|MA", ["RN: Calls", "Vitals | MA"]),
        ("Step|Staff // Calls|RN or LPN // Shots|RN only", ["Step | Staff", "Another employee: Calls", "RN: Shots"]),
        ("Task|Who // Calls|RN (not MA) // Vitals|MA", ["Task | Who", "Calls | No", "Vitals | MA"]),
        (
            "Task|Allowed|Who // IVs|No|MA // Vitals|Yes|MA",
            ["Task | Allowed | Who", "IVs | No | MA", "Vitals | Yes | MA"],
        ),
        ("Task|Who // A: //  // Calls|RN // Vitals|Anyone", ["Task | Who", "A:", "RN: Calls", "Vitals | Anyone"]),
        ("Task|Who may not // IVs|MA // Drugs|RN", ["Task | Who may not", "IVs | No"]),
        # Not who does it
        (
            "Task|Supervised by // Shots|RN // Vitals|Provider",
            ["Task | Supervised by", "Shots | RN", "Vitals | Provider"],
        ),
        ("Task|Ordered by // Shots|Provider", ["Task | Ordered by", "Shots | Provider"]),
        ("Task|Report to // Shots|RN // Falls|MA lead", ["Task | Report to", "Shots | RN", "Falls | MA lead"]),
        ("Task|Tool // Shots|Syringe // Calls|Phone", ["Task | Tool", "Shots | Syringe", "Calls | Phone"]),
        ("Shots|RN // Vitals|Provider", ["Shots | RN", "Vitals | Provider"]),
        (
            "Title|Medical assistant // Reports to|Manager",
            ["Title:", "- Medical assistant", "Reports to:", "- Manager"],
        ),
        # Cells that deny in words, and answers that stand under the head of something else
        (
            "Task|MA // Chemo|(not performed here) // Casts|Not at this clinic // Vitals|Yes",
            ["Task | MA", "Chemo | No, not performed here", "Casts | No, Not at this clinic", "Vitals | Yes"],
        ),
        (
            "Task|MA // Shots|With order // IVs|No // BP|Yes",
            ["Task | MA", "Shots | With order", "IVs | No", "BP | Yes"],
        ),
        (
            "Task|Comments // Blood|daily // Chemo|Provider only",
            ["Task | Comments", "Blood | daily", "Chemo | No, Provider only"],
        ),
        ("Task|Restrictions // Blood|N/A // Shots|None", ["Task | Restrictions", "Blood", "Shots"]),
        ("Task|MA|Restrictions // Blood|Yes|N/A // IVs|No|", ["Task | MA | Restrictions", "Blood | Yes", "IVs | No"]),
        ("Task|Training required // Blood|No // Shots|Yes", ["Task | Training required", "Blood", "Shots | Yes"]),
        ("Task|Frequency // Enemas|Never // Blood|daily", ["Task | Frequency", "Enemas | Never", "Blood | daily"]),
        (
            "Duties|Draws blood. // Limits|May not start IVs.",
            ["Duties:", "- Draws blood.", "Limits:", "- May not start IVs."],
        ),
        (
            "Skill|Method|Date met // A|D|| // B||Not at this site|",
            ["Skill | Method | Date met", "A | Yes", "B | No, Not at this site"],
        ),
        (
            "|MA|RN // Training|9 months|2 years // Draws blood|Yes|Yes // Starts IVs|No|Yes",
            ["MA:", "- Training: 9 months", "- Draws blood: Yes", "- Starts IVs: No",
             "RN:", "- Training: 2 years", "- Draws blood: Yes", "- Starts IVs: Yes"],
        ),
        ("Task|MA // Blood|✓ // IVs|☐", ["Task | MA", "Blood | Yes", "IVs | No"]),
        # An empty cell where another's is marked: theirs, though a "No" stands elsewhere. Where nobody's is: nothing
        (
            "Task|MA|RN // Sedation||X // Casts|X|X // IVs|No|Yes // Calls||",
            ["Task | MA | RN", "Sedation | No", "Casts | Yes", "IVs | No", "Calls"],
        ),
        # "C": with a condition beside "Y" and "N", consulted beside "R"
        (
            "Task|MA|RN // Calls|Y|Y // Shots|C|Y // IVs|N|Y",
            ["Task | MA | RN", "Calls | Yes", "Shots | Yes", "IVs | No"],
        ),
        (
            "Task|MA|RN // Calls|R|I // Shots|C|R // IVs|I|R",
            ["Task | MA | RN", "Calls | Yes", "Shots | No", "IVs | No"],
        ),
    ],
)  # fmt: skip
def test_tables(table: str, lines: list[str]) -> None:
    rows = [row.strip().split("|") for row in table.split(" // ")]
    assert [line for line in render(blocks_of_table(rows)).split("\n") if line] == lines
