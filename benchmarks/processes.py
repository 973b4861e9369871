"""Whole processes: their seconds and their peak memory, in rounds that change the order.

This module and all that drives measures import the standard library only. Linux counts the memory of the process that
starts another into the peak of the one started, so the driver must stay smaller than anything measured.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Say = Callable[[str], None]


class ChildFailed(Exception):
    """A measured process ended with an error; the message holds its last lines."""


@dataclass(frozen=True)
class Run:
    """One process. `seconds`: from start to end; `peak_bytes`: resident at most; `told`: the JSON that it printed."""

    seconds: float
    peak_bytes: int
    told: dict[str, Any]


def run(command: list[str], cpus: set[int] | None = None) -> Run:
    """Run `python -m command...` to its end, on the given processors only. Raises ChildFailed."""
    able = hasattr(os, "sched_setaffinity")
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(
            [sys.executable, "-m", *command],
            stdout=out,
            stderr=errors,
            preexec_fn=(lambda: os.sched_setaffinity(0, cpus)) if cpus is not None and able else None,
        )
        _, status, usage = os.wait4(child.pid, 0)  # tells the memory of this child alone
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if child.returncode:
            raise ChildFailed(f"{' '.join(command[:3])}: {errors.read().decode(errors='replace')[-2000:]}")
        text = out.read().decode()
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss * unit, json.loads(text) if text.strip() else {})


def processors(number: int) -> set[int] | None:
    """The first processors that this process may use, to bind a child to; None where they cannot be told."""
    return set(sorted(os.sched_getaffinity(0))[:number]) if hasattr(os, "sched_getaffinity") else None


def rounds(tasks: Mapping[str, Callable[[], Run]], repeats: int, say: Say) -> dict[str, list[Run]]:
    """Every task `repeats` times, one round after the other, every second round backwards: a drift hits all alike."""
    done: dict[str, list[Run]] = {name: [] for name in tasks}
    for number in range(repeats):
        for name in list(tasks) if number % 2 == 0 else list(tasks)[::-1]:
            one = tasks[name]()
            done[name].append(one)
            inner = one.told.get("seconds", one.seconds)
            say(f"  round {number + 1} of {repeats}: {name} {inner:.2f} s, peak {one.peak_bytes / 1e6:,.0f} MB")
    return done


def spread(values: list[float]) -> dict[str, float]:
    """Least, median and greatest."""
    return {"min": min(values), "median": statistics.median(values), "max": max(values), "n": len(values)}
