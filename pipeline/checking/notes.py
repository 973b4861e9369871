"""What a reader of a report must know before its verdicts, each in one plain line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from pipeline.checking.found import CheckedFile, CheckedMention, Entry, Title
from pipeline.checking.labels import Labels
from pipeline.checking.lines import lines_in_words
from pipeline.checking.occupations import with_article
from pipeline.plain_words import joined

_BESIDE_SHOWN = 12


def notes_of(checked: CheckedFile, labels: Labels) -> list[str]:
    """All notes on a document. What rows of a table share is told once, with their lines."""
    out = _title_notes(checked)
    roles = Counter(m.role.value for m in checked.mentions)
    if len(roles) > 1:
        told = ", ".join(f"{labels.roles[role]} ({count})" for role, count in roles.most_common())
        out.append(f"It speaks of several roles, and is judged as each where it speaks of it: {told}.")
    if checked.beside:
        out.append(beside_note(checked, labels, checked.beside))
    for _, duty_id, _, _ in checked.both_ways:
        mentions = [m for k, ms in checked.both_ways.items() if k[1] == duty_id for m in ms]
        out.append(f"{labels.duties[duty_id]}: {both_ways_in_words(checked, mentions).lower()}")
    return list(dict.fromkeys(out))


def title_note(title: Title) -> str:
    """The line on a title."""
    by = f"it is judged as {joined(title.judged)}"
    by += ", as told." if title.told else "; give --role to judge it as another role."
    if title.roles:
        quoted = [f'"{b.words}"' for b in title.in_order]
        return f"Its title names more than one occupation ({joined(quoted)}); {by}"
    verb = "This document calls its holder" if title.holder else "The title of this document names"
    return f"{verb} {joined([with_article(b.value) for b in title.others])}; {by}"


def beside_note(checked: CheckedFile, labels: Labels, beside: Iterable[tuple[int, str]]) -> str:
    """The line on `beside`: (first character, duty) of duties of a document that are only asked for or taught.

    A curriculum, say, names no work; a report without a word of its duties would look like leave for all of them.
    """
    lines: dict[str, list[int]] = {}
    for start, duty_id in beside:
        lines.setdefault(duty_id, []).append(checked.lines.at(start))
    named = [f"{labels.duties[d]} ({lines_in_words(found)})" for d, found in list(lines.items())[:_BESIDE_SHOWN]]
    more = len(lines) - len(named)
    told = joined([*named, f"{more} more"] if more else named)
    return f"Named only as asked for or taught, and so not asked of the law: {told}."


def both_ways_of(checked: CheckedFile, entry: Entry) -> str:
    """That a duty of an entry is denied elsewhere in its document, or affirmed; empty where it is not."""
    keys = {checked.key(m) for m in entry.mentions}
    mentions = [m for k in keys for m in checked.both_ways.get(k, ())]
    return both_ways_in_words(checked, mentions) if mentions else ""


def both_ways_in_words(checked: CheckedFile, mentions: Sequence[CheckedMention]) -> str:
    """ "Stands both as done and as forbidden: done in line 12; forbidden in line 40."."""
    done = lines_in_words(_lines(checked, [m for m in mentions if m.asked]))
    denied = lines_in_words(_lines(checked, [m for m in mentions if not m.asked]))
    return f"Stands both as done and as forbidden: done in {done}, forbidden in {denied}."


def _lines(checked: CheckedFile, mentions: Sequence[CheckedMention]) -> list[int]:
    return sorted({checked.line(m) for m in mentions})


def _title_notes(checked: CheckedFile) -> list[str]:
    told = [(title_note(t), checked.lines.at(t.start)) for t in checked.titles]
    if checked.read.rows is None:
        return [words for words, _ in told]
    out = []
    for words, group in groupby(sorted(told), key=lambda t: t[0]):
        where = lines_in_words(line for _, line in group)
        out.append(f"L{where[1:]}: {words[0].lower()}{words[1:]}")
    return out
