"""Of what state, role and setting a document speaks, by its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.checking.found import Basis
from pipeline.matching import Statement
from pipeline.normalise.context import Context, ContextFinder, Evidence
from pipeline.reading import ReadText

_PIECE = 2_000
"""Characters searched at a time; what a name costs to find grows with the piece around it."""
# "draw blood in the clinic" tells where it is done; "schedule hospital admissions" does not.
_PLACE = re.compile(
    r"\b(?:in|at|within|inside|for)\s+(?:(?:a|an|the|our|this|your)\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_BEFORE = 40
# Of a place these do not speak: what was learnt, asked for, done elsewhere or denied; nor a diploma or a form of one.
_NO_PLACE = re.compile(
    r"\b(?:experience|diplomas?|degrees?|GED|graduat\w+|education|preferred|certificat\w+|courses?|curriculum|not|never|"
    r"refer\w*|transfer\w*|telephones?|calls?|admissions?|discharges?)\b",
    re.IGNORECASE,
)
_OTHER_SCHOOL = re.compile(
    r"\b(?:high|nursing|medical|trade|graduate|vocational|technical|x-ray|secondary)[\s-]+$", re.IGNORECASE
)
Accept = Callable[[Evidence], bool]


@dataclass(frozen=True)
class Said:
    """A statement that holds a duty: its place, where its first duty begins, its headings from the outermost in."""

    start: int
    end: int
    first: int
    headings: tuple[tuple[int, int], ...]


class DocumentContext:
    """Finds what a document says of its role and setting: statement, headings, title, then the whole document."""

    def __init__(
        self,
        finder: ContextFinder,
        read: ReadText,
        state: str | None,
        accepts_role: Accept,
        elsewhere: Sequence[Statement],
    ) -> None:
        """`elsewhere`: statements without duties, whose words speak of the job or the place as a whole."""
        self._finder, self._text, self._state = finder, read.text, state
        self._accepts_role = accepts_role
        self._found: dict[tuple[int, int], Context] = {}
        self._read, self._elsewhere = read, [(s.start, s.end) for s in elsewhere if len(s.text) <= _PIECE]
        self._title = finder.find(read.title, 0, len(read.title), state) if read.title else Context()

    @cached_property
    def _role(self) -> Basis | None:
        """The role of the document: by its title, else the one that it names most often."""
        role = self._title.role
        if role is not None and self._accepts_role(role):
            return _titled(self._read, role)
        return _most([self.at(*s).role for s in self._elsewhere], self._accepts_role)

    @cached_property
    def _setting(self) -> Basis | None:
        """The setting of the document, told in the same way."""
        setting = self._title.setting
        if setting and self._is_place(setting, self._read.title or ""):
            return _titled(self._read, setting)
        told = [self.at(*s).setting for s in self._elsewhere if not _NO_PLACE.search(self._text, *s)]
        return _most(told, lambda e: self._is_place(e, self._text))

    @staticmethod
    def _is_place(setting: Evidence, text: str) -> bool:
        """A high school is where someone learnt, not where the job is done."""
        return not _OTHER_SCHOOL.search(text[max(setting.start - _BEFORE, 0) : setting.start])

    def at(self, start: int, end: int) -> Context:
        """What the words of one place say by themselves; searched once."""
        place = (start, min(end, start + _PIECE))
        if place not in self._found:
            self._found[place] = self._finder.find(self._text, *place, self._state)
        return self._found[place]

    def role(self, said: Said) -> Basis | None:
        """The role of a statement. Named behind its duty it is an object ("train medical assistants"), not the doer."""
        own = self.at(said.start, said.end).role
        if own and own.start < said.first and self._accepts_role(own):
            return _basis(own, "statement")
        for heading in reversed(said.headings):
            above = self.at(*heading).role
            if above and self._accepts_role(above):
                return _basis(above, "heading")
        return self._role

    def setting(self, said: Said) -> Basis | None:
        """The setting of a statement: its own words count where they say where it is done."""
        own = self.at(said.start, said.end).setting
        if own and _PLACE.search(self._text[max(said.start, own.start - _BEFORE) : own.start]):
            return _basis(own, "statement")
        for heading in reversed(said.headings):
            above = self.at(*heading).setting
            if above:
                return _basis(above, "heading")
        return self._setting


def _most(found: list[Evidence | None], accept: Accept = lambda _e: True) -> Basis | None:
    """What the document names most often; of equals what it names first."""
    kept = [e for e in found if e is not None and accept(e)]
    counts = Counter(e.value for e in kept)
    best = min(kept, key=lambda e: (-counts[e.value], e.start), default=None)
    return _basis(best, "document") if best else None


def states_named(finder: ContextFinder, read: ReadText) -> list[Basis]:
    """The first mention of each state that the document names, in the order in which it names them."""
    found: dict[str, Basis] = {}
    if read.title:
        for e in finder.states(read.title, 0, len(read.title)):
            found.setdefault(e.value, _titled(read, e))
    for e in finder.states(read.text, 0, len(read.text)):
        found.setdefault(e.value, _basis(e, "document"))
    return list(found.values())


def _basis(evidence: Evidence, source: str) -> Basis:
    return Basis(evidence.value, source, evidence.words, evidence.start, evidence.end)


def _titled(read: ReadText, evidence: Evidence) -> Basis:
    """Evidence from the title, with its place in the text where the title stands there."""
    at = read.text.find(read.title) if read.title else -1
    if at < 0:
        return Basis(evidence.value, "title", evidence.words)
    return Basis(evidence.value, "title", evidence.words, at + evidence.start, at + evidence.end)
