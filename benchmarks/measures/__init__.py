"""The measures: each a function of sizes, places and a voice, giving the figures of the report and its bars."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.measures import aliases, cores, corpora, matcher, memory, speed
from benchmarks.processes import Say
from benchmarks.settings import Figures, Places, Sizes

MEASURES: dict[str, Callable[[Sizes, Places, Say], Figures]] = {
    "speed": speed.measure,
    "matcher": matcher.measure,
    "memory": memory.measure,
    "cores": cores.measure,
    "aliases": aliases.measure,
    "corpora": corpora.measure,
}
