"""A page for each jurisdiction: its verdicts in short, its rules in words, what was looked at, conflicts, history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl

from pipeline.comparing.words import markdown_inert
from pipeline.describing.pages.rule_words import rule_in_words
from pipeline.frames import Frames
from schemas.vocabulary import VERDICTS

LABELLED = {"duties": "duty_id", "duty_classes": "class_id", "roles": "role_id", "settings": "setting_id"}
NEEDED = ("states", "sources", "rules", "conflicts", "coverage_texts", "scope_office", "build_info", *LABELLED)
_MEANINGS = {
    "permitted": "a text allows it",
    "conditional": "a text allows it on conditions",
    "delegable": "left to the delegating practitioner",
    "prohibited": "a text forbids it",
    "reserved": "a licensed act",
    "silent": "the texts that were read do not say",
    "not_researched": "nobody has looked at all of the texts; this is no answer",
}
_LOOKED = {"read": "read", "not_found": "looked for, not found", "not_looked_for": "**not looked for**"}


def labels_of(tables: Frames) -> dict[str, dict[str, str]]:
    """Table to id to label."""
    return {name: dict(tables[name].select(key, "label").iter_rows()) for name, key in LABELLED.items()}


def state_page(tables: Frames, state: Mapping[str, Any]) -> str:
    """Markdown. tables: those of NEEDED. state: a row of `states`."""
    labels = labels_of(tables)
    here = {n: tables[n].filter(state=state["state"]) for n in ("rules", "conflicts", "coverage_texts", "scope_office")}
    as_of: date = tables["build_info"]["as_of"][0]
    lines = [
        f"# {markdown_inert(state['name'])}",
        "",
        f"Law of {as_of}, as far as it was read. Not legal advice.",
        "",
        "## In short",
        "",
        "For a medical assistant in a physician's office under a physician:",
        "",
        *_in_short(here["scope_office"], labels),
        "",
        "## Rules",
        "",
    ]
    rules = list(here["rules"].sort("rule_id").iter_rows(named=True))
    held = [r for r in rules if _in_force(r, as_of)]
    lines += [f"- {rule_in_words(r, labels)}" for r in held] or ["None is coded."]
    lines += ["", "## What was looked at", "", "| kind of text | what came of it | when | note |", "|---|---|---|---|"]
    lines += _looked(here["coverage_texts"])
    lines += ["", "## Where texts disagree", ""]
    lines += [f"- {_conflict(c, labels)}" for c in here["conflicts"].iter_rows(named=True)] or [
        "Nowhere that was found."
    ]
    lines += ["", "## History", "", *_history(rules, as_of, labels)]
    return "\n".join(lines) + "\n"


def states_index(tables: Frames) -> str:
    """The list of all jurisdictions, with how much is known of each."""
    info = tables["build_info"].row(0, named=True)
    counts = dict(tables["rules"].group_by("state").len().iter_rows())
    read = dict(tables["coverage_texts"].filter(status="read").group_by("state").len().iter_rows())
    lines = [
        "# States",
        "",
        f"Version {info['data_version']}: {info['rules']:,} rules, the law of {info['as_of']}.",
        "",
        "| jurisdiction | rules coded | kinds of text read |",
        "|---|---:|---:|",
    ]
    for row in tables["states"].sort("name").iter_rows(named=True):
        state = row["state"]
        lines.append(f"| [{row['name']}]({state.lower()}.md) | {counts.get(state, 0)} | {read.get(state, 0)} |")
    return "\n".join(lines) + "\n"


def _in_short(office: pl.DataFrame, labels: dict[str, dict[str, str]]) -> Iterator[str]:
    for verdict in VERDICTS:
        duties = sorted(labels["duties"][d] for d in office.filter(verdict=verdict)["duty_id"])
        if duties:
            named = "; ".join(map(markdown_inert, duties))
            yield f"- **{verdict.replace('_', ' ')}** ({_MEANINGS[verdict]}), {len(duties)} duties: {named}."


def _looked(texts: pl.DataFrame) -> Iterator[str]:
    for row in texts.iter_rows(named=True):
        sources = f" ({len(row['source_ids'])} sources)" if row["source_ids"] else ""
        yield (
            f"| {row['kind'].replace('_', ' ')} | {_LOOKED[row['status']]}{sources} | {row['looked_on'] or ''} "
            f"| {markdown_inert(row['note'])} |"
        )


def _conflict(row: Mapping[str, Any], labels: dict[str, dict[str, str]]) -> str:
    subject = labels["duties"].get(row["duty_id"] or "", "")
    head = f"**{markdown_inert(subject)}**: " if subject else ""
    return f"{head}{markdown_inert(row['note'])} ({row['kind'].replace('_', ' ')})"


def _history(rules: list[dict[str, Any]], as_of: date, labels: dict[str, dict[str, str]]) -> Iterator[str]:
    events: list[tuple[date, str]] = []
    for row in rules:
        subject = labels["duties"].get(row["duty_id"]) or labels["duty_classes"].get(row["class_id"], "")
        said = f"{markdown_inert(subject)}: {row['status']} ({markdown_inert(row['citation'])})"
        for day, word, later in (
            (row["effective_from"], "came into force", "comes into force"),
            (row["effective_to"], "ended", "ends"),
        ):
            if day:
                events.append((day, f"{said} {later if day > as_of else word}"))
    if not events:
        yield "No day of coming into force or of repeal is known."
        return
    yield "Only days that a text gives; most rules have none."
    yield ""
    for day, said in sorted(events, key=lambda e: (-e[0].toordinal(), e[1])):
        yield f"- {day}: {said}"


def _in_force(row: Mapping[str, Any], day: date) -> bool:
    begun = row["effective_from"] is None or row["effective_from"] <= day
    return begun and (row["effective_to"] is None or day < row["effective_to"])
