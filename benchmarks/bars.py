"""The bars that the project set itself, held against figures."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.settings import FULL_LARGE_ROWS, FULL_REPEATS, FULL_ROWS, Figures

RATIO, TIMES_HYPERSCAN, TIMES_SPACY = 4.0, 15.0, 100.0
GROWTH, MOST_GIB = 1.2, 1.5
TWO_CORES, SLOWER = 1.7, 2.0


@dataclass(frozen=True)
class Bar:
    """One bar. `held`: whether the figure keeps it, None where not measured; `full`: at the sizes it asks for."""

    what: str
    asked: str
    got: str
    held: bool | None
    full: bool

    @property
    def outcome(self) -> str:
        if self.held is None:
            return "not measured"
        word = "passed" if self.held else "failed"
        return word if self.full else f"not at full size ({word} at this one)"

    def line(self) -> str:
        return f"{self.what}: {self.got} (asked: {self.asked}): {self.outcome}"


def bars(figures: Figures) -> list[Bar]:
    """All bars, in the order of the report."""
    parts = figures["parts"]
    speed, memory, cores = (_of(parts, name) for name in ("speed", "memory", "cores"))
    sizes = memory.get("sizes", [])
    large = len(sizes) > 1 and sizes[-1]["rows"] >= FULL_LARGE_ROWS and sizes[-2]["rows"] >= FULL_ROWS
    peak = max((size["peak_bytes"] / 1024**3 for size in sizes), default=None)
    times = _of(parts, "matcher").get("times_faster", {})

    def bar(
        what: str, part: str, got: float | None, most: float | None, least: float | None, unit: str, full: bool
    ) -> Bar:
        asked = f"at most {most:g}{unit}" if most is not None else f"at least {least:g}{unit}"
        held = None if got is None else got <= most if most is not None else got >= (least or 0)
        repeated = part in parts and parts[part]["sizes"]["repeats"] >= FULL_REPEATS
        return Bar(what, asked, "-" if got is None else f"{got:,.2f}{unit}", held, full and repeated)

    return [
        bar(
            "`tag`, Parquet to Parquet: time, against Polars reading and writing the text",
            "speed",
            speed.get("ratio"),
            RATIO,
            None,
            " times",
            speed.get("rows", 0) >= FULL_ROWS,
        ),
        bar(
            "Matcher in memory, one thread: speed, against Hyperscan with gaps",
            "matcher",
            times.get("hyperscan"),
            None,
            TIMES_HYPERSCAN,
            " times",
            True,
        ),
        bar(
            "Matcher in memory, one thread: speed, against spaCy with gaps",
            "matcher",
            times.get("spacy_matcher"),
            None,
            TIMES_SPACY,
            " times",
            True,
        ),
        bar("Peak memory, ten times the rows", "memory", memory.get("ratio"), GROWTH, None, " times", large),
        bar("Peak memory", "memory", peak, MOST_GIB, None, " GiB", large),
        bar(
            "Two cores: speed, against one",
            "cores",
            cores.get("times"),
            None,
            TWO_CORES,
            " times",
            cores.get("rows", 0) >= FULL_ROWS,
        ),
        bar(
            "Sixteen times the aliases: time",
            "aliases",
            _of(parts, "aliases").get("slower"),
            SLOWER,
            None,
            " times",
            True,
        ),
    ]


def _of(parts: Figures, name: str) -> Figures:
    return parts[name]["figures"] if name in parts else {}
