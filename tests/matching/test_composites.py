"""The lexicon's examples put together and dressed otherwise: found as brute force finds them, and at the same words."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest

from pipeline.matching import explain, scan, segment
from tests.matching.reference import Reference
from tests.matching.test_reference import _EXAMPLES, _LEXICON, _PHRASES, _WORDS, same

GLUE = [" ", ", ", " and ", " of ", " to ", " for ", "; ", "/", " (", ") ", " is ", " who ", " by ", " in ", " or "]


def composites(number: int) -> list[str]:
    """Sentences of examples, phrases and words: the same each time."""
    chance = random.Random(7)
    out = []
    for _ in range(number):
        pieces = chance.choices([_EXAMPLES, _PHRASES, _WORDS], [3, 2, 1], k=chance.randint(2, 7))
        out.append("Also " + "".join(chance.choice(words) + chance.choice(GLUE) for words in pieces))
    return out


def test_composites_as_brute_force_finds_them(compiled) -> None:
    reference = Reference(_LEXICON)
    for text in composites(500):
        same(compiled, reference, text)


def spans(compiled, text: str) -> list[tuple[str, int, int]]:
    return [(c.duty_id, c.start, c.end) for c in explain(compiled, text) if c.kept]


PLAIN = "xxx x xx's x; "


@pytest.mark.parametrize("before", ["Äxx é xx’s x; ", "日本語 x xx‘s x; ", "x\u00adxx 🩸 xx's x; ", "x‐x • x’x – x; "])
def test_what_stands_before_moves_no_span(compiled, before: str) -> None:
    for text in _EXAMPLES[::4]:
        alone = spans(compiled, PLAIN + text)
        dressed = spans(compiled, before + text)
        moved = len(before) - len(PLAIN)
        assert dressed == [(duty, a + moved, b + moved) for duty, a, b in alone], text


def test_dress_changes_nothing(compiled) -> None:
    """Capitals, hard spaces and curly quotes: the same duties at the same words."""
    for text in _EXAMPLES[::3]:
        wanted = spans(compiled, text)
        assert spans(compiled, text.upper()) == wanted, text
        assert spans(compiled, text.replace(" ", "\u00a0")) == wanted, text
        assert spans(compiled, text.replace("'", "’")) == wanted, text


def test_more_is_found_than_there_was_room_for_at_first(compiled) -> None:
    text = "\n".join(f"- Draw blood in room {n}; start IVs there." for n in range(1_500))
    found = scan(compiled, pa.array(["Draw blood.", text, "Draw blood."]))
    assert found.row.tolist() == [0] + [1] * 3_000 + [2]
    assert [text[a:b] for a, b in zip(found.start[1:5].tolist(), found.end[1:5].tolist(), strict=True)] == [
        "Draw blood", "start IVs", "Draw blood", "start IVs",
    ]  # fmt: skip
    assert len(segment(compiled, text)) == 1_500
    assert sum(c.kept for c in explain(compiled, text)) == 3_000
