"""spaCy, blank English: Matcher with gaps, and PhraseMatcher with literals."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.matcher import Matcher, PhraseMatcher

from benchmarks.engines.words import literals, orders
from benchmarks.surface import Surface
from pipeline.matching import Lexicon

GAP = 6  # tokens between act and thing at most


class SpacyGaps:
    """A token pattern for each order of each line. The tokenizer is timed too: the matcher needs its tokens."""

    def __init__(self, lexicon: Lexicon, kept: Path) -> None:
        self._nlp = spacy.blank("en")
        self._matcher = Matcher(self._nlp.vocab)
        by_duty: dict[str, list[list[dict[str, object]]]] = {}
        for saying in Surface(lexicon).sayings:
            for order in orders(saying):
                pattern: list[dict[str, object]] = []
                for some in order:
                    pattern += [{"OP": "?"}] * GAP if pattern else []
                    pattern.append({"LOWER": {"IN": some}})
                by_duty.setdefault(saying.alias.duty, []).append(pattern)
        for duty, patterns in by_duty.items():
            self._matcher.add(duty, patterns)
        self.patterns = sum(map(len, by_duty.values()))

    def read(self, texts: list[str]) -> list[str]:
        return texts

    def find(self, ready: list[str]) -> list[set[int]]:
        return [{hit[0] for hit in self._matcher(doc)} for doc in self._nlp.pipe(ready)]

    def found(self, answer: list[set[int]]) -> list[set[str]]:
        return [{self._nlp.vocab.strings[key] for key in keys} for keys in answer]


class SpacyPhrases:
    """Literal phrases, no gaps: quicker, and finds much less."""

    def __init__(self, lexicon: Lexicon, kept: Path) -> None:
        self._nlp = spacy.blank("en")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        by_duty: dict[str, list[str]] = {}
        for phrase, duties in literals(Surface(lexicon).sayings).items():
            for duty in duties:
                by_duty.setdefault(duty, []).append(phrase)
        for duty, phrases in by_duty.items():
            self._matcher.add(duty, list(self._nlp.tokenizer.pipe(phrases)))
        self.patterns = sum(map(len, by_duty.values()))

    def read(self, texts: list[str]) -> list[str]:
        return texts

    def find(self, ready: list[str]) -> list[set[int]]:
        return [{hit[0] for hit in self._matcher(doc)} for doc in self._nlp.pipe(ready)]

    def found(self, answer: list[set[int]]) -> list[set[str]]:
        return [{self._nlp.vocab.strings[key] for key in keys} for keys in answer]
