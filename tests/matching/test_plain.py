"""Sentences of few words, thickly set with what the matcher looks at: as brute force finds them, wherever they stand."""

from __future__ import annotations

import random

import pytest

from pipeline.matching import CompiledLexicon, Lexicon, explain
from pipeline.matching.grammar import NOT_DENIED, REASONS
from tests.matching.plain import GRAMMAR, plain_compiled, plain_lexicon
from tests.matching.reference import Reference

SAID = (
    "draw draws drawing drawn collection give gives giving given record records label labels recording charting "
    "book books booking booked perform performs performing performance assist assists assisting test tests testing "
    "weigh weighing reading labeled"
).split()
THINGS = (
    "blood bloods urine sample samples pill pills oral ecg ecgs suture suturing arm left room rooms flu chart charts "
    "diagnose diagnosing prescribe scale clinic xx patient"
).split()
SHAPES = [
    *("draws blood from the arm", "draws blood left arm", "sample left", "gives pills", "ecg arm", "ecg test", "flu pill"),
    *("gives left arm flu pills", "records the room", "records blood", "oral pill", "gives oral pill", "urine pill"),
    *("weighs arm scale", "sutures in room", "performs sutures", "blood chart", "drawing tubes", "is drawn", "are given"),
    *("and given", "labeled and drawn", "reading of", "collection of", "collection of the", "books ecgs", "pill oral"),
    *("pill in the flu", "patients who", "regarding the", "under the nurse", "assist with", "assist in giving"),
    *("is collected quickly", "arm blood draw", "left blood arm drawn", "scale arm reading", "urine testing", "ecg is"),
    *("collection and charting of", "gives xx testing", "testing, recording", "recording, quickly testing", "to weigh station"),
    *("flu pill box", "flu pill blue card", "flu pill blue", "only testing and recording", "the collection of"),
    *("quickly and daily", "testing, recording and giving", "label, test and record", "test and draw", "draw, quickly draw"),
]  # fmt: skip
LITTLE = [word for words in GRAMMAR.values() for word in words]
GLUE = [*[" "] * 10, ", ", ", ", "; ", ": ", " - ", "/", " (", ") ", *" and | of | to | in | the | quickly |, and ".split("|")]


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return plain_lexicon(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def plain(lexicon: Lexicon) -> CompiledLexicon:
    return plain_compiled(lexicon)


def sentences(number: int, seed: int) -> list[str]:
    """The same each time. None opens a bullet ("a) ") or ends in a colon."""
    chance = random.Random(seed)
    out = []
    while len(out) < number:
        pools = chance.choices([SAID, THINGS, LITTLE, SHAPES], [3, 5, 3, 3], k=chance.randint(1, 9))
        text = "".join(chance.choice(pool) + chance.choice(GLUE) for pool in pools).strip(" ,;:-/(")
        if text[1:2] != ")":
            out.append(text)
    return out


def test_as_brute_force_finds_them(lexicon: Lexicon, plain: CompiledLexicon) -> None:
    """And as if nothing stood before them: what is left from the sentence before is not read."""
    reference = Reference(lexicon)
    before = ""
    for text in sentences(2_400, 7):
        found = [c for c in explain(plain, before + text.capitalize()) if c.start >= len(before)]
        # Whether an act without an object stands is a matter of polarity, which the reference does not judge.
        reasons = ["kept" if c.reason == REASONS[NOT_DENIED] else c.reason for c in found]
        places = [(c.start - len(before), c.end - len(before)) for c in found]
        got = [(c.duty_id, c.alias, *at, why) for c, at, why in zip(found, places, reasons, strict=True)]
        assert got == reference.find(text), before + text
        if not reference.clinical:
            before = text + "! "


def readings(plain: CompiledLexicon, before: str, text: str) -> list[tuple]:
    """All that is told of the candidates of `text` where it stands behind `before`."""
    whole = before + text
    assert whole.isascii()
    return [
        (c.alias, c.start - len(before), c.end - len(before), c.reason, c.polarity, c.kind, c.conditional)
        for c in explain(plain, whole)
        if c.start >= len(before)
    ]


SHORT = "gives; "
FAR = "draws blood; " * 62 + "xx " * 67 + "gives; " * 57
"""248 words, over a hundred verbs and as many candidates, of which none reaches over the last semicolon."""


def test_the_same_far_into_a_sentence(plain: CompiledLexicon) -> None:
    texts = sentences(160, 8)
    for n in range(0, len(texts), 8):
        text = "; ".join(texts[n : n + 8])
        assert readings(plain, FAR, text) == readings(plain, SHORT, text), text
