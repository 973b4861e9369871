"""(e): one core against two."""

from __future__ import annotations

import os

from benchmarks.measures.tagging import make_input, tag, warm_up
from benchmarks.processes import Say, processors, rounds, spread
from benchmarks.settings import Figures, Places, Sizes


def measure(sizes: Sizes, places: Places, say: Say) -> Figures:
    """Seconds with one worker on one processor and with two on two. Off Linux the processors cannot be bound."""
    warm_up(places, sizes, say)
    source = make_input("statements", sizes.rows, sizes, places, say)
    one, two = processors(1), processors(2)
    if len(two) < 2 if two is not None else (os.cpu_count() or 1) < 2:
        return {"rows": sizes.rows, "skipped": "one core only"}
    done = rounds(
        {
            "one": lambda: tag(source, places, threads=1, cpus=one),
            "two": lambda: tag(source, places, threads=2, cpus=two),
        },
        sizes.repeats,
        say,
    )
    seconds = {name: spread([r.seconds for r in runs]) for name, runs in done.items()}
    return {
        "rows": sizes.rows,
        "bound": two is not None,
        "seconds": seconds,
        "times": seconds["one"]["median"] / seconds["two"]["median"],
    }
