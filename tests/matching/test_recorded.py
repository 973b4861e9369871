"""Sentences of few words with cues thrown in anyhow, and what was made of them when they were recorded.

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


def lines() -> list[tuple[str, str]]:
    rows = RECORDED.read_text(encoding="utf-8").splitlines()
    return [(text, reading) for text, _, reading in (row.partition(" => ") for row in rows)]


@pytest.mark.parametrize("part", range(PARTS))
def test_read_as_recorded(plain: CompiledLexicon, part: int) -> None:
    for text, reading in lines()[part::PARTS]:
        assert found(plain, text) == reading, text


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        compiled = plain_compiled(plain_lexicon(Path(folder)))
        told = [(text, found(compiled, text)) for text in made(1_500, 12)]
    RECORDED.write_text("".join(f"{text} => {reading}\n" for text, reading in told if reading), encoding="utf-8")
