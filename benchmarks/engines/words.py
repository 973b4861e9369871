"""What the other engines look for: the lexicon's lines, simplified in their favour."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from benchmarks.surface import Saying

_WORD = re.compile(r"[a-z0-9&']+")


def words(text: str) -> list[str]:
    """Lower-case words of a text."""
    return _WORD.findall(text.lower())


def orders(saying: Saying) -> Iterator[list[list[str]]]:
    """A line as lists of words that must follow each other with gaps: acts before things, and things before acts.

    A phrase is stood for by one word: a thing by its last, a verb by its first. That finds all that the phrase finds
    and more, in far smaller patterns: fifty of those of whole phrases took Hyperscan more than a minute to compile.
    """
    slots = [sorted({words(phrase)[-1] for phrase in slot}) for slot in saying.slots]
    firsts = sorted({words(form)[0] for form in saying.verb_forms})
    lasts = sorted({words(form)[0] for form in saying.late_forms})
    for things in [slots] if saying.alias.order else itertools.permutations(slots):
        if saying.verbs:
            yield [firsts, *things]
            yield [*things, lasts]
        else:
            yield list(things)


def literals(sayings: list[Saying]) -> dict[str, set[str]]:
    """Literal phrases and their duties: examples, things that say a duty alone, common verbs with common things."""
    out: dict[str, set[str]] = {}
    for saying in sayings:
        phrases = [text.lower() for text in saying.alias.examples]
        if not saying.verbs and len(saying.slots) == 1:
            phrases += saying.slots[0]
        elif len(saying.slots) == 1:
            forms = [form for verb in saying.verbs[:4] for form in verb.forms]
            phrases += [f"{form} {thing}" for form in forms for thing in saying.slots[0][:8]]
        for phrase in phrases:
            out.setdefault(phrase, set()).add(saying.alias.duty)
    return out
