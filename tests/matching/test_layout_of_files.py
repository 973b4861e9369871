"""Where a family of things stands: with the one kind of duty that names it, as raw/lexicon/README.md says."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from pipeline.matching.lexicon import FAR
from tests.matching.conftest import RAW

_RANGE = re.compile(r"(_[a-z]_to_[a-z]|_[a-z])$")


@pytest.fixture(scope="module")
def homes() -> dict[str, str]:
    """The kind of file in which each family stands: "exam", "hiding", "passed_over"; "" for what several name."""
    out = {}
    for path in Path(RAW).glob("things*.toml"):
        kind = _RANGE.sub("", path.stem).removeprefix("things").lstrip("_")
        out |= dict.fromkeys(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    return out


def test_a_family_stands_with_the_duties_that_name_it(lexicon, homes):
    named: dict[str, set[str]] = defaultdict(set)
    for entry in lexicon.duties.values():
        kind = Path(entry.file).stem.split("_")[1]
        for alias in entry.aliases:
            things = [thing for slot in alias.slots for thing in slot]
            for thing in (*things, *alias.beside, *(x.lstrip(FAR) for x in alias.unless)):
                named[thing].add(kind)
    for family in lexicon.things.values():
        for other in family.includes:
            named[other] |= {"included", family.name}
    for words in lexicon.roles.values():
        for word in words:
            if word.startswith("<"):
                named[word.strip("<>")] |= {"grammar", word}

    def home(name: str) -> str:
        if not named[name]:
            return "passed_over" if name.startswith("passed") else "hiding"
        return next(iter(named[name])) if len(named[name]) == 1 else ""

    astray = {name: (kind, home(name)) for name, kind in homes.items() if kind != home(name)}
    assert not astray, "move each to the files of the second kind"


def test_families_of_a_file_stand_by_name():
    for path in Path(RAW).glob("things*.toml"):
        names = [name.removeprefix("passed_") for name in tomllib.loads(path.read_text(encoding="utf-8"))]
        assert names == sorted(names), path.name
