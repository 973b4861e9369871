"""`explain`, `unmatched` and `evaluate`: what maintainers of the lexicon look at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.checking.clusters import cluster
from pipeline.checking.duty_shape import looks_like_duty, opening_verb


def test_explain_shows_candidates_polarity_and_cue(run: Any) -> None:
    found = json.loads(run("explain", "Draws blood. May not start IV lines.", "--format", "json").stdout)
    kept = {c["duty_id"]: c["polarity"] for s in found["statements"] for c in s["candidates"] if c["kept"]}
    assert kept == {"perform_venipuncture": "affirmed", "start_iv": "negated"}
    (cue,) = [c for s in found["statements"] for c in s["cues"] if c["role"] == "negation"]
    assert cue["words"].lower() == "may not"
    out = run("explain", "May not start IV lines\x1b[31m").stdout
    assert "start_iv" in out
    assert "denies" in out
    assert "\x1b" not in out


def test_explain_says_why_a_candidate_fell(run: Any) -> None:
    found = json.loads(run("explain", "Gives intramuscular injections", "--format", "json").stdout)
    fallen = [c for s in found["statements"] for c in s["candidates"] if not c["kept"]]
    assert fallen
    assert all(c["reason"] != "kept" for c in fallen)


def test_explain_takes_a_line_of_a_list_as_it_is_pasted(run: Any) -> None:
    found = json.loads(run("explain", "- Draw blood", "--format", "json").stdout)
    assert [s["text"] for s in found["statements"]] == ["Draw blood"]
    assert run("explain", "--formt", "json", "Draw blood").exit_code == 2


def test_explain_needs_words(run: Any) -> None:
    assert run("explain", " ").exit_code == 2


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Polishes the brass", None),
        ("Stocks exam rooms", "stock"),
        ("Stocking exam rooms", "stock"),
        ("Prepared trays", "prepare"),
        ("Carries trays", "carry"),
        ("Putting charts away", "put"),
        ("You will also assemble charts", "assemble"),
        ("Responsible for ordering supplies", "order"),
        ("Our clinic is open", None),
    ],
)
def test_opening_verbs(text: str, verb: str | None) -> None:
    assert opening_verb(text) == verb


@pytest.mark.parametrize(
    "text",
    ["Perform CPR certification required", "Provide 2 years of experience", "Review our benefits", "Why work here?"],
)
def test_requirements_and_benefits_do_not_look_like_duties(text: str) -> None:
    assert not looks_like_duty(text)


def test_headings_of_requirements_are_heeded() -> None:
    assert looks_like_duty("Operate the forklift", ["Duties"])
    assert not looks_like_duty("Operate the forklift", ["Qualifications"])


def test_clusters_are_ranked_and_do_not_hang_on_the_order() -> None:
    said = [
        ("Operate the forklift", "a"),
        ("Operates forklift.", "b"),
        ("Operating the forklift safely", "c"),
        ("Water the plants", "a"),
    ]
    found = cluster(said)
    assert [c.count for c in found] == [3, 1]
    assert found[0].examples[0] == "Operates forklift."
    assert [c.examples for c in cluster(reversed(said))] == [c.examples for c in found]


def test_unmatched_lists_what_the_lexicon_does_not_know(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Duties:\n- Operate the forklift\n- Draw blood\n- Pull the weeds outside\n")
    (tmp_path / "b.md").write_text("# Duties\n\n- Operates the forklift\n- 2 years of experience\n")
    (tmp_path / "c.pdf").write_bytes(b"")
    result = run("unmatched", tmp_path, "--format", "json")
    assert result.exit_code == 1
    assert "c.pdf" in result.stderr
    found = json.loads(result.stdout)
    assert found[0]["count"] == 2
    assert found[0]["files"] == 2
    assert len(found) == 2
    shown = run("unmatched", tmp_path).stdout
    assert "1. 2 times in 2 files\n" in shown
    assert "2. once\n" in shown


def test_unmatched_takes_the_releases_own_statements(run: Any) -> None:
    assert run("unmatched").exit_code == 0


LABELLED = [
    {"id": "a", "text": "Draw blood.", "labels": [{"duty_id": "perform_venipuncture", "polarity": "affirmed"}]},
    {
        "id": "b",
        "text": "start IV lines",
        "lead_in": "May not",
        "labels": [{"duty_id": "start_iv", "polarity": "affirmed"}],
    },
    {"id": "c", "text": "Our clinic is open.", "labels": [], "optional": []},
]


def test_evaluate_measures_and_lists_misses(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "l.jsonl"
    path.write_text("\n".join(map(json.dumps, LABELLED)))
    found = json.loads(run("evaluate", path, "--format", "json").stdout)
    assert found["duty"]["f1"] == 1.0
    assert found["duty_and_polarity"]["tp"] == 1
    assert found["without_duty"] == {"statements": 1, "got_one": 0, "rate": 0.0}
    assert found["misses"][0][:3] == ["b", "start_iv", "affirmed"]
    assert "Missed (0 of 1)" in run("evaluate", path, "--misses", "0").stdout


def test_evaluate_tells_every_fault_by_line(tmp_path: Path) -> None:
    from pipeline.checking.labelled import read_labelled
    from pipeline.faults import InputFaults

    path = tmp_path / "l.jsonl"
    path.write_text('{"text": 1}\nnot json\n[1]\n{"text": "a", "labels": [{"duty_id": "fly", "polarity": "maybe"}]}\n')
    with pytest.raises(InputFaults) as caught:
        read_labelled(path, {"draw"})
    assert len(caught.value.faults) == 6
    path.write_text("")
    with pytest.raises(InputFaults):
        read_labelled(path, set())
