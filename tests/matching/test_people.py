"""Every occupation of the list acts for itself: what it does, and what is left to it alone, is not the assistant's."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline import occupations
from pipeline.checking.occupations import occupations_in
from pipeline.evaluate import find_duties
from pipeline.matching import CompiledLexicon
from pipeline.state_names import STATES

DONE = [
    "The {one} gives injections.",
    "A {one} starts IVs.",
    "{many} draw blood.",
    "Injections are given by the {one}.",
]
ALONE = [
    "Injections: {one} only",
    "Botox injections: {many} only",
    "Giving injections is the {one}'s job.",
    "Suturing is reserved for {many}.",
    "Wound closure may only be done by {many}.",
    "Phone triage is limited to {many}.",
]
BESIDE = [
    "Injections: MA or {one} only",
    "Injections: {one} or medical assistant only",
    "Vaccines are reserved for {many} and medical assistants.",
    "Assists the {one} and gives injections",
]


def _read(compiled: CompiledLexicon, text: str, names: tuple[str, ...]) -> list[tuple[str, set[tuple[str, str]]]]:
    texts = [text.format(one=name, many=occupations.plural(name)) for name in names]
    return list(zip(texts, find_duties(compiled, [{"text": t, "labels": []} for t in texts]), strict=True))


@pytest.mark.parametrize("text", DONE + ALONE)
def test_others_act_for_themselves(compiled: CompiledLexicon, text: str) -> None:
    told = _read(compiled, text, occupations.ANOTHER)
    assert not [said for said, found in told if any(polarity == "affirmed" for _, polarity in found)]


@pytest.mark.parametrize("text", ALONE)
def test_what_is_left_to_them_alone_is_denied(compiled: CompiledLexicon, text: str) -> None:
    told = _read(compiled, text, occupations.ANOTHER)
    lost = [said for said, found in told if not any(polarity == "negated" for _, polarity in found)]
    assert len(lost) <= len(told) / 50, lost


@pytest.mark.parametrize("text", ["Injections: {one} only", "IV starts: {many} only"])
def test_those_who_may_hold_a_document_bar_what_is_theirs_alone(compiled: CompiledLexicon, text: str) -> None:
    told = _read(compiled, text, occupations.MAY_BE_HOLDER)
    assert not [said for said, found in told if not any(polarity == "negated" for _, polarity in found)]


@pytest.mark.parametrize("text", BESIDE)
def test_beside_them_the_assistant_may(compiled: CompiledLexicon, text: str) -> None:
    told = _read(compiled, text, occupations.ANOTHER)
    lost = [said for said, found in told if not any(polarity == "affirmed" for _, polarity in found)]
    assert len(lost) <= len(told) / 50, lost


@pytest.mark.parametrize("name", [*occupations.ANOTHER, *occupations.MAY_BE_HOLDER])
def test_titles_tell_them(name: str) -> None:
    for title in (name.capitalize() if name.islower() else name, occupations.plural(name)):
        assert [named.name for named in occupations_in(title)] == [name], title


def test_the_list_names_each_once() -> None:
    names = [*occupations.ANOTHER, *occupations.MAY_BE_HOLDER]
    assert len(names) == len(set(names))
    assert set(occupations.LETTERS.values()) <= set(names)


def test_the_states_of_phrases_are_those_of_the_vocabulary() -> None:
    vocabulary = Path(__file__).parents[2] / "raw" / "vocabulary" / "states.toml"
    assert sorted(STATES) == sorted(row["name"].lower() for row in tomllib.loads(vocabulary.read_text())["state"])
