"""Words to ids, with this module's own error where they name nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.plain_words import Names
from pipeline.plain_words import NotFound as _NotFound

Words = str | Sequence[str]
"""An id or plain words, or several of them."""


class NotFound(ValueError):
    """Words that name nothing known, or more than one thing. `offers`: the nearest (id, label), best first."""

    def __init__(self, what: str, words: str, offers: Sequence[tuple[str, str]], why: str = "") -> None:
        self.what, self.words, self.offers = what, words, list(offers)
        near = "; ".join(f"{name} ({label})" for name, label in offers)
        told = why.removesuffix(".") or f"cannot tell which {what} '{words}' is"
        super().__init__(told + (f"; {'there' if why else 'nearest'}: {near}" if near else ""))


class Finder:
    """`Names` whose NotFound is this module's."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def find(self, words: str) -> str:
        try:
            return self._names.find(words)
        except _NotFound as error:
            raise NotFound(error.what, error.words, error.offers) from error


def each(words: Words, find: Callable[[str], str]) -> list[str]:
    return [find(words)] if isinstance(words, str) else [find(w) for w in words]


def maybe(words: str | None, find: Callable[[str], str]) -> str | None:
    return None if words is None else find(words)


def one_of(what: str, values: Sequence[str]) -> Callable[[str], str]:
    def find(word: str) -> str:
        if word not in values:
            raise NotFound(what, word, [(v, v.replace("_", " ")) for v in values])
        return word

    return find


def nearest(name: str, names: Sequence[str]) -> list[str]:
    import difflib

    return difflib.get_close_matches(name, names, n=3)
