"""The check as one HTML file that needs nothing else: no script, no request; all text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.checking.found import CheckedFile, CheckedMention, Entry, counts_of, entries_of
from pipeline.checking.labels import CHECKED_WORDS, VERDICT_WORDS, Labels, bases_of, conditions_of
from pipeline.commands.terminal import inert

_TEMPLATE = "report.html.j2"


@dataclass(frozen=True)
class Piece:
    """A stretch of the text. `entry`: the worst entry that its words belong to; `anchors`: mentions that begin here."""

    text: str
    entry: int | None
    verdict: str
    anchors: tuple[str, ...]


def as_html(files: Iterable[CheckedFile], labels: Labels, version: str) -> str:
    """The report. `version`: of the data, shown at its foot."""
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
    return environment.get_template(_TEMPLATE).render(documents=documents, words=VERDICT_WORDS, version=version)


def _document(number: int, checked: CheckedFile, labels: Labels) -> dict[str, object]:
    entries = entries_of(checked)
    question = entries[0].first.answer.question if entries else None
    return {
        "number": number,
        "file": inert(checked.read.file),
        "title": inert(checked.read.title or ""),
        "counts": counts_of(entries),
        "bases": bases_of(checked, labels),
        "delegator": labels.delegators[question.delegator] if question else "",
        "as_of": question.as_of.isoformat() if question else "",
        "entries": [_entry(i, e, checked, labels) for i, e in enumerate(entries, start=1)],
        "unread": checked.read.unread,
        "pieces": pieces_of(checked, entries),
    }


def _entry(number: int, entry: Entry, checked: CheckedFile, labels: Labels) -> dict[str, object]:
    answer = entry.first.answer
    verdict = answer.verdict
    return {
        "number": number,
        "verdict": entry.verdict if entry.asked else "not_asked",
        "label": labels.duties[entry.duty_id],
        "duty_id": entry.duty_id,
        "asked_of": labels.asked_of(entry),
        "places": [(_anchor(m), checked.words(m)) for m in entry.mentions],
        "hangs": any(m.conditional for m in entry.mentions),
        "conditions": conditions_of(entry) if entry.asked else "",
        "limits": verdict.limits if entry.asked else "",
        "rules": [
            {**answer.details[r.rule_id], "how": CHECKED_WORDS[r.checked], "rank": r.authority.replace("_", " ")}
            for r in (verdict.rules if entry.asked else ())
        ],
        "against": [(r.citation, r.status) for r in (verdict.against if entry.asked else ())],
    }


def pieces_of(checked: CheckedFile, entries: Sequence[Entry]) -> list[Piece]:
    """The whole text, cut where marks begin and end; marks that overlap show the worse of their verdicts."""
    text = checked.read.text
    spans = sorted(
        ((m, number, e) for number, e in enumerate(entries, start=1) for m in e.mentions),
        key=lambda span: (span[0].start, span[1]),
    )
    cuts = sorted({0, len(text), *(c for m, _, _ in spans for c in (m.start, m.end))})
    out: list[Piece] = []
    open_spans: list[tuple[CheckedMention, int, Entry]] = []
    waiting = iter(spans)
    upcoming = next(waiting, None)
    for start, end in pairwise(cuts):
        open_spans = [s for s in open_spans if s[0].end > start]
        anchors: list[str] = []
        while upcoming is not None and upcoming[0].start == start:
            open_spans.append(upcoming)
            anchors.append(_anchor(upcoming[0]))
            upcoming = next(waiting, None)
        worst = min(open_spans, key=lambda s: s[1], default=None)
        verdict = "" if worst is None else worst[2].verdict if worst[2].asked else "not_asked"
        out.append(Piece(text[start:end], worst[1] if worst else None, verdict, tuple(dict.fromkeys(anchors))))
    return out


def _anchor(mention: CheckedMention) -> str:
    return f"{mention.start}-{mention.end}-{mention.duty_id}"


def _web(url: str | None) -> str | None:
    """An address fit for a link; null for any that is not of the web, such as one that would run a script."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None
