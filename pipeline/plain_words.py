"""From plain words to ids: states, duties, roles and settings as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

SURE = 88.0
"""A spelling this near (0 to 100) to a single name is taken for it."""
NEAR = 55.0
"""Names at least this near are offered."""


class NotFound(Exception):
    """No id, or more than one, for the words. `offers`: the nearest (id, label), best first.

    `why`: a sentence where more can be said than that they cannot be told; the offers then are what may stand instead.
    """

    def __init__(self, what: str, words: str, offers: list[tuple[str, str]], why: str = "") -> None:
        self.what, self.words, self.offers, self.why = what, words, offers, why
        super().__init__(why or f"no {what} for '{words}'")


@dataclass(frozen=True)
class Names:
    """What things are called: id to label, and every name in folded form to its id."""

    what: str
    labels: Mapping[str, str]
    by_name: Mapping[str, str]

    def find(self, words: str) -> str:
        """The id for `words`: the id itself, a name of it, or a slip of spelling. Raises NotFound with offers."""
        if words in self.labels:
            return words
        folded = fold(words)
        if folded in self.by_name:
            return self.by_name[folded]
        scored = process.extract(folded, list(self.by_name), scorer=fuzz.WRatio, limit=25)
        close = [(self.by_name[name], fuzz.ratio(folded, name)) for name, _, _ in scored]
        sure = {found for found, score in close if score >= SURE}
        if len(sure) == 1:
            return sure.pop()
        offers: list[tuple[str, str]] = []
        for name, score, _ in scored:
            found = (self.by_name[name], self.labels[self.by_name[name]])
            if score >= NEAR and found not in offers:
                offers.append(found)
        raise NotFound(self.what, words, offers[:5])


def fold(words: str) -> str:
    """Lower case, without points and signs: 'Calif.' and 'calif' are one name."""
    return " ".join(re.sub(r"[^a-z0-9&]+", " ", words.lower().replace(".", "")).split())


def within(label: str) -> str:
    """A label as it stands within a sentence; names and letters in it (South Carolina, CMA) keep their capitals."""
    return label[:1].lower() + label[1:]


def joined(names: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"; empty for none."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def names_of(what: str, rows: Iterable[tuple[str, str, Iterable[str]]]) -> Names:
    """Names from (id, label, other names); the first thing to bear a name keeps it."""
    labels: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for thing, label, others in rows:
        labels[thing] = label
        for name in (thing.replace("_", " "), label, *others):
            by_name.setdefault(fold(name), thing)
    return Names(what, labels, by_name)
