"""The little words of a statement that bear on whether a duty is denied, conditional, required or another's."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

import polars as pl

# Role in the grammar to what it does, in words for a compliance officer.
CUE_ROLES = {
    "negation": "denies",
    "negation_short": "denies what follows",
    "negation_after": "denies what stands before",
    "head_negated": "heading that denies",
    "condition": "makes it conditional",
    "requirement_before": "requirement, no duty",
    "requirement_after": "requirement, no duty",
    "requirement_end": "requirement, no duty",
    "education_before": "a course, no duty",
    "head_requirement": "heading of requirements",
    "head_other": "heading of other matters",
    "head_duties": "heading of duties",
    "ability": "ability, which counts as a duty",
    "actor": "another person",
    "helping": "helps",
    "turn": "turns the sense",
}
_IN_HEADINGS = frozenset({"head_negated", "head_requirement", "head_other", "head_duties", "negation"})


@dataclass(frozen=True)
class Cue:
    """Words of the grammar that stand in a statement or in a heading above it. `start`, `end`: characters."""

    words: str
    role: str
    effect: str
    start: int
    end: int
    in_heading: bool


class CueFinder:
    """Finds the grammar's cue words; the longest words win where several begin at one place."""

    def __init__(self, lexicon_files: pl.DataFrame) -> None:
        """`lexicon_files`: the table of that name, or rows of the same columns (file, text)."""
        self._roles: dict[str, list[str]] = {}
        for row in lexicon_files.iter_rows(named=True):
            if not row["file"].rsplit("/", 1)[-1].startswith("grammar"):
                continue
            grammar = tomllib.loads(row["text"])
            for role in CUE_ROLES:
                for words in grammar.get(role, []):
                    self._roles.setdefault(_fold(words), []).append(role)
        names = sorted(self._roles, key=lambda w: (-len(w), w))
        pattern = "|".join(r"[\s\-–/]+".join(map(_letters, name.split())) for name in names) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w])(?:{pattern})(?![\w])", re.IGNORECASE)

    def find(self, text: str, start: int, end: int, in_heading: bool) -> list[Cue]:
        """Cues of one statement or heading, in reading order."""
        out: list[Cue] = []
        for match in self._pattern.finditer(text, start, end):
            for role in self._roles.get(_fold(match.group()), []):
                if (role in _IN_HEADINGS) if in_heading else not role.startswith("head_"):
                    out.append(Cue(match.group(), role, CUE_ROLES[role], match.start(), match.end(), in_heading))
        return out


def _fold(words: str) -> str:
    return " ".join(re.sub(r"[\s\-–/]+", " ", words.lower().replace("’", "'").replace("'", "")).split())


def _letters(word: str) -> str:
    """The grammar writes "cant"; people write "can't"."""
    if word.endswith("nt") and len(word) > 3:
        return re.escape(word[:-1]) + "['’]?t"
    return re.escape(word)
