"""The kernel gives what brute force in plain Python gives, on random sentences of the lexicon's own words."""

from __future__ import annotations

import re

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.matching import explain, load_lexicon, scan
from pipeline.matching.grammar import NOT_DENIED, REASONS
from tests.matching.conftest import RAW
from tests.matching.reference import Reference

_LEXICON = load_lexicon(RAW)
_EXAMPLES = [re.sub(r"[^a-z0-9 ,;/()]+", " ", text.lower()) for a in _LEXICON.aliases for text in a.examples]
_PHRASES = sorted(
    {
        re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
        for family in (*_LEXICON.verbs.values(), *_LEXICON.things.values())
        for text in (*getattr(family, "verbs", ()), *getattr(family, "nouns", ()), *family.words)
    }
    | {re.sub(r"[^a-z0-9]+", " ", text).strip() for texts in _LEXICON.roles.values() for text in texts}
)
_WORDS = sorted({word for text in _EXAMPLES for word in re.findall(r"[a-z0-9]+", text)})
_piece = st.one_of(st.sampled_from(_EXAMPLES), st.sampled_from(_PHRASES), st.sampled_from(_WORDS))
_mark = st.sampled_from([" ", " ", " ", ", ", " and ", " of ", " to ", " for ", "; ", "/", " (", ") ", " is ", " who "])
sentences = st.lists(st.tuples(_piece, _mark), min_size=1, max_size=8).map(
    lambda parts: "Also " + "".join(word + mark for word, mark in parts)  # "a) " and "o " would open a bullet
)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference(_LEXICON)


def same(compiled, reference: Reference, text: str) -> None:
    text = text.lower()
    wanted = reference.find(text)
    found = explain(compiled, text)
    # Whether an act without an object stands is a matter of polarity, which the reference does not judge.
    reasons = ["kept" if c.reason == REASONS[NOT_DENIED] else c.reason for c in found]
    assert [(c.duty_id, c.alias, c.start, c.end, why) for c, why in zip(found, reasons, strict=True)] == wanted
    got = scan(compiled, pa.array([text]))
    spans = zip(got.duty.tolist(), got.start.tolist(), got.end.tolist(), strict=True)
    kept = [(compiled.duty_ids[duty], start, end) for duty, start, end in spans]
    assert kept == [(duty, start, end) for (duty, _, start, end, _), c in zip(wanted, found, strict=True) if c.kept]


def test_examples_as_brute_force_finds_them(compiled, reference):
    for text in _EXAMPLES:
        same(compiled, reference, text)


@settings(max_examples=500, deadline=None)
@given(sentences)
def test_random_sentences_as_brute_force_finds_them(compiled, reference, text):
    same(compiled, reference, text)
