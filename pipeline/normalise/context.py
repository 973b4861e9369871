"""Of whom, where and how large a practice a document speaks, from its own words, with those words as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.frames import Frames


@dataclass(frozen=True)
class Evidence:
    """A value, the words that gave it, and their place in the text (characters, end exclusive)."""

    value: str
    words: str
    start: int
    end: int


@dataclass(frozen=True)
class Context:
    """What a statement's own words, its headings or its document's title say."""

    role: Evidence | None = None
    setting: Evidence | None = None
    state: Evidence | None = None
    practice_size: Evidence | None = None

    def over(self, wider: Context) -> Context:
        """This context, filled up from a wider one."""
        return Context(
            self.role or wider.role,
            self.setting or wider.setting,
            self.state or wider.state,
            self.practice_size or wider.practice_size,
        )

    def values(self) -> dict[str, str | None]:
        """As the columns `role_id`, `setting_id`, `state`, `practice_size`."""
        return {
            "role_id": self.role.value if self.role else None,
            "setting_id": self.setting.value if self.setting else None,
            "state": self.state.value if self.state else None,
            "practice_size": self.practice_size.value if self.practice_size else None,
        }


@dataclass(frozen=True)
class NotTheRole:
    words: str
    role_id: str
    states: frozenset[str]


class ContextFinder:
    """Finds roles, settings, states and sizes by the words of the vocabularies, the longest words first."""

    def __init__(
        self,
        roles: Iterable[tuple[str, str]],
        settings: Iterable[tuple[str, str]],
        states: Iterable[tuple[str, str]],
        sizes: Iterable[tuple[str, str]],
        not_roles: Iterable[NotTheRole] = (),
    ) -> None:
        """Each of the first four: (words, id). A state's postal letters count only in capitals and after a comma."""
        self._role = _Words(roles)
        self._setting = _Words(settings)
        self._state = _Words(states)
        self._size = _Words(sizes)
        self._not = {(n.words.lower(), n.role_id): n.states for n in not_roles}

    def find(self, text: str, start: int, end: int, state: str | None = None) -> Context:
        """The context that `text[start:end]` gives by itself. `state`: known from elsewhere, for ambiguous letters."""
        found_state = self._state.first(text, start, end)
        where = found_state.value if found_state else state
        return Context(
            role=self._role.first(text, start, end, lambda e: self._means_the_role(e, where)),
            setting=self._setting.first(text, start, end),
            state=found_state,
            practice_size=self._size.first(text, start, end),
        )

    def roles(self, text: str, start: int, end: int, state: str | None) -> Iterator[Evidence]:
        """All roles named in `text[start:end]`, from left to right; of names that overlap the first."""
        return (e for e in self._role.all(text, start, end) if self._means_the_role(e, state))

    def _means_the_role(self, evidence: Evidence, state: str | None) -> bool:
        return state not in self._not.get((evidence.words.lower(), evidence.value), ())

    def states(self, text: str, start: int, end: int) -> Iterator[Evidence]:
        """All states named in `text[start:end]`, from left to right; of names that overlap the first."""
        return self._state.all(text, start, end)


class _Words:
    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        for words, value in pairs:
            if words.isupper() and len(words) <= 5:
                self._exact.setdefault(words, value)
            else:
                self._folded.setdefault(_fold(words), value)
        names = sorted((*self._exact, *self._folded), key=lambda w: (-len(w), w))
        pattern = "|".join(_flexible(n) for n in names) or r"(?!)"
        self._pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])", re.IGNORECASE)

    def first(self, text: str, start: int, end: int, accept=lambda _e: True) -> Evidence | None:
        best: Evidence | None = None
        for evidence in self.all(text, start, end):
            if accept(evidence) and (best is None or len(evidence.words) > len(best.words)):
                best = evidence
        return best

    def all(self, text: str, start: int, end: int) -> Iterator[Evidence]:
        for match in self._pattern.finditer(text, start, end):
            words = match.group()
            value = self._exact.get(words) or self._folded.get(_fold(words))
            if value is not None:
                yield Evidence(value, words, match.start(), match.end())


def _fold(words: str) -> str:
    return re.sub(r"[\s\-–’']+", " ", words.lower()).strip().removesuffix("s")


def _flexible(name: str) -> str:
    parts = [re.escape(p) for p in re.split(r"[\s\-–’']+", name) if p]
    return r"[\s\-–’']+".join(parts) + ("" if name.isupper() else "(?:s|es)?")


def finder_of(frames: Frames) -> ContextFinder:
    """A finder from the tables `roles`, `settings`, `states`, `practice_words` and `not_roles`."""
    roles = [(w, r["role_id"]) for r in frames["roles"].iter_rows(named=True) for w in (r["label"], *r["aliases"])]
    settings = [
        (w, r["setting_id"]) for r in frames["settings"].iter_rows(named=True) for w in (r["label"], *r["aliases"])
    ]
    states = [(w, r["state"]) for r in frames["states"].iter_rows(named=True) for w in (r["name"], *r["aliases"])]
    sizes = [(r["words"], r["practice_size"]) for r in frames["practice_words"].iter_rows(named=True)]
    not_roles = [
        NotTheRole(r["words"], r["role_id"], frozenset(r["states"])) for r in frames["not_roles"].iter_rows(named=True)
    ]
    return ContextFinder(roles, settings, states, sizes, not_roles)
