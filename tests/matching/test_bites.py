"""Texts that few changes of the kernel survive: what each word, mark and line does, and what it leaves alone."""

from __future__ import annotations

import pytest

from pipeline.matching import explain, segment


def readings(compiled, text: str) -> list[str]:
    """What was found in order: '-' denied, '?' on a condition, '[kind]' where it is no duty of the job-holder."""
    return [
        ("-" if c.polarity == "negated" else "")
        + c.duty_id
        + ("" if c.kind == "duty" else f" [{c.kind}]")
        + (" ?" if c.conditional else "")
        for c in explain(compiled, text)
        if c.kept
    ]


BLOOD, IV, VITALS, SHOT = "perform_venipuncture", "start_iv", "measure_vital_signs", "give_injections"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Who does it
        ("The physician may start IVs", [f"{IV} [other_actor]"]),
        ("The physician, who starts IVs, is here", [f"{IV} [other_actor]"]),
        ("The nurse and the physician start IVs", [f"{IV} [other_actor]"]),
        ("Nurses quickly start IVs", [f"{IV} [other_actor]"]),
        ("Physician orders; start IVs", [IV]),
        ("For the provider to review, draw blood", [BLOOD]),
        ("Blood is drawn by the nurse", [f"{BLOOD} [other_actor]"]),
        ("Blood is drawn by the medical assistant", [BLOOD]),
        ("Blood is collected as ordered by the physician", [BLOOD]),
        ("It is the nurse who draws blood", [f"{BLOOD} [other_actor]"]),
        ("Medical assistants who draw blood take vitals", [BLOOD, VITALS]),
        ("Under the physician, draw blood", [BLOOD]),
        ("Works with the nurse to draw blood", [BLOOD]),
        ("The nurse draws blood, and you take vital signs", [f"{BLOOD} [other_actor]", VITALS]),
        ("The doctor sutures while you take vital signs", [VITALS]),
        ("The physician reviews the results and the assistant draws blood", [BLOOD]),
        ("Helps the nurse draw blood and starts IVs", [BLOOD, IV]),
        ("We draw blood", [f"{BLOOD} [company]"]),
        ("Our clinic provides injections", [f"{SHOT} [company]"]),
        ("We are seeking an assistant to draw blood", [BLOOD]),
        # Denied, and how far
        ("Start IVs is not permitted", [f"-{IV}"]),
        ("Starting IVs, giving injections and drawing blood are prohibited", [f"-{IV}", f"-{SHOT}", f"-{BLOOD}"]),
        ("Starting IVs (with a helper) is not allowed", [f"-{IV}"]),
        ("Starting IVs: No", [f"-{IV}"]),
        ("Start IVs - not allowed", [f"-{IV}"]),
        ("May not start IVs, give injections or draw blood", [f"-{IV}", f"-{SHOT}", f"-{BLOOD}"]),
        ("May not start IVs; draws blood", [f"-{IV}", BLOOD]),
        ("Does not start IVs, but draws blood", [f"-{IV}", BLOOD]),
        ("Does not draw blood, you take vital signs", [f"-{BLOOD}", VITALS]),
        ("Must not start IVs, may draw blood", [f"-{IV}", BLOOD]),
        ("You may never draw blood", [f"-{BLOOD}"]),
        ("If this does not keep you busy, you draw blood", [BLOOD]),
        ("The nurse or doctor may not start IVs", [f"-{IV}"]),
        # On a condition
        ("If certified, draw blood", [f"{BLOOD} ?"]),
        ("Draw blood if certified", [f"{BLOOD} ?"]),
        ("Draw blood as permitted", [f"{BLOOD} ?"]),
        ("Cannot draw blood unless certified", [f"-{BLOOD} ?"]),
        # Asked for, or learnt
        ("Must have experience drawing blood", [f"{BLOOD} [requirement]"]),
        ("Draw blood required", [f"{BLOOD} [requirement]"]),
        ("EKG experience preferred, draws blood", ["record_ecg [requirement]", BLOOD]),
        ("Experience with injections; draws blood", [f"{SHOT} [requirement]", BLOOD]),
        ("Knowledge of drawing blood", [f"{BLOOD} [requirement]"]),
        ("Injections a plus", [f"{SHOT} [requirement]"]),
        ("Ability to draw blood", [BLOOD]),
        ("Must be able to draw blood and start IVs", [BLOOD, IV]),
        ("Training in phlebotomy and EKG", [f"{BLOOD} [requirement]", "record_ecg [requirement]"]),
        ("Completed a course in giving injections", [f"{SHOT} [education]"]),
        ("Flu vaccine required", []),
        ("Draw blood required, start IVs", [f"{BLOOD} [requirement]", f"{IV}"]),
        ("Draw blood required; start IVs", [f"{BLOOD} [requirement]", f"{IV}"]),
        ("Draw blood required (BLS)", [f"{BLOOD} [requirement]"]),
        ("(draw blood required) or BLS", [f"{BLOOD} [requirement]"]),
        ("Draw blood required and start IVs", [f"{BLOOD} [requirement]", f"{IV}"]),
        ("Must take a course in phlebotomy before performing EKGs", [f"{BLOOD} [education]", "record_ecg"]),
        # Lists and shapes
        ("Without starting IVs, draws blood", [f"-{IV}", BLOOD]),
        ("Not draw blood, start IVs or give injections", [f"-{BLOOD}", f"-{IV}", f"-{SHOT}"]),
        ("Prepare charts for the provider to review, draw blood", ["maintain_medical_records", BLOOD]),
        ("The nurse charts; however, draws blood", [BLOOD]),
        ("Physician charts but you draw blood", [BLOOD]),
        ("Blood is drawn, by the nurse", [BLOOD]),
        ("Injections may be given by a nurse or you", [SHOT]),
        ("Injections must not be given", [f"-{SHOT}"]),
        ("Blood should never be drawn", [f"-{BLOOD}"]),
        ("Injections, you give", [SHOT]),
        ("Collection of blood", [BLOOD]),
        ("Drawing of blood", [BLOOD]),
        ("collects necessary blood samples", [BLOOD]),
        ("taking vital signs, billing, drawing blood", [VITALS, "submit_claims", BLOOD]),
        ("carefully and quickly draws blood", [BLOOD]),
        ("patients who need injections", []),
        ("including drawing blood and starting IVs", [BLOOD, IV]),
        ("duties, which include drawing blood, starting IVs", [BLOOD, IV]),
        ("perform tests, including EKGs, and draw blood", ["record_ecg", BLOOD]),
        ("Draw patients 'blood'", [BLOOD]),
        ("Draw blood … • start IVs", [BLOOD, IV]),
        # Questions and answers
        ("Can a medical assistant draw blood? No.", [f"-{BLOOD}"]),
        ("Can a medical assistant draw blood? Yes.", [BLOOD]),
        ("Can a medical assistant draw blood? No, only a nurse may.", [f"-{BLOOD}"]),
        ("Can a medical assistant draw blood?\nThe answer is no.", [f"-{BLOOD}"]),
        ("Can a medical assistant draw blood?\nNo\nTake vital signs", [f"-{BLOOD}", VITALS]),
        ("Who draws blood? You take vital signs.", [f"{BLOOD} [heading]", VITALS]),
        ("May assistants give injections? That depends. Draw blood.", [f"{SHOT} [heading]", BLOOD]),
        ("May assistants give injections?\n- No\n- Yes", [f"{SHOT} [heading]"]),
        # Under a heading
        ("# What medical assistants can and cannot do\n- Draw blood", [BLOOD]),
        ("# Requirements\n- Draw blood\n- Quickly draw blood", [BLOOD, BLOOD]),
        ("# Requirements\nYou must draw blood", [BLOOD]),
        ("# Education\n- Course in drawing blood", [f"{BLOOD} [education]"]),
        ("# Benefits\n- Flu shots\n- Blood draws", ["administer_vaccines [company]", f"{BLOOD} [company]"]),
        ("# Benefits\n- Draws blood", [BLOOD]),
        ("# Prohibited\n- Draw blood\n- Start IVs", [f"-{BLOOD}", f"-{IV}"]),
        ("# Duties\n- Draw blood\n# Prohibited duties\n- Start IVs", [BLOOD, f"-{IV}"]),
        ("# Prohibited\n## Duties\n- Draw blood", [BLOOD]),
        ("# Prohibited\n## Blood\n- Draw blood", [f"-{BLOOD}"]),
        ("May not:\n- start IVs\n- draw blood\nDuties:\n- give injections", [f"-{IV}", f"-{BLOOD}", SHOT]),
    ],
)
def test_what_is_said_of_a_duty(compiled, text: str, found: list[str]) -> None:
    assert readings(compiled, text) == found


def lines(compiled, text: str) -> list[str]:
    """The statements: '#' before a heading, its level, its words, and behind '<' what stands above it."""
    return [
        f"{'#' if s.is_heading else ''}{s.level} {s.text}" + "".join(f" < {h}" for h in reversed(s.headings))
        for s in segment(compiled, text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Assistants here\ndraw blood from\nadults", ["0 Assistants here\ndraw blood from\nadults"]),
        ("Goes on,\r\n\tdraw blood", ["0 Goes on,\r\n\tdraw blood"]),
        ("Goes on  \r\n  draw blood", ["0 Goes on  \r\n  draw blood"]),
        ("Goes on\nolder patients", ["0 Goes on\nolder patients"]),
        ("Ends here.\ndraw blood", ["0 Ends here", "0 draw blood"]),
        ("Ends here!\ndraw blood", ["0 Ends here", "0 draw blood"]),
        ("Ends here?\ndraw blood", ["0 Ends here", "0 draw blood"]),
        ("Ends here;\ndraw blood", ["0 Ends here", "0 draw blood"]),
        ("Ends here:\ndraw blood", ["#0 Ends here", "0 draw blood < Ends here"]),
        ("Ends here. \r\ndraw blood", ["0 Ends here", "0 draw blood"]),
        ("Goes on\nDraw blood", ["0 Goes on", "0 Draw blood"]),
        ("# Heading\ndraw blood", ["#1 Heading", "0 draw blood < Heading"]),
        ("Goes on\no draw blood", ["#0 Goes on", "1 draw blood < Goes on"]),
        ("Goes on\n- draw blood", ["#0 Goes on", "1 draw blood < Goes on"]),
        ("\ndraw blood", ["0 draw blood"]),
        ("#Draw blood", ["0 Draw blood"]),
        ("####### Draw blood", ["0 Draw blood"]),
        ("###### Draw blood\nx", ["#6 Draw blood", "0 x < Draw blood"]),
        ("- a\n  - b\n    - c\n\t- d\n   - e", ["1 a", "2 b", "3 c", "2 d", "2 e"]),
        ("* A\n+ B\no C\n• D\n‣ E\n▪ F\n● G\n· H\n-I\n--J", [*(f"1 {x}" for x in "ABCDEFGHI"), "0 J"]),
        ("1. A\n23) B\n456. C\nB) D\n1) E", ["1 A", "1 B", "1 C", "1 D", "1 E"]),
        ("*A", ["0 A"]),
        ("-\n- \n", []),
        ("**Draw blood**\nWeigh patients  \n", ["0 Draw blood", "0 Weigh patients"]),
        ("Title Line\n\n- A\n- B", ["#0 Title Line", "1 A < Title Line", "1 B < Title Line"]),
        ("A Title\n\nSome text about it.", ["0 A Title", "0 Some text about it"]),
        ("Benefits\n\nDental insurance.\n", ["#0 Benefits", "0 Dental insurance < Benefits"]),
        ("One line only:", ["#0 One line only"]),
        (
            "Must do:\n- A\n- Group:\n  - B\n- C",
            ["#0 Must do", "1 A < Must do", "#1 Group < Must do", "2 B < Group < Must do", "1 C < Must do"],
        ),
        (
            "# A\n## B\n### C\nOne.\n## D\nTwo.\n# E\nThree.",
            [
                "#1 A",
                "#2 B < A",
                "#3 C < B < A",
                "0 One < C < B < A",
                "#2 D < A",
                "0 Two < D < A",
                "#1 E",
                "0 Three < E",
            ],
        ),
        ("Duties: \t\r\n- A", ["#0 Duties", "1 A < Duties"]),
        ("**Duties:**\n- A", ["#0 Duties", "1 A < Duties"]),
        ("Duties:\r\n- A\r\n- B", ["#0 Duties", "1 A < Duties", "1 B < Duties"]),
        ("Ends here.**\n- A", ["0 Ends here", "1 A"]),
        ("# A\n# B\nText", ["#1 A", "#1 B", "0 Text < B"]),
    ],
)
def test_lines_and_what_stands_above_them(compiled, text: str, found: list[str]) -> None:
    assert lines(compiled, text) == found


def test_a_paragraph_behind_bullets_is_not_led_by_the_line_above_them(compiled) -> None:
    short, long = "Eight words that are led by the line", "Nine words that are not led by the line now."
    for paragraph, led in ((short, " < Duties"), (long, "")):
        found = lines(compiled, f"Duties:\n- Draw blood\n\n{paragraph}")
        assert found == ["#0 Duties", "1 Draw blood < Duties", f"0 {paragraph.rstrip('.')}{led}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("patient's blood", ["patient's blood"]),
        ("'draw blood'", ["draw blood"]),
        ("e.g. this. Next", ["e.g. this", "Next"]),
        ("Dr. Smith. Next", ["Dr. Smith", "Next"]),
        ("A. B. Draw blood", ["A. B. Draw blood"]),
        ("patients.Responsible for", ["patients", "Responsible for"]),
        ("p.Responsible", ["p.Responsible"]),
        ("v1.2 is out", ["v1.2 is out"]),
        ('Draw (blood). "Weigh." Next', ["Draw (blood", "Weigh", "Next"]),
        ("Really?! Yes", ["Really", "Yes"]),
        ("Draw blood 🩸. Weigh", ["Draw blood", "Weigh"]),
        ("• Draw • Weigh", ["Draw", "Weigh"]),
        ("Draw blood! \nWeigh? Greet.", ["Draw blood", "Weigh", "Greet"]),
        ("tests...Draw blood", ["tests...Draw blood"]),
        ("a.m. to p.m. daily", ["a.m. to p.m. daily"]),
        ("Draw. blood", ["Draw. blood"]),
        ("ends.) Next", ["ends", "Next"]),
        ("ends.\u201d Next", ["ends", "Next"]),
        ("ends.\u00a0Next", ["ends", "Next"]),
        ("Draw blo\u00adod", ["Draw blo\u00adod"]),
        ("naïve Ärzte ﬁnd", ["naïve Ärzte ﬁnd"]),
    ],
)
def test_sentences_and_where_they_end(compiled, text: str, found: list[str]) -> None:
    assert [s.text for s in segment(compiled, text)] == found
    assert all(text[s.start : s.end] == s.text for s in segment(compiled, text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DRAW BLOOD", [BLOOD]),
        ("Draw ‘blood’ – take vital signs", [BLOOD, VITALS]),
        ("Draws patient’s blood", [BLOOD]),
        ("Draws the patient's blood", [BLOOD]),
        ("ｄｒａｗ blóod", [BLOOD]),
        ("Draw blood/start IVs", [BLOOD, IV]),
        ("Draw blood & start IVs", [BLOOD, IV]),
        ("Draws blood&starts IVs", [BLOOD, IV]),
        ("Draw bloodTake vital signs", [BLOOD, VITALS]),
        ("Draw bloodY", []),
        ("Drawblood", []),
        ("Draw; blood", []),
        ("x" * 5000 + "; draw blood", [BLOOD]),
        ("word " * 1100 + "; draw blood", [BLOOD]),
    ],
)
def test_letters_and_marks_within_a_sentence(compiled, text: str, found: list[str]) -> None:
    assert readings(compiled, text) == found


def test_spans_are_those_of_the_words(compiled) -> None:
    text = "# Ärzte\n- “Dräw” the 🩸 patient’s blood, then take vital signs daily"
    spans = [text[c.start : c.end] for c in explain(compiled, text) if c.kept]
    assert spans == ["Dräw” the 🩸 patient’s blood", "take vital signs"]
    for text in ("Don’t wait; draw blood", "O’Brien’s “‘room’”; draw blood", "é–é—é…; draw blood", "Ä & B; draw blood"):
        assert [text[c.start : c.end] for c in explain(compiled, text) if c.kept] == ["draw blood"]
    (last,) = segment(compiled, "Ärzte. & draw blood")[1:]
    assert (last.text, last.start) == ("& draw blood", 7)
    text = "# Ärzte\n- “Dräw” the 🩸 patient’s blood, then take vital signs daily"
    (first, *_) = [c for c in explain(compiled, text) if c.kept]
    assert text[slice(*first.statement)] == text[text.index("Dräw") :]
