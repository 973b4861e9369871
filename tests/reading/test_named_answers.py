"""Lines that answer a task for several people: the job-holder's answer is read, and prose is let alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import read_file
from pipeline.reading.named_answers import read_line

READ = {
    "Ear lavage | MA: No | LPN: Yes | RN: Yes": "Ear lavage | No",
    "Foley insertion ✗ MA   ✓ LPN   ✓ RN": "Foley insertion | No",
    "Injections  MA ✗  RN ✓": "Injections | No",
    "Start IV: MA no, RN yes": "Start IV | No",
    "Start IV - MA: no; RN: yes": "Start IV | No",
    "Draw blood: RN or LPN: yes; MA: no": "Draw blood | No",
    "Injections (IM) - MA: Yes, RN: Yes": "Injections (IM) | Yes",
    "Give injections: RN no, MA yes.": "Give injections | Yes",
    "| Start IV | MA: N | RN: Y |": "  Start IV | No",
    "Flu shots: medical assistants yes, front desk no": "Flu shots | Yes",
    "X-rays: MA no": "X-rays | No",
    "X-ray | MA: No | RN: No": "X-ray | No",
    "Putting in stitches: MA not ok": "Putting in stitches | not ok",
    "IV starts: RN yes, LPN no": "RN: IV starts",
    "Botox: front desk no, owner yes, RN no": None,
    "LPN = injections (MAs: no)": "LPN: injections (MAs: no)",
    "Nurse: yes, MA: no": None,
    "Contact: RN, MA": None,
    "Call the MA, yes?": None,
    "Email the MA; no reply needed": None,
    "Task | RN Yes | RN No | MA Yes | MA No": None,
    "Draws blood and gives injections": None,
    "MA ✗ RN ✓ Start IV": None,
    "x" * 400 + ": MA no": None,
    "MA " * 95: None,
}


@pytest.mark.parametrize("line", READ)
def test_the_answer_of_the_job_holder(line: str) -> None:
    told = read_line(line)
    assert told == READ[line]
    assert told is None or len(told) <= len(line)


@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_read_in_every_format(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"policy.{ending}"
    line = "Start IV: MA no, RN yes"
    file.write_text(f"<ul><li>{line}</li></ul>" if ending == "html" else f"- {line}\n")
    assert read_file(file).text.split("\n")[0].rstrip() == "- Start IV | No"
