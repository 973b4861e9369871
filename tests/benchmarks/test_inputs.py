"""The generator: the same bytes for the same seed, true labels, the mixture it promises."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from benchmarks.grown import grow
from benchmarks.inputs import Inputs, read_sample
from benchmarks.real_texts import write_corpus
from benchmarks.statements import Writer
from benchmarks.surface import Surface
from pipeline.matching import load_lexicon
from tests.conftest import ROOT

RAW = ROOT / "raw" / "lexicon"
ROWS = 3_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Inputs(RAW, tmp_path_factory.mktemp("inputs"), 5).statements(ROWS)


def test_the_same_seed_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    again = Inputs(RAW, tmp_path, 5).statements(ROWS)
    assert again.name == made.name
    assert again.read_bytes() == made.read_bytes()
    assert Inputs(RAW, tmp_path, 6).statements(ROWS).read_bytes() != made.read_bytes()


def test_truth_is_of_the_vocabulary_and_half_the_rows_have_none(made: Path) -> None:
    with (ROOT / "raw" / "vocabulary" / "duties.toml").open("rb") as file:
        known = {duty["duty_id"] for duty in tomllib.load(file)["duty"]}
    truths = [truth for _, truth in read_sample(made, ROWS)]
    assert len(truths) == ROWS
    told = {duty.removeprefix("-") for truth in truths for duty in truth}
    assert told <= known
    assert len(told) > 0.9 * len(known)
    assert 0.45 < sum(map(bool, truths)) / ROWS < 0.55
    assert 0.02 < sum(any(d.startswith("-") for d in truth) for truth in truths) / ROWS < 0.08


def test_statements_are_lines_of_about_88_bytes(made: Path) -> None:
    table = pq.read_table(made)
    assert table.column("id").to_pylist() == list(range(ROWS))
    texts = table.column("text").to_pylist()
    assert 82 < sum(len(text.encode()) for text in texts) / ROWS < 94
    assert not any("\n" in text or "{" in text for text in texts)
    assert len(set(table.column("state").to_pylist())) == 51


def test_rows_beyond_the_distinct_ones_repeat_them_with_other_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from benchmarks import inputs

    monkeypatch.setattr(inputs, "DISTINCT_STATEMENTS", 100)
    monkeypatch.setattr(inputs, "GROUP_ROWS", 60)
    path = Inputs(RAW, tmp_path, 5).statements(250)
    texts = [text for text, _ in read_sample(path, 250)]
    assert len(set(texts)) == 250
    assert len({text.rpartition(" [")[0] for text in texts}) <= 100
    assert pq.ParquetFile(path).metadata.num_row_groups == 5
    assert not list(tmp_path.glob("*.unfinished"))


def test_no_statement_has_the_words_of_a_duty_that_beats_its_own(tmp_path: Path) -> None:
    (tmp_path / "verbs.toml").write_text('[give]\nverbs = ["give"]\n')
    (tmp_path / "things.toml").write_text(
        '[injection]\nnouns = ["injection"]\nincludes = ["vaccine"]\n[vaccine]\nwords = ["flu shot"]\n'
    )
    (tmp_path / "duties.toml").write_text(
        '[give_injections.says]\n"give + injection" = ["give an injection"]\n'
        '[vaccinate]\nbeats = ["give_injections"]\n[vaccinate.says]\n"give + vaccine" = ["give a flu shot"]\n'
    )
    writer = Writer(Surface(load_lexicon(tmp_path)))
    rng = random.Random(1)
    for _ in range(300):
        made = writer.duty(rng)
        told = {duty.removeprefix("-") for duty in made.truth}
        said = made.text.lower().replace("  ", " ")
        assert "vaccinate" in told or "shot" not in said


def test_postings_have_lines_and_duties(tmp_path: Path) -> None:
    for text, truth in read_sample(Inputs(RAW, tmp_path, 5).postings(20), 20):
        assert text.count("\n") > 15
        assert truth


def test_a_grown_lexicon_is_valid_and_has_the_aliases_asked_for(tmp_path: Path) -> None:
    real = load_lexicon(RAW)
    grow(RAW, 4, tmp_path / "x4")
    grown = load_lexicon(tmp_path / "x4")
    assert 3.95 < len(grown.aliases) / len(real.aliases) <= 4
    assert {d for d in grown.duties if not d.startswith("grown_")} == set(real.duties)


def test_a_corpus_is_repeated_up_to_a_size_and_may_be_absent(tmp_path: Path) -> None:
    folder = tmp_path / "corpora" / "onet_1"
    folder.mkdir(parents=True)
    (folder / "Task Statements.txt").write_text("Title\tTask\nNurse\tDraw blood.\nCook\tBake bread.\n")
    path, rows, size = write_corpus("onet", tmp_path / "corpora", 100, tmp_path)
    assert rows == 10
    assert size >= 100
    assert pq.read_table(path).column("text").to_pylist()[:3] == ["Draw blood.", "Bake bread.", "Draw blood."]
    assert write_corpus("usajobs", tmp_path / "corpora", 100, tmp_path)[1] == 0
