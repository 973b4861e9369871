"""The words in which a document says a duty, fit for a report: on one line, with the lines where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.checking.found import CheckedFile, CheckedMention, Entry

_WORDS_SHOWN = 160
_BEFORE = 60


@dataclass(frozen=True)
class Said:
    """Words that stand in a document, once or more. `numbers`: their lines; `mentions`: of the duty in them."""

    words: str
    numbers: tuple[int, ...]
    mentions: tuple[CheckedMention, ...]


def said_of(checked: CheckedFile, entry: Entry) -> list[Said]:
    """What a document says of an entry, in reading order; words that are repeated are told once."""
    groups: dict[str, list[CheckedMention]] = {}
    for m in entry.mentions:
        groups.setdefault(excerpt(checked, m), []).append(m)
    return [Said(words, tuple(dict.fromkeys(map(checked.line, ms))), tuple(ms)) for words, ms in groups.items()]


def excerpt(checked: CheckedFile, mention: CheckedMention) -> str:
    """The statement of a mention on one line; of a long one what stands around the duty's words."""
    text = checked.read.text
    start, end = mention.statement
    whole = " ".join(text[start:end].split())
    if len(whole) <= _WORDS_SHOWN:
        return whole
    before = " ".join(text[start : mention.start].split())
    kept = before if len(before) <= _BEFORE else "… " + before[-_BEFORE:].partition(" ")[2]
    rest = " ".join(text[mention.start : end].split())
    joined = f"{kept} {rest}" if kept else rest
    return joined if len(joined) <= _WORDS_SHOWN else joined[: _WORDS_SHOWN - 1].rstrip() + "…"
