"""The words by which duties are found."""

from __future__ import annotations

import pytest

from pipeline.explorer.words import stem, tokens, word_index


@pytest.mark.parametrize(
    ("word", "root"),
    [("drawing", "draw"), ("draws", "draw"), ("shots", "shot"), ("biopsies", "biopsy"), ("cultures", "cultur"),
     ("glass", "glass"), ("ivs", "iv"), ("ekgs", "ekg"), ("virus", "virus"), ("removed", "remov"), ("remove", "remov")],
)  # fmt: skip
def test_stem(word: str, root: str) -> None:
    assert stem(word) == root


def test_tokens_fold_case_and_signs() -> None:
    assert tokens("X-rays; patient's") == ["x", "ray", "patient"]


def found(index: list, word: str, duties: list[str]) -> set[str]:
    rows = {row[0]: row[1::2] for row in index}
    return {duties[n] for n in rows.get(stem(word), [])}


def test_aliases_of_the_lexicon_find_duties_whose_label_says_otherwise(real_tables) -> None:
    index = word_index(real_tables)
    duties = sorted(real_tables["duties"]["duty_id"])
    assert [row[0] for row in index] == sorted(row[0] for row in index)
    assert "give_injections" in found(index, "shots", duties)
    assert "perform_venipuncture" in found(index, "blood", duties)
    assert "start_iv" in found(index, "IVs".lower(), duties)


def test_a_lexicon_that_cannot_be_read_leaves_the_labels(real_tables) -> None:
    broken = real_tables["lexicon_files"].with_columns(text=real_tables["lexicon_files"]["text"] + "\n[[[")
    index = word_index({**real_tables, "lexicon_files": broken})
    duties = sorted(real_tables["duties"]["duty_id"])
    assert "perform_venipuncture" in found(index, "venipuncture", duties)
