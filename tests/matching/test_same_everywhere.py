"""A column gives what its rows give alone, whatever the chunks and threads; and what plain Python gives."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.matching import explain, load_lexicon, scan
from pipeline.matching.compile import compile_lexicon
from tests.matching.conftest import RAW

_EXAMPLES = [text for alias in load_lexicon(RAW).aliases for text in alias.examples]
_WORDS = sorted({word for text in _EXAMPLES for word in re.findall(r"[A-Za-z]+", text)})
_GLUE = [
    " ",
    ", ",
    " and ",
    ". ",
    "; ",
    "\n- ",
    "\n# ",
    ": ",
    " may not ",
    " for ",
    "/",
    " (",
    ") ",
    " — ",
    "\n",
]
piece = st.one_of(st.sampled_from(_EXAMPLES), st.sampled_from(_WORDS), st.sampled_from(_GLUE), st.text(max_size=6))
texts = st.lists(piece, max_size=12).map("".join)
columns = st.lists(st.one_of(st.none(), texts), max_size=8)


def rows(mentions) -> list[tuple]:
    names = (
        "row",
        "start",
        "end",
        "duty",
        "polarity",
        "kind",
        "conditional",
        "alias",
        "statement_start",
        "statement_end",
    )
    return list(zip(*(getattr(mentions, name).tolist() for name in names), strict=True))


@settings(max_examples=150, deadline=None)
@given(columns, st.integers(0, 8))
def test_column_equals_rows_equals_chunks(compiled, column, cut):
    whole = rows(scan(compiled, pa.array(column, pa.string())))
    alone = [
        (i, *found[1:])
        for i, text in enumerate(column)
        for found in rows(scan(compiled, pa.array([text], pa.string())))
    ]
    chunks = pa.chunked_array([pa.array(column[:cut], pa.large_string()), pa.array(column[cut:], pa.large_string())])
    assert whole == alone == rows(scan(compiled, chunks))
    for row, start, end, *_, first, last in whole:
        assert 0 <= first <= start < end <= last <= len(column[row])


def test_threads_change_nothing(compiled):
    column = pa.array(
        [" and ".join(pair) for pair in itertools.islice(itertools.product(_EXAMPLES, _EXAMPLES[:20]), 9000)]
    )
    assert rows(scan(compiled, column)) == rows(scan(compiled, column, threads=3))


@settings(max_examples=200, deadline=None)
@given(texts)
def test_explain_gives_what_scan_gives(compiled, text):
    kept = [(c.start, c.end, c.duty_id, c.polarity, c.kind) for c in explain(compiled, text) if c.kept]
    frame = scan(compiled, pa.array([text], pa.string())).to_polars()
    assert kept == frame.select("start", "end", "duty_id", "polarity", "kind").rows()


def test_no_reading_hangs_on_the_order_of_families(lexicon, compiled):
    """A family may stand in any file of its kind: names of files and places in them are for people."""
    turned = replace(
        lexicon,
        verbs=dict(reversed(lexicon.verbs.items())),
        things=dict(reversed(lexicon.things.items())),
    )
    column = pa.array(_EXAMPLES, pa.string())
    assert rows(scan(compile_lexicon(turned), column)) == rows(scan(compiled, column))
