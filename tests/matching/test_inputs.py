"""Strange, long and broken inputs; offsets."""

from __future__ import annotations

import io
import pickle
import re
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.matching import explain, scan


def words(text: str, compiled) -> list[str]:
    got = scan(compiled, pa.array([text]))
    return [text[a:b] for a, b in zip(got.start.tolist(), got.end.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Draw blood", "Draw blood"),
        ("ＤＲＡＷ　ＢＬＯＯＤ", "ＤＲＡＷ　ＢＬＯＯＤ"),
        ("🩺 Draw “blood”", "Draw “blood"),
        ("Dräw blóod", "Dräw blóod"),
        ("Draw\u00a0blood", "Draw\u00a0blood"),
        ("Draw blo\u00adod", "Draw blo\u00adod"),
        ("e\u0301te\u0301 — draw blood", "draw blood"),
        ("日本語. Draw blood 日本語", "Draw blood"),
    ],
)
def test_unicode_is_folded_and_offsets_point_at_the_words(compiled, text, expected):
    assert expected in words(text, compiled)


def test_typographic_hyphens(compiled, duties):
    assert duties("Take x\u2011rays") == duties("Take x-rays") == {"take_xrays"}


def test_long_tokens_and_far_positions(compiled):
    text = "pneumonoultramicroscopicsilicovolcanoconiosis " * 90 + "and draw blood"
    assert words(text, compiled)[-1] == "draw blood"


def test_a_line_of_many_megabytes(compiled):
    text = "Works hard and draws blood " * 40_000
    got = scan(compiled, pa.array([text], pa.large_string()))
    assert 39_900 <= len(got) <= 40_000
    assert int(got.end[-1]) <= len(text)


def test_empty_null_and_odd_columns(compiled):
    column = pa.chunked_array([pa.array(["", None, "Draw blood"]), pa.array([], pa.string()), pa.array([None, "EKGs"])])
    assert scan(compiled, column).row.tolist() == [2, 4]
    assert len(scan(compiled, pa.nulls(3))) == 0
    assert len(scan(compiled, pa.array([], pa.large_string()))) == 0
    sliced = pa.array(["no", "Draw blood", None, "Draw blood"])[1:]
    assert scan(compiled, sliced).row.tolist() == [0, 2]
    sliced = pa.array([None, "Draw blood", "Draw blood", None, "Draw blood"])[1:]
    assert scan(compiled, sliced).row.tolist() == [0, 1, 3]
    assert scan(compiled, pa.array(["Draw blood"]).dictionary_encode()).row.tolist() == [0]
    with pytest.raises(TypeError):
        scan(compiled, pa.array([1, 2]))


def test_bytes_that_are_not_utf8(compiled):
    raw = b"\xff\xfe draw blood \xc3\x28 \xe2\x82 take vitals\x00 \xf0\x9f"
    bad = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0" + len(raw).to_bytes(4, "little")), pa.py_buffer(raw)]
    )
    assert set(scan(compiled, bad).duty.tolist()) == {
        compiled.duty_ids.index("perform_venipuncture"),
        compiled.duty_ids.index("measure_vital_signs"),
    }


def test_compiled_lexicon_pickles(compiled):
    again = pickle.loads(pickle.dumps(compiled))
    text = "Collect urine samples, draw blood, and give injections"
    assert explain(again, text) == explain(compiled, text)
    assert again.digest == compiled.digest


def test_to_polars(compiled):
    frame = scan(compiled, pa.array(["May draw blood but may not start IVs"])).to_polars()
    assert frame.select("duty_id", "polarity").rows() == [
        ("perform_venipuncture", "affirmed"),
        ("start_iv", "negated"),
    ]


def test_every_source_of_the_kernel_counts_for_its_freshness() -> None:
    """A file that is left out would be changed without the kernel being compiled anew."""
    from pipeline.matching import freshness

    here = Path(freshness.__file__).parent
    kernel = {p.name for p in here.glob("*.py") if re.search(r"import (inner|njit)|import njit", p.read_text("utf-8"))}
    assert kernel <= set(freshness._FILES)


@pytest.mark.parametrize(
    ("terminal", "kept", "told"), [(True, False, True), (False, False, False), (True, True, False)]
)
def test_a_terminal_is_told_that_the_matcher_is_compiled(
    terminal: bool, kept: bool, told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.matching import freshness

    class Stream(io.StringIO):
        def isatty(self) -> bool:
            return terminal

    stream = Stream()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(freshness.config, "CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(freshness.config, "DISABLE_JIT", 0)
    if kept:
        version = f"py{sys.version_info.major}{sys.version_info.minor}"
        index = freshness.kernel_folder() / "matching" / f"kernel.scan_rows-1.{version}.nbi"
        index.parent.mkdir(parents=True)
        index.touch()
    with freshness.own_cache():
        pass
    assert stream.getvalue().startswith("Compiling the matcher for this machine") is told


def test_the_kernel_that_runs_here_is_found_where_it_is_kept() -> None:
    from pipeline.matching import freshness

    assert freshness._compiled(freshness.kernel_folder())
