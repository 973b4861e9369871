"""The check as one HTML file that needs nothing else: no script, no request; all text is escaped."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.checking.found import CheckedFile, CheckedMention, Entry, alike, counts_of, entries_of
from pipeline.checking.labels import (
    CHECKED_WORDS,
    NO_LAW_WORDS,
    VERDICT_WORDS,
    Labels,
    bases_of,
    conditions_of,
    usual_of,
)
from pipeline.checking.notes import both_ways_of, notes_of
from pipeline.checking.said import Said, said_of
from pipeline.commands.terminal import inert

_TEMPLATE = "report.html.j2"
_PLACES_SHOWN = 3


@dataclass(frozen=True)
class Piece:
    """A stretch of the text. `entry`: the worst entry that its words belong to; `anchors`: mentions that begin here."""

    text: str
    entry: int | None
    verdict: str
    anchors: tuple[str, ...]


def as_html(files: Iterable[CheckedFile], labels: Labels, version: str, left_out: Iterable[str] = ()) -> str:
    """The report. `version`: of the data, shown at its foot; `left_out`: why other documents could not be checked."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["web"] = _web
    documents = [_document(number, checked, labels) for number, checked in enumerate(files, start=1)]
    return environment.get_template(_TEMPLATE).render(
        documents=documents, words=VERDICT_WORDS, version=version, left_out=[inert(line) for line in left_out]
    )


def _document(number: int, checked: CheckedFile, labels: Labels) -> dict[str, object]:
    groups = alike(entries_of(checked))
    entries = [e for group in groups for e in group]
    question = entries[0].first.answer.question if entries else None
    usual = usual_of(entries, labels) if entries else ""
    numbers = itertools.count(1)
    return {
        "number": number,
        "file": inert(checked.read.file),
        "title": inert(checked.read.title or ""),
        "notes": [inert(note) for note in notes_of(checked, labels)],
        "counts": counts_of(entries),
        "bases": bases_of(checked, labels),
        "usual": usual,
        "delegator": labels.delegators[question.delegator] if question else "",
        "as_of": question.as_of.isoformat() if question else "",
        "groups": [
            {
                "verdict": _verdict(group[0]),
                "law": _law(group[0]) if group[0].asked else None,
                "entries": [_entry(next(numbers), e, checked, labels, usual) for e in group],
            }
            for group in groups
        ],
        "unread": checked.read.unread,
        "lines": lines_of(pieces_of(checked, entries)),
    }


def _verdict(entry: Entry) -> str:
    return entry.verdict if entry.asked else "not_asked"


def _entry(number: int, entry: Entry, checked: CheckedFile, labels: Labels, usual: str) -> dict[str, object]:
    asked = labels.asked_of(entry)
    said = said_of(checked, entry)
    return {
        "number": number,
        "label": labels.duties[entry.duty_id],
        "duty_id": entry.duty_id,
        "asked_of": "" if asked == usual else asked,
        "both": both_ways_of(checked, entry),
        "said": [{"words": s.words, "lines": _lines(checked, [s])} for s in said[:_PLACES_SHOWN]],
        "more": _lines(checked, said[_PLACES_SHOWN:]),
        "hangs": entry.asked and any(m.conditional for m in entry.mentions),
    }


def _lines(checked: CheckedFile, said: Iterable[Said]) -> list[tuple[int, str]]:
    """Each line with the anchor of the first mention in it."""
    out: dict[int, str] = {}
    for m in (m for s in said for m in s.mentions):
        out.setdefault(checked.line(m), _anchor(m))
    return sorted(out.items())


def _law(entry: Entry) -> dict[str, object]:
    answer = entry.first.answer
    verdict = answer.verdict
    return {
        "nothing": "" if verdict.rules else NO_LAW_WORDS.get(verdict.verdict, ""),
        "conditions": conditions_of(entry),
        "limits": [x for x in (verdict.limits or "").split(" | ") if x],
        "rules": [
            {**answer.details[r.rule_id], "how": CHECKED_WORDS[r.checked], "rank": r.authority.replace("_", " ")}
            for r in verdict.rules
        ],
        "against": [(r.citation, r.status) for r in verdict.against],
    }


def lines_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces by the lines in which they stand; a line feed ends its line, and a piece that goes on is cut."""
    out: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        out[-1].append(replace(piece, text=first))
        for words in others:
            out[-1].append(Piece("\n", None, "", ()))
            out.append([replace(piece, text=words, anchors=())])
    if len(out) > 1 and not any(p.text for p in out[-1]):
        out.pop()  # behind the last line feed there is no line
    return out


def pieces_of(checked: CheckedFile, entries: Sequence[Entry]) -> list[Piece]:
    """The whole text, cut where marks begin and end; marks that overlap show the worse of their verdicts."""
    text = checked.read.text
    spans = sorted(
        (
            (*place, number, e, _anchor(m) if place == m.places[0] else None)
            for number, e in enumerate(entries, start=1)
            for m in e.mentions
            for place in m.places
        ),
        key=lambda span: (span[0], span[2], span[1]),
    )
    cuts = sorted({0, len(text), *(c for start, end, *_ in spans for c in (start, end))})
    out: list[Piece] = []
    open_spans: list[tuple[int, int, int, Entry, str | None]] = []
    waiting = iter(spans)
    upcoming = next(waiting, None)
    for start, end in pairwise(cuts):
        open_spans = [s for s in open_spans if s[1] > start]
        anchors: list[str] = []
        while upcoming is not None and upcoming[0] == start:
            open_spans.append(upcoming)
            if upcoming[4]:
                anchors.append(upcoming[4])
            upcoming = next(waiting, None)
        worst = min(open_spans, key=lambda s: s[2], default=None)
        verdict = "" if worst is None else _verdict(worst[3])
        out.append(Piece(text[start:end], worst[2] if worst else None, verdict, tuple(dict.fromkeys(anchors))))
    return out


def _anchor(mention: CheckedMention) -> str:
    return f"{mention.start}-{mention.end}-{mention.duty_id}"


def _web(url: str | None) -> str | None:
    """An address fit for a link; null for any that is not of the web, such as one that would run a script."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None
