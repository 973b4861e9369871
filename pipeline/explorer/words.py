"""The words by which a duty is found: of its label, its definition, and the lexicon's aliases and examples.

The page folds what is typed in the same way (`static/search.js`, `stem`); a test holds the two against each other.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from pipeline.frames import Frames

LABEL, EXAMPLE, FAMILY, DEFINITION = 8, 5, 1, 2
"""Weights: a word of the label says more than one of an example, a family of the lexicon or the definition."""
OFTEN = 2
"""What a word gains at most by standing in many examples."""

_NOT_DUTIES = ("verbs", "things", "grammar")
_FORMS = ("verbs", "acts", "nouns", "words")


def tokens(text: str) -> list[str]:
    """Words in folded form, each cut to its stem."""
    return [stem(word) for word in re.findall(r"[a-z0-9]+", text.lower().replace("'", ""))]


@cache
def stem(word: str) -> str:
    """A word without its commonest endings, so that 'drawing', 'draws' and 'draw' are one."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 4 and word.endswith("ed"):
        word = word[:-2]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word


def word_index(tables: Frames) -> list[list[Any]]:
    """Rows [word, duty, weight, duty, weight, ...]; duties are numbered in the order of their ids.

    tables: duties, lexicon_files. A lexicon file that is no TOML adds nothing: the page still finds labels.
    """
    duties = list(tables["duties"].sort("duty_id").iter_rows(named=True))
    at = {d["duty_id"]: n for n, d in enumerate(duties)}
    weights: dict[str, dict[int, int]] = {}
    often: dict[str, Counter[str]] = defaultdict(Counter)

    def add(duty: str, words: Iterable[str], weight: int) -> None:
        for word in words:
            of_word = weights.setdefault(word, {})
            of_word[at[duty]] = max(of_word.get(at[duty], 0), weight)

    for duty in duties:
        add(duty["duty_id"], tokens(duty["label"] + " " + duty["duty_id"].replace("_", " ")), LABEL)
        add(duty["duty_id"], tokens(duty["definition"]), DEFINITION)
    entries, families = _lexicon(tables["lexicon_files"].iter_rows())
    for duty_id, says in entries.items():
        if duty_id in at:
            for say, examples in says.items():
                told = [e for e in _texts(examples) if "not" not in e.split()]
                add(duty_id, tokens(" ".join(told)), EXAMPLE)
                often[duty_id].update(word for e in told for word in set(tokens(e)))
                for family in re.findall(r"\w+", say.split(";")[0]):
                    add(duty_id, families.get(family, ()), FAMILY)
            for word, times in often[duty_id].items():  # "EKG" is said of other duties too, but not as often
                add(duty_id, [word], EXAMPLE + min(OFTEN, times // 2))
    return [[word, *_flat(of_word)] for word, of_word in sorted(weights.items())]


def _lexicon(files: Iterable[tuple[str, str]]) -> tuple[dict[str, dict[str, Any]], dict[str, set[str]]]:
    """Duty to its ways of saying it (with examples), and family to the words of its surface forms."""
    entries: dict[str, dict[str, Any]] = {}
    families: dict[str, set[str]] = {}
    for file, text in sorted(files):
        name = file.rsplit("/", 1)[-1]
        if not name.endswith(".toml") or name.startswith("grammar"):
            continue
        try:
            parsed = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            continue
        for key, value in parsed.items():
            if not isinstance(value, dict):
                continue
            if name.startswith(_NOT_DUTIES):
                forms = " ".join(f for form in _FORMS for f in _texts(value.get(form)))
                families.setdefault(key, set()).update(tokens(forms))
            elif isinstance(value.get("says"), dict):
                entries.setdefault(key, {}).update(value["says"])
    return entries, families


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _flat(of_word: dict[int, int]) -> list[int]:
    return [n for pair in sorted(of_word.items()) for n in pair]
