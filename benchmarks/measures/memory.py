"""(d): peak memory and rate as the input grows."""

from __future__ import annotations

from benchmarks.measures.tagging import make_input, tag, warm_up
from benchmarks.processes import Say, rounds, spread
from benchmarks.settings import Figures, Places, Sizes


def measure(sizes: Sizes, places: Places, say: Say) -> Figures:
    """For each size the greatest peak of its runs and their rows a second, start-up included."""
    warm_up(places, sizes, say)
    found = []
    for rows in dict.fromkeys((sizes.small_rows, sizes.rows, sizes.large_rows)):
        source = make_input("statements", rows, sizes, places, say)
        repeats = sizes.large_repeats if rows == sizes.large_rows else sizes.repeats
        runs = rounds({f"{rows:,} rows": lambda source=source: tag(source, places)}, repeats, say)[f"{rows:,} rows"]
        found.append(
            {
                "rows": rows,
                "input_bytes": source.stat().st_size,
                "peak_bytes": max(one.peak_bytes for one in runs),
                "least_peak_bytes": min(one.peak_bytes for one in runs),
                "seconds": spread([one.seconds for one in runs]),
                "rate": spread([rows / one.seconds for one in runs]),
            }
        )
    return {"sizes": found, "ratio": found[-1]["peak_bytes"] / found[-2]["peak_bytes"] if len(found) > 1 else None}
