"""What titles call the holder of a document: an occupation that is no role here is told, never judged in silence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pipeline.asking.question import DEFAULT_ROLE
from pipeline.checking.found import Basis, CheckedFile, CheckedMention, Title
from pipeline.checking.occupations import occupations_in
from pipeline.normalise.context import ContextFinder, Evidence
from pipeline.reading import ReadText
from pipeline.reading.plain import title_line

_HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)


class TitleReader:
    """Reads titles with the roles of a release. `roles`: (role, wider role, the one state whose title it is)."""

    def __init__(self, finder: ContextFinder, roles: Iterable[tuple[str, str | None, str | None]]) -> None:
        self._finder = finder
        kept = list(roles)
        self._parents: Mapping[str, str | None] = {role: parent for role, parent, _ in kept}
        self._states = {role: state for role, _, state in kept}

    def titles(self, checked: CheckedFile, role_id: str | None) -> Iterator[Title]:
        """The titles of a document that need a word. `role_id`: what the command line says."""
        read, state = checked.read, checked.state.value
        by_part: dict[int, list[CheckedMention]] = {}
        for m in checked.mentions:
            by_part.setdefault(checked.part(m.start), []).append(m)
        for start, end in read.parts:
            mentions = by_part.get(start, [])
            for words, at, source in _candidates(read, start, end):
                # A first line that states a duty is no title.
                if at is not None and any(at <= m.start < at + len(words) for m in mentions):
                    continue
                roles, others, holder = self._named(words, at, source, state)
                if others or len(roles) > 1:
                    counts = Counter(m.role.value for m in mentions)
                    judged = tuple(role for role, _ in counts.most_common()) or (role_id or DEFAULT_ROLE,)
                    yield Title(start, roles, others, holder, judged, role_id is not None)
                if roles or others:
                    break

    def _named(
        self, words: str, at: int | None, source: str, state: str
    ) -> tuple[tuple[Basis, ...], tuple[Basis, ...], bool]:
        def basis(value: str, start: int, end: int) -> Basis:
            return Basis(value, source, words[start:end], *((None, None) if at is None else (at + start, at + end)))

        found = [e for e in self._finder.roles(words, 0, len(words), state) if self._states[e.value] in (None, state)]
        others = [o for o in occupations_in(words) if not any(o.start < e.end and e.start < o.end for e in found)]
        first = {o.name: o for o in reversed(others)}
        roles = tuple(basis(e.value, e.start, e.end) for e in self._narrowest(found))
        kept = sorted(first.values(), key=lambda o: o.start)
        return roles, tuple(basis(o.name, o.start, o.end) for o in kept), any(o.holder for o in kept)

    def _narrowest(self, found: list[Evidence]) -> list[Evidence]:
        """Each role once, and none that is a wider one of another."""
        first: dict[str, Evidence] = {}
        for e in found:
            first.setdefault(e.value, e)
        wider: set[str | None] = set()
        for role in first:
            above = self._parents.get(role)
            while above:
                wider.add(above)
                above = self._parents.get(above)
        return [e for e in first.values() if e.value not in wider]


def _candidates(read: ReadText, start: int, end: int) -> Iterator[tuple[str, int | None, str]]:
    """(words, place in the text, kind) of the title of a part and of its first heading; those that differ."""
    part = read.text[start:end]
    title = read.title if read.rows is None else title_line(part)
    if title:
        at = part.find(title)
        yield title, (start + at if at >= 0 else None), "title"
    heading = _HEADING.search(part)
    if heading and heading.group(1) != title:
        yield heading.group(1), start + heading.start(1), "heading"
