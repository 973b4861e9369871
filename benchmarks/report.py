"""The report: Markdown from figures, nothing measured here."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.bars import bars
from benchmarks.settings import Figures

OPENING = """# Benchmarks

<!-- Written by `make bench`: edit benchmarks/report.py, not this page. -->

How fast `scopebook tag` is, on what machine, beside what. Whole processes unless said, start-up included; least,
median and greatest of the repeats, taken in rounds that change the order. The raw figures are in
[benchmarks.json](benchmarks.json).
"""
INPUT = """
## The input

Statements made from the lexicon, seeded: the lexicon's own examples and sentences of its verbs and things in several
orders (active, passive, nouns of the act), with gaps, lists, denials and conditions; half of the rows name no duty
(benefits, company text, wanted experience, other trades' tasks). Case, bullets, punctuation and now and then a slip of
typing vary. About 88 bytes a statement. A million statements are distinct; larger inputs repeat them with a posting's
number of its own behind each, so that no row group compresses better for it. Each row keeps the duties it was made
from; recall is held against those. They come from the lexicon and not from the matcher, which is therefore not at 1.
"""
NAMES = {
    "scopebook": "Scopebook's matcher",
    "hyperscan": "Hyperscan, gaps, both orders",
    "spacy_matcher": "spaCy Matcher, gaps",
    "spacy_phrases": "spaCy PhraseMatcher, literal",
    "polars_literals": "Polars `extract_many`, literal",
    "usajobs": "USAJOBS questionnaires, whole",
    "onet": "O*NET tasks of all trades",
    "postings": "generated postings, whole",
}


def as_markdown(figures: Figures, picture: bool = False) -> str:
    """The whole page. picture: whether benchmarks.svg stands beside it."""
    parts = figures["parts"]
    out = [OPENING, _machine(figures), "\n## Bars\n", _bars(figures)]
    if picture:
        out.append("\n![Statements a second of each engine, and peak memory by rows](benchmarks.svg)\n")
    out.append(INPUT)
    for name, make in SECTIONS.items():
        if name in parts:
            part = parts[name]
            out.append(make(part["figures"]))
            out.append(_when(part, figures["machine"]["cores"]))
    return "\n".join(out).replace("\n\n\n", "\n\n").rstrip() + "\n"


def _when(part: Figures, cores: int) -> str:
    """Day, repeats and seed; and whether others were at work on the machine when the part began."""
    busy = (part.get("load") or 0) > cores / 2
    others = f" The machine was not idle (load {part['load']:g}): figures are too slow, and uneven." if busy else ""
    return f"\nMeasured {part['date']}, {part['sizes']['repeats']} repeats, seed {part['sizes']['seed']}.{others}\n"


def _machine(figures: Figures) -> str:
    here = figures["machine"]
    libraries = ", ".join(f"{name} {version}" for name, version in here["libraries"].items() if version)
    return (
        f"\nMachine: {here['processor']}, {here['cores']} cores, {here['memory_bytes'] / 1024**3:.0f} GiB of memory, "
        f"{here['system']}. Python {here['python']}, {libraries}.\n"
    )


def _bars(figures: Figures) -> str:
    rows = [(bar.what, bar.asked, bar.got, bar.outcome) for bar in bars(figures)]
    return _table(("bar", "asked", "measured", "outcome"), rows)


def _speed(found: Figures) -> str:
    names = {"polars": "Polars: read the text, write it lower-cased", "tag": "`scopebook tag`, all mentions written"}
    rows = []
    for key, name in names.items():
        rate = found["rows"] / found["seconds"][key]["median"] / 1e3
        rows.append((name, *_spread(found["seconds"][key]), f"{rate:,.0f}", _megabytes(found["peak_bytes"][key])))
    return f"""
## Parquet to Parquet

{_table(("process", "least s", "median s", "greatest s", "thousand rows/s", "peak memory"), rows)}

{found["rows"]:,} rows, {_megabytes(found["input_bytes"])} of Parquet (zstd, level 1); {found["mentions"]:,} mentions
in {found["rows_tagged"]:,} rows, {_megabytes(found["output_bytes"])}. Ratio of the medians: {found["ratio"]:.2f}.
A run over 1,000 rows, almost all of it start-up, takes {found["start_seconds"]["median"]:.2f} s; the first of this
measure took {found["first_run_seconds"]:.1f} s (on a new machine the matcher is compiled, about a minute). The
machine's cache of files is warm.
"""


def _matcher(found: Figures) -> str:
    rows = []
    for key, one in found["engines"].items():
        rates = (f"{one['rate'][k] / 1e3:,.3g}" for k in ("min", "median", "max"))
        held = (f"{one[k]:.3f}" for k in ("recall", "recall_of_scopebook", "false_share"))
        told = (f"{one['duties_a_text']:.2f}", f"{one['patterns']:,}")
        rows.append((NAMES[key], f"{one['rows']:,}", *rates, f"{found['times_faster'][key]:,.1f}", *held, *told))
    head = (
        "engine", "texts", "least", "median", "greatest thousand/s", "times slower", "recall", "Scopebook's there",
        "texts of none told one", "duties a text", "patterns",
    )  # fmt: skip
    own, gaps = found["engines"]["scopebook"], found["engines"]["hyperscan"]
    return f"""
## The matcher beside others

In memory, one thread, preparation not counted; each in a process of its own.

{_table(head, rows)}

Recall: share of the true duties found, denied or not; Scopebook's with the denial right is
{own["recall_with_denial"]:.3f}. Polarity, kind and offsets are in Scopebook's figure; no other engine gives them.
Patterns with gaps are simplified in the others' favour: a phrase is stood for by one of its words, since whole phrases
make patterns that take far longer to compile; Hyperscan's gaps have any length, and its texts are lowered and their
words parted by single spaces before the clock starts. So their recall is higher, and so is the number of duties told of
texts that name none. Hyperscan took {gaps["first_prepare_seconds"]:,.0f} s to compile its patterns. Literal engines
look for examples, for things that say a duty alone, and for common verbs with common things: a reference for speed.
"""


def _memory(found: Figures) -> str:
    rows = []
    for one in found["sizes"]:
        sized = (_megabytes(one["input_bytes"]), _megabytes(one["peak_bytes"]))
        timed = (f"{one['seconds']['median']:.1f}", f"{one['rate']['median'] / 1e3:,.0f}", str(one["seconds"]["n"]))
        rows.append((f"{one['rows']:,}", *sized, *timed))
    return f"""
## Growth with rows

{_table(("rows", "Parquet", "greatest peak", "median s", "thousand rows/s", "repeats"), rows)}
"""


def _cores(found: Figures) -> str:
    if "skipped" in found:
        return f"\n## One core and two\n\nNot measured: {found['skipped']}.\n"
    rows = [(name, *_spread(found["seconds"][name])) for name in ("one", "two")]
    how = "bound to as many processors" if found["bound"] else "`--threads` only: this system binds no processors"
    return f"""
## One core and two

{found["rows"]:,} rows, {how}.

{_table(("cores", "least s", "median s", "greatest s"), rows)}

Two are {found["times"]:.2f} times as fast as one.
"""


def _aliases(found: Figures) -> str:
    rows = []
    for one in found["lexicons"]:
        sized = (f"{one['aliases']:,}", f"{one['families']:,}")
        rest = (f"{one['mentions']:,}", f"{one['compile_seconds']:.1f}")
        rows.append((f"x{one['times']}", *sized, *_spread(one["seconds"]), *rest))
    head = (
        "lexicon",
        "aliases",
        "families of things",
        "least s",
        "median s",
        "greatest s",
        "mentions",
        "compiled in s",
    )
    return f"""
## Growth with aliases

{found["rows"]:,} statements in memory, one thread. The larger lexicons have beside each duty a twin, with lines of the
lexicon's own words: half of them with new phrases, half with pairs of real things.

{_table(head, rows)}

Sixteen times the aliases take {found["slower"]:.2f} times as long.
"""


def _corpora(found: Figures) -> str:
    rows = []
    for one in found["corpora"]:
        sized = (f"{one['rows']:,}", f"{one['text_bytes'] / max(one['rows'], 1):,.0f}", _megabytes(one["text_bytes"]))
        rates = (f"{one['megabytes_a_second']:,.0f}", f"{one['rows_a_second']:,.0f}")
        rest = (f"{one['mentions']:,}", _megabytes(one["peak_bytes"]))
        rows.append((NAMES[one["name"]], *sized, f"{one['seconds']['median']:.2f}", *rates, *rest))
    head = ("texts", "rows", "bytes a row", "text", "median s", "MB/s", "rows/s", "mentions", "peak memory")
    return f"""
## Real texts and whole postings

{_table(head, rows)}

Whole processes. Real texts are repeated up to that size.
"""


SECTIONS = {
    "speed": _speed,
    "matcher": _matcher,
    "memory": _memory,
    "cores": _cores,
    "aliases": _aliases,
    "corpora": _corpora,
}


def _spread(values: Figures) -> list[str]:
    return [f"{values[key]:.2f}" for key in ("min", "median", "max")]


def _megabytes(size: float) -> str:
    return f"{size / 1e6:,.0f} MB"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    lines = [names, ["---", *["---:"] * (len(names) - 1)], *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
