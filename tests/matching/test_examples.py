"""The lexicon's own examples, both ways, and its vocabulary."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline.matching import explain, load_lexicon
from pipeline.matching.lexicon import LexiconFaults

ROOT = Path(__file__).parents[2]


def test_every_alias_matches_its_examples(compiled, lexicon, duties):
    bad = [
        (a.duty, a.say, text)
        for a in lexicon.aliases
        for text in a.examples
        if not {a.duty, "-" + a.duty} & duties(text)
    ]
    assert not bad


def test_no_duty_matches_what_it_must_not(lexicon, duties):
    bad = [(d.duty, text) for d in lexicon.duties.values() for text in d.never if d.duty in duties(text)]
    assert not bad


def test_every_alias_finds_what_no_other_finds(compiled, lexicon):
    """No alias is dead: one of its own examples is found by it alone, of all aliases of its duty."""

    def finders(text: str, duty: str) -> set[str]:
        found = [c for c in explain(compiled, text) if c.duty_id == duty]
        return {c.alias for c in found if c.kept or c.reason == "said twice"}

    dead = [(a.duty, a.say) for a in lexicon.aliases if all(finders(t, a.duty) != {a.say} for t in a.examples)]
    assert not dead


def test_every_duty_of_the_vocabulary_has_aliases(compiled):
    duties = tomllib.loads((ROOT / "raw" / "vocabulary" / "duties.toml").read_text(encoding="utf-8"))["duty"]
    assert sorted(duty["duty_id"] for duty in duties) == compiled.duty_ids


def test_faults_are_all_named(tmp_path):
    (tmp_path / "verbs.toml").write_text("[draw]\nverbs = []\n")
    (tmp_path / "things.toml").write_text('[blood]\nnouns = ["blood"]\nplural = true\n')
    (tmp_path / "grammar.toml").write_text('wrong_role = ["x"]\n')
    (tmp_path / "duties.toml").write_text(
        '[d.says]\n"draw + bloood" = ["x"]\n"draw + blood ; near" = ["y"]\n"blood" = []\n'
    )
    with pytest.raises(LexiconFaults) as caught:
        load_lexicon(tmp_path)
    faults = caught.value.faults
    assert {f[0] for f in faults} == {
        "verbs.toml",
        "things.toml",
        "grammar.toml",
        "duties.toml",
    }
    assert any("bloood" in f[3] for f in faults)
    assert all(len(f) == 5 and f[4] for f in faults)


def test_an_empty_folder_is_a_fault(tmp_path):
    with pytest.raises(LexiconFaults):
        load_lexicon(tmp_path)
