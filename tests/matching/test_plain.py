"""Sentences of few words, thickly set with what the matcher looks at: as brute force finds them, everywhere."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow as pa

from pipeline.matching import CompiledLexicon, Lexicon, explain, scan
from pipeline.matching.grammar import NOT_DENIED, REASONS
from tests.matching.plain import GRAMMAR, plain_compiled, plain_lexicon
from tests.matching.reference import Reference


def some(text: str) -> list[str]:
    """What stands between bars."""
    return [" ".join(part.split()) for part in text.split("|")]


SAID = some(
    """
    draw | draws | drawing | drawn | collection | give | gives | giving | given | record | records | label |
    labels | recording | charting | book | books | booking | booked | perform | performs | performing |
    performance | assist | assists | assisting | test | tests | testing | weigh | weighing | reading | labeled |
    put | puts
    """
)
THINGS = some(
    """
    blood | bloods | urine | sample | samples | pill | pills | oral | ecg | ecgs | suture | suturing | arm | left
    | room | rooms | flu | chart | charts | diagnose | diagnosing | prescribe | scale | clinic | xx | patient
    """
)
SHAPES = some(
    """
    draws blood from the arm | draws blood left arm | sample left | gives pills | ecg arm | ecg test | flu pill |
    gives left arm flu pills | records the room | records blood | oral pill | gives oral pill | urine pill |
    weighs arm scale | sutures in room | performs sutures | blood chart | drawing tubes | is drawn | are given |
    and given | labeled and drawn | reading of | collection of | collection of the | books ecgs | pill oral |
    pill in the flu | patients who | regarding the | under the nurse | assist with | assist in giving |
    is collected quickly | arm blood draw | left blood arm drawn | scale arm reading | urine testing | ecg is |
    collection and charting of | gives xx testing | testing, recording | recording, quickly testing |
    to weigh station | flu pill box | flu pill blue card | flu pill blue | only testing and recording |
    the collection of | quickly and daily | testing, recording and giving | label, test and record | test and draw
    | draw, quickly draw | collection, of | collection: of | gives xx testing blood | assist nurses in giving |
    gives pills by giving | blood xx xx drawn | urine xx xx xx testing | pill the xx quickly is not given |
    blood collection | ecg xx xx is | draws blood, ecg arm | sample of blood left arm | gives oral urine pill |
    assist in giving urine | ecg left arm |
    collection; of | collection - of | collection (of | the; collection of | ecg xx, you may | sutures, assistants are |
    ecg, may | give xx; give blood | gives labels of | testing, quickly and recording blood | test, and label |
    urine, draw it and put it | patient, urine and put them | pill is put | scale put | scale may not read |
    assists draw blood | assisting, draw blood | assist to test urine | testing, drawing and giving pills |
    recording, testing and the room | flu (xx) pill | flu pill (xx) box | flu pill (xx yy) box | flu (xx) (yy) pill |
    weigh (xx station) | blood for the nurse and draw it | blood is drawn, draws it; gives them
    """
)
LITTLE = [word for words in GRAMMAR.values() for word in words]
AROUND = [
    shape.format(word)
    for word in LITTLE
    for shape in (
        "{} testing",
        "{} recording",
        "{} draw",
        "{} labeled",
        "blood {} drawn",
        "pill {} xx given",
        "ecg {} is not",
    )
]
GLUE = [
    *[" "] * 10,
    ", ",
    ", ",
    "; ",
    ": ",
    " - ",
    "/",
    " (",
    ") ",
    *[" xx ", " and ", " of ", " to ", " in ", " the ", " quickly ", ", and "],
]


def sentences(number: int, seed: int, most: int = 8) -> list[str]:
    """The same each time, of up to `most` pieces. None opens a bullet ("a) ") or ends in a colon."""
    chance = random.Random(seed)
    out = []
    while len(out) < number:
        pools = chance.choices([SAID, THINGS, LITTLE, SHAPES, AROUND], [3, 5, 3, 3, 2], k=chance.randint(1, most))
        text = "".join(chance.choice(pool) + chance.choice(GLUE) for pool in pools).strip(" ,;:-/(")
        if text[1:2] != ")":
            out.append(text)
    return out


def test_as_brute_force_finds_them(plain_words: Lexicon, plain: CompiledLexicon) -> None:
    """And as if nothing stood before them: what is left from the sentence before is not read."""
    reference = Reference(plain_words)
    before = ""
    kept, texts = [], sentences(2_200, 7) + sentences(250, 11, 30)
    for row, text in enumerate(texts):
        found = [c for c in explain(plain, before + text.capitalize()) if c.start >= len(before)]
        # Whether an act without an object stands is a matter of polarity, which the reference does not judge.
        reasons = ["kept" if c.reason == REASONS[NOT_DENIED] else c.reason for c in found]
        places = [(c.start - len(before), c.end - len(before)) for c in found]
        got = [(c.duty_id, c.alias, *at, why) for c, at, why in zip(found, places, reasons, strict=True)]
        assert got == reference.find(text), before + text
        kept += [(row, c.duty_id, *at) for c, at in zip(found, places, strict=True) if c.kept]
        if not reference.clinical:
            before = text + "! "
    got = scan(plain, pa.array(texts))
    spans = zip(got.row.tolist(), got.duty.tolist(), got.start.tolist(), got.end.tolist(), strict=True)
    assert [(row, plain.duty_ids[duty], *at) for row, duty, *at in spans] == kept


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
FAR = "draws blood; " * 62 + "xx " * 59 + "gives; " * 57
"""240 words, over a hundred verbs and as many candidates, of which none reaches over the last semicolon."""


def test_the_same_far_into_a_sentence(plain: CompiledLexicon) -> None:
    texts = sentences(240, 8)
    for n in range(0, len(texts), 4):
        text = "; ".join(texts[n : n + 4])
        assert readings(plain, FAR, text) == readings(plain, SHORT, text), text


def test_the_same_whatever_sentence_stood_before(plain: CompiledLexicon) -> None:
    for text in sentences(220, 9):
        if len(text) < 40:
            alone = readings(plain, "xx! ", text.capitalize())
            for word in (
                "of",
                "in",
                "and",
                "to",
                "not",
                ", blood",
                "given",
                "quickly",
                "nurse",
                "machine",
                "gives",
                "is",
                "no",
            ):
                assert readings(plain, f"{word} " * 12 + "! ", text.capitalize()) == alone, word + text


def test_the_same_beside_phrases_that_are_not_said(plain: CompiledLexicon, tmp_path: Path) -> None:
    texts = sentences(150, 10)
    for more in (5, 6):
        other = plain_compiled(plain_lexicon(tmp_path, more))
        for text in texts:
            assert readings(other, "", text) == readings(plain, "", text), text
