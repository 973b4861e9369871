"""A difference as text for the terminal, or as Markdown for a change log."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pipeline.comparing.compare import Difference
from pipeline.comparing.rules import KINDS
from pipeline.comparing.turns import Turn
from pipeline.comparing.verdicts import axes
from pipeline.comparing.words import (
    COUNT_WORDS,
    GROUP_WORDS,
    KIND_WORDS,
    Inert,
    law,
    markdown_inert,
    rule_line,
    verdict_words,
    where,
)
from schemas.vocabulary import FEDERAL

NAMED_DUTIES = 12
"""Duties that turned alike and are named; of more, the number is told (JSON names all)."""


def as_text(difference: Difference) -> str:
    """Lines for the terminal: indented, control characters shown."""
    from pipeline.commands.terminal import inert

    return "\n".join(_lines(difference, inert, ("", "  ", "    ", "      "))) + "\n"


def as_markdown(difference: Difference) -> str:
    """A section for a change log: headings and nested lists."""
    return "\n".join(_lines(difference, markdown_inert, ("## ", "### ", "- ", "    - "))) + "\n"


def _lines(difference: Difference, inert: Inert, marks: tuple[str, str, str, str]) -> Iterator[str]:
    """marks: what stands before a title, a heading, an item, an item below it."""
    title, heading, item, below = marks
    blank = [""] if title else []
    labels = {table: difference.labels(table) for table in ("states", "roles", "settings", "duties")}
    labels["states"][FEDERAL] = "Federal law"
    old, new = difference.old, difference.new
    yield f"{title}{new.version} (law of {new.as_of}) against {old.version} (law of {old.as_of})"
    yield from blank
    if difference.empty:
        yield "Nothing changed." if title else "  Nothing changed."
        return
    yield _summary(difference, "" if title else "  ")
    yield f"{'' if title else '  '}The usual case: a medical assistant in a physician's office under a physician."
    for table, (added, gone) in difference.vocabulary.items():
        for ids, word in ((added, "new"), (gone, "gone")):
            if ids:
                yield f"{item}{word} in {table}: {', '.join(inert(i) for i in ids)}"
    sizes = axes(old, new)
    for group, words in GROUP_WORDS.items():
        turned = {s: [t for t in ts if t.group == group] for s, ts in difference.turns.items()}
        turned = {s: ts for s, ts in turned.items() if ts}
        if not turned:
            continue
        yield from blank
        yield f"{heading}{words}"
        yield from blank
        for state, turns in turned.items():
            yield f"{item}{inert(labels['states'].get(state, state))}"
            for alike in _alike(turns):
                yield f"{below}{_turn(alike, inert, labels, sizes[state])}"
    yield from _rules(difference, inert, labels, marks)


def _summary(difference: Difference, indent: str) -> str:
    rules = ", ".join(f"{n} {kind}" for kind, n in difference.rule_counts().items()) or "none changed"
    turns = ", ".join(f"{n} {COUNT_WORDS[group]}" for group, n in difference.turn_counts().items()) or "none turned"
    return f"{indent}Rules: {rules}. Verdicts, by state and duty: {turns}."


def _alike(turns: list[Turn]) -> list[list[Turn]]:
    """Turns of one state gathered that differ in nothing but the duty; in the order of the first of each."""
    gathered: dict[tuple[object, ...], list[Turn]] = {}
    for turn in turns:
        key = (
            turn.old, turn.new, turn.cells, turn.usual, frozenset(turn.roles), frozenset(turn.settings),
            frozenset(turn.delegators), frozenset(turn.fields),
            tuple(turn.before.values()), tuple(turn.after.values()),
        )  # fmt: skip
        gathered.setdefault(key, []).append(turn)
    return list(gathered.values())


def _turn(alike: list[Turn], inert: Inert, labels: dict[str, dict[str, str]], sizes: tuple[int, int]) -> str:
    turn = alike[0]
    duties = [inert(labels["duties"].get(t.duty_id, t.duty_id)) for t in alike]
    named = ", ".join(duties[:NAMED_DUTIES])
    if len(duties) > NAMED_DUTIES:
        named += f" and {len(duties) - NAMED_DUTIES} more duties"
    if turn.old == turn.new:
        what = f"{named}: {verdict_words(turn.new)} as before; other {', '.join(sorted(turn.fields)).replace('_', ' ')}"
    else:
        what = f"{named}: {verdict_words(turn.old)} -> {verdict_words(turn.new)}"
    return f"{what}, {where(turn, labels, *sizes)}. {law(turn, inert)}".rstrip()


def _rules(
    difference: Difference, inert: Inert, labels: dict[str, dict[str, str]], marks: tuple[str, str, str, str]
) -> Iterator[str]:
    title, heading, item, below = marks
    shown = [c for c in difference.rules if not c.minor]
    minor = len(difference.rules) - len(shown)
    for kind in KINDS:
        of_kind = [c for c in shown if c.kind == kind]
        if not of_kind:
            continue
        yield from [""] if title else []
        yield f"{heading}Rules: {KIND_WORDS[kind].lower()}"
        yield from [""] if title else []
        for state, changes in itertools.groupby(of_kind, key=lambda c: c.state):
            yield f"{item}{inert(labels['states'].get(state, state))}"
            for change in changes:
                yield f"{below}{rule_line(change, labels, inert)}"
    if minor:
        yield from [""] if title else []
        yield f"{'' if title else '  '}{minor} rules were read again or from another copy, with nothing else changed."
