"""The check for a terminal: the summary first, then duties, worst first. Text of documents and data comes out inert."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from pipeline.checking.found import CheckedFile, Entry, counts_of, entries_of
from pipeline.checking.labels import CHECKED_WORDS, VERDICT_WORDS, Labels, bases_of, conditions_of
from pipeline.commands.terminal import MARKS, inert

_WORDS_SHOWN = 160
_PLACES_SHOWN = 3


def show(out: Console, files: Iterable[CheckedFile], labels: Labels) -> None:
    """Print every document."""
    for number, checked in enumerate(files):
        if number:
            out.print()
        _show_file(out, checked, labels)
    out.print(Text("Not legal advice.", style="dim"), soft_wrap=True)


def _show_file(out: Console, checked: CheckedFile, labels: Labels) -> None:
    entries = entries_of(checked)
    out.print(Text(inert(checked.read.file), style="bold"), soft_wrap=True)
    if not entries:
        out.print(Text("No duty was found in it."), soft_wrap=True)
        return
    for name, count in counts_of(entries).items():
        style = MARKS[name][1] if name in MARKS else "dim"
        out.print(Text.assemble(f"  {count:>3} ", (VERDICT_WORDS[name], style)), soft_wrap=True)
    for what, label, evidence in bases_of(checked, labels):
        out.print(Text(f"  {what}: {label} ({inert(evidence)})", style="dim"), soft_wrap=True)
    first = entries[0].first.answer.question
    out.print(
        Text(f"  Delegated by: {labels.delegators[first.delegator].lower()}; law of {first.as_of}", style="dim"),
        soft_wrap=True,
    )
    several = len({labels.asked_of(e) for e in entries}) > 1
    verdict = ""
    for group in _alike(entries):
        entry = group[0]
        name = entry.verdict if entry.asked else "not_asked"
        if name != verdict:
            verdict = name
            out.print()
            out.print(
                Text(VERDICT_WORDS[name].upper(), style=MARKS[name][1] if name in MARKS else "dim"), soft_wrap=True
            )
        for entry in group:
            _show_words(out, checked, entry, labels, several)
        if entry.asked:
            _show_law(out, group[0])


def _alike(entries: list[Entry]) -> list[list[Entry]]:
    """Entries that the same rules decide in the same way, so that their law is printed once."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        v = entry.first.answer.verdict
        rules = (*(r.rule_id for r in v.rules), "against", *(r.rule_id for r in v.against))
        groups.setdefault((entry.asked, entry.verdict, conditions_of(entry), v.limits, rules), []).append(entry)
    return list(groups.values())


def _show_words(out: Console, checked: CheckedFile, entry: Entry, labels: Labels, several: bool) -> None:
    asked = f" [{labels.asked_of(entry)}]" if several else ""
    out.print(Text.assemble("  ", (labels.duties[entry.duty_id], "bold"), asked), soft_wrap=True)
    shown = list(dict.fromkeys(statement_words(checked, m.statement) for m in entry.mentions))
    for words in shown[:_PLACES_SHOWN]:
        out.print(Text(f'    "{inert(words)}"'), soft_wrap=True)
    if len(shown) > _PLACES_SHOWN:
        out.print(Text(f"    and in {len(shown) - _PLACES_SHOWN} more places"), soft_wrap=True)
    if entry.asked and any(m.conditional for m in entry.mentions):
        out.print(Text("    The document itself makes it hang on law, a certificate or supervision."), soft_wrap=True)


def _show_law(out: Console, entry: Entry) -> None:
    conditions = conditions_of(entry)
    if conditions:
        out.print(Text(f"    Conditions: {conditions}"), soft_wrap=True)
    verdict, details = entry.first.answer.verdict, entry.first.answer.details
    if verdict.limits:
        out.print(Text(f"    Limits: {inert(verdict.limits)}"), soft_wrap=True)
    for rule in verdict.rules:
        row = details[rule.rule_id]
        how = f"{row['authority'].replace('_', ' ')}; {CHECKED_WORDS[row['checked']]}"
        out.print(Text(f"    Law: {inert(row['citation'])} ({how})"), soft_wrap=True)
    for rule in verdict.against:
        out.print(Text(f"    Conflict: {inert(rule.citation)} says {rule.status}"), soft_wrap=True)


def statement_words(checked: CheckedFile, place: tuple[int, int]) -> str:
    """The statement on one line, cut where it is long."""
    words = " ".join(checked.read.text[place[0] : place[1]].split())
    return words if len(words) <= _WORDS_SHOWN else words[: _WORDS_SHOWN - 1].rstrip() + "…"
