"""How well the matcher reads labelled statements: precision, recall, F1, and what it missed or made up.

A row is `{"text", "lead_in", "labels": [{"duty_id", "polarity"}], "optional": [...]}`; labels in `optional` count
neither way. A lead-in is fed as a heading line above the text, and mentions within the heading do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import pyarrow as pa

from pipeline.matching import CompiledLexicon, scan
from pipeline.matching.grammar import DUTY

Found = set[tuple[str, str]]  # (duty id, polarity)


@dataclass
class Score:
    """Counts and ratios; a ratio without a denominator is 0."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp else 0.0

    def add(self, want: set, got: set, either: set) -> None:
        """Count one statement: wanted, found, and what counts neither way."""
        self.tp += len(want & got)
        self.fp += len(got - want - either)
        self.fn += len(want - got)

    def as_dict(self) -> dict[str, float]:
        return {**asdict(self), "precision": self.precision, "recall": self.recall, "f1": self.f1}


@dataclass
class Evaluation:
    """`polar`: duty and polarity together; `duty`: duty alone; `by_category` holds both for each category.

    `empty_hit` of `empty` statements without a duty got one. `misses` and `false` list (id, duty, polarity, text).
    """

    polar: Score = field(default_factory=Score)
    duty: Score = field(default_factory=Score)
    by_category: dict[str, tuple[Score, Score]] = field(default_factory=dict)
    empty: int = 0
    empty_hit: int = 0
    statements: int = 0
    misses: list[tuple[str, str, str, str]] = field(default_factory=list)
    false: list[tuple[str, str, str, str]] = field(default_factory=list)

    @property
    def empty_rate(self) -> float:
        return self.empty_hit / self.empty if self.empty else 0.0

    def as_dict(self) -> dict[str, Any]:
        """Plain types, fit for JSON."""
        return {
            "statements": self.statements,
            "duty_and_polarity": self.polar.as_dict(),
            "duty": self.duty.as_dict(),
            "by_category": {
                name: {"duty_and_polarity": a.as_dict(), "duty": b.as_dict()}
                for name, (a, b) in sorted(self.by_category.items())
            },
            "without_duty": {"statements": self.empty, "got_one": self.empty_hit, "rate": self.empty_rate},
            "misses": [list(m) for m in self.misses],
            "false": [list(m) for m in self.false],
        }


def score(
    rows: Iterable[Mapping[str, Any]],
    found: list[Found],
    categories: Mapping[str, str] | None = None,
) -> Evaluation:
    """Score any finder's answers, one set for each row: the matcher's own or a baseline's."""
    out = Evaluation()
    for row, got in zip(rows, found, strict=True):
        want = {(x["duty_id"], x["polarity"]) for x in row["labels"]}
        either = {(x["duty_id"], x["polarity"]) for x in row.get("optional") or []}
        out.statements += 1
        out.polar.add(want, got, either)
        duties = [{d for d, _ in group} for group in (want, got, either)]
        out.duty.add(*duties)
        for name in {(categories or {}).get(d, "all") for d, _ in want | got}:
            pair = out.by_category.setdefault(name, (Score(), Score()))
            groups = [{x for x in g if (categories or {}).get(x[0], "all") == name} for g in (want, got, either)]
            pair[0].add(*groups)
            pair[1].add(*({d for d, _ in g} for g in groups))
        if not want and not either:
            out.empty += 1
            out.empty_hit += bool(got)
        ident = str(row.get("id", out.statements - 1))
        out.misses += [(ident, d, p, row["text"]) for d, p in sorted(want - got)]
        out.false += [(ident, d, p, row["text"]) for d, p in sorted(got - want - either)]
    return out


def with_lead_in(row: Mapping[str, Any]) -> tuple[str, int]:
    """(text as it is scanned, first character of the statement in it)."""
    lead = " ".join((row.get("lead_in") or "").split())
    head = f"# {lead}\n" if lead else ""
    return head + row["text"], len(head)


def find_duties(compiled: CompiledLexicon, rows: Iterable[Mapping[str, Any]]) -> list[Found]:
    """What the matcher finds in each row: duties of the job-holder, with polarity."""
    texts = [with_lead_in(row) for row in rows]
    found: list[Found] = [set() for _ in texts]
    got = scan(compiled, pa.array([text for text, _ in texts], pa.large_string()))
    for row, start, duty, polarity, kind in zip(
        got.row.tolist(),
        got.start.tolist(),
        got.duty.tolist(),
        got.polarity.tolist(),
        got.kind.tolist(),
        strict=True,
    ):
        if kind == DUTY and start >= texts[row][1]:
            found[row].add((compiled.duty_ids[duty], "negated" if polarity else "affirmed"))
    return found


def evaluate(
    compiled: CompiledLexicon,
    labelled_rows: Iterable[Mapping[str, Any]],
    categories: Mapping[str, str] | None = None,
    finder: Callable[[list[Mapping[str, Any]]], list[Found]] | None = None,
) -> Evaluation:
    """Evaluate the matcher (or another `finder`) on labelled rows. Raises KeyError where a row lacks a field."""
    rows = list(labelled_rows)
    found = finder(rows) if finder else find_duties(compiled, rows)
    return score(rows, found, categories)
