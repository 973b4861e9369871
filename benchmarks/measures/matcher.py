"""(c): the matcher in memory on one thread, beside others that are given the same lexicon."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.measures.tagging import make_input
from benchmarks.processes import Run, Say, processors, rounds, run, spread
from benchmarks.settings import Figures, Places, Sizes


def measure(sizes: Sizes, places: Places, say: Say) -> Figures:
    """For each engine statements a second on its sample, recall there, and the matcher's recall on the same sample."""
    samples = {
        "scopebook": sizes.sample_rows,
        "hyperscan": sizes.hyperscan_rows,
        "spacy_matcher": sizes.spacy_rows,
        "spacy_phrases": sizes.hyperscan_rows,
        "polars_literals": sizes.hyperscan_rows,
    }
    source = make_input("statements", max(samples.values()), sizes, places, say)

    def task(name: str, rows: int) -> Callable[[], Run]:
        command = ["benchmarks.child", "engine", name, str(places.raw), str(places.kept), str(source), str(rows)]
        return lambda: run(command, processors(1))

    say("  preparing each engine (Hyperscan compiles for minutes the first time) ...")
    compile_seconds = {name: task(name, 1)().told["prepare_seconds"] for name in samples}
    done = rounds({name: task(name, rows) for name, rows in samples.items()}, sizes.repeats, say)
    own = {rows: task("scopebook", rows)().told["recall"] for rows in set(samples.values())}
    engines = {}
    for name, runs in done.items():
        told = runs[0].told
        rate = spread([one.told["rows"] / one.told["seconds"] for one in runs])
        engines[name] = {
            "rows": samples[name],
            "rate": rate,
            "first_prepare_seconds": compile_seconds[name],
            "recall_of_scopebook": own[samples[name]],
            **{key: told[key] for key in ("patterns", "recall", "recall_with_denial", "duties_a_text", "false_share")},
        }
    rate = engines["scopebook"]["rate"]["median"]
    times = {name: rate / one["rate"]["median"] for name, one in engines.items()}
    return {"engines": engines, "times_faster": times}
