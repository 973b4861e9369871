"""Sentences and documents of few words with cues thrown in anyhow, and what was made of them when recorded.

No one says that each reading is the right one: a change of the reader that changes them is to be looked at. Record them
anew with `python -m tests.matching.test_recorded`.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest

from pipeline.matching import CompiledLexicon
from tests.matching.plain import GRAMMAR, plain_compiled, plain_lexicon
from tests.matching.test_plain import GLUE, LITTLE, SAID, SHAPES, THINGS, some
from tests.matching.test_plain_cues import found

RECORDED = Path(__file__).with_name("recorded.txt")
DOCUMENTS = Path(__file__).with_name("recorded_documents.txt")
CUES = [
    word
    for role in (
        *("actor", "holder", "we", "modal", "be", "by", "negation", "negation_short", "negation_after", "turn"),
        *("requirement_before", "requirement_after", "requirement_end", "education_before", "ability", "condition"),
        *("only", "allowed", "answer_no", "answer_yes", "pause", "relative", "seek", "procedure", "pronoun"),
    )
    for word in GRAMMAR[role]
]
DOINGS = some(
    """
    draws blood | drawing blood | blood is drawn | gives pills | pills are given | giving oral pills | ecg | ecgs |
    suturing | sutures are performed | tests urine | urine testing | assists with sutures | assists in giving pills |
    diagnose | recording the room | puts urine | the scale | delegate sutures | collection of blood |
    the nurse draws blood |
    nurses | the assistant gives pills | you may draw blood | may not give pills | is not drawn | no ecg |
    who give pills
    """
)
POOLS = [DOINGS, CUES, THINGS, SAID, SHAPES, LITTLE]
PARTS = 20


def made(number: int, seed: int) -> list[str]:
    """The same each time: some short, some of more than forty words."""
    chance = random.Random(seed)
    out = []
    while len(out) < number:
        pools = chance.choices(
            [DOINGS, CUES, THINGS, SAID, SHAPES, LITTLE], [6, 5, 2, 2, 2, 2], k=chance.randint(2, 16)
        )
        text = "".join(chance.choice(pool) + chance.choice(GLUE) for pool in pools).strip(" ,;:-/(")
        if text[1:2] != ")":
            out.append(text)
    return out


HEADS = some(
    """
    Duties | Benefits | Requirements | Prohibited | Course | Xx | Xx xx | You may not | You cannot: | Prohibited: |
    Not allowed: | Allowed: | Nurse: | Assistant | The nurse: | We | Our team: | The assistant may: | Procedures |
    Only nurses | Who may draw blood? | May the assistant give pills? | Does the nurse test urine? | Knowledge of: |
    Except: | If certified: | Experience | Seeking | Do not: | Duties of the nurse | You will: | Training | Learn to: |
    May | You never | Xx forbidden: | Patients: | Assists with: | Draws blood by the xx: | Give | Includes:
    """
)
ANSWERS = some(
    """
    Yes | No | No. | Yes, daily | No, the nurse | Only nurses | You may not | They may | Never | Not allowed | Xx |
    No: not before xx | Yes, if certified | It is forbidden | The physician | You, not the nurse | No, never
    """
)
MARKS = [*[""] * 3, "- ", "- ", "* ", "  - ", "1. ", "a) ", "# ", "## ", "| ", "✗ ", "☑ ", "(25%) "]
MARKS += ["Q: ", "A: ", "> "]
ENDS = ["", "", "", ".", ".", ";", ":", ",", "?", "!", " |", " xx xx xx xx xx xx xx xx"]
BREAKS = ["\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\n\n\n"]


def documents(number: int, seed: int) -> list[str]:
    """The same each time: three to nine lines of headings, list items, questions, answers and sentences."""
    chance = random.Random(seed)
    sentences = made(number * 2, seed + 1)
    out = []
    for _ in range(number):
        text = ""
        for _ in range(chance.randint(3, 9)):
            pool = chance.choices([HEADS, ANSWERS, DOINGS, sentences], [4, 2, 5, 2])[0]
            words = chance.choice(pool)
            words = words[0].upper() + words[1:] if chance.random() < 0.7 else words
            text += chance.choice(MARKS) + words + chance.choice(ENDS) + chance.choice(BREAKS)
        out.append(text)
    return out


def _as_line(text: str) -> str:
    return text.replace("\r", "\\r").replace("\n", "\\n")


def _as_text(line: str) -> str:
    return line.replace("\\r", "\r").replace("\\n", "\n")


def _rows(path: Path) -> list[tuple[str, str]]:
    rows = path.read_text(encoding="utf-8").split("\n")
    return [(_as_text(text), reading) for text, _, reading in (row.partition(" => ") for row in rows if row)]


@pytest.mark.parametrize("part", range(PARTS))
def test_read_as_recorded(plain: CompiledLexicon, part: int) -> None:
    for text, reading in _rows(RECORDED)[part::PARTS]:
        assert found(plain, text) == reading, text


@pytest.mark.parametrize("part", range(PARTS))
def test_documents_read_as_recorded(plain: CompiledLexicon, part: int) -> None:
    for text, reading in _rows(DOCUMENTS)[part::PARTS]:
        assert found(plain, text) == reading, text


def _record(compiled: CompiledLexicon, texts: list[str], path: Path) -> None:
    told = [(text, found(compiled, text)) for text in texts]
    path.write_text(
        "".join(f"{_as_line(text)} => {reading}\n" for text, reading in told if reading), encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        lexicon = plain_compiled(plain_lexicon(Path(folder)))
        _record(lexicon, made(1_500, 12), RECORDED)
        _record(lexicon, documents(700, 21), DOCUMENTS)
