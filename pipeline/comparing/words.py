"""Plain words for differences. Text from data comes out without control characters, and in Markdown without markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pipeline.comparing.rules import RuleChange
from pipeline.comparing.turns import Turn
from pipeline.plain_words import within
from schemas.vocabulary import DELEGATORS

GROUP_WORDS = {
    "closed": "No longer allowed",
    "opened": "Now allowed",
    "shifted": "Otherwise allowed, or otherwise forbidden",
    "unsaid": "To or from silence, or what nobody has looked at",
    "conditions": "The same verdict under other conditions",
}
COUNT_WORDS = {
    "closed": "no longer allowed",
    "opened": "now allowed",
    "shifted": "otherwise allowed or forbidden",
    "unsaid": "to or from silence",
    "conditions": "under other conditions",
}
"""The same groups behind their counts."""
KIND_WORDS = {
    "repealed": "Repealed",
    "removed": "Removed from the data",
    "expired": "No longer in force by its own date",
    "added": "Added",
    "commenced": "In force by now by its own date",
    "changed": "Changed",
}
SHOWN = 4
"""Roles or settings that are named; of more, the number is told."""

Inert = Callable[[str], str]


def markdown_inert(text: str) -> str:
    """Text that Markdown shows as it stands, on one line.

    Angle brackets become entities: Python-Markdown, of which MkDocs is made, takes no backslash before them and would
    let a tag through.
    """
    flat = " ".join("".join(ch if ch.isprintable() else " " for ch in text).split())
    flat = re.sub(r"&(?=#|\w+;)", "&amp;", flat)
    marked = re.sub(r"([\\`*_{}\[\]#])", r"\\\1", flat)
    return marked.translate({ord(ch): f"&#{ord(ch)};" for ch in "<>|~"})


def verdict_words(verdict: str) -> str:
    return verdict.replace("_", " ")


def where(turn: Turn, labels: Mapping[str, Mapping[str, str]], all_roles: int, all_settings: int) -> str:
    """In which roles, settings and under whom, as short as it can be said truly.

    The usual case is a medical assistant in a physician's office under a physician.
    """
    if turn.everywhere:
        return "in all roles and settings, whoever delegates"
    parts = [
        _which(turn.roles, all_roles, labels["roles"], "roles"),
        _which(turn.settings, all_settings, labels["settings"], "settings"),
    ]
    if parts[0] == "all roles" and parts[1] == "all settings":
        parts = ["all roles and settings"]
    if len(turn.delegators) < len(DELEGATORS):
        parts.append("under " + ", ".join(d for d in DELEGATORS if d in turn.delegators))
    text = "in " + "; ".join(parts)
    if not turn.whole:
        text += f" (not every combination: {turn.cells:,} of {turn.of:,}"
        text += "; the usual case among them)" if turn.usual else "; not the usual case)"
    return text


def _which(ids: set[str], everything: int, labels: Mapping[str, str], what: str) -> str:
    if len(ids) == everything:
        return f"all {what}"
    if len(ids) > SHOWN:
        return f"{len(ids)} of {everything} {what}"
    return ", ".join(sorted(within(labels.get(i, i)) for i in ids))


def rule_line(change: RuleChange, labels: Mapping[str, Mapping[str, str]], inert: Inert) -> str:
    """One rule: what it is, and what became of it field by field."""
    row = change.row
    subject = labels["duties"].get(row["duty_id"], "") if row["duty_id"] else f"class {row['class_id']}"
    line = f"{inert(change.rule_id)}: {inert(subject)}, {row['status']} ({inert(row['citation'])})"
    if change.kind in ("repealed", "expired"):
        line += f"; no longer in force from {row['effective_to']}"
    if change.kind == "commenced":
        line += f"; in force from {row['effective_from']}"
    told = {f: v for f, v in change.fields.items() if not (change.kind == "repealed" and f == "effective_to")}
    if told:
        line += "; " + "; ".join(f"{f}: {inert(_value(a))} -> {inert(_value(b))}" for f, (a, b) in told.items())
    return line


def _value(value: Any) -> str:
    if value is None or value == "" or value == []:
        return "nothing"
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def law(turn: Turn, inert: Inert) -> str:
    """The citations that decided before and decide now."""
    was, now = (list(dict.fromkeys(side.values())) for side in (turn.before, turn.after))
    if was == now:
        return f"By {_some(was, inert)}." if was else ""
    parts = []
    if was:
        parts.append(f"Was by {_some(was, inert)}")
    if now:
        parts.append(f"now by {_some(now, inert)}" if was else f"Now by {_some(now, inert)}")
    return "; ".join(parts) + "." if parts else ""


def _some(citations: list[str], inert: Inert) -> str:
    text = ", ".join(inert(c) for c in citations[:3])
    return text if len(citations) <= 3 else f"{text} and {len(citations) - 3} more"
