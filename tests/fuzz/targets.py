"""What is fuzzed: each target takes any bytes, and raises AssertionError where a promise of the pipeline is broken.

Promises: a reader gives a text or one fault of one line; a table's rows are each read or rejected, once; a mention and
its statement lie within their text; a raw file gives rows or faults. Any other exception is a finding as well.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.faults import Fault, InputFaults
from pipeline.reading import ReadText, UnreadableFile
from pipeline.reading.read import read_bytes
from tests.fuzz import seeds

RELEASE = Path("outputs")
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SUFFIXES = ("", ".txt", ".md", ".html", ".csv", ".json", ".jsonl", ".pdf", ".docx", ".parquet")


@dataclass(frozen=True)
class Target:
    """`share`: of a thousand inputs of a run over all targets; the slow ones have fewer."""

    share: int
    seeds: list[bytes]
    run: Callable[[bytes], None]


def hold_read(read: ReadText) -> None:
    """What the rest of the pipeline relies on."""
    assert read.text.strip(), "a text without words"
    assert not _ACTING.search(read.text + (read.title or "")), "a control character in the text"
    at = 0
    for start, end in read.parts:
        assert at <= start < end <= len(read.text), "rows that overlap or lie outside"
        at = end


def hold_fault(fault: Fault) -> None:
    line = fault.line()
    assert line.isprintable(), "a fault that is not one plain line"
    assert fault.problem, "a fault that says nothing"


def reads(file: str) -> Callable[[bytes], None]:
    """Reads the bytes under a name."""

    def run(data: bytes) -> None:
        told: Fault | None = None
        try:
            hold_read(read_bytes(data, file))
        except UnreadableFile as error:
            told = error.fault
        if told is not None:
            hold_fault(told)
            # The readers know their parsers' ways to fail; what only the last net caught is to be looked at.
            assert not told.problem.startswith("cannot be read: "), told.problem

    return run


def any_name(data: bytes) -> None:
    reads("x" + _SUFFIXES[data[0] % len(_SUFFIXES)] if data else "x")(data[1:])


def docx_body(data: bytes) -> None:
    from tests.reading.makers import zipped

    parts = {"[Content_Types].xml": seeds._TYPES, "_rels/.rels": seeds._LINKS, "word/document.xml": data}
    reads("x.docx")(zipped(parts))


def state_file(data: bytes) -> None:
    from pipeline.ingest.stage import _APPENDED
    from pipeline.ingest.states import read_state

    faults: list[Fault] = []
    names = (*_APPENDED, "roles", "duty_classes", "duty_class_members")
    read_state("states/wy.toml", data, {name: [] for name in names}, faults)
    for fault in faults:
        hold_fault(fault)


def description(data: bytes) -> None:
    from pipeline.ingest.descriptions import read_description
    from pipeline.ingest.stage import _APPENDED

    faults: list[Fault] = []
    read_description("sources/x.toml", data, {name: [] for name in _APPENDED}, faults)
    for fault in faults:
        hold_fault(fault)


@cache
def lexicon():
    from pipeline.commands.lexicon import released_lexicon
    from pipeline.release import Release

    return released_lexicon(Release(RELEASE).directory)


def split(data: bytes) -> None:
    from pipeline.matching import segment

    text = data.decode("utf-8", "replace")
    for s in segment(lexicon(), text):
        assert 0 <= s.start < s.end <= len(text), "a statement outside its text"
        assert text[s.start : s.end] == s.text, "a statement that is not its text"
        for a, b in s.heading_offsets:
            assert 0 <= a < b <= len(text), "a heading outside its text"


def match(data: bytes) -> None:
    import pyarrow as pa

    from pipeline.matching import scan

    texts = [part.decode("utf-8", "replace") for part in data.split(b"\0")]
    found = scan(lexicon(), pa.array(texts, pa.large_string()))
    columns = (found.row, found.start, found.end, found.statement_start, found.statement_end)
    for row, start, end, first, last in zip(*(c.tolist() for c in columns), strict=True):
        assert 0 <= first <= start < end <= last <= len(texts[row]), "a mention outside its statement"


@cache
def checker(state: str | None):
    from pipeline.checking import Checker
    from pipeline.checking.checker import Asked
    from pipeline.checking.law import Law
    from pipeline.release import Release

    release = Release(RELEASE)
    return Checker(Law(release, release.table("build_info")["as_of"][0]), lexicon(), Asked(state)), release


def check(data: bytes) -> None:
    """The whole of `scopebook check`, in all three forms."""
    from rich.console import Console

    from pipeline.checking import NoState
    from pipeline.checking.as_html import as_html
    from pipeline.checking.as_json import as_json
    from pipeline.checking.as_table import show
    from pipeline.checking.labels import Labels

    made, release = checker("TX" if data[:1] < b"x" else None)
    try:
        checked = [made.check(read_bytes(data, "x.md"))]
    except (UnreadableFile, NoState):
        return
    labels = Labels.of(release)
    written = io.StringIO()
    show(Console(file=written, width=100, highlight=False), checked, labels)
    assert all(ch == "\n" or ch.isprintable() for ch in written.getvalue()), "the terminal is sent a control character"
    as_json(checked, labels)
    page = as_html(checked, labels, "1")
    assert "<script" not in page.lower(), "a script in the page"


def tags(suffix: str) -> Callable[[bytes], None]:
    """The rows of a table, each read or rejected, once and in order."""
    folder = tempfile.TemporaryDirectory(prefix="scopebook-fuzz-")

    def run(data: bytes) -> None:
        path = Path(folder.name) / f"x{suffix}"
        path.write_bytes(data)
        seen, _ = account(path)
        lines = sum(1 for line in data.split(b"\n") if line.strip())
        if suffix == ".jsonl" and seen is not None:
            assert seen == lines, "a line lost, or told twice"

    return run


@cache
def worker():
    from pipeline.release import Release
    from pipeline.tagging.work import Worker

    categories = dict(Release(RELEASE).table("duties").select("duty_id", "category").iter_rows())
    return Worker(lexicon(), [categories[d] for d in lexicon().duty_ids])


def account(path: Path) -> tuple[int | None, int]:
    """Rows and rejected rows of a table, each seen once; null where the table as a whole is refused."""
    from pipeline.tagging.blocks import Block, ColumnMissing, ColumnTwice
    from pipeline.tagging.inputs import find_inputs
    from pipeline.tagging.run import READERS

    at = rejected = 0
    try:
        files = find_inputs(str(path))
        blocks: Iterator[Block] = READERS[files[0].format](files, None, ["state"], 0)
        for block in blocks:
            assert block.first_row == at, "a gap between blocks"
            told = sorted([*block.rows.tolist(), *(r.row for r in block.rejects)])
            assert told == list(range(at, at + block.seen)), "a row lost, or told twice"
            done = worker().tag(block)
            assert done.tagged + done.empty == len(block.rows), "a row neither tagged nor empty"
            assert set(done.mentions["row"].to_pylist()) <= set(block.rows.tolist()), "a mention of no row"
            at += block.seen
            rejected += len(block.rejects)
    except InputFaults as error:
        for fault in error.faults:
            hold_fault(fault)
        return None, rejected
    except (ColumnMissing, ColumnTwice):
        return None, rejected
    return at, rejected


TARGETS: dict[str, Target] = {
    "text": Target(90, seeds.TEXTS, reads("x.txt")),
    "markdown": Target(50, seeds.MARKDOWN, reads("x.md")),
    "html": Target(65, seeds.HTML, reads("x.html")),
    "csv": Target(90, [*seeds.TABLES["csv"], b"text\n<p>x</p>\n"], reads("x.csv")),
    "json": Target(
        75, [b"[" + seeds.JSON_LINES.strip().replace(b"\n", b",") + b"]", b'{"text": ["a"]}'], reads("x.json")
    ),
    "json lines": Target(75, seeds.TABLES["jsonl"], reads("x.jsonl")),
    "O*NET": Target(50, [seeds.ONET], reads("x.txt")),
    "parquet": Target(30, seeds.PARQUET, reads("x.parquet")),
    "pdf": Target(35, seeds.PDF, reads("x.pdf")),
    "docx": Target(25, seeds.DOCX, reads("x.docx")),
    "docx, its words": Target(30, [seeds.BODY], docx_body),
    "any kind": Target(75, [b"\1" + t for t in (*seeds.TEXTS, *seeds.HTML, seeds.CSV, seeds.JSON_LINES)], any_name),
    "raw: a state": Target(80, seeds.STATE, state_file),
    "raw: a description": Target(45, seeds.DESCRIPTIONS, description),
    "splitter": Target(60, seeds.TEXTS, split),
    "matcher": Target(60, ["\0".join(seeds.SAYINGS).encode()], match),
    "check": Target(10, [*seeds.TEXTS[:2], *seeds.MARKDOWN], check),
    "tag: CSV": Target(25, seeds.TABLES["csv"], tags(".csv")),
    "tag: JSON lines": Target(25, seeds.TABLES["jsonl"], tags(".jsonl")),
    "tag: Parquet": Target(10, seeds.PARQUET, tags(".parquet")),
    "tag: gzip": Target(5, seeds.PACKED, tags(".csv.gz")),
}
