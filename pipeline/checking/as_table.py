"""The check for a terminal: the summary first, then duties, worst first. Text of documents and data comes out inert."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from pipeline.checking.found import CheckedFile, Entry, alike, counts_of, entries_of
from pipeline.checking.labels import (
    CHECKED_WORDS,
    NO_LAW_WORDS,
    VERDICT_WORDS,
    Labels,
    bases_of,
    conditions_of,
    lines_told,
    usual_of,
)
from pipeline.checking.lines import lines_in_words
from pipeline.checking.notes import both_ways_of, notes_of
from pipeline.checking.said import said_of
from pipeline.commands.terminal import MARKS, inert
from pipeline.plain_words import within

_PLACES_SHOWN = 3
_HANGING = 4
_LEAST_WIDTH = 40


class _Printer:
    """Prints lines. `wrapped`: long ones are broken under their own indent; a pipe gets each line whole."""

    def __init__(self, out: Console, wrapped: bool) -> None:
        self._out, self._width = out, max(out.width, _LEAST_WIDTH) if wrapped else 0

    def __call__(self, line: str | Text = "", style: str = "", hanging: int = _HANGING) -> None:
        if isinstance(line, str) and self._width and len(line) > self._width:
            indent = " " * (len(line) - len(line.lstrip()) + hanging)
            line = textwrap.fill(
                line,
                self._width,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
                drop_whitespace=True,
            )
        self._out.print(Text(line, style=style) if isinstance(line, str) else line, soft_wrap=True)


def show(
    out: Console, files: Iterable[CheckedFile], labels: Labels, wrapped: bool = False, left_out: Iterable[str] = ()
) -> None:
    """Print every document. `wrapped`: long lines are broken at the width of the console.

    `left_out`: why others could not be checked, for a report that is read without standard error.
    """
    put = _Printer(out, wrapped)
    for number, checked in enumerate(files):
        if number:
            put()
        _show_file(put, checked, labels)
    for number, line in enumerate(left_out):
        if not number:
            put()
        put(f"Not checked: {inert(line)}", "bold")
    put("Not legal advice.", "dim")


def _show_file(put: _Printer, checked: CheckedFile, labels: Labels) -> None:
    entries = entries_of(checked)
    put(inert(checked.read.file), "bold")
    for note in notes_of(checked, labels):
        put(f"  Note: {inert(note)}", "bold")
    for part in checked.read.unread:
        put(f"  Not read: {inert(part)}", "bold")
    if not entries:
        put("No duty was found in it.")
        return
    for name, count in counts_of(entries).items():
        put(Text.assemble(f"  {count:>3} ", (VERDICT_WORDS[name], _style(name))))
    for what, label, evidence in bases_of(checked, labels):
        put(f"  {what}: {label} ({inert(evidence)})", "dim")
    first = entries[0].first.answer.question
    put(f"  Delegated by: {within(labels.delegators[first.delegator])}; law of {first.as_of}", "dim")
    if lines := lines_told(checked):
        put(f"  {inert(lines)}", "dim")
    usual = usual_of(entries, labels)
    verdict = ""
    for group in alike(entries):
        name = group[0].verdict if group[0].asked else "not_asked"
        put()
        if name != verdict:
            verdict = name
            put(VERDICT_WORDS[name].upper(), _style(name))
        for entry in group:
            _show_words(put, checked, entry, labels, usual)
        if group[0].asked:
            _show_law(put, group)


def _style(name: str) -> str:
    return MARKS[name][1] if name in MARKS else "dim"


def _show_words(put: _Printer, checked: CheckedFile, entry: Entry, labels: Labels, usual: str) -> None:
    asked = labels.asked_of(entry)
    put(Text.assemble("  ", (labels.duties[entry.duty_id], "bold"), "" if asked == usual else f" [{asked}]"))
    both = both_ways_of(checked, entry)
    if both:
        put(f"    {both}", "bold")
    said = said_of(checked, entry)
    for place in said[:_PLACES_SHOWN]:
        put(f'    {lines_in_words(place.numbers)}: "{inert(place.words)}"')
    if len(said) > _PLACES_SHOWN:
        more = said[_PLACES_SHOWN:]
        where = lines_in_words(sorted({n for place in more for n in place.numbers}), most=12)
        put(f"    and in {len(more)} more place{'' if len(more) == 1 else 's'}: {where}")
    if entry.asked and any(m.conditional for m in entry.mentions):
        put("    The document itself makes it hang on law, a certificate or supervision.")


def _show_law(put: _Printer, group: list[Entry]) -> None:
    answer = group[0].first.answer
    verdict, details = answer.verdict, answer.details
    conditions = conditions_of(group[0])
    nothing = "" if verdict.rules else NO_LAW_WORDS.get(verdict.verdict, "")
    if not (conditions or verdict.limits or verdict.rules or verdict.against or nothing):
        return
    indent = " " * 4
    if len(group) > 1:
        put(f"  For these {len(group)} duties:")
    if nothing:
        put(f"{indent}{nothing}")
    if conditions:
        put(f"{indent}Conditions: {conditions}")
    for limit in (verdict.limits or "").split(" | "):
        if limit:
            put(f"{indent}Limits: {inert(limit)}")
    for rule in verdict.rules:
        row = details[rule.rule_id]
        how = f"{row['authority'].replace('_', ' ')}; {CHECKED_WORDS[row['checked']]}"
        put(f"{indent}Law: {inert(row['citation'])} ({how})")
        if row["url"]:
            put(Text(f"{indent}     {inert(row['url'])}"))
    for rule in verdict.against:
        put(f"{indent}Conflict: {inert(rule.citation)} says {rule.status}")
