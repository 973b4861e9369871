"""Occupations other than medical assistants that a title can name, so that a check can say whose document it read.

Names that mean an occupation wherever they stand in a title are sought everywhere in it; those that are often part of
something else ("Physicians Group", "nurse triage") count where they are the whole of what is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.occupations import ANOTHER, LETTERS, MAY_BE_HOLDER, PLAIN, pattern

# "By the registered nurse", "reports to ...": one who stands beside the holder.
_BESIDE = re.compile(
    r"\b(?:by|from|under|to|with|assists?|assisting|supports?|supporting)\s+(?:(?:a|an|the|our|your)\s+)?$",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"['’]?s?['’]?\s*(?:['’]s\b|[-\s]+(?:offices?|practices?|groups?|clinics?|associates|partners|services|stations?|"
    r"lines?|orders?|delegat\w+|staffing)\b)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[-–—]+\s+|[–—|/,:;()\[\]•\n]+")
_LEVEL = re.compile(r"(?:\s+(?:I{1,3}|IV|V|[1-9]))?\s*$")
_LINKS = re.compile(r"\b(?:by|of|the|to|for|with|from|under|and|or|vs|versus|between|a|an)\b\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """An occupation in a title. `holder`: the title, or a part of it, is nothing but its name ("Senior Dentist II")."""

    name: str
    words: str
    start: int
    end: int
    holder: bool


def occupations_in(title: str) -> Iterator[Named]:
    """The occupations that a title names, from left to right."""
    for match in _PATTERN.finditer(title):
        words = match.group()
        name = LETTERS.get(words) or _BY_FOLDED.get(_folded(words))
        if name is None or _BESIDE.search(title, 0, match.start()) or _NOT_ONE.match(title, match.end()):
            continue
        holder = _is_holder(title, match.start(), match.end())
        if name in PLAIN and not (holder and (name.lower() == words.lower() or words == title.strip())):
            continue  # of several, as in a list of whom somebody works for, only a title of nothing else
        yield Named(name, words, match.start(), match.end(), holder)


def with_article(name: str) -> str:
    """ "a registered nurse", "an x-ray technician"."""
    sounds = name.startswith(("a", "e", "i", "o", "ul", "E", "MRI", "x-"))
    return f"{'an' if sounds else 'a'} {name}"


def _is_holder(title: str, start: int, end: int) -> bool:
    at = 0
    for cut in (*_PARTS.finditer(title), None):
        stop = cut.start() if cut else len(title)
        if at <= start and end <= stop:
            return bool(_LEVEL.fullmatch(title, end, stop)) and not _LINKS.search(title, at, start)
        at = cut.end() if cut else stop
    return False


def _folded(words: str) -> str:
    """One form for the ways of writing a name, singular or plural."""
    out = re.sub(r"[\s\-–’']+", " ", words.lower()).strip()
    out = re.sub(r"\btech(s?)$", r"technician\1", out)
    return out.removesuffix("ves") + "fe" if out.endswith("midwives") else out.removesuffix("s")


_BY_FOLDED = {_folded(n): n for n in (*ANOTHER, *MAY_BE_HOLDER)}
_PATTERN = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    + pattern(_BY_FOLDED.values())
    + "|"
    + "|".join(f"(?-i:{re.escape(x)})" for x in sorted(LETTERS, key=len, reverse=True))
    + r")(?![A-Za-z0-9])",
    re.IGNORECASE,
)
