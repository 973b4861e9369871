"""A rule in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.commands.terminal import conditions_in_words
from pipeline.comparing.words import markdown_inert

STATUS_WORDS = {
    "permitted": "may",
    "conditional": "may, on conditions",
    "delegable": "may, if the practitioner delegates it",
    "prohibited": "may not",
}
PRACTITIONER_WORDS: dict[str, str] = {"pa": "physician assistant", "np": "nurse practitioner"}
CHECKED_WORDS = {
    "primary_text": "the text was read",
    "secondary_text": "known from a report of the text",
    "unchecked": "not checked",
}
_RISKY = set(" ()<>\"'`\\")


def rule_in_words(row: Mapping[str, Any], labels: Mapping[str, Mapping[str, str]]) -> str:
    """One list item of Markdown. row: of the table `rules`. labels: table to id to label."""
    subject = labels["duties"].get(row["duty_id"]) or labels["duty_classes"].get(row["class_id"], "")
    role = labels["roles"].get(row["role_id"], row["role_id"]).lower()
    parts = [f"**{markdown_inert(subject)}**: a {markdown_inert(role)} {STATUS_WORDS[row['status']]}"]
    if row["delegators"]:
        parts.append(" under a " + _or(row["delegators"]))
    if row["setting_ids"]:
        parts.append(f"; {_settings(row['setting_ids'], labels['settings'])}")
    said = conditions_in_words(row["supervision"], row["authorization"], row["credential"], row["training_hours"])
    parts += [f"; {text}" for text in said]
    if row["supervisors"]:
        parts.append("; supervised by a " + _or(row["supervisors"]))
    if row["excepted_duty_ids"]:
        parts.append("; but not: " + ", ".join(labels["duties"].get(d, d).lower() for d in row["excepted_duty_ids"]))
    if row["limits"]:
        parts.append(f". {markdown_inert(row['limits'])}")
    text = "".join(parts).rstrip(".") + "."
    return (
        f"{text} {citation(row)} ({row['authority'].replace('_', ' ')}; {CHECKED_WORDS[row['checked']]}{_since(row)})."
    )


def citation(row: Mapping[str, Any]) -> str:
    """The citation, linked where the source has an address that a link may bear."""
    text, url = markdown_inert(row["citation"]), row["url"]
    if url and url.startswith(("https://", "http://")) and not _RISKY.intersection(url):
        return f"[{text}]({url})"
    return text


def _settings(ids: Sequence[str], labels: Mapping[str, str]) -> str:
    """Where a rule holds; of most settings, those that it leaves out are the shorter list."""
    others = [label.lower() for setting, label in labels.items() if setting not in ids]
    if len(others) < len(ids):
        return f"only in {len(ids)} of {len(labels)} settings, all but: " + ", ".join(others)
    return "only in: " + ", ".join(labels.get(s, s).lower() for s in ids)


def _since(row: Mapping[str, Any]) -> str:
    since = f"; in force since {row['effective_from']}" if row["effective_from"] else ""
    until = f"; until {row['effective_to']}" if row["effective_to"] else ""
    return since + until


def _or(practitioners: Sequence[str]) -> str:
    words = [PRACTITIONER_WORDS.get(p, p) for p in practitioners]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
