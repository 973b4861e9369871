"""The evaluation's arithmetic, the bars on the labelled part that is shared, and the baselines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.evaluate import evaluate, score
from tests.baselines import finders

SHARED = Path(__file__).resolve().parents[3] / "shared" / "labelled" / "dev.jsonl"


def test_optional_labels_count_neither_way():
    row = {
        "id": "a",
        "text": "x",
        "labels": [{"duty_id": "p", "polarity": "affirmed"}],
        "optional": [{"duty_id": "q", "polarity": "affirmed"}],
    }
    got = score(
        [row, {"id": "b", "text": "y", "labels": []}],
        [{("p", "negated"), ("q", "affirmed")}, {("z", "affirmed")}],
    )
    assert (got.polar.tp, got.polar.fp, got.polar.fn) == (0, 2, 1)
    assert (got.duty.tp, got.duty.fp, got.duty.fn) == (1, 1, 0)
    assert (got.empty, got.empty_hit) == (1, 1)


def test_heading_is_not_counted(compiled):
    rows = [
        {"text": "Other duties", "lead_in": "Draw blood:", "labels": []},
        {
            "text": "Start IVs",
            "lead_in": "Prohibited",
            "labels": [{"duty_id": "start_iv", "polarity": "negated"}],
        },
    ]
    got = evaluate(compiled, rows)
    assert (got.polar.f1, got.empty_hit) == (1.0, 0)


@pytest.mark.skipif(not SHARED.exists(), reason="the labelled statements are not on this machine")
def test_bars_on_the_shared_part(compiled, lexicon):
    rows = [json.loads(line) for line in SHARED.read_text().splitlines()]
    ours = evaluate(compiled, rows)
    assert ours.polar.f1 >= 0.90
    assert ours.duty.f1 >= 0.92
    assert ours.empty_rate <= 0.04
    for baseline in (finders.tfidf(lexicon), finders.fuzzy(lexicon)):
        assert evaluate(compiled, rows, finder=baseline).polar.f1 <= ours.polar.f1 - 0.15
