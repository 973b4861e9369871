"""Like statements put together, so that a maintainer sees what is said most often. Same input, same clusters."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from pipeline.checking.duty_shape import bare_forms, opening_verb

LIKE = 0.6
"""Share of the words of two statements that both hold (of all that either holds) from which on they are alike."""
NEAR = 1_000
"""Clusters that a statement is compared with, those of its rarest words first: else time grows with the square."""
_WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*")
_LITTLE = frozenset(
    """a an the and or of to in on for with by at from as is are be been their his her its your our this that these
    those all any each other such using use used including include includes e.g i.e eg ie etc according when if while
    into per may will can must also not it they them you we within upon under over about up out via both""".split()  # noqa: SIM905
)


@dataclass
class Cluster:
    """`words`: what its first statement is about. `texts`: each distinct text with how often it stands."""

    words: frozenset[str]
    texts: Counter[str] = field(default_factory=Counter)
    files: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        return self.texts.total()

    @property
    def examples(self) -> list[str]:
        """Its texts, the most frequent first, then the shortest."""
        return sorted(self.texts, key=lambda t: (-self.texts[t], len(t), t))


def cluster(statements: Iterable[tuple[str, str]]) -> list[Cluster]:
    """Clusters of (text, file), the largest first.

    Texts are taken shortest first; each joins the cluster whose first text is most like it, from LIKE on, else begins
    one. Two sets that share so much share one of their rarest words: only those are looked up (prefix filtering).
    """
    groups: dict[frozenset[str], Cluster] = {}
    for text, file in statements:
        words = content_words(text)
        if not words:
            continue
        group = groups.setdefault(words, Cluster(words))
        group.texts[" ".join(text.split())] += 1
        group.files.add(file)
    often = Counter(word for words in groups for word in words)
    ordered = sorted(groups.values(), key=lambda g: (len(g.words), -g.count, sorted(g.words)))
    leaders: list[Cluster] = []
    filed: dict[str, list[int]] = {}
    for group in ordered:
        rare_first = sorted(group.words, key=lambda w: (often[w], w))
        prefix = rare_first[: len(rare_first) - math.ceil(LIKE * len(rare_first)) + 1]
        near = set(islice((i for word in prefix for i in filed.get(word, ())), NEAR))
        scored = [(len(leaders[i].words & group.words) / len(leaders[i].words | group.words), -i) for i in near]
        best, at = max(scored, default=(0.0, 0))
        if best >= LIKE:
            leaders[-at].texts.update(group.texts)
            leaders[-at].files |= group.files
            continue
        for word in prefix:
            filed.setdefault(word, []).append(len(leaders))
        leaders.append(group)
    return sorted(leaders, key=lambda c: (-c.count, -len(c.files), c.examples[0]))


def content_words(text: str) -> frozenset[str]:
    """Words that carry sense, in one form each: the opening verb bare, nouns without plural."""
    found = frozenset(_one_form(w) for w in _WORD.findall(text.lower()) if w not in _LITTLE)
    verb = opening_verb(text)
    return found | {verb} if verb else found


def _one_form(word: str) -> str:
    """A crude common form: enough for one word to meet itself in another form."""
    forms = bare_forms(word)
    shortest = min(forms, key=len)
    return shortest.removesuffix("e") if len(shortest) > 3 else word
