"""(a) and (b): the time of the disk, and that of `scopebook tag` on the same file."""

from __future__ import annotations

from benchmarks.measures.tagging import make_input, tag, warm_up, written_bytes
from benchmarks.processes import Say, rounds, run, spread
from benchmarks.settings import Figures, Places, Sizes


def measure(sizes: Sizes, places: Places, say: Say) -> Figures:
    """Seconds of both, the median ratio, start-up of an almost empty run."""
    first = warm_up(places, sizes, say)
    tiny = make_input("statements", 1_000, sizes, places, say)
    source = make_input("statements", sizes.rows, sizes, places, say)
    lowered = places.work / "lowered.parquet"
    done = rounds(
        {
            "polars": lambda: run(["benchmarks.child", "lowercase", str(source), str(lowered)]),
            "tag": lambda: tag(source, places),
        },
        sizes.repeats,
        say,
    )
    summary = tag(source, places).told
    sized = written_bytes(places)
    start = spread([tag(tiny, places).seconds for _ in range(sizes.repeats)])
    seconds = {name: spread([one.seconds for one in runs]) for name, runs in done.items()}
    found = {
        "rows": sizes.rows,
        "input_bytes": source.stat().st_size,
        "output_bytes": sized,
        "mentions": summary["mentions"],
        "rows_tagged": summary["tagged"],
        "first_run_seconds": first,
        "start_seconds": start,
        "seconds": seconds,
        "ratio": seconds["tag"]["median"] / seconds["polars"]["median"],
        "peak_bytes": {name: max(one.peak_bytes for one in runs) for name, runs in done.items()},
    }
    lowered.unlink(missing_ok=True)
    return found
