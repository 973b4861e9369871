"""(g): real texts, where they lie at hand, and generated postings."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measures.tagging import make_input, tag, warm_up
from benchmarks.processes import Run, Say, rounds, run, spread
from benchmarks.settings import Figures, Places, Sizes


def measure(sizes: Sizes, places: Places, say: Say) -> Figures:
    """Rows and megabytes of text a second, whole process, for each corpus that is there."""
    warm_up(places, sizes, say)
    sources: dict[str, tuple[Path, int, int]] = {}
    for name in ("usajobs", "onet") if places.corpora else ():
        say(f"  {name} ...")
        told = run(
            [
                "benchmarks",
                "corpus",
                "--name",
                name,
                "--corpora",
                str(places.corpora),
                "--bytes",
                str(sizes.corpus_bytes),
                "--out",
                str(places.work / "inputs"),
            ]
        ).told
        if told["rows"]:
            sources[name] = (Path(told["path"]), told["rows"], told["text_bytes"])
    made = make_input("postings", sizes.posting_rows, sizes, places, say)
    told = run(["benchmarks", "measure-text", str(made)]).told
    sources["postings"] = (made, told["rows"], told["text_bytes"])
    tasks = {name: (lambda path=path: tag(path, places)) for name, (path, _, _) in sources.items()}
    done = rounds(tasks, sizes.repeats, say)
    return {"corpora": [_figures(name, done[name], *sources[name][1:]) for name in sources]}


def _figures(name: str, runs: list[Run], rows: int, size: int) -> Figures:
    seconds = spread([one.seconds for one in runs])
    return {
        "name": name,
        "rows": rows,
        "text_bytes": size,
        "mentions": runs[0].told["mentions"],
        "seconds": seconds,
        "rows_a_second": rows / seconds["median"],
        "megabytes_a_second": size / 1e6 / seconds["median"],
        "peak_bytes": max(one.peak_bytes for one in runs),
    }
