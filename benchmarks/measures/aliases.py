"""(f): the matcher as the lexicon grows: as it is, four times, sixteen times the aliases."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.measures.tagging import make_input
from benchmarks.processes import Run, Say, processors, rounds, run, spread
from benchmarks.settings import Figures, Places, Sizes

TIMES = (1, 4, 16)


def measure(sizes: Sizes, places: Places, say: Say) -> Figures:
    """Seconds of the matcher in memory, one thread, same texts, for each lexicon."""
    source = make_input("statements", sizes.sample_rows, sizes, places, say)
    tasks: dict[str, Callable[[], Run]] = {}
    for times in TIMES:
        folder = places.work / f"lexicon-x{times}"
        run(["benchmarks", "grow", "--raw", str(places.raw), "--times", str(times), "--out", str(folder)])
        command = ["benchmarks.child", "scan", str(folder), str(places.kept), str(source), str(sizes.sample_rows)]
        tasks[f"x{times}"] = lambda command=command: run(command, processors(1))
    say("  compiling the lexicons ...")
    first = {name: task() for name, task in tasks.items()}
    done = rounds(tasks, sizes.repeats, say)
    lexicons = [
        {
            "times": times,
            "seconds": spread([r.told["seconds"] for r in done[f"x{times}"]]),
            "compile_seconds": first[f"x{times}"].told["prepare_seconds"],
            **{key: first[f"x{times}"].told[key] for key in ("aliases", "families", "mentions")},
        }
        for times in TIMES
    ]
    slower = lexicons[-1]["seconds"]["median"] / lexicons[0]["seconds"]["median"]
    return {"rows": sizes.sample_rows, "lexicons": lexicons, "slower": slower}
